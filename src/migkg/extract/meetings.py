"""Noun phrases that name a meeting: forum, ordinal, kind and year in any order that a language allows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import SYMBOLS, Item, MeetingMention
from migkg.extract.vocabulary import alternation, bounded

if TYPE_CHECKING:
    from migkg.extract.mask import Masked
    from migkg.lexicon import Language

S = SYMBOLS
_CORE = f"[{S['forum']}{S['ordinal']}{S['head']}{S['modifier']}]"
_YEAR = S["year"]
_RANK = ("preparatory", "intersessional", "senior-officials", "technical", "workshop", "ministerial")
"""Of two kinds in one phrase the earlier decides: a senior officials' meeting of a ministerial conference."""


class MeetingFinder:
    """Turns the phrases of a masked sentence into meetings."""

    def __init__(self, language: Language) -> None:
        words = language.meetings
        link, filler = alternation(words.links), bounded(words.fillers)
        joint = rf"(?: |-|'s? | ?{link} ?)"
        unit = rf"(?:{_CORE}|{_YEAR}|{filler})"
        self._chunk = re.compile(rf"(?:{unit}{joint})*?{_CORE}(?:(?:{joint})+{unit})*")
        self._determined = re.compile(rf"(?:{bounded(words.determiners)}|[a-z]')\s?(?:{filler} )*$")
        near = rf"(?: (?:{alternation(words.determiners)})?| ?)? ?$"
        self._upcoming = re.compile(rf"{bounded(words.upcoming)}{near}")
        self._previous = re.compile(rf"{bounded(words.previous)}{near}")
        self._inside = {
            "previous": re.compile(bounded(words.previous)),
            "next": re.compile(bounded(words.upcoming)),
        }
        self._spoiler = re.compile(rf" ?{bounded(words.not_events)}")
        topic = bounded(words.topics)
        tail = rf"(?:,? ?{S['quote']}|(?: \w+){{0,2}} ?{bounded(words.event_links)} (?:[^.;:(),]{{0,60}}? )?{topic}(?: {topic}| \w{{1,4}} \w+)?)"
        self._event = re.compile(tail)
        self._topic = re.compile(topic)
        self._english = {fold(word): english for word, english in words.english.items()}

    def reduce(self, masked: Masked) -> None:
        """Put a meeting in place of each phrase that names one."""
        masked.reduce(self._chunk, self._meeting)

    def _meeting(self, match: re.Match[str], masked: Masked) -> Item | None:
        """A meeting for the longest part of the phrase with one forum and one ordinal."""
        positions = [i for i in range(match.start(), match.end()) if i in masked.items]
        items = [masked.items[i] for i in positions]
        forums = {i.value for i in items if i.kind == "forum"}
        ordinals = {i.value for i in items if i.kind == "ordinal"}
        cores = [i for i in items if i.kind != "year"]
        if len(forums) > 1 or len(ordinals) > 1 or not (forums or any(i.kind == "head" for i in items)):
            return None
        if all(i.kind == "forum" for i in cores) and len(items) == len(cores):
            return None
        if self._spoiler.match(masked.text, match.end()) or any(i.value == "session" for i in items):
            return None
        return self._build(match, masked, items)

    def _build(self, match: re.Match[str], masked: Masked, items: list[Item]) -> Item | None:
        code = next((i.value for i in items if i.kind == "forum"), "")
        ordinal = next((int(i.value) for i in items if i.kind == "ordinal" and i.value.isdigit()), None)
        kinds = [i.value for i in items if i.kind in {"head", "modifier"}]
        kind = next((k for k in _RANK if k in kinds), "")
        year = next((i.date.start for i in items if i.date is not None), "")
        before = masked.text[: match.start()]
        start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
        if not code and any(i.value == "council" for i in items):
            return None
        event = "" if code else self._event_name(match, masked)
        if event:
            mention = MeetingMention("", "", None, year, "full", self._time(match, before), event)
            return Item("meeting", start, end, event, meeting=mention)
        if code:
            how = "full"
        elif ordinal is not None or (kind and self._determined.search(before)):
            how = "partial"
        elif self._determined.search(before):
            how = "coreferent"
        else:
            return None
        time = self._time(match, before)
        head = next((i.value for i in items if i.kind == "head"), "")
        mention = MeetingMention(code, kind, ordinal, year, how, time, head=head)
        return Item("meeting", start, end, code, meeting=mention)

    def _time(self, match: re.Match[str], before: str) -> str:
        """Whether the words beside the phrase, or in it, put it before or after the present."""
        near = before[-40:]
        if self._previous.search(near) or self._inside["previous"].search(match.group()):
            return "previous"
        return "next" if self._upcoming.search(near) or self._inside["next"].search(match.group()) else ""

    def _event_name(self, match: re.Match[str], masked: Masked) -> str:
        """The English slug of a one-off conference on migration; empty where the phrase is not one."""
        tail = self._event.match(masked.text, match.end())
        if tail is None:
            return ""
        first, last = masked.starts[match.start()], masked.ends[tail.end() - 1]
        words = re.findall(r"[^\W\d_]+", masked.folded[first:last])
        found = [self._english[w] for w in words if w in self._english]
        if not any(self._topic.fullmatch(w) for w in words):
            return ""
        return "-".join(dict.fromkeys(w for english in found for w in english.split()))
