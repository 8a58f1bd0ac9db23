"""Paragraphs: which lines of a page belong together, which of them are the entries of a list, and which a heading."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from migkg.extract.light import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.layout import Line

_MARK = r"(?:[-–—•*·▪▫■□●○◦‣►▶➤➢✓✔❖⁃]|\(?\d{1,3}[.)]|[\U0001F1E6-\U0001F1FF]{2})"
"""What an entry of a list begins with: a bullet, a number or a flag."""
_BULLET = re.compile(rf"\s*(?:{_MARK}|>)\s")
_ITEM = re.compile(rf"\s*{_MARK}\s+(?=\w)")
"""Behind a line that ends in a colon the entries of a list are one sentence."""
_GOES_ON = re.compile(r"[;,](?: \w{1,3})?\s*$")
"""How an entry ends that another one follows: `...;`, `...; and`."""
_LABEL = re.compile(r"[A-ZÀ-ÞŠŽİ][\w’'-]*(?: [\w’'-]+){0,2} ?: ")
"""A field of a form, `Date and venue: ...`, begins a line of its own."""
_PAIRED = re.compile(r"\s*[^\W\d_][^\d.,:;!?–—-]{2,40} [-–—] [^\W\d_][^.:;!?]{2,60}")
"""A name and what stands for it: `Chile – Ministry of Labour`."""
_ENTRY_LENGTH = 60
"""A longer entry belongs to the sentence of its list only where the entries end in semicolons."""
_ENTRIES = 3
_ROW = re.compile(r"[^\W\d_][^\d.,:;!?|\"“”«»]*")
_ROW_LENGTH = 45
_ROW_WORDS = 3.5
_TABLE = 6
"""So many lines of a few words, none of which is a sentence, are the flattened rows of a table."""
_PAGE = 6
_SPACED, _GOING_ON = 0.8, 0.25
"""In a page with wide spacing: the shares of lines before a blank one, and of lines that begin in a small letter."""
_PARTICLE = 3
"""A line that ends in so short a word was broken by force."""
_JOINT = re.compile("['’]")
_TITLE_LENGTH = 170
_KINDS = {"text": "text", "item": "text", "row": "row", "stamp": "stamp"}
"""The kinds of lines that are read, and which of them may stand in one paragraph."""


def paragraphs(found: list[Line]) -> list[tuple[list[Line], bool]]:
    """The lines of each paragraph, and whether it is a heading; the lines of kind `item` are entries of a list."""
    return list(_blocks(_tabular(_listed(_single_spaced(found)))))


def bullet(line: Line) -> re.Match[str] | None:
    """What stands before the words of an entry of a list."""
    return _ITEM.match(line.text)


def goes_on(text: str) -> bool:
    """Whether what ends so is followed by another entry without more ado."""
    return text.rstrip().endswith(":") or _GOES_ON.search(text) is not None


def _single_spaced(found: list[Line]) -> list[Line]:
    """The lines without the blank one after each, where a page has that: its lines go on in small letters."""
    rows = [line for line in found if line.kind == "text"]
    going_on = sum(1 for line in rows[1:] if line.text.lstrip()[:1].islower())
    blank = sum(1 for one, two in pairwise(found) if one.kind == "text" and two.kind == "blank")
    spaced = len(rows) >= _PAGE and blank >= _SPACED * len(rows) and going_on >= _GOING_ON * len(rows)
    return [line for line in found if line.kind != "blank"] if spaced else found


def _listed(found: Sequence[Line]) -> list[Line]:
    """The lines with the entries of each list marked: lines with bullets after a line that ends in a colon.

    A heading of a few words does as well, if the entries are at least three.
    """
    marked: list[Line] = []
    is_open = False
    for index, line in enumerate(found):
        entry = is_open and (_is_entry(line, marked) or _is_plain_entry(found, index))
        if entry:
            while marked[-1].kind == "blank":
                marked.pop()
        elif line.kind != "blank":
            is_open = line.kind == "text" and (line.text.rstrip().endswith(":") or _heads_list(found, index))
        marked.append(replace(line, kind="item") if entry else line)
    return marked


def _is_entry(line: Line, before: Sequence[Line] = ()) -> bool:
    if line.kind != "text" or _ITEM.match(line.text) is None:
        return False
    if len(line.text) <= _ENTRY_LENGTH or _GOES_ON.search(line.text):
        return True
    last = next((b for b in reversed(before) if b.kind != "blank"), None)
    return last is not None and last.kind == "item" and _GOES_ON.search(last.text) is not None


def _heads_list(found: Sequence[Line], index: int) -> bool:
    """Whether a line of a few words is the heading of the entries below it."""
    bare = found[index].text.strip()
    if len(bare) > _ENTRY_LENGTH or bare.endswith((".", ",", ";")) or _is_entry(found[index]):
        return False
    below = _full(found[index + 1 : index + 2 + 2 * _ENTRIES])[:_ENTRIES]
    return len(below) == _ENTRIES and (all(map(_is_entry, below)) or all(map(_is_paired, below)))


def _full(found: Sequence[Line]) -> list[Line]:
    return [line for line in found if line.kind != "blank"]


def _is_paired(line: Line) -> bool:
    return line.kind == "text" and _PAIRED.fullmatch(line.text) is not None


def _is_plain_entry(found: Sequence[Line], index: int) -> bool:
    """Whether a line is an entry without a bullet: one of three and more lines that are names, or names in pairs."""
    first, last = max(0, index - _ENTRIES + 1), index + _ENTRIES
    for fits in (_is_plain, _is_paired):
        around = [fits(line) for line in found[first:last]]
        here = index - first
        if any(all(around[n : n + _ENTRIES]) for n in range(here + 1) if n + _ENTRIES <= len(around)):
            return True
    return False


def _is_plain(line: Line) -> bool:
    bare = line.text.strip()
    return line.kind == "text" and bare[:1].isupper() and _is_row(bare)


def _tabular(found: Sequence[Line]) -> list[Line]:
    """The lines, with the rows of a flattened table brought together: names of a column break over lines and gaps."""
    kept: list[Line] = []
    rows: list[Line] = []
    for line in found:
        if (line.kind == "blank" and rows) or (line.kind == "text" and _is_row(line.text.strip())):
            rows.append(line)
        else:
            kept += _joined(rows)
            rows = []
            kept.append(line)
    return kept + _joined(rows)


def _is_row(text: str) -> bool:
    return len(text) <= _ROW_LENGTH and _ROW.fullmatch(text) is not None and _ITEM.match(text) is None


def _joined(rows: list[Line]) -> list[Line]:
    full = [row for row in rows if row.kind != "blank"]
    words = sum(len(row.text.split()) for row in full)
    if len(full) < _TABLE or len(full) == len(rows) or words > _ROW_WORDS * len(full):
        return rows
    tail = rows[len(rows) - 1 :] if rows[-1].kind == "blank" else []
    return [*(replace(row, kind="row") for row in full), *tail]


def _blocks(found: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """Runs of lines that belong together, and whether the run is a heading."""
    run: list[Line] = []
    for line in found:
        if run and _KINDS.get(line.kind) != _KINDS.get(run[-1].kind):
            yield from _split(run)
            run = []
        if line.kind in _KINDS:
            run.append(line)
    if run:
        yield from _split(run)


def _split(run: list[Line]) -> Iterator[tuple[list[Line], bool]]:
    """A run without blank lines, cut where a line break was meant and not forced by the width."""
    if run[0].kind in {"row", "stamp"}:
        yield run, False
        return
    widths = sorted(len(line.text) for line in run)
    width = widths[len(widths) * 3 // 4]
    block = [run[0]]
    for previous, line in pairwise(run):
        if line.kind != "item" and _is_break(previous.text.rstrip(), line.text.strip(), width):
            yield block, _is_heading(block)
            block = []
        block.append(line)
    yield block, _is_heading(block)


def _is_break(previous: str, following: str, width: int) -> bool:
    if not following or _BULLET.match(following) or previous.endswith((".", "!", "?", ":")):
        return True
    first, last = following.split(maxsplit=1)[0], previous.split()[-1]
    if previous.endswith(",") or (last.islower() and len(last) <= _PARTICLE):  # a sentence goes on
        return False
    if _LABEL.match(following):
        return True
    if _is_loud(previous) and _is_loud(following) and (_is_small(first) or _is_small(last)):
        return False
    if not (first[0].isupper() or first[0] in "\"“«‘'¿¡("):
        return False
    return len(previous) > 1.3 * width or len(previous) + 1 + len(first) < 0.8 * width


def _is_loud(text: str) -> bool:
    """Whether a line is written in capitals but for numbers with their endings: `106e SESSION`."""
    return " ".join(word for word in text.split() if not word[0].isdigit()).isupper()


def _is_small(word: str) -> bool:
    """Whether a word is one that joins others: `SESSION OF THE | COUNCIL`, `SESSION | DE L'ORGANISATION`."""
    start = _JOINT.split(word)[0]
    return start.isalpha() and len(start) <= _PARTICLE


def _is_heading(block: list[Line]) -> bool:
    text = " ".join(line.text.strip() for line in block)
    return len(text) < _TITLE_LENGTH and not text.endswith((".", ";", ",", ":", "…"))
