"""What crawlers ask first: which addresses they may visit, and all pages in all languages (sitemaps.org, 0.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from migkg.model import DEFAULT_GRAPH
from migkg.web import pages, paths, render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migkg.web.pages import Shelf

NAME = "sitemap.xml"
LIMIT = 50_000
"""Addresses that one file may hold; a list of files may hold as many."""

TYPE = "application/xml"

_ASKING = ("search", "ask")
"""Pages that are nothing without words to look for."""

_COSTLY = (*_ASKING, "suggest", "sparql?", "graph-store", "queries/*?")
"""What a running server works out for each request: a crawler would go on for ever."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def robots(base: str, *, live: bool) -> str:
    """`robots.txt` of a site at `base`; a crawler leaves alone what a `live` server works out anew each time."""
    root = urlsplit(base).path
    rules = [f"Disallow: {root}{path}" for path in _COSTLY] if live else []
    return "\n".join(["User-agent: *", *rules, f"Allow: {root}", "", f"Sitemap: {base}{NAME}", ""])


def files(shelf: Shelf, base: str) -> dict[str, str]:
    """Name -> content: `sitemap.xml`, where it does not hold all the list of the files that do."""
    listed = shelf.library.kept("sitemap", DEFAULT_GRAPH, lambda: tuple(_documents(shelf)))
    found = [base + document for document in listed]
    parts = [found[start : start + LIMIT] for start in range(0, len(found), LIMIT)]
    if len(parts) == 1:
        return {NAME: _listing("urlset", "url", found)}
    named = {f"sitemap-{number}.xml": _listing("urlset", "url", part) for number, part in enumerate(parts, 1)}
    return {NAME: _listing("sitemapindex", "sitemap", [base + name for name in named]), **named}


def _documents(shelf: Shelf) -> Iterator[str]:
    """Every page in every language, percent-encoded, below any base."""
    return (paths.quoted(paths.document(path, lang)) for path in _pages(shelf) for lang in render.languages())


def _pages(shelf: Shelf) -> Iterator[str]:
    """The paths of all pages but those of merged things, which lead to others."""
    yield from (path for path in pages.fixed() if path not in _ASKING)
    yield from (f"browse/{folder}" for folder, _, _ in pages.kinds(shelf))
    yield from (f"queries/{query.name}" for query in shelf.queries)
    library = shelf.library
    yield from sorted({paths.page(address) for address in library.addresses if address not in library.replaced})


def _listing(whole: str, entry: str, addresses: Sequence[str]) -> str:
    lines: Iterable[str] = (f"<{entry}><loc>{escape(address)}</loc></{entry}>\n" for address in addresses)
    return f"{_HEAD}<{whole} {_SPACE}>\n{''.join(lines)}</{whole}>\n"
