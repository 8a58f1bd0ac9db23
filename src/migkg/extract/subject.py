"""What an article is about from its beginning, and how that moves from sentence to sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.extract.light import replace
from migkg.extract.meeting import Meeting
from migkg.extract.moods import AHEAD
from migkg.extract.phrases import RANK
from migkg.extract.times import Times

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migkg.extract.discourse import Discourse
    from migkg.extract.engine import Prepared
    from migkg.extract.facts import Fact, Scene
    from migkg.extract.item import MeetingMention
    from migkg.extract.meeting import Anchor
    from migkg.extract.moods import MoodFinder

_PLACES = frozenset({"heldIn", "heldInCountry", "hasHost"})
_OPENING = 90
"""A meeting named within so many characters of a sentence is what the sentence is about."""

_LEVELS = ("", "ministerial", "senior-officials")
LEAD = 5
"""So many sentences at most stand before the one that names the meeting of an article."""
_FRONT = 35
"""A meeting of another forum takes over only if it is named at the front of a sentence."""
_LISTED = 4
"""A sentence that numbers so many meetings lists them."""
_FROM_FIRST = {1, 2, 3}
_PLACED = frozenset({"city", "date", "period", "today", "here"})
_SUBJECT = 12
"""A forum named within so many characters is the subject of its sentence."""


def first_meeting(prepared: Sequence[Prepared], discourse: Discourse, moods: MoodFinder) -> Meeting | None:
    """The first meeting that is named in full, else the first lesser one that is named beside its forum.

    It is what the sentences before it already speak of.
    """
    for chosen in (_in_full, _beside_forum):
        discourse.heard.clear()
        for part in prepared[:LEAD]:
            for mention, near in chosen(part, discourse.forum):
                anchor = discourse.resolve(mention, near)
                current = _before_next(prepared, part, mention, moods)
                if anchor is not None and anchor.code and current is not None:
                    anchor = discourse.resolve(replace(current, code=anchor.code), "")
                if anchor is not None and anchor.meeting is not None:
                    anchor.meeting.is_told = current is not None
                return anchor.meeting if anchor is not None else None
            discourse.heard |= {i.value for i in part.mentions if i.kind == "forum"}
    return None


def _before_next(
    prepared: Sequence[Prepared], part: Prepared, mention: MeetingMention, moods: MoodFinder
) -> MeetingMention | None:
    """The meeting that a text is about which tells only in passing where the next one will be.

    A text about the next one names it at once.
    """
    texts = [p for p in prepared if not p.sentence.title]
    place = next(i.start for i in part.masked.items.values() if i.meeting is mention)
    if not mention.ordinal or part.sentence.title or part is texts[0] or not is_ahead(part, place, moods):
        return None
    for other in texts[: 2 * LEAD]:
        for item in other.masked.items.values():
            found = item.meeting
            is_previous = found is not None and found.ordinal == mention.ordinal - 1 and found.head == mention.head
            if found is not None and is_previous and not found.time and not is_ahead(other, item.start, moods):
                return found
    return None


def is_ahead(part: Prepared, place: int, moods: MoodFinder) -> bool:
    """Whether the words about a place of the sentence put what stands there ahead."""
    return moods.sense(part.masked, place).tense in AHEAD


def note(anchors: Iterable[Anchor], part: Prepared, number: int, moods: MoodFinder) -> None:
    """Note of the meetings of a sentence that it names them, and how it puts those that are new."""
    for anchor in anchors:
        meeting = anchor.meeting
        if meeting is None:
            continue
        if not meeting.times:
            meeting.ahead = is_ahead(part, part.masked.starts[anchor.position], moods)
        meeting.times += meeting.seen != number
        meeting.seen = number


def _in_full(part: Prepared, __: str) -> Iterator[tuple[MeetingMention, str]]:
    """The meetings of a sentence that their name alone tells; a list of editions is about none of them."""
    if _is_list(item.meeting for item in part.masked.items.values()):
        return
    near, found = "", []
    for _, item in sorted(part.masked.items.items()):
        near = item.value if item.kind == "forum" else near
        mention = item.meeting
        if mention is not None and not mention.time and (mention.how == "full" or _is_numbered(mention)):
            found.append((mention, near if mention.titled else ""))
    yield from sorted(found, key=lambda f: _is_before(f[0], [m for m, _ in found]))


def _is_numbered(mention: MeetingMention) -> bool:
    """Whether a meeting is told by its number and a word: a number alone goes on with what was told before it."""
    return (mention.ordinal or 0) > 1 and bool(mention.head or mention.kind or mention.code)


def _is_before(mention: MeetingMention, others: Iterable[MeetingMention]) -> bool:
    """Whether a meeting is told by a number alone, beside a later one of the forum: `after the eighth, the ninth`."""
    later = (m for m in others if m.code and m.kind == mention.kind and (m.ordinal or 0) > (mention.ordinal or 0))
    return not mention.code and any(later)


def _beside_forum(part: Prepared, forum: str) -> Iterator[tuple[MeetingMention, str]]:
    """The lesser meetings of a sentence behind the name of the forum: `the process held its technical meeting`."""
    near = ""
    for _, item in sorted(part.masked.items.items()):
        near = item.value if item.kind == "forum" else near
        mention = item.meeting
        if mention is None or mention.how != "partial" or not mention.kind or mention.time:
            continue
        if near == forum and not mention.code:
            yield mention, near


def remember_places(found: Iterable[Fact], discourse: Discourse) -> None:
    """Where and when each meeting was held, and by which state: `the Cartagena meeting` is the one held there."""
    for fact in found:
        if fact.date is not None and isinstance(fact.subject, Meeting):
            discourse.told.setdefault(id(fact.subject), Times()).note(fact.date)
        if fact.predicate in _PLACES and isinstance(fact.subject, Meeting):
            discourse.places.setdefault(fact.object, fact.subject)


def _is_list(mentions: Iterable[MeetingMention | None]) -> bool:
    """Whether a sentence lists editions: `I Conference, Lima (2000), II Conference, Quito (2001), III ...`.

    Fewer are enough where they begin with the first: `Peru hosted the first in 2007, Chile the second and Brazil`.
    """
    numbers = {mention.ordinal for mention in mentions if mention is not None and mention.ordinal}
    return len(numbers) >= _LISTED or numbers >= _FROM_FIRST


def move_topic(scene: Scene) -> None:
    """The next sentence speaks of the meeting this one began with, unless that was a coming or an earlier one.

    A list of editions speaks of none of them.
    """
    if not _is_list(item.meeting for item in scene.masked.items.values()):
        _move(scene)


def _move(scene: Scene) -> None:
    discourse = scene.discourse
    _tell_forum(scene)
    for anchor in scene.anchors:
        if anchor.is_foreign:
            return
        if anchor.meeting is None or anchor.time:
            continue
        if _is_beside(anchor, discourse):
            return
        topic = discourse.topic
        other = topic is not None and anchor.code != topic.code
        near = scene.masked.starts[anchor.position] < (_FRONT if other else _OPENING)
        near = near or scene.sentence.title or _gathers(anchor, scene)
        if topic is not None and not other and not scene.sentence.title and _is_aside(anchor, topic, scene):
            return
        if discourse.topic is None or (near and not anchor.meeting.past):
            discourse.topic = min((anchor.meeting, *anchor.joined), key=_standing)
            discourse.topic.is_told = True
            discourse.forum = anchor.code or discourse.forum
        return


def _tell_forum(scene: Scene) -> None:
    """Note the forum that a sentence begins with: the next ones go on about it."""
    if scene.anchors and not scene.anchors[0].is_foreign:
        first, discourse = scene.anchors[0], scene.discourse
        is_subject = first.meeting is None and scene.masked.starts[first.position] < _SUBJECT
        discourse.generic = first.code if is_subject and not scene.sentence.title else ""
        if is_subject:
            discourse.forum = first.code


def _is_beside(anchor: Anchor, discourse: Discourse) -> bool:
    """Whether a sentence about one forum only mentions a meeting of another: `the process follows up on the summit`."""
    is_other = bool(discourse.generic) and anchor.code != discourse.generic
    return is_other and anchor.meeting is not None and not anchor.meeting.event


def _standing(meeting: Meeting) -> int:
    """The place of a meeting among those named in one breath: the text is about the one of the highest level."""
    return _LEVELS.index(meeting.kind) if meeting.kind in _LEVELS else len(_LEVELS)


def _gathers(anchor: Anchor, scene: Scene) -> bool:
    """Whether a sentence tells of the forum at an anchor that it met."""
    mention = scene.masked.items[anchor.position].meeting
    return mention is not None and mention.gathers


def _by_number(mention: MeetingMention | None) -> bool:
    """Whether a meeting is named by its number alone: `the fourth`."""
    return mention is not None and bool(mention.ordinal) and not (mention.head or mention.code or mention.kind)


def _is_aside(anchor: Anchor, topic: Meeting, scene: Scene) -> bool:
    """Whether a text about one meeting only mentions another of the forum: an earlier one, a coming one, or the
    edition that the one it is about prepares.
    """
    meeting, item = anchor.meeting, scene.masked.items[anchor.position]
    if meeting is None or meeting is topic or (meeting.kind and item.meeting is not None and item.meeting.present):
        return False  # "those present at this eleventh intersessional meeting"
    if (meeting.ordinal or 0) < (topic.ordinal or 0) or (meeting.ordinal == 1 and meeting.kind != topic.kind):
        return True
    if meeting.ahead and topic.is_told and not topic.ahead:
        return True  # "Lima will host the tenth meeting in May"
    if meeting is topic.main or (topic.kind == RANK[0] and not meeting.kind):
        return True
    if _by_number(item.meeting) and scene.masked.starts[anchor.position] > _SUBJECT:
        return True  # "Lima will not host again: the fourth falls to Peru"
    if item.meeting is None or not item.meeting.fresh:
        return False
    return topic.is_told if meeting.ordinal else bool(meeting.kind and topic.times) and not _is_placed(scene)


def _is_placed(scene: Scene) -> bool:
    """Whether a sentence tells where or when: `a working group, set up there, will look at it` does not."""
    return any(item.kind in _PLACED for item in scene.masked.items.values())
