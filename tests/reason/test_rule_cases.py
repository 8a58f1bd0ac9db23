"""Every rule of the OWL 2 RL tables by a case of its own: what it concludes, what it must not, what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.reason.makers import Case, notation3, reasoned, rule_cases, turtle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.explain import Proof
    from migkg.model import Triple

from migkg.errors import UnsupportedAxiomError
from migkg.explain import check
from migkg.explain.lists import DEFINITIONS
from migkg.explain.tables import RULES
from migkg.reason import compile

CASES = rule_cases()


def of(kind: str) -> list[Case]:
    return [case for case in CASES if case.kind == kind]


def expected(case: Case) -> list[Triple]:
    literal = case.expected.startswith('"') or case.expected[0].isdigit()
    return notation3(case.expected) if literal else turtle(case.expected)


def rules_in(proof: Proof) -> Iterator[str]:
    yield proof.rule
    for premise in proof.premises:
        yield from rules_in(premise)


@pytest.mark.parametrize("case", of("holds"), ids=lambda case: f"{case.rule}: {case.premises}")
def test_what_a_rule_concludes_is_inferred_and_proved_by_that_rule(case: Case) -> None:
    graph = reasoned(case.premises)
    used: set[str] = set()
    for triple in expected(case):
        proof = graph.prover().prove(triple)
        assert proof is not None
        assert check(proof, graph.rules.ontology, set(graph.asserted).__contains__) == ()
        used |= set(rules_in(proof))
        written = not triple[0].startswith('"') and proof.rule not in {
            "eq-ref",
            "cls-thing",
            "scm-cls",
            "scm-op",
            "scm-dp",
        }
        assert (triple in graph.everything()) == written
    assert case.rule in used
    assert graph.closure.clashes == ()


@pytest.mark.parametrize("case", of("not"), ids=lambda case: f"{case.rule}: {case.premises}")
def test_what_does_not_follow_is_neither_inferred_nor_proved(case: Case) -> None:
    graph = reasoned(case.premises)
    for triple in expected(case):
        assert triple not in graph.everything()
        assert graph.prover().prove(triple) is None


@pytest.mark.parametrize("case", of("clash"), ids=lambda case: f"{case.rule}: {case.premises}")
def test_a_contradiction_is_found_under_its_rule_and_proved(case: Case) -> None:
    graph = reasoned(case.premises)
    assert case.rule in {clash.rule for clash in graph.closure.clashes}
    for clash in graph.closure.clashes:
        proof = graph.prover().contradiction(clash)
        assert proof is not None
        assert check(proof, graph.rules.ontology, set(graph.asserted).__contains__) == ()


@pytest.mark.parametrize("case", of("refused"), ids=lambda case: case.expected)
def test_what_is_outside_the_profile_is_refused_by_name(case: Case) -> None:
    with pytest.raises(UnsupportedAxiomError, match=case.expected):
        compile(turtle(case.premises))


@pytest.mark.parametrize("case", of("holds") + of("clash"), ids=lambda case: f"{case.rule}: {case.premises}")
def test_all_that_is_inferred_in_a_case_has_a_proof(case: Case) -> None:
    assert reasoned(case.premises).unproved() == []


def test_every_rule_that_the_checker_knows_has_a_case() -> None:
    assert {*RULES, *DEFINITIONS} - {case.rule for case in CASES} == set()
