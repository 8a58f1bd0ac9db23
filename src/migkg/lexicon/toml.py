"""Reading TOML into frozen values with every key and value checked against the value's own fields."""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from migkg.errors import DataError, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")


def load(text: str, path: str) -> dict[str, Any]:
    """The tables of a TOML text; a syntax error becomes a DataError with its line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"not valid TOML: {error}", hint="see https://toml.io", at=Place(path=path)) from error


def line_of(text: str, key: str) -> int | None:
    """The first line (from 1) that begins with a key or a table header of that name."""
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip().lstrip("[").lstrip('"')
        if bare.startswith(key):
            return number
    return None


def _words(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    return None


def _groups(value: object) -> tuple[tuple[str, ...], ...] | None:
    if not isinstance(value, list):
        return None
    groups = [_words(v) for v in value]
    return tuple(g for g in groups if g is not None) if all(g is not None for g in groups) else None


def _word_map(value: object) -> dict[str, tuple[str, ...]] | None:
    if not isinstance(value, dict):
        return None
    pairs = {k: _words(v) for k, v in value.items()}
    good = {k: v for k, v in pairs.items() if v is not None}
    return good if len(good) == len(pairs) else None


def _text_map(value: object) -> dict[str, str] | None:
    if isinstance(value, dict) and all(isinstance(v, str) for v in value.values()):
        return dict(value)
    return None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


_SHAPES: Mapping[str, tuple[Callable[[object], Any], str]] = {
    "Words": (_words, "a list of texts"),
    "tuple[Words, ...]": (_groups, "a list of lists of texts"),
    "Mapping[str, Words]": (_word_map, "a table of lists of texts"),
    "Mapping[str, str]": (_text_map, "a table of texts"),
    "str": (_text, "a text"),
    "float": (_number, "a number"),
    "bool": (_truth, "true or false"),
}


def build(cls: type[T], table: Mapping[str, Any], path: str, text: str, known: Mapping[str, Any] | None = None) -> T:
    """A frozen value from a TOML table; `known` are fields that the table does not write itself.

    Raises DataError on an unknown key, a missing one, or a value of the wrong shape.
    """
    slots = {f.name: f for f in fields(cls) if f.name not in (known or {})}  # type: ignore[arg-type]
    values: dict[str, Any] = dict(known or {})
    for key, value in table.items():
        at = Place(path=path, line=line_of(text, key))
        if key not in slots:
            near = get_close_matches(key, slots, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"known keys: {', '.join(sorted(slots))}"
            raise DataError(f"unknown key '{key}'", hint=hint, at=at)
        check, wanted = _SHAPES[str(slots[key].type)]
        checked = check(value)
        if checked is None:
            raise DataError(f"'{key}' is not {wanted}", hint=f"write {wanted}", at=at)
        values[key] = checked
    for name, slot in slots.items():
        if name not in values and slot.default is MISSING and slot.default_factory is MISSING:
            raise DataError(f"the key '{name}' is missing", hint="add it", at=Place(path=path))
    return cls(**values)
