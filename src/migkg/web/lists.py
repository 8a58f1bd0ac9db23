"""Ways to things: the start page, lists by kind, and the search by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names
from migkg.names import expand, text_of, word
from migkg.web import evidence, paths
from migkg.web.library import OTHER_NAMES
from migkg.web.models import BrowsePage, ConflictsPage, Hit, SearchPage, StartPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Term
    from migkg.web.library import Library
    from migkg.web.values import Ref

KINDS = {
    "forum": "Forum",
    "meeting": "Meeting",
    "session": "Session",
    "state": "State",
    "city": "City",
    "org": "Organisation",
    "official": "Official",
    "post": "Post",
    "document": "Document",
    "article": "Article",
}
"""The kinds of things that can be listed: folder of the identifiers -> class of the ontology."""

SHOWN = 50
"""Hits on a page of the search."""


def start_page(library: Library, queries: tuple[Ref, ...], lang: str) -> StartPage:
    """The way in; the figures are those that the build wrote down."""
    counts = library.store.manifest.get("about", {}).get("counts", {})
    return StartPage(
        figures=dict(sorted(counts.items())),
        kinds=kinds(library, lang),
        forums=_sorted(library, library.things("Forum"), lang),
        queries=queries,
    )


def kinds(library: Library, lang: str) -> tuple[tuple[str, str, int], ...]:
    """(folder, name of the class, number of things) of each kind of which there are any."""
    counted = ((folder, library.label(word(cls), lang)[0], len(library.things(cls))) for folder, cls in KINDS.items())
    return tuple(kind for kind in counted if kind[2])


def browse_page(library: Library, folder: str, lang: str) -> BrowsePage | None:
    """All things of a kind by name, None for an unknown kind."""
    if folder not in KINDS:
        return None
    cls = word(KINDS[folder])
    return BrowsePage(
        folder=folder,
        title=library.label(cls, lang)[0],
        definition=library.text(cls, "skos:definition", lang),
        things=_sorted(library, library.things(KINDS[folder]), lang),
    )


def conflicts_page(library: Library, lang: str) -> ConflictsPage:
    """Every disagreement between sources."""
    return ConflictsPage(contradictions=evidence.all_contradictions(library, lang))


def search_page(library: Library, query: str, kind: str, lang: str) -> SearchPage:
    """The things whose names hold all words of the query (folded: no case, no accents), whole names first."""
    wanted = names.fold(query)
    found: dict[Term, tuple[int, str]] = {}
    for term, name in _names(library, kind) if wanted else ():
        rank = _rank(wanted, names.fold(name))
        if rank is not None and (term not in found or (rank, name) < found[term]):
            found[term] = (rank, name)
    ordered = sorted(found.items(), key=lambda item: (item[1][0], len(item[1][1]), item[1][1], item[0]))
    return SearchPage(
        query=query,
        kind=kind,
        hits=tuple(Hit(ref=library.ref(term, lang), matched=name) for term, (_, name) in ordered[:SHOWN]),
        total=len(ordered),
        kinds=kinds(library, lang),
    )


def _names(library: Library, kind: str) -> Iterator[tuple[Term, str]]:
    """Every name and code of every thing that can be listed."""
    for folder, cls in KINDS.items():
        if kind and folder != kind:
            continue
        for term in library.things(cls):
            yield from ((term, name) for name in library.labels(term).values())
            for curie in OTHER_NAMES:
                yield from ((term, text_of(o)) for _, _, o in library.store.triples(term, expand(curie)))


def _rank(wanted: str, name: str) -> int | None:
    """0 for the whole name, 1 for its beginning, 2 for words that begin so, 3 for parts of words, None for no match."""
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    words = wanted.split()
    if all(f" {one}" in f" {name}" for one in words):
        return 2
    return 3 if all(one in name for one in words) else None


def _sorted(library: Library, things: list[Term], lang: str) -> tuple[Ref, ...]:
    refs = [library.ref(term, lang) for term in things]
    return tuple(sorted(refs, key=lambda ref: (names.fold(ref.label), ref.address)))


def similar(library: Library, key: str, lang: str) -> tuple[Ref, ...]:
    """Things with a similar key, for a page that says that something was not found."""
    import difflib

    folder = key.partition("/")[0]
    keys = [k for address in library.addresses if (k := paths.key_of(address)) and k.startswith(f"{folder}/")]
    near = difflib.get_close_matches(key, sorted(keys), n=5, cutoff=0.6)
    return tuple(library.ref(names.thing(*found.split("/", 1)), lang) for found in near)
