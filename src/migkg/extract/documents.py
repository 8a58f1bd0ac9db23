"""Names of documents: a word such as "declaration" with the capitalised words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import Item
from migkg.extract.light import replace
from migkg.extract.vocabulary import ROMAN, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Language

_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ][\w’'-]*)"
_YEARS = re.compile(r"(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d\b")
_CAPITALS = re.compile(rf"(?:{_CAPITAL} ){{1,4}}")
_BARE = 3
"""A name of so many words has no topic of its own."""
_BEFORE = re.compile(rf"(?:{_CAPITAL} ){{1,5}}$")
_BARRED = frozenset({"forum", "ordinal"})
"""What begins the name of a meeting that a document is of."""
_MARKS = " \"“”«»‘’'"
_TITLE = re.compile(rf"[{_MARKS}]*(?:[a-zà-ÿ]{{1,3}}['’ ])?(?:{_CAPITAL} ){{0,4}}")
"""What may stand between a quotation mark and the kind of a document."""
_SENTENCES = re.compile(r"[.;:!?]")


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
        place = alternation(grammar.genitive).replace("'", "['’]")
        self._tail = re.compile(rf" {place}(?: |(?<=['’])){_CAPITAL}$")
        """A place at the end of a name: `of Lima`."""
        self._between = re.compile(rf" {joiner} (?:{link}(?: |(?<=')))?")
        words = rf"{_CAPITAL}(?: (?:{link} )?{_CAPITAL})*"
        self._enumerated = re.compile(rf"(?:, {words}){{1,4}},? {joiner} {words}")
        self._opening = frozenset(fold(w) for w in language.persons.not_names)
        self._kept = frozenset(fold(w) for w in grammar.document_words)
        self._kind_before = re.compile(rf"{bounded(grammar.documents)} $")
        self._joined = re.compile(rf",? {joiner}\b")
        self._theme_before = re.compile(rf"{bounded(grammar.themes)}[^.;]{{0,40}}$")

    def tells_one(self, name: str) -> bool:
        """Whether a folded name has a word for a kind of document: `the Global Compact for Migration`."""
        return self._head.search(name) is not None

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
                found = self._shared_back(sentence, found, start, end)
                found.append(Item("document", start, end, sentence.text[start:end]))
        return found

    def quoted(self, sentence: Sentence, quotes: Sequence[Item]) -> list[Item]:
        """The quoted phrases; those that name documents, or stand right behind a word for one, as documents."""
        return [
            replace(q, kind="document", value=sentence.text[q.start : q.end].strip(_MARKS))
            if self._is_titled(sentence, q)
            else q
            for q in quotes
        ]

    def _is_titled(self, sentence: Sentence, quote: Item) -> bool:
        before = sentence.folded[: quote.start]
        if sentence.text[quote.start] not in _MARKS or self._theme_before.search(before):
            return False
        if self._kind_before.search(before):  # `the action plan "A call to all"`
            return True
        head = self._head.search(sentence.folded, quote.start, quote.end)
        if head is None or _TITLE.fullmatch(sentence.text[quote.start : head.start()]) is None:
            return False
        rest = sentence.folded[head.end() : quote.end]
        is_name = not rest.strip(_MARKS) or (rest[0] == " " and not self._joined.match(rest))
        return is_name and not _SENTENCES.search(rest)

    def _sharing(self, sentence: Sentence, start: int, end: int) -> list[Item]:
        """The bare document before this one that shares its place: `the Declaration and the Plan of Action of Lima`."""
        before = self._shared.search(sentence.folded[:start])
        tail = self._tail.search(sentence.text[start:end])
        if before is None or tail is None:
            return []
        first, last = before.span(1)
        return [Item("document", first, last, sentence.text[first:last] + tail.group())]

    def _shared_back(self, sentence: Sentence, found: list[Item], start: int, end: int) -> list[Item]:
        """The documents so far; the last shares the place of one joined to it: `the Final Act and the Plan of Lima`."""
        tail = self._tail.search(sentence.text[start:end])
        last = found[-1] if found else None
        if last is None or tail is None or self._tail.search(last.value) or len(last.value.split()) > _BARE:
            return found
        if last.end > start or self._between.fullmatch(sentence.folded[last.end : start]) is None:
            return found
        return [*found[:-1], replace(last, value=last.value + tail.group())]

    def _another(self, sentence: Sentence, at: int, is_determined: bool) -> bool:
        """Whether the name of another document begins, with its kind first or, after an article, behind capitals."""
        run = _CAPITALS.match(sentence.text, at)
        starts = (
            [at, *(at + m.end() for m in re.finditer(" ", run.group()))] if run is not None and is_determined else [at]
        )
        return any(self._head.match(sentence.folded, start) for start in starts)

    def _start(self, sentence: Sentence, head: int) -> int:
        """Where the capitalised words before the head begin, without the word that opens the sentence."""
        before = _BEFORE.search(sentence.text[:head])
        if before is None:
            return head
        start = before.start()
        opens = not sentence.text[:start].strip() and sentence.text[head].islower()  # `Hubo consenso`
        for number, word in enumerate(before.group().split()):
            is_opening = fold(word) in self._opening and fold(word) not in self._kept
            if not is_opening and not (opens and number == 0):
                break
            start += len(word) + 1
        return start

    def _end(self, sentence: Sentence, end: int, names: Sequence[Item]) -> int:
        """Where the name ends: before a forum or a meeting, which the document is of."""
        return self._enumeration(sentence, end, self._reach(sentence, end, names), names)

    def _enumeration(self, sentence: Sentence, head: int, end: int, names: Sequence[Item]) -> int:
        """The end of a name whose topic is the first of several: `Declaration on Smuggling, Trafficking and Crime`."""
        more = self._enumerated.match(sentence.text, end) if end > head else None
        if (
            more is None
            or self._tail.search(sentence.text[head:end])
            or any(end < n.end and n.start < more.end() for n in names)
        ):
            return end
        return more.end()

    def _reach(self, sentence: Sentence, end: int, names: Sequence[Item]) -> int:
        barred = {n.start for n in names if n.kind in _BARRED}
        peoples = {n.start: n.end for n in names if n.kind == "demonym"}
        states = {n.start for n in names if n.kind == "state"}
        while (link := self._link.match(sentence.folded, end)) is not None:
            at = link.end()
            if at in barred or ROMAN.match(sentence.text, at) or self._meeting.match(sentence.folded, at):
                return end
            if link.group().strip() and self._another(
                sentence, at, len(link.group().split()) > 1
            ):  # "the declaration and the plan"
                return end
            if link.group() == " " and at in states:  # a list of those who signed it begins
                return end
            word = self._topic.match(sentence.folded, at) or self._capital.match(sentence.text, at)
            years = _YEARS.match(sentence.folded, at) if word is None and link.group() == " " else None
            if years is not None:
                return years.end()
            reached = max(word.end() if word is not None else at, peoples.get(at, at))
            if reached == at:
                return end
            end = reached
        return end
