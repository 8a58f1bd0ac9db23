"""Sentences: hard-wrapped lines joined, then cut at full stops that are not those of an abbreviation.

Every character of a sentence knows its place in the original text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold, folded
from migkg.extract.layout import lines as layout_lines
from migkg.extract.light import light
from migkg.extract.paragraphs import bullet, goes_on, paragraphs
from migkg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.layout import Line
    from migkg.lexicon import Layout

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡-]*\s?[A-ZÀ-ÞŠŽİ0-9•])")
_LAST_WORD = re.compile(r"[^\s(\"“«'’]+$")
_NUMBERED = re.compile(r"\W*(?:\d{1,2}|[ivx]{1,4})")
"""The number of a paragraph or heading before its words."""
_ENTRY = re.compile(r"(?:19|20)\d\d ?[-–—:] ?[^.;]{3,40}")
"""The head of an entry in a list by years, which what follows belongs to: `2007 - Brussels, Belgium. First meeting`."""
_LONGEST = 4000
"""Characters of a sentence, three times the longest that people wrote: what has no full stops is no prose, and the time
that a sentence takes grows with the square of its length.
"""
_TAIL = 8
_GAP = re.compile(r"\s{2,}|[^\S ]")
"""White space that is not a single blank."""
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")


@light(frozen=True, slots=True)
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
    opens: bool = False
    """Whether it is the first of several sentences of its paragraph."""

    def span(self, start: int, end: int, original: str) -> Span:
        """The original characters of a part of the sentence."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        return Span(start=first, end=last, exact=original[first:last])


def sentences(text: str, layout: Layout) -> list[Sentence]:
    """The sentences of the readable parts of a text: no menus, no captions, no contacts."""
    found: list[Sentence] = []
    seen: set[str] = set()
    blocks = paragraphs(layout_lines(text, layout))
    for number, (block, heading) in enumerate(blocks):
        title = heading and (number + 1 < len(blocks) or len(blocks) == 1)  # what ends a page was cut off
        plain, offsets = _collapse(text, block)
        if not plain or plain in seen:  # printed twice: the first print stands
            continue
        seen.add(plain)
        bare = fold(plain)
        cuts = _cuts(plain, bare, folded(layout.abbreviations))
        for start, end in (piece for cut in cuts for piece in _pieces(plain, *cut)):
            opens = not start and end < len(plain)
            found.append(Sentence(plain[start:end], bare[start:end], tuple(offsets[start:end]), number, title, opens))
    return found


def _collapse(text: str, block: Sequence[Line]) -> tuple[str, list[int]]:
    """A paragraph with runs of white space as one space, and the offset of each of its characters."""
    plain = ""
    offsets: list[int] = []
    for line in block:
        start, plain = _entry(line, plain, offsets)
        bare = text[start : line.end].strip()
        if not bare:
            continue
        first = text.index(bare, start)
        last = first + len(bare)
        for gap in _GAP.finditer(text, first, last):
            plain += f"{text[first : gap.start()]} "
            offsets.extend(range(first, gap.start() + 1))  # what follows a word stands for the space behind it
            first = gap.end()
        plain += f"{text[first:last]} "
        offsets.extend(range(first, last + 1))
    return plain.rstrip(" "), offsets


def _entry(line: Line, plain: str, offsets: list[int]) -> tuple[int, str]:
    """Where the words of a line begin, and the paragraph before it.

    Before the words of an entry of a list stands a comma or a colon in place of its bullet; `offsets` follow.
    """
    if line.kind != "item":
        return line.start, plain
    if plain and not goes_on(plain[-_TAIL:]):
        plain = f"{plain[:-1]}{':' if ':' not in plain else ','} "
        offsets[-1:] = [line.start, line.start]
    mark = bullet(line)
    return line.start + (mark.end() if mark is not None else 0), plain


def _cuts(plain: str, bare: str, abbreviations: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(plain):
        if _is_abbreviation(bare[start : stop.start()], plain[start : stop.start()], abbreviations):
            continue
        if _ENTRY.fullmatch(plain, start, stop.start()):
            continue
        yield start, stop.end() - 1
        start = stop.end()
    if start < len(plain):
        yield start, len(plain)


def _pieces(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence of bearable length as it is, a longer one cut at blanks."""
    while end - start > _LONGEST:
        blank = plain.rfind(" ", start + 1, start + _LONGEST)
        stop = blank if blank > 0 else start + _LONGEST
        yield start, stop
        start = stop + (blank > 0)
    yield start, end


def _is_abbreviation(before: str, original: str, abbreviations: Sequence[str]) -> bool:
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    if _NUMBERED.fullmatch(before):
        return True
    last = word.group()
    if last in abbreviations or _INITIALS.fullmatch(last):
        return True
    return len(last) == 1 and original[-1].isupper() and len(before) > 1
