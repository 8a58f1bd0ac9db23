"""Proofs as values: a tree of rule applications whose leaves are asserted triples or axioms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Triple

ASSERTED = "asserted"
"""The rule of a leaf that the data state."""
AXIOM = "axiom"
"""The rule of a leaf that the ontology states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A conclusion, the rule that gives it, the proofs of its premises, and the axioms that the rule rests on.

    `rule` is a name of the OWL 2 RL tables, or `asserted` or `axiom` at a leaf. `axioms` are triples of the
    ontology, the cells of lists included. A proof of a contradiction has no conclusion.
    """

    conclusion: Triple | None
    rule: str
    premises: tuple[Proof, ...] = ()
    axioms: tuple[Triple, ...] = ()

    @property
    def height(self) -> int:
        """The number of rule applications on the longest way down; 0 for a leaf."""
        if self.rule in {ASSERTED, AXIOM}:
            return 0
        return 1 + max((premise.height for premise in self.premises), default=0)

    @property
    def steps(self) -> int:
        """The number of rule applications in the tree."""
        own = 0 if self.rule in {ASSERTED, AXIOM} else 1
        return own + sum(premise.steps for premise in self.premises)

    def leaves(self) -> Iterator[Proof]:
        """The leaves that state a triple, from left to right."""
        if self.rule in {ASSERTED, AXIOM}:
            yield self
        for premise in self.premises:
            yield from premise.leaves()
