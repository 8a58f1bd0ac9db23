"""The facts that a mention tells by itself: number, year and place in the name of a meeting, the posts of a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.facts import Fact, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.extract.item import Item, MeetingMention, Role
    from migkg.extract.meeting import Meeting

_NEAR = 8
"""So many characters at most stand between the name of a meeting and the city that it is called after."""
_CALLED = re.compile(r"[' ]\w{1,3}['’ ](\w+)$")
"""The word for a meeting right behind the article: not `the chair of the business forum`."""
_CODE = 2
"""The letters of the code of a state."""


def mentioned(scene: Scene) -> Iterator[Fact]:
    """What the phrase that names a meeting or a person states by itself: ordinal, year, position."""
    for anchor in scene.anchors:
        item = scene.masked.items[anchor.position]
        if item.meeting is not None and anchor.meeting is not None:
            yield from _numbers(anchor.meeting, item.meeting, item, scene.number)
            yield from _called_after(anchor.meeting, item.meeting, item, scene)
            if anchor.main is not None and item.meeting.main is not None:
                yield from _numbers(anchor.main, item.meeting.main, item, scene.number)
    presided = {anchor.position: anchor.meeting for anchor in scene.anchors}
    for at, item in scene.masked.items.items():
        if item.kind == "persons" or (item.kind == "other" and item.members):
            for person in item.members:
                yield from _positions(person, presided.get(at), scene)


def _numbers(meeting: Meeting, mention: MeetingMention, item: Item, number: int) -> Iterator[Fact]:
    counted = meeting.ordinal if mention.time == "previous" else None
    ordinal = mention.ordinal or counted
    if ordinal and not meeting.kind and not meeting.event:
        sure = 0.95 if mention.ordinal else 0.8
        yield Fact(meeting, "ordinal", str(ordinal), number, item.start, item.end, "named-meeting", sure)
    if mention.town is not None:
        yield from _there(meeting, mention.town, item, number)
    if mention.year:
        yield Fact(meeting, "year", mention.year, number, item.start, item.end, "named-meeting", 0.9)


def _there(meeting: Meeting, town: Item, item: Item, number: int) -> Iterator[Fact]:
    """The place that stands amid the name of a meeting: `la réunion de Lima du Processus`."""
    for predicate, place in (("heldIn", town.value), ("heldInCountry", town.country)):
        if place:
            sure, country = 0.85, town.country
            yield Fact(meeting, predicate, place, number, item.start, item.end, "named-meeting", sure, country=country)


def _called_after(meeting: Meeting, mention: MeetingMention, item: Item, scene: Scene) -> Iterator[Fact]:
    """The city that an edition is told by together with its year: `the Lima meeting of 1999`."""
    is_city = len(mention.place) > _CODE
    if not is_city or mention.ordinal or mention.kind or not (mention.year or mention.beside):
        return
    cities = [i for i in scene.masked.items.values() if i.kind == "city" and i.value == mention.place]
    near = [i for i in cities if i.start < item.end + _NEAR and item.start < i.end + _NEAR]
    start, end = min([item.start, *(i.start for i in near)]), max([item.end, *(i.end for i in near)])
    yield Fact(meeting, "heldIn", mention.place, scene.number, start, end, "named-meeting", 0.9)


def _over_it(person: Item, role: Role, scene: Scene) -> Iterator[Fact]:
    """Who is called chair of what the article calls its meeting presides over it: `the chair of the Forum, NAME`."""
    discourse, over = scene.discourse, scene.discourse.topic
    called = _CALLED.search(scene.sentence.folded[role.start : role.end])
    if over is None or called is None or over.event:
        return
    if over.head == called[1] or (discourse.heads.get(called[1]) == over.code and not over.kind):
        sure, subject = 0.85, f"person:{person.value}"
        yield Fact(over, "hasChair", subject, scene.number, person.start, person.end, "position", sure)


def _positions(person: Item, presided: Meeting | None, scene: Scene) -> Iterator[Fact]:
    """The posts of a person of which the sentence says where they are held."""
    for role in person.roles:
        if role.chairs and not role.body:
            yield from _over_it(person, role, scene)
        if not role.body or not role.title:
            continue
        predicate, value, sure = "hasPosition", f"{role.title} @ {role.body}", 0.7 if role.inferred else 0.95
        subject, forum = f"person:{person.value}", role.body.removeprefix("org:")
        if role.chairs and forum in scene.discourse.plenary:  # who presides over a forum has no post in a body
            over = presided if presided is not None and presided.code == forum else f"forum:{forum}"
            yield Fact(over, "hasChair", subject, scene.number, person.start, person.end, "position", sure)
            continue
        yield Fact(subject, predicate, value, scene.number, person.start, person.end, "position", sure)
