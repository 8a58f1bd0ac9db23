"""The built front end: what is shipped belongs to its sources, loads nothing from elsewhere, names its licences."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def test_built_files_belong_to_the_sources(top: Path) -> None:
    lines = (top / "frontend" / "built.sha256").read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    folders = (top / "frontend" / "src", top / "src" / "migkg" / "web" / "static")
    found = {
        file.relative_to(top).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for folder in folders
        for file in folder.rglob("*")
        if file.is_file()
    }
    assert found == listed, "run 'make frontend'"


def test_licences_of_all_packages_are_shipped(top: Path) -> None:
    text = (top / "src" / "migkg" / "web" / "static" / "LICENSES.txt").read_text(encoding="utf-8")
    manifest = json.loads((top / "frontend" / "package.json").read_text(encoding="utf-8"))
    for name, version in manifest["dependencies"].items():
        assert f"{name} {version} (" in text


def test_styles_load_nothing_from_elsewhere(top: Path) -> None:
    for file in sorted((top / "src" / "migkg" / "web" / "static").glob("*.css")):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"(?:url\(|@import\s+)[\"']?(?:https?:)?//", text), file.name


def test_templates_have_no_words_of_a_language_and_no_inline_code(top: Path) -> None:
    for file in sorted((top / "src" / "migkg" / "web" / "templates").glob("*.html")):
        text = file.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", "")
        # a reading is a file of its own, which no server sends: it has nothing beside it to take its style from
        style = "" if file.name == "_reading.html" else "<style|"
        assert not re.search(rf"<script(?![^>]*\bsrc=)|{style}\sstyle=|\son[a-z]+=", text), file.name
