"""The frozen values that flow through migkg: articles, evidence, claims, facts and findings.

RDF terms are those of `migkg.term`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from migkg.term import DEFAULT_GRAPH, Quad, Term, Triple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.page import Page

__all__ = [
    "DEFAULT_GRAPH",
    "OUT_OF_SERIES",
    "Article",
    "Claim",
    "Evidence",
    "Fact",
    "Finding",
    "Modality",
    "Quad",
    "Reading",
    "Rejection",
    "Row",
    "RowEvidence",
    "Severity",
    "Span",
    "Status",
    "Table",
    "Term",
    "Thing",
    "Triple",
]


class Modality(StrEnum):
    """How a source puts a claim: as a fact, as a plan, or as the word of somebody else."""

    STATED = "stated"
    PLANNED = "planned"
    REPORTED = "reported"


class Status(StrEnum):
    """What fusion made of a claim."""

    ACCEPTED = "accepted"
    DISPUTED = "disputed"
    REJECTED = "rejected"


class Severity(StrEnum):
    """How much a finding matters; only violations stop a release."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


OUT_OF_SERIES = "out of series"
"""The reason why a claim is refused whose subject is an edition for which the tables leave no place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table: its line in the file (counted from 1) and its cells by column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A CSV table as read: `path` is what an error message names."""

    name: str
    path: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What the tables describe: a key of the claim table, its class, its names, and plain properties.

    `labels` and `names` pair a language with a text; `properties` pair a CURIE with a term.
    """

    key: str
    cls: str
    labels: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, Term], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text as it was published; `text` is the original, `published` an ISO 8601 date or None.

    `path` is the file that it was read from and `line` where it begins there, for error messages; they never enter the
    graph. Of a web page, `page_sha256` is the hash of its file, and `page` tells where in the file the text stands.
    """

    id: str
    lang: str
    title: str = ""
    published: str | None = None
    url: str = ""
    text: str
    sha256: str
    page_sha256: str = ""
    path: str = field(default="", compare=False)
    line: int = field(default=1, compare=False)
    page: Page | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Characters of the original text: `text[start:end] == exact` always holds."""

    start: int
    end: int
    exact: str


MODEL = "model:"
"""How the rule of a claim begins that a language model proposed; its name follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sentence (or shorter) that states a claim, and the rule that read it.

    `prefix` and `suffix` are the characters around it inside the same sentence, as an
    oa:TextQuoteSelector wants them; both may be empty. `page` is the bytes of the web page's file that hold it, from
    and to, where the article comes from one and the place is known.
    """

    article: str
    span: Span
    rule: str
    prefix: str = ""
    suffix: str = ""
    page: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowEvidence:
    """A row of a reference table, the field that states the claim, and the source the row cites."""

    table: str
    row: str
    line: int
    field: str
    value: str
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement by one source, in the notation of the claim table (`edition:SACM/10`, `heldIn`, `Quito`).

    `qualifiers` narrow it (`from`, `until`, `role`, `presence`, `lang`), sorted by name.
    """

    subject: str
    predicate: str
    object: str
    evidence: Evidence | RowEvidence
    qualifiers: tuple[tuple[str, str], ...] = ()
    modality: Modality = Modality.STATED
    confidence: float = 1.0
    published: str | None = None
    verified: bool = True
    _id: str = field(default="", init=False, compare=False, repr=False)

    @property
    def id(self) -> str:
        """The first 20 hexadecimal digits of the SHA-256 of the content; hashed when it is first asked for."""
        if not self._id:
            object.__setattr__(self, "_id", self._hashed())
        return self._id

    def _hashed(self) -> str:
        where: Mapping[str, str | int]
        if isinstance(self.evidence, Evidence):
            where = {"article": self.evidence.article, "start": self.evidence.span.start, "end": self.evidence.span.end}
        else:
            where = {"table": self.evidence.table, "row": self.evidence.row, "field": self.evidence.field}
        content = [self.subject, self.predicate, self.object, list(self.qualifiers), self.modality.value, where]
        packed = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(packed.encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A claim, or a piece of text, that did not enter, and why."""

    article: str
    span: Span | None
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A direct statement that fusion accepted, with the ids of the claims that state it.

    Subject and object are in the claim table's notation, after identity has been settled.
    """

    subject: str
    predicate: str
    object: str
    claims: tuple[str, ...]
    qualifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A shape violated, a check that answered, or two sources that disagree: the same for all three.

    `message` maps a language code to the sentence; `claims` are the ids that it rests on. `constraint` is the
    component of SHACL that an engine found broken, as a CURIE; empty for a check and a contradiction.
    """

    severity: Severity
    check: str
    focus: str
    path: str = ""
    value: str = ""
    message: tuple[tuple[str, str], ...] = ()
    remedy: tuple[tuple[str, str], ...] = ()
    claims: tuple[str, ...] = ()
    constraint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of one article: the claims, what was refused and why, and the mentions that were seen."""

    article: Article
    claims: tuple[Claim, ...]
    rejected: tuple[Rejection, ...] = ()
    mentions: tuple[tuple[Span, str, str], ...] = field(default=())
    """(span, kind, value) of every mention: what `migkg read` shows."""
    sessions: tuple[Claim, ...] = ()
    """Claims about the sessions of a meeting, of which the claim table does not speak."""

    @property
    def stated(self) -> tuple[Claim, ...]:
        """All that the article states: what goes into a graph."""
        return self.claims + self.sessions
