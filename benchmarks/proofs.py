"""Proofs of all that is inferred in a built graph: how many, by which rules, how fast, and whether they hold.

    python benchmarks/proofs.py [STORE]        (default: build/graph; `make kg` builds it)

Each inferred triple is proved as `migkg why` proves it, by look-ups in the store. Each proof is judged by the checker,
which shares nothing with the search and keeps the rules of OWL 2 RL in a copy of its own. Every leaf must be an axiom
of the ontology or asserted; a leaf of a property that claims state must be what an accepted claim says. Exits with 1
where a proof is missing or does not hold. Times are wall-clock milliseconds of the search alone.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from migkg import explain, mapping, names, pipeline, predicates, store
from migkg.api.proofs import Stored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.explain import Proof
    from migkg.model import Triple

_ONTOLOGY, _INFERRED, _FACTS = (names.graph(name) for name in (mapping.ONTOLOGY, mapping.INFERRED, mapping.FACTS))
_STATED = frozenset({*map(names.word, predicates.PREDICATES), names.word("hasTenure")} - {names.word("hasPosition")})
_ACCEPTED = "SELECT ?s ?p ?o { ?claim mf:status mf:Accepted ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"
_SHOWN = 10


def main(arguments: list[str]) -> int:
    """Prove everything and say what came of it."""
    with store.Store.open(Path(arguments[0] if arguments else "build/graph")) as opened:
        judge = Judge(opened)
        inferred = sorted(opened.triples(graph=_INFERRED))
        prover = explain.Prover(pipeline.reasoning_rules(), Stored(opened))
        seconds = []
        for triple in inferred:
            start = time.perf_counter()
            proof = prover.prove(triple)
            seconds.append(time.perf_counter() - start)
            judge.judge(triple, proof)
    say(
        f"{len(inferred):,} inferred triples, {judge.proved:,} proved, {len(judge.faults):,} without a proof that holds"
    )
    say(f"leaves: {judge.leaves['claim']:,} accepted claims, {judge.leaves['axiom']:,} axioms, ")
    say(f"        {judge.leaves['other']:,} descriptions of things, tenures, memberships, rows, articles and claims")
    times = [1000 * second for second in sorted(seconds)]
    slow = times[int(0.99 * (len(times) - 1))]
    say(f"median {statistics.median(times):.2f} ms, 99 of 100 within {slow:.2f} ms, slowest {times[-1]:.1f} ms")
    for rule, count in judge.rules.most_common():
        say(f"{count:>10,}  {rule}")
    for line in judge.faults[:_SHOWN]:
        say(line)
    return 1 if judge.faults else 0


def say(line: str) -> None:
    """A line on standard output, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class Judge:
    """Judges proofs by the tables of OWL 2 RL and their leaves by what the store asserts."""

    def __init__(self, opened: store.Store) -> None:
        self._axioms = frozenset(opened.triples(graph=_ONTOLOGY))
        self._facts = {triple for triple in opened.triples(graph=_FACTS) if triple[1] in _STATED}
        self._claimed = set(opened.query(_ACCEPTED).rows)
        self._asserted = Stored(opened).asserted
        self.proved = 0
        self.rules: Counter[str] = Counter()
        self.leaves: Counter[str] = Counter()
        self.faults: list[str] = []

    def judge(self, triple: Triple, proof: Proof | None) -> None:
        """Take a proof into account, or its absence."""
        label = " ".join(map(names.shorten, triple))
        if proof is None or proof.conclusion != triple:
            self.faults.append(f"no proof: {label}")
            return
        wrong = [*explain.check(proof, self._axioms, self._asserted), *self._unfounded(proof)]
        if wrong:
            self.faults.append(f"{label}: {wrong[0]}")
            return
        self.proved += 1
        self.rules[proof.rule] += 1

    def _unfounded(self, proof: Proof) -> Iterator[str]:
        """What a proof rests on that no accepted claim states, though claims state such things."""
        for leaf in _leaves(proof):
            if leaf.rule == explain.AXIOM:
                self.leaves["axiom"] += 1
            elif leaf.conclusion not in self._facts:
                self.leaves["other"] += 1
            else:
                self.leaves["claim"] += 1
                if leaf.conclusion not in self._claimed:
                    yield f"no accepted claim states {leaf.conclusion}"


def _leaves(proof: Proof) -> Iterator[Proof]:
    if proof.rule in {explain.ASSERTED, explain.AXIOM}:
        yield proof
    for premise in proof.premises:
        yield from _leaves(premise)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
