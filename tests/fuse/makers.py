"""Hand-made claims for the tests of fusion and mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from migkg.fuse import fuse
from migkg.model import Claim, Evidence, RowEvidence, Span

if TYPE_CHECKING:
    from migkg.fused import Fusion

SINGLE = frozenset({"ordinal", "established", "heldIn", "heldInCountry", "year", "startDate", "endDate", "form"})


QUALIFIERS = {"country": "country", "begin": "from", "until": "until", "role": "role", "lang": "lang"}
"""The qualifiers by the names that the makers give them: `from` is a word of Python."""


def _qualifiers(more: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Take the qualifiers out of what is to be said of a claim."""
    given = more.pop("qualifiers", ())
    named = [(name, more.pop(key)) for key, name in QUALIFIERS.items() if key in more]
    return tuple(sorted((*given, *((name, value) for name, value in named if value))))


def said(
    subject: str,
    predicate: str,
    value: str,
    *,
    by: str = "a1",
    at: int = 0,
    **more: Any,
) -> Claim:
    """A claim of an article; `at` tells apart two places that state the same, `more` is qualifiers or what Claim takes."""
    qualifiers = _qualifiers(more)
    quote = f"{predicate} {value}"
    return Claim(
        subject=subject,
        predicate=predicate,
        object=value,
        qualifiers=qualifiers,
        evidence=Evidence(article=by, span=Span(start=at, end=at + len(quote), exact=quote), rule="en/test"),
        confidence=0.9,
        **more,
    )


def row(
    subject: str,
    predicate: str,
    value: str,
    *,
    by: str = "E1",
    source: str = "",
    **more: Any,
) -> Claim:
    """A claim of a row of the table of editions; `more` is qualifiers or what Claim takes."""
    return Claim(
        subject=subject,
        predicate=predicate,
        object=value,
        qualifiers=_qualifiers(more),
        evidence=RowEvidence(
            table="editions",
            row=by,
            line=int(by[1:]) + 1,
            field=predicate,
            value=value,
            source=source or f"https://example.org/{by}",
        ),
        **more,
    )


def settled(*claims: Claim, **options: Any) -> Fusion:
    return fuse(claims, single_valued=SINGLE, **options)
