"""What came of reading articles, as a page that stands alone: `migkg read --html`."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.claim_table import place, quoted
from migkg.model import Evidence

if TYPE_CHECKING:
    from migkg.model import Article, Claim, Reading, Rejection, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a text: the thing it mentions, if any, and the numbers of the claims that quote it or end with it."""

    text: str
    mention: str = ""
    claims: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A claim with its number, its words, and its place in the file of a web page (empty where there is none)."""

    number: int
    claim: Claim
    rule: str
    quote: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An article cut at its mentions and quotations, what it states, and what was refused."""

    article: Article
    text: tuple[Stretch, ...]
    claims: tuple[Stated, ...]
    refused: tuple[Rejection, ...]


def shown(reading: Reading) -> Read:
    """A reading as it is shown."""
    article = reading.article
    stated = [
        Stated(number=number, claim=claim, rule=evidence.rule, quote=quoted(claim), place=place(article, claim))
        for number, (claim, evidence) in enumerate(_evidence(reading), 1)
    ]
    return Read(article=article, text=_stretches(reading), claims=tuple(stated), refused=reading.rejected)


def mentions(reading: Reading) -> list[tuple[Span, str]]:
    """The mentions that do not overlap, the longest first, with their kind and value."""
    found: list[tuple[Span, str]] = []
    for span, kind, value in sorted(reading.mentions, key=lambda mention: (mention[0].start, -mention[0].end)):
        if not found or span.start >= found[-1][0].end:
            found.append((span, f"{kind} {value}"))
    return found


def _stretches(reading: Reading) -> tuple[Stretch, ...]:
    text, known = reading.article.text, mentions(reading)
    quotes = [(evidence.span, number) for number, (_, evidence) in enumerate(_evidence(reading), 1)]
    spans = [span for span, _ in (*known, *quotes)]
    cuts = sorted({0, len(text), *(at for span in spans for at in (span.start, span.end))})
    named = {
        at: value for span, value in known for at in cuts[bisect_left(cuts, span.start) : bisect_left(cuts, span.end)]
    }
    return tuple(
        Stretch(
            text=text[start:end],
            mention=named.get(start, ""),
            claims=tuple(number for span, number in quotes if span.start <= start and end <= span.end),
            ends=tuple(number for span, number in quotes if span.end == end),
        )
        for start, end in itertools.pairwise(cuts)
    )


def _evidence(reading: Reading) -> list[tuple[Claim, Evidence]]:
    """All that an article states, with its words."""
    return [(claim, claim.evidence) for claim in reading.stated if isinstance(claim.evidence, Evidence)]
