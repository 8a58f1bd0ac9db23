"""Facts about the ontology's own blank nodes: class expressions, lists and axioms spoken of as if they were things.

No graph holds them (`reason` leaves them out), though what is said of named things may follow from them, as where
the source of an axiom is given and the source of anything is a document.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from migkg.explain.equal import copies, twins
from migkg.explain.solve import solutions
from migkg.explain.source import Memory
from migkg.rules import terms as t
from migkg.rules.matching import unify
from migkg.rules.ontology import AXIOMS, KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from migkg.explain.solve import Match
    from migkg.model import Term, Triple
    from migkg.rules import Atom, Clause, Rules

    By = dict[str, list[tuple[Atom, Clause]]]

_SYNTAX = AXIOMS | {t.FIRST, t.REST}


def spoken(rules: Rules, match: Match, unwritten: Callable[[Triple], bool]) -> Memory:
    """The facts about blank nodes that may follow from others about them.

    What is `unwritten` is taken for true as it is in a search: these are the facts that are worth a try.
    What is said of a named thing is not copied to a blank node that is the same; its name can be used throughout.
    """
    hidden = rules.expressions
    new = {triple for triple in rules.ontology if _is_fact(triple, hidden)}
    clauses = _by_predicate(rules.clauses) if new else {}
    known: set[Triple] = set()
    while new:
        known |= new
        both = partial(_match, match, Memory(known))
        found = {head for triple in new for head in _heads(triple, clauses, both, unwritten)}
        new = {head for head in found if _is_fact(head, hidden)} - known
    return Memory(known)


def _is_fact(triple: Triple, hidden: frozenset[str]) -> bool:
    """Whether a triple says of a blank node what one may say of a thing; members of class expressions are left out."""
    subject, predicate, value = triple
    if predicate == t.TYPE:
        return subject in hidden and value not in KINDS
    return predicate not in _SYNTAX and (subject in hidden or value in hidden)


def _by_predicate(clauses: Iterable[Clause]) -> By:
    """The clauses under the properties of their premises."""
    found: By = defaultdict(list)
    for clause in clauses:
        for atom in clause.body:
            found[atom[1]].append((atom, clause))
    return found


def _match(
    match: Match, memory: Memory, subject: Term | None, predicate: Term, value: Term | None
) -> tuple[Triple, ...]:
    return *match(subject, predicate, value), *memory.match(subject, predicate, value)


def _heads(triple: Triple, clauses: By, match: Match, unwritten: Callable[[Triple], bool]) -> Iterator[Triple]:
    yield from copies(triple, lambda term: twins(term, match))
    for atom, clause in clauses.get(triple[1], ()):
        binding = unify(atom, triple, {})
        if binding is not None:
            yield from (head for head, _ in solutions(clause, binding, match, unwritten))
