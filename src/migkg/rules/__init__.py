"""The ontology's axioms, compiled into the Horn clauses of OWL 2 RL: what `reason` runs and `explain` searches."""

from migkg.rules.clause import Atom, Clash, Clause, Guard, Rules, Test, is_literal, is_variable
from migkg.rules.compiler import compile

__all__ = ["Atom", "Clash", "Clause", "Guard", "Rules", "Test", "compile", "is_literal", "is_variable"]
