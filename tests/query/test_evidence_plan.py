"""The second query that finds the facts behind the rows of a first."""

from __future__ import annotations

import pytest

from migkg import names, resources
from migkg.query.evidence import Link, plan
from migkg.store import Memory

A, B = names.word("a"), names.word("b")


@pytest.mark.parametrize(
    "text", ["ASK { ?a mf:a ?b }", "SELECT (1 AS ?x) {}", "SELECT ?a { ?a mf:a+ ?b }", "SELECT ?a { [] mf:a ?a }"]
)
def test_what_shows_no_triple_has_no_plan(text: str) -> None:
    assert plan(text) is None


def links(text: str) -> tuple[Link, ...]:
    made = plan(text)
    assert made is not None
    return made.links


def test_hidden_patterns_are_no_evidence() -> None:
    shown = links(
        "SELECT ?a { ?a mf:a ?b MINUS { ?a mf:c ?d } FILTER NOT EXISTS { ?a mf:e ?f } { SELECT ?a { ?a mf:g ?h } } }"
    )
    assert shown == (Link(subject="?a", predicate=A, object="?b"),)


def test_a_sub_select_shows_what_it_selects() -> None:
    assert links("SELECT ?a { { SELECT ?a ?b { ?a mf:a ?b } } }") == (Link(subject="?a", predicate=A, object="?b"),)


def test_a_sequence_is_split() -> None:
    made = plan("SELECT ?x { ?x mf:a/^mf:b ?y }")
    assert made is not None
    assert made.links == (
        Link(subject="?x", predicate=A, object="?between0_1"),
        Link(subject="?y", predicate=B, object="?between0_1"),
    )
    assert made.sparql.startswith("SELECT DISTINCT ?x ?between0_1 ?y")


def test_aggregates_go_and_their_groups_stay() -> None:
    made = plan(
        "SELECT ?k (COUNT(?x) AS ?n) { ?x mf:a ?y } GROUP BY (STR(?y) AS ?k) HAVING (?n > 1) ORDER BY ?n LIMIT 1"
    )
    assert made is not None
    assert made.sparql.split("{")[0].strip() == "SELECT DISTINCT (STR(?y) AS ?k) ?x ?y"
    assert made.keys == ("k",)
    assert "LIMIT" not in made.sparql


def test_claims_that_the_query_looks_at_are_their_own_evidence() -> None:
    made = plan("SELECT ?v { ?c rdf:subject ?s ; rdf:object ?v }")
    assert made is not None
    assert made.claims == ("?c",)


def test_the_plan_of_every_canned_query_runs() -> None:
    store = Memory([])
    for name, text in resources.canned_queries():
        made = plan(text)
        if made:
            shown = {f"?{variable}" for variable in store.query(made.sparql).variables}
            wanted = {
                end for link in made.links for end in (link.subject, link.predicate, link.object) if end[0] == "?"
            }
            assert wanted <= shown, name
