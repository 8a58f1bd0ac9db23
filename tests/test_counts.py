"""How many of something: in the singular where it is one, in every message of the project."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from migkg import resources
from migkg.counts import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(resources.__file__).parents[1]
NOUN = re.compile(r" (?!is\b|has\b)[a-z]+s\b")
FIXED = {"RETRY", "MAX_CHARACTERS", "LIMIT"}
"""Constants greater than one."""


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (2000, "2,000 claims"), (1.0, "1 claim"), (0.5, "0.5 claims")],
)
def test_one_is_singular(number: float, shown: str) -> None:
    assert counted(number, "claim") == shown


def test_a_plural_may_be_given() -> None:
    assert [counted(n, "query", "queries") for n in (1, 2)] == ["1 query", "2 queries"]


def counts(text: str) -> Iterator[str]:
    """Numbers in the f-strings of a module with a plural behind them: `{len(x)} claims`, `{n:,} rows`, `{t:g} seconds`."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.JoinedStr):
            continue
        for value, behind in zip(node.values, node.values[1:], strict=False):
            if not (isinstance(value, ast.FormattedValue) and isinstance(behind, ast.Constant)):
                continue
            told, form = ast.unparse(value.value), ast.unparse(value.format_spec) if value.format_spec else ""
            is_number = "len(" in told or re.search(r",|:?g|d", form.strip("f'\""))
            if is_number and told not in FIXED and NOUN.match(str(behind.value)):
                yield told + str(behind.value)


def test_a_count_without_its_singular_is_seen() -> None:
    told = list(
        counts('f"{len(found)} claims, {total:,} rows of {name}, {late:g} seconds, {name} lacks, {LIMIT:,} rows"')
    )
    assert told == ["len(found) claims, ", "total rows of ", "late seconds, "]


def test_no_message_counts_one_claims() -> None:
    found = {str(path.relative_to(SOURCE)): list(counts(path.read_text("utf-8"))) for path in SOURCE.rglob("*.py")}
    assert {name: told for name, told in found.items() if told} == {}


def sentences(part: object, name: str = "") -> Iterator[tuple[str, str]]:
    """The texts of a file of messages with their names; those that have one of their own for one thing are left out."""
    if isinstance(part, dict):
        for key, inner in part.items():
            if f"{key}_one" not in part:
                yield from sentences(inner, f"{name}.{key}".removeprefix("."))
    elif isinstance(part, str):
        yield name, part


@pytest.mark.parametrize("kind", ["messages", "web"])
def test_no_sentence_of_the_data_counts_one_things(kind: str) -> None:
    files = sorted((resources.root() / "data" / kind).glob("*.toml"))
    assert len(files) == 3
    for file in files:
        known = dict(sentences(tomllib.loads(file.read_text("utf-8"))))
        wrong = [
            name
            for name, text in known.items()
            if re.search(r"\{(number|total|added|removed|changed)\} (?!dans\b)\w+s\b", text)
        ]
        assert wrong == [], file.name
