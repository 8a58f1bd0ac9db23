"""Which triples decide what a query or a shape says of a thing: chains of patterns that start at the thing.

With them a change of the graph can be followed (`following`). Conditions that are no triple patterns (FILTER, BIND)
are passed over; what is not understood is told by `whole` and `everything`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from migkg.names import expand
from migkg.query.blocks import blocks
from migkg.query.cursor import Cursor
from migkg.query.reading import outline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from migkg.model import Term
    from migkg.query.outline import Group, Outline, Pattern
_INLINE = frozenset({"group", "graph"})
"""Groups whose patterns must hold wherever those around them do."""
_NESTED = frozenset({"optional", "union", "minus", "exists"})
_TYPE = expand("rdf:type")


@dataclass(frozen=True, slots=True)
class Edge:
    """A triple pattern: ends that are terms or variables (`?x`), and its predicates (None for any)."""

    subject: str
    predicates: frozenset[Term] | None
    object: str

    def reads(self, predicate: Term) -> bool:
        """Whether triples with this predicate can match."""
        return self.predicates is None or predicate in self.predicates


Trail = tuple[Edge, ...]
"""Patterns that hold together; each shares a variable with another, and one of them has `FOCUS`."""
FOCUS = "?*"
"""The thing that is spoken of; no query can use this name."""


def _named_alike(trail: Trail) -> Trail:
    """The trail with its variables numbered as they come."""
    names: dict[str, str] = {FOCUS: FOCUS}
    for edge in trail:
        for end in (edge.subject, edge.object):
            if is_variable(end):
                names.setdefault(end, f"?{len(names)}")
    return tuple(
        Edge(names.get(edge.subject, edge.subject), edge.predicates, names.get(edge.object, edge.object))
        for edge in trail
    )


def is_variable(end: str) -> bool:
    """Whether an end may be any term; a blank node of a query is a variable."""
    return end.startswith(("?", "_:"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reads:
    """What is read of the graph: by trails, whole (all triples with a predicate), or all of it."""

    trails: frozenset[Trail] = frozenset()
    whole: frozenset[Term] = frozenset()
    everything: bool = False

    def __post_init__(self) -> None:
        """Trails that differ only in the names of their variables are one."""
        object.__setattr__(self, "trails", frozenset(map(_named_alike, self.trails)))

    def __or__(self, other: Reads) -> Reads:
        """What either reads."""
        return Reads(
            trails=self.trails | other.trails,
            whole=self.whole | other.whole,
            everything=self.everything or other.everything,
        )

    @property
    def predicates(self) -> frozenset[Term] | None:
        """The predicates of all triples that are read; None where they may be any."""
        edges = [edge.predicates for trail in self.trails for edge in trail]
        if self.everything or None in edges:
            return None
        return self.whole.union(*(found for found in edges if found is not None))


ALL = Reads(everything=True)


def reads(sparql: str, focus: str) -> Reads:
    """What the rows of a SELECT about each value of a variable are made from."""
    read = outline(sparql)
    if not _understood(read, sparql, focus):
        return _coarse(sparql)
    try:
        trails = frozenset(_connected(trail) for trail in _trails(read.where, _domains(sparql), focus))
    except _UnconnectedError:
        return _coarse(sparql)
    return Reads(trails=trails)


class _UnconnectedError(Exception):
    """A pattern that no shared variable ties to the focus."""


def _understood(read: Outline, sparql: str, focus: str) -> bool:
    """Whether the outline has every group, tells the paths of every pattern, and rows of one focus stand alone."""
    cursor = Cursor(sparql)
    groups = list(_groups(read.where))
    braces = sum(token.kind == "mark" and token.text == "{" for token in cursor.stream)
    paths = [path for group in groups for pattern in group.patterns for path in pattern.paths or ((),)]
    return (
        read.form == "SELECT"
        and braces == len(groups) + sum(len(group.values) for group in groups)
        and all(group.kind in _INLINE | _NESTED for group in groups)
        and all(paths)
        and not any(token.is_word("LIMIT", "OFFSET", "FROM") for token in cursor.stream)
        and (not read.aggregated or focus in {item.name for item in read.grouped})
        and any(focus in pattern.variables for group in _inline(read.where) for pattern in group.patterns)
    )


def _groups(group: Group) -> Iterator[Group]:
    yield group
    for inner in group.groups:
        yield from _groups(inner)


def _inline(group: Group) -> Iterator[Group]:
    """A group and those inside it whose patterns hold with its own."""
    yield from group.walk(_INLINE)


def _coarse(sparql: str) -> Reads:
    """Every name in a query that is not understood, read whole; everything where a variable stands for a predicate."""
    cursor = Cursor(sparql)
    while cursor.here.is_word("PREFIX"):
        cursor.at += 3
    read = outline(sparql)
    patterns = [pattern for group in _groups(read.where) for pattern in group.patterns]
    if any(term.startswith("?") for pattern in patterns for path in pattern.paths for term, _ in path):
        return ALL
    named: set[Term] = set()
    while cursor.at < len(cursor.stream):
        if cursor.here.text == "!":
            return ALL
        if cursor.here.kind in {"iri", "name"}:
            named.add(cursor.iri())
        else:
            named |= {_TYPE} if cursor.take().text == "a" else set()
    return ALL if _TYPE in named else Reads(whole=frozenset(named))


def _domains(sparql: str) -> Mapping[str, frozenset[Term]]:
    """The terms that a VALUES block allows for its variable; UNDEF allows any."""
    found = {f"?{block.variable}": block for block in blocks(sparql)}
    return {name: frozenset(block.terms) for name, block in found.items() if block.terms}


def _trails(
    group: Group, domains: Mapping[str, frozenset[Term]], focus: str, outer: tuple[Trail, ...] = ((),)
) -> Iterator[Trail]:
    """The patterns of a group with those around it, then those of each group that may or must not hold inside."""
    own = outer
    for part in _inline(group):
        for pattern in part.patterns:
            own = tuple((*trail, *edges) for trail, edges in product(own, _edges(pattern, domains, focus)))
    yield from (trail for trail in own if trail)
    for part in _inline(group):
        for inner in part.groups:
            if inner.kind in _NESTED:
                yield from _trails(inner, domains, focus, own)


def _edges(pattern: Pattern, domains: Mapping[str, frozenset[Term]], focus: str) -> list[Trail]:
    """The ways to walk a pattern's path: single forward steps together, every other way alone."""
    ends = [FOCUS if end == focus else end for end in (pattern.subject, pattern.object)]
    single = [path[0][0] for path in pattern.paths if len(path) == 1 and not path[0][1]]
    ways: list[Trail] = [(Edge(ends[0], _allowed(single, domains), ends[1]),)] if single else []
    for number, path in enumerate(pattern.paths):
        if len(path) > 1 or path[0][1]:
            middle = [f"?{pattern.start}-{number}-{step}" for step in range(1, len(path))]
            stops = [ends[0], *middle, ends[1]]
            ways.append(
                tuple(
                    Edge(*((there, frozenset([term]), here) if backwards else (here, frozenset([term]), there)))
                    for here, there, (term, backwards) in zip(stops, stops[1:], path, strict=True)
                )
            )
    return ways


def _allowed(steps: Sequence[Term], domains: Mapping[str, frozenset[Term]]) -> frozenset[Term] | None:
    if any(term.startswith("?") and term not in domains for term in steps):
        return None
    return frozenset().union(*(domains.get(term, frozenset([term])) for term in steps))


def _connected(trail: Trail) -> Trail:
    """The trail; _UnconnectedError where a pattern cannot be reached from the focus."""
    reached, waiting = {FOCUS}, list(trail)
    while waiting:
        edge = next((e for e in waiting if variables(e) & reached), None)
        if edge is None:
            raise _UnconnectedError
        reached |= variables(edge)
        waiting.remove(edge)
    return trail


def variables(edge: Edge) -> set[str]:
    """The ends of a pattern that are variables."""
    return {end for end in (edge.subject, edge.object) if is_variable(end)}
