"""Where the words of each class stand in a sentence, found in one pass over its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from migkg.extract.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_KEPT = 256
"""Texts whose words are remembered: a sentence and its parts are asked for more than once."""
_WORD = re.compile(r"[^\W_]+")


class CueFinder:
    """The phrases of all classes by their first word."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        self._names = tuple(sorted(name for name, phrases in classes.items() if phrases))
        self._first: dict[str, list[tuple[str, str, int]]] = {}
        for name in self._names:
            for phrase in sorted({fold(p) for p in classes[name]}, key=lambda p: (-len(p), p)):
                word = _WORD.search(phrase)
                if word is not None:
                    self._first.setdefault(word.group(), []).append((name, phrase, word.start()))

        self.find = lru_cache(maxsize=_KEPT)(self._find)
        """Class -> (start, end) of its words in a folded text, the longest at each place, none in another.

        Classes of which the text has no word are left out.
        """

    def _find(self, text: str) -> Mapping[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        for word in _WORD.finditer(text):
            for name, phrase, offset in self._first.get(word.group(), ()):
                start = word.start() - offset
                end = start + len(phrase)
                known = found.get(name)
                free = start >= (known[-1][1] if known else 0)
                if free and text.startswith(phrase, start) and not text[end : end + 1].isalnum():
                    found.setdefault(name, []).append((start, end))
        return found
