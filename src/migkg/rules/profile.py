"""Which class expression may stand where: what a rule could never use is refused, not ignored.

OWL 2 RL has no rule that makes a thing a member of `only C` or `at most 1`, and none that uses a membership
in `some C` or in a union. A subclass axiom with such an expression on the wrong side would do nothing.
An equivalence is accepted if one of its directions can work; the other is beyond OWL 2 RL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.rules import terms as t
from migkg.rules.ontology import Ontology, unsupported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Triple

_CONCLUDED = {t.INTERSECTION, t.UNION, t.ONE_OF, t.SOME, t.HAS_VALUE}
"""Constructs whose members some rule finds."""
_USED = {t.INTERSECTION, t.COMPLEMENT, t.ALL, t.HAS_VALUE, t.MAX, t.MAX_QUALIFIED}
"""Constructs whose members some rule draws a conclusion from."""
_PARTS = (t.INTERSECTION, t.UNION)
_USEFUL = "no rule of OWL 2 RL can use this expression on this side"


def refuse_useless(source: Ontology) -> None:
    """Raise UnsupportedAxiomError for the first class axiom that no rule could act on."""
    for triple, narrow, wide in _axioms(source):
        if not (all(_concluded(source, node) for node in narrow) and all(_used(source, node) for node in wide)):
            raise unsupported(triple, _USEFUL)
    for triple in source.with_predicate(t.EQUIVALENT_CLASS):
        if not any(_concluded(source, triple[a]) and _used(source, triple[b]) for a, b in ((0, 2), (2, 0))):
            raise unsupported(triple, _USEFUL)


def _axioms(source: Ontology) -> Iterator[tuple[Triple, list[str], list[str]]]:
    """Class axioms with the expressions that must be concluded, and those that must be used."""
    for triple in source.with_predicate(t.SUBCLASS):
        yield triple, [triple[0]], [triple[2]]
    for predicate in (t.DOMAIN, t.RANGE):
        for triple in source.with_predicate(predicate):
            yield triple, [], [triple[2]]
    for triple in source.with_predicate(t.CLASS_DISJOINT):
        yield triple, [triple[0], triple[2]], []
    for triple in source.instances(t.ALL_DISJOINT_CLASSES):
        yield triple, [*source.members(source.one(triple[0], t.MEMBERS)[2])[0]], []


def _constructs(source: Ontology, node: str, among: set[str]) -> set[str]:
    return {predicate for predicate in among if source.values(node, predicate)}


def _concluded(source: Ontology, node: str) -> bool:
    """Whether some rule can find the members of a class."""
    found = _constructs(source, node, _CONCLUDED | _USED)
    if not node.startswith("_:") or not found:
        return True
    if not found <= _CONCLUDED:
        return False
    fillers = [filler for filler in source.values(node, t.SOME) if filler != t.THING]
    return all(_concluded(source, part) for part in [*_members(source, node), *fillers])


def _used(source: Ontology, node: str) -> bool:
    """Whether some rule draws a conclusion from membership in a class."""
    found = _constructs(source, node, _CONCLUDED | _USED)
    if not node.startswith("_:") or not found:
        return True
    if not found <= _USED:
        return False
    wide = [*_members(source, node), *source.values(node, t.ALL)]
    narrow = [*source.values(node, t.COMPLEMENT), *source.values(node, t.ON_CLASS)]
    return all(_used(source, part) for part in wide) and all(_concluded(source, part) for part in narrow)


def _members(source: Ontology, node: str) -> list[str]:
    return [part for predicate in _PARTS for head in source.values(node, predicate) for part in source.members(head)[0]]
