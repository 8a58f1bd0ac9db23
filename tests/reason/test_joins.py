"""The engine runs any Horn clause, whatever its shape: compared with naive rounds over the same clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.reason.makers import node, turtle
from tests.reason.strategies import datas

if TYPE_CHECKING:
    from migkg.model import Triple
    from migkg.rules import Atom

from migkg.explain import Memory
from migkg.explain.solve import solutions
from migkg.names import expand
from migkg.reason import close
from migkg.rules import Clause, Rules, Test, is_variable

TYPE = expand("rdf:type")
_end = st.sampled_from(["?x", "?y", "?z", node("a"), node("b")])
_link = st.tuples(_end, st.sampled_from([node("p"), node("q"), node("r")]), _end)
_kind = st.tuples(_end, st.just(TYPE), st.sampled_from([node("A"), node("B"), node("C")]))
_atom = st.one_of(_link, _kind)


@st.composite
def clauses(draw: st.DrawFn) -> Clause:
    """A clause of one to three premises whose head speaks of nothing that they do not bind."""
    body = tuple(draw(st.lists(_atom, min_size=1, max_size=3)))
    head: Atom = draw(_atom)
    bound = {part for atom in body for part in atom if is_variable(part)}
    assume({part for part in head if is_variable(part)} <= bound)
    pairs = sorted((one, other) for one in bound for other in bound if one < other)
    guards = tuple((Test.DISTINCT, *pair) for pair in pairs[:1] if draw(st.booleans()))
    return Clause(rule="any", head=head, body=body, guards=guards)


def naive(rules: Rules, triples: list[Triple]) -> set[Triple]:
    known = set(triples)
    while True:
        memory = Memory(known)
        new = {head for clause in rules.clauses for head, _ in solutions(clause, {}, memory.match)} - known
        if not new:
            return known
        known |= new


@settings(max_examples=100, deadline=None)
@given(program=st.lists(clauses(), min_size=1, max_size=4), data=datas())
def test_any_clauses_give_what_naive_rounds_give(program: list[Clause], data: str) -> None:
    rules = Rules(clauses=tuple(program), ontology=(), expressions=frozenset())
    triples = turtle(data)
    assert {*triples, *close(rules, triples).inferred} == naive(rules, triples)
