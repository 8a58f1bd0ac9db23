"""The page on adding a language names every key and file that a language may have, and no other."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest
from tests import shipped

from migkg import lexicon
from migkg.lexicon import Calendar, Example, Grammar, Layout, Meetings, Persons, Rule, Sessions
from migkg.lexicon.rules import MoodExample

_PAGE = (Path(__file__).parents[2] / "docs" / "languages.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| `([^`]+)` \| (yes|) \| ", re.MULTILINE)
_MADE = {"path", "examples", "rules"}
"""Fields that no key gives but the file itself, or tables of their own."""
_TABLES = [
    ("## `layout.toml`", Layout),
    ("## `calendar.toml`", Calendar),
    ("## `meetings.toml`", Meetings),
    ("## `persons.toml`", Persons),
    ("## `grammar.toml`", Grammar),
    ("`[[example]]`:", MoodExample),
    ("## `sessions.toml`", Sessions),
    ("`[[rule]]`:", Rule),
    ("`[[rule.example]]`:", Example),
]


def _section(head: str) -> str:
    """What stands between a line and the next heading or table of another kind."""
    assert _PAGE.count(f"\n{head}\n") == 1
    return re.split(r"\n(?:## |`\[\[)", _PAGE.partition(f"\n{head}\n")[2])[0]


@pytest.mark.parametrize(("head", "part"), _TABLES)
def test_every_key_is_documented(head: str, part: type) -> None:
    told = dict(_ROW.findall(_section(head)))
    needed = {f.name: f.default is MISSING and f.default_factory is MISSING for f in fields(part)}
    assert set(told) - {"example"} == set(needed) - _MADE
    assert {key for key, must in told.items() if must} == {key for key, must in needed.items() if must}


def test_every_class_of_words_for_modality_is_documented() -> None:
    told = re.findall(r"^\| `(\w+)` \| ", _section("## `modality.toml`"), re.MULTILINE)
    assert sorted(told) == sorted(lexicon._MOOD_CLASSES)


def test_every_file_of_a_language_is_documented() -> None:
    files = {name for files in shipped.sources().languages.values() for name in files}
    named = set(re.findall(r"^\| `([\w/*]+\.toml)` \| ", _PAGE, re.MULTILINE))
    assert {name if "/" not in name else "rules/*.toml" for name in files} == named


def test_the_page_tells_how_many_languages_are_only_told_apart() -> None:
    assert f"for each of {len(shipped.whole().others)} such" in _PAGE
