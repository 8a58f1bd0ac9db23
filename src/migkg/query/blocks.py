"""The `VALUES ?name { ... }` blocks of a query: where a parameter stands, and what its default is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names
from migkg.errors import DataError
from migkg.query.cursor import END, Cursor
from migkg.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Term

UNDEFINED = "UNDEF"
_SIGNS = ("+", "-", ".")


class Block(Record):
    """The content of one block: the offsets between its braces, and its terms (none for UNDEF)."""

    variable: str
    start: int
    end: int
    terms: tuple[Term, ...]


def blocks(sparql: str) -> list[Block]:
    """All blocks with a single variable, in the order of the text."""
    cursor = Cursor(sparql)
    found = []
    while cursor.here is not END:
        if not cursor.take().is_word("VALUES") or cursor.here.kind != "variable":
            continue
        variable = cursor.variable()[1:]
        if cursor.taken("{"):
            start = cursor.last
            terms = tuple(_terms(cursor))
            end = cursor.last if cursor.here is END else cursor.here.start
            found.append(Block(variable=variable, start=start, end=end, terms=terms))
    return found


def _terms(cursor: Cursor) -> Iterator[Term]:
    """The terms up to the closing brace."""
    while cursor.here is not END and not cursor.ahead("}"):
        if cursor.here.is_word(UNDEFINED):
            cursor.take()
        else:
            yield _term(cursor)


def _term(cursor: Cursor) -> Term:
    here = cursor.here
    if here.kind in {"iri", "name"}:
        prefix = here.text.partition(":")[0]
        if here.kind == "name" and prefix not in cursor.known:
            raise DataError(f"the prefix {prefix}: is not declared", hint=f"declare it with PREFIX {prefix}: <...>")
        return cursor.iri()
    if here.kind == "string":
        return cursor.literal()
    if here.is_word("TRUE", "FALSE"):
        return names.literal(cursor.take().text.lower(), datatype="xsd:boolean")
    if here.kind == "number" or here.text in _SIGNS:
        before = cursor.at
        number = cursor.number()
        if cursor.at > before + (here.text in _SIGNS[:2]):
            return number
    raise DataError(f"{here.text} cannot stand as a value", hint="write an IRI, a literal, a number or UNDEF")
