"""The Python door: open a graph, read a text into claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.api.catalogue import canned, canned_queries
from migkg.api.graph import KnowledgeGraph, ask_remote
from migkg.api.graph import open_graph as open

if TYPE_CHECKING:
    from migkg.api.asking import Asker, Reply
    from migkg.api.reasons import Answer, Conflict
    from migkg.model import Claim

__all__ = [
    "Answer",
    "Asker",
    "Conflict",
    "KnowledgeGraph",
    "Reply",
    "ask_remote",
    "canned",
    "canned_queries",
    "claims",
    "open",
]


def claims(text: str, *, lang: str = "", published: str | None = None, title: str = "") -> list[Claim]:
    """The claims that a text states, each with the span of characters that states it.

    `lang` is detected where it is not given; `published` (an ISO 8601 date) completes dates without a year.
    """
    import hashlib

    from migkg import pipeline
    from migkg.model import Article

    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    article = Article(id="text", lang=lang, title=title, published=published, text=text, sha256=digest)
    return list(pipeline.read(article, pipeline.reading_knowledge()).claims)


def __getattr__(name: str) -> object:
    """Load the understanding of plain questions, and reasons, only where they are asked for."""
    if name in {"Asker", "Reply"}:
        from migkg.api import asking

        return getattr(asking, name)
    if name in {"Answer", "Conflict"}:
        from migkg.api import reasons

        return getattr(reasons, name)
    raise AttributeError(f"module 'migkg.api' has no attribute '{name}'")
