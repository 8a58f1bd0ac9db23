"""Which triples decide what shapes find wrong with a focus node: their targets, paths and constraints as trails.

Whatever is not known here (a component of SHACL's later drafts, a custom component, a path that repeats) is read as
everything, so that the whole graph is validated.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from migkg.names import PREFIXES, expand, text_of
from migkg.query import trails
from migkg.query.trails import ALL, FOCUS, Edge, Reads, Trail

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.model import Term
    from migkg.validate.shapes import Shapes

_SH = PREFIXES["sh"]
_TYPE, _NARROWER = expand("rdf:type"), expand("rdfs:subClassOf")
_SPOKEN = frozenset({
    "deactivated", "declare", "defaultValue", "description", "entailment", "flags", "group", "ignoredProperties",
    "message", "name", "namespace", "order", "path", "prefix", "prefixes", "qualifiedMaxCount", "qualifiedMinCount",
    "select", "severity", "shapesGraph",
})  # fmt: skip
"""What says nothing about the graph, or is read along with something else."""
_LOCAL = frozenset({
    "datatype", "hasValue", "in", "languageIn", "maxCount", "maxExclusive", "maxInclusive", "maxLength", "minCount",
    "minExclusive", "minInclusive", "minLength", "nodeKind", "pattern", "targetNode", "uniqueLang",
})  # fmt: skip
"""Constraints that look at the value nodes alone."""
_COMPARED = frozenset({"disjoint", "equals", "lessThan", "lessThanOrEquals"})
_NESTED = frozenset({"node", "not", "property", "qualifiedValueShape"})
_LISTED = frozenset({"and", "or", "xone"})
_TARGETS = frozenset({"targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf"})


def reads(shapes: Shapes) -> Reads:
    """What the findings about each focus node are made from; focus nodes are those of any shape."""
    try:
        return _Reader(shapes).read()
    except _UnknownError:
        return ALL


class _UnknownError(Exception):
    """Something in the shapes of which it is not known what it reads."""


class _Reader:
    """Walks the shapes from their targets."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._number = count()
        self._open: list[Term] = []
        self._found: set[Trail] = {(_edge(FOCUS, _TYPE, "?class"),)}
        self._whole = {_NARROWER}

    def read(self) -> Reads:
        for shape, predicate, value in self._shapes.triples:
            if predicate == _TYPE and value == expand("sh:ConstraintComponent"):
                raise _UnknownError
            if predicate.startswith(f"<{_SH}target"):
                self._target(_local(predicate), value)
                self._shape(shape, (), FOCUS)
        return Reads(trails=frozenset(self._found), whole=frozenset(self._whole))

    def _target(self, kind: str, value: Term) -> None:
        if kind not in _TARGETS:
            raise _UnknownError
        if kind == "targetSubjectsOf":
            self._found.add((_edge(FOCUS, value, "?end"),))
        elif kind == "targetObjectsOf":
            self._found.add((_edge("?start", value, FOCUS),))

    def _shape(self, shape: Term, before: Trail, node: str) -> None:
        """Add what a shape reads of a node that is reached by the patterns before it."""
        if shape in self._open:
            raise _UnknownError
        if any(text_of(flag) == "true" for flag in self._shapes.objects(shape, expand("sh:deactivated"))):
            return
        self._open.append(shape)
        paths = self._shapes.objects(shape, expand("sh:path"))
        for trail, value in self._walked(paths, before, node):
            self._found |= {trail} if trail else set()
            for predicate, term in self._shapes.about(shape):
                if predicate.startswith(f"<{_SH}"):
                    self._constraint(_local(predicate), term, before=(before, node), reached=(trail, value))
        self._open.pop()

    def _walked(self, paths: Iterable[Term], before: Trail, node: str) -> Iterator[tuple[Trail, str]]:
        ways = [way for path in paths for way in self._ways(path)]
        for steps in ways or [()]:
            trail, here = before, node
            for predicate, backwards in steps:
                there = self._variable()
                trail = (*trail, _edge(there, predicate, here) if backwards else _edge(here, predicate, there))
                here = there
            yield trail, here

    def _ways(self, path: Term) -> Iterator[tuple[tuple[Term, bool], ...]]:
        """The sequences of steps that a path allows, each a predicate and whether it is walked backwards."""
        if path.startswith("<"):
            yield ((path, False),)
            return
        for inner in self._shapes.objects(path, expand("sh:inversePath")):
            for way in self._ways(inner):
                yield tuple((step, not backwards) for step, backwards in reversed(way))
            return
        for choices in self._shapes.objects(path, expand("sh:alternativePath")):
            for choice in self._shapes.members(choices):
                yield from self._ways(choice)
            return
        yield from self._sequences(list(self._shapes.members(path)))

    def _sequences(self, steps: list[Term]) -> Iterator[tuple[tuple[Term, bool], ...]]:
        if not steps:  # no list: a path that repeats
            raise _UnknownError
        for first in self._ways(steps[0]):
            for rest in self._sequences(steps[1:]) if steps[1:] else [()]:
                yield (*first, *rest)

    def _constraint(self, name: str, term: Term, *, before: tuple[Trail, str], reached: tuple[Trail, str]) -> None:
        trail, value = reached
        if name in _COMPARED:
            self._found.add((*before[0], _edge(before[1], term, self._variable())))
        elif name in {"class", "closed"}:
            predicates = frozenset([_TYPE]) if name == "class" else None
            self._found.add((*trail, Edge(value, predicates, self._variable())))
        elif name in _NESTED | _LISTED:
            for shape in self._shapes.members(term) if name in _LISTED else [term]:
                self._shape(shape, trail, value)
        elif name == "sparql":
            self._query(term, *before)
        elif name not in _SPOKEN | _LOCAL | _TARGETS:
            raise _UnknownError

    def _query(self, constraint: Term, before: Trail, node: str) -> None:
        for text in self._shapes.objects(constraint, expand("sh:select")):
            found = trails.reads(self._prologue(constraint) + text_of(text), "?this")
            if found.everything:
                raise _UnknownError
            self._whole |= found.whole
            mark = self._variable()
            self._found |= {(*before, *(_renamed(edge, node, mark) for edge in trail)) for trail in found.trails}

    def _prologue(self, constraint: Term) -> str:
        declared = [
            declaration
            for place in self._shapes.objects(constraint, expand("sh:prefixes"))
            for declaration in self._shapes.objects(place, expand("sh:declare"))
        ]
        return "".join(
            f"PREFIX {text_of(prefix)}: <{text_of(namespace)}>\n"
            for declaration in declared
            for prefix in self._shapes.objects(declaration, expand("sh:prefix"))
            for namespace in self._shapes.objects(declaration, expand("sh:namespace"))
        )

    def _variable(self) -> str:
        return f"?{next(self._number)}"


def _edge(subject: str, predicate: Term, value: str) -> Edge:
    return Edge(subject, frozenset([predicate]), value)


def _renamed(edge: Edge, node: str, mark: str) -> Edge:
    """The pattern of a query about a node, with variables of its own."""
    ends = [node if end == FOCUS else f"{mark}{end}" if end[0] in "?_" else end for end in (edge.subject, edge.object)]
    return Edge(ends[0], edge.predicates, ends[1])


def _local(predicate: Term) -> str:
    return text_of(predicate).removeprefix(_SH)
