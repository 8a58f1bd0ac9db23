"""Headers in the plain form that the shipped files have, read without a YAML library.

Importing one takes longer than running a query. What is not in this form (comments, other quotes, text over several
lines, anchors, mistakes) is left to YAML, of which the form is a part: both give the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from migkg.query.header import Section

    Open = Callable[[int], Section]
    """From a line to an empty mapping that begins there."""

_LINE = re.compile(r"((?:  )*)(- )?([a-z]+):(?: (\S.*))?")
_PART = re.compile(r'(?:([a-z]+): )?("[^"\\]*"|[A-Za-z0-9][A-Za-z0-9_.-]*)(, |$)')
"""A scalar, with the key before it where it has one, and what follows it."""
_STRANGE = r"[\x00-\x1f\x7f-\x9f\ufeff\ud800-\udfff\ufffe\uffff]"
"""What YAML takes in no text between quotes; compiled only for a text that has other than printable characters."""
_YES = frozenset({"true", "yes", "on"})
_NO = frozenset({"false", "no", "off"})

Line = tuple[int, int, bool, str, str]
"""Number in the file, indentation, whether an item of a list begins, key, value (empty where it follows below)."""


class _OtherFormError(Exception):
    """The header is not in the plain form."""


def read(lines: Sequence[tuple[int, str]], begin: Open) -> Section | None:
    """The mapping that numbered header lines (without their mark) stand for; None where they are in another form."""
    try:
        found = [_line(number, text) for number, text in lines]
        if not found or found[0][1:3] != (0, False):
            return None
        section, end = _mapping(found, 0, 0, begin)
    except _OtherFormError:
        return None
    return section if end == len(found) else None


def _line(number: int, text: str) -> Line:
    match = _LINE.fullmatch(text)
    if not match:
        raise _OtherFormError
    indent, dash, key, value = match.groups()
    return number, len(indent), dash is not None, key, value or ""


def _mapping(lines: Sequence[Line], at: int, indent: int, begin: Open) -> tuple[Section, int]:
    """The mapping whose first key is that of a line (whatever stands before it there), and the line after its end."""
    section = begin(lines[at][0])
    first = at
    while at < len(lines) and (at == first or (lines[at][1] == indent and not lines[at][2])):
        number, _, _, key, value = lines[at]
        if key in section:
            raise _OtherFormError
        section[key], at = (_value(value, number, begin), at + 1) if value else _below(lines, at + 1, indent, begin)
        section.lines[key] = number
    return section, at


def _below(lines: Sequence[Line], at: int, indent: int, begin: Open) -> tuple[Any, int]:
    """The mapping or the list that stands further in, and the line after its end."""
    if at == len(lines) or lines[at][1] != indent + 2:
        raise _OtherFormError
    if not lines[at][2]:
        return _mapping(lines, at, indent + 2, begin)
    items = []
    while at < len(lines) and lines[at][1] == indent + 2 and lines[at][2]:
        item, at = _mapping(lines, at, indent + 4, begin)
        items.append(item)
    return items, at


def _value(text: str, number: int, begin: Open) -> Any:
    if text[0] not in "[{":
        parts = _parts(text)
        if len(parts) > 1 or parts[0][0]:
            raise _OtherFormError
        return parts[0][1]
    if text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise _OtherFormError
    parts = _parts(text[1:-1])
    keys = {key for key, _ in parts}
    if text[0] == "[":
        if keys != {""}:
            raise _OtherFormError
        return [value for _, value in parts]
    if "" in keys or len(keys) < len(parts):
        raise _OtherFormError
    section = begin(number)
    section.update(parts)
    section.lines.update(dict.fromkeys(section, number))
    return section


def _parts(text: str) -> list[tuple[str, str | bool]]:
    """Keys (empty where there is none) and scalars, one after the other; at least one."""
    found = []
    at = 0
    more = True
    while more:
        match = _PART.match(text, at)
        if not match:
            raise _OtherFormError
        key, value, after = match.groups()
        found.append((key or "", _scalar(value)))
        at, more = match.end(), after != ""
    return found


def _scalar(text: str) -> str | bool:
    if text.startswith('"'):
        if not text.isprintable() and re.search(_STRANGE, text):
            raise _OtherFormError
        return text[1:-1]
    return text.lower() in _YES if text.lower() in _YES | _NO else text
