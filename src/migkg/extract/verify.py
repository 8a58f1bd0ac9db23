"""A claim table made elsewhere, checked against the text it is about: the same door for every claim."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.claim_table import ClaimRow, collapse
from migkg.extract.reader import read
from migkg.model import Claim, Evidence, Reading, Rejection, Span
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.lexicon import Lexicon
    from migkg.model import Article

RULE = "table"
CONFIDENCE = 0.9
LIMIT = 160
_WITH_LANGUAGE = frozenset({"hasTheme", "adopted", "hasPosition"})
_NAMED = frozenset({"state", "demonym", "org", "city", "forum"})

Mention = tuple[Span, str, str]


def verify(article: Article, rows: Sequence[ClaimRow], lexicon: Lexicon) -> Reading:
    """The rows of one article as claims; those that the text does not bear out are rejected with the reason.

    A quote must stand in the text, the object must be mentioned inside the quote, and the object must be of a
    kind that the predicate takes.
    """
    mentions = read(article, lexicon).mentions
    states = {name.value for name in lexicon.names.names if name.kind == "state"}
    claims: list[Claim] = []
    rejected: list[Rejection] = []
    for row in (_written_out(row, states) for row in rows):
        span = find(row.evidence, article.text)
        reason = _refusal(row, span, mentions)
        if reason or span is None:
            text = "\t".join((row.subject, row.predicate, row.object, row.evidence))
            rejected.append(Rejection(article=article.id, span=span, text=text, reason=reason))
        else:
            claims.append(_claim(row, span, article, mentions))
    return Reading(article=article, claims=tuple(claims), rejected=tuple(rejected), mentions=mentions)


def _written_out(row: ClaimRow, states: set[str]) -> ClaimRow:
    """The row with `org:` before a body's code where the table leaves it out, as it may."""
    if row.predicate == "hasPosition":
        title, at, holder = row.object.rpartition(" @ ")
        return replace(row, object=f"{title}{at}{_body(holder, states)}") if at else row
    if {"state", "org"} & predicates.objects_of(row.predicate):
        return replace(row, object=_body(row.object, states))
    return row


def _body(code: str, states: set[str]) -> str:
    return code if ":" in code or code in states else f"org:{code}"


def find(quote: str, text: str) -> Span | None:
    """Where a quote stands in a text, white space counting as one space; None where it does not."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    match = re.search(pattern, text) if pattern else None
    return Span(start=match.start(), end=match.end(), exact=match[0]) if match else None


def _refusal(row: ClaimRow, span: Span | None, mentions: Sequence[Mention]) -> str:
    if not row.evidence or len(row.evidence) > LIMIT:
        return f"the quote must have 1 to {LIMIT} characters"
    if span is None:
        return "the quote is not in the text"
    if reason := predicates.refusal(row.subject, row.predicate, row.object):
        return f"the {reason} does not fit {row.predicate}"
    inside = [m for m in mentions if span.start <= m[0].start and m[0].end <= span.end]
    return "" if _mentioned(row, span, inside) else f"'{row.object}' is not mentioned in the quote"


def _mentioned(row: ClaimRow, span: Span, inside: Sequence[Mention]) -> bool:
    """Whether the quote bears the object: a name by its mention, a date by its mention, a text by its words."""
    values = {value for _, kind, value in inside if kind in _NAMED}
    if row.object in values or row.object.removeprefix("org:") in {value.removeprefix("org:") for value in values}:
        return True
    if row.predicate in {"startDate", "endDate", "year"}:
        dates = {part for _, kind, value in inside if kind in {"date", "period", "year"} for part in value.split("/")}
        return any(_says(date, row.object) for date in dates)
    if row.predicate == "ordinal":
        numbers = {value.rpartition("/")[2] for _, _, value in inside}
        return row.object in numbers | set(re.findall(r"\d+", span.exact))
    words = set(fold(collapse(span.exact)).split())
    title, _, _ = row.object.rpartition(" @ ")
    wanted = fold((title or row.object).removeprefix("person:")).split()
    return bool(wanted) and all(word in words for word in wanted)


def _says(date: str, wanted: str) -> bool:
    """Whether a date in the text is the wanted one, or the wanted one without or with its year."""
    whole, part = max(date, wanted, key=len), min(date, wanted, key=len)
    return whole.startswith(part) or whole.endswith(part.lstrip("-"))


def _claim(row: ClaimRow, span: Span, article: Article, mentions: Sequence[Mention]) -> Claim:
    qualifiers: tuple[tuple[str, str], ...] = ()
    if row.predicate in _WITH_LANGUAGE:
        qualifiers = (("lang", article.lang),)
    elif row.predicate == "heldIn":
        states = [value for at, kind, value in mentions if kind == "state" and span.start <= at.start < span.end]
        qualifiers = (("country", states[0]),) if states else ()
    return Claim(
        subject=row.subject,
        predicate=row.predicate,
        object=row.object,
        evidence=Evidence(article=article.id, span=span, rule=RULE),
        qualifiers=qualifiers,
        confidence=CONFIDENCE,
        published=article.published,
    )
