"""The values of a question on its way to SPARQL: symbols, descriptions of things, and the typed logical form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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


YEAR = 4
"""Characters of a year; a month or a day has more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """What a stretch of the question means: `kind` and `value` (`class` `city`, `relation` `host`, `year` `2010`).

    A `thing` symbol has its type as value and the things of that name as `terms`; `others` are things of another type
    or of less note that bear the same name. `start` and `end` count characters of the question.
    """

    kind: str
    value: str
    start: int
    end: int
    text: str
    terms: tuple[Term, ...] = ()
    others: tuple[tuple[str, Term], ...] = ()

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
    """A thing that is named; several terms where the graph knows it under several IRIs."""

    type: str
    terms: tuple[Term, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Var:
    """Something asked for or left open; `types` are the classes it may have, none for any."""

    name: str
    types: frozenset[str] = frozenset()


Node = Thing | Var


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRef:
    """A meeting as a question describes it: every part may be absent.

    `step` is 1 for the edition after the one of that ordinal, -1 for the one before; `last` for the latest.
    """

    forum: Thing | None = None
    kind: str = ""
    ordinal: int | None = None
    step: int = 0
    last: bool = False
    text: str = ""

    @property
    def is_definite(self) -> bool:
        """Whether it describes one meeting."""
        return self.ordinal is not None or self.last


@dataclass(frozen=True, slots=True)
class PostRef:
    """A post by its title, with the body or state that it is in."""

    posts: tuple[Term, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Period:
    """A time: each bound is an operator of SPARQL and a year, month or day (`2010`, `2010-10`, `2010-10-25`)."""

    bounds: tuple[tuple[str, str], ...]


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


@dataclass(frozen=True, slots=True)
class Statement:
    """`subject` (a meeting or a forum) has the relation to `object`; negated where the question denies it."""

    relation: str
    subject: Node
    object: Node
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """The node is of the class."""

    node: Node
    cls: str


@dataclass(frozen=True, slots=True)
class Titled:
    """A name of the node holds one of the words."""

    node: Var
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """The city lies in one of the states, or (`itself`) the node is one of them."""

    city: Var
    state: Thing
    itself: bool = False


@dataclass(frozen=True, slots=True)
class InForum:
    """The meeting belongs to the forum, `main` as an edition; `itself` where the forum may stand for it."""

    meeting: Var
    forum: Node
    main: bool
    itself: bool = False


@dataclass(frozen=True, slots=True)
class Nth:
    """The meeting has the ordinal in its series: that of the editions, or of a lesser `kind`."""

    meeting: Var
    ordinal: int
    forum: Node
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Latest:
    """No meeting of the same forum, in the same places, is of a later year within the bounds where there are any."""

    meeting: Var
    forum: Node
    bounds: tuple[tuple[str, str], ...] = ()
    places: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class InYears:
    """A year of the node (`year` of a meeting, `established` of a forum) lies within the bounds.

    Bounds finer than a year are those of a meeting's days: what is not known so precisely does not lie within them.
    """

    node: Node
    attribute: str
    bounds: tuple[tuple[str, str], ...]

    @property
    def is_fine(self) -> bool:
        """Whether a bound is a month or a day."""
        return any(len(time) > YEAR for _, time in self.bounds)


@dataclass(frozen=True, slots=True)
class Holds:
    """The official holds one of the posts, at the time of the meeting or in the years where they are given."""

    official: Node
    posts: Node
    meeting: Var | None = None
    bounds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    """The node is one of the things that a question offers."""

    node: Var
    things: Thing


@dataclass(frozen=True, slots=True)
class Served:
    """When the official came into one of the posts (`from`) or left it (`until`); `year` where a year is asked for."""

    official: Node
    posts: Node
    bound: str
    value: Var
    year: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """A value of the node: `year`, `date` (its first day), `end` (its last day), `established`."""

    node: Node
    attribute: str
    value: Var


@dataclass(frozen=True, slots=True)
class Always:
    """The answer has the relation to each edition of the forum of which the graph knows anybody that has it."""

    relation: str
    forum: Node
    object: Var


Atom = (
    Always | Statement | Within | Titled | Kind | InForum | Nth | Latest | InYears | Holds | Served | OneOf | Attribute
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A condition on how many `var` go with each answer: an operator and a number, or `MAX` or `MIN`."""

    var: Var
    op: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LogicalForm:
    """What a question asks. `form` is `list`, `count` or `ask`; `age` is `MIN` or `MAX` of the founding years, `edge`
    that of the times that are asked for.

    `also` (`where`, `when`) asks for the place or the time of the meeting beside the answer.
    """

    form: str
    target: Var | None
    atoms: tuple[Atom, ...]
    counted: Counted | None = None
    age: str = ""
    edge: str = ""
    also: frozenset[str] = field(default=frozenset())


class NotUnderstoodError(Exception):
    """A question, or a part of it, that has no reading; `parts` are the stretches of it that are to blame."""

    def __init__(self, reason: str, parts: tuple[str, ...] = ()) -> None:
        self.reason = reason
        self.parts = parts
        super().__init__(reason)
