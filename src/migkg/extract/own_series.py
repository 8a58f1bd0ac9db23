"""Series of meetings that a page numbers and no table has: `the fourth meeting of the Baltic Network on Migration`.

What holds numbered meetings is a forum if its name tells of migration, of more than one country, and of a body or a
process. Its code is the acronym behind the name in brackets, else made of the words of its name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.introduced import Introduced
from migkg.extract.item import SYMBOLS
from migkg.extract.vocabulary import alternation, bounded, romans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.item import Item
    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Language, WordForms

_STOP = re.compile(r"[.;:!?,()\[\]\"“”«»0-9]")
_ACRONYM = re.compile(r"[\"”»]? ?\(([A-Z][A-Z-]{2,10})\)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE = 60
"""The topic of a series stands within so many characters of the beginning of its name."""
_ROMAN = SYMBOLS["ordinal"]


class OwnSeries:
    """What the pages of one language number."""

    def __init__(self, language: Language, forms: Sequence[WordForms]) -> None:
        words, calendar = language.meetings, language.calendar
        numbers = (word for number, group in calendar.ordinals.items() if int(number) > 1 for word in group)
        figure = rf"\d{{1,3}}(?:[.-]?{alternation(calendar.ordinal_suffixes)}\b| ?[º°ª])"
        number = rf"(?:{bounded(map(fold, numbers))}|(?<!\w){figure}|{_ROMAN}+)"
        head = bounded(word for kind, group in words.heads.items() if kind != "foreign" for word in group)
        small = bounded((*words.fillers, *(w for k, group in words.modifiers.items() if k != "session" for w in group)))
        link = alternation(words.links)
        self._numbered = re.compile(
            rf"{number}(?: \([^()]{{1,6}}\))?(?: {small})* {head}(?: {small})* {link} ?[\"'«“‘]? ?"
        )
        self._owned = re.compile(rf"{bounded(words.possessives)} (?:{small} )*{number}(?: {small})* {head}")
        self._topic = re.compile(bounded(words.topics))
        self._wide = re.compile(bounded(words.fillers))
        self._others = re.compile(bounded(words.others))
        bodies = frozenset[str]().union(*(form.bodies for form in forms))
        self._bodies = re.compile(bounded({*bodies, *map(fold, words.process)}))
        self._dropped = frozenset[str]().union(*(form.dropped for form in forms))

    def of(self, sentence: Sentence, items: Sequence[Item]) -> Iterator[Introduced]:
        """The series that a sentence numbers, whose known mentions are `items`."""
        if self._topic.search(sentence.folded) is None:
            return
        marked = _marked(sentence)
        for match in self._numbered.finditer(marked):
            yield from self._introduced(sentence, match.end(), items)
        owned = self._owned.search(marked)
        named = self._bodies.search(sentence.folded, 0, owned.start()) if owned is not None else None
        if named is not None:
            yield from self._introduced(sentence, _name_start(sentence.text, named.start()), items)

    def _introduced(self, sentence: Sentence, start: int, items: Sequence[Item]) -> Iterator[Introduced]:
        stop = _STOP.search(sentence.text, start)
        last = stop.start() if stop is not None else len(sentence.text)
        topic = next(self._topic.finditer(sentence.folded, start, min(last, start + _BEFORE)), None)
        if topic is None or not sentence.text[start].isupper():
            return
        end = topic.end()
        name = sentence.folded[start:end]
        if not (self._wide.search(name) and self._bodies.search(name)) or self._others.search(name):
            return
        if any(i.kind == "forum" and i.start < last and start < i.end for i in items):
            return
        acronym = _ACRONYM.match(sentence.text, last)
        code = acronym[1] if acronym is not None else self._code(name)
        yield Introduced(sentence.text[start:end], "forum", code)
        if acronym is not None:
            yield Introduced(sentence.text[start:last].rstrip(), "forum", code)
            yield Introduced(acronym[1], "forum", code)

    def _code(self, name: str) -> str:
        words = (part for word in _WORD.findall(name) for part in re.split("['’]", word))
        return "-".join(word for word in words if word not in self._dropped).upper()


def _marked(sentence: Sentence) -> str:
    """The folded text with a symbol for each letter of its Roman numbers from 2."""
    marked = sentence.folded
    for number in romans(sentence.text):
        if int(number.value) > 1:
            marked = f"{marked[: number.start]}{_ROMAN * (number.end - number.start)}{marked[number.end :]}"
    return marked


def _name_start(text: str, at: int) -> int:
    """Where the words with capitals begin that go on to a place in a text."""
    while (before := re.search(r"(?<!\w)([A-ZÀ-Þ][\w'’-]*) $", text[:at])) is not None and before.start():
        at = before.start()
    return at
