"""Every page by its path: the one table that the server and the static release share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import api, names
from migkg.web import dumps, forms, lists, paths, timeline
from migkg.web.models import AskPage, Download, DownloadsPage, TextPage
from migkg.web.ontology import ontology_page
from migkg.web.things import thing_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from migkg.query import CannedQuery
    from migkg.web.library import Library

FIRST_QUERIES = ("repeat-hosts", "hosts", "members", "chairs", "conflicts", "evidence")
"""The canned queries that the start page offers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page before it is rendered: the name of its template and its model."""

    template: str
    model: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What pages are made from: the graph, the canned queries, the files on offer."""

    library: Library
    queries: tuple[CannedQuery, ...]
    downloads: tuple[Download, ...] = ()


def shelf(library: Library, sizes: Mapping[str, int] | None = None) -> Shelf:
    """The shelf of a graph with the shipped canned queries; `sizes` are those of files that are made already."""
    known = sizes or {}
    downloads = tuple(
        Download(path=f"{dumps.FOLDER}/{name}", media=dump.form.type, edition=dump.edition, size=known.get(name))
        for dump in dumps.dumps()
        for name in (dump.name, f"{dump.name}.gz")
    )
    return Shelf(library=library, queries=tuple(api.canned_queries()), downloads=downloads)


def _index(shelf: Shelf, lang: str) -> object:
    first = tuple(forms.query_ref(query, lang) for query in shelf.queries if query.name in FIRST_QUERIES)
    return lists.start_page(shelf.library, first, lang)


_PAGES: dict[str, Callable[[Shelf, str], object]] = {
    "index": _index,
    "search": lambda shelf, lang: lists.search_page(shelf.library, "", "", lang),
    "ask": lambda _, __: AskPage(),
    "queries": lambda shelf, lang: forms.query_list(shelf.queries, lang),
    "map": lambda shelf, lang: timeline.world(shelf.library, lang),
    "timeline": lambda shelf, lang: timeline.timeline(shelf.library, lang),
    "network": lambda shelf, lang: timeline.network(shelf.library, lang),
    "conflicts": lambda shelf, lang: lists.conflicts_page(shelf.library, lang),
    "ontology": lambda shelf, lang: ontology_page(shelf.library, lang),
    "sparql": lambda _, __: TextPage(name="sparql"),
    "downloads": lambda shelf, _: DownloadsPage(downloads=shelf.downloads),
    "about": lambda _, __: TextPage(name="about"),
}
"""Path of a page -> what makes its model."""

DRAWN = ("map", "timeline", "network")
"""Pages whose model is also given as JSON, for scripts that draw it."""


def fixed() -> tuple[str, ...]:
    """The paths of the pages that every site has."""
    return tuple(_PAGES)


def shown(shelf: Shelf, path: str, lang: str) -> Shown | None:
    """The page at a path, None where there is none; canned queries come with their form alone."""
    if path in _PAGES:
        return Shown(template=path, model=_PAGES[path](shelf, lang))
    folder, _, rest = path.partition("/")
    model: object | None = None
    template = ""
    if folder == "page" and rest:
        template, model = "thing", thing_page(shelf.library, names.ID + paths.key_from_path(rest), lang)
    elif folder == "browse":
        template, model = "browse", lists.browse_page(shelf.library, rest, lang)
    elif folder == "queries":
        query = canned(shelf, rest)
        template, model = "query", query and forms.query_page(shelf.library, query, {}, lang)
    return Shown(template=template, model=model) if model else None


def canned(shelf: Shelf, name: str) -> CannedQuery | None:
    """The canned query of that name."""
    return next((query for query in shelf.queries if query.name == name), None)


def kinds(shelf: Shelf) -> tuple[tuple[str, str, int], ...]:
    """(folder, name of the class, number of things) of the kinds that can be browsed."""
    return lists.kinds(shelf.library, "en")
