"""Meetings that their days make one, whatever their keys: on one day in one city, or with one number on one day."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.fuse.identity import Proposal
from migkg.fuse.profile import AGREE, Profile, compare, near
from migkg.fuse.ranks import BY_DAYS, BY_KIND, BY_WORDS, MAIN, REASONS, parts
from migkg.fuse.scope import stated

if TYPE_CHECKING:
    from collections.abc import Mapping


def on_same_days(series: Mapping[str, list[Profile]]) -> list[Proposal]:
    """Meetings of one series that begin on one day in one city are one; lesser ones of two rows may be two."""
    found = []
    for name, members in sorted(series.items()):
        for one, other in combinations(members, 2):
            if one.from_table and other.from_table and not name.startswith(MAIN):
                continue
            if one.days() & other.days() and one.cities() & other.cities() and not _two_numbers(one, other):
                found.append(same_days(one, other))
    return found


def same_days(one: Profile, other: Profile) -> Proposal:
    """That two meetings are one since they met at one time and place; the claims that tell the days show it."""
    return _proposal(BY_DAYS, one, other)


def same_words(one: Profile, other: Profile) -> Proposal:
    """That two events are one since their keys have the same words; the claims on when and where they met show it."""
    told = (*predicates.DATES, "year", "heldIn")
    claims = {claim.id for p in (one, other) for name in told for claim in p.by_predicate.get(name, ())}
    return Proposal(rank=BY_WORDS, one=one.key, other=other.key, reason=REASONS[BY_WORDS], claims=tuple(sorted(claims)))


def _two_numbers(one: Profile, other: Profile) -> bool:
    numbers = {parts(stated(p.key))[1] for p in (one, other) if predicates.is_ordinal(parts(stated(p.key))[1])}
    return len(numbers) > 1


def of_kinds(series: Mapping[str, list[Profile]]) -> list[Proposal]:
    """A main edition of a text and a lesser meeting of the tables, or the other way about, with one ordinal and day.

    Texts often leave out of which kind a meeting is the seventh; the tables know.
    """
    numbered: dict[tuple[str, str], list[Profile]] = {}
    for name, members in sorted(series.items()):
        for profile in members:
            last = parts(profile.key)[1]
            if predicates.is_ordinal(last):
                numbered.setdefault((name.partition(":")[2].partition("/")[0], last), []).append(profile)
    return [
        _proposal(BY_KIND, one, other)
        for _, profiles in sorted(numbered.items())
        for one, other in combinations(profiles, 2)
        if one.from_table != other.from_table
        and any(p.key.startswith(MAIN) for p in (one, other))
        and compare(one, other) == AGREE
        and any(near(a, b) for a in one.days() for b in other.days())
    ]


def _proposal(rank: int, one: Profile, other: Profile) -> Proposal:
    claims = {claim.id for p in (one, other) for claim in p.by_predicate.get("startDate", ())}
    return Proposal(rank=rank, one=one.key, other=other.key, reason=REASONS[rank], claims=tuple(sorted(claims)))
