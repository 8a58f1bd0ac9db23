"""The only reader of ontology/, data/ and queries/, and of the articles that a user names."""

from migkg.resources.articles import MAX_CHARACTERS, article_files, read_articles, shipped_articles
from migkg.resources.files import (
    LexiconSources,
    canned_queries,
    checks,
    default_store,
    lexicon_sources,
    linking_words,
    messages,
    ontology_files,
    read_text,
    root,
    shape_files,
    table,
    tables,
)

__all__ = [
    "MAX_CHARACTERS",
    "LexiconSources",
    "article_files",
    "canned_queries",
    "checks",
    "default_store",
    "lexicon_sources",
    "linking_words",
    "messages",
    "ontology_files",
    "read_articles",
    "read_text",
    "root",
    "shape_files",
    "shipped_articles",
    "table",
    "tables",
]
