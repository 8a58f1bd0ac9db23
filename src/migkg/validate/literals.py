"""Literals whose text is not in the lexical space of their datatype (`2010-02-30` as xsd:date)."""

from __future__ import annotations

import re
from calendar import monthrange
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from migkg.names import XSD
from migkg.validate.ntriples import split_literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from migkg.model import Term, Triple

_ZONE = r"(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?"
_YEAR = r"(?P<year>-?(?:[1-9]\d{4,}|\d{4}))"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"
_TIME = r"T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)"
_LEAP_YEAR = 2000
"""The year in which a day without a year is tried: --02-29 exists."""


def split_ill_formed(triples: Iterable[Triple]) -> tuple[list[Triple], list[Triple]]:
    """The triples in order, those with an ill-formed object apart."""
    good: list[Triple] = []
    bad: list[Triple] = []
    for triple in triples:
        (good if well_formed(triple[2]) else bad).append(triple)
    return good, bad


def well_formed(term: Term) -> bool:
    """Whether a literal's text fits its datatype; unknown datatypes and other terms always do."""
    if not term.endswith(">") or not term.startswith('"'):
        return True
    text, datatype, _ = split_literal(term)
    check = _CHECKS.get(datatype.removeprefix(XSD)) if datatype.startswith(XSD) else None
    return check is None or check(text)


def _calendar(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern + _ZONE, re.ASCII)

    def check(text: str) -> bool:
        match = compiled.fullmatch(text)
        return match is not None and _day_exists(match.groupdict())

    return check


def _day_exists(parts: dict[str, str]) -> bool:
    if "day" not in parts:
        return True
    year = int(parts.get("year", _LEAP_YEAR))
    # The Gregorian calendar repeats every 400 years: the remainder keeps years beyond the library's in range.
    return int(parts["day"]) <= monthrange(year % 400 + 400, int(parts["month"]))[1]


def _matches(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.ASCII)
    return lambda text: compiled.fullmatch(text) is not None


def _floating(text: str) -> bool:
    if text in {"INF", "-INF", "+INF", "NaN"}:
        return True
    if not re.fullmatch(r"[0-9.eE+-]+", text):
        return False
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


_CHECKS: dict[str, Callable[[str], bool]] = {
    "date": _calendar(f"{_YEAR}-{_MONTH}-{_DAY}"),
    "dateTime": _calendar(f"{_YEAR}-{_MONTH}-{_DAY}{_TIME}"),
    "gYear": _calendar(_YEAR),
    "gYearMonth": _calendar(f"{_YEAR}-{_MONTH}"),
    "gMonthDay": _calendar(f"--{_MONTH}-{_DAY}"),
    "integer": _matches(r"[+-]?\d+"),
    "nonNegativeInteger": _matches(r"\+?\d+|-0+"),
    "decimal": _matches(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"),
    "boolean": _matches("true|false|0|1"),
    "double": _floating,
    "float": _floating,
}
