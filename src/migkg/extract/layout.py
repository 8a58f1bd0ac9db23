"""Layout: which lines of a page are menus, captions, contacts or text.

A menu repeats its entries (a line, and the same line again or glued to what follows); a contact begins
with a phrase such as "for more information, please contact" and never gives a claim.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from migkg.extract.fold import fold, folded
from migkg.extract.light import light, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.lexicon import Layout

_MENU_LENGTH = 80
"""A line of a menu that is not glued to a description is shorter than this."""
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\+\d[\d ().-]{7,}\d|mailto:", re.ASCII)
_SIGNS = ("@", "+", "mailto:")
"""One of them is in every address."""
_LINE = re.compile(r"[^\n\r]+|(?<=\n)(?=\n)")
_DAY = re.compile(r" \d{4}-\d\d(-\d\d)?(?= )")
_GAP = re.compile(r"\n\s*\n")
_TEXT = 0.6
"""The share of a page that stands before the links to other articles at its end."""
_TOP = 0.4
"""The share of a page in which a contact does not end the text."""
_ADDRESS_LENGTH = 200
"""A longer line is a paragraph: only its sentence with the address is left out."""


def has_address(text: str) -> bool:
    """Whether a text holds an e-mail address or a telephone number."""
    return any(sign in text for sign in _SIGNS) and _ADDRESS.search(text) is not None


@light(frozen=True, slots=True)
class Line:
    """A line of the original text: `kind` is menu, blank, caption, contact, stamp (a date of publication) or text."""

    start: int
    end: int
    text: str
    bare: str
    """The text folded."""
    kind: str = "text"


def _line(start: int, end: int, text: str, kind: str = "text") -> Line:
    return Line(start, end, text, fold(text), kind)


def lines(text: str, layout: Layout) -> list[Line]:
    """The lines of a text with their kinds, in order."""
    raw = _labelled([_line(m.start(), m.end(), m.group()) for m in _LINE.finditer(text)], layout)
    menu = _menu(raw)
    (above, contact), closed = _contact(text, raw, layout), _closed(raw, layout)
    found = []
    for index, line in enumerate(raw):
        kind = line.kind
        if kind == "text":
            kind = (
                "menu" if index in menu or index >= closed else _kind(line, index >= contact or index in above, layout)
            )
        found.append(line if kind == line.kind else replace(line, kind=kind))
    return found


def _labelled(raw: list[Line], layout: Layout) -> list[Line]:
    """The lines; a date of publication that stands before the words of the first is a line of its own."""
    for index, line in enumerate(raw):
        bare = line.bare
        if not bare.strip():
            continue
        label = next((p for p in folded(layout.published) if bare.strip().startswith(f"{p} ")), "")
        date = _DAY.match(bare, bare.index(label) + len(label)) if label else None
        if date is None:
            return raw
        cut = line.start + date.end()
        first, rest = line.text[: date.end()], line.text[date.end() :]
        stamp = _line(line.start, cut, first, "stamp" if date[1] else "menu")
        return [*raw[:index], stamp, _line(cut, line.end, rest), *raw[index + 1 :]]
    return raw


def _kind(line: Line, in_contact: bool, layout: Layout) -> str:
    text = line.text.strip()
    if not text:
        return "blank"
    if in_contact or (len(line.text) < _ADDRESS_LENGTH and has_address(line.text)):
        return "contact"
    start = line.text.index(text)
    bare = line.bare[start : start + len(text)]
    if bare.startswith(folded(layout.caption)):
        return "caption"
    if bare.rstrip(" .:") in folded(layout.furniture) or _is_link(bare, layout):
        return "menu"
    return "text"


def _menu(raw: Sequence[Line]) -> frozenset[int]:
    """The indexes of the lines of menus: from a first repeated entry to a last, and the bullets around them."""
    full = [i for i, line in enumerate(raw) if line.text.strip()]
    marks: list[int] = []
    for here, there in pairwise(full):
        entry, following = raw[here].text.strip(), raw[there].text.strip()
        if 2 < len(entry) < _MENU_LENGTH and _repeats(entry, following):
            marks += [here, there]
    if len(marks) < 4:  # one doubled line is a title that was printed twice
        return frozenset()
    return frozenset(index for part in _parts(marks, raw) for index in _widened(part[0], part[-1], raw))


def _parts(marks: Sequence[int], raw: Sequence[Line]) -> list[list[int]]:
    """The marks of each menu of a page: a long line that no menu repeats ends one, for it is text."""
    known = set(marks)
    parts = [[marks[0]]]
    for here, there in pairwise(marks):
        between = (raw[i].text.strip() for i in range(here + 1, there) if i not in known)
        if any(len(text) > _MENU_LENGTH for text in between):
            parts.append([])
        parts[-1].append(there)
    return parts


def _widened(first: int, last: int, raw: Sequence[Line]) -> range:
    """A menu with the bullets that stand before and after it."""
    while first > 0 and _is_bullet(raw[first - 1].text):
        first -= 1
    while last + 1 < len(raw) and _is_bullet(raw[last + 1].text):
        last += 1
    return range(first, last + 1)


def _repeats(entry: str, following: str) -> bool:
    if following == entry:
        return True
    glued = following[: len(entry)].casefold() == entry.casefold()
    return glued and len(following) > len(entry) and not following[len(entry)].isspace()


def _is_bullet(text: str) -> bool:
    bare = text.strip()
    return not bare or (bare.startswith("-") and len(bare) < _MENU_LENGTH and not bare.endswith("."))


def is_contact(text: str, layout: Layout) -> bool:
    """Whether a folded text begins as a contact does."""
    return text.strip().startswith(folded(layout.contact))


def closes(text: str, start: int) -> bool:
    """Whether a contact at this place of a text is its end: one above a paragraph is but a field of the page."""
    if start >= _TOP * len(text):
        return True
    below = _GAP.split(text[start:])[1:]
    return not any(len(part) >= _ADDRESS_LENGTH and not has_address(part) for part in below)


def _contact(text: str, raw: Sequence[Line], layout: Layout) -> tuple[range, int]:
    """The lines of a contact above the text, and the index of the first line of the closing one."""
    above = range(0)
    for index, line in enumerate(raw):
        if index and is_contact(line.bare, layout):
            if closes(text, line.start):
                return above, index
            blank = next((n for n in range(index, len(raw)) if not raw[n].text.strip()), len(raw))
            above = range(index, blank)
    return above, len(raw)


def _closed(raw: Sequence[Line], layout: Layout) -> int:
    """The index of the line from which on a page only links to other articles, or the number of lines."""
    closing = folded(layout.closing)
    for index, line in enumerate(raw):
        if line.bare.strip(" .:") in closing and line.start >= _TEXT * raw[-1].end:
            return index
    return len(raw)


def _is_link(bare: str, layout: Layout) -> bool:
    """Whether a line is the title of another article after its label: `Read also: ...`."""
    label, colon, title = bare.partition(":")
    return bool(colon and title.strip()) and label.strip() in folded(layout.closing)
