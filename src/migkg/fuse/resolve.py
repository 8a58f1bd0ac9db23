"""From what a claim states to what it is about: the settled subject and object of each claim."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.fused import Resolved
from migkg.model import Evidence, Status
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from migkg.fuse.scope import Scope
    from migkg.model import Claim

COUNTRY = "country"
"""The qualifier of a city that names its state; it goes into the key of the city."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What is known before claims are resolved: keys of meetings and persons, countries of cities, documents."""

    scope: Scope
    subjects: Mapping[str, str]
    countries: Mapping[str, frozenset[str]]
    """States by folded name of a city, as claims name them together."""
    spellings: Mapping[str, str]
    """The spelling that is kept by folded name of a city."""
    held: Mapping[str, frozenset[str]]
    """States by settled meeting, as claims put it there."""
    documents: Mapping[tuple[str, str], str]
    """Key of a document by settled meeting and name."""
    names: Mapping[str, tuple[tuple[str, str], ...]]
    """Names of each document by its key: language and text."""

    def key(self, key: str, claim: Claim) -> str:
        """The settled key of a subject or keyed object of a claim."""
        own = self.scope.node(key, claim)
        return self.subjects.get(own, own)


def fault(claim: Claim) -> str:
    """Why a claim cannot be a fact, whatever others say: a code, empty where nothing is wrong."""
    broken = predicates.refusal(claim.subject, claim.predicate, claim.object)
    return broken or ("" if claim.verified else "unverified")


def resolve(claim: Claim, settled: Settled) -> Resolved:
    """A claim with settled subject and object; rejected where it has a fault, else accepted for now."""
    subject = settled.key(claim.subject, claim)
    reason = fault(claim)
    value = claim.object if reason in {"predicate", "range"} else _object(claim, subject, settled)
    status = Status.REJECTED if reason else Status.ACCEPTED
    return Resolved(subject=subject, predicate=claim.predicate, object=value, status=status, reason=reason)


def _object(claim: Claim, subject: str, settled: Settled) -> str:
    kind = predicates.object_kind(claim.predicate, claim.object)
    if kind == "city":
        return _city(claim, subject, settled)
    if kind == "document":
        return settled.documents.get((subject, claim.object), document(claim.object))
    if kind in predicates.MEETINGS or kind == "person":
        return settled.key(claim.object, claim)
    return " @ ".join(predicates.post_parts(claim.object)) if kind == "post" else claim.object


def document(name: str) -> str:
    """The key of a document by its name."""
    return f"document:{name.removeprefix('document:')}"


def _city(claim: Claim, subject: str, settled: Settled) -> str:
    """`city:NAME/ISO2`: by its own qualifier, else the only state that others give to it or to the meeting."""
    name, _, country = claim.object.removeprefix("city:").partition("/")
    known = settled.countries.get(fold(name), frozenset())
    held = settled.held.get(subject, frozenset())
    choices = (frozenset({country or dict(claim.qualifiers).get(COUNTRY, "")}) - {""}, known & held, known, held)
    only = next((next(iter(states)) for states in choices if len(states) == 1), "")
    spelling = settled.spellings.get(fold(name), name)
    return f"city:{spelling}/{only}" if only else f"city:{spelling}"


def spellings_of_cities(claims: Iterable[Claim]) -> dict[str, str]:
    """One spelling for the names of cities that fold alike: the tables', then the most frequent, then the least."""
    votes: dict[str, Counter[tuple[bool, str]]] = {}
    for claim in claims:
        if claim.predicate == "heldIn":
            name = claim.object.removeprefix("city:").partition("/")[0]
            votes.setdefault(fold(name), Counter())[isinstance(claim.evidence, Evidence), name] += 1
    return {folded: min(found, key=lambda vote: (vote[0], -found[vote], vote[1]))[1] for folded, found in votes.items()}


def countries_of_cities(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """The states that claims name together with a city, by the folded name of the city."""
    found: dict[str, frozenset[str]] = {}
    for claim in claims:
        if claim.predicate == "heldIn":
            name, _, country = claim.object.removeprefix("city:").partition("/")
            country = country or dict(claim.qualifiers).get(COUNTRY, "")
            if country:
                found[fold(name)] = found.get(fold(name), frozenset()) | {country}
    return found


def countries_of_meetings(claims: Iterable[Claim], meeting_of: Callable[[Claim], str]) -> dict[str, frozenset[str]]:
    """The states in which verified claims put a meeting, by its settled key."""
    found: dict[str, frozenset[str]] = {}
    for claim in claims:
        if claim.predicate == "heldInCountry" and not fault(claim):
            key = meeting_of(claim)
            found[key] = found.get(key, frozenset()) | {claim.object}
    return found
