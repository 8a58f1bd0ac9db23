"""What rows say from memory, lesser meetings of one day, and series that are numbered afresh each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.fuse.makers import SINGLE, row, said

from migkg.fuse import fuse

if TYPE_CHECKING:
    from migkg.model import Claim

SEVEN = "edition:APC/7"


def recalled(*, year: str = "2002", city: str = "Ha Long") -> list[Claim]:
    """A row that gives its number by its source, and year and city from memory."""
    return [
        row(SEVEN, "ordinal", "7"),
        row(SEVEN, "year", year, verified=False),
        row(SEVEN, "heldIn", city, verified=False),
    ]


def told(year: str = "2002", city: str = "Ha Long") -> list[Claim]:
    key = f"edition:APC/{year}"
    return [said(key, "year", year), said(key, "heldIn", city)]


def merged(*claims: Claim) -> set[tuple[str, str, str]]:
    return {(m.kept, m.old, m.reason) for m in fuse(claims, single_valued=SINGLE).merges}


def test_a_text_that_says_what_a_row_recalls_is_about_the_same_meeting() -> None:
    fusion = fuse([*recalled(), *told()], single_valued=SINGLE)
    (merge,) = fusion.merges
    assert (merge.kept, merge.old, merge.reason) == (SEVEN, "edition:APC/2002", "recalled")
    stated = {claim.id for claim in (*recalled(), *told()) if claim.predicate == "year"}
    assert stated <= set(merge.claims)


@pytest.mark.parametrize(("year", "city"), [("2002", "Hanoi"), ("2003", "Ha Long")])
def test_memory_alone_joins_nothing(year: str, city: str) -> None:
    assert not merged(*recalled(), *told(year, city))


def test_two_rows_that_recall_the_same_leave_a_text_alone() -> None:
    other = [row("edition:APC/8", c.predicate, c.object, by="E2", verified=c.verified) for c in recalled()[1:]]
    assert not merged(*recalled(), *other, *told())


def working_group(key: str, by: str, day: str = "2025-02-12") -> list[Claim]:
    return [said(key, "startDate", day, by=by), said(key, "heldIn", "Geneva", by=by)]


def test_lesser_meetings_of_one_day_and_city_are_one_whatever_their_keys() -> None:
    key = "meeting:GFMD/preparatory/2025"
    rows = [row(key, "startDate", "2025-02-12", by="E5"), row(key, "heldIn", "Geneva", by="E5")]
    found = merged(*rows, *working_group("meeting:GFMD/preparatory/2025-2", "a1"))
    assert {(kept, reason) for kept, _, reason in found} == {(key, "same days")}
    assert not merged(*rows, *working_group("meeting:GFMD/preparatory/2025-2", "a1", "2025-02-20"))


def test_two_rows_of_lesser_meetings_on_one_day_are_two() -> None:
    rows = [
        row(f"meeting:GFMD/preparatory/{n}-1", name, value, by=f"E{n}")
        for n in ("2024", "2025")
        for name, value in (("startDate", "2025-02-12"), ("heldIn", "Geneva"))
    ]
    assert not merged(*rows)


def yearly(series: str, years: tuple[str, ...]) -> list[Claim]:
    return [said(f"{series}/{n}", "year", year, by=f"{year}-{n}") for n in ("1", "2") for year in years]


@pytest.mark.parametrize(
    ("series", "years"),
    [("meeting:GFMD/preparatory", ("2019", "2022")), ("edition:IDM", ("2012", "2013", "2014"))],
)
def test_numbers_that_come_again_each_year_need_their_year(series: str, years: tuple[str, ...]) -> None:
    fusion = fuse(yearly(series, years), single_valued=SINGLE)
    subjects = {found.subject for found in fusion.resolved.values()}
    assert subjects == {f"{series}/{year}-{n}" for year in years for n in ("1", "2")}


def test_a_year_in_error_does_not_number_editions_afresh() -> None:
    claims = yearly("edition:IDM", ("2012", "2013"))
    fusion = fuse(claims, single_valued=SINGLE)
    assert {found.subject for found in fusion.resolved.values()} == {"edition:IDM/1", "edition:IDM/2"}
