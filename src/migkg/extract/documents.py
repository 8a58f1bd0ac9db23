"""Names of documents: a word such as "declaration" with the capitalised words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import Item
from migkg.extract.vocabulary import ROMAN, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Language

_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ][\w’'-]*)"
_TAIL = re.compile(rf" \w{{1,2}}[ '’]{_CAPITAL}$")
"""A place at the end of a name: `of Lima`."""
_YEARS = re.compile(r"(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d\b")
_BEFORE = re.compile(rf"(?:{_CAPITAL} ){{1,5}}$")


class DocumentFinder:
    """Finds the named documents of a sentence."""

    def __init__(self, language: Language) -> None:
        grammar = language.grammar
        self._head = re.compile(bounded(grammar.documents))
        link = alternation(grammar.document_links)
        topic = bounded((*language.meetings.topics, *grammar.document_words))
        self._link = re.compile(rf" (?:{link}(?: |(?<=')))*")
        self._topic = re.compile(rf"{topic}")
        self._meeting = re.compile(bounded(w for words in language.meetings.heads.values() for w in words))
        self._capital = re.compile(_CAPITAL)
        joiner, link = alternation(language.persons.joiners), alternation(grammar.document_links)
        self._shared = re.compile(rf"({bounded(grammar.documents)}) {joiner} (?:{link}(?: |(?<=')))?$")
        self._opening = frozenset(fold(w) for w in language.persons.not_names)

    def find(self, sentence: Sentence, names: Sequence[Item]) -> list[Item]:
        """The documents named with more than their kind, outside the names of forums."""
        found: list[Item] = []
        for head in self._head.finditer(sentence.folded):
            if any(n.kind == "forum" and n.start <= head.start() < n.end for n in names):
                continue
            if found and head.start() < found[-1].end:
                continue
            start, end = self._start(sentence, head.start()), self._end(sentence, head.end(), names)
            if (start, end) != head.span():
                found += self._sharing(sentence, start, end)
                found.append(Item("document", start, end, sentence.text[start:end]))
        return found

    def _sharing(self, sentence: Sentence, start: int, end: int) -> list[Item]:
        """The bare document before this one that shares its place: `the Declaration and the Plan of Action of Lima`."""
        before = self._shared.search(sentence.folded[:start])
        tail = _TAIL.search(sentence.text[start:end])
        if before is None or tail is None:
            return []
        first, last = before.span(1)
        return [Item("document", first, last, sentence.text[first:last] + tail.group())]

    def _start(self, sentence: Sentence, head: int) -> int:
        """Where the capitalised words before the head begin, without the word that opens the sentence."""
        before = _BEFORE.search(sentence.text[:head])
        if before is None:
            return head
        start = before.start()
        for word in before.group().split():
            if fold(word) not in self._opening:
                break
            start += len(word) + 1
        return start

    def _end(self, sentence: Sentence, end: int, names: Sequence[Item]) -> int:
        """Where the name ends: before a forum or a meeting, which the document is of."""
        barred = {n.start for n in names if n.kind == "forum"}
        states = {n.start for n in names if n.kind == "state"}
        while (link := self._link.match(sentence.folded, end)) is not None:
            at = link.end()
            if at in barred or ROMAN.match(sentence.text, at) or self._meeting.match(sentence.folded, at):
                return end
            if link.group().strip() and self._head.match(sentence.folded, at):  # "the declaration and the plan"
                return end
            if link.group() == " " and at in states:  # a list of those who signed it begins
                return end
            word = (
                self._topic.match(sentence.folded, at)
                or self._capital.match(sentence.text, at)
                or _YEARS.match(sentence.folded, at)
            )
            if word is None or word.end() == word.start():
                return end
            end = word.end()
        return end
