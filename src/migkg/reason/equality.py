"""eq-rep-s, eq-rep-p and eq-rep-o: what is said of one of two equal things holds of the other.

Used with care: a group of n equal things multiplies every triple about them, which is why the ontology
of migkg itself never derives owl:sameAs between things of different identity. Equal literals are not
replicated: one value has one canonical form in this house.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.reason.graph import MASK, SHIFT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.reason.graph import Graph, Sets


class Equality:
    """The pairs of equal things found so far, and the copies that follow from them."""

    def __init__(self, graph: Graph, same: int) -> None:
        self._graph = graph
        self._same = same
        self._twins: dict[int, set[int]] = {}

    def copies(self, new_pairs: Sets, new_members: Sets) -> tuple[Sets, Sets]:
        """Copies of what is new for all twins, and of everything known for new twins."""
        fresh = self._learn(new_pairs.get(self._same, ()))
        pairs: Sets = {}
        members: Sets = {}
        if self._twins:
            self._copy(new_pairs, new_members, self._twins, (pairs, members))
        if fresh:
            self._copy(self._graph.pairs, self._graph.members, fresh, (pairs, members))
        return pairs, members

    def _learn(self, pairs: Iterable[int]) -> dict[int, set[int]]:
        fresh: dict[int, set[int]] = {}
        for pair in pairs:
            one, other = pair >> SHIFT, pair & MASK
            if one != other and not (one | other) & 1:
                fresh.setdefault(one, set()).add(other)
                self._twins.setdefault(one, set()).add(other)
        return fresh

    def _copy(self, pairs: Sets, members: Sets, twins: dict[int, set[int]], out: tuple[Sets, Sets]) -> None:
        for prop, group in list(pairs.items()):
            if prop != self._same:
                self._copy_pairs(prop, group, twins, out[0])
        for cls, group in list(members.items()):
            copied = {twin for member in group & twins.keys() for twin in twins[member]}
            out[1].setdefault(cls, set()).update(copied)
            for twin in twins.get(cls, ()):
                out[1].setdefault(twin, set()).update(group)

    @staticmethod
    def _copy_pairs(prop: int, group: set[int], twins: dict[int, set[int]], out: Sets) -> None:
        target = out.setdefault(prop, set())
        for pair in group:
            subject, value = pair >> SHIFT, pair & MASK
            if subject in twins:
                target.update(twin << SHIFT | value for twin in twins[subject])
            if value in twins:
                target.update(subject << SHIFT | twin for twin in twins[value])
        for twin in twins.get(prop, ()):
            out.setdefault(twin, set()).update(group)
