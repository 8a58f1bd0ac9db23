"""The approved W3C cases of the OWL 2 RL profile, as far as the rules of the profile reach: a pinned list.

Where the cases are not at hand (`../shared/suites`), only the pins themselves are checked. The other
positive cases conclude axioms, or memberships in new class expressions, which the RL rules need not derive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import rdflib
from rdflib import OWL, RDF
from tests.conftest import SHARED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.model import Triple
    from migkg.reason import Closure

from migkg.model import Term
from migkg.reason import close, compile

PATH = SHARED / "suites" / "owl2-tests.rdf"
TEST = rdflib.Namespace("http://www.w3.org/2007/OWL/testOntology#")
CONSISTENT = 50
INCONSISTENT = {
    "DisjointClasses-002",
    "New-Feature-AsymmetricProperty-001",
    "New-Feature-DisjointDataProperties-001",
    "New-Feature-IrreflexiveProperty-001",
    "New-Feature-Keys-006",
    "New-Feature-NegativeDataPropertyAssertion-001",
    "New-Feature-NegativeObjectPropertyAssertion-001",
    "WebOnt-Nothing-001",
    "WebOnt-description-logic-101",
    "WebOnt-description-logic-103",
    "WebOnt-description-logic-104",
}
ENTAILED = {
    "New-Feature-Keys-003",
    "New-Feature-ObjectPropertyChain-001",
    "New-Feature-ObjectPropertyChain-BJP-003",
    "New-Feature-ReflexiveProperty-001",
    "WebOnt-equivalentClass-002",
    "WebOnt-equivalentClass-003",
    "WebOnt-equivalentProperty-002",
    "WebOnt-equivalentProperty-003",
    "WebOnt-sameAs-001",
}
NOT_ENTAILED = {
    "New-Feature-Keys-004",
    "New-Feature-ObjectPropertyChain-BJP-004",
    "WebOnt-I4.6-004",
    "WebOnt-I5.8-007",
}
Case = tuple[set[str], list["Triple"], "Closure", dict[str, list["Triple"]]]


def triples(document: object) -> list[Triple]:
    graph = rdflib.Graph().parse(data=str(document), format="xml")
    return [(term(s), term(p), term(o)) for s, p, o in graph if o != OWL.Ontology]


def term(node: rdflib.term.Node) -> Term:
    return Term(f"_:{node}" if isinstance(node, rdflib.BNode) else node.n3())


@pytest.fixture(scope="module")
def cases() -> dict[str, Case]:
    """By identifier: the kinds of the test, the premises, their closure, the documents to compare it with."""
    if not PATH.exists():
        return {}
    suite = rdflib.Graph().parse(PATH, format="xml")
    found: dict[str, Case] = {}
    for case in suite.subjects(TEST.profile, TEST.RL):
        premise = suite.value(case, TEST.rdfXmlPremiseOntology)
        if premise is None:
            continue
        kinds = {str(kind).removeprefix(str(TEST)) for kind in suite.objects(case, RDF.type)}
        given = triples(premise)
        documents = {
            str(p).removeprefix(str(TEST)): triples(o)
            for p in (TEST.rdfXmlConclusionOntology, TEST.rdfXmlNonConclusionOntology)
            for o in suite.objects(case, p)
        }
        found[str(suite.value(case, TEST.identifier))] = (kinds, given, close(compile(given), given), documents)
    return found


def entailing(cases: Mapping[str, Case], kind: str, document: str) -> set[str]:
    """The cases of a kind whose closure holds every triple of a document."""
    return {
        name
        for name, (kinds, given, closure, documents) in cases.items()
        if kind in kinds and set(documents[document]) <= {*given, *closure.inferred}
    }


def of(cases: Mapping[str, Case], kind: str) -> set[str]:
    return {name for name, case in cases.items() if kind in case[0]}


def test_consistent_ontologies_have_no_clash(cases: dict[str, Case]) -> None:
    consistent = of(cases, "ConsistencyTest")
    assert len(consistent) == (CONSISTENT if cases else 0)
    assert {name for name in consistent if cases[name][2].clashes} == set()


def test_inconsistent_ontologies_have_a_clash(cases: dict[str, Case]) -> None:
    inconsistent = of(cases, "InconsistencyTest")
    assert {name for name in inconsistent if cases[name][2].clashes} == inconsistent
    assert inconsistent == (inconsistent & INCONSISTENT)
    assert len(inconsistent) == (len(INCONSISTENT) if cases else 0)


def test_what_does_not_follow_is_not_inferred(cases: dict[str, Case]) -> None:
    assert of(cases, "NegativeEntailmentTest") == (NOT_ENTAILED if cases else set())
    assert entailing(cases, "NegativeEntailmentTest", "rdfXmlNonConclusionOntology") == set()


def test_what_follows_by_the_rules_is_inferred(cases: dict[str, Case]) -> None:
    found = entailing(cases, "PositiveEntailmentTest", "rdfXmlConclusionOntology")
    assert found == (ENTAILED if cases else set())
