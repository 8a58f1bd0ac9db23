"""The instances of a clause in a graph: all ways to make its premises true, given some of its variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.model import Term
from migkg.rules import Test, is_literal, is_variable
from migkg.rules import terms as t
from migkg.rules.literals import inside, unequal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from migkg.model import Triple
    from migkg.rules import Atom, Clause, Guard

    Match = Callable[[Term | None, Term, Term | None], Iterable[Triple]]

Binding = dict[str, Term]


def unify(atom: Atom, triple: Triple, binding: Binding) -> Binding | None:
    """The binding extended so that the atom is the triple; None where that cannot be."""
    extended = dict(binding)
    for part, term in zip(atom, triple, strict=True):
        if (extended.setdefault(part, term) if is_variable(part) else part) != term:
            return None
    return extended


def ground(atom: Atom, binding: Binding) -> Triple:
    """The triple that an atom becomes; every variable of it must be bound."""
    subject, predicate, value = (binding[part] if is_variable(part) else Term(part) for part in atom)
    return subject, predicate, value


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
        if all(_allows(guard, found) for guard in clause.guards):
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


def _value(part: str, binding: Binding) -> Term:
    return binding[part] if is_variable(part) else Term(part)


def _allows(guard: Guard, binding: Binding) -> bool:
    test, one, other = guard[0], _value(guard[1], binding), _value(guard[2], binding)
    if test is Test.DISTINCT:
        return one != other
    if not is_literal(one):
        return False
    if test is Test.UNEQUAL:
        return is_literal(other) and unequal(one, other)
    return inside(one, other) is (test is Test.INSIDE)


def _premise(guard: Guard, binding: Binding) -> Iterator[Triple]:
    """What a guard amounts to as a triple: dt-diff and dt-type2 are rules like any other."""
    test, one, other = guard[0], _value(guard[1], binding), _value(guard[2], binding)
    if test is Test.UNEQUAL:
        yield one, t.DIFFERENT, other
    elif test is Test.INSIDE:
        yield one, t.TYPE, other
