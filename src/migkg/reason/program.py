"""The clauses, sorted by what sets them off: a property or a class, and the shape that can be run in bulk."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg.reason.joins import plan
from migkg.rules import is_variable
from migkg.rules.terms import TYPE

if TYPE_CHECKING:
    from migkg.reason.graph import Graph
    from migkg.reason.joins import Join
    from migkg.rules import Atom, Clause


@dataclass(slots=True)
class PropertyRules:
    """What new triples of one property set off: other properties and classes, by number, and joins."""

    same_way: list[int] = field(default_factory=list)
    other_way: list[int] = field(default_factory=list)
    subject_classes: list[int] = field(default_factory=list)
    object_classes: list[int] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)


@dataclass(slots=True)
class ClassRules:
    """What new members of one class set off: wider classes, by number, and joins."""

    wider: list[int] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)


class Program:
    """All clauses of a compiled ontology, ready to run over one graph."""

    def __init__(self, graph: Graph, clauses: tuple[Clause, ...]) -> None:
        self.properties: defaultdict[int, PropertyRules] = defaultdict(PropertyRules)
        self.classes: defaultdict[int, ClassRules] = defaultdict(ClassRules)
        self.facts: list[Clause] = []
        for clause in clauses:
            if not clause.body:
                self.facts.append(clause)
            elif not self._bulk(graph, clause):
                self._join(graph, clause)

    def _bulk(self, graph: Graph, clause: Clause) -> bool:
        """File a clause with one premise and nothing but plain variables under its bulk shape, if it has one."""
        if len(clause.body) != 1 or clause.head is None or clause.guards:
            return False
        (subject, predicate, value), (s, p, o) = clause.body[0], clause.head
        if predicate == TYPE:
            if p != TYPE or s != subject or not is_variable(subject):
                return False
            _file(self.classes[graph.number(value)].wider, graph.number(o))
            return True
        if not (is_variable(subject) and is_variable(value)) or subject == value:
            return False
        shape = self._shapes(graph.number(predicate)).get(_signature((subject, value), (s, p, o)))
        if shape is None:
            return False
        _file(shape, graph.number(o if p == TYPE else p))
        return True

    def _shapes(self, predicate: int) -> dict[str, list[int]]:
        rules = self.properties[predicate]
        return {
            "x type": rules.subject_classes,
            "y type": rules.object_classes,
            "x y": rules.same_way,
            "y x": rules.other_way,
        }

    def _join(self, graph: Graph, clause: Clause) -> None:
        for entry, (_, predicate, value) in enumerate(clause.body):
            join = plan(graph, clause, entry)
            if predicate == TYPE:
                self.classes[graph.number(value)].joins.append(join)
            else:
                self.properties[graph.number(predicate)].joins.append(join)


def _file(targets: list[int], target: int) -> None:
    if target not in targets:
        targets.append(target)


def _signature(variables: tuple[str, str], head: Atom) -> str:
    """How a head uses the two variables of its only premise: `x y`, `y x`, `x type`, `y type`, or something else."""
    names = dict(zip(variables, "xy", strict=True))
    second = "type" if head[1] == TYPE and not is_variable(head[2]) else names.get(head[2], "")
    return f"{names.get(head[0], '')} {second}"
