"""Things that the lexicons name: states, cities, organisations and forums that no table describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names
from migkg.model import Thing
from migkg.tables.describe import GEONAMES, decimal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from migkg.model import Table, Term

EU_COUNTRIES = "http://publications.europa.eu/resource/authority/country/"
"""The EU's table of countries, keyed by ISO 3166-1 alpha-3."""

_LABEL = "label"
_HIDDEN = frozenset({"demonym"})
ANY_LANGUAGE = "*"


def named(lexicons: Mapping[str, Table], keys: Collection[str]) -> list[Thing]:
    """A description of each of the keys (`BO`, `city:Quito/EC`, `org:IOM`, `forum:SACM`) that the lexicons name.

    A key that they do not name is described by the key alone: its code or name is then its label.
    """
    spellings = _Spellings(lexicons)
    codes = {row.cells["iso2"]: row.cells for row in lexicons["states_codes"].rows}
    places = {(row.cells["name_en"], row.cells["iso2"]): row.cells for row in lexicons["cities_info"].rows}
    return [_thing(key, spellings, codes, places) for key in sorted(keys)]


class _Spellings:
    """Labels and other names of each key, from the tables of names."""

    def __init__(self, lexicons: Mapping[str, Table]) -> None:
        self._found: dict[str, tuple[list[tuple[str, str]], list[tuple[str, str]]]] = {}
        for table, prefix, column in (
            ("states", "", "iso2"),
            ("organisations", "org:", "code"),
            ("forums", "forum:", "code"),
        ):
            for row in lexicons[table].rows:
                self._add(f"{prefix}{row.cells[column]}", row.cells)
        for row in lexicons["cities"].rows:
            self._add(f"city:{row.cells['name_en']}/{row.cells['iso2']}", row.cells)

    def _add(self, key: str, cells: Mapping[str, str]) -> None:
        if cells["kind"] in _HIDDEN:
            return
        labels, others = self._found.setdefault(key, ([], []))
        lang = "" if cells["lang"] == ANY_LANGUAGE else cells["lang"]
        (labels if cells["kind"] == _LABEL else others).append((lang, cells["name"]))

    def of(self, key: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
        """Labels, then other names; an unknown key is its own label."""
        labels, others = self._found.get(key, ([], []))
        if not labels:
            labels = [("", key.partition(":")[2].partition("/")[0] or key)]
        return tuple(labels), tuple(others)


def _thing(
    key: str,
    spellings: _Spellings,
    codes: Mapping[str, Mapping[str, str]],
    places: Mapping[tuple[str, str], Mapping[str, str]],
) -> Thing:
    labels, others = spellings.of(key)
    kind, _, rest = key.partition(":")
    if kind == "city":
        name, country = rest.rsplit("/", 1) if "/" in rest else (rest, "")
        cls, properties = "City", tuple(_city(country, places.get((name, country), {})))
    elif kind in {"org", "forum"}:
        cls, properties = ("Organisation" if kind == "org" else "Forum"), (("mf:code", names.literal(rest)),)
    else:
        cls, properties = "State", tuple(_state(key, codes.get(key, {})))
    return Thing(key=key, cls=cls, labels=labels, names=others, properties=properties)


def _state(iso2: str, codes: Mapping[str, str]) -> Iterator[tuple[str, Term]]:
    yield "mf:isoCode", names.literal(iso2)
    if codes.get("m49"):
        yield "mf:m49Code", names.literal(codes["m49"])
    if codes.get("iso3"):
        yield "skos:exactMatch", names.iri(EU_COUNTRIES + codes["iso3"])


def _city(country: str, info: Mapping[str, str]) -> Iterator[tuple[str, Term]]:
    if country:
        yield "mf:inCountry", names.entity(country)
    if info.get("geonames_id"):
        yield "skos:exactMatch", names.iri(f"{GEONAMES}{info['geonames_id']}/")
    for name, column in (("geo:lat", "lat"), ("geo:long", "lon")):
        if info.get(column):
            yield name, names.literal(decimal(info[column]), datatype="xsd:decimal")
