"""Dates of facts, completed: days and months with the year told elsewhere, or nearest to the publication."""

from __future__ import annotations

from calendar import monthrange
from datetime import date as calendar_date
from typing import TYPE_CHECKING

from migkg.extract.item import TODAY
from migkg.extract.light import replace
from migkg.extract.meeting import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.extract.facts import Fact
    from migkg.extract.item import Date

_FAR = 240
"""A day further than this from the publication lies in the year before or after it."""


def years(facts: Iterable[Fact], published: str) -> dict[int, frozenset[str]]:
    """The years that the facts tell of each meeting, by its identity."""
    found: dict[int, set[str]] = {}
    for fact in facts:
        date = fact.date
        if (
            isinstance(fact.subject, Meeting)
            and date is not None
            and fact.predicate in {"date", "startDate", "endDate"}
        ):
            found.setdefault(id(fact.subject), set()).add(_completed(date.start, "", published)[:4])
    return {meeting: frozenset(y for y in told if y.isdigit()) for meeting, told in found.items()}


def days(fact: Fact, date: Date, published: str) -> Iterator[Fact]:
    """The facts that a date tells of a meeting: the days it begins and ends, and its year."""
    known = fact.subject.year if isinstance(fact.subject, Meeting) else ""
    start, end = (_completed(d, known, published) for d in (date.start, date.end))
    if fact.predicate in {"date", "startDate"} and _is_day(start):
        yield replace(fact, predicate="startDate", object=start)
    if fact.predicate in {"date", "endDate"} and _is_day(end):
        yield replace(fact, predicate="endDate", object=end)
    if start[:4] == end[:4] and start[:4].isdigit():
        yield replace(fact, predicate="year", object=start[:4])


def _is_day(text: str) -> bool:
    return len(text) == 10 or text.startswith("--")


def _completed(text: str, known: str, published: str) -> str:
    """A day and month with the year that is stated elsewhere, or with the year that puts it nearest to publication."""
    if text == TODAY.start:
        return published if len(published) == 10 else ""
    if not text.startswith("--"):
        return text
    if known:
        return _in_year(known, text)
    if len(published) != 10:
        return text
    month, day = int(text[2:4]), int(text[5:7])
    anchor = calendar_date.fromisoformat(published)
    best = anchor.year
    if abs((_day(best, month, day) - anchor).days) > _FAR:
        best = min((best - 1, best + 1), key=lambda y: abs((_day(y, month, day) - anchor).days))
    return _in_year(str(best), text)


def _in_year(year: str, text: str) -> str:
    """A day and month with a year; as they are where that year has no such day."""
    month, day = int(text[2:4]), int(text[5:7])
    return f"{year}{text[1:]}" if day <= monthrange(int(year), month)[1] else text


def _day(year: int, month: int, day: int) -> calendar_date:
    return calendar_date(year, month, min(day, 28))
