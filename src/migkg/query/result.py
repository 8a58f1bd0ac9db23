"""What a query gave: the same value for the embedded store and for a remote endpoint."""

from __future__ import annotations

from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from migkg.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.model import Term, Triple

Solution = tuple["Term | None", ...]
"""One term per variable of the result, None where the variable is unbound."""


class Kind(StrEnum):
    """The three forms of answer of SPARQL 1.1."""

    SELECT = "select"
    ASK = "ask"
    GRAPH = "graph"


class Result(Record):
    """The answer to a query.

    `rows` (SELECT) and `triples` (CONSTRUCT, DESCRIBE) may be iterators that can be walked once;
    `complete` is False when a limit of rows cut the answer.
    """

    kind: Kind
    variables: tuple[str, ...] = ()
    rows: Iterable[Solution] = ()
    boolean: bool = False
    triples: Iterable[Triple] = ()
    complete: bool = True


def limited(result: Result, max_rows: int | None) -> Result:
    """The result with at most `max_rows` rows or triples, fetched, and `complete` saying whether that was all."""
    if max_rows is None or result.kind is Kind.ASK:
        return result
    rows = list(islice(result.rows, max_rows + 1))
    triples = list(islice(result.triples, max_rows + 1))
    return Result(
        kind=result.kind,
        variables=result.variables,
        rows=tuple(rows[:max_rows]),
        triples=tuple(triples[:max_rows]),
        complete=len(rows) <= max_rows and len(triples) <= max_rows,
    )
