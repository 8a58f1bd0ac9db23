"""What is built for others: a wheel that works in any folder, and an archive of sources from which all can be made."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
SHIPPED = {"ontology": "migkg/_resources/ontology", "data": "migkg/_resources/data",
           "queries": "migkg/_resources/queries", "src/migkg": "migkg"}  # fmt: skip
"""Folder of the checkout -> where the wheel has it."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both."""
    folder = tmp_path_factory.mktemp("dist")
    words = [sys.executable, "-m", "hatchling", "build", "-d", str(folder), "-t", "wheel", "-t", "sdist"]
    subprocess.run(words, cwd=TOP, check=True, capture_output=True)
    return folder


def lying(folder: str) -> set[str]:
    """The files of a folder of the checkout, without what Python makes when it runs."""
    found = (path for path in (TOP / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(TOP / folder).as_posix() for path in found}


def test_the_wheel_has_all_that_a_command_needs(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    for folder, place in SHIPPED.items():
        assert {f"{place}/{name}" for name in lying(folder)} - names == set()
    assert not any(name.startswith(("tests/", "docs/")) for name in names)


def test_the_sources_have_all_that_readme_and_makefile_name(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {member.name.partition("/")[2] for member in opened.getmembers()}
    folders = re.findall(r"^\| `([\w/]+)/` \|", (TOP / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(folders) > 8
    for folder in folders:
        left = {name for name in lying(folder) if "node_modules" not in name}
        assert {f"{folder}/{name}" for name in left} - names == set()
    needed = re.findall(r"(?<=[\s:])[\w-]+\.(?:lock|toml)\b", (TOP / "Makefile").read_text(encoding="utf-8"))
    assert {"requirements.lock", "requirements-profile.lock", "pyproject.toml"} <= set(needed)
    assert {*needed, "Makefile", "CHANGELOG.md", "CITATION.cff", "LICENSE", "LICENSE-DATA.md"} - names == set()
