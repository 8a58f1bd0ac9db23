"""The evidence beside the rows of an answer, on the shipped graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg import api, names, resources
from migkg.api.witness import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from migkg.api import KnowledgeGraph
    from migkg.model import Term

HELD = names.word("heldIn")


@pytest.fixture(scope="module")
def graph(graph_store: Path) -> Iterator[KnowledgeGraph]:
    with api.open(graph_store) as opened:
        yield opened


def sources(graph: KnowledgeGraph, sparql: str) -> list[tuple[Term | None, ...]]:
    found = graph.evidence(sparql, graph.query(sparql))
    assert found.reason == ""
    assert found.result.variables[-len(COLUMNS) :] == COLUMNS
    return list(found.result.rows)


def test_each_source_of_a_fact_is_a_row(graph: KnowledgeGraph) -> None:
    rows = sources(graph, "SELECT ?city { <meeting/SACM/9> mf:heldIn ?city }")
    meeting, city = names.thing("meeting", "SACM/9"), names.thing("city", "quito-ec")
    asked = f"SELECT DISTINCT ?from {{ ?c rdf:subject {meeting} ; rdf:predicate {HELD} ; rdf:object {city} ; mf:status mf:Accepted ; prov:wasDerivedFrom ?from }}"
    assert {row[3] for row in rows} == {row[0] for row in graph.query(asked).rows}
    assert {row[0] for row in rows} == {city}
    assert all("held in · Quito" in (row[1] or "") for row in rows)


def test_the_sentence_is_the_article_s_and_the_cell_the_table_s(graph: KnowledgeGraph) -> None:
    for row in sources(graph, "SELECT ?m { ?m mf:heldIn <city/quito-ec> }"):
        sentence, origin = names.text_of(row[2] or ""), names.text_of(row[3] or "")
        if "/row/" in origin:
            assert sentence.startswith("city: ")
        else:
            assert "Quito" in sentence


@pytest.mark.parametrize(
    ("sparql", "same_as"),
    [
        ("SELECT ?c { <city/quito-ec> mf:venueOf ?c }", "SELECT ?c { ?c mf:heldIn <city/quito-ec> }"),
        ("SELECT ?c { ?c schema:location <city/quito-ec> }", "SELECT ?c { ?c mf:heldIn <city/quito-ec> }"),
        ("SELECT ?c { <forum/SACM> mf:hasEdition/mf:heldIn ?c }", "SELECT ?c { ?m mf:editionOf <forum/SACM> ; mf:heldIn ?c }"),
    ],
)  # fmt: skip
def test_what_follows_from_a_fact_rests_on_it(graph: KnowledgeGraph, sparql: str, same_as: str) -> None:
    assert sorted(map(str, sources(graph, sparql))) == sorted(map(str, sources(graph, same_as)))


def test_a_count_rests_on_all_that_was_counted(graph: KnowledgeGraph) -> None:
    one = sources(graph, "SELECT (COUNT(DISTINCT ?m) AS ?n) { ?m mf:editionOf <forum/SACM> ; mf:heldIn ?c }")
    all_of_them = sources(graph, "SELECT ?m { ?m mf:editionOf <forum/SACM> ; mf:heldIn ?c }")
    assert {row[1:] for row in one} == {row[1:] for row in all_of_them}


def test_rows_without_a_fact_are_counted(graph: KnowledgeGraph) -> None:
    sparql = "SELECT ?f ?y { ?f a mf:Forum OPTIONAL { ?f mf:established ?y } }"
    found = graph.evidence(sparql, graph.query(sparql))
    rows = list(graph.query(sparql).rows)
    assert len(found.starts) == len(rows)
    assert found.bare == sum(row[1] is None for row in rows)


@pytest.mark.parametrize(
    ("sparql", "reason"),
    [
        ("SELECT ?f { ?f mf:code ?c }", "no source states mf:code"),
        ("SELECT (1 AS ?x) {}", "the query has no triple patterns whose facts could be shown"),
        ("ASK { ?f mf:code ?c }", "no source states mf:code"),
        ("ASK { ?s ?p ?o FILTER (?p = mf:code) }", "it rests on no direct fact"),
        ("ASK {}", "the query has no triple patterns whose facts could be shown"),
        ("ASK { <meeting/SACM/9> mf:heldIn <city/lima-pe> }", "a no rests on no fact"),
    ],
)
def test_where_it_cannot_it_says_so(graph: KnowledgeGraph, sparql: str, reason: str) -> None:
    assert graph.evidence(sparql, graph.query(sparql)).reason == reason


@pytest.mark.parametrize("before", ["", "FROM graph:facts WHERE "])
def test_a_yes_shows_what_makes_it_so(graph: KnowledgeGraph, before: str) -> None:
    pattern = "{ <meeting/SACM/9> mf:heldIn ?city }"
    rows = sources(graph, f"ASK {before}{pattern}")
    assert {names.text_of(row[0] or "") for row in rows} == {"true"}
    assert [row[1:] for row in rows] == [row[1:] for row in sources(graph, f"SELECT ?city {pattern}")]


def test_a_yes_that_holds_in_very_many_ways_shows_some_of_them(graph: KnowledgeGraph) -> None:
    rows = sources(graph, "ASK { ?m mf:heldIn ?city ; mf:editionOf ?f }")
    assert 0 < len({row[1] for row in rows}) <= 2 * 20


def test_each_triple_of_a_graph_has_its_sources(graph: KnowledgeGraph) -> None:
    sparql = "CONSTRUCT { ?m mf:heldIn ?c . _:x rdfs:label ?c } WHERE { ?m mf:editionOf <forum/SACM> ; mf:heldIn ?c }"
    found = graph.evidence(sparql, graph.query(sparql))
    assert found.result.variables == ("subject", "predicate", "object", *COLUMNS)
    rows = list(found.result.rows)
    bare = [row for row in rows if not any(row[3:])]
    assert {(row[0] or "")[:2] for row in bare} == {"_:"}
    assert found.bare == len(bare)
    assert len(found.starts) == len({row[:3] for row in rows})


def test_a_column_of_the_query_keeps_its_name(graph: KnowledgeGraph) -> None:
    sparql = "SELECT ?page ?fact { ?page mf:heldIn ?fact } LIMIT 1"
    found = graph.evidence(sparql, graph.query(sparql))
    assert found.result.variables == (
        "page",
        "fact",
        "evidence_fact",
        "sentence",
        "stated_in",
        "published",
        "evidence_page",
    )


BARE = {"articles", "name-variants", "rows-by-host", "years-without-edition"}
"""Their rows rest on descriptions, not on facts."""


@pytest.mark.unmeasured
def test_the_rows_of_the_canned_queries_have_evidence(graph: KnowledgeGraph) -> None:
    silent = set()
    for name, text in resources.canned_queries():
        found = graph.evidence(text, graph.query(text))
        if found.starts and found.bare == len(found.starts):
            silent.add(name)
    assert silent == BARE
