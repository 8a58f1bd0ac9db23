"""The axioms with all that follows about classes and properties, class expressions included.

No graph holds what is said of class expressions (`reason` leaves it out), so a search closes the axioms itself.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from migkg.explain.equal import copies
from migkg.explain.solve import solutions
from migkg.explain.source import Memory
from migkg.rules.ontology import AXIOMS

if TYPE_CHECKING:
    from migkg.explain.equal import Twins
    from migkg.model import Triple
    from migkg.rules import Rules


def schema(rules: Rules, twins: Twins) -> Memory:
    """What the schema rules and equality make of the axioms, in turn as long as there is anything new.

    `twins` are the other terms that a term is said to be the same as. Two restrictions that have equal values, classes
    or properties are alike only once what is said of one has been copied to the other.
    """
    clauses = [c for c in rules.clauses if c.head and c.head[1] in AXIOMS and c.rule.startswith("scm-")]
    twins = cache(twins)
    new = {triple for triple in rules.ontology if triple[1] in AXIOMS}
    known: set[Triple] = set()
    while new:
        known |= new
        memory = Memory(known)
        found = {head for clause in clauses for head, _ in solutions(clause, {}, memory.match)}
        found.update(copy for triple in new for copy in copies(triple, twins) if copy[1] in AXIOMS)
        new = found - known
    return Memory(known)
