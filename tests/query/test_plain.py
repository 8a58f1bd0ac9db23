"""Headers in their plain form: read without a YAML library, and just as YAML reads them."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg import resources
from migkg.errors import DataError
from migkg.query import header, plain

SHIPPED = [*resources.canned_queries(), *resources.checks()]


def lines_of(text: str) -> list[str]:
    return [line[2:].removeprefix(" ") if line.startswith("#+") else "" for line in text.splitlines()]


def plainly(lines: list[str]) -> header.Section | None:
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line]
    return plain.read(numbered, lambda line: header.Section("x.rq", line))


def content(value: Any) -> Any:
    """A value with all that is told of it: types, order, and the lines where things stand."""
    if isinstance(value, header.Section):
        return value.line, [(key, value.lines[key], content(item)) for key, item in value.items()]
    if isinstance(value, list):
        return [content(item) for item in value]
    return type(value), value


@pytest.mark.parametrize("text", [text for _, text in SHIPPED], ids=[name for name, _ in SHIPPED])
def test_every_shipped_file_has_the_plain_form(text: str) -> None:
    found = plainly(lines_of(text))
    assert found is not None
    assert content(found) == content(header.by_yaml("x.rq", lines_of(text)))


PIECES = st.sampled_from(
    ["a:", "b:", "- a:", "  c:", "  - a:", "    b:", "    - c:", "  a:", "      a:", "# x", "-", "", "...", "a", "- x"]
)
WORDS = ["", " x", ' "x y"', " yes", " No", " 1.5", ' "\\n"', " 'x'", ' "x', " |", " *x", " x # y", ' "a: b"', ' "x" y']
FLOWS = [
    " [a, b]",
    ' ["a", b]',
    ' {a: "x", b: y}',
    " {a: x, a: y}",
    " [a,b]",
    " [a, ]",
    " []",
    " {}",
    " [a: b]",
    " {a, b: c}",
]
VALUES = st.sampled_from([*WORDS, *FLOWS, " {a: x]"])


@given(st.lists(st.tuples(PIECES, VALUES).map("".join), max_size=6))
def test_what_is_read_plainly_is_read_alike_by_yaml(lines: list[str]) -> None:
    found = plainly(lines)
    if found is not None:
        assert content(found) == content(header.by_yaml("x.rq", lines))


@pytest.mark.parametrize(
    "line",
    [
        "a: 'x'",
        "a: x # note",
        "a: |",
        "a: [x,y]",
        "a: {b: x",
        "a: [b: c]",
        "a: {b, c: d}",
        'a: "\\x41"',
        "a:",
        "- a: x",
    ],
)
def test_another_form_is_left_to_yaml(line: str) -> None:
    assert plainly([line]) is None


@pytest.mark.parametrize("lines", [["a: x", "a: y"], ["a: {b: x, b: y}"], ["a:", "  b: x", "  b: y"]])
def test_a_key_that_stands_twice_is_told_with_its_line(lines: list[str]) -> None:
    with pytest.raises(DataError) as caught:
        header.read("x.rq", "\n".join(f"#+ {line}" for line in lines))
    assert "stands twice" in caught.value.problem
    assert caught.value.at is not None
    assert caught.value.at.line == len(lines)


def test_a_canned_query_runs_without_what_it_does_not_need() -> None:
    program = (
        "import sys; from migkg import api; api.canned('repeat-hosts');"
        "print([name for name in ('yaml', 'difflib', 'subprocess', 'rdflib', 'migkg.model', 'migkg.query.reading',"
        "'migkg.store.writing') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
