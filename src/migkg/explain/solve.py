"""The instances of a clause in a graph: all ways to make its premises true, given some of its variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.model import Term
from migkg.rules import Test, is_variable
from migkg.rules import terms as t
from migkg.rules.matching import allows, ground, unify, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from migkg.model import Triple
    from migkg.rules import Atom, Clause, Guard
    from migkg.rules.matching import Binding

    Match = Callable[[Term | None, Term, Term | None], Iterable[Triple]]


def solutions(
    clause: Clause,
    binding: Binding,
    match: Match,
    unwritten: Callable[[Triple], bool] = lambda _: False,
) -> Iterator[tuple[Triple, tuple[Triple, ...]]]:
    """Head and premises of each instance; what is `unwritten` is taken for true, to be proved by whoever asks.

    A guard that speaks of literals becomes a premise of its own.
    """
    if clause.head is None:
        return
    for found in _join(clause.body, binding, match, unwritten):
        if all(allows(guard, found) for guard in clause.guards):
            extra = tuple(p for guard in clause.guards for p in _premise(guard, found))
            yield ground(clause.head, found), (*(ground(atom, found) for atom in clause.body), *extra)


def _join(
    atoms: Sequence[Atom], binding: Binding, match: Match, unwritten: Callable[[Triple], bool]
) -> Iterator[Binding]:
    if not atoms:
        yield binding
        return
    best = min(range(len(atoms)), key=lambda i: _unbound(atoms[i], binding))
    atom, rest = atoms[best], [*atoms[:best], *atoms[best + 1 :]]
    if not _unbound(atom, binding) and unwritten(ground(atom, binding)):
        yield from _join(rest, binding, match, unwritten)
        return
    subject, predicate, value = (binding.get(part) if is_variable(part) else Term(part) for part in atom)
    if predicate is None:
        return
    for triple in match(subject, predicate, value):
        extended = unify(atom, triple, binding)
        if extended is not None:
            yield from _join(rest, extended, match, unwritten)


def _unbound(atom: Atom, binding: Binding) -> int:
    """How many positions are open; memberships come last among equals, for a class may be large."""
    open_positions = sum(is_variable(part) and part not in binding for part in atom)
    return 2 * open_positions + (open_positions > 0 and atom[1] == t.TYPE)


def _premise(guard: Guard, binding: Binding) -> Iterator[Triple]:
    """What a guard amounts to as a triple: dt-diff and dt-type2 are rules like any other."""
    test, one, other = guard[0], value(guard[1], binding), value(guard[2], binding)
    if test is Test.UNEQUAL:
        yield one, t.DIFFERENT, other
    elif test is Test.INSIDE:
        yield one, t.TYPE, other
