"""The accepted facts as direct triples, with what follows from them by calendar and by membership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.mapping.tenures import Tenures
from migkg.mapping.terms import TYPE, date, node, value
from migkg.names import literal, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.model import Fact, Triple

_LIMITS = {"startDate": ("earliestStart", "latestStart"), "endDate": ("earliestEnd", "latestEnd")}


def fact_triples(facts: Sequence[Fact]) -> Iterator[Triple]:
    """The direct triple of each fact; tenures and memberships with their nodes; limits of dates."""
    years = {fact.subject: fact.object for fact in facts if fact.predicate == "year"}
    for fact in facts:
        if fact.predicate != "hasPosition":
            term = value(fact.predicate, fact.object, dict(fact.qualifiers))
            yield node(fact.subject), word(fact.predicate), term
        if fact.predicate in _LIMITS:
            yield from _limits(fact, years.get(fact.subject, ""))
        if fact.predicate in predicates.ROLES:
            yield from _membership(fact)
    yield from Tenures(facts).triples()


def _limits(fact: Fact, year: str) -> Iterator[Triple]:
    bounds = partial.bounds(fact.object, year)
    if bounds is not None:
        for name, day in zip(_LIMITS[fact.predicate], bounds, strict=True):
            yield node(fact.subject), word(name), literal(day, datatype="xsd:date")


def membership_key(fact: Fact) -> str:
    """`membership:SACM/BO/member`, the key of the node of a membership."""
    return predicates.membership_key(fact.subject, fact.predicate, fact.object, dict(fact.qualifiers).get("role", ""))


def _membership(fact: Fact) -> Iterator[Triple]:
    key = membership_key(fact)
    me, role = node(key), key.rpartition("/")[2]
    yield me, TYPE, word("Membership")
    yield me, word("memberForum"), node(fact.subject)
    yield me, word("memberState"), node(fact.object)
    yield me, word("role"), word(f"{role.capitalize()}Role")
    for name, bound in fact.qualifiers:
        if name in predicates.INTERVAL:
            yield me, word(name), date(bound)
