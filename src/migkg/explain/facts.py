"""The graph as a search sees it: the source's triples, the ontology's, and those that nobody writes down."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from migkg.explain.equal import twins
from migkg.explain.nodes import spoken
from migkg.explain.proof import ASSERTED, AXIOM, Proof
from migkg.explain.schema import schema
from migkg.explain.source import Memory
from migkg.rules import is_literal
from migkg.rules import terms as t
from migkg.rules.literals import equal, inside, unequal
from migkg.rules.ontology import AXIOMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.explain.source import Source
    from migkg.model import Term, Triple
    from migkg.rules import Rules


class Facts:
    """Look-ups over a closed graph and the ontology that closed it.

    The ontology is always that of the rules: a store may have given its blank nodes other names.
    """

    def __init__(self, rules: Rules, source: Source) -> None:
        self._rules = rules
        self._source = source
        self._stated = Memory(rules.ontology)

    def match(self, subject: Term | None, predicate: Term, value: Term | None) -> Iterable[Triple]:
        """All triples of a predicate that agree with the terms given, asserted or inferred."""
        if predicate in AXIOMS:
            return self._schema.match(subject, predicate, value)
        found = self._written(subject, predicate, value)
        hidden = self._spoken.match(subject, predicate, value)
        return chain(found, hidden) if hidden else found

    def holds(self, triple: Triple) -> bool:
        """Whether a triple is in the graph or the ontology."""
        return any(True for _ in self.match(*triple))

    def leaf(self, triple: Triple) -> Proof | None:
        """The proof of what needs none: an axiom, an asserted triple, or what is true of literals and of everything."""
        if self._stated.asserted(triple):
            return Proof(conclusion=triple, rule=AXIOM)
        if triple[1] not in AXIOMS and self._source.asserted(triple):
            return Proof(conclusion=triple, rule=ASSERTED)
        rule = tautology(triple)
        return Proof(conclusion=triple, rule=rule) if rule else None

    def unwritten(self, triple: Triple) -> bool:
        """Whether a triple is of a kind that no graph holds: about a literal, or membership in an expression."""
        hidden = self._rules.expressions
        if triple[1] in AXIOMS:
            return False
        if triple[1] == t.TYPE and triple[2] == t.THING:
            return True
        return is_literal(triple[0]) or triple[0] in hidden or triple[2] in hidden

    @cached_property
    def has_equality(self) -> bool:
        """Whether any two things are said to be the same."""
        return any(True for _ in self.match(None, t.SAME, None))

    def twins(self, term: Term) -> list[Term]:
        """The other things that are said to be the same as a term."""
        return twins(term, self.match) if self.has_equality else []

    def _written(self, subject: Term | None, predicate: Term, value: Term | None) -> Iterable[Triple]:
        if subject is not None and is_literal(subject):
            return self._turned(subject, predicate, value)
        found = self._source.match(subject, predicate, value)
        stated = self._stated.match(subject, predicate, value)
        return chain(found, stated) if stated else found

    def _turned(self, literal: Term, predicate: Term, value: Term | None) -> Iterable[Triple]:
        """No graph holds what is said of literals; which things they are the same as, it says of the things."""
        if predicate != t.SAME or (value is not None and is_literal(value)):
            return ()
        return [(literal, predicate, subject) for subject, _, _ in self._written(value, predicate, literal)]

    @cached_property
    def _spoken(self) -> Memory:
        return spoken(self._rules, self._written, self.unwritten)

    @cached_property
    def _schema(self) -> Memory:
        return schema(self._rules, self.twins)


def tautology(triple: Triple) -> str | None:
    """The rule that makes a triple true in every graph, if there is one."""
    subject, predicate, value = triple
    if predicate == t.TYPE:
        if is_literal(subject):
            return "dt-type2" if inside(subject, value) else None
        return "cls-thing" if value == t.THING else None
    if predicate == t.SAME:
        if is_literal(subject) and is_literal(value) and subject != value:
            return "dt-eq" if equal(subject, value) else None
        return "eq-ref" if subject == value else None
    if predicate == t.DIFFERENT and is_literal(subject) and is_literal(value):
        return "dt-diff" if unequal(subject, value) else None
    return None
