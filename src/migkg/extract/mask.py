"""The masked sentence: folded text in which every item is one character, rewritten step by step.

Each character knows the part of the sentence it stands for, so that a match gives back exact offsets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

    from migkg.extract.item import Item


class Masked:
    """`text` is the masked text; `items` maps positions in it to items; `starts`/`ends` give sentence offsets."""

    __slots__ = ("ends", "folded", "is_title", "items", "original", "starts", "text")

    def __init__(self, folded: str, items: Iterable[Item], original: str = "") -> None:
        self.original = original or folded
        self.is_title = False
        self.folded = folded
        self.text = folded
        self.starts = list(range(len(folded)))
        self.ends = list(range(1, len(folded) + 1))
        self.items: dict[int, Item] = {}
        self._replace([(item.start, item.end, item) for item in items])

    def reduce(self, pattern: re.Pattern[str], make: Callable[[re.Match[str], Masked], Item | None]) -> None:
        """Replace each match by the item that `make` builds from it; None leaves the match as it is."""
        found = []
        for match in pattern.finditer(self.text):
            item = make(match, self)
            if item is not None:
                found.append((match.start(), match.end(), item))
        if found:
            self._replace(found)

    def overlay(self, items: Iterable[Item]) -> None:
        """Put items given by sentence offsets over whatever stands there."""
        found = []
        for item in items:
            inside = [i for i in range(len(self.text)) if self.starts[i] < item.end and self.ends[i] > item.start]
            if inside:
                found.append((inside[0], inside[-1] + 1, item))
        self._replace(found)

    def restore(self, kinds: frozenset[str]) -> None:
        """Put the words back in place of the items of these kinds."""
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        items: dict[int, Item] = {}
        for i, char in enumerate(self.text):
            item = self.items.get(i)
            first, last = self.starts[i], self.ends[i]
            if item is not None and item.kind in kinds:
                text += list(self.folded[first:last])
                starts += range(first, last)
                ends += range(first + 1, last + 1)
                continue
            if item is not None:
                items[len(text)] = item
            text.append(char)
            starts.append(first)
            ends.append(last)
        self.text = "".join(text)
        self.starts, self.ends, self.items = starts, ends, items

    def _replace(self, found: list[tuple[int, int, Item]]) -> None:
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        items: dict[int, Item] = {}
        position = 0
        for start, end, item in sorted(found, key=lambda f: (f[0], f[1])):
            if start < position:
                continue
            for i in range(position, start):
                if i in self.items:
                    items[len(text)] = self.items[i]
                text.append(self.text[i])
                starts.append(self.starts[i])
                ends.append(self.ends[i])
            items[len(text)] = item
            text.append(item.symbol)
            starts.append(min(self.starts[start], item.start))
            ends.append(max(self.ends[end - 1], item.end))
            position = end
        for i in range(position, len(self.text)):
            if i in self.items:
                items[len(text)] = self.items[i]
            text.append(self.text[i])
            starts.append(self.starts[i])
            ends.append(self.ends[i])
        self.text = "".join(text)
        self.starts, self.ends, self.items = starts, ends, items

    def inside(self, start: int, end: int) -> list[Item]:
        """The items at the positions from start to end, in order."""
        return [self.items[i] for i in range(start, end) if i in self.items]
