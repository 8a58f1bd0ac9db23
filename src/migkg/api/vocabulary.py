"""The names of the things in a graph, by the type of parameter that takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names, query
from migkg.api.terms import LABELS, current
from migkg.query import header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Term
    from migkg.store import Store

CLASSES = {
    "forum": ("Forum",),
    "state": ("State",),
    "city": ("City",),
    "organisation": ("Organisation",),
    "official": ("Official",),
    "meeting": ("Meeting",),
    "document": ("Document",),
    "article": ("Article",),
    "member": ("State", "Organisation"),
}
"""Type of parameter -> classes of the ontology; other types (`thing`, `property`) range over all that has a label."""


def vocabulary(store: Store, kind: str) -> dict[str, Term]:
    """Every name and code, and the local part of the IRI, of the things of a type."""
    return {name: term for term in _things(store, kind) for name in _names(store, term)}


def find(store: Store, kind: str, text: str) -> Term | None:
    """The one thing of a type that has this key, IRI, CURIE or local name, or had it before it became another, or else
    exactly this name or code; None where none or several have.
    """
    for address in query.addresses(kind, text):
        thing = current(store, address)
        if _is(store, kind, thing):
            return thing
    named = [names.literal(text, lang=lang) for lang in (*header.LANGUAGES, "")]
    found = {s for key in LABELS for name in named for s, _, _ in store.triples(None, names.expand(key), name)}
    fitting = [thing for thing in found if _is(store, kind, thing)]
    return fitting[0] if len(fitting) == 1 else None


def _is(store: Store, kind: str, thing: Term) -> bool:
    """Whether the graph has the thing, of the classes of its type."""
    wanted = [(names.expand("rdf:type"), names.word(cls)) for cls in CLASSES.get(kind, ())]
    if not wanted:
        start = f"<{names.MF}" if kind == "property" else f"<{names.ID}"
        return thing.startswith(start) and any(store.triples(thing, names.expand("rdfs:label")))
    return any(True for path, cls in wanted for _ in store.triples(thing, path, cls))


def _things(store: Store, kind: str) -> Iterator[Term]:
    if kind in CLASSES:
        for cls in CLASSES[kind]:
            yield from sorted(s for s, _, _ in store.triples(None, names.expand("rdf:type"), names.word(cls)))
        return
    start = f"<{names.MF}" if kind == "property" else f"<{names.ID}"
    labelled = {s for s, _, _ in store.triples(None, names.expand("rdfs:label")) if s.startswith(start)}
    yield from sorted(labelled)


def _names(store: Store, term: Term) -> Iterator[str]:
    address = names.text_of(term)
    if address.startswith(names.ID):
        yield address.removeprefix(names.ID).partition("/")[2]
    else:
        yield address.removeprefix(names.MF)
    for key in LABELS:
        for _, _, value in store.triples(term, names.expand(key)):
            yield names.text_of(value)


def nearest(store: Store, term: Term) -> Term | str:
    """The term of the same kind, of the ontology or among the things, that is spelt most like this one; else empty."""
    import difflib  # only for who mistypes

    address = names.text_of(term)
    start = names.MF if address.startswith(names.MF) else address[: address.find("/", len(names.ID)) + 1]
    if not address.startswith((names.ID, names.MF)):
        return ""
    known = {names.text_of(s) for s, _, _ in store.triples(None, names.expand("rdf:type")) if s.startswith(f"<{start}")}
    folded = {name[len(start) :].casefold(): name for name in sorted(known)}
    near = difflib.get_close_matches(address[len(start) :].casefold(), folded, n=1)
    return names.iri(folded[near[0]]) if near else ""
