"""What a text so far told of the time of a meeting, and whether a date beside a phrase can be that of the same one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from migkg.extract.item import Date

_APART = 14
"""Days so many days apart are not those of one meeting."""
_YEAR, _LEAP = 366, 2000


@dataclass(slots=True)
class Times:
    """The years and the days of the year that were told of a meeting."""

    years: set[str] = field(default_factory=set)
    days: set[int] = field(default_factory=set)

    def note(self, when: Date) -> None:
        """Add a date that is told of the meeting."""
        if when.year:
            self.years.add(when.year)
        self.days.update(day for day in (day_of(when.start), day_of(when.end)) if day)

    def excludes(self, year: str, day: int) -> bool:
        """Whether what is held in a year, or on a day of the year (0 for none), is another meeting.

        `The conference opens on 4 March; its agenda was settled at the meeting of 20 October 2016`.
        """
        if year and self.years:
            return year not in self.years
        return bool(year and day and self.days) and all(_distance(day, other) > _APART for other in self.days)


def day_of(when: str) -> int:
    """The number of a day in its year, 0 where no day is told: `--02-01` and `2010-02-01` are the 32nd."""
    month, _, day = when[-5:].partition("-")
    if len(when) < len("--02-01") or not (month.isdigit() and day.isdigit()) or when[-6:-5] != "-":
        return 0
    return date(_LEAP, int(month), int(day)).timetuple().tm_yday


def _distance(one: int, other: int) -> int:
    apart = abs(one - other)
    return min(apart, _YEAR - apart)
