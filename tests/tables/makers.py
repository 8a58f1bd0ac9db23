"""Small made-up tables under the shipped schema and vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import resources
from migkg.model import Row, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

STATES = resources.table("states", "data/lexicons/names")
SHIPPED: Mapping[str, Table] = {**resources.tables(), "states": STATES}
GIVEN: dict[str, list[dict[str, str]]] = {
    "forums": [{"code": "NORTH", "name_en": "Northern Talks", "plenary_kinds": "main;summit"}],
    "places": [{"name_en": "Quito", "country_iso2": "EC"}],
    "organisations": [{"code": "IOM", "name_en": "International Organization for Migration"}],
    "contradictions": [{"number": "7", "kind": "open", "expressed": "no"}],
}
"""What the other rows refer to."""


def table(name: str, rows: list[dict[str, str]]) -> Table:
    """A table with the shipped columns; cells that are not given are empty, but row_id and status."""
    columns = SHIPPED[name].columns
    defaults = {"status": "verified"} if "status" in columns else {}
    full = [
        Row(line=line, cells=dict.fromkeys(columns, "") | {"row_id": f"R{line}"} | defaults | cells)
        for line, cells in enumerate(rows, 2)
    ]
    return Table(name=name, path=f"{name}.csv", columns=columns, rows=tuple(full))


def made(**rows: list[dict[str, str]]) -> dict[str, Table]:
    """All tables of the schema: those given, a few rows to refer to, the rest empty."""
    fixed = {"schema": SHIPPED["schema"], "vocabulary": SHIPPED["vocabulary"], "states": STATES}
    named = {name: table(name, (GIVEN | rows).get(name, [])) for name in SHIPPED if name not in fixed}
    return fixed | named


def edition(edition_id: str, **cells: str) -> dict[str, str]:
    """A row of editions.csv; forum, kind, ordinal and year are those of the edition_id."""
    forum, kind, ordinal, year = edition_id.split("/")
    own = {"forum_code": forum, "kind": kind, "ordinal": ordinal, "year": year}
    return {"edition_id": edition_id, "variant": "1", "modality": "stated"} | own | cells
