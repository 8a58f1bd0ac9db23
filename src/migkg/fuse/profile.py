"""What the claims say about one meeting: the evidence by which two meetings are told apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.fuse.ranks import is_event
from migkg.fuse.scope import stated
from migkg.model import RowEvidence
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.fuse.evidence import Origins
    from migkg.fuse.scope import Scope
    from migkg.model import Claim

AGREE, UNKNOWN, CONFLICT = 1, 0, -1
_NEAR = 7
"""Days between two dates of one meeting: its civil society days and its main days."""
_FAR = 31
"""Days between two dates that cannot be one meeting, whatever a source calls it."""
_MONTH = 3
"""A date says when a meeting was from the precision of a month on."""


@dataclass(slots=True, kw_only=True)
class Profile:
    """The claims about one key by what they say; `year` is settled by `settle_year`.

    `from_table` says that a row of a table names the meeting by this key; `memory` then has what rows say from memory
    as well, where there is such.
    """

    key: str
    claims: list[Claim] = field(default_factory=list)
    by_predicate: dict[str, list[Claim]] = field(default_factory=dict)
    year: str = ""
    from_table: bool = False
    memory: Profile | None = None

    def add(self, claim: Claim) -> None:
        """Take a verified claim into account."""
        self.claims.append(claim)
        self.by_predicate.setdefault(claim.predicate, []).append(claim)

    def values(self, predicate: str) -> set[str]:
        """The objects of the claims with a predicate."""
        return {claim.object for claim in self.by_predicate.get(predicate, ())}

    def year_claims(self) -> dict[str, list[Claim]]:
        """The claims that give a year, by year: those that state it, or where none does, the dates."""
        found: dict[str, list[Claim]] = {}
        named = self.by_predicate.get("year", [])
        dated = [claim for name in predicates.DATES for claim in self.by_predicate.get(name, ())]
        for claim in named or dated:
            year = partial.year_of(claim.object)
            if year:
                found.setdefault(year, []).append(claim)
        return found

    def settle_year(self, origins: Origins) -> None:
        """Set `year` to the key's own, or to the one best supported; a draw leaves it open."""
        series = predicates.series_of(stated(self.key))
        if series is not None and predicates.is_year(series[1]):
            self.year = series[1]
            return
        ranked = sorted(((origins.support(claims), year) for year, claims in self.year_claims().items()), reverse=True)
        if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
            self.year = ranked[0][1]

    def years(self) -> set[str]:
        """All years that any claim names."""
        named = ("year", *predicates.DATES)
        return {year for name in named for value in self.values(name) if (year := partial.year_of(value))}

    def listed_years(self) -> set[str]:
        """The years that rows of the tables name."""
        claims = (c for name in ("year", *predicates.DATES) for c in self.by_predicate.get(name, ()))
        return {partial.year_of(c.object) for c in claims if isinstance(c.evidence, RowEvidence)} - {""}

    def cities(self) -> set[str]:
        """The folded names of the cities."""
        bare = (value.removeprefix("city:").partition("/")[0] for value in self.values("heldIn"))
        return {fold(value) for value in bare}

    def countries(self) -> set[str]:
        """The states in which a claim puts the meeting or its city."""
        named = self.by_predicate.get("heldIn", ())
        return self.values("heldInCountry") | {v for c in named for k, v in c.qualifiers if k == "country"}

    def days(self) -> set[date]:
        """The days on which claims let the meeting begin."""
        dates = (partial.parse(value) for value in self.values("startDate"))
        return {date(d.year, d.month, d.day) for d in dates if d is not None and d.year and d.month and d.day}

    def calendar_days(self) -> set[tuple[int, int]]:
        """Month and day of each day on which claims let the meeting begin, whatever the year."""
        dates = (partial.parse(value) for value in self.values("startDate"))
        return {(d.month, d.day) for d in dates if d is not None and d.month and d.day}

    def spans(self, year: str) -> list[tuple[date, date]]:
        """The time that each date can mean, from the precision of a month on; `year` completes a date."""
        found = []
        for name in predicates.DATES:
            for value in sorted(self.values(name)):
                parsed = partial.parse(value)
                limits = partial.bounds(value, year)
                if parsed is None or limits is None or (parsed.year is not None and parsed.precision < _MONTH):
                    continue
                found.append((date.fromisoformat(limits[0]), date.fromisoformat(limits[1])))
        return found

    def year_evidence(self, year: str) -> tuple[str, ...]:
        """The ids of the claims that put this key into a year, or else of all claims about it."""
        named = ("year", *predicates.DATES)
        giving = [c.id for n in named for c in self.by_predicate.get(n, ()) if partial.year_of(c.object) == year]
        return tuple(sorted(giving or [claim.id for claim in self.claims]))


def profiles(claims: Iterable[Claim], origins: Origins, scope: Scope) -> dict[str, Profile]:
    """The profile of every key of a meeting; unverified claims count for nothing but as a memory."""
    found: dict[str, Profile] = {}
    unsure: dict[str, list[Claim]] = {}
    for claim in claims:
        if predicates.series_of(claim.subject) is None and not is_event(claim.subject):
            continue
        key = scope.node(claim.subject, claim)
        profile = found.setdefault(key, Profile(key=key))
        profile.from_table |= isinstance(claim.evidence, RowEvidence)
        if claim.verified:
            profile.add(claim)
        elif isinstance(claim.evidence, RowEvidence):
            unsure.setdefault(key, []).append(claim)
    for key, recalled in unsure.items():
        found[key].memory = _remembered(found[key], recalled)
    for profile in (*found.values(), *(p.memory for p in found.values() if p.memory is not None)):
        profile.settle_year(origins)
    return found


def _remembered(profile: Profile, recalled: Iterable[Claim]) -> Profile:
    """A profile with what rows say from memory."""
    memory = Profile(key=profile.key, from_table=True)
    for claim in (*profile.claims, *recalled):
        memory.add(claim)
    return memory


def compare(one: Profile, other: Profile) -> int:
    """Whether city, country and dates agree, conflict, or do not tell.

    Dates a month apart conflict; another place conflicts unless the dates agree, since neighbouring towns
    and venues carry many meetings under two names.
    """
    year = one.year or other.year
    when = _compare_spans(one.spans(year), other.spans(year))
    places = {_overlap(one.cities(), other.cities()), _overlap(one.countries(), other.countries())}
    if when == CONFLICT or (CONFLICT in places and when != AGREE):
        return CONFLICT
    return AGREE if when == AGREE or _overlap(one.cities(), other.cities()) == AGREE else UNKNOWN


def _overlap(one: set[str], other: set[str]) -> int:
    if not one or not other:
        return UNKNOWN
    return AGREE if one & other else CONFLICT


def _compare_spans(one: list[tuple[date, date]], other: list[tuple[date, date]]) -> int:
    gaps = [max(0, (max(a[0], b[0]) - min(a[1], b[1])).days) for a in one for b in other]
    if not gaps:
        return UNKNOWN
    if min(gaps) <= _NEAR:
        return AGREE
    return CONFLICT if min(gaps) > _FAR else UNKNOWN


def near(one: date, other: date) -> bool:
    """Whether two days can be days of one meeting."""
    return abs((one - other).days) <= _NEAR
