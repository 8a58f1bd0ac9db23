"""What a search looks triples up in: a store, or triples in memory."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.model import Term, Triple


class Source(Protocol):
    """A closed graph: everything that follows from it is in it, but for what `reason` leaves out."""

    def match(self, subject: Term | None, predicate: Term, value: Term | None) -> Iterable[Triple]:
        """All triples of a predicate, asserted or inferred, that agree with the terms given."""

    def asserted(self, triple: Triple) -> bool:
        """Whether the data state a triple themselves."""


class Memory:
    """Triples in memory as a source."""

    def __init__(self, asserted: Iterable[Triple], inferred: Iterable[Triple] = ()) -> None:
        self._asserted = frozenset(asserted)
        self._by_subject: dict[tuple[Term, Term], list[Triple]] = defaultdict(list)
        self._by_value: dict[tuple[Term, Term], list[Triple]] = defaultdict(list)
        self._by_predicate: dict[Term, list[Triple]] = defaultdict(list)
        for triple in {*self._asserted, *inferred}:
            self._by_subject[triple[1], triple[0]].append(triple)
            self._by_value[triple[1], triple[2]].append(triple)
            self._by_predicate[triple[1]].append(triple)

    def match(self, subject: Term | None, predicate: Term, value: Term | None) -> Iterable[Triple]:
        """All triples of a predicate that agree with the terms given."""
        if subject is not None:
            found = self._by_subject.get((predicate, subject), [])
            return found if value is None else [triple for triple in found if triple[2] == value]
        if value is not None:
            return self._by_value.get((predicate, value), [])
        return self._by_predicate.get(predicate, [])

    def asserted(self, triple: Triple) -> bool:
        """Whether a triple is among those given as asserted."""
        return triple in self._asserted
