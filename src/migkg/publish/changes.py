"""What a release says that the one before did not: a log in each language, and a patch of the one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import pipeline
from migkg.web import render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GRAPH = "download/migkg.nq"
PATCH = "download/changes.rdfp"


def files(before: Path, now: Path, version: str) -> Iterator[tuple[str, bytes]]:
    """(path, content) of `changes.LANG.md` and of the patch (RDF Patch).

    `before` is the folder of the release that is replaced, if there is one, `now` that of the new one. The newest
    entry is on top. A release of the same graph keeps the log and the patch of the one before.
    """
    old = before / GRAPH
    if not old.is_file():
        for lang in render.languages():
            yield _log(lang), _entry(version, [render.texts()[lang]["downloads"]["first"]]).encode()
        return
    if old.read_bytes() == (now / GRAPH).read_bytes():
        kept = [*map(_log, render.languages()), PATCH]
        yield from ((path, (before / path).read_bytes()) for path in kept if (before / path).is_file())
        return
    found = pipeline.compare(old, now / GRAPH)
    for lang in render.languages():
        log = before / _log(lang)
        earlier = log.read_text(encoding="utf-8") if log.is_file() else ""
        yield _log(lang), (_entry(version, pipeline.tell(found, lang)) + earlier).encode()
    yield PATCH, "".join(f"{line}\n" for line in pipeline.patch(found)).encode()


def _entry(version: str, lines: Iterator[str] | list[str]) -> str:
    """A part of the log: what is indented belongs to the line above it."""
    listed = (f"    - {line.strip()}" if line.startswith("  ") else f"- {line}" for line in lines if line.strip())
    return "\n".join([f"## {version}", "", *listed, "", ""])


def _log(lang: str) -> str:
    return f"changes.{lang}.md"
