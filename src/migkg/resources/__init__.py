"""The only reader of ontology/, data/ and queries/, and of the articles that a user names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.resources.files import (
    LexiconSources,
    ask_sources,
    attachment_weights,
    canned_names,
    canned_queries,
    canned_query,
    checks,
    default_store,
    lexicon_sources,
    linking_words,
    messages,
    ontology_files,
    page_layout,
    page_texts,
    read_text,
    root,
    shape_files,
    table,
    table_queries,
    tables,
)

if TYPE_CHECKING:
    from migkg.resources.articles import MAX_CHARACTERS, article_files, read_articles, shipped_articles

__all__ = [
    "MAX_CHARACTERS",
    "LexiconSources",
    "article_files",
    "ask_sources",
    "attachment_weights",
    "canned_names",
    "canned_queries",
    "canned_query",
    "checks",
    "default_store",
    "lexicon_sources",
    "linking_words",
    "messages",
    "ontology_files",
    "page_layout",
    "page_texts",
    "read_articles",
    "read_text",
    "root",
    "shape_files",
    "shipped_articles",
    "table",
    "table_queries",
    "tables",
]


def __getattr__(name: str) -> object:
    """Load the readers of articles only where articles are read: queries start without them."""
    if name in {"MAX_CHARACTERS", "article_files", "read_articles", "shipped_articles"}:
        from migkg.resources import articles

        return getattr(articles, name)
    raise AttributeError(f"module 'migkg.resources' has no attribute '{name}'")
