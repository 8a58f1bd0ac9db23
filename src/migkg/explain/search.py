"""Proofs found backwards: from a triple to the rules that give it, by iterative deepening.

"Shortest" means the fewest levels between the triple and what is asserted. Among those the proof with the
fewest premises that need a proof themselves is taken, then the first in the order of rules and terms: the
same graph always gives the same proof. Levels only ever fall on the way down, so no proof rests on itself.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from migkg.explain.facts import Facts
from migkg.explain.proof import Proof
from migkg.explain.solve import solutions
from migkg.explain.source import Memory
from migkg.rules import terms as t
from migkg.rules.matching import unify
from migkg.rules.schema import UNWRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.explain.source import Source
    from migkg.model import Triple
    from migkg.rules import Clash, Clause, Rules

DEEPEST = 64
"""Levels after which the search gives up: far beyond any chain of rules in an ontology made by people."""


class Step(NamedTuple):
    """A way to a triple: how many of its premises are not leaves, the rule, the premises, the axioms."""

    open: int
    rule: str
    premises: tuple[Triple, ...]
    axioms: tuple[Triple, ...]


class Prover:
    """Finds proofs over one closed graph; what it has proved once it remembers.

    `source` looks triples up, so a prover over a store loads nothing. The graph must not change meanwhile.
    """

    def __init__(self, rules: Rules, source: Source) -> None:
        self._facts = Facts(rules, source)
        self._clauses: dict[tuple[str, str], list[Clause]] = defaultdict(list)
        for clause in (*rules.clauses, *UNWRITTEN):
            if clause.head is not None:
                self._clauses[_key(clause.head[1], clause.head[2])].append(clause)
        self._proved: dict[Triple, Proof] = {}
        self._failed: dict[Triple, int] = {}
        self._steps: dict[Triple, list[Step]] = {}

    def prove(self, target: Triple) -> Proof | None:
        """The shortest proof of a triple, or None if it does not follow."""
        known = self._facts.holds(target) or self._facts.unwritten(target)
        return self._solve(target, DEEPEST if known else 1)

    def contradiction(self, clash: Clash) -> Proof | None:
        """The proof of a clash that the closure reported: its premises with their shortest proofs."""
        premises = [self._solve(premise, DEEPEST) for premise in clash.premises]
        found = tuple(premise for premise in premises if premise is not None)
        if len(found) < len(premises):
            return None
        return Proof(conclusion=None, rule=clash.rule, premises=found, axioms=clash.axioms)

    def _solve(self, goal: Triple, limit: int) -> Proof | None:
        """A proof of at most `limit` levels, and of the fewest that there is."""
        known = self._proved.get(goal) or self._leaf(goal)
        if known is not None:
            return known if known.height <= limit else None
        for level in range(self._failed.get(goal, 0) + 1, limit + 1):
            found = self._at(goal, level)
            if found is not None:
                self._proved[goal] = found
                return found
            self._failed[goal] = level
        return None

    def _leaf(self, goal: Triple) -> Proof | None:
        leaf = self._facts.leaf(goal)
        if leaf is not None:
            self._proved[goal] = leaf
        return leaf

    def _at(self, goal: Triple, level: int) -> Proof | None:
        """A proof whose premises have fewer levels than `level`."""
        for step in self._steps_to(goal):
            premises: list[Proof] = []
            for premise in step.premises:
                proof = self._solve(premise, level - 1)
                if proof is None:
                    break
                premises.append(proof)
            else:
                return Proof(conclusion=goal, rule=step.rule, premises=tuple(premises), axioms=step.axioms)
        return None

    def _steps_to(self, goal: Triple) -> list[Step]:
        known = self._steps.get(goal)
        if known is None:
            known = self._steps[goal] = sorted({*self._by_clauses(goal), *self._by_equality(goal)})
        return known

    def _by_clauses(self, goal: Triple) -> Iterator[Step]:
        _, predicate, value = goal
        for clause in self._clauses.get(_key(predicate, value), ()):
            binding = unify(clause.head, goal, {}) if clause.head else None
            if binding is None:
                continue
            for _, premises in solutions(clause, binding, self._facts.match, self._facts.unwritten):
                if goal not in premises:
                    yield self._step(clause.rule, premises, clause.axioms)

    def _by_equality(self, goal: Triple) -> Iterator[Step]:
        """eq-rep-s, eq-rep-p and eq-rep-o, the rules whose every position is open."""
        subject, predicate, value = goal
        if predicate == t.SAME:
            return
        for twin in self._facts.twins(subject):
            yield from self._copy("eq-rep-s", (twin, t.SAME, subject), (twin, predicate, value))
        for twin in self._facts.twins(predicate):
            yield from self._copy("eq-rep-p", (twin, t.SAME, predicate), (subject, twin, value))
        for twin in self._facts.twins(value):
            yield from self._copy("eq-rep-o", (twin, t.SAME, value), (subject, predicate, twin))

    def _copy(self, rule: str, same: Iterable[str], original: Iterable[str]) -> Iterator[Step]:
        premises: tuple[Triple, Triple] = (tuple(same), tuple(original))  # type: ignore[assignment]
        if self._facts.holds(premises[1]) or self._facts.unwritten(premises[1]):
            yield self._step(rule, premises, ())

    def _step(self, rule: str, premises: tuple[Triple, ...], axioms: tuple[Triple, ...]) -> Step:
        return Step(sum(self._leaf(premise) is None for premise in premises), rule, premises, axioms)


def _key(predicate: str, value: str) -> tuple[str, str]:
    """What clauses are filed under: the property, and for memberships the class."""
    return predicate, value if predicate == t.TYPE else ""


def prove(rules: Rules, asserted: Iterable[Triple], inferred: Iterable[Triple], target: Triple) -> Proof | None:
    """The shortest proof of one triple over a closed graph in memory; for many, or over a store, see `Prover`."""
    return Prover(rules, Memory(asserted, inferred)).prove(target)
