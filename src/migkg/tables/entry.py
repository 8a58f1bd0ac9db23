"""A row of a table as the rest of this room sees it: its cells, what of it is from memory, and its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.errors import DataError, Place
from migkg.model import Claim, Modality, RowEvidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from migkg.model import Row, Table

SEPARATOR = ";"
RECALLED = "recalled"
VERIFIED = "verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a field of a row says: predicate, object, and the qualifiers that narrow it."""

    predicate: str
    object: str
    field: str
    qualifiers: tuple[tuple[str, str], ...] = ()
    modality: Modality = Modality.STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row together with the name of its table."""

    table: str
    row: Row

    def cell(self, column: str) -> str:
        """The text of a cell; empty where the table has no such column."""
        return self.row.cells.get(column, "")

    def parts(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds several, in their order."""
        return tuple(part for item in self.cell(column).split(SEPARATOR) if (part := item.strip()))

    def seen(self, column: str) -> bool:
        """Whether the row's source shows this field: neither the row nor the field is from memory."""
        return self.cell("status") != RECALLED and column not in self.parts("recalled_fields")

    def claim(self, subject: str, statement: Statement, *, identified: bool = True) -> Claim:
        """The claim that a field states; unverified if the field, or what it is said of, is from memory."""
        return Claim(
            subject=subject,
            predicate=statement.predicate,
            object=statement.object,
            qualifiers=tuple(sorted(statement.qualifiers)),
            modality=statement.modality,
            verified=identified and self.seen(statement.field),
            evidence=RowEvidence(
                table=self.table,
                row=self.cell("row_id"),
                line=self.row.line,
                field=statement.field,
                value=self.cell(statement.field),
                source=self.cell("source"),
                note=self.cell("note"),
            ),
        )


def entries(tables: Mapping[str, Table], name: str) -> Iterator[Entry]:
    """The rows of a table in the order of the file; none if there is no such table."""
    if name in tables:
        for row in tables[name].rows:
            yield Entry(table=name, row=row)


def at_row(tables: Mapping[str, Table], entry: Entry, problem: str, hint: str) -> DataError:
    """The error that a row is at fault."""
    return DataError(problem, hint=hint, at=Place(path=tables[entry.table].path, line=entry.row.line))
