"""The only reader of ontology/, data/ and queries/, and of the articles that a user names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.resources.home import canned_names, canned_query, decode, read_text, root_folder, store_folder

if TYPE_CHECKING:
    from migkg.resources.articles import MAX_CHARACTERS, article_files, read_articles, shipped_articles
    from migkg.resources.files import (
        LexiconSources,
        ask_sources,
        attachment_weights,
        canned_queries,
        checks,
        copy_knowledge,
        default_store,
        language_model,
        lexicon_languages,
        lexicon_sources,
        linking_words,
        messages,
        ontology_files,
        page_layout,
        page_texts,
        root,
        shape_files,
        table,
        table_queries,
        tables,
    )

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
    "copy_knowledge",
    "decode",
    "default_store",
    "language_model",
    "lexicon_languages",
    "lexicon_sources",
    "linking_words",
    "messages",
    "ontology_files",
    "page_layout",
    "page_texts",
    "read_articles",
    "read_text",
    "root",
    "root_folder",
    "shape_files",
    "shipped_articles",
    "store_folder",
    "table",
    "table_queries",
    "tables",
]

_OF_ARTICLES = frozenset({"MAX_CHARACTERS", "article_files", "read_articles", "shipped_articles"})


def __getattr__(name: str) -> object:
    """Load the readers of tables and of articles only where they are used: queries start without them."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module 'migkg.resources' has no attribute '{name}'")
    return getattr(import_module(f"migkg.resources.{'articles' if name in _OF_ARTICLES else 'files'}"), name)
