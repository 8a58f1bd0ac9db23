"""The judge of proofs accepts what the tables allow and refuses every way of cheating."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.reason.makers import Reasoned, node, reasoned, rule_cases, turtle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Triple

from migkg.explain import ASSERTED, AXIOM, Proof, check
from migkg.names import expand

TYPE = expand("rdf:type")
CASES = [case for case in rule_cases() if case.kind in {"holds", "clash"}]
STRANGER = node("stranger")


def faults(graph: Reasoned, proof: Proof) -> tuple[str, ...]:
    return check(proof, graph.rules.ontology, set(graph.asserted).__contains__)


def proofs(graph: Reasoned) -> Iterator[Proof]:
    prover = graph.prover()
    found = [prover.prove(triple) for triple in graph.closure.inferred]
    found += [prover.contradiction(clash) for clash in graph.closure.clashes]
    for proof in found:
        assert proof is not None
        yield proof


def corrupted(proof: Proof) -> Iterator[Proof]:
    """Proofs with one thing wrong each."""
    yield replace(proof, rule="no-such-rule")
    yield replace(proof, rule=ASSERTED)
    yield replace(proof, rule=AXIOM)
    if proof.conclusion is None:
        yield replace(proof, conclusion=(STRANGER, TYPE, STRANGER))
    else:
        yield replace(proof, conclusion=None)
        yield replace(proof, conclusion=(STRANGER, *proof.conclusion[1:]))
        yield replace(proof, conclusion=(*proof.conclusion[:2], STRANGER))
    for position, premise in enumerate(proof.premises):
        if premise.conclusion is not None:
            stranger = (STRANGER, *premise.conclusion[1:])
            swapped = replace(premise, conclusion=stranger)
            yield replace(proof, premises=(*proof.premises[:position], swapped, *proof.premises[position + 1 :]))
    for position in range(len(proof.axioms)):
        yield replace(proof, axioms=proof.axioms[:position] + proof.axioms[position + 1 :])
    yield replace(proof, axioms=(*proof.axioms, (STRANGER, TYPE, STRANGER)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.premises}")
def test_every_corruption_of_a_proof_is_refused(case: object) -> None:
    graph = reasoned(case.premises)  # type: ignore[attr-defined]
    for proof in proofs(graph):
        assert faults(graph, proof) == ()
        needless = {"rdf:type", "owl:AllDifferent", "owl:AllDisjointClasses", "owl:NegativePropertyAssertion"}
        for wrong in corrupted(proof):
            if _lacks_only_a_declaration(proof, wrong, {expand(word) for word in needless}):
                continue
            assert faults(graph, wrong) != (), wrong


def _lacks_only_a_declaration(proof: Proof, wrong: Proof, words: set[str]) -> bool:
    """prp-npa1 and prp-npa2 need no declaration of the node, and eq-diff1 may rest on the same triple twice."""
    lost = set(proof.axioms) - set(wrong.axioms)
    return proof.rule.startswith("prp-npa") and bool(lost) and all(triple[1] in words for triple in lost)


def leaf(triple: Triple, rule: str = ASSERTED) -> Proof:
    return Proof(conclusion=triple, rule=rule)


def test_a_leaf_must_be_stated() -> None:
    graph = reasoned(":A rdfs:subClassOf :B . :a a :A .")
    assert faults(graph, leaf((node("a"), TYPE, node("B")))) != ()
    assert faults(graph, leaf((node("a"), TYPE, node("B")), AXIOM)) != ()
    assert faults(graph, Proof(conclusion=None, rule=ASSERTED)) != ()
    assert faults(graph, leaf((node("a"), TYPE, node("A")))) == ()


def test_a_contradiction_is_no_premise() -> None:
    graph = reasoned(":A rdfs:subClassOf :B . :a a :A .")
    absurd = Proof(conclusion=None, rule="cls-nothing2", premises=(leaf((node("a"), TYPE, node("A"))),))
    axioms = ((node("A"), expand("rdfs:subClassOf"), node("B")),)
    proof = Proof(conclusion=(node("a"), TYPE, node("B")), rule="cax-sco", premises=(absurd,), axioms=axioms)
    assert len(faults(graph, proof)) == 2


def test_a_fault_deep_in_a_proof_is_found() -> None:
    graph = reasoned(":A rdfs:subClassOf :B . :B rdfs:subClassOf :C . :a a :A .")
    proof = graph.prover().prove((node("a"), TYPE, node("C")))
    assert proof is not None
    inner = replace(proof.premises[0], premises=(leaf((node("b"), TYPE, node("A"))),))
    assert faults(graph, replace(proof, premises=(inner,))) != ()


@pytest.mark.parametrize(
    ("rule", "conclusion"),
    [
        ("eq-ref", ":a owl:sameAs :b ."),
        ("cls-thing", ":a a :A ."),
        ("dt-eq", ":a owl:sameAs :a ."),
        ("dt-diff", ":a owl:differentFrom :b ."),
        ("dt-type2", ":a a xsd:integer ."),
        ("dt-not-type", ":a a xsd:integer ."),
        ("prp-key", ":a a :A ."),
        ("prp-spo2", ":a :p :b ."),
        ("cls-oo", ":a a :A ."),
    ],
)
def test_a_rule_without_its_premises_proves_nothing(rule: str, conclusion: str) -> None:
    graph = reasoned(":x :y :z .")
    assert faults(graph, Proof(conclusion=turtle(conclusion)[0], rule=rule)) != ()
    assert faults(graph, Proof(conclusion=None, rule=rule)) != ()


def test_a_broken_list_proves_nothing() -> None:
    graph = reasoned(":u owl:propertyChainAxiom ( :p :q ) . :a :p :b . :b :q :c .")
    proof = graph.prover().prove((node("a"), node("u"), node("c")))
    assert proof is not None
    cells = [axiom for axiom in proof.axioms if axiom[1] == expand("rdf:rest")]
    assert len(cells) == 2
    for cell in cells:
        assert faults(graph, replace(proof, axioms=tuple(axiom for axiom in proof.axioms if axiom != cell))) != ()
