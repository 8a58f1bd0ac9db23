"""Writing a release into a folder: all or nothing, and the same graph gives the same bytes."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import api
from migkg.errors import UsageError
from migkg.publish import apache, changes, pages, words
from migkg.web import dumps, graphs, media, metadata, ontology, render, sitemap
from migkg.web.library import Library
from migkg.web.pages import shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_SUMS = "SHA256SUMS"
_KEYS = "keys.txt"
_GONE = "gone.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What a release holds: number of files, of bytes, and of things."""

    files: int
    size: int
    things: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a release is written: its address, where it lies, in how many processes, and whom to tell."""

    base: str
    site: str
    jobs: int
    step: Callable[[str], None]


def lies(base: str) -> str:
    """Where a release lies of which only the address of its metadata is told: there, unless that only redirects."""
    return "https://example.org/migkg/" if base.startswith("https://w3id.org/") else base


def publish(store: Path, folder: Path, plan: Plan) -> Released:
    """Write the release of the graph in `store` into `folder`, which is replaced as a whole when it is complete.

    UsageError where the folder holds something else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / _SUMS).is_file():
        raise UsageError(f"{folder} is not empty and not a release", hint="name an empty or a new folder")
    fresh = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fresh.mkdir(parents=True)
        things = _write(store, fresh, _previous(folder), plan)
        plan.step("comparing with the release before")
        for path, content in changes.files(folder, fresh, _version(store)):
            pages.put(fresh, path, content)
        files, size = _sum(fresh)
        _replace(folder, fresh)
    except OSError as error:
        raise UsageError(f"cannot write {error.filename}: {error.strerror}", hint="choose another folder") from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return Released(files=files, size=size, things=things)


def _write(store: Path, fresh: Path, previous: frozenset[str], plan: Plan) -> int:
    with api.open(store) as graph:
        library = Library(graph)
        plan.step("writing downloads")
        offers = [offer for dump in dumps.dumps() for offer in _dump(fresh, library, dump)]
        plan.step("writing metadata and ontology")
        for path, content in _documents(library, plan.base, offers):
            pages.put(fresh, path, content)
        gone = previous - library.addresses
        for path, text in apache.files(plan.site, library.replaced, gone).items():
            pages.put(fresh, path, text.encode())
        pages.put(fresh, _KEYS, "".join(f"{address}\n" for address in sorted(library.addresses)).encode())
        pages.put(fresh, _GONE, "".join(f"{address}\n" for address in sorted(gone)).encode())
        sizes = {offer.dump.name: offer.size for offer in offers}
        sizes |= {f"{name}.gz": (fresh / dumps.FOLDER / f"{name}.gz").stat().st_size for name in tuple(sizes)}
        things = pages.plan(library)
        listed = {"robots.txt": sitemap.robots(plan.site, live=False), **sitemap.files(shelf(library), plan.site)}
        for path, text in listed.items():
            pages.put(fresh, path, text.encode())
    setting = pages.Setting(store=store, root=fresh, base=plan.base, sizes=sizes)
    pages.write(setting, things, jobs=plan.jobs, step=plan.step)
    return len(things.described)


def _dump(fresh: Path, library: Library, dump: dumps.Dump) -> Iterator[metadata.Offer]:
    content = b"".join(dump.write(library))
    pages.put(fresh, f"{dumps.FOLDER}/{dump.name}", content)
    pages.put(fresh, f"{dumps.FOLDER}/{dump.name}.gz", gzip.compress(content, mtime=0))
    yield metadata.Offer(dump=dump, size=len(content), sha256=hashlib.sha256(content).hexdigest())


def _documents(library: Library, base: str, offers: list[metadata.Offer]) -> Iterator[tuple[str, bytes]]:
    described = list(metadata.triples(library, base, offers))
    vocabulary = list(ontology.triples(library))
    for form in media.GRAPHS:
        yield f"metadata.{form.ending}", graphs.write(described, form.name).encode()
        yield f"ontology.{form.ending}", graphs.write(vocabulary, form.name).encode()
    yield ".well-known/void", graphs.write(described, "turtle").encode()
    yield from render.static_files()
    yield "CITATION.cff", words.citation(base).encode()
    yield "LICENSE.txt", words.licence().encode()


def _version(store: Path) -> str:
    """The version of the data: that of the software, and which graph it is."""
    with api.open(store) as graph:
        return metadata.version(graph.store)


def _previous(folder: Path) -> frozenset[str]:
    """The addresses that earlier releases in the folder had."""
    found: set[str] = set()
    for name in (_KEYS, _GONE):
        if (folder / name).is_file():
            found |= set((folder / name).read_text(encoding="utf-8").splitlines())
    return frozenset(found)


def _sum(fresh: Path) -> tuple[int, int]:
    """Write the sums of all files in the format of sha256sum; their number and size."""
    lines, size = [], 0
    for file in sorted(path for path in fresh.rglob("*") if path.is_file()):
        content = file.read_bytes()
        size += len(content)
        lines.append(f"{hashlib.sha256(content).hexdigest()}  {file.relative_to(fresh).as_posix()}\n")
    pages.put(fresh, _SUMS, "".join(sorted(lines, key=lambda line: line[66:])).encode())
    return len(lines) + 1, size


def _replace(folder: Path, fresh: Path) -> None:
    """Put the new release in the place of the old one."""
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
