"""What is wrong with a cell, by the type of its column: a problem and a remedy, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.tables.entry import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from migkg.tables.schema import Column, Schema

    Fault = tuple[str, str]
    """What is wrong (to follow the quoted cell), and what to do."""
    Judge = Callable[[str, Column, Schema], Fault | None]

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_ISO2 = re.compile(r"[A-Z]{2}")
_SUBJECT = re.compile(r"(?:forum|edition|meeting|membership):([^/\s]+)(?:/\S+)?|person:\S.*")


def fault(text: str, column: Column, schema: Schema) -> Fault | None:
    """The fault of a cell, if it has one; an empty cell is at fault only where the column is required."""
    if not text:
        return ("is empty", "every row needs it") if column.required else None
    if text != text.strip():
        return "has spaces around it", "remove them"
    return _JUDGES[column.type](text, column, schema)


def _text(_text: str, _column: Column, _schema: Schema) -> Fault | None:
    return None


def _pattern(expression: str, what: str, remedy: str) -> Judge:
    form = re.compile(expression)

    def judge(text: str, _column: Column, _schema: Schema) -> Fault | None:
        return None if form.fullmatch(text) else (f"is not {what}", remedy)

    return judge


def _date(text: str, _column: Column, _schema: Schema) -> Fault | None:
    if not _DATE.fullmatch(text):
        return "is not a date", "write YYYY-MM-DD, YYYY-MM or YYYY"
    known = partial.parse(text) is not None
    return None if known else ("is not a day of the calendar", "correct the month or the day")


def _iso2(text: str, _column: Column, schema: Schema) -> Fault | None:
    known = text in schema.states if schema.states is not None else _ISO2.fullmatch(text)
    return None if known else ("is not an ISO 3166-1 alpha-2 code", "use two capital letters such as BO")


def _value(text: str, column: Column, schema: Schema) -> Fault | None:
    allowed = schema.values.get(column.of, ())
    return None if text in allowed else (f"is not a {column.of}", f"use one of: {', '.join(allowed)}")


def _reference(text: str, column: Column, schema: Schema) -> Fault | None:
    if text in schema.targets[column.of]:
        return None
    table, _, name = column.of.partition(".")
    return f"is not in column {name} of {table}.csv", "correct it, or add the row there"


def _body(text: str, column: Column, schema: Schema) -> Fault | None:
    """A state, or a code of one of the tables that the column refers to."""
    if any(text in schema.targets[of] for of in column.of.split(SEPARATOR)):
        return None
    if _iso2(text, column, schema) is None:
        return None
    tables = " or ".join(f"{of.partition('.')[0]}.csv" for of in column.of.split(SEPARATOR))
    return "is neither a state nor a code of " + tables, "correct it, or add the row there"


def _code(text: str, column: Column, schema: Schema) -> Fault | None:
    """A state, `org:CODE` or `person:NAME`, as the claim table writes an agent."""
    kind, colon, rest = text.partition(":")
    if not colon:
        return _iso2(text, column, schema)
    if kind == "person" and rest:
        return None
    if kind == "org":
        known = rest in schema.targets[column.of]
        return None if known else ("is not in column code of organisations.csv", "correct it, or add the row there")
    return "is no agent", "write BO, org:IOM or person:NAME"


def _subject(text: str, _column: Column, schema: Schema) -> Fault | None:
    found = _SUBJECT.fullmatch(text)
    if not found:
        return "is not a subject", "write forum:CODE, edition:CODE/N, meeting:CODE/KIND/N or person:NAME"
    known = found[1] is None or found[1] in schema.targets["forums.code"]
    return None if known else (f"names the unknown forum {found[1]}", "use a code of forums.csv")


def _each(judge: Judge) -> Judge:
    """The same for a cell that holds several, separated by semicolons; the first bad part is named."""

    def judge_all(text: str, column: Column, schema: Schema) -> Fault | None:
        for part in text.split(SEPARATOR):
            if bad := judge(part.strip(), column, schema):
                return (f"has the part '{part.strip()}', which {bad[0]}", bad[1])
        return None

    return judge_all


def _columns(text: str, column: Column, schema: Schema) -> Fault | None:
    known = any(text == other.name for other in schema.tables[column.table])
    return None if known else ("is not a column", "name columns of this table, separated by semicolons")


def _key(text: str, _column: Column, _schema: Schema) -> Fault | None:
    known = predicates.kind_of(text)
    return None if known else ("is not a key of the claim table", "write it as edition:CODE/N, person:NAME or org:CODE")


_JUDGES: Mapping[str, Judge] = {
    "text": _text,
    "integer": _pattern(r"[1-9]\d*", "a number", "write it in digits, without sign or zeros before it"),
    "year": _pattern(r"(?:18|19|20)\d\d", "a year", "write YYYY"),
    "decimal": _pattern(r"-?\d+(?:\.\d+)?", "a decimal number", "write it as -17.39"),
    "url": _pattern(r"https?://[^\s<>\"{}|\\^`]+", "an address", "begin with https:// and encode spaces and brackets"),
    "date": _date,
    "iso2": _iso2,
    "value": _value,
    "values": _each(_value),
    "reference": _reference,
    "references": _each(_reference),
    "body": _body,
    "codes": _each(_code),
    "subject": _subject,
    "key": _key,
    "columns": _each(_columns),
}
TYPES = tuple(_JUDGES)
