"""The laws of a closure: monotone, idempotent, indifferent to order and repetition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reason.makers import turtle
from tests.reason.strategies import datas, ontologies

if TYPE_CHECKING:
    from migkg.model import Triple

from migkg.reason import close, compile
from migkg.rules.ontology import AXIOMS


@settings(max_examples=50, deadline=None)
@given(ontology=ontologies(), less=datas(), more=datas())
def test_monotone(ontology: str, less: str, more: str) -> None:
    rules = compile(turtle(ontology))
    small, large = turtle(less), [*turtle(less), *turtle(more)]
    first, second = close(rules, small), close(rules, large)
    assert {*small, *first.inferred} <= {*large, *second.inferred}
    assert set(first.clashes) <= set(second.clashes)


@settings(max_examples=50, deadline=None)
@given(ontology=ontologies(), data=datas())
def test_idempotent(ontology: str, data: str) -> None:
    rules, triples = compile(turtle(ontology)), turtle(data)
    once = close(rules, triples)
    schema = set(close(rules, ()).inferred)
    axioms = {triple for triple in once.inferred if triple[1] in AXIOMS}  # data may imply, but not state, an axiom
    again = close(rules, [*triples, *(triple for triple in once.inferred if triple not in schema | axioms)])
    assert set(again.inferred) <= schema | axioms
    assert again.clashes == once.clashes


@settings(max_examples=50, deadline=None)
@given(ontology=ontologies(), data=datas(), seed=st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(ontology: str, data: str, seed: object) -> None:
    axioms, triples = turtle(ontology), turtle(data)
    shuffled: list[Triple] = [*triples, *triples]
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    turned = [*reversed(axioms), *axioms]
    assert close(compile(turned), shuffled) == close(compile(axioms), triples)


@settings(max_examples=50, deadline=None)
@given(ontology=ontologies(), data=datas())
def test_nothing_asserted_is_inferred_and_all_is_sorted(ontology: str, data: str) -> None:
    axioms, triples = turtle(ontology), turtle(data)
    closure = close(compile(axioms), triples)
    assert set(closure.inferred).isdisjoint({*axioms, *triples})
    assert list(closure.inferred) == sorted(set(closure.inferred))
    assert list(closure.clashes) == sorted(set(closure.clashes))
