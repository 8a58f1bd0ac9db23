"""Which objects an item gives for a predicate: what does not fit the range gives none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.extract.item import OBSERVER
from migkg.extract.light import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.extract.facts import Scene
    from migkg.extract.item import Date, Item

_PARTIES = frozenset({"hasParticipant", "hasMember", "hasHost", "hasSupporter", "hasSecretariat", "hasChair"})
EDGES = {"opened": "startDate", "ended": "endDate"}
"""What a meeting that opens or ends on a day has there; a range still gives both."""
HELD = frozenset({"held", *EDGES})
"""Predicates of a rule that tell where or when."""
TEXTS = frozenset({"hasTheme", "adopted"})
"""Predicates whose objects are words."""
_PERSONS = frozenset({"hasSpeaker", "hasAttendee", "hasChair"})
_TROIKA = 3
"""So many states at most preside together."""


def objects_of(predicate: str, item: Item, scene: Scene) -> Iterator[tuple[str, str, Item | None]]:
    """Predicate, object and item of each fact that an item gives for a predicate."""
    if item.date is not None:
        yield from _of_date(predicate, item, item.date)
    elif predicate in HELD:
        yield from _place(item, scene)
    elif predicate in TEXTS:
        yield from _of_words(predicate, item, scene)
    elif item.kind in {"parties", "list", "demonym"} and predicate in _PARTIES:
        yield from ((predicate, _party(member), member) for member in _fitting(predicate, item))
    elif item.kind == "persons" and predicate in _PERSONS:
        for person in item.members:
            yield predicate, f"person:{person.value}", person


def _fitting(predicate: str, item: Item) -> Iterator[Item]:
    """The states and bodies of an item; who is told to observe is no member."""
    for member in item.members or (item,):
        if predicate != "hasMember" or member.form != OBSERVER:
            yield member


def _of_date(predicate: str, item: Item, date: Date) -> Iterator[tuple[str, str, Item | None]]:
    if predicate == "held" or (predicate in EDGES and date.start != date.end):
        yield "date", "", item
    elif predicate in EDGES or predicate in EDGES.values():
        yield EDGES.get(predicate, predicate), "", item
    elif predicate in {"established", "year"} and date.year:
        yield predicate, date.year, item


def _of_words(predicate: str, item: Item, scene: Scene) -> Iterator[tuple[str, str, Item | None]]:
    if item.kind == "document":
        yield predicate, item.value, item
    elif item.kind == "quote":
        yield predicate, scene.sentence.text[item.start : item.end].strip(" \"'“”«»‘’.,;"), item


def _place(item: Item, scene: Scene) -> Iterator[tuple[str, str, Item | None]]:
    """A city with its country, a country, or what is both; "here" is the city of the dateline."""
    here = scene.discourse.here
    if item.kind == "here" and here is not None:
        yield "heldIn", here.value, replace(item, country=here.country)
    elif item.kind == "city":
        yield "heldIn", item.value, item
        if item.country:
            yield "heldInCountry", item.country, item
    elif item.kind == "parties" and len(item.members) == 1 and item.members[0].kind == "state":
        state = item.members[0]
        if state.is_both:
            yield "heldIn", state.city, replace(state, country=state.value)
        yield "heldInCountry", state.value, state


def _party(member: Item) -> str:
    return f"org:{member.value}" if member.kind == "forum" else member.value


def presiding(item: Item) -> Item:
    """The last of a long list: only it stands beside the words that it presides (`A, B, C and D, which presided`)."""
    if item.kind != "list" or len(item.members) <= _TROIKA:
        return item
    return replace(item, kind="parties", members=item.members[-1:])
