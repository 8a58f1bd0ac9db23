"""Every competency question against the graph of the tables: the reference's answer, or a difference with its reason."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from migkg import names
from migkg.api import canned, canned_queries

if TYPE_CHECKING:
    from migkg.api import KnowledgeGraph
    from migkg.model import Term

HERE = Path(__file__).resolve().parent
CASES: dict[str, dict[str, Any]] = tomllib.loads((HERE / "competency.toml").read_text(encoding="utf-8"))
Rows = set[tuple[str, ...]]


def expected(question: str) -> tuple[list[str], Rows]:
    with (HERE / "expected" / f"{question}.csv").open(encoding="utf-8", newline="") as file:
        columns, *rows = csv.reader(file)
    return columns, {tuple(row) for row in rows}


def short(term: Term | None) -> str:
    return "" if term is None else names.shorten(term).removeprefix("id:").removeprefix("mf:")


def answer(graph: KnowledgeGraph, case: dict[str, Any], columns: list[str]) -> Rows:
    result = graph.run(case["query"], **case["values"])
    places = [result.variables.index(column) for column in columns]
    return {tuple(short(row[place]) for place in places) for row in result.rows}


@pytest.mark.parametrize("question", sorted(CASES))
def test_the_answer_is_the_reference_or_the_difference_is_explained(tables: KnowledgeGraph, question: str) -> None:
    case = CASES[question]
    columns, rows = expected(question)
    missing = {tuple(row) for row in case.get("missing", [])}
    extra = {tuple(row) for row in case.get("extra", [])}
    assert missing <= rows
    assert answer(tables, case, columns) == (rows - missing) | extra


def test_a_difference_has_a_reason() -> None:
    for case in CASES.values():
        assert ("why" in case) is bool(case.get("missing") or case.get("extra"))


def test_all_answer_as_the_reference_does() -> None:
    assert sorted(question for question, case in CASES.items() if "why" in case) == []


def test_every_question_is_asked_by_the_query_that_says_so() -> None:
    said = {(question, query.name) for query in canned_queries() for question in query.competency}
    assert said == {(question, case["query"]) for question, case in CASES.items()}
    assert len(CASES) == 28


def test_the_values_are_those_of_parameters() -> None:
    for case in CASES.values():
        assert set(case["values"]) <= {parameter.name for parameter in canned(case["query"]).parameters}


@pytest.mark.parametrize(
    ("forum", "at", "members"),
    [
        ("RCM", "2005", {"BZ", "CA", "CR", "DO", "GT", "HN", "MX", "NI", "PA", "SV", "US"}),
        ("SODERKOPING", "2001", {"AM", "AZ", "BY", "LT", "PL", "SE", "UA"}),
        ("SODERKOPING", "2002-12-31", {"AM", "AZ", "BY", "LT", "LV", "MD", "PL", "SE", "UA"}),
        ("SODERKOPING", "2011-05", {"AM", "AZ", "BY", "GE", "HU", "LT", "LV", "MD", "PL", "RO", "SE", "SK", "UA"}),
    ],
)
def test_members_at_a_year_a_month_or_a_day(tables: KnowledgeGraph, forum: str, at: str, members: set[str]) -> None:
    result = tables.run("members", forum=forum, at=at)
    place = result.variables.index("member")
    assert {short(row[place]).removeprefix("state/") for row in result.rows} == members


def test_a_bound_of_a_membership_is_shown_as_what_sources_disagree_on(tables: KnowledgeGraph) -> None:
    result = tables.run("conflicts", forum="SODERKOPING")
    rows = [[short(term) for term in row] for row in result.rows]
    places = [result.variables.index(name) for name in ("subject", "property", "disagreement", "value", "status")]
    assert {tuple(row[place] for place in places) for row in rows} == {
        ("membership/SODERKOPING/GE/member", "from", "error", "2011", "Accepted"),
        ("membership/SODERKOPING/GE/member", "from", "error", "2001", "Disputed"),
    }
