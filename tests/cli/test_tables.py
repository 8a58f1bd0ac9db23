"""Tables for people: whatever the width of the terminal, nothing of a cell is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from migkg.cli import output

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = ("subject", "property", "words", "url")
CELLS = st.text("abc 12", max_size=70).map(str.strip)


def written(rows: Sequence[tuple[str, ...]], width: int) -> str:
    with pytest.MonkeyPatch.context() as patch, CliRunner().isolation() as (out, *_):
        patch.setattr(output, "_WIDTH", width)
        output.write_rows(COLUMNS, rows, "table")
        return out.getvalue().decode()


def letters(text: str) -> list[str]:
    """The letters of a text in no order: a broken column stands beside the next."""
    return sorted("".join(text.split()).replace("─", ""))


@given(st.lists(st.tuples(*[CELLS] * len(COLUMNS)), max_size=4), st.integers(40, 200))
def test_no_width_cuts_a_cell(rows: list[tuple[str, ...]], width: int) -> None:
    text = written(rows, width)
    assert all(len(line) <= width for line in text.splitlines())
    cells = letters("".join(cell for row in rows for cell in row))
    shown = letters(text)
    if shown != sorted([*cells, *letters("".join(COLUMNS))]):  # as lines, with the name of each cell before it
        named = [name for row in rows for name, cell in zip(COLUMNS, row, strict=True) if cell]
        assert shown == sorted([*cells, *letters("".join(named))])


def test_a_wide_terminal_shows_columns_and_a_narrow_one_lines() -> None:
    rows = [("edition:SACM/12", "heldIn", "met in Santiago, Chile, in November of that year", "https://example.org/a")]
    assert written(rows, 100).splitlines()[0].split() == list(COLUMNS)
    narrow = written(rows, 50)
    assert [line.split()[0] for line in narrow.splitlines() if line.split()[0] in COLUMNS] == list(COLUMNS)
    assert "edition:SACM/12" in narrow
    assert "https://example.org/a" in narrow


def test_empty_cells_take_no_line() -> None:
    assert "url" not in written([("edition:SACM/12", "heldIn", "a" * 60, "")], 50)
