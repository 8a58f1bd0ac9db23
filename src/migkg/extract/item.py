"""Items: what is seen in a sentence, and the symbol that stands for each kind in the masked text."""

from __future__ import annotations

from dataclasses import field

from migkg.extract.light import light

SYMBOLS = {
    "forum": "\ue000",
    "meeting": "\ue001",
    "city": "\ue002",
    "state": "\ue003",
    "org": "\ue004",
    "parties": "\ue005",
    "list": "\ue00f",
    "other": "\ue010",
    "demonym": "\ue006",
    "date": "\ue007",
    "period": "\ue015",
    "year": "\ue00e",
    "person": "\ue008",
    "persons": "\ue009",
    "quote": "\ue00a",
    "document": "\ue011",
    "ordinal": "\ue00b",
    "head": "\ue00c",
    "modifier": "\ue00d",
    "session": "\ue012",
    "today": "\ue013",
    "here": "\ue014",
}
"""One private-use character for each kind: patterns see a mention as one character, whatever its length."""


@light(frozen=True, slots=True, order=True)
class Date:
    """A day, month or year, or a range of them: `2010-11-08`, `--11-08`, `2010-11`, `2010`."""

    start: str
    end: str

    @property
    def is_day(self) -> bool:
        """Whether both ends name a day."""
        return self.start.count("-") in {2, 3} and len(self.start) > 7 - 2 * self.start.startswith("--")

    @property
    def year(self) -> str:
        """The year both ends lie in, or the empty string."""
        same = self.start[:4] == self.end[:4]
        return self.start[:4] if same and self.start[:4].isdigit() else ""


TODAY = Date("today", "today")
"""The day of publication, where that is known."""


@light(frozen=True, slots=True)
class Role:
    """A title and the org code or state it is held in (empty where the text does not say)."""

    title: str
    body: str
    start: int
    end: int
    chairs: bool = False
    """Whether the title is that of one who chairs the body."""
    portfolio: bool = False
    """Whether the title says of what: `minister of labour`."""
    inferred: bool = False
    """Whether the body is only that which the sentence speaks of."""


OBSERVER = "observer"
"""The form of a body that a list tells to be no more: `Algeria (observer)`."""


@light(frozen=True, slots=True)
class MeetingMention:
    """What the words say about a meeting: forum, kind, ordinal, year; `how` is full, partial, coreferent, last
    (whichever was spoken of last), counted (one of several, by its number alone), placed (by its place alone) or
    foreign (a summit of another kind, which keeps its facts to itself).

    `time` is next, previous or empty; `event` the words of a one-off meeting's name.
    """

    code: str = ""
    kind: str = ""
    ordinal: int | None = None
    year: str = ""
    how: str = "full"
    time: str = ""
    event: str = ""
    head: str = ""
    is_plain: bool = False
    """An event named by no more than `the conference on migration`."""
    is_proper: bool = False
    """Written as a name: `the International Conference on Migration`."""
    is_short: bool = False
    """An event all of whose words may be those of a forum: `the Forum on Migration and Development`."""
    place: str = ""
    """The city or state that a meeting is called after: `the Cartagena meeting`."""
    gathers: bool = False
    """A forum that is said to have met."""
    titled: bool = False
    """An event named by a title in quotation marks behind a mere word for a meeting."""
    fresh: bool = False
    """Introduced as something new: `a special session`."""
    main: MeetingMention | None = None
    """The main edition that a lesser meeting is of: `preparatory meeting of the tenth summit`."""
    namesake: str = ""
    """The forum that is called after a city in its name: `the second Quito meeting`."""
    minor: bool = False
    """Whether its very name is of a lesser meeting: a working group is no plenary of experts."""
    own: bool = False
    """Said to be that of what was named before: `its third meeting`."""
    beside: str = ""
    """The year that is told beside it: `Senior Officials' Meeting, Rome, 27 April 2015`."""
    other: str = ""
    """The weighty word that a meeting of another kind is called by: `summit`, `assembly`."""
    day: int = 0
    """The day of the year that is told beside it; 0 where none is."""
    present: bool = False
    """Said to be the one spoken of: `this first meeting`."""
    several: bool = False
    """Several lesser meetings in one word: `the preparatory meetings`."""
    consults: bool = False
    """Whether its name is that of a consultation or of a round of talks."""
    town: Item | None = None
    """The city amid its name: `la réunion de Lima du Processus`."""


@light(frozen=True, slots=True)
class Item:
    """A mention: sentence-local `start` and `end`, its kind, and what it stands for.

    `value` is an ISO code, `org:CODE`, forum code, English city name or person's name. `city` is the city of
    the same name as a state; `other` a sovereign state of the same name as a territory; `is_series` tells a forum
    whose name is that of a meeting (a conference, a forum) from a process; `members` are those of a list.
    """

    kind: str
    start: int
    end: int
    value: str = ""
    country: str = ""
    city: str = ""
    explicit: bool = False
    is_series: bool = True
    other: str = ""
    members: tuple[Item, ...] = ()
    date: Date | None = None
    roles: tuple[Role, ...] = field(default=())
    meeting: MeetingMention | None = None
    form: str = ""
    """The form of a forum's name: a kind of meeting where it is the name of its meetings of that kind. Of a body in a
    list, whether it is told to observe."""
    rivals: tuple[tuple[str, str], ...] = ()
    """Cities of the same name in other states, each with its name in English."""
    number: int = 0
    """Of a year, the number of the edition that stands in brackets beside it."""
    is_both: bool = False
    """Whether a state and its city are one: `Djibouti`, but not the `Panama` of some languages."""

    @property
    def symbol(self) -> str:
        """The character that stands for the item in the masked text."""
        return SYMBOLS[self.kind]
