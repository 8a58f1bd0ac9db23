"""Words in all their forms: `host~s` is the stem with each of the endings that a language calls `s`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from migkg.errors import DataError, Place
from migkg.lexicon import toml

if TYPE_CHECKING:
    from collections.abc import Mapping

_STEM = re.compile(r"([^\W\d_]+)~([^\W\d_]+)")


def classes(text: str, path: str) -> dict[str, tuple[str, ...]]:
    """The classes of a TOML text with the tables `endings` and `classes`, each word in all its forms.

    Raises DataError on another table, a value that is no list of texts, and endings that have no name there.
    """
    return classes_of(toml.load(text, path), text, path)


def classes_of(tables: Mapping[str, Any], text: str, path: str) -> dict[str, tuple[str, ...]]:
    """The classes of tables that were read from a text already; see `classes`."""
    strange = sorted(set(tables) - {"endings", "classes"})
    if strange:
        at = Place(path=path, line=toml.line_of(text, strange[0]))
        raise DataError(f"unknown table '{strange[0]}'", hint="the tables are [endings] and [classes]", at=at)
    endings = lists(tables.get("endings", {}), text, path)
    return {
        name: tuple(dict.fromkeys(form for phrase in phrases for form in _forms(phrase, endings, text, path)))
        for name, phrases in lists(tables.get("classes", {}), text, path).items()
    }


def lists(table: Mapping[str, object], text: str, path: str) -> dict[str, tuple[str, ...]]:
    """A table whose values are lists of texts; DataError where one is not."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in table.items():
        if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
            at = Place(path=path, line=toml.line_of(text, name))
            raise DataError(f"'{name}' is not a list of texts", hint="write a list of texts", at=at)
        found[name] = tuple(words)
    return found


def _forms(phrase: str, endings: Mapping[str, tuple[str, ...]], text: str, path: str) -> tuple[str, ...]:
    stem = _STEM.search(phrase)
    if stem is None:
        return (phrase,)
    if stem[2] not in endings:
        at = Place(path=path, line=toml.line_of(text, phrase))
        hint = f"the endings are {', '.join(sorted(endings)) or 'none'}"
        raise DataError(f"'{phrase}' names endings that are not there", hint=hint, at=at)
    return tuple(f"{phrase[: stem.end(1)]}{ending}{phrase[stem.end() :]}" for ending in endings[stem[2]])
