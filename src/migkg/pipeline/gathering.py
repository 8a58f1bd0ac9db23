"""The part of all claims that a change bears on: gathered from the ledger, at the cost of that part.

Those to be fused again (`core`) are all claims of the units that the change touches. What bears on them is gathered
beside them: whoever could be one of the persons they name, the same cities, documents with the same names, sources
that may be copies of theirs (`fuse.Relations`).
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from migkg import fuse, predicates
from migkg.pipeline import filing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from migkg.fuse import Relations
    from migkg.model import Claim
    from migkg.pipeline.filing import Filed
    from migkg.store import Ledger

    Pairs = Iterable[tuple[str, str]]


class Gathering:
    """Claims as they are filed, with those that come; `same` pairs keys that people joined."""

    def __init__(self, ledger: Ledger, relations: Relations, same: Pairs, coming: Iterable[Claim]) -> None:
        self.filed: dict[str, Filed] = {}
        """All that was gathered, by id."""
        self.core: set[str] = set()
        """The ids of those that are fused again."""
        self._ledger = ledger
        self._units: set[str] = set()
        self._wanted: set[str] = set()
        self._looked: set[str] = set()
        self._together: dict[tuple[str, str], set[str]] = defaultdict(set)
        for pair in same:
            for key, other in (pair, pair[::-1]):
                self._together[_part(key)].add(_part(other)[1])
        self._held = _Held()
        self._people = _People(relations, self._wanted)
        for claim in coming:
            self.touch(fuse.units(claim))
            self._people.note(claim, "", follow=True)
            self._want_names(claim)

    def touch(self, units: Iterable[str]) -> None:
        """Fuse all claims of these units again."""
        waiting = sorted(set(units) - self._units)
        while waiting:
            unit = waiting.pop()
            if unit not in self._units:
                self._units.add(unit)
                self._wanted.add(f"unit {unit}")
                waiting += sorted(self._together["unit", unit])
        for filed in [filed for name, filed in self.filed.items() if name not in self.core]:
            self._sort(filed)

    def touch_sources(self, sources: Iterable[str]) -> None:
        """Fuse all claims of the units again of which these sources speak."""
        found = self._load({f"from {source}" for source in sources})
        self.touch(unit for filed in found for unit in fuse.units(filed.claim))

    def of_source(self, source: str) -> list[Filed]:
        """The claims of one source."""
        return [filed for filed in self._load({f"from {source}"}) if filed.source == source]

    def fill(self) -> None:
        """Gather until nothing more bears on what is there."""
        while self._wanted - self._looked:
            wanted = self._wanted - self._looked
            self._looked |= wanted
            self._load(wanted)
            for person in sorted(self._people.followed):
                for other in sorted(self._together["person", person]):
                    self._people.follow(other)
            self.touch(self._on_days())

    def _on_days(self) -> set[str]:
        """The units of meetings that begin on one day with one of the core: one-off ones, or one where either is, in
        one city."""
        beside = [filed.claim for name, filed in self.filed.items() if name not in self.core]
        around = _Held(beside)
        near = around.near(self._held.places()) | around.one_off(self._held.days())
        return {unit for claim in beside if claim.subject in near for unit in fuse.units(claim)}

    def _load(self, terms: set[str]) -> list[Filed]:
        ids = self._ledger.find(terms)
        values = self._ledger.values(ids - self.filed.keys())
        for name, value in values.items():
            self.filed[name] = filing.read_filed(value)
        for name in values:
            self._sort(self.filed[name])
            self._people.note(self.filed[name].claim, self.filed[name].meeting)
        return [self.filed[name] for name in sorted(ids)]

    def _sort(self, filed: Filed) -> None:
        """Into the core, if it belongs to a unit that is fused again; it takes its other units along."""
        units = fuse.units(filed.claim)
        if units & self._units:
            self.core.add(filed.claim.id)
            self._people.note(filed.claim, filed.meeting, follow=True)
            self._want_names(filed.claim)
            if units - self._units:
                self.touch(units)
        elif fuse.is_document(filed.claim):
            self._wanted.add(f"adopted {filed.meeting}")

    def _want_names(self, claim: Claim) -> None:
        if claim.predicate == "heldIn":
            self._wanted.add(fuse.city_term(claim))
        if fuse.day_of(claim):
            self._wanted.add(fuse.day_term(claim))
        self._held.note(claim)
        if fuse.is_document(claim):
            self._wanted.add(fuse.document_term(claim))


class _Held:
    """When and where meetings begin, by their keys: on days of the calendar, in cities."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        self._days: dict[str, set[str]] = defaultdict(set)
        self._cities: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            self.note(claim)

    def note(self, claim: Claim) -> None:
        """Take a claim into account."""
        day, city = fuse.day_of(claim), fuse.city_of(claim)
        if day:
            self._days[claim.subject].add(day)
        if city:
            self._cities[claim.subject].add(city)

    def places(self) -> dict[tuple[str, str], bool]:
        """Each day and city with a meeting, and whether one of those is outside any series."""
        found: dict[tuple[str, str], bool] = {}
        for key, place in self._told():
            found[place] = found.get(place, False) or fuse.is_event(key)
        return found

    def near(self, others: Mapping[tuple[str, str], bool]) -> set[str]:
        """The keys of what begins where others do, if it or one of these is outside any series."""
        return {key for key, place in self._told() if place in others and (others[place] or fuse.is_event(key))}

    def days(self) -> set[str]:
        """Each day on which something outside any series begins."""
        return {day for key, days in self._days.items() if fuse.is_event(key) for day in days}

    def one_off(self, days: set[str]) -> set[str]:
        """The keys of what begins on some of these days outside any series."""
        return {key for key, own in self._days.items() if fuse.is_event(key) and own & days}

    def _told(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for key in self._days.keys() & self._cities.keys():
            yield from ((key, place) for place in product(self._days[key], self._cities[key]))


class _People:
    """Follows persons to all who could be the same: by a word in one setting, or all words."""

    def __init__(self, relations: Relations, wanted: set[str]) -> None:
        self.followed: set[str] = set()
        self._relations = relations
        self._wanted = wanted
        self._claims: dict[str, dict[str, tuple[Claim, str]]] = defaultdict(dict)
        self._met: dict[str, set[str]] = defaultdict(set)
        """Who is met under a term, followed or not."""

    def note(self, claim: Claim, meeting: str, *, follow: bool = False) -> None:
        """Take a claim into account; with `follow`, follow all whom it names."""
        for person in fuse.people(claim):
            self._claims[person][claim.id] = claim, meeting
            if follow:
                self.follow(person)
            self._meet(person, claim, meeting)

    def _meet(self, person: str, claim: Claim, meeting: str) -> None:
        for term in sorted(self._relations.person_terms(person, claim, meeting)):
            self._met[term].add(person)
            if person in self.followed:
                self._wanted.add(term)
            for other in sorted(self._met[term] - {person}):
                self._compare(person, other)

    def _compare(self, one: str, other: str) -> None:
        """Follow the one who could be the other, who is followed."""
        followed = {one, other} & self.followed
        if len(followed) == 1 and fuse.could_be_one(self._relations.words(one), self._relations.words(other)):
            (new,) = {one, other} - followed
            self.follow(new)

    def follow(self, person: str) -> None:
        """Look for all claims that name a person, and for all who could be the same."""
        if person in self.followed:
            return
        self.followed.add(person)
        self._wanted.add(f"person {person}")
        for claim, meeting in list(self._claims[person].values()):
            self._meet(person, claim, meeting)


def _part(key: str) -> tuple[str, str]:
    return ("person", key) if predicates.kind_of(key) == "person" else ("unit", fuse.unit(key))
