"""A change of the graph along trails: what it may make true of which things.

Backwards, from the triples that changed to the things of which something else may be said now (`affected`), and
forwards, from these to all that must be at hand to say it anew (`gathered`). Both may give more than they need, but
never less.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migkg.query.trails import FOCUS, is_variable, variables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from migkg.model import Term, Triple
    from migkg.query.trails import Edge, Trail

    Match = Callable[[Term | None, Term | None, Term | None], Iterable[Triple]]

_FAN_IN = 100
"""Of a thing few things are said, but of a class, a state or a status many: such a look-up is worth this many."""


def affected(trails: Iterable[Trail], changed: Iterable[Triple], match: Match) -> set[Term]:
    """The things of which a change may make other things true.

    `match` looks up the graph as it was and as it will be, both together.
    """
    filed: dict[Term, list[Triple]] = defaultdict(list)
    for triple in changed:
        filed[triple[1]].append(triple)
    found: set[Term] = set()
    for trail in trails:
        for place, edge in enumerate(trail):
            names = filed.keys() if edge.predicates is None else filed.keys() & edge.predicates
            touched = [triple for name in sorted(names) for triple in filed[name]]
            spread = _Spread(match, {})
            if spread.narrow(edge, touched):
                found |= spread.follow((*trail[:place], *trail[place + 1 :])).get(FOCUS, set())
    return found


def gathered(trails: Iterable[Trail], focuses: set[Term], match: Match) -> set[Triple]:
    """All triples that trails from these things meet in the graph."""
    found: set[Triple] = set()
    for trail in trails:
        spread = _Spread(match, {FOCUS: focuses})
        spread.follow(trail)
        found |= spread.met
    return found


class _Spread:
    """The values that variables can have, narrowed pattern by pattern; never fewer than a solution needs."""

    def __init__(self, match: Match, values: dict[str, set[Term]]) -> None:
        self._match = match
        self.values = values
        self.met: set[Triple] = set()

    def follow(self, trail: Sequence[Edge]) -> dict[str, set[Term]]:
        """Match all patterns, the most narrowed first; no values where one has no match."""
        waiting = list(trail)
        while waiting:
            edge = min(waiting, key=self._width)
            waiting.remove(edge)
            if not self.narrow(edge, self._found(edge)):
                return {}
        return self.values

    def narrow(self, edge: Edge, triples: Iterable[Triple]) -> bool:
        """Keep the triples that match, and of each variable the values that they give; False where none does."""
        starts, ends = self._known(edge.subject), self._known(edge.object)
        kept = [
            triple
            for triple in triples
            if (starts is None or triple[0] in starts) and (ends is None or triple[2] in ends)
        ]
        self.met.update(kept)
        for end, place in ((edge.subject, 0), (edge.object, 2)):
            if end in variables(edge):
                self.values[end] = {triple[place] for triple in kept}
        return bool(kept)

    def _found(self, edge: Edge) -> Iterator[Triple]:
        starts, ends = self._known(edge.subject), self._known(edge.object)
        from_start = ends is None or (
            starts is not None and self._size(edge.subject) <= _FAN_IN * self._size(edge.object)
        )
        for predicate in (None,) if edge.predicates is None else sorted(edge.predicates):
            if from_start:
                for term in starts or ():
                    yield from self._match(term, predicate, None)
            else:
                for term in ends or ():
                    yield from self._match(None, predicate, term)

    def _known(self, end: str) -> set[Term] | None:
        """The terms that may stand at an end; None for any."""
        return self.values.get(end) if is_variable(end) else {end}  # type: ignore[arg-type]  # a term

    def _size(self, end: str) -> float:
        """How many look-ups an end asks for; a term of the query is dear, for many things may share it."""
        known = self.values.get(end)
        return float("inf") if known is None else len(known)

    def _width(self, edge: Edge) -> float:
        return min(self._size(edge.subject), _FAN_IN * self._size(edge.object))
