"""Rules with more than one premise, as joins: from each new triple outwards, a set of rows at a time.

A row is a tuple of the numbers bound so far; a clause's variables have fixed positions in it. Each
premise in turn is the one that the new triples match, the others are looked up in the whole graph.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.reason.graph import MASK, SHIFT
from migkg.rules import Test, is_variable
from migkg.rules.literals import inside, unequal
from migkg.rules.terms import TYPE

if TYPE_CHECKING:
    from migkg.reason.graph import Graph
    from migkg.rules import Atom, Clause, Guard

Row = tuple[int, ...]
Rows = list[Row]
Step = Callable[[Rows], Rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """One clause, entered at one premise: `seed` turns new pairs or members into rows, `steps` extend them."""

    clause: Clause
    seed: Callable[[Collection[int]], Rows]
    steps: tuple[Step, ...]
    slots: dict[str, int]

    def run(self, new: Collection[int]) -> Rows:
        """All rows that the new triples complete, with what is known."""
        rows = self.seed(new)
        for step in self.steps:
            if not rows:
                break
            rows = step(rows)
        return rows


def plan(graph: Graph, clause: Clause, entry: int) -> Join:
    """A join for the case that premise number `entry` is new; registers the indexes that it needs."""
    slots: dict[str, int] = {}
    seed = _seed(graph, clause.body[entry], slots)
    steps: list[Step] = []
    waiting = [atom for position, atom in enumerate(clause.body) if position != entry]
    guards = list(clause.guards)
    while True:
        for guard in [g for g in guards if _ready(g, slots)]:
            guards.remove(guard)
            steps.append(_guard(graph, guard, slots))
        if not waiting:
            return Join(clause=clause, seed=seed, steps=tuple(steps), slots=slots)
        atom = min(waiting, key=lambda a: _cost(a, slots))
        waiting.remove(atom)
        steps.append(_step(graph, atom, slots))


def _free(term: str, slots: dict[str, int]) -> bool:
    return is_variable(term) and term not in slots


def _cost(atom: Atom, slots: dict[str, int]) -> int:
    """Filters first, then look-ups, then scans."""
    return (0 if atom[1] == TYPE else _free(atom[2], slots)) + 2 * _free(atom[0], slots) * (1 + (atom[1] == TYPE))


def _ready(guard: Guard, slots: dict[str, int]) -> bool:
    return not any(_free(term, slots) for term in guard[1:])


def _seed(graph: Graph, atom: Atom, slots: dict[str, int]) -> Callable[[Collection[int]], Rows]:
    subject, predicate, value = atom
    if predicate == TYPE:
        return _seed_members(graph, subject, slots)
    if is_variable(subject) and is_variable(value):
        if subject == value:
            slots[subject] = 0
            return lambda new: [(pair & MASK,) for pair in new if pair >> SHIFT == pair & MASK]
        slots.update({subject: 0, value: 1})
        return lambda new: [(pair >> SHIFT, pair & MASK) for pair in new]
    return _seed_constant(graph, subject, value, slots)


def _seed_members(graph: Graph, subject: str, slots: dict[str, int]) -> Callable[[Collection[int]], Rows]:
    if is_variable(subject):
        slots[subject] = 0
        return lambda new: [(member,) for member in new]
    wanted = graph.number(subject)
    return lambda new: [()] * (wanted in new)


def _seed_constant(graph: Graph, subject: str, value: str, slots: dict[str, int]) -> Callable[[Collection[int]], Rows]:
    if is_variable(subject):
        slots[subject] = 0
        wanted = graph.number(value)
        return lambda new: [(pair >> SHIFT,) for pair in new if pair & MASK == wanted]
    first = graph.number(subject)
    if is_variable(value):
        slots[value] = 0
        return lambda new: [(pair & MASK,) for pair in new if pair >> SHIFT == first]
    both = first << SHIFT | graph.number(value)
    return lambda new: [()] * (both in new)


def _step(graph: Graph, atom: Atom, slots: dict[str, int]) -> Step:
    subject, predicate, value = atom
    if predicate == TYPE:
        return _member_step(graph, subject, graph.number(value), slots)
    prop = graph.number(predicate)
    known = not _free(subject, slots), not _free(value, slots)
    if known == (True, True):
        return _pair_filter(graph, prop, _reader(graph, subject, slots), _reader(graph, value, slots))
    if known == (True, False):
        read, index = _reader(graph, subject, slots), graph.index_subject(prop)
        slots[value] = len(slots)
    elif known == (False, True):
        read, index = _reader(graph, value, slots), graph.index_object(prop)
        slots[subject] = len(slots)
    else:
        return _pair_scan(graph, prop, subject, value, slots)
    return lambda rows: [(*row, other) for row in rows for other in index.get(read(row), ())]


def _reader(graph: Graph, term: str, slots: dict[str, int]) -> Callable[[Row], int]:
    if is_variable(term):
        slot = slots[term]
        return lambda row: row[slot]
    constant = graph.number(term)
    return lambda _: constant


def _member_step(graph: Graph, subject: str, cls: int, slots: dict[str, int]) -> Step:
    members = graph.members[cls]
    if _free(subject, slots):
        slots[subject] = len(slots)
        return lambda rows: [(*row, member) for row in rows for member in members]
    read = _reader(graph, subject, slots)
    return lambda rows: [row for row in rows if read(row) in members]


def _pair_filter(graph: Graph, prop: int, subject: Callable[[Row], int], value: Callable[[Row], int]) -> Step:
    pairs = graph.pairs[prop]
    return lambda rows: [row for row in rows if subject(row) << SHIFT | value(row) in pairs]


def _pair_scan(graph: Graph, prop: int, subject: str, value: str, slots: dict[str, int]) -> Step:
    pairs = graph.pairs[prop]
    slots[subject] = len(slots)
    if subject == value:
        return lambda rows: [(*row, p & MASK) for row in rows for p in pairs if p >> SHIFT == p & MASK]
    slots[value] = len(slots)
    return lambda rows: [(*row, p >> SHIFT, p & MASK) for row in rows for p in pairs]


def _guard(graph: Graph, guard: Guard, slots: dict[str, int]) -> Step:
    test, first, second = guard
    one, other = _reader(graph, first, slots), _reader(graph, second, slots)
    if test is Test.DISTINCT:
        return lambda rows: [row for row in rows if one(row) != other(row)]
    judge = _JUDGES[test]
    terms = graph.terms
    return lambda rows: [row for row in rows if one(row) & 1 and judge(terms[one(row) >> 1], terms[other(row) >> 1])]


_JUDGES: dict[Test, Callable[[str, str], bool]] = {
    Test.UNEQUAL: lambda one, other: other.startswith('"') and unequal(one, other),
    Test.OUTSIDE: lambda literal, datatype: inside(literal, datatype) is False,
    Test.INSIDE: lambda literal, datatype: inside(literal, datatype) is True,
}
