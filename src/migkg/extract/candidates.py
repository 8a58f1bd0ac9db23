"""What a sentence offers: each item that could be the object of a relation, and the subjects it could belong to."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from migkg.extract.clauses import BOUND, outside, owner, telling, within
from migkg.extract.days import dated
from migkg.extract.facts import FORUM_ONLY, FORUM_TOO, PLACED, Fact
from migkg.extract.item import SYMBOLS
from migkg.extract.light import light, replace
from migkg.extract.objects import objects_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migkg.extract.facts import Scene
    from migkg.extract.item import Item
    from migkg.extract.meeting import Anchor, Meeting

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
SETTLING = frozenset({"held", "startDate", "endDate", "established"})
"""What tells of the time and place of a meeting, which its key may hold."""
SHARED = frozenset({"held", "startDate", "endDate", "hasHost"})
"""What is said of meetings that are named in one breath is said of each."""
MOST = {"hasHost": 6, "hasChair": 6, "hasSecretariat": 3}
"""No meeting or forum has more of these: a longer list tells something else."""
_OTHERS = 4
"""So many of the meetings that were spoken of last are offered beside those of the sentence."""
RULE = "attachment"
"""The name under which a fact shows that the attachment model, and no rule, read it."""


@light(frozen=True, slots=True)
class Option:
    """A subject that an object may belong to, how it was come by, and the place where it is named."""

    subject: Meeting | str
    how: str
    anchor: Anchor | None


@light(frozen=True, slots=True)
class Candidate:
    """An item at a position of the masked sentence that may be an object of a relation."""

    relation: str
    name: str
    """The relation and the kind of thing at its far end: each such pair is judged on its own."""
    position: int
    item: Item
    options: tuple[Option, ...]
    scene: Scene
    objects: tuple[tuple[str, str, Item | None], ...]
    """Predicate, object and item of each claim it would make."""

    def shared(self, option: Option) -> Iterator[Option]:
        """The subject, and the meetings named in one breath with it, where they share what is said of it."""
        yield option
        if self.relation in SHARED:
            for anchor in self.scene.anchors:
                if anchor.meeting is option.subject:
                    along = anchor.along if all(predicate in PLACED for predicate, _, _ in self.objects) else []
                    yield from (replace(option, subject=meeting) for meeting in (*anchor.joined, *along))

    def facts(self, option: Option, confidence: float) -> Iterator[Fact]:
        """The facts that the candidate makes for one of its subjects."""
        scene = self.scene
        for predicate, value, item in self.objects:
            start, end = (item.start, item.end) if item is not None else (self.item.start, self.item.end)
            date = dated(item, scene) if item is not None else None
            country = item.country if item is not None else ""
            yield Fact(
                option.subject, predicate, value, scene.number, start, end, RULE, confidence,
                country=country, date=date, place=start, implied=option.anchor is None,
            )  # fmt: skip


_position = attrgetter("position")
_PLACED = "".join(SYMBOLS[kind] for kind in ("city", "date", "period", "year", "parties"))
_LEADING = re.compile(r"(?:^|[.;:,(–—] ?| - )(?:\w+ ){0,2}$")
"""Before a number alone that is what its clause is about."""
_BREAK = re.compile(rf"[;:()–—]| - |,(?! ?(?:\w{{1,4}} )?[{_PLACED}])")
_GROUPS = {"parties": "bodies", "list": "bodies", "demonym": "bodies", "date": "day", "today": "day", "period": "day"}


@lru_cache(maxsize=1024)
def _name(relation: str, kind: str, is_dated: bool) -> str:
    place = "place" if relation == "held" and not is_dated else ""
    return f"{relation}-{place or _GROUPS.get(kind, kind)}"


def candidates(scene: Scene) -> Iterator[Candidate]:
    """Every candidate of a sentence, from left to right."""
    for position, item in sorted(scene.masked.items.items()):
        subjects = _Subjects(position, scene)
        for relation in _RELATIONS.get(item.kind, ()):
            objects = tuple(objects_of(relation, item, scene))
            is_open = objects and relation not in scene.masked.refused.get(position, ())
            options = subjects.of(relation) if is_open else ()
            if options:
                name = _name(relation, item.kind, item.date is not None)
                yield Candidate(relation, name, position, item, options, scene, objects)


def with_subjects(candidate: Candidate, subjects: Iterable[Meeting | str]) -> Candidate:
    """The candidate with these subjects (those of rules) among its options."""
    options = list(candidate.options)
    for subject in subjects:
        if not any(o.subject is subject or o.subject == subject for o in options):
            options.append(Option(subject, "rule", None))
    return replace(candidate, options=tuple(options)) if len(options) > len(candidate.options) else candidate


class _Subjects:
    """The subjects for an item at a position: meetings (the nearest named before and behind, the one that the text is
    about, the edition of a year beside it, others of the text) and the forum.
    """

    def __init__(self, position: int, scene: Scene) -> None:
        self._position, self._scene = position, scene

    def of(self, relation: str) -> tuple[Option, ...]:
        """Those that a relation may be said of, each once."""
        if relation in FORUM_ONLY:
            return self._forum
        if relation in BOUND and self._bound:
            return self._bound
        if relation in BOUND and self._is_of_another:
            return ()
        return self._meetings + self._forum if relation in FORUM_TOO else self._meetings

    @cached_property
    def _bound(self) -> tuple[Option, ...]:
        """The meeting that a clause right behind it is of, or one that a clause between commas names before the item.

        It alone can be meant.
        """
        mine = owner(self._position, self._scene) or within(self._position, self._scene)
        return (Option(mine[0], "before", mine[1]),) if mine is not None else ()

    @cached_property
    def _is_of_another(self) -> bool:
        """Whether a meeting of another kind is named right before: `since the donors' summit of 3 May in Lima`."""
        near = max((a for a in self._scene.anchors if a.position < self._position), key=_position, default=None)
        mention = self._scene.masked.items[near.position].meeting if near is not None and near.is_foreign else None
        if near is None or mention is None or mention.place:  # `the conference of Lima` may be the one spoken of
            return False
        return _BREAK.search(self._scene.masked.text, near.position, self._position) is None

    @cached_property
    def _meetings(self) -> tuple[Option, ...]:
        found: dict[int, Option] = {}
        for option in _meetings(self._position, self._scene):
            found.setdefault(id(option.subject), option)
        return tuple(found.values())

    @cached_property
    def _forum(self) -> tuple[Option, ...]:
        near = _near(self._position, outside(self._scene.anchors, self._position, self._scene.masked))
        code = (near.code if near is not None else "") or self._scene.discourse.forum
        return (Option(f"forum:{code}", "forum", near),) if code else ()


def _meetings(position: int, scene: Scene) -> Iterator[Option]:
    discourse = scene.discourse
    anchors = outside(telling(scene.anchors), position, scene.masked)
    if anchors and all(_is_strange(a, scene) for a in anchors):
        return  # all that is said is said of a meeting of another kind
    before = [a for a in anchors if a.position < position]
    behind = [a for a in anchors if a.position > position]
    if before and before[-1].meeting is not None and _is_pointed_at(before[-1], scene):
        yield Option(before[-1].meeting, "before", before[-1])
        return
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


def _is_pointed_at(anchor: Anchor, scene: Scene) -> bool:
    """Whether words point at a lesser meeting as the one spoken of: `at this eleventh preparatory meeting`.

    So do a number alone that leads its clause and a pronoun: `the first was in Lima, with Chile and Peru`; not so
    `five years after the fourth, in Lima`.
    """
    mention = scene.masked.items[anchor.position].meeting
    if mention is None or anchor.is_foreign:
        return False
    by_number = bool(mention.ordinal) and not (mention.head or mention.code or mention.kind)
    leads = by_number and _LEADING.search(scene.masked.text[: anchor.position]) is not None
    return leads or mention.how == "other" or (mention.present and bool(mention.kind))


def _is_strange(anchor: Anchor, scene: Scene) -> bool:
    """Whether an anchor is a numbered meeting of another kind: `the second summit between the two unions`."""
    mention = scene.masked.items[anchor.position].meeting
    return anchor.is_foreign and mention is not None and bool(mention.ordinal)


def _dated(position: int, scene: Scene) -> Iterator[Option]:
    """The edition of the year that is named next to the object, of the forum spoken of.

    The year next to a meeting of which none is known is that of the meeting itself.
    """
    near = _near(position, telling(scene.anchors))
    if near is not None and near.meeting is not None and near.meeting.event:
        return
    if _goes_on(near, scene.discourse.topic) or (near is None and _is_line(scene)):
        return
    year = _year_near(position, scene)
    if near is not None and _is_open(near) and year == _year_near(near.position, scene):
        return
    code = (near.code if near is not None else "") or scene.discourse.forum
    if code and year:
        yield Option(scene.discourse.meant_by(code, year), "year", None)


def _is_line(scene: Scene) -> bool:
    """Whether a line of place and date alone stands in a text that is about a meeting: it is no other one's."""
    if scene.discourse.topic is None or not scene.sentence.title or any(map(str.isalpha, scene.masked.text)):
        return False
    return any(item.kind == "city" for item in scene.masked.items.values())


def _goes_on(near: Anchor | None, topic: Meeting | None) -> bool:
    """Whether a sentence goes on about a meeting that prepares an edition, of which no year is known yet."""
    if topic is None or topic.main is None or topic.year:
        return False
    return near is None or near.meeting is topic.main


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


def _near(position: int, anchors: Sequence[Anchor]) -> Anchor | None:
    """The nearest anchor before a position, else the first behind it."""
    before = [a for a in anchors if a.position < position]
    return before[-1] if before else next(iter(anchors), None)
