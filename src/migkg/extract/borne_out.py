"""Whether a quote bears out the object of a claim: each kind of object is looked for in its own way."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.extract.anchored import words_of
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from migkg.claim_table import ClaimRow
    from migkg.extract.anchored import Anchors
    from migkg.extract.passages import Passage

_FULL = len("2010-11-08")
_BY_CITY = frozenset({"heldInCountry", "hasHost"})
"""What a city tells of its state: that a meeting is there, and that the state receives it."""


def bears(quote: Passage, row: ClaimRow, anchors: Anchors) -> bool:
    """Whether a quote mentions the object of a claim.

    A state or body by a name, a country by one of its cities too; a city by a name or as the capital of a state; both
    by words that point to a place (`here`) which the text names; a number in words or figures; a date as it is put,
    its year from elsewhere, or as the day before one that the text tells; a text by its words; a post by the words of
    its title, its holder by the text; a meeting or forum by the text.
    """
    match predicates.object_kind(row.predicate, row.object):
        case "integer":
            return row.object in quote.numbers
        case "year" | "date":
            dates = {*quote.dates, *(_eves(anchors.days) if quote.eve else ())}
            return any(_tells(day, row.object, anchors.years) for day in dates)
        case "state" | "org":
            return _agent(quote, row) or (quote.points and row.predicate in _BY_CITY and _agent(anchors.said, row))
        case "city":
            return _city(quote, row.object) or (quote.points and _city(anchors.said, row.object))
        case "post":
            title, holder = predicates.post_parts(row.object)
            return _words(quote, title) and _holds(holder, anchors)
        case "edition" | "meeting" | "event" | "session" | "forum":
            return not anchors.refusal(row.object)
        case kind:
            return _words(quote, row.object.removeprefix(f"{kind}:"))


def _holds(holder: str, anchors: Anchors) -> bool:
    """Whether the text mentions the state, body or forum in which a post is held."""
    return not anchors.refusal(holder) if predicates.kind_of(holder) == "forum" else anchors.mentions(holder)


def _agent(quote: Passage, row: ClaimRow) -> bool:
    if row.object in quote.names or (row.predicate in _BY_CITY and row.object in quote.lands):
        return True
    code = row.object.removeprefix("org:")  # a body of no table, by its acronym; what names a place names no body
    if code == row.object or fold(code) in quote.places:
        return False
    return re.search(rf"(?<!\w){re.escape(code)}(?!\w)", quote.words) is not None


def _city(quote: Passage, value: str) -> bool:
    name = value.removeprefix("city:").partition("/")[0]
    return fold(name) in {fold(known) for known in (*quote.names, *quote.cities)} or _words(quote, name)


def _words(quote: Passage, text: str) -> bool:
    """Whether all words of a text are words of the quote."""
    wanted = words_of(text)
    return bool(wanted) and wanted <= words_of(quote.words)


def _eves(days: Iterable[str]) -> Iterator[str]:
    """The day before each full date."""
    for day in days:
        if partial.year_of(day) and len(day) == _FULL:
            yield (date.fromisoformat(day) - timedelta(1)).isoformat()


def _tells(told: str, wanted: str, years: Collection[str]) -> bool:
    """Whether a date of a quote is the wanted one or says more, or lacks only a year that is known from elsewhere."""
    if told == wanted or partial.refines(told, wanted):
        return True
    known = not partial.year_of(told) and partial.year_of(wanted) in years
    return known and (predicates.is_year(wanted) or partial.refines(wanted, told))
