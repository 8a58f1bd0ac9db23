"""Who says so: the claims behind a statement, read from the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import names
from migkg.names import expand, text_of, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Term
    from migkg.store import Store

Description = dict[str, list["Term"]]
"""The properties of one node, by CURIE."""


BOUNDS = {"mf:from": ("mf:validFrom",), "mf:until": ("mf:validUntil",)}
"""The property of a claim that says what a disagreement on a bound is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """One claim for a statement: its status and the words that state it, with their source.

    `source` is an article's id or `table/row`; `url` is the address that it rests on; `published` is an ISO date.
    """

    claim: str
    status: str
    subject: str
    predicate: str
    object: str
    quote: str
    source: str
    title: str
    url: str
    published: str
    rule: str
    modality: str


def describe(store: Store, node: Term) -> Description:
    """All properties of a node in the default graph."""
    found: Description = {}
    for _, predicate, value in store.triples(node):
        found.setdefault(names.shorten(predicate), []).append(value)
    return {key: sorted(values) for key, values in found.items()}


def first(description: Description, key: str) -> str:
    """The text of the first value of a property, or an empty string."""
    values = description.get(key)
    return text_of(values[0]) if values else ""


def claims_about(store: Store, subject: Term, predicate: Term | None = None) -> Iterator[tuple[Term, Description]]:
    """The claims on a subject (and property), in the order of their IRIs."""
    for claim in sorted(s for s, _, _ in store.triples(None, expand("rdf:subject"), subject)):
        description = describe(store, claim)
        if predicate is None or predicate in description.get("rdf:predicate", []):
            yield claim, description


def support(store: Store, claim: Term, description: Description) -> Support:
    """A claim as people read it."""
    origin = description.get("prov:wasDerivedFrom", [])
    source = describe(store, origin[0]) if origin else {}
    return Support(
        claim=names.shorten(claim),
        status=_local(description, "mf:status"),
        subject=first(description, "mf:statedSubject"),
        predicate=first(description, "mf:statedPredicate"),
        object=first(description, "mf:statedObject"),
        quote=first(description, "mf:quote") or _cell(description),
        source=_origin(origin[0]) if origin else "",
        title=first(source, "dcterms:title"),
        url=first(source, "dcterms:source"),
        published=first(source, "dcterms:issued"),
        rule=first(description, "mf:rule"),
        modality=_local(description, "mf:modality"),
    )


def _local(description: Description, key: str) -> str:
    return first(description, key).removeprefix(text_of(word(""))).casefold()


def _cell(description: Description) -> str:
    field = first(description, "mf:field")
    return f"{field}: {first(description, 'mf:cell')}" if field else ""


def _origin(node: Term) -> str:
    return text_of(node).removeprefix(names.ID).removeprefix("article/").removeprefix("row/")
