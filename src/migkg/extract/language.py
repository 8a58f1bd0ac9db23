"""Which language a text is in, by the small words of each language's grammar and by how its longer words end."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from migkg.lexicon import Language, Lexicon

_WORD = re.compile(r"[^\W\d_]{1,7}'(?=[^\W\d_])|[^\W\d_]+")
"""A word, or one that has lost its last vowel, with the apostrophe: `l'union`."""
_SAMPLE = 20_000
"""Characters that are looked at: enough for any article, little for a book."""
_LONG = 5
"""Letters of a word whose ending tells something: shorter ones are small words, or end as they like."""
_ENDING = 0.5
"""What an ending counts for: names of persons and places have endings of other languages."""
_LEAST = 1.0
"""What a text must have: one small word, or two endings."""
_SHARE, _GRACE = 0.25, 2.0
"""A quarter of the words of a text must tell its language, but for so many: lists of names tell less than sentences."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """Small word, and ending -> the languages that have it."""

    words: Mapping[str, frozenset[str]]
    endings: Mapping[str, frozenset[str]]
    longest: int

    def of(self, word: str) -> tuple[frozenset[str], float]:
        """The languages that a word speaks for, and how much: as a small word, else by its longest known ending."""
        found = self.words.get(word) or self.words.get(word.rstrip("'"))
        if found:
            return found, 1.0
        if len(word) >= _LONG:
            for length in range(self.longest, 0, -1):
                if word[-length:] in self.endings:
                    return self.endings[word[-length:]], _ENDING
        return frozenset(), 0.0


def detect(text: str, lexicon: Lexicon) -> str:
    """The code of the language whose words are most frequent in the text, or an empty string.

    It may be the code of a language that is only known so as not to be taken for another (`Lexicon.others`). A word
    that several languages share counts for each of them, so that only the others decide.
    """
    marks = _marks(lexicon)
    counts = Counter(_WORD.findall(_plain(text[:_SAMPLE])))
    scores: dict[str, float] = defaultdict(float)
    for word, count in counts.items():
        languages, weight = marks.of(word)
        for code in languages:
            scores[code] += weight * count
    best = max(scores.values(), default=0.0)
    told = [code for code, score in scores.items() if score == best]
    enough = best >= _LEAST and best + _GRACE >= _SHARE * counts.total()
    return told[0] if enough and len(told) == 1 else ""


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


@lru_cache(maxsize=8)
def _marks(lexicon: Lexicon) -> _Marks:
    words = {code: set(_words_of(language)) for code, language in lexicon.languages.items()}
    endings = {code: language.grammar.word_endings for code, language in lexicon.languages.items()}
    words |= {code: set(map(_plain, other.small_words)) for code, other in lexicon.others.items()}
    endings |= {code: other.word_endings for code, other in lexicon.others.items()}
    ends = _by_word(endings)
    return _Marks(words=_by_word(words), endings=ends, longest=max(map(len, ends), default=0))


def _by_word(told: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code, words in told.items():
        for word in words:
            found.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in found.items()}


def _words_of(language: Language) -> Iterator[str]:
    grammar = language.grammar
    for phrase in (*grammar.determiners, *grammar.separators, *grammar.genitive, *grammar.place_links):
        yield from filter(_WORD.match, _plain(phrase).split())
    yield from map(_plain, grammar.small_words)
