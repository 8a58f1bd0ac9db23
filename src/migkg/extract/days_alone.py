"""Days that are told without the name of a month: `from the 20th to the 24th of this month`, `and on the 26th`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from migkg.extract.dates import iso, kind_of, number
from migkg.extract.item import Date, Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from migkg.extract.dates import DateFinder

_MONTH = re.compile(r"(?P<year>\d{4}|-)-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_WEEK = 7
"""A day by its number alone is so many days at most behind the day that was told before it."""


@dataclass(slots=True)
class Told:
    """What a text so far told: when it was published, the last month or day, and the numbers of meetings."""

    published: str = ""
    last: str = ""
    """The last month or day of the sentence before."""
    numbers: set[int] = field(default_factory=set)

    def note(self, dates: Sequence[Item], numbers: Iterable[Item], published: str) -> None:
        """Add what the next sentence told; `published` is the date of publication that it shows, if any."""
        self.published = self.published or published
        self.last = _last(dates)
        self.numbers.update(int(number.value) for number in numbers)


def days_alone(
    finder: DateFinder, folded: str, dates: Sequence[Item], numbers: Sequence[Item], told: Told
) -> list[Item]:
    """The days without a month in a folded sentence that has other dates and numbers, with the month that is meant.

    A day by its number alone could be the number of a meeting: `what they said on the 26th`. It is a day if one shortly
    before it was told, or the month alone, and if no meeting of that number or one beside it is spoken of; or if it is
    the weekday that it is called.
    """
    days: list[Item] = []
    found = sorted(finder.without_month(folded), key=lambda m: m.start() - m.end())
    for match in found:  # of two that overlap the longer stands
        if any(_touches(match, item) for item in (*dates, *days)):
            continue
        counted = told.numbers | {int(n.value) for n in numbers if not _touches(match, n)}
        last = _last([i for i in dates if i.end <= match.start()]) or told.last
        weekday = finder.weekdays.get(match.groupdict().get("weekday") or "")
        when = _date(match, Told(told.published, last, counted), weekday)
        if when is not None:
            days.append(Item(kind_of(when), *match.span(), date=when))
    return days


def _touches(match: re.Match[str], item: Item) -> bool:
    return match.start() < item.end and item.start < match.end()


def _date(match: re.Match[str], told: Told, weekday: int | None) -> Date | None:
    parts = match.groupdict()
    first = number(parts["d"])
    end = number(parts.get("d2")) or first
    month = _month(parts, told)
    pointed = parts.get("this") or parts.get("same")
    if month is None or first > end or not (pointed or _is_day(month, first, told, weekday)):
        return None
    start, last = (iso(month["year"].strip("-"), int(month["month"]), day) for day in (first, end))
    return Date(start, last) if start and last else None


def _month(parts: Mapping[str, str | None], told: Told) -> re.Match[str] | None:
    """The month that is meant, None where that cannot be told."""
    before, now = _MONTH.match(told.last), _MONTH.match(told.published)
    if parts.get("this"):  # where two months are spoken of it may be either
        return now if now and (not before or before["month"] == now["month"]) else None
    return before


def _is_day(month: re.Match[str], day: int, told: Told, weekday: int | None) -> bool:
    """Whether a number alone is a day of a month."""
    if weekday is not None and month["year"].isdigit():
        when = iso(month["year"], int(month["month"]), day)
        return when != "" and date.fromisoformat(when).weekday() == weekday
    follows = not month["day"] or 0 < day - int(month["day"]) <= _WEEK
    return follows and told.numbers.isdisjoint({day - 1, day, day + 1})


def _last(dates: Sequence[Item]) -> str:
    """The last of the dates that tells a month, the empty string where none does."""
    ends = [i.date.end for i in sorted(dates, key=lambda i: i.start) if i.date is not None]
    return next((end for end in reversed(ends) if _MONTH.match(end)), "")
