"""What is not supported is refused, and the error names the axiom."""

from __future__ import annotations

import pytest
from tests.reason.makers import turtle

from migkg.errors import UnsupportedAxiomError
from migkg.rules import compile

FOREIGN = {
    ":R owl:hasSelf true ; owl:onProperty :p .": "owl:hasSelf",
    ":R owl:minCardinality 1 ; owl:onProperty :p .": "owl:minCardinality",
    ":R owl:cardinality 1 ; owl:onProperty :p .": "owl:cardinality",
    ":R owl:qualifiedCardinality 1 ; owl:onProperty :p .": "owl:qualifiedCardinality",
    ":R owl:minQualifiedCardinality 1 ; owl:onProperty :p .": "owl:minQualifiedCardinality",
    ":R owl:maxQualifiedCardinality 1 ; owl:onProperty :p ; owl:onDataRange xsd:string .": "owl:onDataRange",
    ":R owl:maxCardinality 2 ; owl:onProperty :p .": "at most 0 and at most 1",
    ":R owl:maxCardinality :x ; owl:onProperty :p .": "at most 0 and at most 1",
    ":C owl:disjointUnionOf ( :A :B ) .": "owl:disjointUnionOf",
    ":D owl:onDatatype xsd:integer .": "owl:onDatatype",
    ":D owl:datatypeComplementOf xsd:integer .": "owl:datatypeComplementOf",
    ":D a rdfs:Datatype .": "rdfs:Datatype",
    ":p owl:someNewAxiom :q .": "owl:someNewAxiom",
    ":p rdfs:somethingNew :q .": "rdfs:somethingNew",
    ":p a owl:SomeNewKind .": "owl:SomeNewKind",
    ":C owl:oneOf ( 1 2 ) .": "data range",
    ":p rdfs:subPropertyOf rdf:type .": "rdf:type",
    "rdfs:subClassOf rdfs:domain :C .": "rdfs:subClassOf rdfs:domain",
    "rdfs:subClassOf a owl:SymmetricProperty .": "rdfs:subClassOf rdf:type owl:SymmetricProperty",
    ":p owl:sameAs rdfs:subPropertyOf .": "owl:sameAs rdfs:subPropertyOf",
    ":p rdfs:subPropertyOf owl:bottomObjectProperty .": "owl:bottomObjectProperty",
    ":p owl:inverseOf owl:topObjectProperty .": "owl:topObjectProperty",
}
MALFORMED = {
    ":u owl:propertyChainAxiom ( ) .": "at least one property",
    ":C owl:hasKey ( ) .": "at least one property",
    ":C owl:intersectionOf ( ) .": "at least one member",
    ":C owl:intersectionOf _:l . _:l rdf:first :A ; rdf:rest _:l .": "circle",
    ":C owl:unionOf _:l . _:l rdf:first :A , :B ; rdf:rest ( ) .": "2 values of rdf:first",
    ":C owl:unionOf :l .": "0 values of rdf:first",
    ":R owl:someValuesFrom :C .": "0 values of owl:onProperty",
    ":R owl:allValuesFrom :C ; owl:onProperty :p , :q .": "2 values of owl:onProperty",
    ":x a owl:AllDisjointClasses .": "0 values of owl:members",
    ":x a owl:NegativePropertyAssertion ; owl:sourceIndividual :a .": "0 values of owl:assertionProperty",
}
USELESS = [
    ":C rdfs:subClassOf [ owl:onProperty :p ; owl:someValuesFrom :D ] .",
    ":C rdfs:subClassOf [ owl:unionOf ( :A :B ) ] .",
    ":C rdfs:subClassOf [ owl:intersectionOf ( :A [ owl:oneOf ( :a ) ] ) ] .",
    "[ owl:onProperty :p ; owl:allValuesFrom :D ] rdfs:subClassOf :C .",
    "[ owl:complementOf :D ] rdfs:subClassOf :C .",
    "[ owl:onProperty :p ; owl:someValuesFrom [ owl:onProperty :p ; owl:maxCardinality 1 ] ] rdfs:subClassOf :C .",
    ":C rdfs:subClassOf [ owl:complementOf [ owl:onProperty :p ; owl:allValuesFrom :D ] ] .",
    ":p rdfs:domain [ owl:unionOf ( :A :B ) ] .",
    ":p rdfs:range [ owl:oneOf ( :a :b ) ] .",
    ":A owl:disjointWith [ owl:onProperty :p ; owl:allValuesFrom :D ] .",
    "[] a owl:AllDisjointClasses ; owl:members ( :A [ owl:complementOf :B ] ) .",
    "[ owl:onProperty :p ; owl:someValuesFrom :D ] owl:equivalentClass [ owl:unionOf ( :A :B ) ] .",
]
USEFUL = [
    ":C rdfs:subClassOf [ owl:intersectionOf ( :A [ owl:onProperty :p ; owl:hasValue :v ] ) ] .",
    "[ owl:intersectionOf ( :A [ owl:unionOf ( :B [ owl:oneOf ( :a ) ] ) ] ) ] rdfs:subClassOf :C .",
    ":C owl:equivalentClass [ owl:onProperty :p ; owl:someValuesFrom owl:Thing ] .",
    ":C rdfs:subClassOf [ owl:complementOf [ owl:onProperty :p ; owl:someValuesFrom :D ] ] .",
    ":C rdfs:subClassOf [ owl:onProperty :p ; owl:maxQualifiedCardinality 1 ; owl:onClass :D ] .",
    ":p rdfs:range [ owl:onProperty :q ; owl:allValuesFrom xsd:string ] .",
    "xsd:string a rdfs:Datatype . :C rdfs:label 'C' ; owl:deprecated true .",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_a_construct_without_a_rule_is_refused_by_name(text: str) -> None:
    with pytest.raises(UnsupportedAxiomError, match=FOREIGN[text]):
        compile(turtle(text))


@pytest.mark.parametrize("text", MALFORMED)
def test_a_malformed_axiom_is_refused(text: str) -> None:
    with pytest.raises(UnsupportedAxiomError, match=MALFORMED[text]):
        compile(turtle(text))


@pytest.mark.parametrize("text", USELESS)
def test_an_axiom_that_no_rule_could_use_is_refused(text: str) -> None:
    with pytest.raises(UnsupportedAxiomError, match="no rule of OWL 2 RL can use"):
        compile(turtle(text))


@pytest.mark.parametrize("text", USEFUL)
def test_an_axiom_that_some_rule_can_use_is_compiled(text: str) -> None:
    assert compile(turtle(text)).ontology == tuple(sorted(turtle(text))) or "_:" in str(turtle(text))


def test_compiling_twice_gives_equal_rules() -> None:
    axioms = turtle(":C owl:intersectionOf ( :A :B ) . :p a owl:TransitiveProperty ; rdfs:domain :C .")
    assert compile(axioms) == compile(reversed([*axioms, *axioms]))
