"""The things that the tables describe: forums, cities, organisations, officials and memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names, partial
from migkg.model import Thing
from migkg.tables.entry import RECALLED, VERIFIED, Entry, entries
from migkg.tables.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from migkg.model import Table, Term
    from migkg.tables.vocabulary import Value

    Property = tuple[str, Term]

_LABELS = (("en", "name_en"), ("es", "name_es"), ("fr", "name_fr"))
GEONAMES = "https://sws.geonames.org/"


def describe(tables: Mapping[str, Table]) -> Iterator[Thing]:
    """Every thing once, in the order of tables and rows; what is only remembered is not described.

    Names from memory serve as labels, since a name states no fact; properties are those that a source shows.
    """
    values = vocabulary(tables)
    yield from _forums(tables, values.get("scope", {}))
    yield from _cities(tables, values.get("match", {}))
    yield from _organisations(tables)
    yield from _officials(tables)
    yield from _memberships(tables, values.get("role", {}))


def _known(tables: Mapping[str, Table], name: str, key: str) -> Iterator[tuple[str, list[Entry]]]:
    """The rows of a table by the value of a column, without those from memory."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries(tables, name):
        if entry.cell("status") != RECALLED:
            groups.setdefault(entry.cell(key), []).append(entry)
    yield from groups.items()


def _labels(entry: Entry) -> tuple[tuple[str, str], ...]:
    return tuple((lang, entry.cell(column)) for lang, column in _LABELS if entry.cell(column))


def _address(entry: Entry, column: str = "website") -> Iterator[Property]:
    if entry.cell(column) and entry.seen(column):
        yield "foaf:homepage", names.iri(entry.cell(column))


def _forums(tables: Mapping[str, Table], scopes: Mapping[str, Value]) -> Iterator[Thing]:
    for code, rows in _known(tables, "forums", "code"):
        main = rows[0]
        properties: list[Property] = [("mf:code", names.literal(code)), *_address(main)]
        if main.cell("scope") and main.seen("scope"):
            properties.append(("mf:scope", names.expand(scopes[main.cell("scope")].concept)))
        if main.cell("members_listed"):
            properties.append(("mf:listsSomeMembers", names.literal("true", datatype="xsd:boolean")))
        yield Thing(
            key=f"forum:{code}",
            cls="Forum",
            labels=_labels(main),
            names=tuple(("", name) for name in (*main.parts("acronyms"), *main.parts("other_names"))),
            properties=tuple(properties),
        )


def _cities(tables: Mapping[str, Table], matches: Mapping[str, Value]) -> Iterator[Thing]:
    for entry in entries(tables, "places"):
        properties: list[Property] = [("mf:inCountry", names.entity(entry.cell("country_iso2")))]
        if number := entry.cell("geonames_id"):
            properties.append((matches[entry.cell("match")].concept, names.iri(f"{GEONAMES}{number}/")))
        if item := entry.cell("wikidata_id"):
            properties.append(("skos:exactMatch", names.expand(f"wd:{item}")))
        for name, column in (("geo:lat", "lat"), ("geo:long", "lon")):
            if value := entry.cell(column):
                properties.append((name, names.literal(decimal(value), datatype="xsd:decimal")))
        yield Thing(
            key=f"city:{entry.cell('name_en')}/{entry.cell('country_iso2')}",
            cls="City",
            labels=_labels(entry),
            properties=tuple(properties),
        )


def decimal(text: str) -> str:
    """The canonical form of an xsd:decimal: no plus sign, no needless zeros, one digit on each side of the point."""
    sign = "-" if text.startswith("-") else ""
    whole, _, part = text.lstrip("+-").partition(".")
    whole, part = whole.lstrip("0") or "0", part.rstrip("0") or "0"
    return f"{'' if whole == part == '0' else sign}{whole}.{part}"


def _organisations(tables: Mapping[str, Table]) -> Iterator[Thing]:
    codes = {entry.cell("code") for entry in entries(tables, "organisations")}
    for code, rows in _known(tables, "organisations", "code"):
        entry = rows[0]
        properties: list[Property] = [("mf:code", names.literal(code)), *_address(entry)]
        if (parent := entry.cell("parent")) in codes and entry.seen("parent"):
            properties.append(("mf:partOf", names.entity(f"org:{parent}")))
        yield Thing(
            key=f"org:{code}",
            cls="Organisation",
            labels=_labels(entry),
            names=tuple(("", name) for name in entry.parts("variants")),
            properties=tuple(properties),
        )


def _officials(tables: Mapping[str, Table]) -> Iterator[Thing]:
    for name, rows in _known(tables, "officials", "name"):
        variants = dict.fromkeys(part for row in rows for part in row.parts("variants"))
        yield Thing(
            key=f"person:{name}",
            cls="Official",
            labels=(("", name),),
            names=tuple(("", variant) for variant in variants),
        )


def _memberships(tables: Mapping[str, Table], roles: Mapping[str, Value]) -> Iterator[Thing]:
    groups: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in entries(tables, "members"):
        if entry.cell("status") == VERIFIED and entry.seen("iso2"):
            key = (entry.cell("forum_code"), entry.cell("iso2"), entry.cell("role"))
            groups.setdefault(key, []).append(entry)
    for (forum, state, role), rows in groups.items():
        yield Thing(
            key=f"membership:{forum}/{state}/{role}",
            cls="Membership",
            properties=(
                ("mf:memberForum", names.entity(f"forum:{forum}")),
                ("mf:memberState", names.entity(state)),
                ("mf:role", names.expand(roles[role].concept)),
                *_since(rows),
                *(("prov:wasDerivedFrom", names.thing("row", f"members/{row.cell('row_id')}")) for row in rows),
            ),
        )


def _since(rows: Sequence[Entry]) -> Iterator[Property]:
    """The beginning of a membership where the rows agree on one; what each says stays in its own claim."""
    dates = {value: date for row in rows if (date := partial.parse(value := row.cell("since")))}
    for value, date in dates.items() if len(dates) == 1 else ():
        yield "mf:from", names.literal(value, datatype=date.datatype)
