"""What a model answered, as rows: whatever it is wrapped in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg.errors import RemoteError
from migkg.llm import answers

CLAIM = {"subject": "edition:SACM/7", "predicate": "heldIn", "object": "Caracas", "evidence": "took place in Caracas"}
CELLS = tuple(CLAIM.values())
GOOD = json.dumps({"claims": [CLAIM]})
TABLE = "\t".join(CELLS)


def cells(answer: str) -> list[tuple[str, str, str, str]]:
    return [(row.subject, row.predicate, row.object, row.evidence) for row in answers.rows(answer, "a")]


@pytest.mark.parametrize(
    "answer",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"Sure! Here are {{all}} the claims I found:\n\n{GOOD}\n\nLet me know if you need more {{or less}}.",
        f'<think>{{"claims": 1}} or {{"claims": }}?</think>{GOOD}',
        json.dumps({"note": 1, "claims": [CLAIM | {"confidence": 0.9}]}, indent=2),
        TABLE,
        f"a\t{TABLE}",
        f"another-article\t{TABLE}\toptional",
        f"```tsv\narticle_id\tsubject\tpredicate\tobject\tevidence\na\t{TABLE}\n```",
        "edition:SACM/7\theldIn\tCaracas\ttook  place in Caracas\r\n",
    ],
)
def test_the_claims_are_found_in_every_wrapping(answer: str) -> None:
    assert cells(answer) == [CELLS]


def test_rows_are_numbered_and_are_of_the_article_that_was_asked_about() -> None:
    rows = answers.rows(f"other\t{TABLE}\nthird\t{TABLE}", "mine")
    assert [(row.article, row.line) for row in rows] == [("mine", 1), ("mine", 2)]


@pytest.mark.parametrize("answer", ['{"claims": []}', "article_id\tsubject\tpredicate\tobject\tevidence"])
def test_no_claims_are_an_answer_too(answer: str) -> None:
    assert cells(answer) == []


@pytest.mark.parametrize(
    ("claim", "row"),
    [
        ({"subject": "edition:SACM/7", "predicate": "ordinal", "object": 7}, ("edition:SACM/7", "ordinal", "7", "")),
        ({"subject": None, "predicate": ["heldIn"], "object": True}, ("", "", "", "")),
        ("edition:SACM/7 heldIn Caracas", ("", "", "", "")),
        ({"subject": "forum:\ud800"}, ("forum:?", "", "", "")),
    ],
)
def test_what_is_wrong_in_a_row_is_left_to_the_door(claim: object, row: tuple[str, ...]) -> None:
    assert cells(json.dumps({"claims": [claim]})) == [row]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (GOOD.replace("}]", "},]"), "holds no claims that can be read: "),
        ("I cannot help with that.", "I cannot help with that."),
        ("", "it is empty"),
        ('{"claims": {"subject": 1}}', "holds no claims"),
        ("[" * 100_000 + '{"a":' * 100_000, "holds no claims"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred"),
    ],
)
def test_an_answer_without_claims_is_told(answer: str, told: str) -> None:
    with pytest.raises(RemoteError) as caught:
        answers.rows(answer, "a")
    assert told in str(caught.value)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300


@given(st.text())
def test_no_answer_breaks_the_reader(answer: str) -> None:
    try:
        rows = answers.rows(answer, "a")
    except RemoteError:
        return
    assert all(row.article == "a" for row in rows)
