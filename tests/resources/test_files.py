"""Where the shipped knowledge lies, and how tables are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg import resources
from migkg.errors import DataError
from migkg.resources import files, home

if TYPE_CHECKING:
    from pathlib import Path


def test_the_checkout_is_found(top: Path) -> None:
    assert resources.root() == top


def test_another_home_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for part in ("ontology", "data", "queries"):
        (tmp_path / part).mkdir()
    assert resources.root(tmp_path) == tmp_path
    monkeypatch.setenv(home.ENVIRONMENT, str(tmp_path))
    assert resources.root() == tmp_path


def test_a_home_without_data_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no ontology/, data/ and queries/ in"):
        resources.root(tmp_path)


def test_every_kind_of_resource_is_there() -> None:
    assert resources.ontology_files()
    assert resources.shape_files()
    assert resources.canned_queries()
    assert resources.checks()
    assert "editions" in resources.tables()
    sources = resources.lexicon_sources()
    assert {"en", "fr", "es"} <= set(sources.languages)
    assert {"states", "forums", "organisations", "cities"} <= set(sources.names)


def test_a_table_knows_its_lines() -> None:
    table = files.parse_table("t", 'a,b\n1,"two\nlines"\n3,4\n', "t.csv")
    assert table.columns == ("a", "b")
    assert [row.line for row in table.rows] == [2, 4]
    assert table.rows[0].cells == {"a": "1", "b": "two\nlines"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "t.csv:1: the table is empty; it needs a header line"),
        ("a,b\n1\n", "t.csv:2: the row has 1 cell, the header 2; quote a cell that holds a comma"),
        ('a,b\n1,"x"y\n', "t.csv:2: not CSV: ',' expected after '\"'; check the quotes"),
    ],
)
def test_a_bad_table_is_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(DataError) as caught:
        files.parse_table("t", text, "t.csv")
    assert str(caught.value) == sentence


def test_broken_utf8_names_line_and_column() -> None:
    with pytest.raises(DataError) as caught:
        home.decode("a\nbé".encode("latin-1"), "x.txt")
    assert str(caught.value) == "x.txt:2:2: byte 0xE9 is not UTF-8; save the file as UTF-8"


def test_a_byte_order_mark_and_windows_line_ends_are_dropped() -> None:
    assert home.decode("\ufeffa\r\nb".encode(), "x.txt") == "a\nb"


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"cannot read .*: No such file or directory; check the name"):
        resources.read_text(tmp_path / "none.txt")
