"""Where the characters of an article's text stand in the web page that it was read from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

UNKNOWN = -1
"""The place of a character of which it is not known where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The letters of a text (all but white space, and marks that no page holds) with their bytes in an HTML file.

    The four columns are parallel, one entry a letter in the order of the text: its offset in the text, its first
    byte in the file and the byte after it (`UNKNOWN` where it was not found), and its run. Letters of one run follow
    one another in the file with nothing but tags and white space between. `lines` holds the first byte of each line.

    Bytes, as the W3C's oa:DataPositionSelector counts them: they are the same whatever a program makes of a byte
    order mark and of line ends.
    """

    sha256: str
    offsets: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    runs: Sequence[int]
    lines: Sequence[int]

    def locate(self, start: int, end: int) -> tuple[int, int] | None:
        """The bytes that hold `text[start:end]`, tags between its words included; None where that is not sure."""
        first, last = bisect_left(self.offsets, start), bisect_left(self.offsets, end) - 1
        if first > last or self.runs[first] == UNKNOWN or self.runs[first] != self.runs[last]:
            return None
        if self._cuts(first) or self._cuts(last + 1):
            return None
        return self.starts[first], self.ends[last]

    def _cuts(self, letter: int) -> bool:
        """Whether the slice would begin or end inside a character reference that stands for several letters."""
        return 0 < letter < len(self.starts) and self.starts[letter] == self.starts[letter - 1] != UNKNOWN

    def place(self, byte: int) -> tuple[int, int]:
        """The line of a byte and its number in the line, both from 1."""
        line = bisect_right(self.lines, byte)
        return line, byte - self.lines[line - 1] + 1
