"""What the writers of answers need to know of a thing beyond its IRI: its name, its place, its days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from migkg import names
from migkg.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from migkg.model import Term
    from migkg.store import Store

_DAY = "^^<http://www.w3.org/2001/XMLSchema#date>"


class Place(Record):
    """A point in degrees (WGS 84), east and north, and the thing that lies there."""

    thing: Term
    east: float
    north: float


class Event(Record):
    """A meeting whose days are known: the first and the last, its name, where it met, and its country or city."""

    thing: Term
    first: date
    last: date
    summary: str
    location: str


def plain(term: Term) -> str:
    """A thing by its CURIE, a literal by its text."""
    return names.shorten(term)


def nowhere(_term: Term) -> None:
    """What is known where there is no store at hand."""


class View(Record):
    """The eyes of a reader: how a thing is called, where it lies, when it took place.

    `starts` are the numbers of the rows that begin a row of the answer, the others being more evidence for it; None
    where every row is one.
    """

    label: Callable[[Term], str] = plain
    lang: str = "en"
    place: Callable[[Term], Place | None] = nowhere
    event: Callable[[Term], Event | None] = nowhere
    starts: frozenset[int] | None = None


def place(store: Store, term: Term) -> Place | None:
    """The point of a city, or of the city that a meeting was held in; the first in the order of IRIs."""
    for thing in (term, *_objects(store, term, "mf:heldIn")):
        east, north = _first(store, thing, "geo:long"), _first(store, thing, "geo:lat")
        if east and north:
            return Place(thing=thing, east=float(names.text_of(east)), north=float(names.text_of(north)))
    return None


def event(store: Store, term: Term, label: Callable[[Term], str]) -> Event | None:
    """The days of a meeting; None where the first is not known to the day. A last day not known is the first."""
    first = _day(_first(store, term, "mf:startDate"))
    if first is None:
        return None
    where = [o for key in ("mf:heldIn", "mf:heldInCountry") for o in _objects(store, term, key)]
    return Event(
        thing=term,
        first=first,
        last=max(first, _day(_first(store, term, "mf:endDate")) or first),
        summary=label(term),
        location=", ".join(label(thing) for thing in where),
    )


def _objects(store: Store, term: Term, key: str) -> Iterator[Term]:
    """The values of a property, sorted; a literal has none."""
    if term.startswith('"'):
        return
    yield from sorted(o for _, _, o in store.triples(term, names.expand(key)))


def _first(store: Store, term: Term, key: str) -> Term | None:
    return next(_objects(store, term, key), None)


def _day(term: Term | None) -> date | None:
    if term is None or not term.endswith(_DAY):
        return None
    return date.fromisoformat(names.text_of(term))
