"""The claim table: rows in, rows out."""

from __future__ import annotations

import json

import pytest

from migkg import claim_table
from migkg.errors import DataError
from migkg.model import Claim, Evidence, RowEvidence, Span

LINE = "a1\tedition:SACM/9\theldIn\tQuito\tmet in Quito"


def test_rows_comments_and_the_header() -> None:
    text = f"article_id\tsubject\tpredicate\tobject\tevidence\n# note\n\n{LINE}\toptional\n"
    (row,) = claim_table.parse(text, "t.tsv")
    assert (row.article, row.subject, row.object, row.optional, row.line) == ("a1", "edition:SACM/9", "Quito", True, 4)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("a1\tedition:SACM/9", "t.tsv:1: the claim has 2 cells, not 5; separate article_id, subject, predicate, object, evidence by tabs"),
        (LINE.replace("edition:SACM/9", "SACM 9"), "t.tsv:1: 'SACM 9' is not a subject; write it as edition:CODE/N, meeting:CODE/KIND/N, forum:CODE, event:slug, person:NAME or org:CODE"),
    ],
)  # fmt: skip
def test_a_bad_row_is_one_sentence(line: str, sentence: str) -> None:
    with pytest.raises(DataError) as caught:
        claim_table.parse(line, "t.tsv")
    assert str(caught.value) == sentence


def claims() -> list[Claim]:
    span = Span(start=4, end=16, exact="met in\nQuito")
    text = Evidence(article="a1", span=span, rule="en/held-in")
    row = RowEvidence(table="editions", row="E1", line=2, field="city", value="Quito", source="https://example.org/")
    return [
        Claim(subject="edition:SACM/9", predicate="heldIn", object="Quito", evidence=evidence)
        for evidence in (text, row)
    ]


def test_claims_are_printed_and_read_back() -> None:
    lines = list(claim_table.to_tsv(claims()))
    assert lines[0] == LINE
    assert lines[1].endswith("\tcity=Quito")
    assert claim_table.parse("\n".join(lines), "t.tsv") == claim_table.rows_of(claims())


def test_claims_as_json_carry_offsets() -> None:
    first, second = json.loads(claim_table.to_json(claims()))
    assert (first["start"], first["end"], first["rule"]) == (4, 16, "en/held-in")
    assert second["source"] == "editions/E1"
    assert "start" not in second
