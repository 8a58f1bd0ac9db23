"""Readings of stretches of a question, and those of its figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.ask.model import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.ask.model import Symbol
    from migkg.model import Term

TOKEN = re.compile(r"[^\W_]+(?:\+[^\W_]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DECADE = re.compile(r"(?:19\d|20[1-9])0s")
"""Not `2000s`, which may be the century."""
_NUMBER = re.compile(r"\d{1,3}")
_SMALL = frozenset({"from", "of", "to", "by", "about"})
_TIMES = frozenset({"year", "date"})
PHRASE, THING, FIGURE = range(3)
"""Of two readings of the same stretch the first in this order wins."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Characters `start` to `end` of a question mean the symbols (kind, value, terms); `others` are namesakes."""

    start: int
    end: int
    rank: int
    symbols: tuple[tuple[str, str, tuple[Term, ...]], ...]
    others: tuple[tuple[str, Term], ...] = ()


def figures(folded: str) -> Iterator[Reading]:
    """Years, decades and numbers."""
    for match in TOKEN.finditer(folded):
        if _YEAR.fullmatch(match.group()):
            yield Reading(match.start(), match.end(), FIGURE, (("year", match.group(), ()),))
        elif _DECADE.fullmatch(match.group()):
            first = match.group()[:YEAR]
            yield Reading(match.start(), match.end(), FIGURE, (("dates", f"{first}/{int(first) + 9}", ()),))
        elif _NUMBER.fullmatch(match.group()):
            yield Reading(match.start(), match.end(), FIGURE, (("number", match.group(), ()),))


def repeats(before: Symbol, reading: Reading, text: str) -> bool:
    """Whether the same thing is named twice: `the Global Meeting (GRCP)`."""
    named = any(kind == "thing" and terms == before.terms for kind, _, terms in reading.symbols)
    return before.kind == "thing" and named and text[before.end : reading.start].strip() == "("


def fits(reading: Reading, after: Sequence[Reading]) -> bool:
    """Small words such as `from` and `to` are of a period before a year only; elsewhere they say nothing."""
    small = any(kind == "period" and value in _SMALL for kind, value, _ in reading.symbols)
    timed = bool(after) and after[0].start == reading.end + 1 and any(k in _TIMES for k, _, _ in after[0].symbols)
    return not small or timed
