"""How an article puts its claims: as facts, as plans, or as the word of somebody else.

The last stage before claims are made: it gives facts their modality and leaves all else as it is. What is decisive:

1. A meeting that begins after the day of publication lies ahead, whatever the tense: all that is said of it is planned.
2. A meeting that was over by then does not: a future tense that tells of it is that of a narrative. What words put as a
   plan (`was scheduled for`, `would be held`) stays planned.
3. Else the words decide, those of place and time before all others: a meeting whose place and time are only put ahead
   lies ahead, and so does what no word tells of it. A headline in the present tells nothing.
4. Of a meeting that was held or is on only what is itself put ahead is planned.
5. Posts, members, the secretariat and the beginning of a forum are planned only where words of their own say so.
6. What is not planned is reported if all that tells it is speech, quoted or indirect. What is both is planned.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from migkg.extract.discourse import Meeting
from migkg.extract.fold import fold
from migkg.extract.moods import AHEAD, speech
from migkg.model import Modality
from migkg.predicates import session_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from migkg.extract.engine import Prepared
    from migkg.extract.facts import Fact
    from migkg.extract.moods import MoodFinder, Sense

_SCENE = frozenset({"startDate", "endDate", "heldIn", "heldInCountry"})
"""What tells best whether a meeting was held: its time and its place."""
_LASTING = frozenset({"hasPosition", "hasMember", "hasObserver", "hasSecretariat", "established"})
_POST = "position"
"""The rule that reads what a person is called."""
_NAMED = "named-meeting"
"""The rule that reads the name of a meeting: the verb of its sentence may tell anything."""
_OWN = frozenset({"appearing", "planned"})
"""What puts ahead those who come to a meeting that is on."""
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
        self._senses: dict[tuple[int, int], Sense] = {}
        said: dict[str, list[Fact]] = {}
        for fact in facts:
            if isinstance(fact.subject, Meeting):
                said.setdefault(fact.subject.key, []).append(fact)
        self._when = {key: _by_days(found, published) or self._by_words(found) for key, found in said.items()}

    def put(self, facts: Iterable[Fact]) -> list[Fact]:
        """The facts with their modality, the same for all that make one claim."""
        keyed = [((_key(fact), fact.predicate, fact.object), fact) for fact in facts]
        modes: dict[tuple[str, str, str], set[Modality]] = {}
        for key, fact in keyed:
            modes.setdefault(key, set()).add(self._mode(fact))
        return [replace(fact, modality=next(m for m in Modality if m in modes[key])) for key, fact in keyed]

    def _mode(self, fact: Fact) -> Modality:
        if fact.modality == Modality.PLANNED or self._is_planned(fact):
            return Modality.PLANNED
        return Modality.REPORTED if self._sense(fact).is_told else Modality.STATED

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
                ahead = AHEAD if fact.predicate in _SCENE or fact.predicate == "hasHost" else _OWN
                return tense in ahead and fact.rule != _NAMED
            case _When.UNTOLD:
                return tense in AHEAD and fact.rule != _NAMED

    def _when_of(self, key: str) -> _When:
        parts = session_parts(key)
        return self._when.get(parts[0] if parts is not None else key, _When.UNTOLD)

    def _by_words(self, facts: Sequence[Fact]) -> _When:
        """When the words say that a meeting is: those of time and place, then what it is called, then all others."""
        tenses = {tense for f in facts if f.predicate in _SCENE and (tense := self._sense(f).tense)}
        if "came" in tenses:
            return _When.HELD
        times = {f.subject.time for f in facts if isinstance(f.subject, Meeting)}
        if tenses or "next" in times:
            return _When.PUT_AHEAD
        if "previous" in times:
            return _When.HELD
        others = [f for f in facts if f.predicate not in _LASTING and f.rule not in {_POST, _NAMED}]
        told = {tense for f in others if (tense := self._sense(f).tense)}
        return _When.PUT_AHEAD if told and "came" not in told else _When.UNTOLD

    def _sense(self, fact: Fact) -> Sense:
        """How the sentence of a fact puts its object."""
        part = self._prepared[fact.sentence]
        place = fact.place if fact.place >= 0 else _place(fact, part.sentence.folded)
        key = (fact.sentence, place)
        if key not in self._senses:
            self._senses[key] = self._finder.sense(part.masked, place, self._speech.get(fact.sentence, ()))
        return self._senses[key]


def _place(fact: Fact, folded: str) -> int:
    """Where the object of a fact stands that is a text; where it does not stand, the beginning of the evidence."""
    return max(folded.find(fold(fact.object), fact.start, fact.end), fact.start)


def _key(fact: Fact) -> str:
    return fact.subject.key if isinstance(fact.subject, Meeting) else fact.subject


def _by_days(facts: Sequence[Fact], published: str) -> _When | None:
    """When a meeting is by its days, or by its year; None where they do not tell, or the article is of these days."""
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
    return _When.OVER if max(last) < published else None


def _days(facts: Sequence[Fact], predicate: str) -> set[str]:
    """The whole days that a predicate gives."""
    return {f.object for f in facts if f.predicate == predicate and len(f.object) == _DAY and f.object[0] != "-"}
