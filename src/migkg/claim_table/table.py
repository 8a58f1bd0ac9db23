"""The claim table: one claim a line, tab-separated, as people, models and migkg itself write facts down.

Columns: article id, subject, predicate, object, evidence (the shortest verbatim substring that states it).
A sixth column may say `optional` (gold tables). White space in the evidence is collapsed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.counts import counted
from migkg.errors import DataError, Place
from migkg.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.model import Article, Claim

COLUMNS = ("article_id", "subject", "predicate", "object", "evidence")
OPTIONAL = "optional"
EVIDENCE_LIMIT = 160
"""Characters of evidence at most, white space collapsed."""

_FORUM = r"[A-Z0-9][A-Z0-9+-]*"
_KEY = r"(\d{1,4}|x)"
_SUBJECT = re.compile(
    rf"forum:{_FORUM}|edition:{_FORUM}/{_KEY}|meeting:{_FORUM}/[a-z-]+/{_KEY}|event:[\w-]+"
    r"|session:[^\s/]+/\S+|person:\S.*|org:\S.*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A line of a claim table; `line` counts from 1."""

    article: str
    subject: str
    predicate: str
    object: str
    evidence: str
    optional: bool
    line: int


def collapse(text: str) -> str:
    """The text with each run of white space as one space: the form in which evidence is compared."""
    return " ".join(text.split())


def parse(text: str, path: str) -> list[ClaimRow]:
    """The rows of a claim table; lines that are empty, comments or the header are passed over."""
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if cells[0] == COLUMNS[0]:
            continue
        rows.append(_row(cells, Place(path=path, line=number)))
    return rows


def _row(cells: list[str], at: Place) -> ClaimRow:
    if len(cells) < len(COLUMNS):
        raise DataError(
            f"the claim has {counted(len(cells), 'cell')}, not {len(COLUMNS)}",
            hint=f"separate {', '.join(COLUMNS)} by tabs",
            at=at,
        )
    if not is_subject(cells[1]):
        raise DataError(
            f"'{cells[1]}' is not a subject",
            hint="write it as edition:CODE/N, meeting:CODE/KIND/N, forum:CODE, event:slug, person:NAME or org:CODE",
            at=at,
        )
    article, subject, predicate, value, evidence = cells[:5]
    return ClaimRow(
        article=article,
        subject=subject,
        predicate=predicate,
        object=value,
        evidence=collapse(evidence),
        optional=len(cells) > len(COLUMNS) and cells[5].casefold() == OPTIONAL,
        line=at.line or 0,
    )


def is_subject(text: str) -> bool:
    """Whether a text has the form of a subject of the claim table."""
    return _SUBJECT.fullmatch(text) is not None


def quoted(claim: Claim) -> str:
    """The evidence of a claim as the table prints it: its words, or the cell of the row that states it."""
    if isinstance(claim.evidence, Evidence):
        return collapse(claim.evidence.span.exact)
    return collapse(f"{claim.evidence.field}={claim.evidence.value}")


def source_of(claim: Claim) -> str:
    """The id of the article, or `table/row`."""
    if isinstance(claim.evidence, Evidence):
        return claim.evidence.article
    return f"{claim.evidence.table}/{claim.evidence.row}"


def place(article: Article, claim: Claim) -> str:
    """Where the file of a web page has the evidence: `path:line:byte`; nothing where that is not known."""
    page, evidence = article.page, claim.evidence
    if page is None or not isinstance(evidence, Evidence) or evidence.page is None:
        return ""
    line, byte = page.place(evidence.page[0])
    return f"{article.path}:{line}:{byte}"


def to_tsv(claims: Iterable[Claim]) -> Iterator[str]:
    """The lines of the claim table, without a header; tabs inside a cell become spaces."""
    for claim in claims:
        cells = (source_of(claim), claim.subject, claim.predicate, claim.object, quoted(claim))
        yield "\t".join(collapse(cell) for cell in cells)


def rows_of(claims: Iterable[Claim]) -> list[ClaimRow]:
    """The claims as rows of the table, numbered from 1."""
    return [
        ClaimRow(
            article=source_of(claim),
            subject=claim.subject,
            predicate=claim.predicate,
            object=claim.object,
            evidence=quoted(claim),
            optional=False,
            line=number,
        )
        for number, claim in enumerate(claims, 1)
    ]


def to_json(claims: Iterable[Claim]) -> str:
    """The claims as a JSON array of objects, with offsets, rule, modality and confidence.

    `page` has the bytes of the web page's file that hold the evidence, where it comes from one.
    """
    return json.dumps([_record(claim) for claim in claims], ensure_ascii=False, indent=2)


def _record(claim: Claim) -> dict[str, object]:
    record: dict[str, object] = {
        "id": claim.id,
        "source": source_of(claim),
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": claim.object,
        "evidence": quoted(claim),
        "modality": claim.modality.value,
        "confidence": round(claim.confidence, 3),
        "qualifiers": dict(claim.qualifiers),
    }
    if isinstance(claim.evidence, Evidence):
        record |= {"start": claim.evidence.span.start, "end": claim.evidence.span.end, "rule": claim.evidence.rule}
        if claim.evidence.page is not None:
            record["page"] = dict(zip(("start", "end"), claim.evidence.page, strict=True))
    return record
