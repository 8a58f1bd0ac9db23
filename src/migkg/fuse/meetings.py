"""Which keys of meetings are one meeting: an edition known by its year, its ordinal, or neither."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.fuse import events
from migkg.fuse.days import of_kinds, on_same_days
from migkg.fuse.identity import Proposal
from migkg.fuse.profile import AGREE, CONFLICT, Profile, compare
from migkg.fuse.ranks import (
    BY_DAYS,
    BY_MEMORY,
    BY_ORDINAL,
    BY_ORDINAL_OF_YEAR,
    BY_OTHER_YEAR,
    BY_OWN_YEAR,
    BY_YEAR,
    MAIN,
    REASONS,
    UNNUMBERED,
    is_event,
    parts,
    prefer,
)
from migkg.fuse.scope import is_scoped, stated
from migkg.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from migkg.fuse.evidence import Origins
    from migkg.model import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Proposals to join keys, and findings where joining was refused."""

    proposals: tuple[Proposal, ...]
    findings: tuple[Finding, ...]


def pair(found: Mapping[str, Profile], origins: Origins) -> Pairing:
    """The joins that ordinal, year, city and dates speak for, series by series, and those of events."""
    series: dict[str, list[Profile]] = {}
    for key in sorted(found):
        if not is_event(key):
            series.setdefault(parts(key)[0], []).append(found[key])
    pairings = [_Series(name, members, origins).pair() for name, members in sorted(series.items())]
    return Pairing(
        proposals=(
            *(p for pairing in pairings for p in pairing.proposals),
            *on_same_days(series),
            *of_kinds(series),
            *events.pair(found),
        ),
        findings=tuple(f for pairing in pairings for f in pairing.findings),
    )


def preference(found: Mapping[str, Profile]) -> Callable[[str], tuple[int, bool, int]]:
    """The order in which keys are kept: an ordinal, a year, neither; of one sort a table's before a text's.

    Events come last, and among them those with the most words.
    """
    return lambda key: (prefer(key), key not in found or not found[key].from_table, _wordy(key))


def _wordy(key: str) -> int:
    return -stated(key).count("-") if is_event(key) else 0


