"""The meetings that an article speaks of, and the places in its sentences where it does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg.extract.light import replace
from migkg.names import slug

if TYPE_CHECKING:
    from migkg.extract.item import MeetingMention
    from migkg.extract.times import Times


@dataclass(slots=True, eq=False)
class Meeting:
    """A meeting of the article; what later sentences add (ordinal, year) is filled in."""

    code: str
    kind: str = ""
    ordinal: int | None = None
    year: str = ""
    event: str = ""
    city: str = ""
    time: str = ""
    past: bool = False
    head: str = ""
    """The word for a meeting that it was introduced with."""
    several: bool = False
    """Whether it was introduced as several of its kind: `the preparatory meetings`."""
    seen: int = -1
    """The number of the last sentence that named it."""
    times: int = 0
    """How many sentences named it so far."""
    is_told: bool = False
    """Whether a part of the text was about it."""
    ahead: bool = False
    """Whether the text puts it ahead where it names it first."""
    main: Meeting | None = None
    """The edition that it is a lesser meeting of, where the text says so."""

    @property
    def key(self) -> str:
        """The subject of its claims in the notation of the claim table."""
        if self.event:
            place = f"-{slug(self.city)}" if self.city else ""
            return f"event:{self.event}{place}{'-' if self.year else ''}{self.year}"
        number = str(self.ordinal) if self.ordinal else self.year or "x"
        return f"meeting:{self.code}/{self.kind}/{number}" if self.kind else f"edition:{self.code}/{number}"


@dataclass(slots=True)
class Anchor:
    """A place in a masked sentence where a meeting or a forum is spoken of."""

    position: int
    code: str
    meeting: Meeting | None = None
    time: str = ""
    is_series: bool = True
    is_foreign: bool = False
    is_generic: bool = False
    """A reference back to the forum itself rather than to one of its meetings."""
    main: Meeting | None = None
    """The edition that the lesser meeting belongs to, where the words number it."""
    joined: list[Meeting] = field(default_factory=list)
    """Other meetings named in one breath: `its fifth meeting and its sixth conference`."""
    along: list[Meeting] = field(default_factory=list)
    """Other meetings at the same place, at a time of their own: `the conference, preceded by a meeting`."""


def takes_number(anchor: Anchor | None, mention: MeetingMention) -> bool:
    """Whether the meeting meant may bear the number that is told beside it: `the meeting, the tenth of its kind`."""
    meeting = anchor.meeting if anchor is not None else None
    if meeting is None or meeting.ordinal not in {None, mention.ordinal}:
        return False
    filled(meeting, mention)
    return True


def consulting(mention: MeetingMention, kind: str) -> MeetingMention:
    """The mention; as one of a kind where it speaks of a consultation of a forum whose consultations are of it."""
    if not kind or not mention.consults or mention.kind:
        return mention
    return replace(mention, kind=kind, event="", how="partial" if mention.how == "coreferent" else mention.how)


def filled(meeting: Meeting, mention: MeetingMention) -> Meeting:
    """The meeting, with the number and the year that a phrase tells where they are not known yet."""
    meeting.ordinal = meeting.ordinal or mention.ordinal
    meeting.year = meeting.year or mention.year or mention.beside
    return meeting


def of_year(mention: MeetingMention, topic: Meeting | None, told: Times) -> MeetingMention:
    """The mention with the year told beside it; at another time than the topic's it means another meeting.

    A number tells the meeting better than the year, which is then only kept. `told` is when the topic was, as far as
    the text told so far.
    """
    year = mention.beside
    if not year or mention.ordinal:
        return mention
    if mention.how != "coreferent" or topic is None or not topic.code:
        return replace(mention, year=year)
    is_other = topic.year != year if topic.year else told.excludes(year, mention.day)
    if is_other and not mention.time:
        kind = mention.kind or (topic.kind if topic.head in {mention.head, ""} else "")
        return replace(mention, year=year, how="partial", kind=kind)
    return mention


def may_be(meeting: Meeting, mention: MeetingMention, told: Times) -> bool:
    """Whether a phrase without a number or year that tells it can mean a meeting of whose time some is `told`."""
    if mention.fresh and (meeting.is_told if mention.ordinal else meeting.ordinal):
        return False
    if meeting.past or (mention.time and meeting.time != mention.time):
        return False
    if told.excludes(mention.year, mention.day):
        return False
    if mention.how in {"partial", "counted"} and mention.ordinal == 1:  # "the first meeting" looks back
        return False
    if mention.ordinal and meeting.ordinal:
        return False
    return not (mention.year and meeting.year)
