"""The closure after a change, from the closure before it: at the cost of what the change touches.

Deletion by DRed (delete and rederive: Gupta, Mumick and Subrahmanian, 1993): all that rests on a removed triple
is taken out, then what still follows from the rest is put back; insertion is semi-naive. The graph is only
looked up. What this cannot do exactly is refused, so that the caller closes the whole graph anew: ontologies
whose rules go through class expressions or owl:Thing, owl:sameAs in the data, and anything that could clash.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.model import Term, Triple
from migkg.rules import is_literal, is_variable
from migkg.rules.literals import ill_formed
from migkg.rules.matching import allows, ground, unify
from migkg.rules.ontology import AXIOMS
from migkg.rules.terms import DIFFERENT, RESOURCE, SAME, THING, TYPE

if TYPE_CHECKING:
    from migkg.rules import Atom, Clause, Rules
    from migkg.rules.matching import Binding

Match = Callable[[Term | None, Term | None, Term | None], Iterable[Triple]]
"""Looks up the triples that agree with the terms given."""
_SILENT = AXIOMS | {SAME, DIFFERENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """What the closure (asserted and inferred triples together) lost and gained."""

    removed: frozenset[Triple]
    added: frozenset[Triple]


class Incremental:
    """Follows changes under one compiled ontology; `suits` says whether it can."""

    def __init__(self, rules: Rules) -> None:
        self.suits = not any(_beyond(clause, rules.expressions) for clause in rules.clauses)
        self._by_body: dict[tuple[str, str], list[tuple[Clause, int]]] = defaultdict(list)
        self._by_head: dict[tuple[str, str], list[Clause]] = defaultdict(list)
        for clause in rules.clauses:
            if all(atom[1] not in AXIOMS for atom in clause.body):
                for place, atom in enumerate(clause.body):
                    self._by_body[_key(atom)].append((clause, place))
                if clause.head is not None:
                    self._by_head[_key(clause.head)].append(clause)

    def follow(
        self, match: Match, asserted: Callable[[Triple], bool], removed: Iterable[Triple], added: Iterable[Triple]
    ) -> Delta | None:
        """The change of the closure, or None where the whole graph must be closed.

        `match` looks up the old closure; `asserted` tells whether a triple is asserted after the change;
        `removed` are no longer asserted, `added` are and were not before.
        """
        fresh = sorted(set(added))
        if not self.suits or any(_unsuitable(triple) for triple in fresh):
            return None
        gone = self._overdelete(match, asserted, removed)
        graph = _Changed(match, gone)
        self._rederive(graph)
        if not self._insert(graph, fresh):
            return None
        return Delta(removed=frozenset(graph.gone), added=frozenset(graph.come))

    def _overdelete(self, match: Match, asserted: Callable[[Triple], bool], removed: Iterable[Triple]) -> set[Triple]:
        gone = set(removed)
        waiting = sorted(gone)
        while waiting:
            for head in sorted(self._consequences(waiting.pop(), match)):
                if head not in gone and not asserted(head) and any(True for _ in match(*head)):
                    gone.add(head)
                    waiting.append(head)
        return gone

    def _rederive(self, graph: _Changed) -> None:
        """Put back what still follows; each that is back can bring back others."""
        waiting = [triple for triple in sorted(graph.gone) if self._follows(triple, graph)]
        graph.gone -= set(waiting)
        while waiting:
            for head in sorted(self._consequences(waiting.pop(), graph.match)):
                if head in graph.gone:
                    graph.gone.discard(head)
                    waiting.append(head)

    def _insert(self, graph: _Changed, fresh: Iterable[Triple]) -> bool:
        """Add what is asserted and what follows; False where only the whole closure can tell."""
        waiting = [triple for triple in fresh if graph.add(triple)]
        literals: set[Triple] = set()
        while waiting:
            triple = waiting.pop()
            if self._clashes(triple, graph.match):
                return False
            for head in sorted(self._consequences(triple, graph.match) - literals):
                if head[1] in _SILENT or (is_literal(head[0]) and not self._alone(head)):
                    return False
                if is_literal(head[0]):
                    literals.add(head)
                    waiting.append(head)
                elif graph.add(head):
                    waiting.append(head)
        return True

    def _alone(self, triple: Triple) -> bool:
        """Whether no rule joins a triple with others: no graph holds the classes of literals to look them up."""
        return all(len(clause.body) == 1 for clause, _ in self._entries(triple))

    def _consequences(self, triple: Triple, match: Match) -> set[Triple]:
        """What follows in one step from a triple with others of the graph."""
        found = set()
        for clause, binding in self._instances(triple, match):
            if clause.head is not None:
                head = ground(clause.head, binding)
                if not (is_literal(head[0]) and head[1] != TYPE):
                    found.add(head)
        return found

    def _clashes(self, triple: Triple, match: Match) -> bool:
        return any(clause.head is None for clause, _ in self._instances(triple, match))

    def _instances(self, triple: Triple, match: Match) -> Iterator[tuple[Clause, Binding]]:
        for clause, place in self._entries(triple):
            binding = unify(clause.body[place], triple, {})
            if binding is not None:
                rest = (*clause.body[:place], *clause.body[place + 1 :])
                for full in _join(rest, binding, match):
                    if all(allows(guard, full) for guard in clause.guards):
                        yield clause, full

    def _entries(self, triple: Triple) -> list[tuple[Clause, int]]:
        return self._by_body.get(_key(triple), [])

    def _follows(self, triple: Triple, graph: _Changed) -> bool:
        for clause in self._by_head.get(_key(triple), ()):
            binding = unify(clause.head, triple, {}) if clause.head else None
            if binding is not None and any(
                all(allows(guard, full) for guard in clause.guards) for full in _join(clause.body, binding, graph.match)
            ):
                return True
        return False


class _Changed:
    """The old closure without what is gone, with what has come."""

    def __init__(self, match: Match, gone: set[Triple]) -> None:
        self._match = match
        self.gone = gone
        self.come: set[Triple] = set()
        self._subjects: dict[tuple[str, str], set[Triple]] = defaultdict(set)
        self._objects: dict[tuple[str, str], set[Triple]] = defaultdict(set)
        self._predicates: dict[str, set[Triple]] = defaultdict(set)

    def add(self, triple: Triple) -> bool:
        """Put a triple in; False if it is there."""
        if triple in self.gone:
            self.gone.discard(triple)
            return True
        if triple in self.come or any(True for _ in self._match(*triple)):
            return False
        self.come.add(triple)
        self._subjects[triple[0], triple[1]].add(triple)
        self._objects[triple[2], triple[1]].add(triple)
        self._predicates[triple[1]].add(triple)
        return True

    def match(self, subject: Term | None, predicate: Term | None, value: Term | None) -> Iterator[Triple]:
        """The triples that agree with the terms given; the predicate is always given."""
        for triple in self._match(subject, predicate, value):
            if triple not in self.gone:
                yield triple
        yield from (t for t in self._candidates(subject, predicate, value) if value is None or t[2] == value)

    def _candidates(self, subject: Term | None, predicate: Term | None, value: Term | None) -> list[Triple]:
        name = predicate or ""
        if subject is not None:
            return list(self._subjects.get((subject, name), ()))
        found = self._predicates if value is None else None
        return list(found.get(name, ()) if found is not None else self._objects.get((value or "", name), ()))


def _beyond(clause: Clause, expressions: frozenset[str]) -> bool:
    """Whether a clause reasons through what no graph holds."""
    atoms = [*clause.body, *([clause.head] if clause.head else [])]
    if all(atom[1] in AXIOMS for atom in atoms) or SAME in {atom[1] for atom in atoms}:
        return False  # about the ontology alone; equality is looked for in the data
    words = {term for atom in atoms for term in atom}
    return bool(words & (expressions | {THING, RESOURCE}))


def _unsuitable(triple: Triple) -> bool:
    """A triple that may bring equality, axioms or a malformed literal: the whole closure sees to these."""
    value = triple[2]
    return triple[1] in _SILENT or (is_literal(value) and value.endswith(">") and ill_formed(value))


def _key(atom: Atom | Triple) -> tuple[str, str]:
    """What clauses are filed under: the property, and for memberships the class."""
    return atom[1], atom[2] if atom[1] == TYPE else ""


def _join(atoms: tuple[Atom, ...], binding: Binding, match: Match) -> Iterator[Binding]:
    if not atoms:
        yield binding
        return
    atom = min(atoms, key=lambda a: sum(is_variable(part) and part not in binding for part in a))
    rest = tuple(other for other in atoms if other is not atom)
    s, p, o = (binding.get(part) if is_variable(part) else part for part in atom)
    for triple in match(s, p, o):  # type: ignore[arg-type]  # bound parts are terms
        extended = unify(atom, triple, binding)
        if extended is not None:
            yield from _join(rest, extended, match)
