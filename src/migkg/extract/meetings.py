"""Noun phrases that name a meeting: forum, ordinal, kind and year in any order that a language allows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import SYMBOLS, Item, MeetingMention
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from migkg.extract.mask import Masked
    from migkg.lexicon import Language, Meetings

S = SYMBOLS
_CORE = f"[{S['forum']}{S['ordinal']}{S['head']}{S['modifier']}]"
_YEAR = S["year"]
_TOWN = rf"(?<={S['ordinal']} ){S['city']}(?= {_CORE})"
"""A city between the number and the name: `the first Lima Conference`."""
_RANK = ("preparatory", "intersessional", "senior-officials", "technical", "workshop", "ministerial")
"""Of two kinds in one phrase the earlier decides: a senior officials' meeting of a ministerial conference."""


def _headless(language: Language) -> re.Pattern[str]:
    """An ordinal that names a meeting by itself, if the language tells the words that may follow it."""
    words = language.meetings
    if not words.after_ordinals:
        return NEVER
    number = rf"{bounded(words.determiners)} ?({S['ordinal']})"
    dated = rf",? {alternation(words.links)} [{S['date']}{S['period']}{_YEAR}]"
    return re.compile(rf"{number}(?= {bounded(words.after_ordinals)}|{dated}| ?[,.;:(]| ?$)")


def _common(between: tuple[str, ...]) -> re.Pattern[str]:
    """A word for a meeting and the two forums it joins."""
    forum, gap = S["forum"], rf"[^.;:{S['forum']}]"
    return re.compile(rf"{S['head']}[^.;:,]{{0,20}}? {bounded(between)} {gap}{{0,12}}{forum}{gap}{{1,12}}{forum}")


def _foreign(match: re.Match[str], masked: Masked) -> Item:
    """A meeting of two forums is a meeting of neither."""
    start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
    return Item("meeting", start, end, "", meeting=MeetingMention(how="foreign"))


def _main(inner: re.Match[str] | None, match: re.Match[str], masked: Masked, code: str) -> MeetingMention | None:
    """The numbered edition behind a lesser meeting's name: `preparatory meeting of the tenth summit`."""
    if inner is None:
        return None
    at = match.start() + inner.end() - 1
    number = masked.items[at].value
    heads = [i for i in masked.inside(at, match.end()) if i.kind == "head"]
    word = masked.folded[heads[0].start : heads[0].end] if heads else ""
    return MeetingMention(code=code, ordinal=int(number), head=word) if number.isdigit() else None


def _last(match: re.Match[str], masked: Masked) -> Item:
    """Words such as `there` that open a sentence mean the meeting that was spoken of last."""
    start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
    return Item("meeting", start, end, "", meeting=MeetingMention(how="last"))


def _times(words: Meetings) -> dict[str, tuple[re.Pattern[str], ...]]:
    """The words before, in and behind a phrase that tell an earlier meeting or a coming one."""
    near = rf"(?: (?:{alternation(words.determiners)})?| ?)? ?$"
    given = {"previous": (words.previous, words.after_previous), "next": (words.upcoming, words.after_upcoming)}
    return {
        time: (
            re.compile(rf"{bounded(beside)}{near}"),
            re.compile(bounded(beside)),
            re.compile(rf",? ?{bounded(behind)}"),
        )
        for time, (beside, behind) in given.items()
    }


