"""The instances of a clause: guards allow or forbid them, and those about literals become premises."""

from __future__ import annotations

import pytest
from tests.reason.makers import node, turtle

from migkg.explain import Memory
from migkg.explain.solve import solutions
from migkg.names import expand
from migkg.rules import Clause, Test

INTEGER = expand("xsd:integer")
DATA = turtle(':a :p 1 , 2 , "x" , "y"@en , :b .')
PAIR = ((node("a"), node("p"), "?x"), (node("a"), node("p"), "?y"))


@pytest.mark.parametrize(
    ("guard", "count", "premise"),
    [
        ((Test.DISTINCT, "?x", "?y"), 20, None),
        ((Test.UNEQUAL, "?x", "?y"), 12, expand("owl:differentFrom")),
        ((Test.INSIDE, "?x", INTEGER), 10, expand("rdf:type")),
        ((Test.OUTSIDE, "?x", INTEGER), 10, None),
    ],
)
def test_a_guard_lets_through_what_its_test_says(guard: tuple[Test, str, str], count: int, premise: str | None) -> None:
    clause = Clause(rule="any", head=("?x", node("q"), "?y"), body=PAIR, guards=(guard,))
    found = list(solutions(clause, {}, Memory(DATA).match))
    assert len(found) == count
    for _, premises in found:
        assert [triple[1] for triple in premises[2:]] == ([premise] if premise else [])


def test_a_clause_without_a_head_has_no_conclusion() -> None:
    assert list(solutions(Clause(rule="any", head=None, body=PAIR), {}, Memory(DATA).match)) == []
