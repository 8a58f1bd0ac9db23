"""What holds for every file in queries/canned: it runs as it is, with its example, and in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg import resources
from migkg.api import canned
from migkg.names import literal, text_of
from migkg.query import refuse_remote
from migkg.query.lexer import prefixes, tokens

if TYPE_CHECKING:
    from migkg.api import KnowledgeGraph

NAMES = [name for name, _ in resources.canned_queries()]
UNANSWERED = {
    "articles": "the graph of the tables has no article",
    "claims-of-article": "the graph of the tables has no article",
    "least-sure": "rows are read with full confidence",
    "sessions": "the tables name no sessions",
    "speakers": "the tables name no speakers",
    "supporters": "the tables name no supporters",
}
"""Queries to which the tables alone have no answer."""


@pytest.mark.parametrize("name", NAMES)
def test_it_runs_as_it_is_and_answers(tables: KnowledgeGraph, name: str) -> None:
    result = tables.query(canned(name).text, timeout=30)
    assert bool(list(result.rows)) is (name not in UNANSWERED)


@pytest.mark.parametrize("name", NAMES)
def test_its_example_can_be_typed(tables: KnowledgeGraph, name: str) -> None:
    query = canned(name)
    values = {key: list(texts) for key, texts in query.example.items()}
    if name == "claims-of-article":  # its example is an article, of which the tables have none
        assert set(values) == {"article"}
        return
    assert tables.query(tables.filled(query, values)).variables
    assert bool(query.parameters) is bool(values)


@pytest.mark.parametrize("name", NAMES)
def test_it_declares_its_prefixes_so_that_any_editor_can_run_it(name: str) -> None:
    text = canned(name).text
    used = {token.text.partition(":")[0] for token in tokens(text) if token.kind == "name" and token.text[-1] != ":"}
    assert used == set(prefixes(list(tokens(text))))


@pytest.mark.parametrize("name", NAMES)
def test_its_rows_have_an_order(name: str) -> None:
    assert any(token.is_word("ORDER") for token in tokens(canned(name).text))
    refuse_remote(canned(name).text)


def test_a_second_run_gives_the_same_rows(tables: KnowledgeGraph) -> None:
    for name in NAMES:
        text = canned(name).text
        assert list(tables.query(text).rows) == list(tables.query(text).rows)


def test_the_flagship(tables: KnowledgeGraph) -> None:
    result = tables.run("repeat-hosts", forum="conferencia sudamericana sobre migraciones", min="4")
    assert result.variables == ("city", "times", "editions", "sources")
    ((city, times, _, sources),) = result.rows
    assert city == "<https://w3id.org/migkg/id/city/santiago-cl>"
    assert times == '"4"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert sources is not None
    assert "http" in sources


def test_editions_of_unknown_year_stand_by_their_numbers(tables: KnowledgeGraph) -> None:
    keys = [row[0] for row in tables.run("editions", forum="RCM").rows if row[0]]
    found = [key.rpartition("/")[2].rstrip(">") for key in keys]
    assert found.index("9") < found.index("13") < found.index("14") < found.index("15")
    assert found.index("24") < found.index("25") < found.index("26")
    assert found[0] == "1"
    assert found[-1] == "2", "neither its number nor its year is accepted"


def test_members_say_where_only_some_are_known(tables: KnowledgeGraph) -> None:
    result = tables.run("members", forum="PRAGUE")
    assert {row[result.variables.index("only_some")] for row in result.rows} == {
        literal("true", datatype="xsd:boolean")
    }
    assert {row[-1] for row in tables.run("members", forum="SACM").rows} == {None}


def test_each_side_of_a_disagreement_is_one_row_and_the_accepted_one_comes_first(tables: KnowledgeGraph) -> None:
    result = tables.run("conflicts", property="year", forum="SACM")
    places = [result.variables.index(name) for name in ("subject", "value", "status", "disagreement", "sources")]
    found = [tuple(text_of(row[place] or literal("")) for place in places) for row in result.rows]
    first = [row[1:] for row in found if row[0].endswith("meeting/SACM/1")]
    assert [(value, status.rpartition("#")[2], kinds) for value, status, kinds, _ in first] == [
        ("2000", "Accepted", "count-rule, error"),
        ("1999", "Disputed", "count-rule"),
        ("2001", "Disputed", "error"),
    ]
    assert len(first[0][3].split()) == 2
    assert len(found) == len({row[:3] for row in found})


def test_a_member_is_one_row_with_its_roles(tables: KnowledgeGraph) -> None:
    result = tables.run("members", forum="RCM")
    places = [result.variables.index(name) for name in ("member", "roles", "since", "until")]
    rows = [tuple(text_of(row[place] or literal("")) for place in places) for row in result.rows]
    members = [row[0] for row in rows]
    assert len(members) == len(set(members)) == 11
    assert {row[1:] for row in rows} == {("member, participating", "1996", ""), ("member", "", "")}


def test_members_on_a_day(tables: KnowledgeGraph) -> None:
    then = {row[0] for row in tables.run("members", forum="BUDAPEST", at="2000-01-01").rows}
    later = {row[0] for row in tables.run("members", forum="BUDAPEST", at="2012-01-01").rows}
    assert then < later
