"""Two graphs as they lie on disk, compared and told in words."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from migkg import resources, store
from migkg.pipeline.difference import Difference, difference
from migkg.pipeline.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from migkg.model import Quad

_FALLBACK = "en"


def compare(old: Path | None, new: Path) -> Difference:
    """What differs between two stores, or files of N-Quads; DataError or StoreError where one cannot be read.

    Without an old one, everything is new.
    """
    return difference(_quads(old) if old else (), _quads(new))


def tell(found: Difference, lang: str) -> Iterator[str]:
    """The difference in words, line by line."""
    sentences = {name: tomllib.loads(text).get("difference", {}) for name, text in resources.messages()}
    yield from Wording(found, {**sentences[_FALLBACK], **sentences.get(lang, {})}, lang).lines()


def _quads(path: Path) -> list[Quad]:
    if path.is_dir():
        with store.Store.open(path) as opened:
            return list(opened.quads())
    return list(store.parse_quads(resources.read_text(path), format="nquads", path=str(path)))
