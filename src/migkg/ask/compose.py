"""The clauses of a question as one logical form: which variables there are, and what is said of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migkg.ask.clauses import as_meeting, merged
from migkg.ask.model import (
    All,
    Attribute,
    Counted,
    Extreme,
    Holds,
    InForum,
    InYears,
    Kind,
    Latest,
    LogicalForm,
    MeetingRef,
    NotUnderstoodError,
    Nth,
    Quantity,
    Statement,
    Thing,
    Var,
    Within,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from migkg.ask.clauses import Clause, Sentence
    from migkg.ask.model import Atom, Node
    from migkg.ask.target import Target
    from migkg.ask.words import Relation

_CLASSES = {"meeting": "Meeting", "conference": "Conference"}
_ANSWER = "answer"
_EDITION = "conference"


class Composer:
    """Builds the logical form of one question."""

    def __init__(
        self, target: Target, sentence: Sentence, relations: Mapping[str, Relation], plenary: Mapping[str, frozenset[str]]
    ) -> None:
        self.target = target
        self.sentence = sentence
        self.relations = relations
        self.plenary = plenary
        self.atoms: list[Atom] = []
        self.answer = Var(_ANSWER, target.types)
        self.meeting = self.answer if target.types == {"meeting"} else Var("meeting", frozenset({"meeting"}))
        self.forum: Node | None = self.answer if target.types == {"forum"} else None
        self.described: MeetingRef | None = target.meeting
        self.objects: dict[int, Var] = {}

    def compose(self) -> LogicalForm:
        """The logical form; raises NotUnderstoodError where parts of the question do not go together."""
        self._describe()
        for number, clause in enumerate(self.sentence.clauses):
            self._clause(clause, number)
        self._posts()
        self._surroundings()
        self._attribute()
        counted = self._counted()
        self._close()
        target = None if self.target.form == "ask" else self.answer
        age = {"oldest": "MIN", "newest": "MAX"}.get(self.sentence.age, "")
        if age and (self.forum is not self.answer or counted):
            raise NotUnderstoodError("an age is asked of something that has none")
        return LogicalForm(form=self.target.form, target=target, atoms=tuple(self.atoms), counted=counted, age=age)

    def _describe(self) -> None:
        """One description of the meeting that all clauses speak of, from what no clause took and from each clause."""
        loose = [m for m in self.sentence.meetings if not isinstance(m, All)]
        if len(loose) != len(self.sentence.meetings):
            raise NotUnderstoodError("several meetings without a relation")
        found = [self.target.meeting] if self.target.meeting is not None else []
        shared = [c.subject for c in self._of_meetings() if c.subject is not None and not isinstance(c.subject, All)]
        if not (found or loose or shared) and any(self._says_something(c) for c in self._of_meetings()):
            loose = [*self._named_forums()][:2]  # `which members of the forum never hosted it`
        for part in [*found, *loose, *shared]:
            added = as_meeting(part) if self.described is None or part is self.target.meeting else merged(self.described, part)
            if added is None:
                raise NotUnderstoodError("two descriptions of one meeting", (part.text,))
            self.described = added

    def _of_meetings(self) -> Iterator[Clause]:
        return (c for c in self.sentence.clauses if c.relation.subject == "meeting")

    def _needs_meeting(self) -> bool:
        said = self.sentence
        return bool(
            self.described is not None
            or any(self._says_something(c) and not isinstance(c.subject, All) for c in self._of_meetings())
            or said.places
            or said.measured == "meeting"
            or any(c.relation.light for c in said.clauses)
            or self.target.attribute and not self._founds()
        )

    def _founds(self) -> bool:
        return any(c.relation.name == self.target.founding for c in self.sentence.clauses)

    @staticmethod
    def _says_something(clause: Clause) -> bool:
        return not (clause.relation.light and clause.asks != "object" and clause.object is None and not clause.object_type)

    def _clause(self, clause: Clause, number: int) -> None:
        relation = clause.relation
        if relation.subject == "meeting" and not self._says_something(clause):
            if clause.negated:
                raise NotUnderstoodError("a denial without an object")
            return
        if relation.name == self.target.founding:
            self._founding(clause)
            return
        if self.target.form == "ask" and clause.object is None:
            raise NotUnderstoodError("a yes-or-no question that leaves something open", (relation.name,))
        for subject in self._subjects(clause):
            for item in self._objects(clause, number):
                self.atoms.append(Statement(relation.name, subject, item, clause.negated))

    def _subjects(self, clause: Clause) -> list[Node]:
        parts = clause.subject.parts if isinstance(clause.subject, All) else ()
        if clause.relation.subject == "forum":
            return [p for p in parts if isinstance(p, Thing)] or [self._forum_of(clause)]
        if parts:
            return [self._separate(part, n) for n, part in enumerate(parts, 1)]
        return [self.meeting]

    def _separate(self, part: Thing | MeetingRef, number: int) -> Var:
        """A variable of its own for one of several meetings."""
        ref = as_meeting(part)
        var = Var(f"meeting{number}", frozenset({"meeting"}))
        if ref is None:
            raise NotUnderstoodError("no meeting", (part.text,))
        self._meeting_atoms(var, ref, main=True)
        return var

    def _forum_of(self, clause: Clause) -> Node:
        if isinstance(clause.subject, Thing):
            return clause.subject
        if self.target.types == {"forum"}:
            return self.answer
        return self._the_forum()

    def _the_forum(self) -> Node:
        """The one forum that the question names, else a forum left open where forums are counted."""
        named = self._named_forums()
        if len(named) == 1:
            return named[0]
        if self.sentence.measured == "forum" or self.target.form != "ask" and not named:
            return Var("forum", frozenset({"forum"}))
        raise NotUnderstoodError("it is not said which forum is meant")

    def _named_forums(self) -> list[Thing]:
        found: list[Thing] = []
        for part in [self.described, *(c.subject for c in self.sentence.clauses)]:
            for one in part.parts if isinstance(part, All) else [part]:
                forum = one.forum if isinstance(one, MeetingRef) else one
                if isinstance(forum, Thing) and forum.type == "forum" and forum not in found:
                    found.append(forum)
        return found

    def _objects(self, clause: Clause, number: int) -> list[Node]:
        if clause.asks == "object":
            return [self.answer]
        if isinstance(clause.object, All):
            return [p for p in clause.object.parts if isinstance(p, Thing)]
        if clause.object is not None:
            return [clause.object]
        types = frozenset({clause.object_type}) if clause.object_type else clause.relation.objects
        self.objects[clause.at] = var = Var(f"other{number}", types)
        return [var]

    def _founding(self, clause: Clause) -> None:
        """Years of founding: compared, or asked for."""
        forum = self._forum_of(clause)
        if clause.negated or (self.target.form == "ask" and not self.sentence.founding):
            raise NotUnderstoodError("founding is neither denied nor asked by yes or no")
        if self.sentence.founding:
            self.atoms.append(InYears(forum, "established", self.sentence.founding.bounds))
        elif not self.target.attribute and not self.sentence.age:
            raise NotUnderstoodError("founding without a year", (clause.relation.name,))

    def _posts(self) -> None:
        said = self.sentence
        asks_post = self.target.types == {"post"}
        if not (said.posts or said.officials or asks_post):
            if said.during or said.serves:
                raise NotUnderstoodError("a time that nothing is said of")
            return
        if len(said.officials) > 1:
            raise NotUnderstoodError("several officials")
        official: Node = said.officials[0] if said.officials else self._holder()
        posts: Node = (
            self.answer
            if asks_post
            else Thing("post", said.posts.posts, said.posts.text)
            if said.posts
            else Var("post", frozenset({"post"}))
        )
        meeting = self.meeting if self._needs_meeting() else None
        if said.officials and not (said.during or asks_post or said.posts):
            raise NotUnderstoodError("an official whom nothing is said of", (said.officials[0].text,))
        bounds = said.period.bounds if said.period and meeting is None else ()
        self.atoms.append(Holds(official, posts, meeting, bounds))

    def _holder(self) -> Node:
        if "official" in self.target.types:
            return self.answer
        raise NotUnderstoodError("a post whose holder is not asked for")

    def _surroundings(self) -> None:
        """The meeting itself, its place and its year."""
        said = self.sentence
        held = next((r.name for r in self.relations.values() if r.light), "")
        self.atoms += [Statement(held, self.meeting, place) for place in said.places]
        if said.within:
            self.atoms.append(Within(self.answer, said.within))
        if self.target.scope:
            self.atoms.append(Kind(self.answer, self.target.scope))
        if self._needs_meeting():
            mains = [c.relation.main for c in self._of_meetings()]
            self._meeting_atoms(self.meeting, self.described or MeetingRef(), main=any(mains) or not mains)
            if said.period:
                self.atoms.append(InYears(self.meeting, "year", said.period.bounds))
        elif said.period and not any(isinstance(a, Holds) for a in self.atoms):
            raise NotUnderstoodError("a year that nothing is said of")

    def _meeting_atoms(self, var: Var, ref: MeetingRef, *, main: bool) -> None:
        named = self._named_forums()
        forum: Node | None = ref.forum or self.forum
        if forum is None and (ref.is_definite or self.sentence.measured == "forum"):
            forum = named[0] if len(named) == 1 else None
            if forum is None and ref.is_definite:
                raise NotUnderstoodError("it is not said of which forum", (ref.text,))
            forum = forum or Var("forum", frozenset({"forum"}))
        ref = self._settled(ref, forum)
        edition = ref.kind == _EDITION or (isinstance(forum, Thing) and not ref.kind and main)
        if forum is not None:
            self.atoms.append(InForum(var, forum, edition, itself=self._is_series(ref)))
        if (ref.kind and ref.kind != "summit") or forum is None:
            self.atoms.append(Kind(var, ref.kind or "meeting"))
        if ref.ordinal is not None:
            self.atoms.append(Nth(var, ref.ordinal + ref.step, forum or var, "" if edition else ref.kind))
        if ref.last and forum is not None:
            self.atoms.append(Latest(var, forum))

    def _is_series(self, ref: MeetingRef) -> bool:
        """Whether a forum that is named alone may itself be the subject: a chair of the forum, not of a meeting."""
        alone = replace(ref, forum=None, text="") == MeetingRef()
        relations = [c.relation for c in self._of_meetings() if self._says_something(c)]
        said = self.sentence
        loose = not (said.places or said.period or said.measure or self.target.attribute or said.during)
        return alone and loose and len(relations) == 1 and relations[0].series

    def _settled(self, ref: MeetingRef, forum: Node | None) -> MeetingRef:
        """A meeting at the level at which the plenary of its forum meets is an edition; so is a numbered meeting."""
        code = forum.terms[0].rpartition("/")[2].rstrip(">") if isinstance(forum, Thing) else ""
        numbered = ref.is_definite and ref.kind in {"", "meeting"}
        if numbered or ref.kind in self.plenary.get(code, frozenset()) or (ref.kind == "summit" and forum is None):
            return replace(ref, kind=_EDITION)
        if ref.kind == "summit" and not ref.is_definite:
            raise NotUnderstoodError("it is not clear which meetings are meant", (ref.text,))
        return ref

    def _attribute(self) -> None:
        if not self.target.attribute:
            return
        if self._founds():
            clause = next(c for c in self.sentence.clauses if c.relation.name == self.target.founding)
            self.atoms.append(Attribute(self._forum_of(clause), "established", self.answer))
        else:
            self.atoms.append(Attribute(self.meeting, self.target.attribute, self.answer))

    def _counted(self) -> Counted | None:
        measure = self.sentence.measure
        if measure is None:
            return None
        if self.target.form != "list" or self.target.attribute not in {"", "year"}:
            raise NotUnderstoodError("a number where none is expected")
        var = self._measured()
        if var == self.answer:
            raise NotUnderstoodError("what is asked for cannot be counted as well")
        if isinstance(measure, Extreme):
            return Counted(var, "MAX" if measure.most else "MIN")
        return Counted(var, measure.op, measure.number)

    def _measured(self) -> Var:
        what = self.sentence.measured
        used = {node for atom in self.atoms for node in _nodes(atom) if isinstance(node, Var)}
        if what.startswith("relation "):
            at = int(what.partition(" ")[2])
            if at in self.objects:
                return self.objects[at]
            named = Var("forum", frozenset({"forum"}))
            if named in used:
                return named
        for var in sorted(used - {self.answer}, key=lambda v: v.name):
            if what in var.types and (var in self.objects.values() or var.name in {"meeting", "forum"}):
                return var
        raise NotUnderstoodError("it is not clear what is counted", (what,))

    def _close(self) -> None:
        """Every answer has its class; nothing is asked of nothing."""
        if not self.atoms and not self.sentence.age and not self.target.types:
            raise NotUnderstoodError("nothing is said")
        if self.target.form != "ask" and not self.target.attribute:
            if len(self.target.types) == 1:
                self.atoms.append(Kind(self.answer, next(iter(self.target.types))))
            if not any(self.answer in _nodes(atom) for atom in self.atoms if not isinstance(atom, Kind)) and self.target.types != {
                "forum"
            }:
                if self.target.types != {"meeting"}:
                    raise NotUnderstoodError("nothing is said of what is asked for")


def _nodes(atom: Atom) -> tuple[Node, ...]:
    match atom:
        case Statement():
            return (atom.subject, atom.object)
        case InForum() | Latest():
            return (atom.meeting, atom.forum)
        case Nth():
            return (atom.meeting,)
        case Holds():
            return (atom.official, atom.posts, *((atom.meeting,) if atom.meeting else ()))
        case Attribute():
            return (atom.node, atom.value)
        case Within():
            return (atom.city, atom.state)
        case _:
            return (atom.node,)
