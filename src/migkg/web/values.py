"""What pages are made of, as frozen values: links, values, facts with their sources, meetings in time and space.

Texts are plain (templates escape them); `path` is always relative to the root of the site, without language or
ending (`paths.document` adds them), and empty where there is no page. All sequences are sorted for display.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """Something that can be named and linked to.

    `address` is its IRI; `lang` is the language of `label` where it is not that of the page, else empty.
    """

    address: str
    label: str
    path: str = ""
    kind: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The object of a statement: a thing (`ref`), or a text with its language or the local name of its datatype."""

    text: str
    ref: Ref | None = None
    lang: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A claim: who says something, in which words, and what became of it.

    `status` is `accepted`, `disputed` or `rejected`, `reason` the code why it was not accepted; `prefix` and `suffix`
    surround `quote` in the article; a claim of a table has `field` and `cell` in their place. `url` is where the
    source stands.
    """

    claim: Ref
    status: str
    value: Value
    origin: Ref
    subject: Ref
    property: Ref
    title: str = ""
    url: str = ""
    published: str = ""
    lang: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    field: str = ""
    cell: str = ""
    note: str = ""
    rule: str = ""
    modality: str = ""
    confidence: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value of a property with the claims for it; without claims it follows from other facts."""

    value: Value
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The values of one property."""

    property: Ref
    definition: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One value in a disagreement, with those who say so."""

    value: Value
    status: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Sources that disagree on one property of one thing; the accepted side comes first."""

    subject: Ref
    property: Ref
    message: str
    remedy: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of an article's text.

    `sources` are the claims that quote it, empty between quotations; `starts` are those whose quotation begins here.
    """

    text: str
    sources: tuple[Source, ...] = ()
    starts: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A meeting on a time line or a map: dates as precise as known (ISO 8601), place, coordinates in degrees."""

    meeting: Ref
    forum: Ref | None
    start: str
    end: str
    city: Ref | None = None
    state: Ref | None = None
    latitude: float | None = None
    longitude: float | None = None
    ordinal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of an answer."""

    cells: tuple[Value | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A class in a drawing; `fitted` is the width of a long name, else 0; an `inner` one has others below."""

    label: str
    x: float
    y: float
    width: float
    height: float
    anchor: str
    fitted: float = 0
    inner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A path in the notation of SVG, with or without a head."""

    path: str
    arrow: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name in a drawing, by its middle, and the term that it leads to."""

    text: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """Boxes, the lines between them and names on the lines."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
