"""The clauses of a question as one logical form: which variables there are, and what is said of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.ask import every, seats, unclear
from migkg.ask.atoms import nodes
from migkg.ask.checks import check
from migkg.ask.choice import AGES
from migkg.ask.clauses import as_meeting
from migkg.ask.logic import (
    Attribute,
    Counted,
    Form,
    Holds,
    InYears,
    Kind,
    LogicalForm,
    Served,
    Statement,
    Titled,
    Within,
)
from migkg.ask.meetings import ANY_FORUM, Meetings
from migkg.ask.model import All, Extreme, MeetingRef, NotUnderstoodError, Thing, Var

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from migkg.ask.clauses import Clause, Sentence
    from migkg.ask.logic import Atom
    from migkg.ask.model import Node
    from migkg.ask.relations import Relation
    from migkg.ask.target import Target

_EDGES = {"first": "MIN", "last": "MAX"}


class Composer:
    """Builds the logical form of one question."""

    def __init__(
        self,
        target: Target,
        sentence: Sentence,
        relations: Mapping[str, Relation],
        plenary: Mapping[str, frozenset[str]],
        doctypes: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.target = target
        self.sentence = sentence
        self.relations = relations
        self.answer = Var("answer", target.types)
        self.held = next((r.name for r in relations.values() if r.light), "")
        self.meetings = Meetings(target, sentence, self.answer, plenary, self.held)
        self.doctypes = doctypes
        self.atoms: list[Atom] = []
        self.separate = 0
        self.left_open: dict[int, Var] = {}
        """The variables for objects that nothing names, by the place of their relation."""

    def compose(self) -> LogicalForm:
        """The logical form; raises NotUnderstoodError where parts of the question do not go together."""
        unclear.refuse(self.target, self.sentence, self.meetings)
        if self.sentence.every:
            return every.reading(self.target, self.sentence, self.sentence.every, self.answer)
        if seated := seats.reading(self.target, self.sentence, self.meetings, self.answer):
            return seated
        for number, clause in enumerate(self.sentence.clauses):
            self.atoms += self._clause(clause, number)
        self.atoms += self._posts()
        self.atoms += self._surroundings()
        self.atoms += self._value()
        counted = self._counted()
        age = AGES.get(self.sentence.age, "")
        if age and (self.target.types != {"forum"} or counted):
            raise NotUnderstoodError("an age is asked of something that has none")
        check(self.atoms, self.target, self.answer, self.relations)
        asked = self.target.form != "ask"
        if asked and len(self.target.types) == 1:
            self.atoms.append(Kind(self.answer, next(iter(self.target.types))))
        return LogicalForm(
            form=self.target.form,
            target=self.answer if asked else None,
            atoms=tuple(dict.fromkeys(self.atoms)),
            counted=counted,
            age=age,
            edge=self._edge(),
            also=self._also(),
        )

    def _clause(self, clause: Clause, number: int) -> Iterator[Atom]:
        if not clause.says_something:
            if clause.negated:
                raise NotUnderstoodError("something is denied of nothing")
            if isinstance(clause.subject, All):
                raise NotUnderstoodError("it is not clear whether each or all are meant", (clause.relation.name,))
        elif clause.relation.name == self.target.founding:
            yield from self._founding(clause)
        else:
            yield from self._statements(clause, number)

    def _statements(self, clause: Clause, number: int) -> Iterator[Atom]:
        name = clause.relation.name
        if self.target.form == "ask" and clause.object is None:
            raise NotUnderstoodError("a yes-or-no question leaves something open", (name,))
        named = self.target.form != "ask" and any(c.object for c in self.sentence.clauses)
        if clause.relation.subject == "meeting" and not (clause.subject or self.meetings.is_told or named):
            raise NotUnderstoodError("it is not said of which meetings", (name,))
        objects = self._objects(clause, number)
        if len(objects) > 1 and self._may_part(clause):
            yield from self._apart(clause, objects)
            return
        for subject in self._subjects(clause):
            for item in objects:
                yield Statement(name, subject, item, clause.negated)

    def _may_part(self, clause: Clause) -> bool:
        """Whether each of several objects may have a meeting of its own: `forums in which A and B took part`."""
        shared = self.target.types == {"meeting"} or self.target.form == "ask" or self.target.attribute
        said = self.sentence
        if self.target.form == "ask" and clause.relation.subject == "meeting" and not self._is_of_one(clause):
            raise NotUnderstoodError("it is not clear whether each or all are meant", (clause.relation.name,))
        if self.target.form == "count" or said.measure or (not shared and (said.period or said.places)):
            raise NotUnderstoodError("it is not clear whether each or all are meant", (clause.relation.name,))
        return clause.relation.subject == "meeting" and not isinstance(clause.subject, All) and not shared

    def _is_of_one(self, clause: Clause) -> bool:
        """Whether one meeting is meant, so that several who did something did it at the same."""
        described, period = self.meetings.described, self.sentence.period
        return (
            clause.at in self.meetings.own
            or (described is not None and described.is_definite)
            or (period is not None and period.bounds[0][0] == "=")
        )

    def _apart(self, clause: Clause, objects: Sequence[Node]) -> Iterator[Atom]:
        self.meetings.are_apart = True
        for number, item in enumerate(objects, 1):
            var = Var(f"meeting{number}", frozenset({"meeting"}))
            yield Statement(clause.relation.name, var, item, clause.negated)
            yield from self.meetings.described_as(
                var, self.meetings.described or MeetingRef(), main=clause.relation.main
            )

    def _subjects(self, clause: Clause) -> list[Node]:
        parts: tuple[Thing | MeetingRef, ...] = clause.subject.parts if isinstance(clause.subject, All) else ()
        if clause.at in self.meetings.own:
            parts = (self.meetings.own[clause.at],)
        if clause.relation.subject == "forum":
            return [p for p in parts if isinstance(p, Thing)] or [self._forum_of(clause)]
        return [self._separate(part, main=clause.relation.main) for part in parts] or [self.meetings.var]

    def _separate(self, part: Thing | MeetingRef, *, main: bool) -> Var:
        """A variable of its own for one of several meetings."""
        self.separate += 1
        var = Var(f"meeting{self.separate}", frozenset({"meeting"}))
        self.atoms += self.meetings.described_as(var, as_meeting(part) or MeetingRef(), main=main)
        return var

    def _forum_of(self, clause: Clause) -> Node:
        return clause.subject if isinstance(clause.subject, Thing) else self.meetings.the_forum()

    def _objects(self, clause: Clause, number: int) -> list[Node]:
        if clause.asks == "object":
            return [self.answer]
        if isinstance(clause.object, All):
            return [p for p in clause.object.parts if isinstance(p, Thing)]
        if clause.object is not None:
            return [clause.object]
        said = [c for c in self.sentence.clauses if c.relation.name == clause.relation.name]
        held = "city" in clause.relation.objects and self.target.types <= {"meeting"}  # `organised in 2010`
        if clause.relation.full and not (
            held or clause.negated or clause.object_type or self.sentence.measure or said[1:]
        ):
            raise NotUnderstoodError("it is not clear what is meant by", (clause.relation.name,))
        types = frozenset({clause.object_type}) if clause.object_type else clause.relation.objects
        self.left_open[clause.at] = var = Var(f"other{number}", types)
        return [var]

    def _founding(self, clause: Clause) -> Iterator[Atom]:
        """Years of founding: compared, or asked for."""
        period = self.sentence.founding
        if clause.negated or (self.target.form == "ask" and not period):
            raise NotUnderstoodError("founding can be dated only")
        if period:
            founded = InYears(self._forum_of(clause), "established", period.bounds)
            if founded.is_fine:
                raise NotUnderstoodError("the graph gives the year of a founding only", (clause.relation.name,))
            yield founded
        elif not self.target.attribute and not self.sentence.age:
            raise NotUnderstoodError("founding without a year", (clause.relation.name,))

    def _posts(self) -> Iterator[Atom]:
        """Who held which post, when; nothing where the question names neither post nor holder."""
        said = self.sentence
        asks_post = self.target.types == {"post"}
        if not (said.posts or said.officials or asks_post):
            if said.serves or (said.during and self.meetings.described is None):
                raise NotUnderstoodError("a time is given, but nothing that lasted so long")
            return
        if len(said.officials) > 1 or (said.officials and not (said.during or asks_post or said.posts)):
            raise NotUnderstoodError("nothing is said of", tuple(official.text for official in said.officials))
        if self.meetings.tenure_is_dated:
            yield from self._served(said.officials)
            return
        meeting = self.meetings.var if self.meetings.is_needed else None
        bounds = said.period.bounds if said.period and meeting is None else ()
        yield Holds(said.officials[0] if said.officials else self._holder(), self._post(), meeting, bounds)

    def _served(self, officials: Sequence[Thing]) -> Iterator[Atom]:
        """Since when, or until when, somebody held a post that the question names."""
        if not officials or self.sentence.posts is None:
            raise NotUnderstoodError("a time is asked for, but not of whom in which post")
        bound = "until" if self.sentence.ends else "from"
        yield Served(officials[0], self._post(), bound, self.answer, year=self.target.attribute == "year")

    def _post(self) -> Node:
        if self.target.types == {"post"}:
            return self.answer
        posts = self.sentence.posts
        return Thing("post", posts.posts, posts.text) if posts else Var("post", frozenset({"post"}))

    def _holder(self) -> Node:
        if "official" in self.target.types:
            return self.answer
        raise NotUnderstoodError("a post is named, but its holder is not asked for")

    def _surroundings(self) -> Iterator[Atom]:
        """The meeting itself, its place and its year; the scope of a forum; the country of a city."""
        said = self.sentence
        yield from (Statement(self.held, self.meetings.var, place) for place in said.places)
        if said.within:
            yield Within(self.answer, said.within, itself="city" not in self.target.types)
        if self.target.doctype:
            yield Titled(self.answer, self.doctypes[self.target.doctype])
        if self.target.scope:
            yield Kind(self.answer, self.target.scope)
        if self.meetings.is_needed:
            yield from self.meetings.atoms()
            if said.form:
                yield Form(self.meetings.var, said.form)
            if said.period:
                yield InYears(self.meetings.var, "year", said.period.bounds)
        elif said.period and not any(isinstance(a, Holds) for a in self.atoms):
            raise NotUnderstoodError("a year is given, but nothing that happened then")

    def _value(self) -> Iterator[Atom]:
        """A year or date that is asked for."""
        if not self.target.attribute or self.meetings.tenure_is_dated:
            return
        founded = next((c for c in self.sentence.clauses if c.relation.name == self.target.founding), None)
        if founded and self.sentence.ends:
            raise NotUnderstoodError("a founding has no end", (founded.relation.name,))
        if founded:
            yield Attribute(self._forum_of(founded), "established", self.answer)
        else:
            attribute = "end" if self.sentence.ends else self.target.attribute
            yield Attribute(self.meetings.var, attribute, self.answer)

    def _counted(self) -> Counted | None:
        measure = self.sentence.measure
        if measure is None:
            return None
        listed = self.target.form == "list" and self.target.attribute in {"", "year"}
        if not listed and (isinstance(measure, Extreme) or self.target.attribute):
            raise NotUnderstoodError("a number stands where none is expected")
        var = self._measured()
        if isinstance(measure, Extreme):
            return Counted(var, "MAX" if measure.most else "MIN")
        return Counted(var, measure.op, measure.number)

    def _edge(self) -> str:
        """The first or the last time that something was so: of meetings alone."""
        edge = _EDGES.get(self.sentence.edge, "")
        if edge and not any(isinstance(a, Attribute) and a.node == self.meetings.var for a in self.atoms):
            raise NotUnderstoodError("a time is asked for, but of nothing that happened more than once")
        return edge

    def _also(self) -> frozenset[str]:
        """Where or when a meeting was, asked for beside something else; of meetings it is always shown."""
        also = frozenset(self.sentence.also)
        of_meeting = self.meetings.is_needed and self.target.form == "list" and not self.sentence.measure
        if also and not of_meeting:
            raise NotUnderstoodError("place and time are asked of something that has none")
        return also

    def _measured(self) -> Var:
        """The variable that is counted: what the relation behind the number leaves open, the meetings, the forums."""
        what = self.sentence.measured
        relation, _, at = what.partition(" ")
        used = {node for atom in self.atoms for node in nodes(atom)}
        if at and int(at) in self.left_open:
            return self.left_open[int(at)]
        wanted = [ANY_FORUM] if at or what == "forum" else [*self.left_open.values(), self.meetings.var]
        for var in wanted:
            if var in used and var != self.answer and (at or what in var.types):
                return var
        raise NotUnderstoodError("it is not clear what is counted", (relation,))
