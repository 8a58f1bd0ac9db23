"""Forms of address: what stands before a name (`H.E. Ambassador Ana Soto`), and titles that are but courtesy."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.vocabulary import bounded

if TYPE_CHECKING:
    from migkg.lexicon import Persons

_KEPT = 16
"""So many places before names are remembered: each is looked at more than once."""


class Addresses:
    """Finds the forms of address of a language."""

    def __init__(self, words: Persons) -> None:
        self.one = re.compile(bounded(words.honorifics))
        self.dashed = re.compile(rf" ?- ?{bounded(words.honorifics)}")
        self.courtesy = frozenset(fold(w) for w in words.courtesy)
        self.before = lru_cache(maxsize=_KEPT)(self._before)
        self._honorific = re.compile(rf"(?:{bounded(words.honorifics)}\.? )*{bounded(words.honorifics)}\.? ?$")
        self._endings = tuple(fold(w).rstrip(" .") for w in words.honorifics)

    def _before(self, folded: str, start: int) -> re.Match[str] | None:
        """The forms of address right before a place."""
        before = folded[:start]
        return self._honorific.search(before) if before.rstrip(" .").endswith(self._endings) else None
