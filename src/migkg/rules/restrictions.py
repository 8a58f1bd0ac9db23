"""Restrictions on properties, as Horn clauses: the rules cls-svf, cls-avf, cls-hv, cls-maxc and cls-maxqc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.names import text_of
from migkg.rules import terms as t
from migkg.rules.clause import Clause, Test
from migkg.rules.literals import is_datatype
from migkg.rules.ontology import Ontology, unsupported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Triple

_X, _Y, _Z = "?x", "?y", "?z"


def _property(source: Ontology, triple: Triple) -> Triple:
    return source.one(triple[0], t.ON_PROPERTY)


def some(source: Ontology, triple: Triple) -> Iterator[Clause]:
    """cls-svf1; cls-svf2 where the filler is everything; with a datatype the literal itself shows its type."""
    on = _property(source, triple)
    head, link, filler = (_X, t.TYPE, triple[0]), (_X, on[2], _Y), triple[2]
    axioms = (triple, on)
    if filler == t.THING:
        yield Clause(rule="cls-svf2", head=head, body=(link,), axioms=axioms)
    elif is_datatype(filler):
        yield Clause(rule="cls-svf1", head=head, body=(link,), axioms=axioms, guards=((Test.INSIDE, _Y, filler),))
    else:
        yield Clause(rule="cls-svf1", head=head, body=(link, (_Y, t.TYPE, filler)), axioms=axioms)


def every(source: Ontology, triple: Triple) -> Iterator[Clause]:
    """cls-avf."""
    on = _property(source, triple)
    body = ((_X, t.TYPE, triple[0]), (_X, on[2], _Y))
    yield Clause(rule="cls-avf", head=(_Y, t.TYPE, triple[2]), body=body, axioms=(triple, on))


def value(source: Ontology, triple: Triple) -> Iterator[Clause]:
    """cls-hv1 and cls-hv2."""
    on = _property(source, triple)
    member, link = (_X, t.TYPE, triple[0]), (_X, on[2], triple[2])
    yield Clause(rule="cls-hv1", head=link, body=(member,), axioms=(triple, on))
    yield Clause(rule="cls-hv2", head=member, body=(link,), axioms=(triple, on))


def at_most(source: Ontology, triple: Triple) -> Iterator[Clause]:
    """cls-maxc1 and cls-maxc2."""
    on = _property(source, triple)
    member, one, other = (_X, t.TYPE, triple[0]), (_X, on[2], _Y), (_X, on[2], _Z)
    if _limit(triple) == 0:
        yield Clause(rule="cls-maxc1", head=None, body=(member, one), axioms=(triple, on))
    else:
        guards = ((Test.DISTINCT, _Y, _Z),)
        body = (member, one, other)
        yield Clause(rule="cls-maxc2", head=(_Y, t.SAME, _Z), body=body, axioms=(triple, on), guards=guards)


def at_most_qualified(source: Ontology, triple: Triple) -> Iterator[Clause]:
    """cls-maxqc1 to cls-maxqc4; owl:Thing as the class asks for no membership."""
    on, of = _property(source, triple), source.one(triple[0], t.ON_CLASS)
    everything = of[2] == t.THING
    member, axioms = (_X, t.TYPE, triple[0]), (triple, on, of)
    one, other = [((_X, on[2], node), *(() if everything else ((node, t.TYPE, of[2]),))) for node in (_Y, _Z)]
    if _limit(triple) == 0:
        yield Clause(rule="cls-maxqc2" if everything else "cls-maxqc1", head=None, body=(member, *one), axioms=axioms)
    else:
        yield Clause(
            rule="cls-maxqc4" if everything else "cls-maxqc3",
            head=(_Y, t.SAME, _Z),
            body=(member, *one, *other),
            axioms=axioms,
            guards=((Test.DISTINCT, _Y, _Z),),
        )


def _limit(triple: Triple) -> int:
    text = text_of(triple[2]) if triple[2].startswith('"') else ""
    if text not in {"0", "1"}:
        raise unsupported(triple, "OWL 2 RL knows at most 0 and at most 1")
    return int(text)
