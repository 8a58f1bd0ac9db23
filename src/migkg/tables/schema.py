"""The columns that each table must have and what their cells hold: data/reference/schema.csv, parsed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.tables.entry import SEPARATOR, entries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.model import Table

FOLDER = "data/reference"
"""Where the tables lie, for messages about a table that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its type, what the type refers to, whether a cell may be empty, and the key it belongs to."""

    table: str
    name: str
    type: str
    of: str
    required: bool
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The columns by table, and the values that cells may take.

    `values` is by field of the vocabulary, `targets` by `table.column`; `states` is None where no list is at hand.
    """

    tables: Mapping[str, tuple[Column, ...]]
    values: Mapping[str, tuple[str, ...]]
    targets: Mapping[str, frozenset[str]]
    states: frozenset[str] | None


def schema(tables: Mapping[str, Table]) -> Schema:
    """The schema of the given tables; the values of columns that others refer to are collected once."""
    columns: dict[str, list[Column]] = {}
    for entry in entries(tables, "schema"):
        column = Column(
            table=entry.cell("table"),
            name=entry.cell("column"),
            type=entry.cell("type"),
            of=entry.cell("of"),
            required=bool(entry.cell("required")),
            key=entry.cell("key"),
        )
        columns.setdefault(entry.cell("table"), []).append(column)
    wanted = {of for group in columns.values() for column in group for of in column.of.split(SEPARATOR) if "." in of}
    values: dict[str, list[str]] = {}
    for entry in entries(tables, "vocabulary"):
        values.setdefault(entry.cell("field"), []).append(entry.cell("value"))
    return Schema(
        tables={name: tuple(group) for name, group in columns.items()},
        values={field: tuple(group) for field, group in values.items()},
        targets={target: _column(tables, *target.split(".")) for target in sorted(wanted)},
        states=_column(tables, "states", "iso2") if "states" in tables else None,
    )


def _column(tables: Mapping[str, Table], name: str, column: str) -> frozenset[str]:
    return frozenset(entry.cell(column) for entry in entries(tables, name)) - {""}
