"""Which meeting an `edition_id` of the tables is, in the notation of the claim table.

An edition_id is a name, not evidence. The key of a meeting is the first of these that the rows show and
that no other meeting of the same forum and kind could bear: its ordinal, year and ordinal together (`2012-2`, for
series that are numbered afresh each year), its year; else `x-` and the row.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.tables.entry import RECALLED, Entry, entries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.model import Table


MAIN = "edition:"
"""What the keys of main editions begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting of the tables: its key, whether its ordinal is its own in its series, and its rows.

    `identified` is false where the rows are from memory, so that no claim about it can be accepted.
    """

    key: str
    numbered: bool
    identified: bool
    rows: tuple[Entry, ...]


def plenary_kinds(tables: Mapping[str, Table]) -> dict[str, frozenset[str]]:
    """By forum, the kinds of meeting that are its main editions."""
    found: dict[str, frozenset[str]] = {}
    for entry in entries(tables, "forums"):
        if kinds := entry.parts("plenary_kinds"):
            found.setdefault(entry.cell("code"), frozenset(kinds))
    return found


def meetings(tables: Mapping[str, Table]) -> dict[str, Meeting]:
    """The meetings by edition_id, in the order of the file."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries(tables, "editions"):
        groups.setdefault(entry.cell("edition_id"), []).append(entry)
    plenary = plenary_kinds(tables)
    series = {edition: _series(rows[0], plenary) for edition, rows in groups.items()}
    names = {edition: _names(rows) for edition, rows in groups.items()}
    taken = Counter((series[edition], name) for edition in groups for name in names[edition])

    found: dict[str, Meeting] = {}
    for edition, rows in groups.items():
        own = [name for name in names[edition] if taken[series[edition], name] == 1]
        name = own[0] if own else f"x-{rows[0].cell('row_id')}"
        found[edition] = Meeting(
            key=f"{series[edition]}/{name}",
            numbered=all(taken[series[edition], row.cell("ordinal")] <= 1 for row in rows),
            identified=any(row.cell("status") != RECALLED and row.seen("forum_code") for row in rows),
            rows=tuple(rows),
        )
    return found


def _series(row: Entry, plenary: Mapping[str, frozenset[str]]) -> str:
    forum, kind = row.cell("forum_code"), row.cell("kind")
    if kind in plenary.get(forum, frozenset()):
        return f"{MAIN}{forum}"
    return f"meeting:{forum}/{kind}"


def _names(rows: Sequence[Entry]) -> list[str]:
    """The names that the meeting may bear, the best first; one name cannot rest on a disputed number."""
    ordinal, year = _agreed(rows, "ordinal"), _agreed(rows, "year")
    both = f"{year}-{ordinal}" if ordinal and year else ""
    names = [ordinal, both, year]
    if not ordinal and not year:
        names = [*_shown(rows, "ordinal")[:1], *_shown(rows, "year")[:1]]
    return [name for name in names if name]


def _agreed(rows: Sequence[Entry], column: str) -> str:
    values = {row.cell(column) for row in rows} - {""}
    shown = _shown(rows, column)
    return shown[0] if shown and len(values) == 1 else ""


def _shown(rows: Sequence[Entry], column: str) -> list[str]:
    """The values that the sources show; of a meeting known only from memory, those remembered."""
    usable = [row for row in rows if row.seen(column)]
    if all(row.cell("status") == RECALLED for row in rows):
        usable = list(rows)
    return list(dict.fromkeys(value for row in usable if (value := row.cell(column))))
