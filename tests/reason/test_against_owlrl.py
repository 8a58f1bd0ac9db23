"""Our closure is that of owlrl, the reference; each kind of difference is named with the rule it comes from.

owlrl's hasKey and AllDifferent are unsound or blind (it compares all but the last), so neither is in these graphs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import owlrl
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from tests.reason.makers import reasoned
from tests.reason.strategies import datas, ontologies

if TYPE_CHECKING:
    from tests.reason.makers import Reasoned

    from migkg.model import Triple

from migkg.model import Term
from migkg.names import expand

TYPE = expand("rdf:type")
REFLEXIVE = {expand(f"owl:{name}") for name in ("sameAs", "equivalentClass", "equivalentProperty")} | {
    expand("rdfs:subClassOf"),
    expand("rdfs:subPropertyOf"),
}
EVERYTHING = {expand("owl:Thing"), expand("rdfs:Resource")}
KINDS = {expand("rdfs:Datatype"), expand("owl:Class"), expand("rdfs:Class"), expand("owl:DataRange")}
ERROR = "http://www.daml.org/2002/03/agents/agent-ont#"

FORUMS = """
:Event a owl:Class . :Meeting a owl:Class ; rdfs:subClassOf :Event . :Edition a owl:Class ; rdfs:subClassOf :Meeting .
:Place a owl:Class . :City a owl:Class ; rdfs:subClassOf :Place . :Country a owl:Class ; rdfs:subClassOf :Place .
:Host a owl:Class ; owl:equivalentClass [ a owl:Restriction ; owl:onProperty :hosted ; owl:someValuesFrom :Edition ] .
:Chaired a owl:Class ; owl:equivalentClass [ a owl:Restriction ; owl:onProperty :role ; owl:hasValue :chair ] .
:Big a owl:Class ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :attendedBy ; owl:allValuesFrom :Delegate ] .
:Agent a owl:Class ; owl:unionOf ( :Person :Country ) . :Both a owl:Class ; owl:intersectionOf ( :City :Country ) .
:in a owl:ObjectProperty , owl:TransitiveProperty ; rdfs:domain :Place ; rdfs:range :Place .
:heldIn a owl:ObjectProperty ; rdfs:subPropertyOf :at ; rdfs:domain :Edition ; rdfs:range :City .
:at a owl:ObjectProperty ; owl:propertyChainAxiom ( :heldIn :in ) ; owl:inverseOf :hosted .
:next a owl:ObjectProperty , owl:FunctionalProperty ; owl:inverseOf :previous .
:meets a owl:ObjectProperty , owl:SymmetricProperty . :took a owl:ObjectProperty ; owl:equivalentProperty :hadPartIn .
:heldInCountryOfNext a owl:ObjectProperty ; owl:propertyChainAxiom ( :next :heldIn :in ) .
:e1 :heldIn :lima ; :next :e2 ; :role :chair ; a :Big ; :attendedBy :ana . :lima :in :peru . :peru :in :americas .
:e2 :heldIn :quito ; :next :e3 . :quito :in :ecuador . :djibouti a :City , :Country . :ana a :Person ; :meets :luis .
:luis :took :e1 . :ana :hadPartIn :e2 . :x a :Chaired .
"""
EQUALITY = """
:next a owl:FunctionalProperty . :code a owl:InverseFunctionalProperty . :One rdfs:subClassOf [ a owl:Restriction ;
owl:onProperty :chair ; owl:maxCardinality 1 ] . :knows a owl:SymmetricProperty .
:a :next :b , :c . :b :knows :d . :e :code :z . :f :code :z . :f :knows :c . :m a :One ; :chair :e , :g . :g :heldIn :h .
"""
SCHEMA = """
:A a owl:Class ; rdfs:subClassOf :B . :B a owl:Class ; owl:equivalentClass :C . :C a owl:Class ; rdfs:subClassOf :D .
:D a owl:Class ; rdfs:subClassOf :A . :p a owl:ObjectProperty ; rdfs:subPropertyOf :q ; rdfs:domain :A .
:q a owl:ObjectProperty ; rdfs:range :B ; owl:equivalentProperty :r . :r a owl:ObjectProperty ; rdfs:domain :D .
:S a owl:Class ; owl:someValuesFrom :A ; owl:onProperty :p . :T a owl:Class ; owl:someValuesFrom :A ; owl:onProperty :q .
"""


def left_out(triple: Triple, graph: Reasoned) -> str:
    """The rule whose conclusions we do not write down, or the axiomatic triples that owlrl adds; empty if none."""
    subject, predicate, value = triple
    hidden = graph.rules.expressions
    if subject.startswith('"'):
        return "eq-ref, dt-type2, dt-eq, dt-diff: triples about literals"
    if subject in hidden or value in hidden:
        return "triples about class expressions"
    if predicate in REFLEXIVE and subject == value:
        return "eq-ref, scm-cls, scm-op, scm-dp"
    if value in EVERYTHING or subject in EVERYTHING | {expand("owl:Nothing")}:
        return "scm-cls, cls-thing, cls-nothing1"
    if predicate == TYPE and value in KINDS:
        return "dt-type1, cls-thing and RDFS axiomatic triples"
    return "prp-ap" if value == expand("owl:AnnotationProperty") else ""


def by_owlrl(graph: Reasoned) -> set[Triple]:
    known = rdflib.Graph()
    known.parse(data="\n".join(" ".join((*triple, ".")) for triple in graph.asserted), format="nt", bnode_context={})
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(known)
    return {
        (Term(s.n3()), Term(p.n3()), Term(o.n3()))
        for s, p, o in known
        if not any(isinstance(x, rdflib.BNode) or ERROR in str(x) for x in (s, p, o))
    }


def compared(graph: Reasoned) -> tuple[set[Triple], set[Triple]]:
    """Ours and owlrl's, both without blank nodes and without what is left out by name."""
    ours = {triple for triple in graph.everything() if not any(term.startswith("_:") for term in triple)}
    return tuple({t for t in found if not left_out(t, graph)} for found in (ours, by_owlrl(graph)))  # type: ignore[return-value]


@pytest.mark.parametrize("text", [FORUMS, EQUALITY, SCHEMA], ids=["forums", "equality", "schema"])
def test_a_graph_closes_as_owlrl_closes_it(text: str) -> None:
    graph = reasoned(text)
    ours, theirs = compared(graph)
    assert ours == theirs
    assert len(graph.closure.inferred) > 15
    assert graph.unproved() == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ontology=ontologies(), data=datas())
def test_any_small_graph_closes_as_owlrl_closes_it(ontology: str, data: str) -> None:
    graph = reasoned(ontology + data)
    ours, theirs = compared(graph)
    assert ours == theirs
    assert graph.unproved() == []
