"""A graph of whole numbers: terms interned, the triples of a property packed into a set of integers.

A term's number is odd if the term is a literal. A pair (subject, object) is one integer,
`subject << SHIFT | object`; `rdf:type` is kept apart, as the set of members of each class. Subject and
object indexes exist only for the properties whose triples some rule looks up.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migkg.rules import is_literal
from migkg.rules.terms import TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.model import Term, Triple

SHIFT = 32
MASK = (1 << SHIFT) - 1

Sets = dict[int, set[int]]
Index = dict[int, list[int]]


class Graph:
    """Pairs by property and members by class; mutable, and private to one run of the closure."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.terms: list[Term] = []
        self.pairs: defaultdict[int, set[int]] = defaultdict(set)
        self.members: defaultdict[int, set[int]] = defaultdict(set)
        self.by_subject: dict[int, Index] = {}
        self.by_object: dict[int, Index] = {}

    def number(self, term: str) -> int:
        """The number of a term, given at first sight."""
        known = self._numbers.get(term)
        if known is None:
            known = len(self.terms) << 1 | is_literal(term)
            self._numbers[term] = known
            self.terms.append(term)  # type: ignore[arg-type]  # callers pass terms
        return known

    def term(self, number: int) -> Term:
        """The term of a number."""
        return self.terms[number >> 1]

    def load(self, triples: Iterable[Triple]) -> None:
        """Take in asserted triples; indexes of `index_*` follow."""
        number, pairs, members = self.number, self.pairs, self.members
        known = self._numbers.get
        for subject, predicate, value in triples:
            s, o = known(subject), known(value)
            if s is None:
                s = number(subject)
            if o is None:
                o = number(value)
            if predicate == TYPE:
                members[o].add(s)
            else:
                pairs[number(predicate)].add(s << SHIFT | o)

    def index_subject(self, prop: int) -> Index:
        """The objects of each subject of a property, kept up to date from now on."""
        return self.by_subject.setdefault(prop, {})

    def index_object(self, prop: int) -> Index:
        """The subjects of each object of a property, kept up to date from now on."""
        return self.by_object.setdefault(prop, {})

    def index(self, prop: int, pairs: Iterable[int]) -> None:
        """Enter new pairs of a property into its indexes, if it has any."""
        subjects, objects = self.by_subject.get(prop), self.by_object.get(prop)
        if subjects is not None:
            for pair in pairs:
                subjects.setdefault(pair >> SHIFT, []).append(pair & MASK)
        if objects is not None:
            for pair in pairs:
                objects.setdefault(pair & MASK, []).append(pair >> SHIFT)
