"""Editions that only texts know, and for which the series of their forum as the tables have it leaves no place.

A text that speaks of the seventh edition in 2014, where the tables put the first into 2015, means a meeting of another
forum; and one of a year before the first is no edition. Nothing that is said of such a meeting is accepted.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.fuse import kinds
from migkg.fuse.accept import Candidate, Loss
from migkg.fuse.conflicts import Contradiction
from migkg.fuse.ranks import MAIN
from migkg.fuse.sessions import meeting_of
from migkg.model import OUT_OF_SERIES, RowEvidence, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from migkg.fuse.accept import Rule
    from migkg.fused import Resolved
    from migkg.model import Claim

_EDITION = "hasEdition"
_ORDINAL = "ordinal"
_YEARS = frozenset({"year", *predicates.DATES})
_SECOND = 2
"""The least number of an edition that is not the first."""


@dataclass(slots=True, kw_only=True)
class _Edition:
    """The numbers and years that claims give an edition; `listed` if a row of a table names it, even from memory.

    `claims` are all that are verified.
    """

    key: str
    listed: bool = False
    claims: list[Claim] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    years: set[int] = field(default_factory=set)

    def take(self, claim: Claim) -> None:
        """Take a claim into account."""
        self.listed |= isinstance(claim.evidence, RowEvidence)
        if not claim.verified:
            return
        self.claims.append(claim)
        if claim.predicate == _ORDINAL and predicates.is_ordinal(claim.object):
            self.numbers.add(int(claim.object))
        elif claim.predicate in _YEARS and (year := partial.year_of(claim.object)):
            self.years.add(int(year))

    def take_key(self) -> None:
        """Take number or year from the key, as one may where only texts name it."""
        last = self.key.rpartition("/")[2]
        if predicates.is_year(last):
            self.years.add(int(last))
        elif predicates.is_ordinal(last):
            self.numbers.add(int(last))

    def has_no_place_beside(self, other: _Edition) -> bool:
        """Whether number and years contradict those of another edition, which has both."""
        if not self.years:
            return False
        first, last, number = min(other.years), max(other.years), min(other.numbers)
        later = min(self.numbers, default=_SECOND) > number
        earlier = bool(self.numbers) and max(self.numbers) < number
        return (later and max(self.years) < first) or (earlier and min(self.years) > last)


def refuse(claims: Sequence[Claim], rule: Rule) -> tuple[dict[str, Resolved], list[Contradiction]]:
    """The resolved claims, those refused that speak of an edition without a place, and what stands against these."""
    displaced = dict(_displaced(_editions(claims, rule.resolved)))
    resolved = {
        claim: replace(found, status=Status.REJECTED, reason=OUT_OF_SERIES)
        if meeting_of(found.subject) in displaced
        else found
        for claim, found in rule.resolved.items()
    }
    return resolved, [_contradiction(edition, other, rule) for edition, other in displaced.values()]


def _editions(claims: Iterable[Claim], resolved: Mapping[str, Resolved]) -> dict[str, list[_Edition]]:
    """The main editions by forum; not of forums that number them afresh each year."""
    found: dict[str, _Edition] = {}
    series: dict[str, list[_Edition]] = {}
    afresh: set[str] = set()
    for claim in claims:
        key = resolved[claim.id].subject
        parts = predicates.series_of(key) if key.startswith(MAIN) else None
        if parts is None:
            continue
        if predicates.is_numbered_year(parts[1]):
            afresh.add(parts[0])
        if key not in found:
            found[key] = _Edition(key=key)
            series.setdefault(parts[0], []).append(found[key])
        found[key].take(claim)
    return {name: editions for name, editions in sorted(series.items()) if name not in afresh}


def _displaced(series: Mapping[str, Sequence[_Edition]]) -> Iterator[tuple[str, tuple[_Edition, _Edition]]]:
    """Each edition without a place by its key, with the one of the tables that stands against it."""
    for editions in series.values():
        known = [e for e in editions if e.listed and len(e.numbers) == 1 and e.years]
        known.sort(key=lambda e: (min(e.numbers), e.key))
        for edition in [edition for edition in editions if not edition.listed and edition.claims]:
            edition.take_key()
            against = next((other for other in known if edition.has_no_place_beside(other)), None)
            if against is not None:
                yield edition.key, (edition, against)


def _contradiction(edition: _Edition, other: _Edition, rule: Rule) -> Contradiction:
    loss = Loss(loser=_candidate(edition), against=_candidate(other))
    forum = f"forum:{edition.key.partition(':')[2].partition('/')[0]}"
    return Contradiction(subject=forum, loss=loss, kind=kinds.kind(forum, loss, {}, rule))


def _candidate(edition: _Edition) -> Candidate:
    told = (c for c in edition.claims if not edition.listed or c.predicate in {_ORDINAL, *_YEARS})
    claims = tuple(sorted(told, key=lambda claim: claim.id))
    return Candidate(predicate=_EDITION, object=edition.key, stating=claims, supporting=claims)
