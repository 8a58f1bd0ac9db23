"""Atoms of clauses against triples: what the closure after a change and the search for proofs have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.model import Term
from migkg.rules.clause import Test, is_literal, is_variable
from migkg.rules.literals import inside, unequal

if TYPE_CHECKING:
    from migkg.model import Triple
    from migkg.rules.clause import Atom, Guard

Binding = dict[str, Term]
"""The terms that variables stand for."""


def unify(atom: Atom, triple: Triple, binding: Binding) -> Binding | None:
    """The binding extended so that the atom is the triple; None where that cannot be."""
    extended = dict(binding)
    for part, term in zip(atom, triple, strict=True):
        if (extended.setdefault(part, term) if is_variable(part) else part) != term:
            return None
    return extended


def value(part: str, binding: Binding) -> Term:
    """The term that a part of an atom or guard stands for."""
    return binding[part] if is_variable(part) else Term(part)


def ground(atom: Atom, binding: Binding) -> Triple:
    """The triple that an atom becomes; every variable of it must be bound."""
    subject, predicate, object_ = (value(part, binding) for part in atom)
    return subject, predicate, object_


def allows(guard: Guard, binding: Binding) -> bool:
    """Whether the terms that are bound pass a guard."""
    test, one, other = guard[0], value(guard[1], binding), value(guard[2], binding)
    if test is Test.DISTINCT:
        return one != other
    if not is_literal(one):
        return False
    if test is Test.UNEQUAL:
        return is_literal(other) and unequal(one, other)
    return inside(one, other) is (test is Test.INSIDE)
