"""Proofs are the shortest, rest on nothing but what is asserted, and are the same every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reason.makers import Reasoned, node, reasoned, turtle
from tests.reason.strategies import datas, equalities, ontologies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.explain import Proof
    from migkg.model import Term, Triple

from migkg.explain import ASSERTED, AXIOM, Memory, Prover, check, prove
from migkg.explain.solve import solutions
from migkg.names import expand
from migkg.reason import Clash, close, compile

TYPE = expand("rdf:type")

AXIOMS = """
:heldIn rdfs:subPropertyOf :at ; rdfs:range :City . :at owl:propertyChainAxiom ( :heldIn :in ) ; owl:inverseOf :hosted .
:in a owl:TransitiveProperty ; rdfs:domain :Place . :City rdfs:subClassOf :Place . :Host owl:equivalentClass
[ owl:onProperty :hosted ; owl:someValuesFrom :Edition ] . :editionOf rdfs:domain :Edition .
"""
FACTS = ":e1 :heldIn :lima ; :editionOf :f . :lima :in :peru . :peru :in :americas ."
JOURNEY = AXIOMS + FACTS


def proof_of(graph: Reasoned, triple: Triple) -> Proof:
    proof = graph.prover().prove(triple)
    assert proof is not None
    assert check(proof, graph.rules.ontology, set(graph.asserted).__contains__) == ()
    return proof


def test_an_asserted_triple_is_its_own_proof() -> None:
    graph = reasoned(JOURNEY)
    axiom = proof_of(graph, (node("City"), expand("rdfs:subClassOf"), node("Place")))
    assert (axiom.rule, axiom.height, axiom.steps, list(axiom.leaves())) == (AXIOM, 0, 0, [axiom])
    data = turtle(":a :p :b .")
    found = prove(compile([]), data, [], data[0])
    assert found is not None
    assert found.rule == ASSERTED


def test_one_step_names_rule_premises_and_axioms() -> None:
    proof = proof_of(reasoned(JOURNEY), (node("e1"), node("at"), node("lima")))
    assert proof.rule == "prp-spo1"
    assert [premise.conclusion for premise in proof.premises] == [(node("e1"), node("heldIn"), node("lima"))]
    assert proof.axioms == ((node("heldIn"), expand("rdfs:subPropertyOf"), node("at")),)


def test_a_chain_over_a_transitive_step_has_two_levels_and_three_leaves() -> None:
    proof = proof_of(reasoned(JOURNEY), (node("e1"), node("at"), node("americas")))
    assert (proof.rule, proof.height, proof.steps) == ("prp-spo2", 2, 2)
    assert [leaf.conclusion for leaf in proof.leaves()] == [
        (node("e1"), node("heldIn"), node("lima")),
        (node("lima"), node("in"), node("peru")),
        (node("peru"), node("in"), node("americas")),
    ]


def test_a_proof_goes_through_class_expressions_that_no_graph_holds() -> None:
    proof = proof_of(reasoned(JOURNEY), (node("peru"), TYPE, node("Host")))
    rules = [proof.rule, proof.premises[0].rule, *(premise.rule for premise in proof.premises[0].premises)]
    assert rules == ["cax-eqc2", "cls-svf1", "prp-inv1", "prp-dom"]


def test_what_does_not_follow_has_no_proof() -> None:
    prover = reasoned(JOURNEY).prover()
    assert prover.prove((node("lima"), node("at"), node("peru"))) is None
    assert prover.prove((node("f"), TYPE, node("City"))) is None
    assert prover.prove(('"x"', TYPE, node("City"))) is None  # type: ignore[arg-type]


def test_a_property_that_proves_itself_is_no_proof() -> None:
    graph = reasoned(":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :p . :a :r :b . :r rdfs:subPropertyOf :p .")
    proof = proof_of(graph, (node("a"), node("q"), node("b")))
    assert (proof.height, proof.rule) == (2, "prp-spo1")
    pretended = Memory(turtle(":a :r :b ."), turtle(":a :p :c . :a :q :c ."))
    assert Prover(graph.rules, pretended).prove((node("a"), node("q"), node("c"))) is None


def test_schema_triples_are_proved_through_expressions_too() -> None:
    graph = reasoned(
        ":A owl:equivalentClass [ owl:intersectionOf ( :B :C ) ] . :B rdfs:subClassOf :D . :p rdfs:domain :A ."
        ":q rdfs:subPropertyOf :p ."
    )
    proof = proof_of(graph, (node("q"), expand("rdfs:domain"), node("D")))
    assert {"scm-dom1", "scm-dom2", "scm-sco", "scm-int"} <= set(rules_of(proof))


def rules_of(proof: Proof) -> Iterator[str]:
    yield proof.rule
    for premise in proof.premises:
        yield from rules_of(premise)


def test_a_contradiction_is_proved_down_to_what_is_asserted() -> None:
    graph = reasoned(":City owl:disjointWith :Forum . :heldIn rdfs:range :City . :e :heldIn :f . :f a :Forum .")
    proof = graph.prover().contradiction(graph.closure.clashes[0])
    assert proof is not None
    assert proof.conclusion is None
    assert (proof.rule, proof.height) == ("cax-dw", 2)
    assert check(proof, graph.rules.ontology, set(graph.asserted).__contains__) == ()
    invented = Clash(rule="cax-dw", premises=((node("e"), TYPE, node("Forum")),))
    assert graph.prover().contradiction(invented) is None


def test_equality_is_proved_in_every_position() -> None:
    graph = reasoned(
        ":k a owl:FunctionalProperty . :x :k :a , :b . :a :q :c . :d :q :a . :a owl:sameAs :r . :e :r :f . :a a :A ."
    )
    for triple in turtle(":b :q :c . :d :q :b . :e :b :f . :b a :A . :r a :A ."):
        assert set(rules_of(proof_of(graph, triple))) & {"eq-rep-s", "eq-rep-p", "eq-rep-o"}


def ranks(graph: Reasoned) -> dict[Triple, int]:
    """The level of every triple by naive forward rounds: all rules over all that is known, again and again."""
    known = dict.fromkeys(graph.asserted, 0)
    level = 0
    while True:
        level += 1
        memory = Memory(known)
        new = {
            head
            for clause in graph.rules.clauses
            for head, _ in solutions(clause, {}, memory.match)
            if head not in known
        }
        new |= {copy for copy in copies(known) if copy not in known}
        if not new:
            return known
        known |= dict.fromkeys(new, level)


def copies(known: Iterable[Triple]) -> Iterator[Triple]:
    same = [(s, o) for s, p, o in known if p == expand("owl:sameAs")]
    for one, other in same:
        for s, p, o in known:
            swapped: list[Triple] = [(other, p, o)] * (s == one) + [(s, other, o)] * (p == one)
            swapped += [(s, p, other)] * (o == one)
            yield from (triple for triple in swapped if p != expand("owl:sameAs"))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ontology=st.one_of(ontologies(), equalities()), data=datas())
def test_no_proof_has_more_levels_than_the_forward_rounds_need(ontology: str, data: str) -> None:
    graph = reasoned(ontology + data)
    levels, prover = ranks(graph), graph.prover()
    for triple in graph.closure.inferred:
        proof = prover.prove(triple)
        assert proof is not None
        assert proof.height == levels[triple]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ontology=ontologies(), data=datas())
def test_a_proof_does_not_depend_on_what_was_asked_before(ontology: str, data: str) -> None:
    graph = reasoned(ontology + data)
    together = graph.prover()
    for triple in graph.closure.inferred[::-4]:
        assert together.prove(triple) == graph.prover().prove(triple)


def test_a_store_is_only_looked_up_not_read() -> None:
    """The prover asks for patterns with at least one end, except for owl:sameAs."""
    axioms, data = turtle(AXIOMS), turtle(FACTS)
    rules = compile(axioms)
    inner = Memory(data, close(rules, data).inferred)
    asked: list[tuple[Term | None, Term, Term | None]] = []

    class Watched:
        def match(self, subject: Term | None, predicate: Term, value: Term | None) -> Iterable[Triple]:
            asked.append((subject, predicate, value))
            return inner.match(subject, predicate, value)

        def asserted(self, triple: Triple) -> bool:
            return inner.asserted(triple)

    assert Prover(rules, Watched()).prove((node("americas"), TYPE, node("Host"))) is not None
    scans = [pattern for pattern in asked if pattern[0] is None and pattern[2] is None]
    assert scans == [(None, expand("owl:sameAs"), None)]
