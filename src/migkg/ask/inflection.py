"""Other forms of the words that a language knows: `existed` where only `exists` is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.ask.words import Symbols

_SHORTEST = 4
"""Letters that a stem has at least: shorter ones belong to too many words."""


class Inflection:
    """The phrases of a language by the stems of their words.

    `endings` are those that words take in normal form. Phrases of the same stems that do not all mean the same mean
    nothing here, nor do forms of words that say nothing: a form that is not listed is understood only where there is
    no choice.
    """

    def __init__(self, phrases: Mapping[str, Symbols], endings: Iterable[str]) -> None:
        self._endings = sorted(endings, key=lambda ending: (-len(ending), ending))
        found: dict[str, set[Symbols]] = {}
        for phrase, means in phrases.items():
            found.setdefault(self.stems(phrase), set()).add(means)
        self._means = {stems: next(iter(means)) for stems, means in found.items() if len(means) == 1 and all(means)}

    def means(self, phrase: str) -> Symbols | None:
        """What a phrase in normal form means by its stems; None where that is nothing, or not one thing."""
        return self._means.get(self.stems(phrase))

    def stems(self, phrase: str) -> str:
        """A phrase with each word cut to its stem."""
        return " ".join(self._stem(word) for word in phrase.split())

    def _stem(self, word: str) -> str:
        for ending in self._endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                return word.removesuffix(ending)
        return word
