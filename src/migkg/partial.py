"""Partial dates: `2010-11-08`, `2010-11`, `2010`, `--11-08` and `--11`, as precise as their source.

The order of precision: full date, month of a year, year; a form without a year is the least precise, since
it names no point in time.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

_FORM = re.compile(r"(?:(?P<year>[12]\d{3})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|--(?P<m>\d\d)(?:-(?P<d>\d\d))?)")
_LEAP_YEAR = 2000
_MONTHS = 12
_PRECISION = {"xsd:gMonth": 0, "xsd:gMonthDay": 1, "xsd:gYear": 2, "xsd:gYearMonth": 3, "xsd:date": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Partial:
    """A date of which year, month or day may be unknown (None)."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def datatype(self) -> str:
        """The CURIE of the XML Schema type that has exactly these parts."""
        if self.year is None:
            return "xsd:gMonthDay" if self.day is not None else "xsd:gMonth"
        if self.month is None:
            return "xsd:gYear"
        return "xsd:gYearMonth" if self.day is None else "xsd:date"

    @property
    def precision(self) -> int:
        """0 (a month of no year) to 4 (a day)."""
        return _PRECISION[self.datatype]


@lru_cache(1 << 14)
def parse(text: str) -> Partial | None:
    """The partial date that a text is, or None: 2010-02-30 and --13-01 are none."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    year, month, day = match["year"], match["month"] or match["m"], match["day"] or match["d"]
    found = Partial(year=int(year) if year else None, month=_number(month), day=_number(day))
    if found.month is not None and not 1 <= found.month <= _MONTHS:
        return None
    if found.day is not None and not 1 <= found.day <= _last_day(found, found.year or _LEAP_YEAR):
        return None
    return found


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _last_day(date: Partial, year: int) -> int:
    return calendar.monthrange(year, date.month or _MONTHS)[1]


def year_of(text: str) -> str:
    """The four digits of the year that a partial date names, or the empty string."""
    date = parse(text)
    return str(date.year) if date is not None and date.year is not None else ""


def refines(precise: str, vague: str) -> bool:
    """Whether `precise` says all that `vague` says, and more (2010-11-08 refines 2010-11 and --11-08)."""
    one, other = parse(precise), parse(vague)
    if one is None or other is None or one == other:
        return False
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(known is None or known == more for more, known in pairs)


def overlaps(one: str, other: str) -> bool:
    """Whether two partial dates can mean one day (2010-11 and --11-08 can, 2010-11 and 2010-12 cannot)."""
    a, b = parse(one), parse(other)
    if a is None or b is None:
        return False
    pairs = ((a.year, b.year), (a.month, b.month), (a.day, b.day))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)


def bounds(text: str, year: str = "") -> tuple[str, str] | None:
    """The earliest and the latest day (ISO 8601) that a partial date can mean.

    `year` completes a form without one; None where there is no date, or no year at all.
    """
    date = parse(text)
    if date is None:
        return None
    known = date.year or _number(year)
    if known is None:
        return None
    first, last = date.month or 1, date.month or _MONTHS
    if date.day is not None:
        if date.day > calendar.monthrange(known, first)[1]:
            return None
        day = f"{known:04}-{first:02}-{date.day:02}"
        return day, day
    return f"{known:04}-{first:02}-01", f"{known:04}-{last:02}-{calendar.monthrange(known, last)[1]:02}"


def before(one: str, other: str, year: str = "") -> bool:
    """Whether one partial date ends before the other begins; `year` completes forms without one.

    2010-11 is before 2010-12-01, but not before 2010-11-08: they can mean one day.
    """
    first, second = bounds(one, year), bounds(other, year)
    return first is not None and second is not None and first[1] < second[0]
