"""What is wrong between the cells of a row, or between tables, though each cell by itself is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.tables.entry import Entry, at_row, entries
from migkg.tables.meetings import meetings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from migkg.errors import DataError
    from migkg.model import Table

_INTERVALS = (("editions", "start_date", "end_date"), ("officials", "from", "to"))


def relations(tables: Mapping[str, Table]) -> Iterator[DataError]:
    """The faults by kind, then by line; the cells are taken to be as the schema wants them."""
    yield from _series(tables)
    yield from _cities(tables)
    for name, start, end in _INTERVALS:
        yield from _order(tables, name, start, end)
    yield from _titles(tables)
    yield from _contradictions(tables)
    yield from _counterclaims(tables)


def _series(tables: Mapping[str, Table]) -> Iterator[DataError]:
    for entry in entries(tables, "editions"):
        edition = entry.cell("edition_id")
        prefix = f"{entry.cell('forum_code')}/{entry.cell('kind')}/"
        if not edition.startswith(prefix):
            problem = f"the edition_id '{edition}' does not begin with '{prefix}'"
            yield at_row(tables, entry, problem, "correct the edition_id, the forum_code or the kind")


def _cities(tables: Mapping[str, Table]) -> Iterator[DataError]:
    places = {(entry.cell("name_en"), entry.cell("country_iso2")) for entry in entries(tables, "places")}
    for entry in entries(tables, "editions"):
        city, country = entry.cell("city"), entry.cell("country_iso2")
        if city and (city, country) not in places:
            problem = f"the city '{city}' is not in '{country}' by places.csv"
            yield at_row(tables, entry, problem, "correct the country, or add the city to places.csv")


def _order(tables: Mapping[str, Table], name: str, start: str, end: str) -> Iterator[DataError]:
    for entry in entries(tables, name):
        first, last = partial.bounds(entry.cell(start)), partial.bounds(entry.cell(end))
        if first and last and last[1] < first[0]:
            problem = f"{end} {entry.cell(end)} is before {start} {entry.cell(start)}"
            yield at_row(tables, entry, problem, "correct one of the two dates")


def _titles(tables: Mapping[str, Table]) -> Iterator[DataError]:
    for entry in entries(tables, "officials"):
        if not any(entry.cell(f"position_{lang}") for lang in ("en", "es", "fr")):
            yield at_row(tables, entry, "the official has no position", "fill position_en, position_es or position_fr")


def _contradictions(tables: Mapping[str, Table]) -> Iterator[DataError]:
    known = {meeting.key for meeting in meetings(tables).values()}
    for entry in entries(tables, "contradictions"):
        if found := _unknown(entry.cell("subject"), known):
            yield at_row(tables, entry, *found)


def _unknown(subject: str, known: Collection[str]) -> tuple[str, str] | None:
    if predicates.kind_of(subject) in predicates.MEETINGS and subject not in known:
        return f"no row of editions.csv is about '{subject}'", "write the key that the claims of that meeting have"
    return None


def _counterclaims(tables: Mapping[str, Table]) -> Iterator[DataError]:
    known = {meeting.key for meeting in meetings(tables).values()}
    cities = {entry.cell("name_en") for entry in entries(tables, "places")}
    for entry in entries(tables, "counterclaims"):
        if found := _counterclaim(entry, known, cities):
            yield at_row(tables, entry, *found)


def _counterclaim(entry: Entry, known: Collection[str], cities: Collection[str]) -> tuple[str, str] | None:
    subject, predicate, value = (entry.cell(column) for column in ("subject", "predicate", "object"))
    if found := _unknown(subject, known):
        return found
    if predicates.kind_of(subject) not in predicates.PREDICATES[predicate].subjects:
        return f"'{subject}' cannot be the subject of {predicate}", "correct the subject or the predicate"
    if not predicates.object_kind(predicate, value):
        return f"'{value}' cannot be the object of {predicate}", "correct the object or the predicate"
    if predicate == "heldIn" and value not in cities:
        return f"the city '{value}' is not in places.csv", "correct it, or add the city there"
    return None
