"""The date grammar: the shapes of a language turned into patterns; partial dates stay partial."""

from __future__ import annotations

import re
from calendar import monthrange
from operator import le
from typing import TYPE_CHECKING, TypeAlias

from migkg.extract.fold import fold
from migkg.extract.item import Date, Item
from migkg.extract.vocabulary import alternation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.lexicon import Calendar

    _Shape: TypeAlias = tuple[re.Pattern[str], tuple[int, int, int], frozenset[str]]
    """A shape as a pattern, and what a text has at least that it fits."""

_DAY = r"(?P<{}>[0-3]?\d|{}){}"
_PLACE = re.compile(r"\{([a-z]\w*)\}")
_GROUP = re.compile(r"\([^()]*\)")
_DIGIT = re.compile(r"\d")
_MONTHS, _YEARS, _FIGURED = frozenset({"m", "m2"}), frozenset({"y", "y2"}), frozenset({"d", "d2", "mn"})
_DATED = _MONTHS | _YEARS | {"mn"}
"""The places of a shape by one of which a date tells its month or year itself."""
_YEAR_FIGURES = 4
_SIGN = re.compile("[/(.-]")
"""Signs that tell which shapes may fit."""
_ESCAPED = re.compile(r"\\[().]")
_ALIASES = {r"\(": "<", r"\)": ">", r"\.": ";"}
"""What stands for a sign of the text itself while the groups of a shape are taken out."""
_MEANT = {"<": "(", ";": "."}
_NEEDED = re.compile(r"[/<;-](?![?*])(?![^\[]*\])")
"""A sign in a shape that is not optional and no class of characters."""
_YEAR = r"(?P<{}>(?:19|20)\d\d)(?!\d)"
_LAST_MONTH = 12
_DAYS = 7
_LEAP = 2000
"""A year that has every day that any year has: for days whose year is not told."""


class DateFinder:
    """Finds the dates of a folded sentence."""

    def __init__(self, calendar: Calendar) -> None:
        self._months = {fold(w): n for n, words in enumerate(calendar.months, 1) for w in words}
        month = "|".join(sorted((re.escape(w) for w in self._months), key=lambda w: (-len(w), w)))
        first = alternation(calendar.first_days)
        suffix = "(?:\\.? ?(?:" + "|".join(map(re.escape, calendar.ordinal_suffixes)) + r")\b)?"
        weekday = "|".join(re.escape(fold(w)) for w in calendar.weekdays)
        places = {
            "d": _DAY.format("d", first, suffix),
            "d2": _DAY.format("d2", first, suffix),
            "m": rf"(?P<m>{month})\b\.?",
            "m2": rf"(?P<m2>{month})\b\.?",
            "mn": r"(?P<mn>[01]?\d)",
            "y": _YEAR.format("y"),
            "y2": _YEAR.format("y2"),
            "w": rf"(?:(?:{weekday})\b\.?,? )?",
            "wd": rf"(?:(?P<weekday>{weekday})\b\.?,? )?",
            "tm": rf"(?:(?P<this>{alternation(calendar.this_month)})|(?P<same>{alternation(calendar.same_month)}))",
        }
        self._shapes: list[_Shape] = []
        self._of_month: list[_Shape] = []
        self._alone: list[_Shape] = []
        for shape in calendar.shapes:
            made = re.compile(r"(?<![\w/.-])" + _PLACE.sub(lambda m: places[m[1]], shape) + r"(?![\w/])")
            told = set(_PLACE.findall(shape))
            kept = self._shapes if told & _DATED else self._of_month if "tm" in told else self._alone
            kept.append((made, *_needs(shape)))
        self._month_word, self._year = re.compile(rf"(?:{month})\b"), re.compile(_YEAR.format("y"))
        self._first = re.compile(first)
        self.weekdays = {fold(word): n % _DAYS for n, word in enumerate(calendar.weekdays)}
        """The number of each weekday, 0 for Monday."""
        self._pointed = re.compile(alternation((*calendar.this_month, *calendar.same_month)))

    def find(self, folded: str) -> list[Item]:
        """The dates in order; of two that overlap the longer stands."""
        hits = []
        for match in self._matches(folded, self._shapes):
            date = self._date(match.groupdict())
            if date is not None:
                hits.append((match.start() - match.end(), match.start(), match.end(), date))
        found: list[Item] = []
        for _, start, end, date in sorted(hits):
            if all(end <= f.start or start >= f.end for f in found):
                found.append(Item(kind_of(date), start, end, date=date))
        return sorted(found, key=lambda i: i.start)

    def without_month(self, folded: str) -> Iterator[re.Match[str]]:
        """What may be days of a month that is told elsewhere: groups `d`, `d2` and `weekday`, `this` or `same`."""
        pointed = self._pointed.search(folded) is not None
        return self._matches(folded, [*self._of_month, *self._alone] if pointed else self._alone)

    def _matches(self, folded: str, shapes: Iterable[_Shape]) -> Iterator[re.Match[str]]:
        if _DIGIT.search(folded) is None:
            return
        counts, signs = self._counts(folded), set(_SIGN.findall(folded))
        for shape, least, needed in shapes:
            if needed <= signs and all(map(le, least, counts)):
                yield from shape.finditer(folded)

    def _counts(self, folded: str) -> tuple[int, int, int]:
        """How many words for months, years and figures a text has; days may be words, which count as figures."""
        words = self._first.search(folded) is not None
        figures = len(folded) if words else len(_DIGIT.findall(folded))
        return len(self._month_word.findall(folded)), len(self._year.findall(folded)), figures

    def _date(self, parts: dict[str, str | None]) -> Date | None:
        month = self._month(parts.get("m")) or number(parts.get("mn"))
        month2 = self._month(parts.get("m2"))
        day, day2 = number(parts.get("d")), number(parts.get("d2"))
        year, year2 = parts.get("y") or parts.get("y2") or "", parts.get("y2") or parts.get("y") or ""
        start = iso(year, month or month2, day)
        end = iso(year2, month2 or month, day2 or day)
        return Date(start, end) if start and end else None

    def _month(self, word: str | None) -> int:
        return self._months.get(word, 0) if word else 0


def _needs(shape: str) -> tuple[tuple[int, int, int], frozenset[str]]:
    """What a text has at least that a shape fits: words for months, years and figures, by number; and its signs.

    What stands in a group may be left out. A day or month has one figure at least.
    """
    shape, bare = _ESCAPED.sub(lambda sign: _ALIASES[sign.group()], shape), ""
    while bare != shape:
        bare, shape = shape, _GROUP.sub("", shape)
    places = frozenset(_PLACE.findall(shape))
    years = len(places & _YEARS)
    signs = frozenset(_MEANT.get(sign, sign) for sign in _NEEDED.findall(shape))
    return (len(places & _MONTHS), years, len(places & _FIGURED) + _YEAR_FIGURES * years), signs


def kind_of(date: Date) -> str:
    """The kind of the item of a date: period, year or date."""
    if date.start != date.end:
        return "period"
    return "year" if len(date.start) == 4 and date.start.isdigit() else "date"


def number(text: str | None) -> int:
    """The number in figures; a word is the first day of a month."""
    return (int(text) if text.isdecimal() else 1) if text else 0


def iso(year: str, month: int, day: int) -> str:
    """The date as precise as it is; the empty string where day or month are impossible."""
    if month > _LAST_MONTH or (month and day > monthrange(int(year or _LEAP), month)[1]):
        return ""
    if day and month:
        return f"{year or '-'}-{month:02d}-{day:02d}"
    if month and year:
        return f"{year}-{month:02d}"
    return year if year and not month else ""
