"""From axioms to Horn clauses: one small function per construct, in the order of the OWL 2 RL tables."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from migkg.rules import restrictions
from migkg.rules import terms as t
from migkg.rules.clause import Clause, Rules, Test
from migkg.rules.literals import is_datatype
from migkg.rules.ontology import Ontology, unsupported
from migkg.rules.profile import refuse_useless
from migkg.rules.schema import EQUALITY, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from migkg.model import Triple
    from migkg.rules.clause import Atom

    Compiler = Callable[[Ontology, Triple], Iterator[Clause]]

_X, _Y, _Z = "?x", "?y", "?z"


def compile(ontology: Iterable[Triple]) -> Rules:
    """The rules of an ontology given as triples; blank nodes are allowed for lists and restrictions.

    Raises UnsupportedAxiomError, naming the axiom, for every construct that has no rule here.
    """
    source = Ontology(ontology)
    refuse_useless(source)
    clauses = [*EQUALITY, *SCHEMA, *_datatypes(source)]
    for predicate, compiler in _BY_PREDICATE.items():
        for triple in source.with_predicate(predicate):
            clauses += compiler(source, triple)
    for kind, compiler in _BY_KIND.items():
        for triple in source.instances(kind):
            clauses += compiler(source, triple)
    return Rules(clauses=tuple(clauses), ontology=source.triples, expressions=source.expressions())


def _datatypes(source: Ontology) -> Iterator[Clause]:
    """A literal that an axiom puts into a datatype must denote one of its values."""
    for datatype in sorted({o for _, _, o in source.triples if is_datatype(o)}):
        yield Clause(
            rule="dt-not-type", head=None, body=((_X, t.TYPE, datatype),), guards=((Test.OUTSIDE, _X, datatype),)
        )


def _one(rule: str, triple: Triple, head: Atom | None, *body: Atom) -> Clause:
    return Clause(rule=rule, head=head, body=body, axioms=(triple,))


def _domain(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("prp-dom", triple, (_X, t.TYPE, triple[2]), (_X, triple[0], _Y))


def _range(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("prp-rng", triple, (_Y, t.TYPE, triple[2]), (_X, triple[0], _Y))


def _functional(_: Ontology, triple: Triple) -> Iterator[Clause]:
    body = ((_X, triple[0], _Y), (_X, triple[0], _Z))
    yield Clause(rule="prp-fp", head=(_Y, t.SAME, _Z), body=body, axioms=(triple,), guards=((Test.DISTINCT, _Y, _Z),))


def _inverse_functional(_: Ontology, triple: Triple) -> Iterator[Clause]:
    body = ((_Y, triple[0], _X), (_Z, triple[0], _X))
    yield Clause(rule="prp-ifp", head=(_Y, t.SAME, _Z), body=body, axioms=(triple,), guards=((Test.DISTINCT, _Y, _Z),))


def _irreflexive(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("prp-irp", triple, None, (_X, triple[0], _X))


def _reflexive(_: Ontology, triple: Triple) -> Iterator[Clause]:
    """Outside the profile and its tables, but met in their test cases: everything has the property to itself."""
    yield _one("prp-rflp", triple, (_X, triple[0], _X), (_X, t.TYPE, t.THING))


def _symmetric(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("prp-symp", triple, (_Y, triple[0], _X), (_X, triple[0], _Y))


def _asymmetric(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("prp-asyp", triple, None, (_X, triple[0], _Y), (_Y, triple[0], _X))


def _transitive(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("prp-trp", triple, (_X, triple[0], _Z), (_X, triple[0], _Y), (_Y, triple[0], _Z))


def _subproperty(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("prp-spo1", triple, (_X, triple[2], _Y), (_X, triple[0], _Y))


def _chain(source: Ontology, triple: Triple) -> Iterator[Clause]:
    steps, cells = source.members(triple[2])
    if not steps:
        raise unsupported(triple, "a chain has at least one property")
    nodes = [f"?u{position}" for position in range(len(steps) + 1)]
    body = tuple((nodes[i], step, nodes[i + 1]) for i, step in enumerate(steps))
    yield Clause(rule="prp-spo2", head=(nodes[0], triple[0], nodes[-1]), body=body, axioms=(triple, *cells))


def _equivalent_property(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("prp-eqp1", triple, (_X, triple[2], _Y), (_X, triple[0], _Y))
    yield _one("prp-eqp2", triple, (_X, triple[0], _Y), (_X, triple[2], _Y))


def _disjoint_properties(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("prp-pdw", triple, None, (_X, triple[0], _Y), (_X, triple[2], _Y))


def _inverse(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("prp-inv1", triple, (_Y, triple[2], _X), (_X, triple[0], _Y))
    yield _one("prp-inv2", triple, (_Y, triple[0], _X), (_X, triple[2], _Y))


def _key(source: Ontology, triple: Triple) -> Iterator[Clause]:
    """Two named things of a class that share a value of every property of the key are one."""
    keys, cells = source.members(triple[2])
    if not keys:
        raise unsupported(triple, "a key has at least one property")
    shared = [atom for i, key in enumerate(keys) for atom in ((_X, key, f"?v{i}"), (_Y, key, f"?v{i}"))]
    body = ((_X, t.TYPE, triple[0]), (_Y, t.TYPE, triple[0]), *shared)
    guards = ((Test.DISTINCT, _X, _Y),)
    yield Clause(rule="prp-key", head=(_X, t.SAME, _Y), body=body, axioms=(triple, *cells), guards=guards)


def _subclass(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("cax-sco", triple, (_X, t.TYPE, triple[2]), (_X, t.TYPE, triple[0]))


def _equivalent_class(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("cax-eqc1", triple, (_X, t.TYPE, triple[2]), (_X, t.TYPE, triple[0]))
    yield _one("cax-eqc2", triple, (_X, t.TYPE, triple[0]), (_X, t.TYPE, triple[2]))


def _disjoint_classes(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("cax-dw", triple, None, (_X, t.TYPE, triple[0]), (_X, t.TYPE, triple[2]))


def _complement(_: Ontology, triple: Triple) -> Iterator[Clause]:
    yield _one("cls-com", triple, None, (_X, t.TYPE, triple[0]), (_X, t.TYPE, triple[2]))


def _intersection(source: Ontology, triple: Triple) -> Iterator[Clause]:
    parts, cells = source.members(triple[2])
    axioms = (triple, *cells)
    if not parts:
        raise unsupported(triple, "an intersection has at least one member")
    body = tuple((_X, t.TYPE, part) for part in parts)
    yield Clause(rule="cls-int1", head=(_X, t.TYPE, triple[0]), body=body, axioms=axioms)
    for part in parts:
        yield Clause(rule="cls-int2", head=(_X, t.TYPE, part), body=((_X, t.TYPE, triple[0]),), axioms=axioms)
        yield Clause(rule="scm-int", head=(triple[0], t.SUBCLASS, part), body=(), axioms=axioms)


def _union(source: Ontology, triple: Triple) -> Iterator[Clause]:
    parts, cells = source.members(triple[2])
    axioms = (triple, *cells)
    for part in parts:
        yield Clause(rule="cls-uni", head=(_X, t.TYPE, triple[0]), body=((_X, t.TYPE, part),), axioms=axioms)
        yield Clause(rule="scm-uni", head=(part, t.SUBCLASS, triple[0]), body=(), axioms=axioms)


def _enumeration(source: Ontology, triple: Triple) -> Iterator[Clause]:
    members, cells = source.members(triple[2])
    for member in members:
        if member.startswith('"'):
            raise unsupported(triple, "an enumeration of literals is a data range")
        yield Clause(rule="cls-oo", head=(member, t.TYPE, triple[0]), body=(), axioms=(triple, *cells))


def _all_different(source: Ontology, triple: Triple) -> Iterator[Clause]:
    for rule, predicate in (("eq-diff2", t.MEMBERS), ("eq-diff3", t.DISTINCT_MEMBERS)):
        for head in source.values(triple[0], predicate):
            members, cells = source.members(head)
            axioms = (triple, (triple[0], predicate, head), *cells)
            for one, other in combinations(members, 2):
                yield Clause(rule=rule, head=None, body=((one, t.SAME, other),), axioms=axioms)


def _all_disjoint(rule: str, atom: Callable[[str], Atom]) -> Compiler:
    def compiler(source: Ontology, triple: Triple) -> Iterator[Clause]:
        link = source.one(triple[0], t.MEMBERS)
        members, cells = source.members(link[2])
        for one, other in combinations(members, 2):
            yield Clause(rule=rule, head=None, body=(atom(one), atom(other)), axioms=(triple, link, *cells))

    return compiler


def _negative(source: Ontology, triple: Triple) -> Iterator[Clause]:
    subject, predicate = source.one(triple[0], t.SOURCE), source.one(triple[0], t.ASSERTED_PROPERTY)
    literal = bool(source.values(triple[0], t.TARGET_VALUE))
    value = source.one(triple[0], t.TARGET_VALUE if literal else t.TARGET)
    body = ((subject[2], predicate[2], value[2]),)
    rule = "prp-npa2" if literal else "prp-npa1"
    yield Clause(rule=rule, head=None, body=body, axioms=(triple, subject, predicate, value))


_BY_PREDICATE: dict[str, Compiler] = {
    t.DOMAIN: _domain,
    t.RANGE: _range,
    t.SUBPROPERTY: _subproperty,
    t.CHAIN: _chain,
    t.EQUIVALENT_PROPERTY: _equivalent_property,
    t.PROPERTY_DISJOINT: _disjoint_properties,
    t.INVERSE: _inverse,
    t.KEY: _key,
    t.INTERSECTION: _intersection,
    t.UNION: _union,
    t.COMPLEMENT: _complement,
    t.SOME: restrictions.some,
    t.ALL: restrictions.every,
    t.HAS_VALUE: restrictions.value,
    t.MAX: restrictions.at_most,
    t.MAX_QUALIFIED: restrictions.at_most_qualified,
    t.ONE_OF: _enumeration,
    t.SUBCLASS: _subclass,
    t.EQUIVALENT_CLASS: _equivalent_class,
    t.CLASS_DISJOINT: _disjoint_classes,
}
_BY_KIND: dict[str, Compiler] = {
    t.FUNCTIONAL: _functional,
    t.INVERSE_FUNCTIONAL: _inverse_functional,
    t.REFLEXIVE: _reflexive,
    t.IRREFLEXIVE: _irreflexive,
    t.SYMMETRIC: _symmetric,
    t.ASYMMETRIC: _asymmetric,
    t.TRANSITIVE: _transitive,
    t.ALL_DIFFERENT: _all_different,
    t.ALL_DISJOINT_CLASSES: _all_disjoint("cax-adc", lambda cls: (_X, t.TYPE, cls)),
    t.ALL_DISJOINT_PROPERTIES: _all_disjoint("prp-adp", lambda prop: (_X, prop, _Y)),
    t.NEGATIVE: _negative,
}
