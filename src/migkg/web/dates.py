"""Dates as people write them in the language of a page: the patterns and months stand with its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_DAY = re.compile(r"--(\d\d)-(\d\d)")


def spoken(date: str, words: Mapping[str, str]) -> str:
    """`2010-10-25` as `25 October 2010`, `2010-10` and `--10-25` likewise; anything else stays as it is."""
    yearless = _DAY.fullmatch(date)
    if yearless:
        return words["yearless"].format(day=int(yearless[2]), month=words[yearless[1]])
    found = _DATE.fullmatch(date)
    if not found or not found[2]:
        return date
    pattern = words["day"] if found[3] else words["month"]
    return pattern.format(day=int(found[3] or 0), month=words[found[2]], year=found[1])


def span(start: str, end: str, words: Mapping[str, str]) -> str:
    """From a date to another, with what they share said once; an empty end stands for the same day.

    Of a start that is no more than the year or month of the end, the end alone is said.
    """
    if not end or end == start:
        return spoken(start, words)
    if end.startswith(start):
        return words["until"].format(end=spoken(end, words))
    first, last = _DATE.fullmatch(start), _DATE.fullmatch(end)
    if first and last and first[3] and last[3] and first[1] == last[1]:
        pattern = words["days"] if first[2] == last[2] else words["months"]
        return pattern.format(
            first=int(first[3]), from_month=words[first[2]], last=int(last[3]), month=words[last[2]], year=last[1]
        )
    return words["range"].format(start=spoken(start, words), end=spoken(end, words))
