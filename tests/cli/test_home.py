"""`migkg home`: where the knowledge lies, and a copy to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.calls import call

from migkg import resources
from migkg.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def test_it_tells_the_folder_in_use(top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("home").stdout == f"{top}\n"
    for part in ("ontology", "data", "queries"):
        (tmp_path / part).mkdir()
    monkeypatch.setenv("MIGKG_HOME", str(tmp_path))
    assert call("home").stdout == f"{tmp_path}\n"


def test_it_copies_the_three_folders_and_nothing_else(
    top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "deep" / "mine"
    result = call("home", str(copy))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "$MIGKG_HOME" in result.stderr
    assert sorted(entry.name for entry in copy.iterdir()) == ["data", "ontology", "queries"]
    names = "data/lexicons/names/forums.csv"
    assert (copy / names).read_bytes() == (top / names).read_bytes()
    monkeypatch.setenv("MIGKG_HOME", str(copy))
    assert call("claims", "-", input="The ninth SACM was held in Quito.").exit_code == 0


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = call("home", str(tmp_path))
    assert result.exit_code == 2
    assert f"{tmp_path} is not empty; name an empty or a new folder" in result.stderr
    assert [entry.name for entry in tmp_path.iterdir()] == ["mine.txt"]


def test_a_copy_into_itself_is_refused(tmp_path: Path) -> None:
    for part in ("ontology", "data", "queries"):
        (tmp_path / part).mkdir()
    with pytest.raises(UsageError, match="lies in what is to be copied"):
        resources.copy_knowledge(tmp_path / "data" / "mine", home=tmp_path)


def test_where_one_cannot_write_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = call("home", str(tmp_path / "file" / "mine"))
    assert result.exit_code == 2
    assert "cannot write into" in result.stderr
