"""Partial dates: their parts, their order, and the days they can mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg import partial


@pytest.mark.parametrize(
    "text", ["", "2010-13", "2010-02-30", "--02-30", "--13", "10-11-08", "2010-1-1", "0999", "2010-11-08T00:00"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert partial.parse(text) is None
    assert partial.bounds(text) is None
    assert partial.year_of(text) == ""


@pytest.mark.parametrize(
    ("text", "year", "limits"),
    [
        ("--11", "2010", ("2010-11-01", "2010-11-30")),
        ("--02-29", "2012", ("2012-02-29", "2012-02-29")),
        ("--02-29", "2010", None),
        ("--02-29", "", None),
        ("2012-02", "1999", ("2012-02-01", "2012-02-29")),
    ],
)
def test_the_days_that_a_date_can_mean(text: str, year: str, limits: tuple[str, str] | None) -> None:
    assert partial.bounds(text, year) == limits


_DATES = st.sampled_from(
    ["2010", "2011", "2010-11", "2010-12", "2010-11-08", "2010-11-09", "--11", "--11-08", "--12-08", "x"]
)


@given(_DATES, _DATES, _DATES)
def test_law_refining_is_a_strict_order_within_overlap(one: str, two: str, three: str) -> None:
    assert not partial.refines(one, one)
    assert not (partial.refines(one, two) and partial.refines(two, one))
    if partial.refines(one, two):
        assert partial.overlaps(one, two)
        if partial.refines(two, three):
            assert partial.refines(one, three)
    assert partial.overlaps(one, two) == partial.overlaps(two, one)


def test_more_parts_are_more_precise() -> None:
    texts = ("--11", "--11-08", "2010", "2010-11", "2010-11-08")
    found = [date.precision for text in texts if (date := partial.parse(text))]
    assert found == sorted(set(found))
    assert len(found) == len(texts)
