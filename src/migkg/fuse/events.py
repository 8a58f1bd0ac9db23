"""One-off conferences, which no series tells apart: their keys are words that each text finds anew.

Two such keys, or one and a meeting of a series, are one where they begin on one day in one city, unless a text speaks
of both. And a key means one event in several sources only if they agree on its day, its city or at least its year;
otherwise it means one within each source.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from migkg.fuse.days import same_days
from migkg.fuse.evidence import source_node
from migkg.fuse.profile import AGREE, CONFLICT, Profile, compare
from migkg.fuse.ranks import is_event, parts
from migkg.fuse.sessions import meeting_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from migkg.fuse.identity import Proposal
    from migkg.model import Claim

    Place = tuple[date, str]
    """The first day of a meeting, and its city."""


_SEVERAL = 2


def meant(claims: Iterable[Claim]) -> dict[tuple[str, str], str]:
    """Key and source -> the first of the sources that mean one event by a key, where others mean another.

    A source that speaks of a session alone names its event as well, and says neither when nor where that met.
    """
    told: dict[str, dict[str, Profile]] = {}
    for claim in claims:
        key = meeting_of(claim.subject)
        if is_event(key):
            profile = told.setdefault(key, {}).setdefault(source_node(claim), Profile(key=key))
            if claim.verified and key == claim.subject:
                profile.add(claim)
    found = {}
    for key, profiles in told.items():
        groups = _agreeing(profiles)
        if len(groups) > 1:
            found.update({(key, source): min(group) for group in groups for source in group})
    return found


def _agreeing(told: Mapping[str, Profile]) -> list[set[str]]:
    """The sources in groups that agree, directly or through others; those that say the same are looked at once."""
    alike: dict[tuple[frozenset[object], ...], list[str]] = {}
    for source, profile in sorted(told.items()):
        said = profile.years(), profile.cities(), profile.countries(), profile.spans("")
        alike.setdefault(tuple(frozenset(part) for part in said), []).append(source)
    groups: list[set[str]] = []
    for sources in alike.values():
        one = told[sources[0]]
        if not _agree(one, one):  # it says neither when nor where
            groups += ({source} for source in sources)
            continue
        joined = [group for group in groups if any(_agree(one, told[source]) for source in group)]
        groups = [*(group for group in groups if group not in joined), {*sources}.union(*joined)]
    return groups


def _agree(one: Profile, other: Profile) -> bool:
    years, found = one.years() & other.years(), compare(one, other)
    if one.years() and other.years() and not years:
        return False
    return found == AGREE or (bool(years) and found != CONFLICT)


def pair(found: Mapping[str, Profile]) -> list[Proposal]:
    """The events that are one with another event, or with the meetings of one series, by their first day and city."""
    places: dict[Place, list[Profile]] = {}
    for _, profile in sorted(found.items()):
        for place in product(sorted(profile.days()), sorted(profile.cities())):
            places.setdefault(place, []).append(profile)
    return [proposal for _, profiles in sorted(places.items()) for proposal in _met(profiles)]


def _met(profiles: list[Profile]) -> Iterator[Proposal]:
    """What met on one day in one city; an event that a text tells from another of these stays alone.

    Where two series met, nobody can say which of them, or what else, an event is.
    """
    alone = [p for p in profiles if not is_event(p.key) or not any(_told_apart(p, q) for q in profiles if q is not p)]
    series = {parts(p.key)[0] for p in alone if not is_event(p.key)}
    if len(series) < _SEVERAL:
        yield from (same_days(p, q) for p, q in combinations(alone, 2) if is_event(p.key) or is_event(q.key))


def _told_apart(one: Profile, other: Profile) -> bool:
    return bool({source_node(c) for c in one.claims} & {source_node(c) for c in other.claims})