class MeetingFinder:
    """Turns the phrases of a masked sentence into meetings."""

    def __init__(self, language: Language) -> None:
        words = language.meetings
        link, filler = alternation(words.links), bounded(words.fillers)
        joint = rf"(?: \({S['modifier']}\))?(?: |-|'s? | ?{link} ?\"? ?)"
        unit = rf"(?:{_CORE}|{_YEAR}|{filler}|{_TOWN})"
        self._chunk = re.compile(rf"(?:{unit}{joint})*?{_CORE}(?:(?:{joint})+{unit})*")
        self._determined = re.compile(rf"(?:{bounded(words.determiners)}|[a-z]')\s?(?:{filler} )*$")
        self._times = _times(words)
        self._indefinite = re.compile(rf"{bounded(words.indefinite)} (?:{filler} )*$")
        self._commons = re.compile(bounded(words.commons))
        self._name_link = re.compile(rf" (?:{alternation(words.name_links)})(?: |(?<='))")
        self._loose = re.compile(rf"(?<!{S['head']} ){S['ordinal']} ?{link} ")
        self._dated = re.compile(rf"{_YEAR} ?{link} ")
        self._adjective = re.compile(rf"(?:{S['modifier']} ?)+{link} ")
        lesser = f"[{S['head']}{S['modifier']}]"
        self._inner = re.compile(rf"{S['modifier']}(?: ?{lesser})* ?{link} ?{S['ordinal']}")
        self._bracketed = re.compile(rf" ?(?:{link}) [^.;:()]{{3,90}} \({S['forum']}\)")
        self._spoiler_before = re.compile(rf"{bounded(words.not_events)} ?(?:{link})? ?$")
        self._spoiler = re.compile(rf" ?{bounded(words.not_events)}")
        topic = bounded(words.topics)
        about = rf"{bounded(words.event_links)} (?:[^.;:(),]{{0,32}}? )?{topic}(?: {topic}| \w{{1,4}} \w+)?"
        tail = rf"(?:,? ?{S['quote']}|[^.;:(),]{{0,24}}? ?{about})"
        self._event = re.compile(tail)
        self._topic = re.compile(topic)
        self._headless = _headless(language)
        self._again = re.compile(rf"^{bounded(words.again)}(?= )")
        self._common_meeting = _common(words.between)
        groups = (*words.heads.values(), *words.modifiers.values(), words.topics, words.fillers, words.event_links)
        self._common = re.compile(alternation(w for group in groups for word in group for w in word.split()))
        self._english = {fold(word): english for word, english in words.english.items()}

    def reduce(self, masked: Masked) -> None:
        """Put a meeting in place of each phrase that names one."""
        masked.reduce(self._common_meeting, _foreign)
        masked.reduce(self._again, _last)
        masked.reduce(self._chunk, self._meeting)
        masked.reduce(self._headless, self._by_number)

    def _by_number(self, match: re.Match[str], masked: Masked) -> Item | None:
        """A meeting named by its number alone, `the third took place`; the word before it stays outside."""
        ordinal = masked.items[match.start(1)]
        if not ordinal.value.isdigit():
            return None
        mention = MeetingMention(ordinal=int(ordinal.value), how="partial")
        start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
        return Item("meeting", start, end, "", meeting=mention)

    def _meeting(self, match: re.Match[str], masked: Masked) -> Item | None:
        """A meeting for the longest part of the phrase with one forum and one ordinal."""
        positions = [i for i in range(match.start(), match.end()) if i in masked.items]
        items = [masked.items[i] for i in positions]
        if not self._is_name(match.group(), items):
            return None
        if self._spoiler_before.search(masked.text[: match.start()]):
            return None
        if self._spoiler.match(masked.text, match.end()):
            return None
        return self._build(match, masked, items)

    def _is_name(self, phrase: str, items: list[Item]) -> bool:
        """Whether a phrase can name a meeting: it has one forum and one number at most, and more than a forum."""
        kinds = {i.kind for i in items}
        if any(len({i.value for i in items if i.kind == kind}) > 1 for kind in ("forum", "ordinal")):
            return False
        if kinds <= {"forum", "year"}:
            return "year" in kinds and not self._dated.match(phrase)  # `chair in 2019 of the forum`
        if not kinds & {"head", "ordinal"} and self._adjective.match(phrase):
            return False  # `technical secretariat of the process`
        return bool(kinds & {"forum", "head"})

    def _build(self, match: re.Match[str], masked: Masked, items: list[Item]) -> Item | None:
        start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
        code = next((i.value for i in items if i.kind == "forum"), "") or self._named_after(match, masked)
        inner = self._inner.search(match.group())
        kinds = [i.value for i in items if i.kind in {"head", "modifier"}]
        if inner is not None and "council" in kinds:  # "the ministerial session of the seventh conference" is that
            inner, kinds = None, []
        ordinal = None if inner is not None else self._ordinal(match, items)
        event, plain = ("", False) if code or ordinal else self._event_name(match, masked)
        how = "full" if code or event else self._how(match, masked, kinds, ordinal)
        if not how:
            return None
        mention = MeetingMention(
            code=code,
            kind="" if event else next((k for k in _RANK if k in kinds), ""),
            ordinal=ordinal,
            year=next((i.date.start for i in items if i.date is not None), ""),
            how=how,
            time=self._time(match, masked.text),
            event=event,
            is_plain=plain,
            head=next((masked.folded[i.start : i.end] for i in items if i.kind == "head"), ""),
            fresh=self._indefinite.search(masked.text[: match.start()]) is not None,
            main=_main(inner, match, masked, code),
        )
        return Item("meeting", start, end, code or event, meeting=mention)

    def _ordinal(self, match: re.Match[str], items: list[Item]) -> int | None:
        """The ordinal of the phrase, unless it counts something else: `part II of the process`."""
        if self._loose.search(match.group()):
            return None
        return next((int(i.value) for i in items if i.kind == "ordinal" and i.value.isdigit()), None)

    def _named_after(self, match: re.Match[str], masked: Masked) -> str:
        """The forum whose acronym follows in brackets a name that is not known: `meeting of the ... (OCAM)`."""
        after = self._bracketed.match(masked.text, match.end())
        return masked.items[after.end() - 2].value if after else ""

    def _how(self, match: re.Match[str], masked: Masked, kinds: list[str], ordinal: int | None) -> str:
        """How a phrase without a forum is to be understood; the empty string if it is no meeting at all."""
        before = masked.text[: match.start()]
        if "foreign" in kinds or self._is_foreign(match, masked):
            return "foreign"
        determined = self._determined.search(before) is not None
        if "council" in kinds:
            return "near" if determined and ordinal is not None else ""
        if ordinal is not None or (determined and set(kinds) & set(_RANK)):
            return "partial"
        return "coreferent" if determined else ""

    def _time(self, match: re.Match[str], text: str) -> str:
        """Whether the words beside the phrase, or in it, put it before or after the present."""
        near = text[: match.start()][-40:]
        for time, (before, inside, behind) in self._times.items():
            if before.search(near) or inside.search(match.group()) or behind.match(text, match.end()):
                return time
        return ""

    def _event_name(self, match: re.Match[str], masked: Masked) -> tuple[str, bool]:
        """The English slug of a one-off conference on migration, empty where the phrase is not one; is it plain?"""
        tail = self._event.match(masked.text, match.end())
        if tail is None:
            return "", False
        first, last = masked.starts[match.start()], masked.ends[tail.end() - 1]
        words = re.findall(r"[^\W\d_]+", masked.folded[first:last])
        found = [self._english[w] for w in words if w in self._english]
        if not any(self._topic.fullmatch(w) for w in words):
            return "", False
        plain = all(self._common.fullmatch(w) or len(w) < 4 for w in words)
        plain = plain and not masked.inside(match.end(), tail.end())
        return "-".join(dict.fromkeys(w for english in found for w in english.split())), plain

    def _is_foreign(self, match: re.Match[str], masked: Masked) -> bool:
        """Whether a proper name goes on beside the phrase: `Summit of the Americas`, `ASEAN Summit`."""
        if masked.is_title:
            return False
        after = self._name_link.match(masked.text, match.end())
        at = after.end() if after else match.end() + 1
        if at < len(masked.text) and masked.text[match.end()] == " ":
            item = masked.items.get(at)
            if item is not None and after is not None and item.kind in {"city", "org"}:
                return True
            if item is None and masked.original[masked.starts[at]].isupper():
                return self._commons.match(masked.text, at) is None
        words = re.search(r"(\S+) $", masked.text[: match.start()])
        if self._determined.search(masked.text[: match.start()]):
            return False
        if words is None or not masked.text[: words.start()].strip():
            return False
        start = words.start(1)
        item = masked.items.get(start)
        return item.kind == "org" if item is not None else masked.original[masked.starts[start]].isupper()
