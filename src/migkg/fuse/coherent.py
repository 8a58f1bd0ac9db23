"""The properties of one meeting decided together, so that what is accepted can be true at once.

The year goes first, and days speak for their year; then the country, for which cities speak; then city, first day,
last day, and the rest. A city outside the accepted country, a day outside the accepted year and a last day before
the first cannot stand. Sources that lost on the year count last on everything else that is said of the meeting; a last
day stands with a first day, so one that only sources of a lost first day give falls with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.claim_table import source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from migkg.fuse.accept import Candidate, Decision, Rule
    from migkg.model import Claim

_ORDER = ("year", "heldInCountry", "heldIn", "startDate", "endDate")
_START, _END = predicates.DATES


def decide(subject: str, groups: Mapping[str, Sequence[Claim]], rule: Rule) -> dict[str, Decision]:
    """The decision on each property of a subject; `groups` are the claims that compete, by property."""
    return _Meeting(subject, groups, rule).decide()


class _Meeting:
    """One meeting: its claims by property, and what has been accepted of it so far."""

    def __init__(self, subject: str, groups: Mapping[str, Sequence[Claim]], rule: Rule) -> None:
        self._subject = subject
        self._groups = groups
        self._rule = rule
        self._accepted: dict[str, Candidate] = {}
        self._lost: dict[str, frozenset[str]] = {}

    def decide(self) -> dict[str, Decision]:
        rest = sorted(name for name in self._groups if name not in _ORDER)
        return {name: self._property(name) for name in (*_ORDER, *rest) if name in self._groups}

    def _property(self, name: str) -> Decision:
        candidates = self._rule.candidates(self._groups[name], self._aside(name))
        odd = self._lost.get("year", frozenset())
        decision = self._rule.decide(self._subject, candidates, self._excluding, odd)
        if decision.winner is not None:
            self._accepted[name] = decision.winner
            losing = _sources(claim for loss in decision.losses for claim in loss.loser.stating)
            self._lost[name] = losing - _sources(decision.winner.supporting)
        return decision

    def _aside(self, name: str) -> dict[str, list[Claim]]:
        """By value, the claims on another property from which it follows."""
        found: dict[str, list[Claim]] = {}
        if name == "year":
            for claim in (c for date in predicates.DATES for c in self._groups.get(date, ())):
                found.setdefault(partial.year_of(self._value(claim)), []).append(claim)
        elif name == "heldInCountry":
            for claim in self._groups.get("heldIn", ()):
                found.setdefault(_country(self._value(claim)), []).append(claim)
        return found

    def _value(self, claim: Claim) -> str:
        return self._rule.resolved[claim.id].object

    def _excluding(self, candidate: Candidate) -> Candidate | None:
        """The accepted value of another property beside which a value cannot stand."""
        if candidate.predicate == "heldIn":
            country = self._accepted.get("heldInCountry")
            own = _country(candidate.object)
            return country if country is not None and own and own != country.object else None
        if candidate.predicate in predicates.DATES:
            return self._outside_year(candidate) or self._outside_start(candidate)
        return None

    def _outside_year(self, candidate: Candidate) -> Candidate | None:
        """A meeting that begins in its year may end in the next."""
        year, own = self._accepted.get("year"), partial.year_of(candidate.object)
        if year is None or not own:
            return None
        allowed = {year.object, str(int(year.object) + 1)} if candidate.predicate == _END else {year.object}
        return None if own in allowed else year

    def _outside_start(self, candidate: Candidate) -> Candidate | None:
        start = self._accepted.get(_START)
        if candidate.predicate != _END or start is None:
            return None
        year = self._accepted["year"].object if "year" in self._accepted else ""
        if partial.before(candidate.object, start.object, year):
            return start
        return start if _sources(candidate.witnesses) <= self._lost[_START] else None


def _sources(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(source_of(claim) for claim in claims)


def _country(city: str) -> str:
    return city.partition("/")[2]
