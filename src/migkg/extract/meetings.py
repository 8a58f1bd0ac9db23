"""Noun phrases that name a meeting: forum, ordinal, kind and year in any order that a language allows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.convening import Convening
from migkg.extract.counting import Counting
from migkg.extract.events import EventNames
from migkg.extract.fold import fold
from migkg.extract.foreign import is_foreign, is_proper
from migkg.extract.handovers import Handovers
from migkg.extract.item import SYMBOLS, Item, MeetingMention
from migkg.extract.namesakes import Namesakes
from migkg.extract.numbering import Numbering
from migkg.extract.occasions import Occasions
from migkg.extract.phrases import CORE, RANK, Phrases
from migkg.extract.pointers import by_place, gathered, in_turn, last, named_after, of_people, preparing, unnamed
from migkg.extract.ranked import Ranking
from migkg.extract.twins import Twins
from migkg.extract.vocabulary import NEVER, bounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.extract.mask import Masked
    from migkg.lexicon import Language


def _head(items: list[Item], masked: Masked) -> str:
    """The first word for a meeting among the items, folded."""
    return next((masked.folded[i.start : i.end] for i in items if i.kind == "head"), "")


def _main(items: list[Item], code: str, masked: Masked) -> MeetingMention | None:
    """The numbered edition behind a lesser meeting's name: `preparatory meeting of the tenth summit`."""
    number = items[0].value if items else ""
    return MeetingMention(code=code, ordinal=int(number), head=_head(items, masked)) if number.isdigit() else None


_FORUM, _HEAD, _ORDINAL = frozenset({"forum"}), frozenset({"head"}), frozenset({"ordinal"})
_TOLD = frozenset({"city", "date", "period", "today", "here"})
"""What the sentence tells that makes a meeting of a body: place or time."""

_WHERE = _TOLD | {"year", "parties", "state"}
"""One of these stands beside a number that names a meeting by itself: `the aims: the first is peace` has none."""


