"""The words that the documented contract and the queries use are words of the ontology."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph, Literal, URIRef

from migkg.names import MF, PREFIXES
from migkg.predicates import PREDICATES

TOP = Path(__file__).resolve().parents[2]
ONTOLOGY = TOP / "ontology"
SINGLE = {"ordinal", "heldIn", "heldInCountry", "year", "startDate", "endDate", "established", "form"}


@pytest.fixture(scope="module")
def graph() -> Graph:
    made = Graph()
    for path in sorted(ONTOLOGY.glob("*.ttl")):
        made.parse(path)
    return made


def declared(graph: Graph) -> set[str]:
    return {str(s).removeprefix(MF) for s in graph.subjects(RDF.type) if str(s).startswith(MF)}


@pytest.mark.parametrize(
    "path", [Path("docs/graph.md"), *sorted(path.relative_to(TOP) for path in TOP.glob("queries/*/*.rq"))], ids=str
)
def test_the_words_are_declared(graph: Graph, path: Path) -> None:
    text = (TOP / path).read_text(encoding="utf-8")
    # `mf:stated…` in the contract stands for the three words that begin so.
    assert set(re.findall(r"\bmf:([A-Za-z]\w*)(?!\w*…)", text)) - {"stated"} <= declared(graph)


def test_the_predicates_of_the_claim_table_are_properties(graph: Graph) -> None:
    kinds = {OWL.ObjectProperty, OWL.DatatypeProperty}
    unknown = {name for name in PREDICATES if not kinds & set(graph.objects(URIRef(MF + name), RDF.type))}
    # A position is a tenure in a post.
    assert unknown == {"hasPosition"}


def test_the_single_valued_properties_are_marked(graph: Graph) -> None:
    marked = graph.subjects(URIRef(MF + "singleValued"), Literal(lexical_or_value=True))
    assert {str(s).removeprefix(MF) for s in marked} == SINGLE


def test_the_header_imports_every_module(graph: Graph) -> None:
    header = URIRef(MF.removesuffix("#"))
    modules = {str(o).rpartition("/")[2] for o in graph.objects(header, OWL.imports)}
    assert modules == {path.stem for path in ONTOLOGY.glob("*.ttl")} - {"migkg"}


def test_topics_form_a_scheme(graph: Graph) -> None:
    topic = PREFIXES["id"] + "topic/"
    broader = URIRef(PREFIXES["skos"] + "broader")
    top = URIRef(PREFIXES["skos"] + "topConceptOf")
    topics = {s for s in graph.subjects(RDF.type, URIRef(PREFIXES["skos"] + "Concept")) if str(s).startswith(topic)}
    assert 40 <= len(topics) <= 60
    assert {s for s in topics if (s, broader, None) not in graph} == {s for s in topics if (s, top, None) in graph}
    assert all(o in topics for s in topics for o in graph.objects(s, broader))
