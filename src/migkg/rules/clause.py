"""Horn clauses: what the OWL 2 RL rules become once the ontology's axioms have been put into them.

An axiom such as `mf:heldIn rdfs:subPropertyOf mf:placeOf` turns prp-spo1 into the clause
`?x mf:placeOf ?y <- ?x mf:heldIn ?y`. A clause remembers the rule's name and the axioms, so that a
proof can name both. Variables are strings that begin with a question mark; all else are terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from migkg.model import Triple

Atom = tuple[str, str, str]
"""A triple pattern: each position a term or a variable; the predicate is always a term."""


class Test(StrEnum):
    """What a guard asks of the values that its clause has bound."""

    DISTINCT = "distinct"
    """Two terms are not the same term."""
    UNEQUAL = "unequal"
    """Two literals certainly denote different values (dt-diff)."""
    OUTSIDE = "outside"
    """A literal certainly denotes no value of a datatype (dt-not-type)."""
    INSIDE = "inside"
    """A literal denotes a value of a datatype (dt-type2)."""

    __test__ = False  # not a test class, whatever pytest makes of the name


Guard = tuple[Test, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """If every atom of `body` holds and every guard allows, `head` holds; without a head: a contradiction.

    `rule` is the name in the tables of OWL 2 Profiles, section 4.3; `axioms` are the triples of the
    ontology that the rule was compiled from, list cells included.
    """

    rule: str
    head: Atom | None
    body: tuple[Atom, ...]
    axioms: tuple[Triple, ...] = ()
    guards: tuple[Guard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A compiled ontology.

    `ontology` are its triples, sorted; `expressions` the blank nodes that stand for class expressions
    and lists, which no published triple mentions.
    """

    clauses: tuple[Clause, ...]
    ontology: tuple[Triple, ...]
    expressions: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Clash:
    """A contradiction: the rule that found it, the triples that clash, the axioms they clash under."""

    rule: str
    premises: tuple[Triple, ...]
    axioms: tuple[Triple, ...] = ()


def is_variable(term: str) -> bool:
    """Whether a position of an atom is a variable."""
    return term.startswith("?")


def is_literal(term: str) -> bool:
    """Whether a term is a literal."""
    return term.startswith('"')