class _Series:
    """The keys of one series: the main editions of a forum, or its meetings of one kind."""

    def __init__(self, name: str, members: list[Profile], origins: Origins) -> None:
        self.name = name
        self.main = name.startswith(MAIN)
        self.origins = origins
        self.anchors = {p.key: p for p in members if prefer(p.key) == 0 or (p.from_table and not _is_year(p.key))}
        self.known = self.anchors | {p.key: p for p in members if prefer(p.key) < UNNUMBERED}
        self.others = [p for p in members if prefer(p.key) > 0]
        self.findings: list[Finding] = []
        self.targets: dict[str, list[tuple[Profile, int]]] = {}

    def pair(self) -> Pairing:
        for profile in self.others:
            target, rank = self._target(profile)
            if target:
                self.targets.setdefault(target, []).append((profile, rank))
        proposals = [
            Proposal(rank=rank, one=target, other=p.key, reason=REASONS[rank], claims=self._proof(p, target, rank))
            for target, joined in sorted(self.targets.items())
            for p, rank in self._harmonious(target, joined)
        ]
        return Pairing(proposals=tuple(proposals), findings=tuple(self.findings))

    def _target(self, profile: Profile) -> tuple[str, int]:
        """The key that a year or unnumbered key belongs to, and how it is known."""
        if _several(profile):
            return "", 0
        if is_scoped(profile.key) and predicates.is_ordinal(parts(stated(profile.key))[1]):
            return self._numbered_afresh(profile), BY_ORDINAL_OF_YEAR
        numbered = [key for key in self._numbered(profile) if self._possible(profile, key)]
        if len(numbered) == 1:
            return numbered[0], BY_ORDINAL
        on_day = self._on_day(profile)
        return (on_day[0], BY_DAYS) if len(on_day) == 1 else self._of_year(profile)

    def _of_year(self, profile: Profile) -> tuple[str, int]:
        """The key to which year and place lead: the only one that agrees or is remembered, or the only one at all."""
        in_year = [key for key, p in self.anchors.items() if profile.year == p.year and _can_meet(profile, p)]
        possible = [key for key in in_year if self._possible(profile, key)]
        agreeing = [key for key in possible if compare(profile, self.anchors[key]) == AGREE]
        if len(agreeing) == 1:
            return agreeing[0], BY_YEAR
        recalled = [key for key, p in self.anchors.items() if _recalls(p, profile) and self._possible(profile, key)]
        if len(recalled) == 1:
            return recalled[0], BY_MEMORY
        if self.main and len(possible) == 1 == len(in_year):
            return possible[0], BY_YEAR
        disputed = [] if in_year or is_scoped(profile.key) else self._in_disputed_year(profile)
        if len(disputed) == 1:
            return disputed[0], BY_OTHER_YEAR
        return ("", 0) if in_year and not is_scoped(profile.key) else self._own_year(profile)

    def _on_day(self, profile: Profile) -> list[str]:
        """The known meetings in the same city that begin on the day and month that a text without a year gives."""
        if profile.year or prefer(profile.key) < UNNUMBERED:
            return self._on_date(profile)
        day, city = profile.calendar_days(), profile.cities()
        return sorted(key for key, p in self.anchors.items() if day & p.calendar_days() and city & p.cities())

    def _on_date(self, profile: Profile) -> list[str]:
        """The meetings that begin on the same day, in no other city, and on whose year their own sources disagree."""
        day, city = profile.days(), profile.cities()
        unclear = [
            (key, p) for key, p in self.anchors.items() if not p.year and not (p.from_table and profile.from_table)
        ]
        same_day = [(key, p.cities()) for key, p in unclear if key != profile.key and day & p.days()]
        return sorted(key for key, cities in same_day if not city or not cities or city & cities)

    def _in_disputed_year(self, profile: Profile) -> list[str]:
        """The main editions that some row, though not most, puts into the year of a text; place and days agree."""
        known = [
            (key, p)
            for key, p in self.anchors.items()
            if self.main and _can_meet(profile, p) and _in_one_place(profile, p)
        ]
        given = [(key, p) for key, p in known if profile.year in p.listed_years() and self._possible(profile, key)]
        return [key for key, p in given if not profile.days() or compare(profile, p) == AGREE]

    def _numbered_afresh(self, profile: Profile) -> str:
        """The key of an ordinal in a series numbered afresh each year: with its year, where one is known."""
        number = parts(stated(profile.key))[1]
        key = f"{self.name}/{profile.year}-{number}" if profile.year else stated(profile.key)
        return key if self._possible(profile, key) else ""

    def _own_year(self, profile: Profile) -> tuple[str, int]:
        """The key of the only year that the claims on an unnumbered key name; a table's key stays its own."""
        own = f"{self.name}/{profile.year}"
        if not profile.year or profile.from_table or prefer(profile.key) < UNNUMBERED:
            return "", 0
        return (own, BY_OWN_YEAR) if self._possible(profile, own) else ("", 0)

    def _numbered(self, profile: Profile) -> list[str]:
        """The keys that the ordinals claimed of this one lead to, unless theirs is another year."""
        keys = sorted(f"{self.name}/{value}" for value in profile.values("ordinal") if predicates.is_ordinal(value))
        return [key for key in keys if not self._other_year(profile, key) and self._open(profile, key)]

    def _open(self, profile: Profile, key: str) -> bool:
        known = self.known.get(key)
        return known is None or not (known.from_table and profile.from_table)

    def _other_year(self, profile: Profile, key: str) -> bool:
        known = self.known.get(key)
        if known is None or not known.year or not profile.year or known.year == profile.year:
            return False
        self._refuse(profile, key, known)
        return True

    def _possible(self, profile: Profile, key: str) -> bool:
        known = self.known.get(key)
        if known is None or compare(profile, known) != CONFLICT:
            return True
        self._refuse(profile, key, known)
        return False

    def _refuse(self, profile: Profile, key: str, known: Profile | None) -> None:
        claims = {claim.id for p in (profile, known) if p is not None for claim in _telling(p)}
        finding = Finding(
            severity=Severity.INFO, check="identity/refused", focus=profile.key, value=key, claims=tuple(sorted(claims))
        )
        if finding not in self.findings:
            self.findings.append(finding)

    def _harmonious(self, target: str, joined: list[tuple[Profile, int]]) -> list[tuple[Profile, int]]:
        """The keys that can all be the target: of those that conflict, the ones in most conflicts stay apart."""
        kept = list(joined)
        while True:
            clashes = [sum(self._clash(p, q, target) for q, _ in kept if q is not p) for p, _ in kept]
            worst = max(clashes, default=0)
            if worst == 0:
                return kept
            weakest = min(self._strength(p) for (p, _), n in zip(kept, clashes, strict=True) if n == worst)
            for (profile, _), count in zip(kept, clashes, strict=True):
                if count == worst and self._strength(profile) == weakest:
                    self._refuse(profile, target, None)
            kept = [
                pair
                for pair, count in zip(kept, clashes, strict=True)
                if count < worst or self._strength(pair[0]) > weakest
            ]

    def _clash(self, one: Profile, other: Profile, target: str) -> bool:
        """Whether two keys that would join one target exclude one another; its own evidence goes before."""
        known = self.known.get(target)
        if one.year and other.year and one.year != other.year:
            return known is None or not {one.year, other.year} <= known.listed_years()
        if known is not None and AGREE in (compare(one, known), compare(other, known)):
            return False
        return compare(one, other) == CONFLICT

    def _strength(self, profile: Profile) -> tuple[int, int]:
        return self.origins.support(profile.claims)

    def _proof(self, profile: Profile, target: str, rank: int) -> tuple[str, ...]:
        if rank == BY_ORDINAL:
            number = parts(target)[1]
            return tuple(sorted(c.id for c in profile.by_predicate["ordinal"] if c.object == number))
        known = self.known.get(target)
        if rank == BY_MEMORY and known is not None:
            known = known.memory
        other = known.year_evidence(profile.year) if known is not None else ()
        return tuple(sorted({*profile.year_evidence(profile.year), *other}))


