"""Axioms in a proof are written for people: no blank node is ever shown."""

from __future__ import annotations

from tests.reason.makers import node, reasoned

from migkg.explain import Writer
from migkg.names import expand

TYPE = expand("rdf:type")


def test_a_chain_is_written_with_its_list() -> None:
    graph = reasoned(":u owl:propertyChainAxiom ( :p :q :p ) . :a :p :b . :b :q :c . :c :p :d .")
    proof = graph.prover().prove((node("a"), node("u"), node("d")))
    assert proof is not None
    base = "http://example.org/"
    assert Writer(graph.rules.ontology).axioms(proof) == (
        f"{base}u owl:propertyChainAxiom ( {base}p {base}q {base}p )",
    )


def test_a_restriction_is_written_in_brackets_and_once() -> None:
    graph = reasoned(
        ":H owl:equivalentClass [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom [ owl:unionOf ( :A :B ) ] ] ."
        ":a :p :b . :b a :A ."
    )
    proof = graph.prover().prove((node("a"), TYPE, node("H")))
    assert proof is not None
    writer, base = Writer(graph.rules.ontology), "http://example.org/"
    restriction = f"[ owl:onProperty {base}p ; owl:someValuesFrom [ owl:unionOf ( {base}A {base}B ) ] ]"
    assert writer.axioms(proof) == (f"{base}H owl:equivalentClass {restriction}",)
    assert writer.axioms(proof.premises[0]) == (restriction,)


def test_literals_and_unknown_blank_nodes() -> None:
    writer = Writer(())
    assert writer.term(graph_literal := reasoned(':a :p "x"@en .').asserted[0][2]) == "x"
    assert graph_literal.startswith('"')
    assert writer.term(reasoned(":a :p [] .").asserted[0][2]) == "[  ]"
