"""Quoted phrases: titles and themes are one thing; speech and the names of meetings are words like others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.item import Item
from migkg.extract.vocabulary import alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Language

_MARK = re.compile("[\"“«‘’']")
_DOUBLE = r"(?:''|[‘’]{2})"
_INSIDE = r"[^\"“”«»‘]"
_QUOTE = re.compile(
    rf"[\"“«‘]\s?{_INSIDE}{{12,180}}?\s?[\"”»](?!\w)|(?<!\w)“{_INSIDE}{{12,180}}?“(?!\w)|{_DOUBLE}{_INSIDE}{{12,180}}?{_DOUBLE}"
    r"|‘(?:[^\"“”«»‘’]|’(?=\w)){12,180}?’(?!\w)|(?<![\w'])'(?=[^\W\d_])(?:[^\"“”«»'’]|['’](?=\w)){12,180}?'(?!\w)"
)
"""Words in quotation marks of any kind; within single ones an apostrophe stands before a letter."""

_LONG = re.compile(rf"[\"“«]\s?{_INSIDE}{{180,360}}?\s?[\"”»](?!\w)")


class QuoteFinder:
    """Finds the quoted phrases of one language that are not names."""

    def __init__(self, language: Language) -> None:
        words = language.meetings
        head = bounded(w for group in words.heads.values() for w in group)
        before = alternation([*words.determiners, *words.fillers, *words.links])
        self._is_meeting = re.compile(rf"\W*(?:{before} ){{0,3}}{head}[^.;:]{{0,90}}?{bounded(words.topics)}")
        says = bounded(language.classes.get("says", ()))
        self._said = re.compile(rf"(?:, ?|(?<=[,.?!]\W) ?|(?<=[,.?!] \W) ?)(?:\w+ ){{0,2}}?{says}")
        called = rf"{bounded(language.grammar.themes)}(?: \w+)?"
        self._theme_before = re.compile(rf"{called}(?: \w+){{0,3}} ?:? *$")
        self._title_before = re.compile(rf"(?:{head}(?: {bounded(words.fillers)})*|{called}):? *$")

    def find(self, sentence: Sentence, names: Sequence[Item]) -> list[Item]:
        """The quoted phrases of a sentence, but not what somebody says, nor the name of a meeting or anything else."""
        found: list[Item] = []
        if _MARK.search(sentence.text) is None:
            return found
        for match in (*_QUOTE.finditer(sentence.text), *self._long(sentence)):
            start, end = match.start() + 1, match.end() - 1
            is_name = any(n.start <= start + 1 and n.end >= end - 1 for n in names)
            is_words = self._said.match(sentence.folded, match.end()) or self._names_meeting(sentence.folded, match)
            if not is_name and not is_words:
                found.append(Item("quote", match.start(), match.end()))
        return found

    def _long(self, sentence: Sentence) -> Iterator[re.Match[str]]:
        """Words in quotation marks behind those for a theme, which may be longer than any others."""
        for match in _LONG.finditer(sentence.text):
            if self._theme_before.search(sentence.folded[: match.start()]) is not None:
                yield match

    def _names_meeting(self, folded: str, match: re.Match[str]) -> bool:
        """Whether quoted words are the name of a meeting: `the "Forum on Migration"`, not `the forum "Dialogue on"`."""
        if self._is_meeting.match(folded[match.start() + 1 : match.end() - 1]) is None:
            return False
        return self._title_before.search(folded[: match.start()]) is None