class MeetingFinder:
    """Turns the phrases of a masked sentence into meetings."""

    def __init__(self, language: Language, called_after: Mapping[str, str]) -> None:
        words = language.meetings
        self.called_after = called_after
        self._is = Phrases(words)
        self._namesakes = Namesakes(self._is, called_after)
        self._convening, self._handovers = Convening(words, language.persons.joiners), Handovers(language)
        self._numbering, self._ranking = Numbering(words), Ranking(words)
        following = (fold(phrase).replace("#", r"\w+") for phrase in words.following)
        self.following = re.compile(rf"\b(?:{'|'.join(following)})\b") if words.following else NEVER
        self._counting = Counting(self._is)
        self.events = EventNames(self._is, words)
        self.occasions = Occasions(words, self._is)
        self._twins = Twins(language, called_after)
        self._lesser = frozenset(words.lesser)
        self._again = frozenset(word.casefold() for word in words.again)
        self._weekday = re.compile(rf"{bounded(language.calendar.weekdays)},? $")

    def reduce(self, masked: Masked) -> None:
        """Put a meeting in place of each phrase that names one."""
        self._twins.reduce(masked)
        self._ranking.reduce(masked)
        masked.reduce(self._is.common_meeting, self._common, _HEAD)
        masked.reduce(self._is.again, self._last)
        self._convening.both(masked)
        masked.reduce(self._is.topical, self._on_topic, _FORUM)
        if masked.has(_FORUM):
            for kind, people in self._is.people.items():
                masked.replace([of_people(match, masked, kind) for match in people.finditer(masked.text)])
            self._convening.within(masked)
        masked.reduce(self._is.chunk, self._meeting, CORE)
        if masked.has(CORE):
            masked.replace([gathered(match, masked) for match in self._is.meets.finditer(masked.text)])
        self._convening.at_level(masked)
        masked.replace([p for p in (preparing(m, masked) for m in self._is.preparing.finditer(masked.text)) if p])
        self._numbering.reduce(masked)
        masked.reduce(self._is.in_turn, in_turn, _ORDINAL)
        masked.reduce(self._is.headless, self._by_number, _ORDINAL)
        masked.reduce(self._is.neighbour, by_place)
        masked.reduce(self._is.unnamed, unnamed)
        self._handovers.reduce(masked)

    def _last(self, match: re.Match[str], masked: Masked) -> Item | None:
        """The meeting spoken of last, by words written just so: `en él` means it, `en el marco` does not."""
        written = masked.original[masked.starts[match.start()] : masked.ends[match.end() - 1]].casefold()
        return last(match, masked) if written in self._again else None

    def _by_number(self, match: re.Match[str], masked: Masked) -> Item | None:
        """A meeting named by its number alone, `the third took place`; the word before it stays outside.

        Behind a day of the week it is that of a day: `on Wednesday the 12th`.
        """
        ordinal = masked.items[match.start("number")]
        if not ordinal.value.isdigit() or self._is.said.match(masked.text, match.end()) is not None:
            return None
        if not masked.has(_WHERE) or self._weekday.search(masked.text[: match.start()]):
            return None
        is_told = masked.text[match.end() : match.end() + 2].lstrip()[:1].isalpha()
        is_told = is_told and self._is.placed.match(masked.text, match.end()) is None
        own = self._is.own.search(masked.text[: match.start("number")]) is not None
        is_listed = match["article"] is None  # `second, Paris, 2008`
        start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
        how = "partial" if is_told or is_listed else "counted"
        return Item("meeting", start, end, "", meeting=MeetingMention(ordinal=int(ordinal.value), how=how, own=own))

    def _common(self, match: re.Match[str], masked: Masked) -> Item | None:
        """A meeting of two forums is a meeting of neither, but an event of its own."""
        items = masked.inside(match.start(), match.end())
        forums = {i.value for i in items if i.kind == "forum"}
        if len(forums) == 1:
            return None
        head = _head(items, masked)
        start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
        name = "-".join([*self.events.in_english(head), *sorted(forums)]).strip("-").lower()
        return Item("meeting", start, end, name, meeting=MeetingMention(event=name, head=head))

    def _on_topic(self, match: re.Match[str], masked: Masked) -> Item | None:
        """A lesser meeting with its topic before its forum; a conference on what a forum does is not one of it."""
        items = masked.inside(match.start(), match.end())
        heads = {i.value for i in items if i.kind == "head"}
        if self._is.consulting.search(masked.folded, masked.starts[match.start()], masked.ends[match.end() - 1]):
            return self._meeting(match, masked)
        lesser = any(i.kind == "modifier" and {i.value, i.form} & set(RANK) for i in items)  # `thematic meeting on X`
        return self._meeting(match, masked) if heads and (lesser or heads <= set(RANK)) else None

    def _meeting(self, match: re.Match[str], masked: Masked) -> Item | None:
        """A meeting for the longest part of the phrase with one forum and one ordinal."""
        if not self._is_name(match, masked) or self._is_series(match, masked):
            return None
        if self._is.spoiler_before.search(masked.text[: match.start()]):
            return None
        if self._is.spoiler.match(masked.text, match.end()):
            return self._stranger(match, masked) if self._is.shared.match(masked.text, match.end()) else None
        return self._build(match, masked)

    def _stranger(self, match: re.Match[str], masked: Masked) -> Item | None:
        """A numbered meeting of another kind keeps what is said of it: `the second summit between the two unions`."""
        items = masked.inside(match.start(), match.end())
        kinds = {i.kind for i in items if i.kind != "ordinal" or i.value.isdigit()}
        if not {"head", "ordinal"} <= kinds or "forum" in kinds:
            return None
        number = next(int(i.value) for i in items if i.kind == "ordinal" and i.value.isdigit())
        start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
        return Item("meeting", start, end, "", meeting=MeetingMention(how="foreign", ordinal=number))

    def _is_name(self, match: re.Match[str], masked: Masked) -> bool:
        """Whether a phrase can name a meeting: one forum at most, one number in each part, more than a forum."""
        items = masked.inside(match.start(), match.end())
        kinds, phrase = {i.kind for i in items}, match.group()
        if not self._is_one(match, masked):
            return False
        if any(i.form in RANK for i in items):
            return True
        if kinds & {"head", "ordinal"} == {"head"} and {i.value for i in items if i.kind == "head"} == {"technical"}:
            return masked.has(_TOLD) or self._is.meet(masked.text, *match.span())
        if kinds <= {"forum", "year"}:
            is_dated = "year" in kinds and not self._is.dated.match(phrase)  # not `chair in 2019 of the forum`
            if self._is.for_year.match(phrase) and self._is.office.search(masked.text[: match.start()]):
                return False
            return is_dated or any(inside.search(phrase) for _, inside, _ in self._is.times.values())
        if kinds == {"modifier"}:
            return self._convened(match, masked)
        if not kinds & {"head", "ordinal"} and self._is.adjective.match(phrase):
            people = self._is.meet(masked.text, *match.span())  # `secretariat of the process` is not
            return people and self._is.named_behind.match(masked.text, match.end()) is None
        return bool(kinds & {"forum", "head"})

    def _is_series(self, match: re.Match[str], masked: Masked) -> bool:
        """Whether a phrase is but a forum with a word for a process before it: `the dialogue MIDWA`."""
        items = masked.inside(match.start(), match.end())
        heads = {masked.folded[i.start : i.end] for i in items if i.kind == "head"}
        return {i.kind for i in items} == {"head", "forum"} and heads <= self._is.vague

    def _is_one(self, match: re.Match[str], masked: Masked) -> bool:
        """Whether a phrase has no two forums, no two numbers in a part, and more than `25th and 26th meetings`."""
        items = masked.inside(match.start(), match.end())
        if len({i.value for i in items if i.kind == "forum"}) > 1:
            return False
        if any(len({i.value for i in part if i.kind == "ordinal"}) > 1 for part in self._parts(match, masked)):
            return False
        is_told = any(i.kind == "modifier" for i in items)
        return is_told or _head(items, masked) not in self._is.plurals

    def _convened(self, match: re.Match[str], masked: Masked) -> bool:
        """Whether a phrase without a word for a meeting tells of people who met: `the senior officials met`."""
        items = masked.inside(match.start(), match.end())
        lesser = all(i.kind == "modifier" for i in items) and any(i.value in self._lesser for i in items)
        return lesser and self._is.convened.match(masked.text, match.end()) is not None

    def _parts(self, match: re.Match[str], masked: Masked) -> tuple[list[Item], list[Item]]:
        """The items of a phrase before and from the number of the edition that it is a part of.

        `Second preparatory meeting of the | tenth summit`; a session of an edition is the edition itself.
        """
        inner = [m.end() - 1 for m in self._is.inner.finditer(match.group())]
        at = match.start() + inner[-1] if inner else match.end()
        outer, rest = masked.inside(match.start(), at), masked.inside(at, match.end())
        values = {i.value for i in outer}
        if not rest or not values & {*RANK, "council"}:
            return masked.inside(match.start(), match.end()), []
        return (rest, []) if "council" in values else (outer, rest)

    def _build(self, match: re.Match[str], masked: Masked) -> Item | None:
        start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
        items, before = masked.inside(match.start(), match.end()), masked.text[: match.start()]
        outer, inner = self._parts(match, masked)
        kinds = [i.value if i.kind in {"head", "modifier"} else i.form for i in outer]
        ordinal = self._counting.ordinal(match, masked, outer)
        code = next((i.value for i in items if i.kind == "forum"), "") or named_after(match, masked, self._is)
        called = "" if code else self._namesakes.called(before, masked, frozenset(kinds))
        none = ("", False, False)
        is_others = self._is.is_unofficial(masked.text, *match.span())
        event, plain, short = none if code or called or is_others else self.events.name(match, masked, items)
        titled = bool(event) and masked.text[match.end() :].lstrip(" ,").startswith(SYMBOLS["quote"])
        is_other = is_others or self._is.other.match(masked.folded, end) or self._is.other_before.search(before)
        how = "foreign" if is_other else self._how(match, masked, frozenset(kinds), ordinal)
        how = "full" if code or (event and not ordinal) else how  # what is numbered may be of a series
        how, code = ("partial", called) if called else (how, code)
        if not how:
            return None
        one_off = event and not titled and not ordinal and "workshop" not in kinds
        mention = MeetingMention(
            code=code,
            kind="" if one_off else next((k for k in RANK if k in kinds), ""),
            ordinal=ordinal,
            year=next((i.date.start for i in items if i.date is not None), ""),
            how=how,
            time=self._time(match, masked.text) or self._recalled(before, ordinal),
            event=event,
            is_plain=plain,
            is_proper=is_proper(match, masked),
            is_short=short,
            titled=titled,
            place=self._namesakes.place(match, masked),
            head="" if how == "foreign" and ("council" in kinds or is_other) else _head(outer, masked),
            namesake=self._namesakes.namesake(match, masked),
            fresh=self._is.indefinite.search(before) is not None,
            main=_main(inner, code, masked),
            own=self._is.own.search(before) is not None,
            minor=any(i.kind == "head" and i.value == "technical" for i in outer),
            present=self._is.present.search(before) is not None,
            several=not ordinal and _head(outer, masked) in self._is.plurals,
            other=self._other(outer, masked) if how == "foreign" else "",
            consults=self._is.consulting.search(masked.folded, start, end) is not None,
            town=next((i for i in items if i.kind == "city"), None) if code else None,
        )
        return Item("meeting", start, end, code or event, meeting=mention)

    def _other(self, items: list[Item], masked: Masked) -> str:
        """The weighty word in the name of a meeting of another kind: `the assembly`, behind it, is that one again."""
        return next((word for word in _head(items, masked).split() if word in self._is.weighty), "")

    def _is_noun(self, items: list[Item], masked: Masked) -> bool:
        """Whether the word for a meeting is there and no verb: `ministers meet`."""
        head = _head(items, masked)
        return bool(head) and self._is.verb.fullmatch(head) is None

    def _how(self, match: re.Match[str], masked: Masked, kinds: frozenset[str], ordinal: int | None) -> str:
        """How a phrase without a forum is to be understood; the empty string if it is no meeting at all."""
        before = masked.text[: match.start()]
        if "foreign" in kinds or is_foreign(match, masked, self._is):
            return "foreign"
        determined = self._is.determined.search(before) is not None
        if self._convened(match, masked):
            return "partial"
        if masked.is_title and kinds & set(RANK) and self._is_noun(masked.inside(match.start(), match.end()), masked):
            return "partial"  # headings do without articles
        if "council" in kinds:
            opens = masked.is_title and match.start() == 0 and match.group()[0] == SYMBOLS["ordinal"]
            return "near" if (determined or opens) and ordinal is not None else ""  # `109th session: the Council ...`
        if ordinal is not None or (kinds & set(RANK) and (determined or is_proper(match, masked))):
            return "partial"
        if kinds & set(RANK) and self._is.indefinite.search(before) is not None:
            return "partial" if kinds & self._lesser else "near"
        if not determined and kinds and self._is.town.search(before):
            return "placed"
        return "coreferent" if determined else ""

    def _time(self, match: re.Match[str], text: str) -> str:
        """Whether the words beside the phrase, or in it, put it before or after the present."""
        near, phrase = text[: match.start()][-40:], self._is.closing.sub("", match.group())
        for time, (before, inside, behind) in self._is.times.items():
            if before.search(near) or inside.search(phrase) or behind.match(text, match.end()):
                return time
        return ""

    def _recalled(self, before: str, ordinal: int | None) -> str:
        """Whether the words before a numbered meeting look back to it: `since the second meeting`."""
        return "previous" if ordinal and self._is.recalled.search(before[-40:]) else ""
