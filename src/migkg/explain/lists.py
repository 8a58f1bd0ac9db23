"""The rules over lists, by definition: the members are read from the axioms that a step quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.names import expand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from migkg.model import Triple

    Given = frozenset[Triple]
    Definition = Callable[[Given, "Triple | None"], bool]

_TYPE, _SAME, _SUBCLASS = expand("rdf:type"), expand("owl:sameAs"), expand("rdfs:subClassOf")
_FIRST, _REST, _NIL = expand("rdf:first"), expand("rdf:rest"), expand("rdf:nil")
_MEMBERS = (expand("owl:members"), expand("owl:distinctMembers"))


def _listed(given: Given, predicate: str) -> Iterator[tuple[str, list[str]]]:
    """The subjects of a list-valued property, each with the members of its list."""
    for subject, _, head in [triple for triple in given if triple[1] == predicate]:
        yield subject, _members(given, head)


def _members(given: Given, head: str) -> list[str]:
    found: list[str] = []
    for _ in given:
        firsts = [o for s, p, o in given if s == head and p == _FIRST]
        rests = [o for s, p, o in given if s == head and p == _REST]
        if head == _NIL or not firsts or not rests:
            break
        found.append(firsts[0])
        head = rests[0]
    return found if head == _NIL else []


def _nodes(given: Given) -> set[str]:
    return {node for s, _, o in given for node in (s, o)}


def _chain(given: Given, conclusion: Triple | None) -> bool:
    if conclusion is None:
        return False
    for prop, steps in _listed(given, expand("owl:propertyChainAxiom")):
        reached = {conclusion[0]}
        for step in steps:
            reached = {o for s, p, o in given if p == step and s in reached}
        if steps and prop == conclusion[1] and conclusion[2] in reached:
            return True
    return False


def _key(given: Given, conclusion: Triple | None) -> bool:
    if conclusion is None or conclusion[1] != _SAME:
        return False
    one, _, other = conclusion
    for cls, keys in _listed(given, expand("owl:hasKey")):
        values = [({o for s, p, o in given if s == x and p == key}) for x in (one, other) for key in keys]
        shared = all(values[i] & values[i + len(keys)] for i in range(len(keys)))
        if keys and shared and {(one, _TYPE, cls), (other, _TYPE, cls)} <= given:
            return True
    return False


def _into_intersection(given: Given, conclusion: Triple | None) -> bool:
    return conclusion is not None and any(
        parts and conclusion[1:] == (_TYPE, cls) and all((conclusion[0], _TYPE, part) in given for part in parts)
        for cls, parts in _listed(given, expand("owl:intersectionOf"))
    )


def _out_of_intersection(given: Given, conclusion: Triple | None) -> bool:
    return conclusion is not None and any(
        conclusion[1] == _TYPE and conclusion[2] in parts and (conclusion[0], _TYPE, cls) in given
        for cls, parts in _listed(given, expand("owl:intersectionOf"))
    )


def _into_union(given: Given, conclusion: Triple | None) -> bool:
    return conclusion is not None and any(
        conclusion[1:] == (_TYPE, cls) and any((conclusion[0], _TYPE, part) in given for part in parts)
        for cls, parts in _listed(given, expand("owl:unionOf"))
    )


def _enumerated(given: Given, conclusion: Triple | None) -> bool:
    return conclusion is not None and any(
        conclusion[1:] == (_TYPE, cls) and conclusion[0] in parts for cls, parts in _listed(given, expand("owl:oneOf"))
    )


def _wider_than_intersection(given: Given, conclusion: Triple | None) -> bool:
    return conclusion is not None and any(
        conclusion[:2] == (cls, _SUBCLASS) and conclusion[2] in parts
        for cls, parts in _listed(given, expand("owl:intersectionOf"))
    )


def _narrower_than_union(given: Given, conclusion: Triple | None) -> bool:
    return conclusion is not None and any(
        conclusion[1:] == (_SUBCLASS, cls) and conclusion[0] in parts
        for cls, parts in _listed(given, expand("owl:unionOf"))
    )


def _pairs(given: Given, kind: str) -> Iterator[tuple[str, str]]:
    """Pairs of different positions in the list of an axiom such as owl:AllDisjointClasses."""
    for predicate in _MEMBERS:
        for subject, parts in _listed(given, predicate):
            if (subject, _TYPE, expand(kind)) in given:
                yield from ((a, b) for i, a in enumerate(parts) for b in parts[i + 1 :])


def _two_of_disjoint_classes(given: Given, conclusion: Triple | None) -> bool:
    return conclusion is None and any(
        {(x, _TYPE, one), (x, _TYPE, other)} <= given
        for one, other in _pairs(given, "owl:AllDisjointClasses")
        for x in _nodes(given)
    )


def _two_of_disjoint_properties(given: Given, conclusion: Triple | None) -> bool:
    return conclusion is None and any(
        p == one and (s, other, o) in given
        for one, other in _pairs(given, "owl:AllDisjointProperties")
        for s, p, o in given
    )


def _two_of_different(given: Given, conclusion: Triple | None) -> bool:
    return conclusion is None and any((a, _SAME, b) in given for a, b in _pairs(given, "owl:AllDifferent"))


DEFINITIONS: dict[str, Definition] = {
    "prp-spo2": _chain,
    "prp-key": _key,
    "cls-int1": _into_intersection,
    "cls-int2": _out_of_intersection,
    "cls-uni": _into_union,
    "cls-oo": _enumerated,
    "scm-int": _wider_than_intersection,
    "scm-uni": _narrower_than_union,
    "cax-adc": _two_of_disjoint_classes,
    "prp-adp": _two_of_disjoint_properties,
    "eq-diff2": _two_of_different,
    "eq-diff3": _two_of_different,
}
"""For each rule over a list, whether a conclusion (None: false) follows from exactly the triples given."""
