"""What counts as a thing: everything that is spoken of, but for literals and the ontology's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.names import PREFIXES, expand
from migkg.reason.graph import MASK, SHIFT
from migkg.rules import is_variable
from migkg.rules.ontology import AXIOMS
from migkg.rules.terms import FIRST, REST, THING, TYPE

if TYPE_CHECKING:
    from migkg.reason.graph import Graph
    from migkg.rules import Rules

_NAMED = {THING, expand("owl:NamedIndividual")}
_SYNTAX = tuple(f"<{PREFIXES[prefix]}" for prefix in ("owl", "rdfs"))


def individuals(graph: Graph, rules: Rules) -> set[int]:
    """The numbers of all things: subjects, objects, and the constants that rules can bring in."""
    silent = {graph.number(word) for word in AXIOMS | {FIRST, REST}}
    found = {
        number
        for prop, pairs in graph.pairs.items()
        if prop not in silent
        for pair in pairs
        for number in (pair >> SHIFT, pair & MASK)
    }
    words: set[int] = {graph.number(node) for node in rules.expressions}
    for cls, members in graph.members.items():
        name = graph.term(cls)
        if name.startswith(_SYNTAX) and name not in _NAMED:
            words |= members
        else:
            found |= members
    found |= {graph.number(term) for term in _constants(rules)}
    return {number for number in found - words if not number & 1}


def _constants(rules: Rules) -> set[str]:
    heads = [clause.head for clause in rules.clauses if clause.head is not None]
    found = {term for s, p, o in heads for term in ((s,) if p == TYPE else (s, o)) if p not in AXIOMS}
    return {term for term in found if not is_variable(term)}
