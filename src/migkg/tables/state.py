"""The claims that the rows of the tables state, in the notation of the claim table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import predicates
from migkg.model import Modality
from migkg.tables.entry import Entry, Statement, entries
from migkg.tables.meetings import Meeting, meetings
from migkg.tables.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from migkg.model import Claim, Table
    from migkg.tables.vocabulary import Value

_CELLS = (
    ("year", "year"),
    ("startDate", "start_date"),
    ("endDate", "end_date"),
    ("heldInCountry", "country_iso2"),
    ("form", "form"),
)
"""Predicates whose object is the cell itself."""
_CODES = (("hasHost", "host_org_or_state", "host_codes"), ("hasChair", "chair", "chair_codes"))
"""Predicate, the field as its source writes it (the evidence), and the same in codes (the objects)."""
_YEAR, _DAY = len("2010"), len("2010-05-03")
_TITLES = (("position_en", "en"), ("position_es", "es"), ("position_fr", "fr"))
"""The columns of a post's title and their languages, in the order of preference."""


def state(tables: Mapping[str, Table]) -> Iterator[Claim]:
    """Every claim of every table, in the order of tables, rows and fields."""
    values = vocabulary(tables)
    found = meetings(tables)
    yield from _forums(tables)
    yield from _members(tables, values.get("role", {}))
    yield from _editions(found)
    yield from _participation(tables, found, values.get("presence", {}))
    yield from _officials(tables)
    yield from _counterclaims(tables)


def _forums(tables: Mapping[str, Table]) -> Iterator[Claim]:
    for entry in entries(tables, "forums"):
        subject = f"forum:{entry.cell('code')}"
        if year := entry.cell("founded"):
            yield entry.claim(subject, Statement(predicate="established", object=year, field="founded"))
        for code in entry.parts("secretariat_code"):
            statement = Statement(predicate="hasSecretariat", object=f"org:{code}", field="secretariat_org")
            yield entry.claim(subject, statement)


def _members(tables: Mapping[str, Table], roles: Mapping[str, Value]) -> Iterator[Claim]:
    for entry in entries(tables, "members"):
        role = roles[entry.cell("role")]
        since = entry.cell("since")
        statement = Statement(
            predicate=role.predicate,
            object=entry.cell("iso2"),
            field="iso2",
            qualifiers=(*role.qualifiers, *((("from", since),) if since else ())),
        )
        yield entry.claim(f"forum:{entry.cell('forum_code')}", statement)


def _editions(found: Mapping[str, Meeting]) -> Iterator[Claim]:
    for meeting in found.values():
        for entry in meeting.rows:
            prepared = found[edition].key if (edition := entry.cell("prepares")) else ""
            for statement in _edition(entry, meeting, prepared, Modality(entry.cell("modality"))):
                yield entry.claim(meeting.key, statement, identified=entry.seen("forum_code"))


def _edition(entry: Entry, meeting: Meeting, prepared: str, modality: Modality) -> Iterator[Statement]:
    def one(predicate: str, value: str, field: str, *qualifiers: tuple[str, str]) -> Iterator[Statement]:
        if value:
            yield Statement(predicate=predicate, object=value, field=field, qualifiers=qualifiers, modality=modality)

    if meeting.numbered:
        yield from one("ordinal", entry.cell("ordinal"), "ordinal")
    for predicate, field in _CELLS:
        yield from one(predicate, _printed(entry, predicate, field), field)
    yield from one("heldIn", entry.cell("city"), "city", ("country", entry.cell("country_iso2")))
    for predicate, field, codes in _CODES:
        for code in entry.parts(codes):
            yield from one(predicate, code, field)
    yield from one("hasTheme", entry.cell("theme_en"), "theme_en", ("lang", "en"))
    for document in entry.parts("adopted_document"):
        yield from one("adopted", document, "adopted_document", ("lang", "en"))
    yield from one("prepares", prepared, "prepares")


def _printed(entry: Entry, predicate: str, field: str) -> str:
    """A cell as its source prints it: of a day whose year is from memory only month and day."""
    text = entry.cell(field)
    if predicate not in predicates.DATES or entry.seen("year") or not entry.seen(field):
        return text
    return f"-{text[_YEAR:]}" if len(text) == _DAY else ""


def _participation(
    tables: Mapping[str, Table], found: Mapping[str, Meeting], presences: Mapping[str, Value]
) -> Iterator[Claim]:
    for entry in entries(tables, "participation"):
        meeting = found[entry.cell("edition_id")]
        presence = presences[entry.cell("presence")]
        statement = Statement(
            predicate=presence.predicate,
            object=entry.cell("iso2"),
            field="iso2",
            qualifiers=presence.qualifiers,
            modality=presence.modality,
        )
        yield entry.claim(meeting.key, statement, identified=meeting.identified)


def _officials(tables: Mapping[str, Table]) -> Iterator[Claim]:
    organisations = {entry.cell("code") for entry in entries(tables, "organisations")}
    organisations -= {entry.cell("iso2") for entry in entries(tables, "states")}
    for entry in entries(tables, "officials"):
        field, lang = _title(entry)
        body = entry.cell("org_or_iso2")
        holder = f"org:{body}" if body in organisations else body
        interval = (("from", "from"), ("until", "to"))
        dates = tuple((name, entry.cell(column)) for name, column in interval if entry.seen(column))
        statement = Statement(
            predicate="hasPosition",
            object=f"{entry.cell(field)} @ {holder}",
            field=field,
            qualifiers=(("lang", lang), *(pair for pair in dates if pair[1])),
        )
        yield entry.claim(f"person:{entry.cell('name')}", statement)


def _title(entry: Entry) -> tuple[str, str]:
    """The column and language of the title that the source shows, else of the first that is given."""
    given = [(field, lang) for field, lang in _TITLES if entry.cell(field)]
    return next(((field, lang) for field, lang in given if entry.seen(field)), given[0])


def _counterclaims(tables: Mapping[str, Table]) -> Iterator[Claim]:
    cities = {entry.cell("name_en"): entry.cell("country_iso2") for entry in entries(tables, "places")}
    for entry in entries(tables, "counterclaims"):
        value = entry.cell("object")
        qualifiers: tuple[tuple[str, str], ...] = ()
        if entry.cell("predicate") == "heldIn":
            qualifiers = (("country", cities[value]),)
        if entry.cell("predicate") == "hasTheme":
            qualifiers = (("lang", "en"),)
        statement = Statement(
            predicate=entry.cell("predicate"),
            object=value,
            field="object",
            qualifiers=qualifiers,
            modality=Modality(entry.cell("modality")),
        )
        yield entry.claim(entry.cell("subject"), statement)
