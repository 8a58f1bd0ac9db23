"""Values and errors."""

from __future__ import annotations

from migkg.errors import DataError, Place
from migkg.model import Claim, Evidence, RowEvidence, Span


def claim(value: str, start: int = 0) -> Claim:
    span = Span(start=start, end=start + 5, exact="Quito")
    return Claim(
        subject="edition:SACM/9", predicate="heldIn", object=value, evidence=Evidence(article="a", span=span, rule="r")
    )


def test_the_id_is_that_of_the_content() -> None:
    assert claim("Quito").id == claim("Quito").id
    assert claim("Quito").id != claim("Lima").id
    assert claim("Quito").id != claim("Quito", start=7).id
    assert len(claim("Quito").id) == 20


def test_a_row_gives_another_id_than_an_article() -> None:
    row = RowEvidence(table="editions", row="E1", line=2, field="city", value="Quito", source="https://example.org/")
    assert Claim(subject="edition:SACM/9", predicate="heldIn", object="Quito", evidence=row).id != claim("Quito").id


def test_an_error_says_where_what_and_what_to_do() -> None:
    error = DataError("bad date", hint="write it as 2010-10-25", at=Place(path="a.csv", line=3, column=7))
    assert str(error) == "a.csv:3:7: bad date; write it as 2010-10-25"
    assert str(DataError("bad date")) == "bad date"
    assert error.exit_code == 1