def _is_year(key: str) -> bool:
    return predicates.is_year(parts(key)[1])


def _can_meet(one: Profile, other: Profile) -> bool:
    """Whether two keys with a known year may be one: two keys of the tables are two meetings."""
    return bool(one.year) and one.key != other.key and not (one.from_table and other.from_table)


def _in_one_place(one: Profile, other: Profile) -> bool:
    """Whether no city of one is unlike those of the other."""
    return not one.cities() or not other.cities() or bool(one.cities() & other.cities())


def _recalls(row: Profile, profile: Profile) -> bool:
    """Whether a row of the tables gives, if only from memory, the year of a text and its place or its days too.

    Memory alone tells nothing; but a text that says the same without having seen the row is about the same meeting.
    """
    if row.memory is None or profile.from_table or not profile.year or row.year not in {"", profile.year}:
        return False
    return row.memory.year == profile.year and compare(profile, row.memory) == AGREE


def _several(profile: Profile) -> bool:
    """Whether a key with neither ordinal nor year stands for several meetings of its text."""
    unnumbered = prefer(profile.key) == UNNUMBERED and not profile.from_table and not is_scoped(profile.key)
    return unnumbered and (len(profile.years()) > 1 or len(profile.cities()) > 1 or len(profile.countries()) > 1)


def _telling(profile: Profile) -> list[Claim]:
    named = ("year", "startDate", "endDate", "heldIn", "heldInCountry", "ordinal")
    return [claim for name in named for claim in profile.by_predicate.get(name, ())]
