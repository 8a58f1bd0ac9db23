"""The rules that need no axiom to be compiled: equality, and the schema rules over the ontology itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.rules import terms as t
from migkg.rules.clause import Clause, Test

if TYPE_CHECKING:
    from migkg.rules.clause import Atom

_X, _Y, _Z, _P, _Q, _V = "?x", "?y", "?z", "?p", "?q", "?v"


def _rule(name: str, head: Atom | None, *body: Atom) -> Clause:
    return Clause(rule=name, head=head, body=body)


def _restrictions(name: str, filler: str, *, property_differs: bool = False, contravariant: bool = False) -> Clause:
    """Two restrictions of one kind, of which one is narrower in its filler or in its property."""
    values = (_V, _V) if property_differs else (_V, "?w")
    properties = (_P, _Q) if property_differs else (_P, _P)
    narrower = (_P, t.SUBPROPERTY, _Q) if property_differs else (_V, t.SUBCLASS, "?w")
    return _rule(
        name,
        (_Y, t.SUBCLASS, _X) if contravariant else (_X, t.SUBCLASS, _Y),
        (_X, filler, values[0]),
        (_X, t.ON_PROPERTY, properties[0]),
        (_Y, filler, values[1]),
        (_Y, t.ON_PROPERTY, properties[1]),
        narrower,
    )


EQUALITY: tuple[Clause, ...] = (
    _rule("eq-sym", (_Y, t.SAME, _X), (_X, t.SAME, _Y)),
    _rule("eq-trans", (_X, t.SAME, _Z), (_X, t.SAME, _Y), (_Y, t.SAME, _Z)),
    _rule("eq-diff1", None, (_X, t.SAME, _Y), (_X, t.DIFFERENT, _Y)),
    _rule("eq-diff1", None, (_X, t.DIFFERENT, _X)),
    Clause(rule="eq-diff1", head=None, body=((_X, t.SAME, _Y),), guards=((Test.UNEQUAL, _X, _Y),)),
    _rule("cls-nothing2", None, (_X, t.TYPE, t.NOTHING)),
)
"""Equality and nothing. eq-rep-s, eq-rep-p and eq-rep-o have a variable in every position: engines build them in."""

SCHEMA: tuple[Clause, ...] = (
    _rule("scm-sco", (_X, t.SUBCLASS, _Z), (_X, t.SUBCLASS, _Y), (_Y, t.SUBCLASS, _Z)),
    _rule("scm-eqc1", (_X, t.SUBCLASS, _Y), (_X, t.EQUIVALENT_CLASS, _Y)),
    _rule("scm-eqc1", (_Y, t.SUBCLASS, _X), (_X, t.EQUIVALENT_CLASS, _Y)),
    _rule("scm-eqc2", (_X, t.EQUIVALENT_CLASS, _Y), (_X, t.SUBCLASS, _Y), (_Y, t.SUBCLASS, _X)),
    _rule("scm-spo", (_X, t.SUBPROPERTY, _Z), (_X, t.SUBPROPERTY, _Y), (_Y, t.SUBPROPERTY, _Z)),
    _rule("scm-eqp1", (_X, t.SUBPROPERTY, _Y), (_X, t.EQUIVALENT_PROPERTY, _Y)),
    _rule("scm-eqp1", (_Y, t.SUBPROPERTY, _X), (_X, t.EQUIVALENT_PROPERTY, _Y)),
    _rule("scm-eqp2", (_X, t.EQUIVALENT_PROPERTY, _Y), (_X, t.SUBPROPERTY, _Y), (_Y, t.SUBPROPERTY, _X)),
    _rule("scm-dom1", (_P, t.DOMAIN, _Y), (_P, t.DOMAIN, _X), (_X, t.SUBCLASS, _Y)),
    _rule("scm-dom2", (_P, t.DOMAIN, _X), (_Q, t.DOMAIN, _X), (_P, t.SUBPROPERTY, _Q)),
    _rule("scm-rng1", (_P, t.RANGE, _Y), (_P, t.RANGE, _X), (_X, t.SUBCLASS, _Y)),
    _rule("scm-rng2", (_P, t.RANGE, _X), (_Q, t.RANGE, _X), (_P, t.SUBPROPERTY, _Q)),
    _restrictions("scm-hv", t.HAS_VALUE, property_differs=True),
    _restrictions("scm-svf1", t.SOME),
    _restrictions("scm-svf2", t.SOME, property_differs=True),
    _restrictions("scm-avf1", t.ALL),
    _restrictions("scm-avf2", t.ALL, property_differs=True, contravariant=True),
)
"""What follows about classes and properties; with lists compiled away, scm-int and scm-uni are facts."""

UNWRITTEN: tuple[Clause, ...] = (
    _rule("scm-cls", (_X, t.SUBCLASS, _X), (_X, t.TYPE, t.CLASS)),
    _rule("scm-cls", (_X, t.EQUIVALENT_CLASS, _X), (_X, t.TYPE, t.CLASS)),
    _rule("scm-cls", (_X, t.SUBCLASS, t.THING), (_X, t.TYPE, t.CLASS)),
    _rule("scm-cls", (t.NOTHING, t.SUBCLASS, _X), (_X, t.TYPE, t.CLASS)),
    _rule("scm-op", (_X, t.SUBPROPERTY, _X), (_X, t.TYPE, t.OBJECT_PROPERTY)),
    _rule("scm-op", (_X, t.EQUIVALENT_PROPERTY, _X), (_X, t.TYPE, t.OBJECT_PROPERTY)),
    _rule("scm-dp", (_X, t.SUBPROPERTY, _X), (_X, t.TYPE, t.DATATYPE_PROPERTY)),
    _rule("scm-dp", (_X, t.EQUIVALENT_PROPERTY, _X), (_X, t.TYPE, t.DATATYPE_PROPERTY)),
)
"""What is true of every class and property, and so is never written down; a proof may be asked for all the same."""
