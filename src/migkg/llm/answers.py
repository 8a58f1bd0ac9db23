"""What a model answered, as rows of a claim table.

Nothing is mended here but the wrapping: prose and code fences around the object fall away, a table in its place is
read as well. What is wrong in a row is left as it is, or empty, for the door to refuse with its reason.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from migkg.claim_table import ClaimRow, collapse, is_subject
from migkg.errors import RemoteError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FIELDS = ("subject", "predicate", "object", "evidence")
_TRIED = 100
"""Braces at which an object is looked for: prose may have some of its own."""
_SHOWN = 120


def rows(answer: str, article: str) -> tuple[ClaimRow, ...]:
    """The rows of an answer about one article, numbered from 1: of its first object with `claims`, else of its table.

    RemoteError where it holds neither.
    """
    claims = _object(answer)
    cells = _table(answer) if claims is None else [_cells(claim) for claim in claims]
    if cells is None:
        told = f"the model's answer holds no claims that can be read: {shown(answer) or 'it is empty'}"
        raise RemoteError(told, hint='it must be {"claims": [...]} or a claim table; try another model')
    return tuple(_row(article, found, number) for number, found in enumerate(cells, 1))


def shown(text: str) -> str:
    """The beginning of a foreign text in one line, without characters that steer a terminal."""
    start = " ".join(text[: 4 * _SHOWN].split())
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in start[:_SHOWN])


def _object(answer: str) -> list[object] | None:
    """The claims of the first JSON object that has them."""
    decoder = json.JSONDecoder()
    at = -1
    for _ in range(_TRIED):
        at = answer.find("{", at + 1)
        if at < 0:
            return None
        try:
            found, _ = decoder.raw_decode(answer, at)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) and isinstance(found.get("claims"), list):
            return list(found["claims"])
    return None


def _cells(claim: object) -> tuple[str, ...]:
    """The four fields of a claim: numbers as texts; what is missing or no text is empty."""
    fields = claim if isinstance(claim, dict) else {}
    return tuple(_text(fields.get(name)) for name in FIELDS)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.encode(errors="replace").decode()  # JSON can write half a surrogate pair; nothing else can
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _table(answer: str) -> list[tuple[str, ...]] | None:
    """The lines with tabs, with or without the article's id in front; None where there are none."""
    lines = [[cell.strip() for cell in line.split("\t")] for line in answer.splitlines()]
    wide = [cells for cells in lines if len(cells) >= len(FIELDS)]
    return list(_of_lines(wide)) if wide else None


def _of_lines(lines: Sequence[list[str]]) -> Iterator[tuple[str, ...]]:
    for cells in lines:
        if FIELDS[1] in cells:  # the header
            continue
        first = 0 if is_subject(cells[0]) or len(cells) == len(FIELDS) else 1
        yield tuple(cells[first : first + len(FIELDS)])


def _row(article: str, cells: Sequence[str], number: int) -> ClaimRow:
    subject, predicate, value, evidence = map(collapse, cells)
    return ClaimRow(
        article=article,
        subject=subject,
        predicate=predicate,
        object=value,
        evidence=evidence,
        optional=False,
        line=number,
    )
