"""Hand-made claims for the tests of fusion and mapping."""

from __future__ import annotations

from typing import Any

from migkg.model import Claim, Evidence, RowEvidence, Span

SINGLE = frozenset({"ordinal", "established", "heldIn", "heldInCountry", "year", "startDate", "endDate"})


def said(
    subject: str,
    predicate: str,
    value: str,
    *,
    by: str = "a1",
    country: str = "",
    at: int = 0,
    **more: Any,
) -> Claim:
    """A claim of an article; `at` tells apart two places that state the same, `more` is what Claim takes."""
    quote = f"{predicate} {value}"
    return Claim(
        subject=subject,
        predicate=predicate,
        object=value,
        qualifiers=(("country", country),) if country else (),
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
    """A claim of a row of the table of editions."""
    return Claim(
        subject=subject,
        predicate=predicate,
        object=value,
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
