"""What is equal is equal within class expressions and axioms too: all that the closure infers from it has a proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.reason.makers import node, reasoned

from migkg.explain import check
from migkg.names import expand

if TYPE_CHECKING:
    from migkg.explain import Proof

A, B = (node(name) for name in "AB")
SUBCLASS, TYPE = expand("rdfs:subClassOf"), expand("rdf:type")


def restricted(kind: str, *values: str) -> str:
    """:A and :B as restrictions of :p and :q, by one kind of filler each."""
    classes = zip("AB", "pq", values, strict=True)
    return " ".join(f":{c} owl:equivalentClass [ owl:onProperty :{p} ; owl:{kind} {v} ] ." for c, p, v in classes)


SCHEMA = {
    "values by a functional property": ":p a owl:FunctionalProperty . :a :p :a , :b . :p rdfs:subPropertyOf :q . "
    + restricted("hasValue", ":a", ":b"),
    "values by a chain of equals": ":a owl:sameAs :b . :c owl:sameAs :b , :d . :p rdfs:subPropertyOf :q . "
    + restricted("hasValue", ":a", ":d"),
    "literals of equal properties": ":p owl:sameAs :q . :q rdfs:subPropertyOf :q . " + restricted("hasValue", "1", "1"),
    "some, equal properties": ":p owl:sameAs :q . :C rdfs:subClassOf :D . " + restricted("someValuesFrom", ":C", ":D"),
    "some, equal classes": ":C owl:sameAs :D . :p rdfs:subPropertyOf :q . " + restricted("someValuesFrom", ":C", ":D"),
    "only, equal properties": ":p owl:sameAs :q . :C rdfs:subClassOf :D . :A rdfs:subClassOf :Z . "
    "[ owl:onProperty :p ; owl:allValuesFrom :C ] owl:equivalentClass :A . "
    "[ owl:onProperty :q ; owl:allValuesFrom :D ] owl:equivalentClass :B .",
    "only, equal classes": ":C owl:sameAs :D . :q rdfs:subPropertyOf :p . "
    "[ owl:onProperty :p ; owl:allValuesFrom :C ] owl:equivalentClass :A . "
    "[ owl:onProperty :q ; owl:allValuesFrom :D ] owl:equivalentClass :B .",
    "subclasses": ":A rdfs:subClassOf :C . :C owl:sameAs :D . :D rdfs:subClassOf :B .",
    "intersections": ":A owl:intersectionOf ( :C :D ) . :D owl:sameAs :B .",
    "unions": ":B owl:unionOf ( :C :D ) . :D owl:sameAs :A .",
    "expressions themselves": "[ owl:onProperty :p ; owl:someValuesFrom :C ] owl:sameAs :A ; rdfs:subClassOf :B .",
    "expressions by a key": ":id a owl:FunctionalProperty . :x :id :A , _:r . "
    "_:r owl:onProperty :p ; owl:someValuesFrom :C ; rdfs:subClassOf :B .",
}
FACTS = {
    "an enumeration": ":B owl:oneOf ( :a :b ) . :b owl:sameAs :c . :c owl:sameAs :x .",
    "a key of equal properties": ":C owl:hasKey ( :p ) . :p owl:sameAs :q . :x a :C ; :p 1 . :y a :C , :B ; :q 1 .",
    "a restriction's members": "[ owl:onProperty :p ; owl:someValuesFrom :C ] owl:sameAs :B . :x :p :y . :y a :C .",
    "what is said of an axiom": "[ a owl:AllDifferent ; owl:distinctMembers ( :a :b ) ; :source :x ] . "
    ":source owl:sameAs :rel . :rel rdfs:range :B .",
    "what an axiom is": "[ a owl:AllDifferent , :Note ; owl:distinctMembers ( :a :b ) ] . :of rdfs:domain :B ; "
    "owl:inverseOf :by . :Note rdfs:subClassOf [ owl:onProperty :by ; owl:hasValue :x ] .",
}


@pytest.mark.parametrize("name", SCHEMA)
def test_what_follows_about_classes_from_equals_is_proved(name: str) -> None:
    graph = reasoned(SCHEMA[name])
    assert (A, SUBCLASS, B) in graph.closure.inferred
    assert graph.unproved() == []


@pytest.mark.parametrize("name", FACTS)
def test_what_follows_about_things_from_equals_is_proved(name: str) -> None:
    graph = reasoned(FACTS[name])
    assert (node("x"), TYPE, B) in graph.closure.inferred
    assert graph.unproved() == []


def test_the_step_to_an_equal_value_is_told() -> None:
    graph = reasoned(SCHEMA["values by a functional property"])
    proof = graph.prover().prove((A, SUBCLASS, B))
    assert proof is not None
    assert {"scm-hv", "eq-rep-o", "prp-fp"} <= rules_of(proof)


def rules_of(proof: Proof) -> set[str]:
    return {proof.rule}.union(*(rules_of(premise) for premise in proof.premises))


def test_equals_take_the_short_way_through_a_class_expression() -> None:
    """That :a is in the expression is known from :b by one step; from :a's own class it would take two."""
    graph = reasoned(
        ":B rdfs:subClassOf [ owl:onProperty :p ; owl:allValuesFrom :A ] . :r a owl:InverseFunctionalProperty . "
        ":a :p :a ; :r :a . :b a :B ; :r :a ."
    )
    proof = graph.prover().prove((node("a"), TYPE, A))
    assert proof is not None
    assert (proof.rule, proof.height) == ("cls-avf", 3)


def test_a_contradiction_of_literals_is_proved_through_the_thing_that_is_both() -> None:
    graph = reasoned(
        ":q a owl:FunctionalProperty , owl:ReflexiveProperty . :a :q 1 ; owl:sameAs :d . :d owl:sameAs 2 ."
    )
    assert [clash.rule for clash in graph.closure.clashes] == ["eq-diff1"]
    proof = graph.prover().contradiction(graph.closure.clashes[0])
    assert proof is not None
    assert check(proof, graph.rules.ontology, set(graph.asserted).__contains__) == ()


def test_where_nothing_is_equal_nothing_is_copied() -> None:
    """A literal is replaced by nothing, and replaces nothing, whatever it is said to be the same as."""
    graph = reasoned(
        ":p a owl:FunctionalProperty . :x :p :a , 1 . :q rdfs:subPropertyOf :q . :A owl:equivalentClass "
        "[ owl:onProperty :q ; owl:hasValue 1 ] . :B owl:equivalentClass [ owl:onProperty :q ; owl:hasValue :a ] ."
    )
    assert (A, SUBCLASS, B) not in graph.closure.inferred
    assert graph.prover().prove((A, SUBCLASS, B)) is None
    assert graph.unproved() == []
