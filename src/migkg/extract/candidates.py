"""What a sentence offers: each item that could be the object of a relation, and the subjects it could belong to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from migkg.extract.facts import FORUM_ONLY, FORUM_TOO, Fact, dated, objects_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migkg.extract.discourse import Anchor, Meeting
    from migkg.extract.facts import Scene
    from migkg.extract.item import Item

_BODIES = ("hasParticipant", "hasMember", "hasHost", "hasChair", "hasSupporter", "hasSecretariat")
_RELATIONS = {
    "date": ("startDate", "endDate", "established"),
    "today": ("startDate", "endDate"),
    "period": ("held", "established"),
    "year": ("held", "established"),
    "city": ("held",),
    "here": ("held",),
    "parties": (*_BODIES, "held"),
    "list": _BODIES,
    "demonym": ("hasHost", "hasChair", "hasParticipant"),
    "persons": ("hasSpeaker", "hasAttendee", "hasChair"),
    "quote": ("hasTheme", "adopted"),
    "document": ("adopted", "hasTheme"),
}
"""Kind of item -> the relations whose range it fits."""
_OTHERS = 4
"""So many of the meetings that were spoken of last are offered beside those of the sentence."""
RULE = "attachment"
"""The name under which a fact shows that the attachment model, and no rule, read it."""


@dataclass(frozen=True, slots=True)
class Option:
    """A subject that an object may belong to, how it was come by, and the place where it is named."""

    subject: Meeting | str
    how: str
    anchor: Anchor | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item at a position of the masked sentence that may be an object of a relation."""

    relation: str
    position: int
    item: Item
    options: tuple[Option, ...]
    scene: Scene

    @property
    def name(self) -> str:
        """The relation and the kind of thing at its far end: each such pair is judged on its own."""
        place = "place" if self.relation == "held" and self.item.date is None else ""
        return f"{self.relation}-{place or _GROUPS.get(self.item.kind, self.item.kind)}"

    def facts(self, option: Option, confidence: float) -> Iterator[Fact]:
        """The facts that the candidate makes for one of its subjects."""
        scene = self.scene
        for predicate, value, item in objects_of(self.relation, self.item, scene):
            start, end = (item.start, item.end) if item is not None else (self.item.start, self.item.end)
            date = dated(item, scene) if item is not None else None
            country = item.country if item is not None else ""
            yield Fact(
                option.subject, predicate, value, scene.number, start, end, RULE, confidence,
                country=country, date=date, place=start, implied=option.anchor is None,
            )  # fmt: skip


_GROUPS = {"parties": "bodies", "list": "bodies", "demonym": "bodies", "date": "day", "today": "day", "period": "day"}


def candidates(scene: Scene) -> Iterator[Candidate]:
    """Every candidate of a sentence, from left to right."""
    for position, item in sorted(scene.masked.items.items()):
        for relation in _RELATIONS.get(item.kind, ()):
            if next(objects_of(relation, item, scene), None) is None:
                continue
            options = tuple(_options(relation, position, scene))
            if options:
                yield Candidate(relation, position, item, options, scene)


def with_subjects(candidate: Candidate, subjects: Iterable[Meeting | str]) -> Candidate:
    """The candidate with these subjects (those of rules) among its options."""
    options = list(candidate.options)
    for subject in subjects:
        if not any(o.subject is subject or o.subject == subject for o in options):
            options.append(Option(subject, "rule", None))
    return replace(candidate, options=tuple(options)) if len(options) > len(candidate.options) else candidate


def _options(relation: str, position: int, scene: Scene) -> Iterator[Option]:
    """The subjects, each once: the nearest named before and behind, what the text is about, and the forum."""
    seen: set[object] = set()
    for option in (*_meetings(relation, position, scene), *_forums(relation, position, scene)):
        key = option.subject if isinstance(option.subject, str) else id(option.subject)
        if key not in seen:
            seen.add(key)
            yield option


def _meetings(relation: str, position: int, scene: Scene) -> Iterator[Option]:
    if relation in FORUM_ONLY:
        return
    discourse = scene.discourse
    anchors = _telling(scene.anchors)
    before = [a for a in anchors if a.position < position]
    behind = [a for a in anchors if a.position > position]
    for how, anchor in (*(("before", a) for a in before[-1:]), *(("behind", a) for a in behind[:1])):
        if not anchor.is_foreign:
            yield Option(anchor.meeting or discourse.meant_by(anchor.code), how, anchor)
    if discourse.topic is not None:
        yield Option(discourse.topic, "topic", None)
    elif discourse.forum:
        yield Option(discourse.meant_by(discourse.forum), "series", None)
    yield from _dated(position, scene)
    others = sorted(discourse.meetings, key=lambda m: -m.seen)  # sorting is stable: of equals the first named
    yield from (Option(meeting, "named", None) for meeting in others[:_OTHERS])


def _telling(anchors: Sequence[Anchor]) -> list[Anchor]:
    """Without the forums of which the sentence names a meeting: `the process held its meeting of officials`."""
    told = {a.code for a in anchors if a.meeting is not None and not a.time}
    return [a for a in anchors if a.meeting is not None or a.code not in told]


def _dated(position: int, scene: Scene) -> Iterator[Option]:
    """The edition of the year that is named next to the object, of the forum spoken of.

    The year next to a meeting of which none is known is that of the meeting itself.
    """
    near = _near(position, _telling(scene.anchors))
    if near is not None and near.meeting is not None and near.meeting.event:
        return
    year = _year_near(position, scene)
    if near is not None and _is_open(near) and year == _year_near(near.position, scene):
        return
    code = (near.code if near is not None else "") or scene.discourse.forum
    if code and year:
        yield Option(scene.discourse.meant_by(code, year), "year", None)


def _year_near(position: int, scene: Scene) -> str:
    """The year of the date nearest to a position, the empty string where there is none."""
    years = [
        (abs(at - position), item.date.year)
        for at, item in scene.masked.items.items()
        if item.date is not None and item.date.year
    ]
    return min(years)[1] if years else ""


def _is_open(anchor: Anchor) -> bool:
    """Whether a meeting is named of which no year is known."""
    return anchor.meeting is not None and not anchor.time and not anchor.meeting.year and not anchor.is_foreign


def _forums(relation: str, position: int, scene: Scene) -> Iterator[Option]:
    if relation not in FORUM_ONLY | FORUM_TOO:
        return
    near = _near(position, scene.anchors)
    code = (near.code if near is not None else "") or scene.discourse.forum
    if code:
        yield Option(f"forum:{code}", "forum", near)


def _near(position: int, anchors: Sequence[Anchor]) -> Anchor | None:
    """The nearest anchor before a position, else the first behind it."""
    before = [a for a in anchors if a.position < position]
    return before[-1] if before else next(iter(anchors), None)
