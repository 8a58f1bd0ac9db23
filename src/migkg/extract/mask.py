"""The masked sentence: folded text in which every item is one character, rewritten step by step.

Each character knows the part of the sentence it stands for, so that a match gives back exact offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from migkg.extract.light import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from migkg.extract.item import Item

Kinds = frozenset[str]
_PLACE = itemgetter(0, 1)
_PRIVATE = re.compile("[\ue000-\ue01f]")
"""Characters that stand for items; one in the text itself stands for nothing."""


class Masked:
    """`text` is the masked text; `items` maps positions in it to items; `starts`/`ends` give sentence offsets.

    `opens` tells that it is the first of several of a paragraph, `begins` that nothing stands above it, `heading` is
    the masked text of the line that an entry of a list stands under; `bound` leads from the items of a clause to the
    meeting before it that the clause belongs to; `refused` from items to the predicates of which they are no objects;
    `asides` are start and end of the clauses between commas behind a meeting, and where that stands; `relatives` are
    the offsets where a relative clause begins, `founding` are the years in which something is said to have begun;
    `is_day` tells that a line is the day of the meeting above it.
    """

    __slots__ = (
        *("_kinds", "asides", "bound", "ends", "folded", "founding", "heading", "is_day", "is_title"),
        *("begins", "items", "opens", "original", "refused", "relatives", "starts", "text"),
    )

    def __init__(self, folded: str, items: Iterable[Item], original: str = "") -> None:
        self.original = original or folded
        self.is_title = False
        self.is_day = False
        self.begins = self.opens = False
        self.heading = ""
        self.bound: dict[int, int] = {}
        self.refused: dict[int, frozenset[str]] = {}
        self.asides: tuple[tuple[int, int, int], ...] = ()
        self.relatives: tuple[int, ...] = ()
        self.founding: frozenset[int] = frozenset()
        self.folded = folded
        self.text = _PRIVATE.sub("\ufffd", folded)
        self.starts = list(range(len(folded)))
        self.ends = list(range(1, len(folded) + 1))
        self.items: dict[int, Item] = {}
        self._kinds: set[str] = set()
        self.replace([(item.start, item.end, item) for item in items])

    def reduce(
        self, pattern: re.Pattern[str], make: Callable[[re.Match[str], Masked], Item | None], kinds: Kinds = frozenset()
    ) -> None:
        """Replace each match by the item that `make` builds from it; None leaves the match as it is.

        A pattern that matches nothing without an item of one of `kinds` is not tried where there is none.
        """
        if kinds and kinds.isdisjoint(self._kinds):
            return
        found = []
        for match in pattern.finditer(self.text):
            item = make(match, self)
            if item is not None:
                found.append((match.start(), match.end(), item))
        if found:
            self.replace(found)

    def overlay(self, items: Iterable[Item]) -> None:
        """Put items given by sentence offsets over whatever stands there."""
        found = []
        for item in items:
            first, last = bisect_right(self.ends, item.start), bisect_left(self.starts, item.end)
            if first < last:
                found.append((first, last, item))
        self.replace(found)

    def restore(self, kinds: frozenset[str]) -> None:
        """Put the words back in place of the items of these kinds."""
        found = [(i, i + 1, item) for i, item in sorted(self.items.items()) if item.kind in kinds]
        if found:
            self._rewrite(found, as_words=True)

    def replace(self, found: list[tuple[int, int, Item]]) -> None:
        """Put items in place of ranges of the masked text; of two that overlap the first stands."""
        if found:
            self._rewrite(sorted(found, key=_PLACE), as_words=False)

    def _rewrite(self, found: list[tuple[int, int, Item]], *, as_words: bool) -> None:
        """Build the masked text anew with the given ranges as single characters, or as their words."""
        new = _Rewriting(self)
        for start, end, item in found:
            if start < new.position:
                continue
            new.copy(start)
            first, last = min(self.starts[start], item.start), max(self.ends[end - 1], item.end)
            if as_words:
                new.write(self.folded[first:last], range(first, last), range(first + 1, last + 1))
            else:
                new.items[len(new.starts)] = item
                new.write(item.symbol, (first,), (last,))
            new.position = end
        new.copy(len(self.text))
        self.text = "".join(new.text)
        self.starts, self.ends, self.items = new.starts, new.ends, new.items
        self._kinds = {item.kind for item in self.items.values()}

    def blank(self, end: int) -> None:
        """Put blanks in place of all up to a position."""
        for index in range(end):
            self.items.pop(index, None)
        self.text = " " * end + self.text[end:]
        self._kinds = {item.kind for item in self.items.values()}

    def settle(self, states: Mapping[str, int]) -> None:
        """Take a city for its namesake in a state that the article names, if its own is not named at all."""
        for at, item in self.items.items():
            if item.kind == "city" and item.rivals and not item.explicit and not states.get(item.country):
                named = [r for r in item.rivals if states.get(r[0])]
                if named:
                    country, city = max(named, key=lambda r: states[r[0]])
                    self.items[at] = replace(item, value=city, country=country)

    def has(self, kinds: Kinds) -> bool:
        """Whether there is an item of one of the kinds."""
        return not kinds.isdisjoint(self._kinds)

    @property
    def is_bare(self) -> bool:
        """Whether it is one item and no word besides."""
        return len(self.items) == 1 and not any(c.isalpha() for c in self.text)

    def inside(self, start: int, end: int) -> list[Item]:
        """The items at the positions from start to end, in order."""
        return [self.items[i] for i in range(start, end) if i in self.items]


class _Rewriting:
    """A masked sentence on its way from what it was: what of it has been copied, and what has been written."""

    def __init__(self, old: Masked) -> None:
        self._old = old
        self._waiting = sorted(old.items.items(), reverse=True)
        self.position = 0
        self.text: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.items: dict[int, Item] = {}

    def copy(self, end: int) -> None:
        """Keep what stands from the position to here."""
        old, waiting, position = self._old, self._waiting, self.position
        shift = len(self.starts) - position
        while waiting and waiting[-1][0] < end:
            at, item = waiting.pop()
            if at >= position:
                self.items[at + shift] = item
        self.write(old.text[position:end], old.starts[position:end], old.ends[position:end])

    def write(self, text: str, starts: Iterable[int], ends: Iterable[int]) -> None:
        """Add characters with the places they stand for."""
        self.text.append(text)
        self.starts.extend(starts)
        self.ends.extend(ends)
