"""From the text that was taken out of a web page back to the page.

What takes out the text does not say where it found it, and a search for the words would have to guess wherever they
stand in the page more than once: in the menu, in a teaser, in the body. So the page is read a second time with tracers
in it: in each piece of text one letter, of its longest word, is replaced by a rare ideograph, a letter too and no
longer, each of them once. Those that come out again tell exactly from where, in whatever order. From a tracer, the
letters of its piece are followed to both sides, as long as text and page agree. What holds no tracer (a number alone in
its element) is placed if it is all that stands between two neighbours that are.

Tracers could change what the reader of pages keeps. So only lines that come out of both readings alike are used; of
lines that occur twice, only if all the text does.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from array import array
from collections import Counter
from typing import TYPE_CHECKING

from migkg.page import Page
from migkg.resources import markup
from migkg.resources.alignment import align

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from migkg.resources.alignment import Seed

_IDEOGRAPHS = range(0x20000, 0x2A6DE)
"""CJK Extension B: letters to `str.isalpha`, printable, of one case, their own normal form, and hardly ever written."""
_WORD = re.compile(rf"{markup.REFERENCE}|[^\W\d_]+(?![\u0300-\u036f])")
"""Letters; the last must not carry an accent of its own, with which an ideograph would not join."""


def trace(source: str, text: str, reread: Callable[[str], str]) -> Page:
    """The places of the text in the page; `reread` takes the text out of a source as it was taken out of this one."""
    pieces = markup.pieces(source)
    dyed, tracers = _dye(source, pieces)
    seeds: Sequence[Seed] = ()
    if tracers:
        letters = {ord(char): source[spot] for char, (_, spot) in tracers.items()}
        seeds = [
            (start + column, *tracers[char])
            for start, line in _common(text, reread(dyed), letters)
            for column, char in enumerate(line)
            if char in tracers
        ]
    found = align(source, text, pieces, seeds)
    content, at = source.encode(), _bytes(source)
    return Page(
        sha256=hashlib.sha256(content).hexdigest(),
        offsets=array("q", (one.offset for one in found)),
        starts=array("q", (one.start if one.start < 0 else at[one.start] for one in found)),
        ends=array("q", (one.end if one.end < 0 else at[one.end] for one in found)),
        runs=array("q", (one.run for one in found)),
        lines=array("q", (0, *(line.end() for line in re.finditer(rb"\n", content)))),
    )


def _dye(source: str, pieces: Sequence[tuple[int, int]]) -> tuple[str, dict[str, tuple[int, int]]]:
    """The source with its tracers; for each of them its piece and its offset in the source."""
    present = set(source)
    fresh = (char for char in map(chr, _IDEOGRAPHS) if char not in present)
    tracers: dict[str, tuple[int, int]] = {}
    dyed, at = [], 0
    for number, (start, end) in enumerate(pieces):
        word = max(_WORD.finditer(source, start, end), key=_weight, default=None)
        if word is None or not _weight(word):
            continue
        char = next(fresh, "")
        if not char:
            break
        spot = (word.start() + word.end() - 1) // 2
        tracers[char] = number, spot
        dyed += [source[at:spot], char]
        at = spot + 1
    return "".join([*dyed, source[at:]]), tracers


def _weight(word: re.Match[str]) -> int:
    """Long words are safe from lists of small words; a character reference is none."""
    return 0 if word[0].startswith("&") else len(word[0])


def _common(text: str, dyed: str, letters: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Lines of both readings that are the same but for tracers: where they start in the text, and the dyed line."""
    clean = dyed.translate(letters)
    lines, others = text.split("\n"), dyed.split("\n")
    starts = itertools.accumulate((len(line) + 1 for line in lines), initial=0)
    if clean == text:
        yield from zip(starts, others, strict=False)
        return
    undyed = clean.split("\n")
    often, there = Counter(lines), Counter(undyed)
    by_line = dict(zip(undyed, others, strict=True))
    for start, line in zip(starts, lines, strict=False):
        if often[line] == there[line] == 1:
            yield start, by_line[line]


def _bytes(source: str) -> Sequence[int]:
    """The number of bytes before each character, and before the end."""
    if source.isascii():
        return range(len(source) + 1)
    return array("q", itertools.accumulate((len(char.encode()) for char in source), initial=0))
