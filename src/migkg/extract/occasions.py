"""Whether an article that is about no known forum reports on a meeting of states about migration.

No single wording decides it. Such an article speaks of migration more than once, its beginning tells of a meeting
with a place or a day, and it tells that states take part: several of them are named, or their ministers,
governments and delegations are. Those of a church, a university or one state alone hold meetings of another kind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import SYMBOLS
from migkg.extract.vocabulary import bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from migkg.extract.engine import Prepared
    from migkg.extract.item import MeetingMention
    from migkg.extract.phrases import Phrases
    from migkg.lexicon import Meetings

_LEAD = 8
"""So many sentences that say something are the beginning of an article."""
_SAYS, _TITLE = 40, 25
"""A sentence of fewer letters says nothing, nor does a title."""
_BODY = 14
"""Those who take part are named within so many sentences."""
_SEVERAL = 3
"""So many states hold more than talks between two."""
_TWICE = 2
_WHOSE = 36
"""So many characters from those who act for states may stand whose they are."""
_SHARE = 0.2
"""The part of its sentences, at least, in which a text on migration speaks of it."""
_TOLD = frozenset({"city", "date", "period", "today", "state", "parties", "here"})
_STATES = frozenset({"state", "demonym"})
_PEOPLE = frozenset({"person", "persons"})
_OWN = frozenset({"coreferent", "partial", "near", "full", "placed"})
"""How phrases speak of a meeting that may be the one an article is about."""


class Occasions:
    """What tells a report on a meeting of states in texts of one language."""

    def __init__(self, words: Meetings, phrases: Phrases) -> None:
        self._is = phrases
        known = {fold(word) for word in words.english}
        named = {fold(w) for kind in ("main", "workshop") for w in words.heads.get(kind, ())}
        self._workshops = {fold(w) for w in words.heads.get("workshop", ())}
        self._heads = {w for w in named if w in known} | self._workshops
        self._head = re.compile(bounded(self._heads))
        self._meeting = re.compile(rf"{SYMBOLS['meeting']}|{self._head.pattern}")
        self._matter = re.compile(bounded((*words.topics, *words.matters)))
        self._powers = re.compile(bounded(words.powers))
        self._breadth = re.compile(bounded(words.breadth))
        self._several = re.compile(rf"(?:{bounded(words.several)}|\b\d{{1,2}}) (?:\w+ )?{bounded(words.nations)}")
        self._gathered = re.compile(bounded(words.gathered))
        self._two = re.compile(rf"{bounded(words.powers)} (?:\w+ ){{1,2}}{SYMBOLS['parties']}")
        self._private = re.compile(bounded(words.private))

    def told(self, prepared: Sequence[Prepared]) -> str | None:
        """The word for the meeting of states on migration that an article reports on; None where it reports on none.

        The empty string where only a verb tells that they met.
        """
        saying = _saying(prepared)
        lead = saying[:_LEAD]
        found = [(n, head) for n, part in enumerate(lead) for head in self._meetings(part)]
        if not found or not self._is_on_migration(prepared, lead):
            return None
        first = lead[: found[0][0] + 1]
        if self._is_numbered(first) or self._is_between(first):
            return None
        states = len({i.value for part in saying[:_BODY] for i in part.mentions if i.kind in _STATES})
        for number, head in found:
            near = lead[max(0, number - _TWICE) : number + _TWICE + 1]
            if any(part.masked.has(_TOLD) for part in near) and self._is_of_states(states, near):
                return head
        return None

    def is_private(self, prepared: Sequence[Prepared], forum: str = "") -> bool:
        """Whether the meeting that an article begins with is held by others than states, or by one or two.

        One that stands behind the name of the forum, or beside it, may be of the forum.
        """
        if forum and sum(_names(forum, part) for part in prepared) > _TWICE:
            return False  # what is named again and again is not named in passing
        lead = _saying(prepared)[:_LEAD]
        first = next((n for n, part in enumerate(lead) for _ in self._meetings(part)), None)
        other = next((n for n, part in enumerate(lead) if self._is_unofficial(part)), None)
        found = [n for n in (first, other) if n is not None]
        if not found or any(_names(forum, part) for part in lead[: min(found) + 1]):
            return False
        if other == min(found) or first is None or self._is_small(lead, first):
            return True
        behind = 1 if forum else _SEVERAL  # a forum named further down makes others less likely
        return self._is_of_few(lead[: first + behind], max(0, first - _TWICE))

    def _is_small(self, lead: Sequence[Prepared], first: int) -> bool:
        """Whether the first meeting is a workshop, and nothing near it tells of more than one state or of a region."""
        if next(self._meetings(lead[first])) not in self._workshops:
            return False
        near = lead[: first + _SEVERAL]
        told = " ".join(_without_forums(part) for part in near)
        states = {i.value for part in near for i in part.mentions if i.kind in _STATES}
        is_wide = any(words.search(told) for words in (self._several, self._powers, self._breadth))
        return len(states) < _SEVERAL and not is_wide

    def _is_of_few(self, lead: Sequence[Prepared], start: int) -> bool:
        """Whether the beginning tells of one or two states, or of others than states near the meeting, from `start`."""
        told = " ".join(part.sentence.folded for part in lead)
        if self._several.search(told):
            return False
        if any(self._is_of_two(part) for part in lead):
            return self._breadth.search(told) is None  # `the presidents of Niger and Libya opened the regional summit`
        near = lead[start:]
        told = " ".join(part.sentence.folded for part in near)
        names = {w for part in near for i in part.mentions if i.kind in _PEOPLE for w in fold(i.value).split()}
        return self._powers.search(told) is None and any(self._is_of_others(part, names) for part in near)

    def _is_unofficial(self, part: Prepared) -> bool:
        """Whether a sentence calls a meeting one of others than states: `citizens' summit`, `national conference`."""
        text = part.masked.text
        return any(self._is.is_unofficial(text, *found.span()) for found in self._meeting.finditer(text))

    def _is_of_others(self, part: Prepared, names: AbstractSet[str]) -> bool:
        """Whether a sentence tells of others than states; a word of a person's name does not: `Enrique Iglesias`."""
        return any(m.group() not in names for m in self._private.finditer(part.sentence.folded))

    def _is_of_two(self, part: Prepared) -> bool:
        """Whether those who act for two states are told, and no other state: `the ministers of Italy and Libya`."""
        parties = [i for i in part.masked.items.values() if i.kind == "parties"]
        is_two = self._two.search(part.masked.text) is not None
        return is_two and sum(len(i.members or (i,)) for i in parties) <= _TWICE

    def _is_on_migration(self, prepared: Sequence[Prepared], lead: Sequence[Prepared]) -> bool:
        """Whether a text speaks of migration at its beginning and again and again."""
        at_first = sum(self._speaks(part) for part in lead)
        share = sum(self._speaks(part) for part in prepared) / max(1, len(prepared))
        return at_first > 0 and share >= _SHARE

    def _speaks(self, part: Prepared) -> bool:
        return self._matter.search(part.sentence.folded) is not None

    def _meetings(self, part: Prepared) -> Iterator[str]:
        """The words for meetings in a sentence that may mean the one an article is about; nothing for a mere verb."""
        mentions = (i.meeting for _, i in sorted(part.masked.items.items()) if i.meeting is not None)
        yield from (m.head for m in mentions if self._is_own(m))
        text = part.masked.text
        for match in self._head.finditer(text):
            if self._is.spoiler.match(text, match.end()) or self._is.spoiler_before.search(text[: match.start()]):
                continue
            if self._is.other.match(text, match.end()) or self._is.other_before.search(text[: match.start()]):
                continue
            yield match.group()
        if self._gathered.search(text) and any(self._is_free(m, part) for m in self._powers.finditer(text)):
            yield ""

    def _is_free(self, people: re.Match[str], part: Prepared) -> bool:
        """Whether those who act for states are not those of a body, which has its own series: `EU ministers`."""
        near = part.masked.inside(max(0, people.start() - _WHOSE), people.end() + _WHOSE)
        return not any(all(m.value.startswith("org:") for m in i.members or (i,)) for i in near)

    def _is_numbered(self, lead: Sequence[Prepared]) -> bool:
        """Whether the first meeting is one of a series, of whatever kind: `the tenth summit of the association`."""
        told = [i.meeting for part in lead for _, i in sorted(part.masked.items.items()) if i.meeting is not None]
        return bool(told) and (told[0].ordinal or 0) > 1

    def _is_between(self, lead: Sequence[Prepared]) -> bool:
        """Whether the first meeting is one of two bodies on all they share: `the summit between the two unions`."""
        if any(self._speaks(part) for part in lead):
            return False
        found = (m for part in lead for m in self._meeting.finditer(part.masked.text))
        return any(self._is.shared.match(m.string, m.end()) for m in found)

    def _is_own(self, mention: MeetingMention) -> bool:
        return mention.how in _OWN and mention.head in self._heads and not (mention.code or mention.time)

    def _is_of_states(self, states: int, near: Sequence[Prepared]) -> bool:
        """Whether states meet: three or more are named, and words for those who act for them, or more such words."""
        told = [part.sentence.folded for part in near]
        powers = {m.group() for text in told for m in self._powers.finditer(text)}
        breadth = {m.group() for text in told for m in self._breadth.finditer(text)}
        if states >= _SEVERAL or any(self._several.search(text) for text in told):
            return bool(powers or breadth)
        return len(powers) + bool(breadth) >= _TWICE and bool(powers)


def _without_forums(part: Prepared) -> str:
    """The text of a sentence without the names of forums, which tell nothing of who meets."""
    text = part.sentence.folded
    for item in (i for i in part.mentions if i.kind == "forum"):
        text = text[: item.start] + " " * (item.end - item.start) + text[item.end :]
    return text


def _names(forum: str, part: Prepared) -> bool:
    """Whether a sentence names a forum."""
    return any(i.kind == "forum" and i.value == forum for i in (*part.mentions, *part.posted))


def _saying(prepared: Sequence[Prepared]) -> list[Prepared]:
    """The sentences that say something."""
    return [p for p in prepared if len(p.sentence.folded) >= (_TITLE if p.sentence.title else _SAYS)]
