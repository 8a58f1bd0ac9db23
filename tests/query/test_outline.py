"""What is read of a query's structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg import names, resources
from migkg.query.reading import outline

if TYPE_CHECKING:
    from migkg.query.outline import Group

EVERYWHERE = frozenset({"group", "union", "optional", "minus", "exists", "graph", "select"})
A, B, C = (names.word(letter) for letter in "abc")
X = "?x"


def triples(sparql: str) -> list[tuple[str, object, str]]:
    found: list[tuple[str, object, str]] = []
    for group in outline(sparql).where.walk(EVERYWHERE):
        found += [(p.subject, p.paths, p.object) for p in group.patterns]
    return found


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("?x mf:a ?y", [(X, (((A, False),),), "?y")]),
        ("$x mf:a ?y ; mf:b 1, 2 .", [(X, (((A, False),),), "?y"), (X, (((B, False),),), names.literal("1", datatype="xsd:integer")), (X, (((B, False),),), names.literal("2", datatype="xsd:integer"))]),
        ("?x ^mf:a/mf:b|mf:c ?y", [(X, (((A, True), (B, False)), ((C, False),)), "?y")]),
        ("?x mf:a+ ?y . ?x !mf:a ?y . ?x (mf:a|mf:b)/mf:c ?y", [(X, (), "?y")] * 3),
        ("?x a mf:a", [(X, (((names.expand("rdf:type"), False),),), A)]),
        ("?x ?p 'it\\'s'@fr", [(X, ((("?p", False),),), names.literal("it's", lang="fr"))]),
        ('?x ?p """a"b"""^^xsd:string', [(X, ((("?p", False),),), names.literal('a"b'))]),
        ("?x ?p -2.5, 1e3, true", [(X, ((("?p", False),),), names.literal(text, datatype=f"xsd:{kind}")) for text, kind in (("-2.5", "decimal"), ("1e3", "double"), ("true", "boolean"))]),
        ("<forum/SACM> mf:a <http://example.org/> .", [(names.thing("forum", "SACM"), (((A, False),),), "<http://example.org/>")]),
        ("id:forum\\/SACM mf:a ?y", [(names.thing("forum", "SACM"), (((A, False),),), "?y")]),
        ("?x mf:a [ mf:b ?y ]", [("_:[1]", (((B, False),),), "?y"), (X, (((A, False),),), "_:[1]")]),
        ("_:n mf:a (1 ?y)", [("_:n", (((A, False),),), "_:[1]")]),
        ("FILTER (?x > 3 && EXISTS { ?x mf:a ?y }) BIND (1 AS ?z) ?x mf:b ?y", [(X, (((B, False),),), "?y")]),
        ("FILTER regex(?x, 'mf:a') ?x mf:b ?y", [(X, (((B, False),),), "?y")]),
    ],
)  # fmt: skip
def test_triples(inside: str, expected: list[tuple[str, object, str]]) -> None:
    assert triples(f"SELECT * {{ {inside} }}") == expected


def kinds(group: Group) -> list[object]:
    return [(inner.kind, kinds(inner)) for inner in group.groups]


def test_groups_know_what_stands_before_them() -> None:
    read = outline(
        """PREFIX x: <http://example.org/> SELECT ?x WHERE {
        { ?a ?b ?c } UNION { ?d ?e ?f } OPTIONAL { ?g ?h ?i MINUS { ?j ?k ?l } } FILTER NOT EXISTS { ?m ?n ?o }
        GRAPH graph:facts { ?p ?q ?r } { SELECT ?s (COUNT(*) AS ?n) { ?s ?t ?u } GROUP BY ?s HAVING (?n > 1) } { ?v ?w ?x } }"""
    )
    assert kinds(read.where) == [
        ("union", []),
        ("union", []),
        ("optional", [("minus", [])]),
        ("exists", []),
        ("graph", []),
        ("select", [("group", [])]),
        ("group", []),
    ]
    assert [item.name for item in read.where.groups[5].items] == ["?s", "?n"]


def test_columns_grouping_and_a_last_values_block() -> None:
    text = "SELECT ?a (STR(?b) AS ?c) (MAX(?d) AS ?e) FROM graph:facts WHERE { ?a ?b ?d } GROUP BY ?a (STR(?b) AS ?c) ORDER BY ?a LIMIT 3 VALUES ?a { 1 }"
    read = outline(text)
    assert [(item.name, item.plain) for item in read.items] == [("?a", True), ("?c", False), ("?e", False)]
    assert [item.name for item in read.grouped] == ["?a", "?c"]
    assert text[read.items[1].start : read.items[1].end] == "(STR(?b) AS ?c)"
    assert text[read.trailing :] == "VALUES ?a { 1 }"
    assert text[read.where.start : read.where.end] == "{ ?a ?b ?d }"
    assert read.aggregated


@pytest.mark.parametrize(
    ("text", "form", "aggregated"),
    [
        ("ASK { ?a ?b ?c }", "ASK", False),
        ("CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", "CONSTRUCT", False),
        ("DESCRIBE ?a { ?a ?b ?c }", "DESCRIBE", False),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c }", "SELECT", True),
        ("SELECT ?a { ?a ?b ?c } HAVING (?a > 1)", "SELECT", True),
        ("SELECT DISTINCT * { ?a ?b ?c }", "SELECT", False),
    ],
)
def test_forms(text: str, form: str, aggregated: bool) -> None:
    read = outline(text)
    assert (read.form, read.aggregated) == (form, aggregated)
    assert [(p.subject, p.object) for p in read.where.patterns] == [("?a", "?c")]


def test_every_shipped_query_is_read_to_its_end() -> None:
    for name, text in [*resources.canned_queries(), *resources.checks()]:
        read = outline(text)
        assert text[read.where.start] == "{", name
        assert text[read.where.end - 1] == "}", name
        assert any(group.patterns for group in read.where.walk(EVERYWHERE)), name


@given(st.text(alphabet=st.sampled_from("?xa:<>{}()[];,./|^!*+'\"@ 1SELCTWHRUNIOFB"), max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    read = outline(text)
    assert 0 <= read.where.start <= read.where.end
