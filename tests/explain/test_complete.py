"""Every inferred triple of the shipped graph has a proof that holds, down to claims and axioms.

The checker shares nothing with the search. What its leaves rest on is looked up here: a fact of a property that claims
state must have an accepted claim; all else that is asserted describes things, rows, articles and claims.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from migkg import mapping, names, predicates, store
from migkg.explain import Prover, check
from migkg.explain.proof import ASSERTED, AXIOM
from migkg.explain.source import Memory
from migkg.model import DEFAULT_GRAPH
from migkg.pipeline import reasoning_rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from migkg.explain.proof import Proof
    from migkg.model import Triple

FACTS, INFERRED, ONTOLOGY = (names.graph(name) for name in (mapping.FACTS, mapping.INFERRED, mapping.ONTOLOGY))
UNASSERTED = {DEFAULT_GRAPH, INFERRED, ONTOLOGY, names.graph(mapping.FINDINGS)}
STATED = frozenset({*map(names.word, predicates.PREDICATES), names.word("hasTenure")} - {names.word("hasPosition")})


def leaves(proof: Proof) -> Iterator[Proof]:
    if proof.rule in {ASSERTED, AXIOM}:
        yield proof
    for premise in proof.premises:
        yield from leaves(premise)


def accepted(opened: store.Store) -> set[Triple]:
    """What accepted claims state."""
    found = opened.query(
        "SELECT ?s ?p ?o { ?claim mf:status mf:Accepted ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"
    )
    return set(found.rows)  # type: ignore[arg-type]  # every row binds all three


@pytest.mark.unmeasured
def test_every_inferred_triple_has_a_proof_down_to_claims_and_axioms(graph_store: Path) -> None:
    with store.Store.open(graph_store) as opened:
        quads = list(opened.quads())
        claimed = accepted(opened)
    inferred = sorted(quad[:3] for quad in quads if quad[3] == INFERRED)
    axioms = frozenset(quad[:3] for quad in quads if quad[3] == ONTOLOGY)
    asserted = {quad[:3] for quad in quads if quad[3] not in UNASSERTED}
    facts = {quad[:3] for quad in quads if quad[3] == FACTS and quad[1] in STATED}
    prover = Prover(reasoning_rules(), Memory(asserted, inferred))
    proved: Counter[str] = Counter()
    for triple in inferred:
        proof = prover.prove(triple)
        assert proof is not None, triple
        assert proof.conclusion == triple
        assert check(proof, axioms, asserted.__contains__) == (), triple
        proved[proof.rule] += 1
        for leaf in leaves(proof):
            assert leaf.conclusion is not None
            if leaf.rule == ASSERTED and leaf.conclusion in facts:
                assert leaf.conclusion in claimed, leaf.conclusion
    assert sum(proved.values()) == len(inferred) > 30_000
