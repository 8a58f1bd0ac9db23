"""The closure of a graph under compiled rules: semi-naive rounds over sets of whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.errors import DataError
from migkg.reason.equality import Equality
from migkg.reason.graph import MASK, SHIFT, Graph, Sets
from migkg.reason.individuals import individuals
from migkg.reason.output import inferred_triples
from migkg.reason.program import Program
from migkg.rules import Clash, Rules, Test, is_literal, is_variable
from migkg.rules.literals import ill_formed
from migkg.rules.ontology import AXIOMS, written
from migkg.rules.terms import DIFFERENT, SAME, THING, TYPE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from migkg.model import Triple
    from migkg.reason.joins import Join, Row
    from migkg.rules import Atom


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """What follows: new triples and contradictions, both sorted."""

    inferred: tuple[Triple, ...]
    clashes: tuple[Clash, ...]


def close(rules: Rules, triples: Iterable[Triple]) -> Closure:
    """Everything that follows from the triples and the rules' ontology by OWL 2 RL, and was not asserted.

    Left out, because it holds of every graph or speaks of no named thing: reflexive owl:sameAs,
    rdfs:subClassOf and the like; membership in owl:Thing and rdfs:Resource; triples whose subject is a
    literal; triples about the blank nodes of class expressions. Raises DataError where the triples hold
    an axiom that is not part of the compiled ontology.
    """
    run = _Run(rules)
    run.load(triples)
    return run.close()


class _Run:
    """One closure in progress."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.graph = Graph()
        self.program = Program(self.graph, rules.clauses)
        self.same = self.graph.number(SAME)
        self.equality = Equality(self.graph, self.same)
        self.clashes: set[Clash] = set()
        self.inferred_pairs: Sets = {}
        self.inferred_members: Sets = {}
        self.out_pairs: Sets = {}
        self.out_members: Sets = {}

    def load(self, triples: Iterable[Triple]) -> None:
        graph = self.graph
        graph.load(self.rules.ontology)
        axioms = {graph.number(word): graph.pairs[graph.number(word)].copy() for word in AXIOMS}
        graph.load(triples)
        for word, known in axioms.items():
            for pair in sorted(graph.pairs[word] - known):
                axiom = " ".join(written(graph.term(n)) for n in (pair >> SHIFT, word, pair & MASK))
                raise DataError(f"the data state an axiom, '{axiom}'", hint="axioms belong into the ontology")
        for prop, pairs in graph.pairs.items():
            graph.index(prop, pairs)

    def close(self) -> Closure:
        self._everything()
        for clause in self.program.facts:
            self._derive(clause.head, {}, [()])
        new_pairs: Sets = dict(self.graph.pairs)
        new_members: Sets = dict(self.graph.members)
        while new_pairs or new_members:
            for prop, pairs in new_pairs.items():
                self._property(prop, pairs)
            for cls, members in new_members.items():
                self._class(cls, members)
            self._equal(new_pairs, new_members)
            new_pairs, new_members = self._settle()
        self._malformed_literals()
        inferred = inferred_triples(self.graph, self.inferred_pairs, self.inferred_members, self.rules.expressions)
        return Closure(inferred=inferred, clashes=tuple(sorted(self.clashes)))

    def _everything(self) -> None:
        """Make the individuals members of owl:Thing, if some rule asks for that; no rule makes new individuals."""
        thing = self.graph.number(THING)
        if thing in self.program.classes:
            self.graph.members[thing] |= individuals(self.graph, self.rules)

    def _property(self, prop: int, pairs: set[int]) -> None:
        rules = self.program.properties.get(prop)
        if rules is None or not pairs:
            return
        self._widen(self.out_pairs, self.graph.pairs, rules.same_way, lambda: pairs)
        self._widen(
            self.out_pairs,
            self.graph.pairs,
            rules.other_way,
            # of literals nothing is said but what they are the same as: two that are one thing may differ (dt-diff)
            lambda: {(pair & MASK) << SHIFT | pair >> SHIFT for pair in pairs if prop == self.same or not pair & 1},
        )
        self._widen(
            self.out_members, self.graph.members, rules.subject_classes, lambda: {pair >> SHIFT for pair in pairs}
        )
        self._widen(self.out_members, self.graph.members, rules.object_classes, lambda: {pair & MASK for pair in pairs})
        for join in rules.joins:
            self._join(join, pairs)

    def _widen(self, out: Sets, known: Sets, targets: list[int], found: Callable[[], set[int]]) -> None:
        """The bulk rules: whatever is found belongs to every target."""
        if targets:
            group = found()
            for target in targets:
                self._add(out, target, group - known[target])

    def _class(self, cls: int, members: set[int]) -> None:
        rules = self.program.classes.get(cls)
        if rules is None or not members:
            return
        self._widen(self.out_members, self.graph.members, rules.wider, lambda: members)
        for join in rules.joins:
            self._join(join, members)

    @staticmethod
    def _add(out: Sets, key: int, new: set[int]) -> None:
        if new:
            known = out.get(key)
            if known is None:
                out[key] = new
            else:
                known |= new

    def _join(self, join: Join, new: set[int]) -> None:
        rows = join.run(new)
        if not rows:
            return
        if join.clause.head is not None:
            self._derive(join.clause.head, join.slots, rows)
            return
        unequal = tuple((one, DIFFERENT, other) for test, one, other in join.clause.guards if test is Test.UNEQUAL)
        for row in rows:
            differing = [self._ground(atom, join.slots, row) for atom in unequal]
            if any(one > other for one, _, other in differing):
                continue  # found the other way round as well: equality and difference go both ways
            premises = sorted({*differing, *(self._ground(atom, join.slots, row) for atom in join.clause.body)})
            self.clashes.add(Clash(rule=join.clause.rule, premises=tuple(premises), axioms=join.clause.axioms))

    def _ground(self, atom: Atom, slots: dict[str, int], row: Row) -> Triple:
        subject, predicate, value = (
            self.graph.term(row[slots[part]] if is_variable(part) else self.graph.number(part)) for part in atom
        )
        return subject, predicate, value

    def _derive(self, head: Atom | None, slots: dict[str, int], rows: list[Row]) -> None:
        if head is None:
            return
        subject, predicate, value = head
        subjects = self._column(subject, slots, rows)
        if predicate == TYPE:
            cls = self.graph.number(value)
            self._add(self.out_members, cls, set(subjects) - self.graph.members[cls])
            return
        prop = self.graph.number(predicate)
        both = zip(subjects, self._column(value, slots, rows), strict=True)
        if prop == self.same:
            new = {s << SHIFT | o for s, o in both if s != o}
        else:
            new = {s << SHIFT | o for s, o in both if not s & 1}
        self._add(self.out_pairs, prop, new - self.graph.pairs[prop])

    def _column(self, term: str, slots: dict[str, int], rows: list[Row]) -> Iterable[int]:
        if is_variable(term):
            slot = slots[term]
            return [row[slot] for row in rows]
        return [self.graph.number(term)] * len(rows)

    def _equal(self, new_pairs: Sets, new_members: Sets) -> None:
        if not self.graph.pairs[self.same]:
            return
        pairs, members = self.equality.copies(new_pairs, new_members)
        for prop, found in pairs.items():
            self._add(self.out_pairs, prop, found - self.graph.pairs[prop])
        for cls, found in members.items():
            self._add(self.out_members, cls, found - self.graph.members[cls])

    def _settle(self) -> tuple[Sets, Sets]:
        """Make what this round found part of the graph; it is what the next round starts from."""
        pairs, members = self.out_pairs, self.out_members
        self.out_pairs, self.out_members = {}, {}
        for prop, new in pairs.items():
            self.graph.pairs[prop] |= new
            self.graph.index(prop, new)
            self._add(self.inferred_pairs, prop, new)
        for cls, new in members.items():
            self.graph.members[cls] |= new
            self._add(self.inferred_members, cls, new)
        return pairs, members

    def _malformed_literals(self) -> None:
        """dt-not-type for literals that are none of their own datatype's forms."""
        bad = {
            self.graph.number(term)
            for term in self.graph.terms
            if is_literal(term) and term[-1] == ">" and ill_formed(term)
        }
        if bad:
            self.clashes.update(self._holding(bad))

    def _holding(self, bad: set[int]) -> Iterator[Clash]:
        for prop, pairs in sorted(self.graph.pairs.items()):
            for pair in pairs:
                if pair & MASK in bad and pair not in self.inferred_pairs.get(prop, ()):
                    triple = (self.graph.term(pair >> SHIFT), self.graph.term(prop), self.graph.term(pair & MASK))
                    yield Clash(rule="dt-not-type", premises=(triple,))
