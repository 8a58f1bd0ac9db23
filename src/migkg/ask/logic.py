"""The typed logical form of a question: what is asked for, and the atoms that are said of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from migkg.ask.model import YEAR, Node, Thing, Var


@dataclass(frozen=True, slots=True)
class Statement:
    """`subject` (a meeting or a forum) has the relation to `object`; negated where the question denies it."""

    relation: str
    subject: Node
    object: Node
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Sits:
    """The answer has the relation to the forum itself, and only who does has it to its meetings; `types` count."""

    relation: str
    forum: Thing
    answer: Var
    types: frozenset[str]


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
    """The meeting belongs to the forum, `main` as an edition; `itself` where the forum may stand for it.

    `year` and `places` where an edition goes before lesser meetings of that time and place, if there was one.
    """

    meeting: Var
    forum: Node
    main: bool
    itself: bool = False
    year: str = ""
    places: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class Nth:
    """The meeting has the ordinal in its series: that of the editions, or of a lesser `kind`."""

    meeting: Var
    ordinal: int
    forum: Node
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Latest:
    """No meeting of the same forum, in the same places, is of a later year within the bounds where there are any.

    `said` are relations and their objects that it is the last to have: `the last one hosted by A`.
    """

    meeting: Var
    forum: Node
    bounds: tuple[tuple[str, str], ...] = ()
    places: tuple[Thing, ...] = ()
    said: tuple[tuple[str, Thing], ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """The meeting is the edition after (`step` 1) or before (-1) another one."""

    meeting: Var
    other: Var
    step: int


@dataclass(frozen=True, slots=True)
class Form:
    """The meeting was held in the form: a concept of the ontology."""

    node: Node
    form: str


@dataclass(frozen=True, slots=True)
class Succeeds:
    """The official is the next holder of one of the posts after another (`step` 1), or the one before (-1)."""

    official: Var
    other: Thing
    posts: Node
    step: int


@dataclass(frozen=True, slots=True)
class Founded:
    """The forum was founded before (`<`), after (`>`) or in the same year as (`=`) another."""

    node: Node
    op: str
    other: Node


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
    Always
    | Sits
    | Statement
    | Within
    | Titled
    | Kind
    | InForum
    | Nth
    | Latest
    | Beside
    | Form
    | Succeeds
    | Founded
    | InYears
    | Holds
    | Served
    | OneOf
    | Attribute
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
