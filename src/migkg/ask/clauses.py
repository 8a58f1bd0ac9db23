"""The clauses of a question: one a relation, each with a subject and an object, and what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from migkg.ask.model import All, MeetingRef, Period, PostRef, Quantity, Symbol, Thing

if TYPE_CHECKING:
    from migkg.ask.model import Extreme, Part
    from migkg.ask.relations import Relation


@dataclass(slots=True)
class Clause:
    """A relation with what the question says of its two sides.

    `subject` and `object` are None while nothing is known; `asks` says which side is asked for; `at` is
    the relation's place among the parts.
    """

    relation: Relation
    at: int
    negated: bool = False
    subject: MeetingRef | Thing | All | None = None
    object: Thing | All | None = None
    object_type: str = ""
    asks: str = ""

    @property
    def says_something(self) -> bool:
        """Whether it needs a statement: a light relation without an object does not."""
        return not (self.relation.light and self.asks != "object" and self.object is None and not self.object_type)

    @property
    def is_open(self) -> bool:
        """Whether nothing named stands on either side yet."""
        return self.subject is None and self.object is None

    def takes_object(self, kind: str) -> bool:
        """Whether a thing of that type can still be the object."""
        return self.object is None and not self.object_type and self.asks != "object" and kind in self.relation.objects

    def takes_subject(self, part: MeetingRef | Thing | All) -> MeetingRef | Thing | All | None:
        """The subject with this part added, or None where it does not fit."""
        if self.asks == "subject" and self.relation.subject == "forum":
            return None
        if self.relation.subject == "forum":
            return part if self.subject is None and kind_of(part) == "forum" else None
        if self.subject is None:
            return part
        return merged(self.subject, part)


@dataclass(slots=True)
class Sentence:
    """A question taken apart: its clauses, and what is said outside of them."""

    clauses: list[Clause] = field(default_factory=list)
    places: list[Thing] = field(default_factory=list)
    within: Thing | None = None
    meetings: list[MeetingRef | Thing | All] = field(default_factory=list)
    officials: list[Thing] = field(default_factory=list)
    posts: PostRef | None = None
    period: Period | None = None
    founding: Period | None = None
    measure: Quantity | Extreme | None = None
    measured: str = ""
    age: str = ""
    edge: str = ""
    during: bool = False
    serves: bool = False
    forums: bool = False
    now: bool = False
    common: bool = False
    ends: bool = False
    form: str = ""
    every: MeetingRef | None = None
    also: set[str] = field(default_factory=set)


def kind_of(part: Part) -> str:
    """The type of a named thing, `meeting` for a description of one, the type of its parts for several."""
    if isinstance(part, All):
        return kind_of(part.parts[0])
    if isinstance(part, MeetingRef):
        return "meeting"
    return part.type if isinstance(part, Thing) else ""


def merged(one: MeetingRef | Thing | All, other: MeetingRef | Thing | All) -> MeetingRef | None:
    """Two descriptions of one meeting as one, or None where they disagree; a forum alone is a description."""
    first, second = as_meeting(one), as_meeting(other)
    if first is None or second is None:
        return None
    if (first.forum and second.forum) or (first.kind and second.kind) or (first.is_definite and second.is_definite):
        return None
    return replace(
        first,
        forum=first.forum or second.forum,
        kind=first.kind or second.kind,
        ordinal=first.ordinal if first.ordinal is not None else second.ordinal,
        step=first.step or second.step,
        last=first.last or second.last,
        near=first.near or second.near,
        near_in=first.near_in or second.near_in,
        text=f"{first.text} {second.text}",
    )


def as_meeting(part: MeetingRef | Thing | All) -> MeetingRef | None:
    """A description of a meeting from one or from a forum; None for several."""
    if isinstance(part, MeetingRef):
        return part
    return MeetingRef(forum=part, text=part.text) if isinstance(part, Thing) and part.type == "forum" else None


def text_of(part: Part) -> str:
    """The words of the question that a part was made from, as far as they are kept."""
    if isinstance(part, All):
        return ", ".join(text_of(p) for p in part.parts)
    if isinstance(part, Period):
        return " ".join(f"{op} {year}" for op, year in part.bounds)
    if isinstance(part, Quantity):
        return f"{part.op} {part.number}"
    return part.text if isinstance(part, Symbol | Thing | MeetingRef | PostRef) else "most" if part.most else "fewest"


def is_symbol(part: Part | None, kind: str, *values: str) -> bool:
    """Whether a part is a symbol of a kind and, where values are given, has one of them."""
    return isinstance(part, Symbol) and part.is_a(kind, *values)
