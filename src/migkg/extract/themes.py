"""Themes without quotation marks: `under the theme Borders that unite us`, `X: such was the theme`, `Theme: X`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import Item
from migkg.extract.vocabulary import alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Language

_SHORTEST, _LONGEST = 12, 220
_WORDS = 3
_MARKS = '"“”«»' + "'‘’"
_BARRED = frozenset({"forum", "date", "period", "person"})
"""What no theme holds."""


class ThemeFinder:
    """Finds the themes of one language that are told by the words around them."""

    def __init__(self, language: Language) -> None:
        grammar = language.grammar
        head, is_ = bounded(grammar.themes), bounded(grammar.theme_copulas)
        links, names = alternation(grammar.theme_links), alternation(grammar.theme_names)
        before = alternation([*grammar.theme_links, *grammar.theme_names])
        held = bounded(language.classes.get("held", ()))
        clause = rf"(?P<theme>[^;]{{{_SHORTEST},{_LONGEST}}}?)"
        end = rf"(?=[.;(]|$|,? {held}|, {bounded(grammar.theme_ends)})"
        much = r"(?: [a-z-]+){0,2}?"
        self._head = re.compile(head)
        self._joiner = re.compile(rf",? {bounded(language.persons.joiners)}$")
        self._begins = re.compile(rf"{bounded(language.meetings.determiners)} ")
        of = rf"(?: {alternation(grammar.theme_of)})?"
        told = rf"^\W*{clause}(?:[:,] (?:[a-z]+ )?| ){is_} {before}\b[^;,.\"]{{0,50}}? ?{head}"
        named = rf"\b(?:{names}){much} ?{head},? ?(?!{is_}){clause}{end}"
        following = rf"\b(?:{links}){much} ?{head}{of} (?!(?:\S+ ){{0,2}}{is_} ){clause}{end}"
        stated = rf"(?:^|\b(?:{links})){much} ?{head}(?: [^.;:\"]{{2,70}}?)? ?(?::|,? {is_}:?) {clause}{end}"
        shapes = ((told, True), (named, False), (following, True), (stated, None))
        self._patterns = [(re.compile(shape), capital) for shape, capital in shapes]
        """With each pattern: whether its theme begins in a capital; None: it does, or with a determiner."""

    def find(self, sentence: Sentence, quotes: Sequence[Item], names: Sequence[Item]) -> list[Item]:
        """The theme of a sentence without quoted words."""
        if quotes or self._head.search(sentence.folded) is None:
            return []
        barred = [n for n in names if n.kind in _BARRED]
        return next(([item] for item in self._spans(sentence, barred)), [])

    def _spans(self, sentence: Sentence, barred: Sequence[Item]) -> Iterator[Item]:
        for pattern, capital in self._patterns:
            match = pattern.search(sentence.folded)
            if match is None:
                continue
            written = sentence.text[match.start("theme") : match.end("theme")]
            words = self._joiner.sub("", written.strip(_MARKS + " ,:"))
            start = match.start("theme") + written.index(words)
            item = Item("quote", start, start + len(words))
            if self._fits(words, capital) and not any(b.start < item.end and b.end > item.start for b in barred):
                yield item

    def _fits(self, words: str, capital: bool | None) -> bool:
        if len(words.split()) < _WORDS:
            return False
        if capital is None:
            return words[0].isupper() or self._begins.match(fold(words)) is not None
        return words[0].isupper() or not capital
