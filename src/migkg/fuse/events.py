"""One-off conferences, which no series tells apart: their keys are words that each text finds anew.

Two such keys, or one and a meeting of a series, are one where they begin on one day in one city, unless a text speaks
of both; a day without a year is that of the only year in which anything began there that day. Two keys of the same
words in any order are one as well, where their sources agree, and two of one day, where no source tells another city
and something else is the same. And a key means one event in several sources only if they agree on its day, its city or
at least its year; otherwise it means one within each source.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.fuse.days import same_days, same_words
from migkg.fuse.evidence import source_node
from migkg.fuse.profile import AGREE, CONFLICT, Profile, compare
from migkg.fuse.ranks import is_event, parts, telling
from migkg.fuse.scope import stated
from migkg.fuse.sessions import meeting_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from migkg.fuse.identity import Proposal
    from migkg.model import Claim

    Place = tuple[tuple[int, int], str]
    """Month and day on which a meeting begins, and its city."""


_SEVERAL = 2
_WORDS = 3
"""So many words in common make two events that began on one day one."""
_SIGNS = frozenset({"hasHost", "hasTheme", "adopted"})
"""What two conferences of one day hardly have in common; states and bodies attend several."""


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
    """The events that are one with another event, or with the meetings of one series, by day and city or by words."""
    places: dict[Place, list[Profile]] = {}
    worded: dict[tuple[str, ...], list[Profile]] = {}
    dated: dict[date, list[Profile]] = {}
    for key, profile in sorted(found.items()):
        for place in product(sorted(profile.calendar_days()), sorted(profile.cities())):
            places.setdefault(place, []).append(profile)
        if is_event(key):
            worded.setdefault(telling(stated(key)), []).append(profile)
            for day in profile.days():
                dated.setdefault(day, []).append(profile)
    return [
        *(p for (day, _), profiles in sorted(places.items()) for p in _began(day, profiles)),
        *(p for _, profiles in sorted(worded.items()) for p in _named(profiles)),
        *(p for _, profiles in sorted(dated.items()) for p in _anywhere(profiles)),
    ]


def _began(day: tuple[int, int], profiles: list[Profile]) -> Iterator[Proposal]:
    """What is one of those that began in one city on a day of the calendar; in several years, only what tells its own.

    A text that gives no year mostly speaks of the only meeting that a day and a city make one think of.
    """
    years = {profile.key: _years_of(profile, day) for profile in profiles}
    told = set().union(*years.values())
    if len(told) < _SEVERAL:
        yield from _met(profiles)
        return
    for year in sorted(told):
        yield from _met([profile for profile in profiles if year in years[profile.key]])


def _years_of(profile: Profile, day: tuple[int, int]) -> set[str]:
    """The years of a day on which a meeting begins: those of its date, or else those that its sources name."""
    return {str(d.year) for d in profile.days() if (d.month, d.day) == day} or profile.years()


def _met(profiles: list[Profile]) -> Iterator[Proposal]:
    """What met on one day in one city; an event that a text tells from another of these stays alone.

    Where two series met, nobody can say which of them, or what else, an event is.
    """
    alone = [p for p in profiles if not is_event(p.key) or not any(_told_apart(p, q) for q in profiles if q is not p)]
    series = {parts(p.key)[0] for p in alone if not is_event(p.key)}
    if len(series) < _SEVERAL:
        yield from (same_days(p, q) for p, q in combinations(alone, 2) if is_event(p.key) or is_event(q.key))


def _anywhere(profiles: list[Profile]) -> Iterator[Proposal]:
    """The events of a day that have more in common, where all that tell their city tell the same."""
    if len(set().union(*(profile.cities() for profile in profiles))) < _SEVERAL:
        for one, other in combinations(profiles, 2):
            in_city = one.cities() and other.cities()  # `_met` knows more of these
            if not in_city and _alike(one, other) and not _told_apart(one, other):
                yield same_days(one, other)


def _alike(one: Profile, other: Profile) -> bool:
    """Whether two events have a country, a host, a theme, a document, a person or several words in common."""
    countries = one.countries(), other.countries()
    if all(countries) and not countries[0] & countries[1]:
        return False
    words = {*telling(stated(one.key))} & {*telling(stated(other.key))}
    signs = _signs(one) & _signs(other)
    return bool(signs) or sum(not word.isdecimal() for word in words) >= _WORDS


def _signs(profile: Profile) -> set[str]:
    told = {c.object for c in profile.claims if c.predicate in _SIGNS or predicates.kind_of(c.object) == "person"}
    return told | profile.countries()


def _named(profiles: list[Profile]) -> Iterator[Proposal]:
    """The events with the same words of which the sources agree, unless a third is one of the two but not the other."""
    for one, other in combinations(profiles, 2):
        alike = _agree(one, other) and not _told_apart(one, other)
        if alike and not any(_parts(p, one, other) or _parts(p, other, one) for p in profiles):
            yield same_words(one, other)


def _parts(third: Profile, one: Profile, other: Profile) -> bool:
    return _agree(third, one) and _excludes(third, other)


def _excludes(one: Profile, other: Profile) -> bool:
    years = one.years(), other.years()
    return compare(one, other) == CONFLICT or (all(years) and not years[0] & years[1])


def _told_apart(one: Profile, other: Profile) -> bool:
    return bool({source_node(c) for c in one.claims} & {source_node(c) for c in other.claims})
