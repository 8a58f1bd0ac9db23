"""The year that stands beside the name of a meeting: `Senior Officials' Meeting, Rome, 27 April 2015`.

It tells one meeting from another of the same kind before anything is known of either: in lists of meetings, in
chronologies, in titles with their date below.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.item import SYMBOLS as S
from migkg.extract.light import replace
from migkg.extract.times import day_of
from migkg.extract.vocabulary import alternation, bounded, leading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.engine import Prepared
    from migkg.extract.item import Item
    from migkg.extract.mask import Masked
    from migkg.lexicon import Language

_WHEN = f"[{S['date']}{S['period']}{S['year']}]"
_PLACE = f"[{S['city']}{S['parties']}{S['here']}]"
_NAMES = "".join(S.values())
_OTHERS = _NAMES.replace(S["forum"], "")
_TERM = r"(?! ?[-–/] ?\d\d)"
"""A year that begins a term of several is that of no meeting: `the plan for 2016-2020`."""
_MARK = r"\W{0,4}(?:\d{1,2}[.)] )?"
"""A bullet or a number may open an entry."""
_ALONE = re.compile(rf"{_MARK}({S['year']})\W{{0,3}}$")
_FIRST = re.compile(rf"{_MARK}(?:\w+: )?({_WHEN})")
_SHORT = 60
"""A line of a date, hours and a place is no longer than this."""
_ENOUGH = 2
"""So many lines that are but a year make a chronology."""


class YearFinder:
    """Finds the years beside the meetings of an article in one language."""

    def __init__(self, language: Language) -> None:
        words = language.meetings
        small = (*words.links, *words.event_links, *words.determiners, *language.grammar.place_links)
        link = rf"(?:{bounded(small)} ?|(?<=')){{0,2}}"
        held = rf"(?:,? {alternation(words.after_ordinals)}(?!\w))?"
        place = rf"(?:[,(–—:-]? ?\(?(?:{link}|\w{{2,3}} ){_PLACE}){{0,2}}"  # `by Peru in Lima`
        plain = rf"{held}(?: ?{S['quote']})? ?{place},? ?[(–—:-]? ?{link}"
        topic = rf" {leading(words.event_links)}[^.;:()!?{_NAMES}]{{3,60}}?"
        about = rf"{topic}(?: \((?:{_PLACE},? ?){{0,2}}|,? {link}{_PLACE},? ?){link}"
        self._behind = re.compile(rf"(?:{plain}|{about})({_WHEN}){_TERM}")
        the = bounded(words.determiners)
        entry = rf"{_MARK}({_WHEN})(?: ?[:–—-] ?|\) ?)(?:{_PLACE} ?[,:–—-] ?)?(?:{the} ?)?$"
        front = rf"(?:^|[,;:] )(?:\w{{1,4}} ){{0,2}}({_WHEN}),? [^.;:()!?{_OTHERS}]{{0,40}}$"
        self._met = re.compile(rf" {bounded((*words.gathered, *words.after_ordinals))}")
        self._before = re.compile(entry)
        self._front = re.compile(front)

    def hang(self, parts: Sequence[Prepared]) -> None:
        """Give each meeting of an article the year that is told beside it, below its title or above its entry."""
        years = [_alone(part) for part in parts]
        chronology = sum(1 for year in years if year) >= _ENOUGH
        above = ""
        for number, part in enumerate(parts):
            below = parts[number + 1] if number + 1 < len(parts) else None
            above = years[number] or ("" if part.sentence.title else above)
            for position, item in _meetings(part.masked):
                when = self._beside(part.masked, position)
                year = (_year(part.masked, when) if when is not None else "") or (above if chronology else "")
                year = year or (_below(below) if part.sentence.title and below is not None else "")
                if year and item.meeting is not None:
                    day = _day(part.masked, when) if when is not None else 0
                    part.masked.items[position] = replace(item, meeting=replace(item.meeting, beside=year, day=day))

    def _beside(self, masked: Masked, position: int) -> int | None:
        """The place of the date that is told beside a meeting."""
        behind = self._behind.match(masked.text, position + 1)
        if behind is not None:
            return behind.start(1)
        before = self._before.match(masked.text[:position])
        if before is not None:
            return before.start(1)
        front = self._front.search(masked.text[:position])
        if front is None or not (_is_day(masked, front.start(1)) or self._is_again(masked, position)):
            return None
        return front.start(1)

    def _is_again(self, masked: Masked, position: int) -> bool:
        """Whether a mere word for a meeting is said to have met: `in December 2016 the Forum had met`."""
        mention = masked.items[position].meeting
        is_mere = mention is not None and mention.how == "coreferent"
        return is_mere and self._met.match(masked.text, position + 1) is not None


def _meetings(masked: Masked) -> Iterator[tuple[int, Item]]:
    """The meetings of a sentence that neither a number nor a year tells by itself."""
    for position, item in sorted(masked.items.items()):
        if item.meeting is not None and not item.meeting.year:
            yield position, item


def _year(masked: Masked, position: int) -> str:
    date = masked.items[position].date
    return date.year if date is not None else ""


def _is_day(masked: Masked, position: int) -> bool:
    date = masked.items[position].date
    return date is not None and date.is_day


def _day(masked: Masked, position: int) -> int:
    date = masked.items[position].date
    return day_of(date.start) if date is not None else 0


def _alone(part: Prepared) -> str:
    """The year that is all of a line."""
    match = _ALONE.match(part.masked.text)
    return _year(part.masked, match.start(1)) if match is not None else ""


def _below(part: Prepared) -> str:
    """The year of the date that a line begins with which stands below a title."""
    match = _FIRST.match(part.masked.text) if part.published is None else None
    return _year(part.masked, match.start(1)) if match is not None and len(part.masked.text) < _SHORT else ""
