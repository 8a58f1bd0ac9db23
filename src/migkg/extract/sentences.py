"""Sentences: hard-wrapped lines joined, then cut at full stops that are not those of an abbreviation.

Every character of a sentence knows its place in the original text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from migkg.extract.fold import fold, folded
from migkg.extract.layout import lines as layout_lines
from migkg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.layout import Line
    from migkg.lexicon import Layout

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡-]*\s?[A-ZÀ-ÞŠŽİ0-9•])")
_LAST_WORD = re.compile(r"[^\s(\"“«'’]+$")
_BULLET = re.compile(r"\s*(?:[-•*·>]|\(?\d{1,3}[.)])\s")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
_LABEL = re.compile(r"[A-ZÀ-ÞŠŽİ][\w’'-]*(?: [\w’'-]+){0,2} ?: ")
"""A field of a form, `Date and venue: ...`, begins a line of its own."""
_ITEM = re.compile(r"\s*[-•*·]\s+(?=\w)")
"""What begins an entry of a list; behind a line that ends in a colon the list is one sentence."""
_ITEM_LENGTH = 60
_ENTRIES = 3
_ROWS = 6
_SPACED, _GOING_ON = 0.8, 0.25
"""In a page with wide spacing: the shares of lines before a blank one, and of lines that begin in a small letter."""
_PARTICLE = 3
"""A line that ends in so short a word was broken by force."""
_TITLE_LENGTH = 170


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with white space collapsed: `text[i]` stands at `offsets[i]` of the original.

    Bullets of a list are written as commas.

    `title` tells a heading; `paragraph` counts paragraphs from 0.
    """

    text: str
    folded: str
    offsets: tuple[int, ...]
    paragraph: int
    title: bool

    def span(self, start: int, end: int, original: str) -> Span:
        """The original characters of a part of the sentence."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        return Span(start=first, end=last, exact=original[first:last])


def sentences(text: str, layout: Layout) -> list[Sentence]:
    """The sentences of the readable parts of a text: no menus, no captions, no contacts."""
    found: list[Sentence] = []
    seen: set[str] = set()
    blocks = list(_paragraphs(_listed(_single_spaced(layout_lines(text, layout)))))
    for number, (block, heading) in enumerate(blocks):
        title = heading and (number + 1 < len(blocks) or len(blocks) == 1)  # what ends a page was cut off
        chars = _collapse(text, block)
        if not chars:
            continue
        plain = "".join(c for c, _ in chars)
        if plain in seen:  # printed twice: the first print stands
            continue
        seen.add(plain)
        bare = fold(plain)
        for start, end in _cuts(plain, bare, folded(layout.abbreviations)):
            offsets = tuple(o for _, o in chars[start:end])
            found.append(Sentence(plain[start:end], bare[start:end], offsets, number, title))
    return found


def _single_spaced(found: list[Line]) -> list[Line]:
    """The lines without the blank one after each, where a page has that: its lines go on in small letters."""
    rows = [line for line in found if line.kind == "text"]
    going_on = sum(1 for line in rows[1:] if line.text.lstrip()[:1].islower())
    blank = sum(1 for one, two in pairwise(found) if one.kind == "text" and two.kind == "blank")
    spaced = len(rows) >= _ROWS and blank >= _SPACED * len(rows) and going_on >= _GOING_ON * len(rows)
    return [line for line in found if line.kind != "blank"] if spaced else found


def _listed(found: Sequence[Line]) -> list[Line]:
    """The lines with the entries of each list marked: short lines with bullets after a line that ends in a colon.

    A heading of a few words does as well, if the entries are at least three.
    """
    marked: list[Line] = []
    is_open = False
    for index, line in enumerate(found):
        entry = is_open and _is_entry(line)
        if entry:
            while marked[-1].kind == "blank":
                marked.pop()
        elif line.kind != "blank":
            is_open = line.kind == "text" and (line.text.rstrip().endswith(":") or _heads_list(found, index))
        marked.append(replace(line, kind="item") if entry else line)
    return marked


def _is_entry(line: Line) -> bool:
    return line.kind == "text" and len(line.text) <= _ITEM_LENGTH and _ITEM.match(line.text) is not None


def _heads_list(found: Sequence[Line], index: int) -> bool:
    """Whether a line of a few words is the heading of the entries below it."""
    bare = found[index].text.strip()
    if len(bare) > _ITEM_LENGTH or bare.endswith((".", ",", ";")) or _is_entry(found[index]):
        return False
    below = [line for line in found[index + 1 : index + 2 + 2 * _ENTRIES] if line.kind != "blank"][:_ENTRIES]
    return len(below) == _ENTRIES and all(map(_is_entry, below))


def _paragraphs(found: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """Runs of lines that belong together, and whether the run is a heading."""
    run: list[Line] = []
    for line in found:
        if line.kind not in {"text", "item"}:
            if run:
                yield from _split(run)
            run = []
        else:
            run.append(line)
    if run:
        yield from _split(run)


def _split(run: list[Line]) -> Iterator[tuple[list[Line], bool]]:
    """A run without blank lines, cut where a line break was meant and not forced by the width."""
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
    if not (first[0].isupper() or first[0] in "\"“«‘'¿¡("):
        return False
    return len(previous) > 1.3 * width or len(previous) + 1 + len(first) < 0.8 * width


def _is_heading(block: list[Line]) -> bool:
    text = " ".join(line.text.strip() for line in block)
    return len(text) < _TITLE_LENGTH and not text.endswith((".", ";", ",", ":", "…"))


def _collapse(text: str, block: Sequence[Line]) -> list[tuple[str, int]]:
    """The characters of a paragraph with their offsets, runs of white space as one space."""
    chars: list[tuple[str, int]] = []
    for line in block:
        for offset in range(_entry(line, chars), line.end):
            char = text[offset]
            if not char.isspace():
                chars.append((char, offset))
            elif chars and chars[-1][0] != " ":
                chars.append((" ", offset))
        if chars and chars[-1][0] != " ":
            chars.append((" ", line.end))
    while chars and chars[-1][0] == " ":
        chars.pop()
    return chars


def _entry(line: Line, chars: list[tuple[str, int]]) -> int:
    """Where the words of a line begin; before those of an entry of a list stands a comma in place of its bullet."""
    bullet = _ITEM.match(line.text) if line.kind == "item" else None
    if bullet is None:
        return line.start
    if len(chars) > 1 and chars[-1][0] == " " and chars[-2][0] not in ",;:":
        mark = "," if any(c == ":" for c, _ in chars) else ":"
        chars[-1:] = [(mark, line.start), (" ", line.start)]
    return line.start + bullet.end()


def _cuts(plain: str, bare: str, abbreviations: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(plain):
        if _is_abbreviation(bare[start : stop.start()], plain[start : stop.start()], abbreviations):
            continue
        yield start, stop.end() - 1
        start = stop.end()
    if start < len(plain):
        yield start, len(plain)


def _is_abbreviation(before: str, original: str, abbreviations: Sequence[str]) -> bool:
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    last = word.group()
    if last in abbreviations or _INITIALS.fullmatch(last):
        return True
    return len(last) == 1 and original[-1].isupper() and len(before) > 1
