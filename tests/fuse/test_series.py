"""Editions that only texts know have a place in the series of the tables, or nothing of what is said of them is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.fuse.makers import SINGLE, row, said

from migkg import mapping
from migkg.fuse import fuse
from migkg.model import OUT_OF_SERIES, Claim, Status

if TYPE_CHECKING:
    from migkg.fused import Fusion

MESSAGES = {
    "en": {"contradiction": {"problem": "{sources}: {value}, not {accepted} of {accepted_sources}", "remedy": "read"}}
}


def edition(number: int, *years: str, code: str = "K") -> list[Claim]:
    """The rows of an edition: its number, and a year by each."""
    key = f"edition:{code}/{number}"
    rows = [row(key, "year", year, by=f"E{number}{n}") for n, year in enumerate(years)]
    return [*rows, row(key, "ordinal", str(number), by=f"E{number}0")]


def text(key: str, *claims: tuple[str, str]) -> list[Claim]:
    return [said(key, predicate, value) for predicate, value in claims]


def settled(*claims: Claim) -> Fusion:
    return fuse(claims, single_valued=SINGLE, messages=MESSAGES)


KNOWN = [*edition(1, "2014"), *edition(2, "2025")]


@pytest.mark.parametrize(
    ("key", "claims"),
    [
        ("edition:K/7", [("ordinal", "7"), ("year", "2016"), ("heldIn", "Kampala")]),
        ("edition:K/7", [("startDate", "2016-11-08"), ("hasHost", "UG")]),
        ("edition:K/3", [("year", "2013")]),
        ("edition:K/2012", [("heldInCountry", "MU")]),
        ("edition:K/1", [("ordinal", "1"), ("year", "2026")]),
        ("session:K/7/plenary/2", [("hasTheme", "work")]),
    ],
)
def test_what_has_no_place_is_refused_and_is_no_thing(key: str, claims: list[tuple[str, str]]) -> None:
    known = KNOWN if "K/1" not in key else [*edition(2, "2025"), *edition(3, "2027")]
    odd = text(key, *claims)
    more = text("edition:K/7", ("year", "2016")) if key.startswith("session") else []
    fusion = settled(*known, *odd, *more)
    assert {(fusion.resolved[c.id].status, fusion.resolved[c.id].reason) for c in odd} == {
        (Status.REJECTED, OUT_OF_SERIES)
    }
    assert key not in {fact.subject for fact in fusion.facts}
    assert key not in mapping.met(fusion)
    assert not any(key in mapping.met_by(claim, fusion) for claim in odd)


def test_both_sides_are_named() -> None:
    odd = text("edition:K/7", ("year", "2016"), ("hasHost", "UG"))
    (finding,) = settled(*KNOWN, *odd).findings
    assert (finding.check, finding.focus, finding.path) == ("contradiction/hasEdition/open", "forum:K", "hasEdition")
    assert dict(finding.message)["en"] == "a1: edition:K/7, not edition:K/2 of editions/E20"
    assert {claim.id for claim in odd} < set(finding.claims)


def test_one_text_against_several_sources_is_an_error() -> None:
    known = [*edition(1, "2014", "2014"), *edition(2, "2025")]
    (finding,) = settled(*known, *text("edition:K/2012", ("year", "2012"))).findings
    assert finding.check == "contradiction/hasEdition/error"


@pytest.mark.parametrize(
    ("key", "claims"),
    [
        ("edition:K/7", [("year", "2026")]),
        ("edition:K/7", [("heldIn", "Kampala")]),
        ("edition:K/2016", [("heldIn", "Kampala")]),
        ("edition:L/1999", [("heldIn", "Kampala")]),
        ("meeting:K/preparatory/7", [("year", "2012")]),
    ],
)
def test_what_may_have_a_place_stands(key: str, claims: list[tuple[str, str]]) -> None:
    odd = text(key, *claims)
    fusion = settled(*KNOWN, *odd)
    assert {fusion.resolved[claim.id].status for claim in odd} == {Status.ACCEPTED}
    assert key in mapping.met(fusion)


def test_an_edition_that_a_row_knows_from_memory_stands() -> None:
    recalled = row("edition:K/7", "year", "2016", by="E9", verified=False)
    (claim,) = text("edition:K/7", ("hasHost", "UG"))
    assert settled(*KNOWN, recalled, claim).resolved[claim.id].status is Status.ACCEPTED


def test_a_year_of_the_series_that_rows_dispute_is_within_it() -> None:
    known = [*edition(1, "2014", "2014", "2012"), *edition(2, "2025")]
    (claim,) = text("edition:K/2013", ("year", "2013"))
    assert settled(*known, claim).resolved[claim.id].status is Status.ACCEPTED


def test_series_that_are_numbered_afresh_have_no_order() -> None:
    known = [*KNOWN, row("edition:K/2015-2", "year", "2015", by="E30")]
    (claim,) = text("edition:K/2012", ("year", "2012"))
    assert settled(*known, claim).resolved[claim.id].status is Status.ACCEPTED
