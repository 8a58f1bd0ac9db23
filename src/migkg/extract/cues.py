"""Where the words of each class stand in a sentence, found in one pass."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import ahocorasick_rs

from migkg.extract.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_KEPT = 256
"""Texts whose words are remembered: a sentence and its parts are asked for more than once."""
_WORD = re.compile(r"[^\W_]+")


class CueFinder:
    """The phrases of all classes; each holds a letter or a figure."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        by_phrase: dict[str, list[str]] = {}
        for name, phrases in sorted(classes.items()):
            for phrase in {fold(p) for p in phrases}:
                by_phrase.setdefault(phrase, []).append(name)
        self._phrases = sorted(phrase for phrase in by_phrase if _WORD.search(phrase))
        self._names = [by_phrase[phrase] for phrase in self._phrases]
        self._automaton = ahocorasick_rs.AhoCorasick(self._phrases)
        self.find = lru_cache(maxsize=_KEPT)(self._find)
        """Class -> (start, end) of its words in a folded text, the longest at each place.

        Classes of which the text has no word are left out.
        """

    def _find(self, text: str) -> Mapping[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
        whole = [(start, -end, index) for index, start, end in hits if _is_whole(text, start, end)]
        for start, end, index in sorted(whole):
            for name in self._names[index]:
                known = found.setdefault(name, [])
                if not known or start >= known[-1][1]:
                    known.append((start, -end))
        return found


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands there is not the end of a word, nor goes on as one."""
    if text[end : end + 1].isalnum():
        return False
    return not (start and text[start - 1].isalnum() and text[start].isalnum())
