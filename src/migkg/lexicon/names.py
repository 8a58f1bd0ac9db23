"""The tables of names (forums, organisations, states, cities) into one list of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.errors import DataError, Place
from migkg.lexicon.naming import Name, Names, WordForms
from migkg.names import MEETING_CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from migkg.model import Row, Table

_COLUMNS = {
    "states": ("iso2", "lang", "name", "kind"),
    "forums": ("code", "lang", "name", "kind"),
    "organisations": ("code", "lang", "name", "kind"),
    "cities": ("name_en", "iso2", "lang", "name", "kind"),
    "cities_info": ("name_en", "iso2", "population", "capital"),
    "cities_block": ("name",),
    "states_codes": ("iso2", "un_member"),
    "forum_traits": ("code", "plenary_kinds", "consultations"),
    "given_names": ("name",),
    "word_forms": ("lang", "kind", "written", "form"),
}
_KINDS = {
    "states": ("label", "variant", "short", "formal", "historical", "demonym"),
    "forums": ("label", "variant", "acronym", *MEETING_CLASSES),
    "organisations": ("label", "variant", "acronym"),
    "cities": ("label", "variant"),
}
"""What the column `kind` of a table may say; a forum's name may mean one kind of its meetings."""


def _rows(tables: Mapping[str, Table], name: str) -> Iterator[Row]:
    """The rows of a table that may be absent; a missing column, an empty name and an unknown kind are errors."""
    table = tables.get(name)
    if table is None:
        return
    lacking = [c for c in _COLUMNS[name] if c not in table.columns]
    if lacking:
        raise DataError(
            f"column '{lacking[0]}' is missing",
            hint=f"the table needs {', '.join(_COLUMNS[name])}",
            at=Place(path=table.path, line=1),
        )
    for row in table.rows:
        empty = next((c for c in ("name", "code", "iso2") if c in _COLUMNS[name] and not row.cells[c].strip()), None)
        if empty:
            raise DataError(f"'{empty}' is empty", hint="fill it", at=Place(path=table.path, line=row.line))
        _refuse_unknown_kind(row, _KINDS.get(name, ()), table.path)
        yield row


def _refuse_unknown_kind(row: Row, kinds: tuple[str, ...], path: str) -> None:
    if kinds and row.cells["kind"] not in kinds:
        raise DataError(
            f"no name is of the kind '{row.cells['kind']}'",
            hint=f"the kinds are {', '.join(kinds)}",
            at=Place(path=path, line=row.line),
        )


def _states(tables: Mapping[str, Table]) -> Iterator[Name]:
    for row in _rows(tables, "states"):
        cells = row.cells
        kind = "demonym" if cells["kind"] == "demonym" else "state"
        yield Name(text=cells["name"], lang=cells["lang"], kind=kind, value=cells["iso2"], form=cells["kind"])


def _coded(tables: Mapping[str, Table], table: str, kind: str, prefix: str) -> Iterator[Name]:
    for row in _rows(tables, table):
        cells = row.cells
        yield Name(text=cells["name"], lang=cells["lang"], kind=kind, value=prefix + cells["code"], form=cells["kind"])


def _cities(tables: Mapping[str, Table], blocked: frozenset[str]) -> Iterator[Name]:
    people = {
        (r.cells["name_en"], r.cells["iso2"]): int(r.cells["population"] or 0) for r in _rows(tables, "cities_info")
    }
    for row in _rows(tables, "cities"):
        cells = row.cells
        if cells["name"] in blocked:
            continue
        yield Name(
            text=cells["name"],
            lang=cells["lang"],
            kind="city",
            value=cells["name_en"],
            country=cells["iso2"],
            form=cells["kind"],
            weight=people.get((cells["name_en"], cells["iso2"]), 0),
        )


def _capitals(tables: Mapping[str, Table]) -> dict[str, str]:
    """The capital of each state that has only one."""
    found: dict[str, list[str]] = {}
    for row in _rows(tables, "cities_info"):
        if row.cells["capital"] == "yes":
            found.setdefault(row.cells["iso2"], []).append(row.cells["name_en"])
    return {state: cities[0] for state, cities in found.items() if len(cities) == 1}


def _forms(tables: Mapping[str, Table]) -> dict[str, WordForms]:
    found: dict[str, dict[str, dict[str, str]]] = {}
    stems: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in _rows(tables, "word_forms"):
        lang, kind, written, form = (row.cells[c] for c in _COLUMNS["word_forms"])
        found.setdefault(lang, {}).setdefault(kind, {})[written] = form
        if kind == "prefix":
            known = stems.setdefault(lang, {})
            known[written] = (*known.get(written, ()), form)
    return {
        lang: WordForms(
            dropped=frozenset(kinds.get("drop", {})),
            words=kinds.get("word", {}),
            endings=kinds.get("ending", {}),
            prefixes=stems.get(lang, {}),
            bodies=frozenset(kinds.get("body", {})),
            organs=frozenset(kinds.get("organ", {})),
            series=tuple(kinds.get("series", {})),
            regions=kinds.get("region", {}),
            councils=tuple(kinds.get("council", {})),
            sittings=tuple(kinds.get("sitting", {})),
            genitives=tuple(kinds.get("genitive", {})),
            council_of=kinds.get("council of", {}),
        )
        for lang, kinds in found.items()
    }


def parse(tables: Mapping[str, Table]) -> Names:
    """All names of the tables; raises DataError on a missing column, an empty name or code, an unknown kind."""
    blocked = frozenset(r.cells["name"] for r in _rows(tables, "cities_block"))
    traits = {
        r.cells["code"]: frozenset(r.cells["plenary_kinds"].replace(";", " ").split())
        for r in _rows(tables, "forum_traits")
    }
    found = (
        *_states(tables),
        *_coded(tables, "forums", "forum", ""),
        *_coded(tables, "organisations", "organisation", "org:"),
        *_cities(tables, blocked),
    )
    sovereign = frozenset(r.cells["iso2"] for r in _rows(tables, "states_codes") if r.cells["un_member"] == "yes")
    return Names(
        names=found,
        plenary_kinds=traits,
        consultations={
            r.cells["code"]: r.cells["consultations"] for r in _rows(tables, "forum_traits") if r.cells["consultations"]
        },
        sovereign=sovereign,
        capitals=_capitals(tables),
        given=frozenset(r.cells["name"] for r in _rows(tables, "given_names")),
        forms=_forms(tables),
    )
