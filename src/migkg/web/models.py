"""What a page shows, one class for each kind of page: templates and scripts need nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.web.values import Contradiction, Diagram, Group, Moment, Piece, Ref, Row, Source, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingPage:
    """Everything about one thing.

    `facts` are what sources state, `inferred` what follows from them, `inbound` what others say of it and has no
    property of its own here, `alignments` the statements in other vocabularies and links to other data.
    """

    ref: Ref
    folder: str
    labels: Mapping[str, str]
    names: tuple[Value, ...]
    classes: tuple[Ref, ...]
    facts: tuple[Group, ...]
    inferred: tuple[Group, ...]
    inbound: tuple[Group, ...]
    alignments: tuple[Group, ...]
    contradictions: tuple[Contradiction, ...] = ()
    formerly: tuple[str, ...] = ()
    text: tuple[Piece, ...] = ()
    text_lang: str = ""
    """An article's text and the language that it is in."""
    claims: tuple[Source, ...] = ()
    """What an article, a row or a claim states."""
    moments: tuple[Moment, ...] = ()
    """The meetings of a forum, city, state ..., in the order of time; of a meeting, itself."""
    earlier: Ref | None = None
    later: Ref | None = None
    """The meetings of the same forum before and after a meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A thing found by name."""

    ref: Ref
    matched: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What a search found; `total` counts hits that are not shown as well."""

    query: str
    kind: str
    hits: tuple[Hit, ...]
    total: int
    kinds: tuple[tuple[str, str, int], ...] = ()
    """(folder, name of the class, number of things)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowsePage:
    """All things of a kind."""

    folder: str
    title: str
    definition: str
    things: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPage:
    """The way in: figures, kinds of things, forums, a few queries."""

    figures: Mapping[str, int]
    kinds: tuple[tuple[str, str, int], ...]
    forums: tuple[Ref, ...]
    queries: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """An input of a form: `choices` pair a value with what is shown; `suggest` names the kind that completes it."""

    name: str
    label: str
    type: str
    value: tuple[str, ...]
    multiple: bool
    optional: bool
    choices: tuple[tuple[str, str], ...] = ()
    suggest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryPage:
    """A canned query as a form, its SPARQL with the values filled in, and the answer; `problem` says what was wrong."""

    name: str
    path: str
    summary: str
    description: str
    tags: tuple[str, ...]
    fields: tuple[Field, ...]
    sparql: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    complete: bool = True
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryList:
    """The canned queries by tag."""

    tags: tuple[tuple[str, tuple[Ref, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictsPage:
    """Every disagreement between sources."""

    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A forum with its meetings on the time line."""

    forum: Ref
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """All meetings by forum, in the order of time; years are those of the first and the last."""

    lanes: tuple[Lane, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage:
    """All meetings whose city has coordinates, and those without."""

    moments: tuple[Moment, ...]
    unplaced: tuple[Moment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPage:
    """Which state is involved in which forum: `links` pair a state's address with a forum's and its role."""

    forums: tuple[Ref, ...]
    states: tuple[Ref, ...]
    links: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file of the release."""

    path: str
    media: str
    edition: str
    size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadsPage:
    """The files of the release."""

    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A class, property or concept of the ontology, with what it is connected to by label."""

    ref: Ref
    anchor: str
    sort: str
    labels: Mapping[str, str]
    definition: str
    notes: tuple[str, ...] = ()
    relations: tuple[tuple[Ref, tuple[Ref, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OntologyPage:
    """The documentation of the ontology."""

    title: str
    description: str
    version: str
    sections: tuple[tuple[str, tuple[Term, ...]], ...]
    diagrams: tuple[tuple[str, Diagram], ...] = ()
    """Drawings by the key of their names: of classes, and of the properties between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """A page of words only; `name` chooses the texts."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a question, by the words that were recognised, and its answer: yes or no, or values."""

    words: tuple[str, ...]
    sparql: str
    yes: bool | None
    answers: tuple[Value, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage:
    """A plain question and its answer; `claims` counts those behind it, `problem` says what was not understood."""

    question: str = ""
    reading: Reading | None = None
    sources: tuple[Source, ...] = ()
    claims: int = 0
    others: tuple[Reading, ...] = ()
    caveat: str = ""
    problem: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """What went wrong: a status of HTTP and one sentence with a hint."""

    status: int
    problem: str
    hint: str = ""
    suggestions: tuple[Ref, ...] = field(default=())
