"""Words of a portfolio that the lexicon does not know, told by the name behind: `for Orderly | Return Ana Soto`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.title_parts import CAPITAL
from migkg.extract.vocabulary import alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Container

    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Persons

_MOST = 6
"""So many words of a portfolio at most lead to a name."""


class BeforeName:
    """Tells whether capitalised words go on with a portfolio, because the name of a person begins only behind them.

    The last of them must look like a common noun or an adjective: a family name may stand before a given name.
    """

    def __init__(self, words: Persons, given: frozenset[str], title: str) -> None:
        link, joiner = alternation(words.links), alternation(words.joiners)
        self._given = frozenset(map(fold, given))
        self._capital = re.compile(CAPITAL)
        self._known = re.compile(rf"{bounded(words.portfolio)}|{bounded(words.units)}")
        self._office = re.compile(title)
        self._gap = re.compile(rf" (?:{joiner} )?(?:{link}(?:(?<=')| ))?")
        self._address = re.compile(rf"{bounded(words.honorifics)}\.? ")
        self._more = re.compile(rf" (?:{alternation(words.particles)} )*{CAPITAL}")
        self._endings = tuple(map(fold, words.portfolio_endings))

    def leads(self, sentence: Sentence, at: int, bodies: Container[int]) -> bool:
        """Whether the word here and those behind it lead to a name and are none of it."""
        common = False
        for passed in range(_MOST):
            if passed and self.begins(sentence, at):
                return common
            word = self._word(sentence, at)
            if word is None or at in bodies or self._office.match(sentence.folded, at):
                return False
            common = word.re is self._known or fold(word.group()).endswith(self._endings)
            gap = self._gap.match(sentence.folded, word.end())
            if gap is None:
                return False
            at = gap.end()
        return False

    def _word(self, sentence: Sentence, at: int) -> re.Match[str] | None:
        """A word with a capital that is no given name."""
        word = self._capital.match(sentence.text, at)
        if word is None or fold(word.group()) in self._given:
            return None
        return self._known.match(sentence.folded, at) or word

    def begins(self, sentence: Sentence, at: int) -> bool:
        """Whether a name begins here: with a form of address, or a given name with another behind it."""
        word = self._capital.match(sentence.text, at)
        if word is None:
            return False
        named = fold(word.group()) in self._given and self._more.match(sentence.text, word.end()) is not None
        return named or self._address.match(sentence.folded, at) is not None
