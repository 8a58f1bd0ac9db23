"""What a passage of an article says: the names, dates and numbers of a quote, in whatever words they are put."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from migkg.extract.engine import engine
from migkg.extract.fold import fold
from migkg.extract.sentences import Sentence, sentences
from migkg.extract.vocabulary import NEVER, bounded
from migkg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.extract.item import Item
    from migkg.lexicon import Lexicon
    from migkg.model import Article, Reading

_FIGURES = re.compile(r"\d+")
_STATES = frozenset({"state", "demonym"})
_PLACES = _STATES | {"city"}
_WEEK = 7
_TIMES = frozenset({"date", "period", "year"})


@dataclass(slots=True)
class Passage:
    """What is said within a span of a text; `words` is the span without words that its ends cut."""

    words: str
    names: set[str] = field(default_factory=set)
    """States and organisations as the claim table writes them, forums as both, cities, persons."""
    lands: set[str] = field(default_factory=set)
    """The states of the cities."""
    cities: set[str] = field(default_factory=set)
    """Cities that are not named: a capital told by its state, a city with the name of its state."""
    places: set[str] = field(default_factory=set)
    """The folded words by which cities and states are named."""
    dates: set[str] = field(default_factory=set)
    """Partial dates, the ends of ranges each for itself."""
    numbers: set[str] = field(default_factory=set)
    """Numbers in figures, in words or Roman, as figures."""
    ordinals: set[str] = field(default_factory=set)
    """Those of them that count meetings or the like: `seventh`."""
    points: bool = False
    """Whether it points to a place named elsewhere: `here`, `in the same city`."""
    eve: bool = False
    """Whether it speaks of the day before another: `on the eve`."""


class Passages:
    """The passages of one article; names that it introduces are known in all of them.

    Of a language that the lexicon lacks only figures are known.
    """

    def __init__(self, article: Article, reading: Reading, lexicon: Lexicon) -> None:
        self._text = article.text
        self._mentions = reading.mentions
        self._capitals = lexicon.names.capitals
        self._reader = reader = engine(lexicon, article.lang)
        self.published = article.published or next((c.published for c in reading.claims if c.published), "")
        self._sentences = [] if reader is None else sentences(article.text, reader.language.layout)
        self._local = None if reader is None else reader.gazetteer.introduced(self._sentences)
        self._capital = self._again = self._eve = NEVER
        self._weekdays: dict[str, int] = {}
        if reader is not None:
            grammar, days = reader.language.grammar, reader.language.calendar.weekdays
            self._capital = re.compile(bounded(grammar.capital))
            self._again = re.compile(bounded((*grammar.here, *grammar.there)))
            self._eve = re.compile(bounded(reader.language.calendar.day_before))
            self._weekdays = {fold(day): number % _WEEK for number, day in enumerate(days)}
        self._weekday = re.compile(bounded(self._weekdays))

    def within(self, span: Span) -> Passage:
        """What a span says, by itself and as the whole text is read."""
        found = Passage(_whole_words(span, self._text))
        for at, kind, value in self._mentions:
            if span.start <= at.start and at.end <= span.end:
                if kind in _TIMES:
                    found.dates.update(value.split("/"))
                else:
                    found.names.update(_written(kind, value))
                if kind in _PLACES:
                    found.places.add(fold(self._text[at.start : at.end]))
        self._read(found, as_sentence(found.words))
        return found

    def whole(self) -> Passage:
        """What the text says."""
        found = Passage(self._text)
        for sentence in self._sentences:
            self._read(found, sentence)
        for _, kind, value in self._mentions:
            found.names.update(_written(kind, value))
        found.numbers.update(str(int(figures)) for figures in _FIGURES.findall(self._text))
        return found

    def sentences(self) -> Iterator[str]:
        """The sentences of the text."""
        return (sentence.text for sentence in self._sentences)

    def counts(self) -> bool:
        """Whether the text speaks of a meeting as the one before or behind another: `the previous meeting`."""
        if self._reader is None:
            return False
        words = self._reader.language.meetings
        beside = re.compile(bounded((*words.previous, *words.upcoming)))
        return any(beside.search(sentence.folded) for sentence in self._sentences)

    def english(self) -> set[str]:
        """The words of the text of which names of meetings are made, in English."""
        return set() if self._reader is None else set(self._reader.meetings.events.in_english(fold(self._text)))

    def common(self) -> frozenset[str]:
        """The English words that names of meetings share: those for meetings, for migration and the like."""
        english = {} if self._reader is None else self._reader.language.meetings.english
        return frozenset(word for words in english.values() for word in words.split())

    def _read(self, found: Passage, sentence: Sentence) -> None:
        """Add what a sentence says by itself."""
        found.numbers.update(str(int(figures)) for figures in _FIGURES.findall(sentence.text))
        if self._reader is None:
            return
        spotted = self._reader.words.find(sentence)
        found.ordinals.update(i.value for i in spotted if i.kind == "ordinal")
        found.numbers |= found.ordinals
        found.eve |= self._eve.search(sentence.folded) is not None
        found.points |= self._again.search(sentence.folded) is not None
        spans = (i.date for i in self._reader.dates.find(sentence.folded) if i.date is not None)
        found.dates.update(end for span in spans for end in (span.start, span.end))
        if self.published and any(i.kind == "today" for i in spotted):
            found.dates.add(self.published)
        found.dates.update(
            day for match in self._weekday.finditer(sentence.folded) for day in self._days(match.group())
        )
        self._read_names(found, self._reader.gazetteer.find(sentence, self._local), sentence)

    def _days(self, weekday: str) -> Iterator[str]:
        """The days of that name in the week before and the week behind publication."""
        try:
            published = date.fromisoformat(self.published)
        except ValueError:  # a month, a year or none
            return
        first = published - timedelta(_WEEK)
        for day in (first + timedelta(step) for step in range(2 * _WEEK + 1)):
            if day.weekday() == self._weekdays[weekday]:
                yield day.isoformat()

    def _read_names(self, found: Passage, items: list[Item], sentence: Sentence) -> None:
        found.names.update(name for i in items for value in (i.value, i.other) for name in _written(i.kind, value))
        found.lands.update(i.country for i in items if i.country)
        found.cities.update(i.city for i in items if i.city)
        if self._capital.search(sentence.folded):
            states = (i.value for i in items if i.kind in _STATES)
            found.cities.update(self._capitals[state] for state in states if state in self._capitals)


def as_sentence(text: str) -> Sentence:
    """A text by itself as one sentence."""
    return Sentence(text, fold(text), tuple(range(len(text))), 0, title=False)


def occurrences(quote: str, text: str) -> Iterator[Span]:
    """Each place where a quote stands in a text, white space counting as one space."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    for match in re.finditer(pattern, text) if pattern else ():
        yield Span(start=match.start(), end=match.end(), exact=match[0])


def _written(kind: str, value: str) -> tuple[str, ...]:
    """A name as the claim table writes it, none for an empty one; a forum may act as a body too."""
    if not value:
        return ()
    return (f"forum:{value}", f"org:{value}") if kind == "forum" else (value,)


def _whole_words(span: Span, text: str) -> str:
    """The words of a span without those that go on before or behind it, white space collapsed."""
    start, end = span.start, span.end
    if text[max(0, start - 1) : start].isalnum():
        while start < end and text[start].isalnum():
            start += 1
    if text[end : end + 1].isalnum():
        while end > start and text[end - 1].isalnum():
            end -= 1
    return " ".join(text[start:end].split())
