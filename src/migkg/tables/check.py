"""Whether the tables are as their schema says: every fault with its file, its line and its remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.errors import DataError, Place
from migkg.tables.cells import TYPES, fault
from migkg.tables.entry import Entry, at_row, entries
from migkg.tables.relations import relations
from migkg.tables.schema import FOLDER, Column, Schema, schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from migkg.model import Table


def check(tables: Mapping[str, Table]) -> list[DataError]:
    """All faults: of cells by table in the order of the schema, then by line; where there are none, of relations."""
    absent = [name for name in ("schema", "vocabulary") if name not in tables]
    if absent:
        return [_absent(name) for name in absent]
    rules = schema(tables)
    if bad := [*_schema(tables)]:
        return bad
    faults: list[DataError] = []
    for name, columns in rules.tables.items():
        faults.extend(_table(tables, name, columns, rules))
    return faults or [*relations(tables)]


def require(tables: Mapping[str, Table]) -> None:
    """Raise the first fault, if there is one."""
    for problem in check(tables):
        raise problem


def _absent(name: str) -> DataError:
    return DataError(f"the table {name} is missing", hint="restore the file", at=Place(path=f"{FOLDER}/{name}.csv"))


def _schema(tables: Mapping[str, Table]) -> Iterator[DataError]:
    for entry in entries(tables, "schema"):
        if (kind := entry.cell("type")) not in TYPES:
            yield at_row(tables, entry, f"'{kind}' is not a type of column", f"use one of: {', '.join(TYPES)}")


def _table(tables: Mapping[str, Table], name: str, columns: Sequence[Column], rules: Schema) -> list[DataError]:
    if name not in tables:
        return [_absent(name)]
    if bad := [*_header(tables[name], [column.name for column in columns])]:
        return bad
    faults = [problem for entry in entries(tables, name) for problem in _row(tables, entry, columns, rules)]
    for key in sorted({column.key for column in columns} - {""}):
        faults.extend(_duplicates(tables, name, [column.name for column in columns if column.key == key]))
    return sorted(faults, key=lambda problem: problem.at.line if problem.at and problem.at.line else 0)


def _header(table: Table, wanted: Sequence[str]) -> Iterator[DataError]:
    at = Place(path=table.path, line=1)
    for column in table.columns:
        if column not in wanted:
            yield DataError(f"the column '{column}' is unknown", hint=f"the columns are {', '.join(wanted)}", at=at)
    for column in wanted:
        if column not in table.columns:
            yield DataError(f"the column '{column}' is missing", hint="add it to the header and to every row", at=at)


def _row(tables: Mapping[str, Table], entry: Entry, columns: Sequence[Column], rules: Schema) -> Iterator[DataError]:
    for column in columns:
        text = entry.cell(column.name)
        if found := fault(text, column, rules):
            shown = f"'{text}' in column {column.name}" if text else f"the column {column.name}"
            yield at_row(tables, entry, f"{shown} {found[0]}", found[1])


def _duplicates(tables: Mapping[str, Table], name: str, columns: Sequence[str]) -> Iterator[DataError]:
    seen: dict[tuple[str, ...], int] = {}
    for entry in entries(tables, name):
        key = tuple(entry.cell(column) for column in columns)
        if key in seen:
            shown = ", ".join(f"{column} '{cell}'" for column, cell in zip(columns, key, strict=True))
            problem = f"the row has the key of line {seen[key]} ({shown})"
            yield at_row(tables, entry, problem, "join the two rows, or correct one key")
        seen.setdefault(key, entry.row.line)
