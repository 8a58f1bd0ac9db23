"""Why a query has no rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg import names
from migkg.model import DEFAULT_GRAPH, Term
from migkg.query import diagnose
from migkg.store import Memory

if TYPE_CHECKING:
    from migkg.model import Quad

MEETING, CITY = names.thing("meeting", "SACM/9"), names.thing("city", "quito-ec")
QUADS: list[Quad] = [
    (MEETING, names.word("heldIn"), CITY, DEFAULT_GRAPH),
    (MEETING, names.word("year"), names.literal("2009", datatype="xsd:gYear"), DEFAULT_GRAPH),
    (CITY, names.expand("rdf:type"), names.word("City"), DEFAULT_GRAPH),
    (CITY, names.expand("rdfs:label"), names.literal("Quito", lang="es"), DEFAULT_GRAPH),
    (CITY, names.expand("geo:lat"), names.literal("-0.2", datatype="xsd:decimal"), DEFAULT_GRAPH),
    (names.thing("meeting", "SACM/2009"), names.expand("dcterms:isReplacedBy"), MEETING, DEFAULT_GRAPH),
    (names.thing("finding", "f"), names.word("focus"), MEETING, names.graph("findings")),
    (names.thing("claim", "c"), names.word("quote"), names.literal("in Quito"), names.graph("article/a")),
]


def near(term: Term) -> str:
    return names.word("heldIn") if "held" in term else ""


def told(sparql: str) -> str:
    store = Memory(QUADS)

    def first(asked: str) -> Term | None:
        return next((row[0] for row in store.query(asked).rows), None)

    return diagnose(sparql, first, near)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("?m mf:heldAt ?c", "line 1: ?m mf:heldAt ?c matches nothing: the graph has no mf:heldAt, did you mean mf:heldIn?"),
        ("?m mf:heldIn ?c .\n ?m mf:yeer ?y", "line 2: ?m mf:yeer ?y matches nothing: the graph has no mf:yeer"),
        ("?m mf:heldIn <city/lima-pe>", "line 1: ?m mf:heldIn <city/lima-pe> matches nothing: the graph has no <city/lima-pe>"),
        ("VALUES ?c { <city/lima-pe> } ?m mf:heldIn ?c", "line 1: ?m mf:heldIn ?c matches nothing"),
        ('?c rdfs:label "Quito"', 'line 1: ?c rdfs:label "Quito" matches nothing: the graph writes "Quito"@es'),
        ('?m mf:year "2009"', 'line 1: ?m mf:year "2009" matches nothing: the graph writes "2009"^^xsd:gYear'),
        ('?m mf:year "2010"', 'line 1: ?m mf:year "2010" matches nothing'),
        ("?c a mf:City ; mf:year ?y", "line 1: ?c mf:year ?y matches, but not together with the patterns before it"),
        ("{ SELECT ?c { ?c a mf:City } } ?c mf:year ?y", "line 1: ?c a mf:City matches, but not together with the patterns before it"),
        ("?c geo:lat ?l FILTER (?l > 3)", "its patterns match; what stands in FILTER, MINUS, UNION or HAVING leaves no row"),
        ("?f mf:focus ?m", "line 1: ?f mf:focus ?m matches nothing here, but in a named graph: write GRAPH graph:findings { ... } around it"),
        ("?c mf:quote ?q", "line 1: ?c mf:quote ?q matches nothing here, but in a named graph: write GRAPH <https://w3id.org/migkg/graph/article/a> { ... } around it"),
        ("?f mf:focus <city/quito-ec>", "line 1: ?f mf:focus <city/quito-ec> matches nothing: the graph has no mf:focus"),
        ("[ mf:heldIn ?c ] mf:ordinal ?o", "line 1: [] mf:ordinal ?o matches nothing: the graph has no mf:ordinal"),
        ("<meeting/SACM/2009> mf:heldIn ?c", "line 1: <meeting/SACM/2009> mf:heldIn ?c matches nothing: <meeting/SACM/2009> became <meeting/SACM/9>, where dcterms:isReplacedBy leads"),
        ("OPTIONAL { ?m mf:heldAt ?c } FILTER (false)", ""),
    ],
)  # fmt: skip
def test_the_first_pattern_at_fault_is_told(inside: str, expected: str) -> None:
    assert told(f"SELECT * {{ {inside} }}") == expected


@pytest.mark.parametrize(
    ("having", "is_told"),
    [("(?n > 0)", True), ("(COUNT(?m) > 0 && $n < 9) ORDER BY ?c", True), ("(COUNT(?m) > 1) ORDER BY ?n", False)],
)
def test_a_having_that_uses_a_name_of_the_select_is_told(having: str, is_told: bool) -> None:
    found = told(f"SELECT ?c (COUNT(?m) AS ?n) {{ ?m mf:heldIn ?c }} GROUP BY ?c HAVING {having}")
    assert ("HAVING does not see ?n" in found) is is_told
    assert ("(COUNT(?m) AS ?n)" in found) is is_told
