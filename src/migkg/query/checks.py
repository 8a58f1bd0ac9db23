"""Checks: queries whose every row is a finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.model import Severity
from migkg.query import header
from migkg.query.canned import stem

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHECK_KEYS = frozenset({"severity", "problem", "remedy"})
_FINDING = ("focus",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A query whose every row is a finding: `?focus`, and where known `?path`, `?value` and `?claim`."""

    name: str
    severity: Severity
    problem: Mapping[str, str]
    remedy: Mapping[str, str]
    text: str


def parse_check(name: str, text: str) -> Check:
    """A check from its file; DataError with file and line for anything wrong with the header."""
    top = header.read(name, text)
    top.allow(_CHECK_KEYS)
    word = top.word("severity")
    if word not in {severity.value for severity in Severity}:
        hint = f"write one of {', '.join(Severity)}"
        raise top.fault(f"'{word}' is not a severity", key="severity", hint=hint)
    for variable in _FINDING:
        if f"?{variable}" not in text:
            raise top.fault(f"the query has no ?{variable}", hint="select the thing that each row complains about")
    return Check(
        name=stem(name),
        severity=Severity(word),
        problem=top.texts("problem"),
        remedy=top.texts("remedy"),
        text=text,
    )
