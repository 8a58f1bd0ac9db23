"""How an article puts its claims: as facts, as plans, or as the word of somebody else.

The last stage before claims are made: it gives facts their modality and leaves all else as it is. What is decisive:

1. A meeting that begins after the day of publication lies ahead: all that is said of it is planned, in whatever tense;
   but if time and place of one are told in the past alone, a day was misread and words decide for the article.
2. A meeting that was over by then does not: a future tense that tells of it is that of a narrative. What words put as a
   plan (`was scheduled for`, `would be held`) stays planned.
3. Else the words decide, those of place and time before all others: a meeting whose place and time are only put ahead
   lies ahead, and so does what no word tells of it. A headline in the present tells nothing.
4. Of a meeting that was held or is on only what is itself put ahead is planned.
5. Posts, members, the secretariat and the beginning of a forum are planned only where words of their own say so; a post
   is never reported, since it is the writer who says who is who, nor a speaker named amid his own words.
6. What is not planned is reported if all that tells it is speech, quoted or indirect. What is both is planned.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.light import replace
from migkg.extract.meeting import Meeting
from migkg.extract.moods import AHEAD, speech
from migkg.model import Modality
from migkg.predicates import session_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from migkg.extract.engine import Prepared
    from migkg.extract.facts import Fact
    from migkg.extract.moods import MoodFinder, Sense

_SCENE = frozenset({"startDate", "endDate", "year", "heldIn", "heldInCountry"})
"""What tells best whether a meeting was held: its time and its place."""
_LASTING = frozenset({"hasPosition", "hasMember", "hasObserver", "hasSecretariat", "established"})
_POST = "position"
"""The rule that reads what a person is called."""
_NAMED = "named-meeting"
"""The rule that reads the name of a meeting: the verb of its sentence may tell anything."""
_MADE = _SCENE | {"hasHost", "adopted"}
"""What any word can put ahead of a meeting that is on: it will last until tomorrow, it will adopt a declaration."""
_TELLING = AHEAD - {"planned"}
"""What tells by itself that the whole meeting lies ahead."""
_OWN = frozenset({"appearing", "planned"})
"""What puts ahead those who come to a meeting that is on."""
_BEHIND = 16
"""What it counts for, in characters, that a verb stands behind a place or a time: these mostly follow theirs."""
_DAY = len("2010-11-08")


class _When(Enum):
    """When a meeting is, seen from its article: by its days, or by the words alone."""

    COMING = auto()
    OVER = auto()
    PUT_AHEAD = auto()
    HELD = auto()
    UNTOLD = auto()


class Timeline:
    """When the meetings of an article are, and how each fact is put; `published` is the day of the article or empty."""

    def __init__(self, facts: Sequence[Fact], prepared: Sequence[Prepared], published: str, finder: MoodFinder) -> None:
        self._prepared = prepared
        self._finder = finder
        self._speech = speech([(p.sentence.paragraph, p.masked) for p in prepared])
        self._senses: dict[tuple[int, int, int], Sense] = {}
        said: dict[str, list[Fact]] = {}
        for fact in facts:
            if isinstance(fact.subject, Meeting):
                said.setdefault(fact.subject.key, []).append(fact)
        if any(self._is_slip(found, published) for found in said.values()):
            published = ""
        self._when = {
            key: _by_days(found, published) or self._by_words(found, published) for key, found in said.items()
        }

    def put(self, facts: Iterable[Fact]) -> list[Fact]:
        """The facts with their modality, the same for all that make one claim."""
        claims: dict[tuple[str, str, str], list[Fact]] = {}
        keyed = [((_key(fact), fact.predicate, fact.object), fact) for fact in facts]
        for key, fact in keyed:
            claims.setdefault(key, []).append(fact)
        modes = {key: self._mode(found) for key, found in claims.items()}
        return [fact if fact.modality == modes[key] else replace(fact, modality=modes[key]) for key, fact in keyed]

    def _mode(self, facts: Sequence[Fact]) -> Modality:
        """How all facts that make one claim put it: as planned if one does and none of the others says that it came."""
        planned = [f.modality == Modality.PLANNED or self._is_planned(f) for f in facts]
        others = [self._sense(f) for f, is_planned in zip(facts, planned, strict=True) if not is_planned]
        came = any(sense.tense == "came" for sense in others) and self._when_of(_key(facts[0])) is not _When.PUT_AHEAD
        if any(planned) and not came:
            return Modality.PLANNED
        if facts[0].predicate == "hasPosition":
            return Modality.STATED
        is_speaker = facts[0].predicate == "hasSpeaker"
        is_told = all(sense.is_told or (sense.is_quoted and not is_speaker) for sense in others)
        return Modality.REPORTED if is_told else Modality.STATED

    def _is_planned(self, fact: Fact) -> bool:
        tense = self._sense(fact).tense
        if fact.predicate in _LASTING or fact.rule == _POST:
            return tense == "becoming"
        match self._when_of(_key(fact)):
            case _When.COMING:
                return True
            case _When.OVER:
                return tense == "planned"
            case _When.PUT_AHEAD:
                return tense != "came" or fact.rule == _NAMED
            case _When.HELD:
                ahead = AHEAD if fact.predicate in _MADE else _OWN
                return tense in ahead and fact.rule != _NAMED
            case _When.UNTOLD:
                return tense in AHEAD and fact.rule != _NAMED

    def _when_of(self, key: str) -> _When:
        parts = session_parts(key)
        return self._when.get(parts[0] if parts is not None else key, _When.UNTOLD)

    def _is_slip(self, facts: Sequence[Fact], published: str) -> bool:
        """Whether a meeting whose days lie ahead is told as past: a day was misread, likely that of publication."""
        return _by_days(facts, published) is _When.COMING and set(self._scene(facts)) == {"came"}

    def _scene(self, facts: Sequence[Fact]) -> list[str]:
        """How the time and the place of a meeting are put, in the order of the text."""
        found = sorted((f for f in facts if f.predicate in _SCENE and f.rule != _NAMED), key=lambda f: f.sentence)
        return [tense for f in found if (tense := self._sense(f).tense)]

    def _by_words(self, facts: Sequence[Fact], published: str) -> _When:
        """When the words say that a meeting is: those of time and place, then what it is called, then all others."""
        tenses = self._scene(facts)
        if tenses:
            ahead = sum(tense in AHEAD for tense in tenses) * 2 + (tenses[0] in AHEAD)
            return _When.PUT_AHEAD if ahead > len(tenses) else _When.HELD
        if published in _days(facts, "startDate"):
            return _When.HELD
        times = {f.subject.time for f in facts if isinstance(f.subject, Meeting)}
        if times & {"next", "previous"}:
            return _When.PUT_AHEAD if "next" in times else _When.HELD
        others = [f for f in facts if f.predicate not in _LASTING and f.rule != _POST]
        told = {tense for f in [f for f in others if f.rule != _NAMED] or others if (tense := self._sense(f).tense)}
        return _When.PUT_AHEAD if told & _TELLING and "came" not in told else _When.UNTOLD

    def _sense(self, fact: Fact) -> Sense:
        """How the sentence of a fact puts its object."""
        part = self._prepared[fact.sentence]
        place = fact.place if fact.place >= 0 else _place(fact, part.sentence.folded)
        behind = _BEHIND if fact.predicate in _SCENE else 0
        key = (fact.sentence, place, behind)
        if key not in self._senses:
            self._senses[key] = self._finder.sense(part.masked, place, self._speech.get(fact.sentence, ()), behind)
        return self._senses[key]


def _place(fact: Fact, folded: str) -> int:
    """Where the object of a fact stands that is a text; where it does not stand, the beginning of the evidence."""
    return max(folded.find(fold(fact.object), fact.start, fact.end), fact.start)


def _key(fact: Fact) -> str:
    return fact.subject.key if isinstance(fact.subject, Meeting) else fact.subject


def _by_days(facts: Sequence[Fact], published: str) -> _When | None:
    """When a meeting is by its days, or by its year; None where they do not tell, or it begins on the day."""
    if len(published) != _DAY:
        return None
    starts, ends = (_days(facts, predicate) for predicate in ("startDate", "endDate"))
    first, last = (starts or ends, ends or starts)
    if not first:
        first = last = {f.object for f in facts if f.predicate == "year"}
        published = published[:4]
    if not first or not last:
        return None
    if min(first) > published:
        return _When.COMING
    if max(last) < published:
        return _When.OVER
    return _When.HELD if len(published) == _DAY and min(first) < published else None


def _days(facts: Sequence[Fact], predicate: str) -> set[str]:
    """The whole days that a predicate gives."""
    return {f.object for f in facts if f.predicate == predicate and len(f.object) == _DAY and f.object[0] != "-"}
