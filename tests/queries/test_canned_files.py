"""What holds for every file in queries/canned: it runs as it is, with its example, and in a fixed order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from migkg import resources, store
from migkg.api import canned
from migkg.model import DEFAULT_GRAPH
from migkg.names import ID, MF, XSD, expand, literal, text_of, thing, word
from migkg.query import coerce, refuse_remote
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


SEVERAL_ROLES = """
<forum/F> mf:hasMember <state/BO> .
<membership/F/BO/suspended> mf:memberForum <forum/F> ; mf:memberState <state/BO> ; mf:role mf:SuspendedRole ;
  mf:from "2013"^^xsd:gYear ; mf:until "2015-06-30"^^xsd:date .
<membership/F/BO/observer> mf:memberForum <forum/F> ; mf:memberState <state/BO> ; mf:role mf:ObserverRole ;
  mf:from "1999-05"^^xsd:gYearMonth ; mf:until "2005"^^xsd:gYear .
<membership/F/BO/member> mf:memberForum <forum/F> ; mf:memberState <state/BO> ; mf:role mf:MemberRole ;
  mf:from "2006"^^xsd:gYear ; mf:until "2016"^^xsd:gYear .
<membership/F/BO/participating> mf:memberForum <forum/F> ; mf:memberState <state/BO> ; mf:role mf:ParticipatingRole ;
  mf:from "2017"^^xsd:gYear .
"""


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("", ("member, observer, participating, suspended", "1999-05", "")),
        ("2000-01-01", ("observer", "1999-05", "2005")),
        ("2010", ("member", "2006", "2016")),
        ("2014-02", ("member, suspended", "2006", "2016")),
        ("2020", ("participating", "2017", "")),
        ("1998", None),
    ],
)
def test_roles_and_dates_of_a_member_are_those_of_the_day_asked_for(at: str, expected: tuple[str, ...] | None) -> None:
    prologue = f"@prefix mf: <{MF}> . @prefix xsd: <{XSD}> . @base <{ID}> .\n"
    quads = [(*triple, DEFAULT_GRAPH) for triple in store.parse(prologue + SEVERAL_ROLES)]
    values = {"forum": [thing("forum", "F")]}
    if at:
        parameter = next(known for known in canned("members").parameters if known.name == "at")
        values["at"] = [coerce(parameter, at, lambda _: {})]
    found = [row[1:4] for row in store.Memory(quads).query(canned("members").bind(values)).rows]
    assert [tuple(text_of(term or literal("")) for term in row) for row in found] == ([expected] if expected else [])


def test_every_role_of_the_ontology_is_shown_with_the_members(tables: KnowledgeGraph) -> None:
    roles = {
        text_of(s).removeprefix(MF)
        for s, _, _ in tables.store.triples(None, expand("rdf:type"), word("MembershipRole"))
    }
    assert roles == set(re.findall(r'"#(\w+)"', canned("members").text))


def test_the_roles_of_a_member_do_not_rely_on_the_order_of_a_sub_select() -> None:
    """SPARQL orders the rows of the whole answer, not those that an aggregate takes."""
    inner = canned("members").text.rpartition("}")[0]
    assert not re.search(r"GROUP_CONCAT ?\(|ORDER BY", inner)


def test_members_on_a_day(tables: KnowledgeGraph) -> None:
    then = {row[0] for row in tables.run("members", forum="BUDAPEST", at="2000-01-01").rows}
    later = {row[0] for row in tables.run("members", forum="BUDAPEST", at="2012-01-01").rows}
    assert then < later
