"""Whether the tables are as their schema says: every fault with its file, its line and its remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.errors import DataError, Place
from migkg.tables.cells import TYPES, fault
from migkg.tables.entry import Entry, entries
from migkg.tables.schema import FOLDER, Column, Schema, schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from migkg.model import Table


def check(tables: Mapping[str, Table]) -> list[DataError]:
    """All faults, by table in the order of the schema, then by line."""
    absent = [name for name in ("schema", "vocabulary") if name not in tables]
    if absent:
        return [_absent(name) for name in absent]
    rules = schema(tables)
    if bad := [*_schema(tables)]:
        return bad
    faults: list[DataError] = []
    for name, columns in rules.tables.items():
        faults.extend(_table(tables, name, columns, rules))
    return faults or [*_meetings(tables)]


def require(tables: Mapping[str, Table]) -> None:
    """Raise the first fault, if there is one."""
    for problem in check(tables):
        raise problem


def _absent(name: str) -> DataError:
    return DataError(f"the table {name} is missing", hint="restore the file", at=Place(path=f"{FOLDER}/{name}.csv"))


def _schema(tables: Mapping[str, Table]) -> Iterator[DataError]:
    for entry in entries(tables, "schema"):
        if (kind := entry.cell("type")) not in TYPES:
            yield _at(tables, entry, f"'{kind}' is not a type of column", f"use one of: {', '.join(TYPES)}")


def _at(tables: Mapping[str, Table], entry: Entry, problem: str, hint: str) -> DataError:
    return DataError(problem, hint=hint, at=Place(path=tables[entry.table].path, line=entry.row.line))


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
            yield _at(tables, entry, f"{shown} {found[0]}", found[1])


def _duplicates(tables: Mapping[str, Table], name: str, columns: Sequence[str]) -> Iterator[DataError]:
    seen: dict[tuple[str, ...], int] = {}
    for entry in entries(tables, name):
        key = tuple(entry.cell(column) for column in columns)
        if key in seen:
            shown = ", ".join(f"{column} '{cell}'" for column, cell in zip(columns, key, strict=True))
            problem = f"the row has the key of line {seen[key]} ({shown})"
            yield _at(tables, entry, problem, "join the two rows, or correct one key")
        seen.setdefault(key, entry.row.line)


def _meetings(tables: Mapping[str, Table]) -> Iterator[DataError]:
    """What needs more than one cell of a meeting: its city lies in its country, its days are in order."""
    places = {(entry.cell("name_en"), entry.cell("country_iso2")) for entry in entries(tables, "places")}
    for entry in entries(tables, "editions"):
        city, country = entry.cell("city"), entry.cell("country_iso2")
        if city and (city, country) not in places:
            problem = f"the city '{city}' is not in '{country}' by places.csv"
            yield _at(tables, entry, problem, "correct the country, or add the city to places.csv")
        start, end = entry.cell("start_date"), entry.cell("end_date")
        if start and end and end < start[: len(end)]:
            yield _at(tables, entry, f"the meeting ends on {end}, before it starts on {start}", "correct a date")
        prefix = f"{entry.cell('forum_code')}/{entry.cell('kind')}/"
        if not entry.cell("edition_id").startswith(prefix):
            yield _at(
                tables,
                entry,
                f"the edition_id '{entry.cell('edition_id')}' does not begin with '{prefix}'",
                "correct the edition_id, the forum_code or the kind",
            )
