"""Answers as data frames."""

from __future__ import annotations

import sys
from math import inf
from typing import TYPE_CHECKING

import pytest

from migkg import api, names
from migkg.api import frames
from migkg.errors import UsageError
from migkg.query import Kind, Result

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    (names.thing("state", "BO"), names.literal("3", datatype="xsd:integer"), None),
    (names.thing("state", "CL"), names.literal("1.5", datatype="xsd:decimal"), names.literal("x", lang="es")),
)
RESULT = Result(kind=Kind.SELECT, variables=("state", "n", "text"), rows=ROWS)


def test_cells_have_python_s_types() -> None:
    assert frames.columns(RESULT) == {"state": ["id:state/BO", "id:state/CL"], "n": [3, 1.5], "text": [None, "x"]}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("7", "unsignedByte", 7),
        ("2.5", "float", 2.5),
        ("-INF", "double", -inf),
        ("nine", "integer", "nine"),
        ("9", "string", "9"),
    ],
)
def test_a_cell_is_a_number_where_its_datatype_says_so(text: str, kind: str, value: object) -> None:
    found = frames.value(names.literal(text, datatype=names.XSD + kind))
    assert (found, type(found)) == (value, type(value))


def test_pandas_and_polars_hold_the_same() -> None:
    one, other = frames.pandas(RESULT), frames.polars(RESULT)
    assert list(one.columns) == other.columns == ["state", "n", "text"]
    assert one["n"].sum() == other["n"].sum() == 4.5


def test_an_empty_answer_keeps_its_columns() -> None:
    empty = Result(kind=Kind.SELECT, variables=("a", "b"))
    assert list(frames.pandas(empty).columns) == frames.polars(empty).columns == ["a", "b"]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_not_there_is_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError, match=f"{library} is not installed; install migkg"):
        getattr(frames, library)(RESULT)


def test_a_canned_query_as_a_frame(graph_store: Path) -> None:
    with api.open(graph_store) as graph:
        frame = frames.pandas(graph.run("hosting-balance", forum="SACM"))
    assert frame["times"].is_monotonic_decreasing
    assert "id:state/CL" in set(frame["state"])
