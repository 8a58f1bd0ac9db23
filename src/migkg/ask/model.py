"""The values of a question on its way to its logical form: symbols, and descriptions of the things that it names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg.names import MEETING_CLASSES

if TYPE_CHECKING:
    from migkg.model import Term

MEETING_KINDS = frozenset(
    {
        "meeting",
        "conference",
        "preparatory",
        "intersessional",
        "ministerial",
        "senior-officials",
        "technical",
        "workshop",
        "summit",
    }
)
"""Classes of meeting that a question may name; `conference` is a main edition, `meeting` any."""


CLASSES = {
    "city": "City",
    "state": "State",
    "forum": "Forum",
    "meeting": "Meeting",
    "conference": "Conference",
    **MEETING_CLASSES,
    "organisation": "Organisation",
    "official": "Official",
    "document": "Document",
    "post": "Post",
}
"""Class of a question -> class of the ontology; a theme is a text and has none."""

YEAR = 4
"""Characters of a year; a month or a day has more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """What a stretch of the question means: `kind` and `value` (`class` `city`, `relation` `host`, `year` `2010`).

    A `thing` symbol has its type as value and the things of that name as `terms`; `others` are things of another type
    or of less note that bear the same name. `start` and `end` count characters of the question. What stands `apart`
    (`with Chile`) is no place of a meeting.
    """

    kind: str
    value: str
    start: int
    end: int
    text: str
    terms: tuple[Term, ...] = ()
    others: tuple[tuple[str, Term], ...] = ()
    apart: bool = False

    def is_a(self, kind: str, *values: str) -> bool:
        """Whether it is of a kind and, where values are given, has one of them."""
        return self.kind == kind and (not values or self.value in values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexed:
    """A question as symbols of one language, with the words that the language does not know."""

    lang: str
    symbols: tuple[Symbol, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that is named; several terms where the graph knows it under several IRIs; `apart` as of its symbol."""

    type: str
    terms: tuple[Term, ...]
    text: str
    apart: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Var:
    """Something asked for or left open; `types` are the classes it may have, none for any."""

    name: str
    types: frozenset[str] = frozenset()


Node = Thing | Var


@dataclass(frozen=True, slots=True)
class Period:
    """A time: each bound is an operator of SPARQL and a year, month or day (`2010`, `2010-10`, `2010-10-25`)."""

    bounds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRef:
    """A meeting as a question describes it: every part may be absent.

    `step` is 1 for the edition after the one of that ordinal or held in that place (`near`, in the year of
    `near_in`), -1 for the one before;
    `last` for the latest.
    """

    forum: Thing | None = None
    kind: str = ""
    ordinal: int | None = None
    step: int = 0
    last: bool = False
    near: Thing | None = None
    near_in: Period | None = None
    text: str = ""

    @property
    def is_definite(self) -> bool:
        """Whether it describes one meeting."""
        return self.ordinal is not None or self.last or self.near is not None


@dataclass(frozen=True, slots=True)
class PostRef:
    """A post by its title, with the body or state that it is in."""

    posts: tuple[Term, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """`at least two`, `more than three times`: an operator of SPARQL and a number.

    `bare` where no word says how the number is meant (`twice`): it is read as at least.
    """

    op: str
    number: int
    times: bool
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Extreme:
    """`the most`, `the fewest`."""

    most: bool
    times: bool


@dataclass(frozen=True, slots=True)
class All:
    """Several things of one type that must all fit."""

    parts: tuple[Thing | MeetingRef, ...]


Part = Symbol | Thing | MeetingRef | PostRef | Period | Quantity | Extreme | All
"""An element of a question after things that belong together have been joined."""


class NotUnderstoodError(Exception):
    """A question, or a part of it, that has no reading; `parts` are the stretches of it that are to blame."""

    def __init__(self, reason: str, parts: tuple[str, ...] = ()) -> None:
        self.reason = reason
        self.parts = parts
        super().__init__(reason)
