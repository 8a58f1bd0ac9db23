"""From whole numbers back to sorted triples, without what is not worth writing down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.reason.graph import MASK, SHIFT
from migkg.rules import terms as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.model import Triple
    from migkg.reason.graph import Graph, Sets

REFLEXIVE = frozenset({t.SAME, t.SUBCLASS, t.SUBPROPERTY, t.EQUIVALENT_CLASS, t.EQUIVALENT_PROPERTY})
"""Properties of which `x p x` always holds (eq-ref, scm-cls, scm-op, scm-dp)."""
EVERYTHING = frozenset({t.THING, t.RESOURCE})
"""Classes of everything."""


def inferred_triples(graph: Graph, pairs: Sets, members: Sets, expressions: frozenset[str]) -> tuple[Triple, ...]:
    """The triples, sorted by their terms' strings."""
    hidden = {graph.number(node) for node in expressions}
    wanted = list(_wanted(graph, pairs, members, hidden))
    return tuple(_sorted(graph, wanted))


def _wanted(graph: Graph, pairs: Sets, members: Sets, hidden: set[int]) -> Iterator[tuple[int, Iterable[int]]]:
    """Property and pairs that are published; memberships come as pairs too."""
    reflexive = {graph.number(word) for word in REFLEXIVE}
    everything = {graph.number(word) for word in EVERYTHING}
    kind = graph.number(t.TYPE)
    for prop, group in pairs.items():
        found = [p for p in group if not _concealed(p, hidden)]
        if prop in reflexive:
            found = [p for p in found if p >> SHIFT != p & MASK]
        yield prop, found
    for cls, group in members.items():
        if cls not in everything and cls not in hidden:
            yield kind, [m << SHIFT | cls for m in group if not m & 1 and m not in hidden]


def _concealed(pair: int, hidden: set[int]) -> bool:
    return bool(pair >> SHIFT & 1) or pair >> SHIFT in hidden or pair & MASK in hidden


def _sorted(graph: Graph, wanted: list[tuple[int, Iterable[int]]]) -> Iterator[Triple]:
    """Sort by rank: comparing whole numbers is cheaper than comparing triples of strings."""
    used = {number for _, group in wanted for p in group for number in (p >> SHIFT, p & MASK)}
    used |= {prop for prop, _ in wanted}
    order = sorted(used, key=lambda number: graph.terms[number >> 1])
    rank = {number: position for position, number in enumerate(order)}
    width = max(len(order).bit_length(), 1)
    keys = [(rank[p >> SHIFT] << width | rank[prop]) << width | rank[p & MASK] for prop, group in wanted for p in group]
    keys.sort()
    names = [graph.terms[number >> 1] for number in order]
    low = (1 << width) - 1
    return ((names[key >> 2 * width], names[key >> width & low], names[key & low]) for key in keys)
