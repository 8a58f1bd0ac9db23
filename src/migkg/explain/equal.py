"""eq-rep-s, eq-rep-p and eq-rep-o, whose every position is open: what else is so because two things are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.rules import is_literal
from migkg.rules import terms as t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from migkg.explain.solve import Match
    from migkg.model import Term, Triple

    Twins = Callable[[Term], Iterable[Term]]


def twins(term: Term, match: Match) -> list[Term]:
    """The other things that are said to be the same as a term; literals are never replaced, nor do they replace."""
    if is_literal(term):
        return []
    return [twin for twin, _, _ in match(None, t.SAME, term) if twin != term and not is_literal(twin)]


def copies(triple: Triple, twins: Twins) -> Iterator[Triple]:
    """A triple with one of its terms replaced by an equal one; what is said of equality itself eq-trans says better."""
    subject, predicate, value = triple
    if predicate == t.SAME:
        return
    yield from ((twin, predicate, value) for twin in twins(subject))
    yield from ((subject, twin, value) for twin in twins(predicate))
    yield from ((subject, predicate, twin) for twin in twins(value))
