"""What a closure holds, what it leaves out, and what it refuses."""

from __future__ import annotations

import pytest
from tests.reason.makers import node, reasoned, turtle

from migkg.errors import DataError
from migkg.names import expand
from migkg.reason import Clash, close, compile

TYPE = expand("rdf:type")


def test_an_axiom_among_the_data_is_refused_by_name() -> None:
    with pytest.raises(DataError, match=r"rdfs:subClassOf.*belong into the ontology"):
        close(compile([]), turtle(":A rdfs:subClassOf :B ."))


def test_axioms_of_the_ontology_may_be_repeated_among_the_data() -> None:
    axioms = turtle(":A rdfs:subClassOf :B .")
    assert close(compile(axioms), [*axioms, *turtle(":a a :A .")]).inferred == ((node("a"), TYPE, node("B")),)


def test_memberships_in_class_expressions_and_everything_stay_unwritten() -> None:
    graph = reasoned(
        ":p rdfs:domain owl:Thing . :H owl:equivalentClass [ owl:onProperty :p ; owl:someValuesFrom :A ] . "
        ":a :p :b . :b a :A ."
    )
    assert graph.closure.inferred == ((node("a"), TYPE, node("H")),)


def test_blank_nodes_of_the_data_are_things_like_any_other() -> None:
    axioms, data = turtle(":p rdfs:range :A ."), turtle(":a :p [ :q :b ] .")
    anonymous = next(triple[2] for triple in data if triple[2].startswith("_:"))
    assert (anonymous, TYPE, node("A")) in close(compile(axioms), data).inferred


def test_a_literal_never_becomes_a_subject() -> None:
    graph = reasoned(':p owl:inverseOf :q . :p rdfs:range :A . :q a owl:SymmetricProperty . :a :p "x" ; :q "y" .')
    assert [triple for triple in graph.closure.inferred if triple[0].startswith('"')] == []


def test_a_clash_says_rule_premises_and_axioms() -> None:
    graph = reasoned(":A owl:disjointWith :B . :a a :A , :B .")
    disjoint = (node("A"), expand("owl:disjointWith"), node("B"))
    premises = ((node("a"), TYPE, node("A")), (node("a"), TYPE, node("B")))
    assert graph.closure.clashes == (Clash(rule="cax-dw", premises=premises, axioms=(disjoint,)),)


def test_each_pair_of_an_asymmetric_property_clashes_once() -> None:
    assert len(reasoned(":p a owl:AsymmetricProperty . :a :p :b . :b :p :a .").closure.clashes) == 1


def test_equal_things_share_what_is_said_of_either() -> None:
    graph = reasoned(":p a owl:FunctionalProperty . :a :p :b , :c . :b :q :d . :e :q :c . :c a :A . :b :r :b .")
    said = {triple for triple in graph.everything() if triple[0] in {node("b"), node("c")}}
    swap = {node("b"): node("c"), node("c"): node("b")}
    assert {(swap[s], p, swap.get(o, o)) for s, p, o in said if p != expand("owl:sameAs")} == {
        triple for triple in said if triple[1] != expand("owl:sameAs")
    }
    assert (node("e"), node("q"), node("b")) in graph.everything()


def test_equality_learned_late_reaches_what_was_known_early() -> None:
    graph = reasoned(
        ":p owl:propertyChainAxiom ( :q :q ) . :p a owl:FunctionalProperty . :s rdfs:subPropertyOf :t . "
        ":a :q :b , :e . :b :q :c . :e :q :d . :c :s :x . :y :s :d ."
    )
    assert {(node("d"), node("t"), node("x")), (node("y"), node("t"), node("c"))} <= graph.everything()
    assert graph.unproved() == []


def test_individuals_are_things_but_the_words_of_the_ontology_are_not() -> None:
    graph = reasoned(
        ":C a owl:Class ; rdfs:label 'c' ; owl:intersectionOf ( owl:Thing :D ) . :D a owl:Class . :p a owl:ObjectProperty ; "
        "rdfs:label 'p' . :k a owl:ReflexiveProperty . :E owl:equivalentClass [ owl:onProperty :p ; owl:hasValue :v ] . "
        ":a a :D . :b :p 'text' . :e a :E . :n a owl:NamedIndividual ."
    )
    selves = {s for s, p, o in graph.closure.inferred if p == node("k")}
    assert selves == {node(name) for name in ("a", "b", "e", "v", "n")}
    assert (node("a"), TYPE, node("C")) in graph.closure.inferred
    assert graph.unproved() == []


def test_rules_over_constants_and_repeated_nodes() -> None:
    graph = reasoned(
        ":H owl:equivalentClass [ owl:onProperty :p ; owl:hasValue :v ] . :a :p :v , :w . :b a :H . "
        ":u owl:propertyChainAxiom ( :p :q ) . :w :q :a . :i a owl:IrreflexiveProperty . :a :i :b . :b :i :b ."
    )
    assert (node("a"), TYPE, node("H")) in graph.closure.inferred
    assert (node("b"), node("p"), node("v")) in graph.closure.inferred
    assert (node("a"), node("u"), node("a")) in graph.closure.inferred
    assert [clash.rule for clash in graph.closure.clashes] == ["prp-irp"]


def test_malformed_literals_clash_where_they_are_asserted_only() -> None:
    graph = reasoned(':p rdfs:subPropertyOf :q . :a :p "abc"^^xsd:integer .')
    assert [clash.premises for clash in graph.closure.clashes] == [((node("a"), node("p"), graph.asserted[1][2]),)]


def test_nothing_follows_from_nothing() -> None:
    closure = close(compile([]), [])
    assert closure.inferred == ()
    assert closure.clashes == ()
