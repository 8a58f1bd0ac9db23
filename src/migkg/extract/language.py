"""Which language a text is in, by the small words of each language's grammar."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.lexicon import Language, Lexicon

_WORD = re.compile(r"[a-z]+")
_SAMPLE = 20_000
"""Characters that are looked at: enough for any article, little for a book."""


def detect(text: str, lexicon: Lexicon) -> str:
    """The code of the lexicon's language whose small words are most frequent in the text, or an empty string.

    A word that several languages share counts for each of them, so that only the others decide.
    """
    counts = Counter(_WORD.findall(fold(text[:_SAMPLE])))
    scores = {code: sum(map(counts.__getitem__, words)) for code, words in _small_words(lexicon).items()}
    best = max(scores, key=lambda code: scores[code], default="")
    tied = [code for code, score in scores.items() if best and score == scores[best]]
    return best if len(tied) == 1 else ""


@lru_cache(maxsize=8)
def _small_words(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    return {code: frozenset(_words_of(language)) for code, language in sorted(lexicon.languages.items())}


def _words_of(language: Language) -> Iterator[str]:
    grammar = language.grammar
    phrases = (*grammar.determiners, *grammar.separators, *grammar.genitive, *grammar.place_links)
    for phrase in (*phrases, *grammar.small_words):
        yield from _WORD.findall(fold(phrase))
