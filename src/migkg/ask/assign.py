"""Gives every part of a question its place in a clause or beside the clauses.

A named thing goes to the nearest relation on its left that can take it, else to the nearest on its right; what no
relation can take is said of the meeting (a place, a year). What is asked for takes its place first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migkg.ask.clauses import Clause, Sentence, is_symbol, kind_of, text_of
from migkg.ask.model import All, Extreme, MeetingRef, NotUnderstoodError, Period, PostRef, Quantity, Symbol, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from migkg.ask.model import Part
    from migkg.ask.relations import Relation
    from migkg.ask.target import Target


_FLAGS = {"time": "during", "now": "now", "end": "ends"}
"""Symbols that say one thing of the whole question -> the mark that they leave on the sentence."""


class Assigner:
    """Gives each part of a question its place; raises NotUnderstoodError for the first that has none."""

    def __init__(self, parts: Sequence[Part], relations: Mapping[str, Relation], target: Target) -> None:
        self.parts = parts
        self.relations = relations
        self.target = target
        self.sentence = Sentence()
        self.used = set(target.used)

    def assign(self) -> Sentence:
        """Clauses first, then what is asked for, then everything else from left to right."""
        self._clauses()
        self._imply()
        self._place_target()
        for at, part in enumerate(self.parts):
            if at not in self.used:
                self._place(at, part)
        self._drop_repeated()
        self._second_places()
        return self.sentence

    def _drop_repeated(self) -> None:
        """`members that A and B have in common`: a relation said twice, once of nothing, is said once."""
        clauses = self.sentence.clauses
        said = {c.relation.name for c in clauses if not c.is_open}
        open_ended = [
            c for c in clauses if c.is_open and not (c.asks or c.object_type or c.negated or c.relation.light)
        ]
        self.sentence.clauses = [c for c in clauses if c not in open_ended or c.relation.name not in said]

    def _clauses(self) -> None:
        for at, part in enumerate(self.parts):
            if is_symbol(part, "tenure"):
                self.used.add(at)
                self.sentence.serves = True
            if not isinstance(part, Symbol) or part.kind != "relation":
                continue
            self.used.add(at)
            negated = at > 0 and is_symbol(self.parts[at - 1], "logic", "not")
            self.used |= {at - 1} if negated else set()
            self.sentence.clauses.append(Clause(self.relations[part.value], at, negated))

    def _imply(self) -> None:
        """What is asked for implies a relation where the question names none that takes it."""
        wanted = self.target.types
        if any(wanted & clause.relation.objects and not clause.relation.light for clause in self.sentence.clauses):
            return
        for relation in self.relations.values():
            known = [c for c in self.sentence.clauses if c.relation.name == relation.name]
            if len(wanted) == 1 and wanted <= relation.implied and not known:
                self.sentence.clauses.append(Clause(relation, self.target.at))

    def _place_target(self) -> None:
        """The first relation that can take what is asked for takes it, a full one before a light one."""
        ordered = sorted(self.sentence.clauses, key=lambda c: (c.relation.light, c.at < self.target.at, c.at))
        for clause in ordered:
            if self._asks(clause):
                return

    def _asks(self, clause: Clause) -> bool:
        if clause.asks or clause.object or clause.object_type or not self.target.types:
            return False
        wanted = self.target.types
        if wanted <= clause.relation.objects if clause.relation.light else wanted & clause.relation.objects:
            clause.asks = "object"
        elif clause.relation.subject in self.target.types and clause.subject is None:
            clause.asks = "subject"
        return bool(clause.asks)

    def _second_places(self) -> None:
        """What is asked for also fills what other relations leave open (`members that did not take part`)."""
        for clause in self.sentence.clauses:
            if not clause.relation.light:
                self._asks(clause)

    def _place(self, at: int, part: Part) -> None:
        placed = (
            self._place_measure(at, part)
            if isinstance(part, Quantity | Extreme)
            else self._place_thing(at, part)
            if isinstance(part, Thing | MeetingRef | All)
            else self._place_rest(at, part)
        )
        if not placed:
            raise NotUnderstoodError("no place in the question for", (text_of(part),))
        self.used.add(at)

    def _place_rest(self, at: int, part: Part) -> bool:
        sentence = self.sentence
        if isinstance(part, PostRef) and sentence.posts is None:
            sentence.posts = part
        elif isinstance(part, Period):
            return self._place_period(at, part)
        elif isinstance(part, Symbol):
            return self._place_symbol(at, part)
        else:
            return False
        return True

    def _place_symbol(self, at: int, part: Symbol) -> bool:
        sentence = self.sentence
        if part.kind in _FLAGS:
            setattr(sentence, _FLAGS[part.kind], True)
            return part.kind != "end" or self.target.attribute == "date"
        match part.kind:
            case "also":
                sentence.also.add(part.value)
            case "age" | "form" if not getattr(sentence, part.kind):
                setattr(sentence, part.kind, part.value)
            case "edge" if self.target.attribute and not sentence.edge:
                sentence.edge = part.value
            case "all":
                return self._place_all(at)
            case "logic":
                return self._place_logic(at, part)
            case "class":
                return self._place_class(at, part)
            case _:
                return part.is_a("number", "1")  # an article
        return True

    def _place_all(self, at: int) -> bool:
        """`all forums that` says nothing, `every edition` is a condition on each; `did all members` has no reading."""
        after = self.parts[at + 1] if at + 1 < len(self.parts) else None
        if at > self.target.at and isinstance(after, MeetingRef):
            self.sentence.every = after
            self.used.add(at + 1)
            return True
        return self.target.form != "ask" and at <= self.target.at + 1

    def _place_period(self, at: int, part: Period) -> bool:
        near = next((c for c in self._near(at)), None)
        if near and near.relation.name == self.target.founding and near.takes_object("year"):
            if self.sentence.founding:
                return False
            self.sentence.founding = part
        elif near and near.at < at and near.relation.subject == "forum":  # when somebody became a member is not known
            raise NotUnderstoodError("a year is given, but nothing that happened then")
        elif self.sentence.period is None:
            self.sentence.period = part
        else:
            return False
        return True

    def _place_logic(self, at: int, part: Part) -> bool:
        """`but` and `and` before another clause say nothing; `not of B` repeats the relation before it."""
        after = self.parts[at + 1] if at + 1 < len(self.parts) else None
        if is_symbol(part, "logic", "not") and isinstance(after, Thing | All | MeetingRef):
            return self._place_denial(at)
        return (
            at > 0
            and is_symbol(part, "logic", "but", "and")
            and (is_symbol(after, "relation") or is_symbol(after, "logic", "not"))
        )

    def _place_denial(self, at: int) -> bool:
        """`but not of B` repeats the relation before it; `do not have A as a member` denies the one behind it."""
        left = [c for c in self.sentence.clauses if c.at < at]
        right = [c for c in self.sentence.clauses if c.at > at]
        if left and left[-1].is_open:  # `took part in no conference`
            left[-1].negated = True
        elif left:
            meant = kind_of(self.parts[at + 1]) in {"forum", "meeting"}  # the other side stays: `but not the ninth`
            kept = left[-1].object if meant and left[-1].relation.subject == "meeting" else None
            self.sentence.clauses.append(replace(left[-1], negated=True, at=at, subject=None, object=kept))
        elif len(right) == 1:
            right[0].negated = not right[0].negated
        return bool(left) or len(right) == 1

    def _place_class(self, at: int, part: Symbol) -> bool:
        """`the city of Lima`, `African states`; `attended by states`."""
        after = self.parts[at + 1] if at + 1 < len(self.parts) else None
        if after is not None and kind_of(after) == part.value:
            return True
        before = self.parts[at - 1] if at else None
        if isinstance(before, Thing) and before.type == part.value and len(before.terms) > 1:
            return True
        if part.value == "forum":
            self.sentence.forums = True
            return not any(isinstance(p, Thing) and p.type in {"city", "state"} for p in (before, after))
        for clause in self._near(at):
            behind = clause.at < at or isinstance(before, Quantity | Extreme)  # before its relation: a sentence within
            if behind and clause.takes_object(part.value) and not clause.relation.light:
                clause.object_type = part.value
                return True
        return False

    def _place_measure(self, at: int, part: Quantity | Extreme) -> bool:
        """What is counted: the meetings (`times`), or what the next part names."""
        if self.sentence.measure is not None:
            return False
        after = self.parts[at + 1] if at + 1 < len(self.parts) else None
        self.sentence.measure = part
        series = isinstance(after, Thing) and after.type == "forum"
        if part.times or series or (isinstance(after, MeetingRef) and not after.is_definite):
            self.sentence.measured = "meeting"
        elif isinstance(after, Symbol) and after.kind == "relation":
            self.sentence.measured = f"relation {at + 1}"
        elif isinstance(after, Symbol) and after.kind == "class":
            self.sentence.measured = after.value
            if after.value == "forum" or self._place_class(at + 1, after):
                self.used.add(at + 1)
        elif after is None and isinstance(part, Extreme):  # `which state has hosted it the most`
            self.sentence.measured = "meeting"
        return bool(self.sentence.measured)

    def _place_thing(self, at: int, part: Thing | MeetingRef | All) -> bool:
        kind = kind_of(part)
        if kind in {"forum", "meeting"}:
            return self._place_subject(at, part)
        if kind == "official" and (self.sentence.during or self.sentence.serves or "post" in self.target.types):
            return isinstance(part, Thing) and self._append(self.sentence.officials, part)
        for clause in self._near(at):
            if clause.takes_object(kind) and not isinstance(part, MeetingRef):
                clause.object = part
                return True
        if kind == "state" and isinstance(part, Thing) and self._is_of_target(at, part):
            self.sentence.within = part
            return True
        if kind in {"city", "state"} and isinstance(part, Thing) and self._is_of_meeting(at):
            return not part.apart and self._append(self.sentence.places, part)
        return kind == "official" and isinstance(part, Thing) and self._append(self.sentence.officials, part)

    def _is_of_target(self, at: int, part: Thing) -> bool:
        """`cities of Chile`; `African states`, `European members`: the answer lies there, or is one of them."""
        beside = at in {self.target.at - 1, self.target.at + 1}
        if beside and self.target.types == {"city"}:
            return True
        noun = self.target.types == {"state"} or (
            "state" in self.target.types
            and is_symbol(self.parts[at + 1] if at + 1 < len(self.parts) else None, "relation")
        )
        return beside and noun and len(part.terms) > 1

    def _is_of_meeting(self, at: int) -> bool:
        """Whether a place stands behind a meeting, a relation or a time, not behind some other noun."""
        before = self.parts[at - 1] if at else None
        if isinstance(before, Symbol) and before.kind == "class" and kind_of(self.parts[at]) == before.value:
            before = self.parts[at - 2] if at > 1 else None
        if isinstance(before, Symbol) and before.kind == "relation":  # `who represented Chile` is no place
            relation = self.relations[before.value]
            of_meeting = relation.subject == "meeting"
            return relation.light or (of_meeting and kind_of(self.parts[at]) not in relation.objects)
        after = self.parts[at + 1] if at + 1 < len(self.parts) else None
        series = isinstance(after, Thing) and after.type == "forum"  # `the Geneva GFMD`
        return isinstance(before, MeetingRef | Period | Thing | All) or isinstance(after, MeetingRef) or series

    def _place_subject(self, at: int, part: Thing | MeetingRef | All) -> bool:
        if isinstance(part, MeetingRef) and not (part.kind or part.forum or part.step):
            return False  # `first`, `last` alone may mean the time at which something was done
        for clause in self._near(at):
            taken = clause.takes_subject(part)
            if taken is not None:
                clause.subject = taken
                return True
        self.sentence.meetings.append(part)
        return True

    def _append(self, things: list[Thing], part: Thing) -> bool:
        things.append(part)
        return True

    def _near(self, at: int) -> Iterator[Clause]:
        """The clauses by nearness: those on the left from near to far, then those on the right.

        Where something is said on the left, nothing goes over a joint: `took part in Lima but never hosted it`.
        """
        left = [c for c in self.sentence.clauses if c.at < at]
        joints = [n for n, p in enumerate(self.parts) if n > at and is_symbol(p, "logic", "but", "not")] if left else []
        right = [c for c in self.sentence.clauses if at < c.at <= min(joints, default=c.at)]
        yield from sorted(left, key=lambda c: -c.at)
        yield from sorted(right, key=lambda c: c.at)
