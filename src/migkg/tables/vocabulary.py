"""The allowed values of fields such as status, role and presence, and what each means in the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.model import Modality
from migkg.tables.entry import entries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """An allowed value of a field: the predicate that it stands for, the qualifier it adds, the concept it names."""

    predicate: str
    qualifiers: tuple[tuple[str, str], ...]
    modality: Modality
    concept: str


def vocabulary(tables: Mapping[str, Table]) -> dict[str, dict[str, Value]]:
    """The values of data/reference/vocabulary.csv by field and value, in the order of the file."""
    found: dict[str, dict[str, Value]] = {}
    for entry in entries(tables, "vocabulary"):
        qualifier = entry.cell("qualifier")
        found.setdefault(entry.cell("field"), {})[entry.cell("value")] = Value(
            predicate=entry.cell("predicate"),
            qualifiers=((qualifier, entry.cell("setting")),) if qualifier else (),
            modality=Modality(entry.cell("modality") or Modality.STATED),
            concept=entry.cell("concept"),
        )
    return found
