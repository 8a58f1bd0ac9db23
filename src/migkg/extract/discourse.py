"""Which meeting a phrase speaks of: a register of the article's meetings and a topic that moves with the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg.extract.editions import Editions
from migkg.extract.light import replace
from migkg.extract.meeting import Anchor, Meeting, consulting, filled, may_be, of_year, takes_number
from migkg.extract.phrases import RANK
from migkg.extract.series import in_series
from migkg.extract.times import Times

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.extract.item import Item, MeetingMention
    from migkg.extract.sessions import Told

_REFERRING = frozenset({"coreferent", "foreign", "placed"})
"""How phrases speak of meetings that may be told by their place."""


@dataclass(slots=True)
class Discourse(Editions):
    """What has been spoken of so far."""

    plenary: Mapping[str, frozenset[str]]
    consultations: Mapping[str, str] = field(default_factory=dict)
    """Forum code -> the kind of its consultations."""
    heads: dict[str, str] = field(default_factory=dict)
    """Word for a meeting -> the forum whose name holds it: `conference` -> SACM."""
    numbers: dict[int, str] = field(default_factory=dict)
    """Number -> the only forum of which the beginning of the article names a meeting of that number in full."""
    strangers: frozenset[int] = frozenset()
    """The numbers of meetings of another kind: without a forum the number means one of these."""
    last: Meeting | None = None
    """The meeting that the last sentence spoke of last."""
    here: Item | None = None
    """The city of the dateline."""
    stranger: str = ""
    """The word for the meeting of another kind that was named last, if no other was named since."""
    generic: str = ""
    """The forum that the last sentence was about, if it was about the forum itself."""
    places: dict[str, Meeting] = field(default_factory=dict)
    """City or state -> the meeting that was told to have been held there."""
    named: frozenset[str] = frozenset()
    """The forums named anywhere in the article."""
    heard: set[str] = field(default_factory=set)
    """The forums named so far."""
    own_words: frozenset[str] = frozenset()
    """The words, in English, of the names that the article has for its forum."""
    known_words: frozenset[str] = frozenset()
    """The words, in English, of all names that are known of the forum."""
    published: str = ""
    """The day the article was published, where that is known."""
    told: dict[int, Times] = field(default_factory=dict)
    """Identity of a meeting -> the years and days that the sentences so far told of it."""
    years: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """Identity of a meeting -> the years that are said of it anywhere in the article."""
    is_private: bool = False
    """Whether the meeting that the article begins with is none of states: what it names besides a forum is nothing."""
    sessions: list[Told] = field(default_factory=list)
    """What was told of the sessions of meetings."""

    def begin(self, name: str, place: str) -> None:
        """Take the one-off meeting of a name for what the article is about; `place` is where it is called after."""
        self.topic = topic = self.event(name) if name else None
        self.places |= {place: topic} if topic is not None and place else {}

    def resolve(self, mention: MeetingMention, near_forum: str, beside: Meeting | None = None) -> Anchor | None:
        """The meeting that a phrase means; None where nothing was spoken of that it could mean.

        `near_forum` and `beside` are the forum and the meeting named before it in the sentence.
        """
        if self.is_private and not (mention.code or near_forum):
            return Anchor(0, "", is_foreign=True)
        if mention.how in {"last", "other"}:
            return self._last() if mention.how == "last" else self._other(mention.beside)
        anchor = Anchor(0, "", is_foreign=True) if self._is_strange(mention) else self._own(mention, near_forum, beside)
        if anchor is not None:
            self.stranger = "" if not anchor.is_foreign else mention.other or self.stranger
        return anchor

    def _own(self, mention: MeetingMention, near_forum: str, beside: Meeting | None) -> Anchor | None:
        """The meeting that a phrase means which is not just that of another kind again."""
        mention = consulting(mention, self.consultations.get(mention.code or near_forum or self.forum, ""))
        mention = of_year(mention, self.topic, self._told(self.topic))
        there = self._there(mention) or self._held(mention)
        if there is not None or mention.how == "placed":
            return there
        return self._spoken_of(mention, near_forum, beside)

    def _is_strange(self, mention: MeetingMention) -> bool:
        """Whether a mere word means the meeting of another kind that was named last: `the Assembly`, `the Summit`.

        A word that a forum or one of its meetings is called by means that one.
        """
        if mention.how != "coreferent" or mention.ordinal or not mention.head or mention.head != self.stranger:
            return False
        return mention.head not in self.heads and all(m.head != mention.head for m in self.meetings)

    def _spoken_of(self, mention: MeetingMention, near_forum: str, beside: Meeting | None) -> Anchor | None:
        """The meeting that a phrase means by more than its place."""
        if mention.how == "foreign" and mention.head not in self.heads:
            if not mention.ordinal or mention.namesake != self.forum or not self.forum:
                return Anchor(0, "", is_foreign=True)
            mention = replace(mention, how="partial")
        if self._is_nothing(mention, near_forum, beside):
            return None
        if mention.ordinal in self.strangers and not (mention.code or near_forum):
            return Anchor(0, "", is_foreign=True)
        if mention.how == "coreferent":
            anchor = self._again(mention, beside) or self._refer(mention)
            if not mention.ordinal or takes_number(anchor, mention):
                return anchor
        return self._named(mention, near_forum, beside)

    def _told(self, meeting: Meeting | None) -> Times:
        """When a meeting was, as far as the sentences so far told."""
        return self.told.get(id(meeting), Times())

    def _last(self) -> Anchor | None:
        """The meeting spoken of last, whichever it was."""
        return Anchor(0, self.last.code, self.last, "same") if self.last is not None else None

    def _other(self, year: str) -> Anchor:
        """Another meeting than the one spoken of, of which no more than place and day is told."""
        topic = self.topic
        if topic is not None and year and topic.year == year:
            return Anchor(0, topic.code, topic)
        if not self.forum or (topic is not None and topic.event):
            return Anchor(0, "", is_foreign=True)
        if year:
            return Anchor(0, self.forum, self.by_year(self.forum, year), "previous")
        return Anchor(0, self.forum, self.add(Meeting(self.forum, time="previous", past=True)), "previous")

    def _is_nothing(self, mention: MeetingMention, near_forum: str, beside: Meeting | None) -> bool:
        """Whether a phrase means no meeting where nothing was spoken of that it could mean."""
        if mention.how == "near":
            return not near_forum and not (mention.ordinal and "session" in self.plenary.get(self.forum, frozenset()))
        alone = mention.own and not near_forum and beside is None  # "the project had an anniversary, its tenth"
        return mention.how == "counted" and (alone or not self._counts(mention))

    def _there(self, mention: MeetingMention) -> Anchor | None:
        """The meeting held at a place, where a phrase says no more than the place: `the Cartagena meeting`."""
        meeting = self.places.get(mention.place)
        if meeting is None or mention.how not in _REFERRING or mention.ordinal or mention.kind:
            return None
        return Anchor(0, meeting.code, meeting)

    def _held(self, mention: MeetingMention) -> Anchor | None:
        """The edition that a phrase tells by place and year alone: `the Lima meeting of 1999`."""
        year, topic = mention.year or mention.beside, self.topic
        if not mention.place or not year or mention.how not in _REFERRING or mention.is_proper or mention.ordinal:
            return None
        if self.forum not in self.heard or mention.kind or (topic is not None and topic.year == year):
            return None
        return Anchor(0, self.forum, self.by_year(self.forum, year))

    def _named(self, mention: MeetingMention, near_forum: str, beside: Meeting | None) -> Anchor | None:
        """The meeting that a phrase tells by forum, number, kind or name."""
        if (mention.titled or (mention.event and mention.kind)) and near_forum:
            # `the forum chairs the meeting "Migration and work"`, `the process held a seminar on migrants`
            mention = replace(mention, event="", how="near")
        if mention.event and not mention.ordinal:
            again = self._refer(mention) if mention.present and not mention.is_proper else None
            return again or self._of_event(mention)  # `this meeting on migrants` is the one spoken of
        owned = self._owned(mention, near_forum, beside) if mention.own and mention.ordinal else None
        if owned is not None:
            return owned
        is_guess = mention.how == "partial" and mention.code not in self.named and not mention.ordinal
        code = ("" if is_guess and near_forum else mention.code) or near_forum or self._called(mention)
        code = code or self.numbers.get(mention.ordinal or 0, "") or self.forum
        if not code and mention.event:
            return Anchor(0, "", self.event(mention.event), mention.time)
        if not code:
            return self._refer(mention) if self.topic and self.topic.event and not mention.ordinal else None
        if mention.kind in self.plenary.get(code, frozenset()) and not mention.minor:
            mention = replace(mention, kind="")
        main = self._find(code, mention.main) if mention.main is not None else None
        is_main = main is not None and not (
            mention.kind or mention.ordinal
        )  # `ministers' meeting of the XV Conference`
        meeting = main if main is not None and is_main else self._find(code, mention)
        meeting.main = main if main is not meeting and main is not None else meeting.main
        return Anchor(0, code, meeting, mention.time, main=main)

    def _of_event(self, mention: MeetingMention) -> Anchor:
        """The one-off meeting of a name, or the edition of a forum that so plain a name means."""
        is_own = self.forum in self.heard or (bool(self.forum) and not mention.is_proper)
        plain = mention.is_plain and is_own
        own = self.known_words if self.forum in self.heard else self.own_words
        plain = plain or (mention.is_short and own.issuperset(mention.event.split("-")))
        if not (plain and self.forum):
            meeting = self.event(mention.event)
        elif mention.year:
            meeting = self._find(self.forum, replace(mention, event=""))
        else:
            meeting = self.plain(mention.time)
        return Anchor(0, meeting.code, meeting, mention.time)

    def _owned(self, mention: MeetingMention, near_forum: str, beside: Meeting | None) -> Anchor | None:
        """The meeting of what was named before, be it in another sentence: `they met; it was their third meeting`."""
        if beside is not None and beside.event:
            return Anchor(0, beside.code, beside)
        is_forums = beside is not None and self.heads.get(mention.head) == beside.code and mention.head != beside.head
        if beside is not None and beside.kind and not mention.kind and not is_forums:  # not `its talks and its Forum`
            return Anchor(0, beside.code, self._find(beside.code, replace(mention, kind=beside.kind)), mention.time)
        topic = self.topic
        if beside is not None or near_forum or mention.kind or mention.code or topic is None:
            return None
        is_theirs = topic.kind and topic.is_told and not topic.ordinal
        return Anchor(0, topic.code, filled(topic, mention)) if is_theirs else None

    def _called(self, mention: MeetingMention) -> str:
        """The forum whose meetings are called so: that of the one spoken of, else the one whose name has the word."""
        topic = self.topic
        if mention.ordinal and topic is not None and topic.head == mention.head and topic.ordinal:
            return topic.code
        return self.heads.get(mention.head, "")

    def _counts(self, mention: MeetingMention) -> bool:
        """Whether the text numbers its meetings, so that a bare number means one of them."""
        return any(m.ordinal and m.ordinal != mention.ordinal for m in self.meetings)

    def _again(self, mention: MeetingMention, beside: Meeting | None) -> Anchor | None:
        """The meeting named just before, where it and not the topic is meant: `for the eighth meeting the Forum`."""
        if beside is None or beside.kind or mention.time or beside is self.topic or not beside.ordinal:
            return None
        is_named = self.heads.get(mention.head, self.forum) == beside.code or mention.head == beside.head
        return Anchor(0, beside.code, beside) if is_named else None

    def _meant(self, mention: MeetingMention) -> Meeting | None:
        """The topic, or another meeting of which the word for it tells: `the conference` in a text about two forums."""
        topic, meant = self.topic, self.heads.get(mention.head, "")
        if topic is not None and meant and topic.code != meant and topic.code in self.heads.values():
            return next((m for m in reversed(self.meetings) if m.code == meant and not m.past), topic)
        return topic

    def _refer(self, mention: MeetingMention) -> Anchor | None:
        topic = self._meant(mention)
        if topic is not None and self._is_prepared(topic, mention):
            return Anchor(0, topic.code, topic.main or self.edition(topic.code))
        if topic is not None and topic.kind and topic.head != mention.head:  # "the summit" is not its preparation
            other = [m for m in self.meetings if m.head == mention.head and m.code == topic.code and not m.past]
            topic = other[0] if len(other) == 1 else topic
        if mention.time == "previous" and topic is not None and topic.ordinal and topic.ordinal > 1:
            return Anchor(0, topic.code, filled(self.by_ordinal(topic.code, topic.ordinal - 1), mention), "previous")
        if mention.time == "next" and topic is not None and topic.ahead:
            return Anchor(0, topic.code, topic)  # what a text announces is "the upcoming meeting" in it
        if mention.time and not mention.present and topic is not None:
            if not topic.code:
                return None  # what is before or after a one-off meeting has no name
            return Anchor(0, topic.code, self._find(topic.code, mention), mention.time)
        if topic is None:
            return Anchor(0, self.forum, self.edition(self.forum)) if self.forum else None
        return Anchor(0, topic.code, topic, is_generic=self.generic == topic.code != "")

    def _is_prepared(self, topic: Meeting, mention: MeetingMention) -> bool:
        """Whether a phrase means what the meeting spoken of prepares: `the Forum`, behind `a preparatory meeting`."""
        is_forum = self.heads.get(mention.head) == topic.code and mention.head != topic.head
        return topic.kind == RANK[0] and is_forum and not mention.time

    def _find(self, code: str, mention: MeetingMention) -> Meeting:
        topic = self.topic
        bare = mention.how in {"partial", "counted"} and not mention.kind and mention.ordinal
        if topic is not None and bare and topic.kind and (topic.code, topic.ordinal) == (code, mention.ordinal):
            return topic  # "during the third meeting" of senior officials
        if topic is not None and mention.present and bare and topic.code == code and not topic.ordinal:
            return filled(topic, mention)  # "this first meeting"
        mention = in_series(code, mention, self.meetings, self.topic)
        same = [m for m in self.meetings if m.code == code and m.kind == mention.kind and not m.event]
        for meeting in reversed(same):
            if mention.ordinal and meeting.ordinal == mention.ordinal:
                return filled(meeting, mention)
            if mention.year and meeting.year == mention.year and not (mention.ordinal and meeting.ordinal):
                return filled(meeting, mention)
        for meeting in reversed(same):
            if may_be(meeting, mention, self._told(meeting)):
                return filled(meeting, mention)
        past = mention.how in {"partial", "counted"} and mention.ordinal == 1 and not mention.present
        made = Meeting(
            code, mention.kind, mention.ordinal, mention.year or mention.beside, time=mention.time, past=past
        )
        made.head, made.several = mention.head, mention.several
        return self.add(made)
