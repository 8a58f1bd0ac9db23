"""The reader of one language: everything that is compiled once and used for every article."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from migkg.extract.ambiguous import Ambiguous
from migkg.extract.attachment import Attachment
from migkg.extract.clauses import ClauseFinder
from migkg.extract.cues import CueFinder
from migkg.extract.dateline import Dateline
from migkg.extract.dates import DateFinder
from migkg.extract.days_alone import days_alone
from migkg.extract.documents import DocumentFinder
from migkg.extract.event_pages import EventPages
from migkg.extract.features import Cues
from migkg.extract.fold import fold
from migkg.extract.gazetteer import Gazetteer
from migkg.extract.groups import Grouper
from migkg.extract.item import SYMBOLS
from migkg.extract.light import light, replace
from migkg.extract.mask import Masked
from migkg.extract.meetings import MeetingFinder
from migkg.extract.ministries import Known
from migkg.extract.moods import MoodFinder
from migkg.extract.own_series import OwnSeries
from migkg.extract.persons import PersonFinder
from migkg.extract.pointers import namesakes
from migkg.extract.quotes import QuoteFinder
from migkg.extract.rules import RuleBook
from migkg.extract.sessions import SessionFinder
from migkg.extract.spoken import Speeches
from migkg.extract.themes import ThemeFinder
from migkg.extract.turns import TurnFinder
from migkg.extract.vocabulary import WordFinder, bounded
from migkg.extract.years import YearFinder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.days_alone import Told
    from migkg.extract.introduced import Local
    from migkg.extract.item import Item
    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Language, Lexicon
    from migkg.model import Span

_YEAR = frozenset({"year", "period", "date"})
_NAMED = f"{SYMBOLS['forum']}{SYMBOLS['meeting']}"
_WORDS = frozenset({"ordinal", "head", "modifier", "session"})
"""Items that serve to build meetings; what is left of them is words again."""


@light(frozen=True, slots=True)
class Prepared:
    """A sentence ready for the rules; `published` is a date of publication it shows, with its rank."""

    sentence: Sentence
    masked: Masked
    mentions: tuple[Item, ...]
    published: tuple[int, str] | None
    written: str
    """The day without a year of its dateline."""
    dateline: Item | None = None
    posted: tuple[Item, ...] = ()
    """The forums that stand in posts alone: `the chair of the Forum, NAME`."""

    def shown(self, text: str) -> Iterator[tuple[Span, str, str]]:
        """Where in the text of the article each mention stands, its kind and its value."""
        for item in self.mentions:
            value = item.value if item.date is None else f"{item.date.start}/{item.date.end}"
            yield self.sentence.span(item.start, item.end, text), item.kind, value


_MARKS = " \"'“”«»‘’"
_ACRONYM = re.compile(r" ?\([^() ]{2,12}\)$")


class Engine:
    """What reads the articles of one language."""

    def __init__(self, lexicon: Lexicon, language: Language) -> None:
        self.language = language
        forms = [lexicon.names.forms[code] for code in ("*", language.code) if code in lexicon.names.forms]
        self.gazetteer = Gazetteer(lexicon.names, language.code, OwnSeries(language, forms))
        self.dates = DateFinder(language.calendar)
        self.words = WordFinder(language)
        self.documents = DocumentFinder(language)
        self.quotes = QuoteFinder(language)
        self.themes = ThemeFinder(language)
        self.persons = PersonFinder(language.persons, lexicon.names.given)
        self.grouper = Grouper(language, lexicon.names.capitals)
        self.meetings = MeetingFinder(language, namesakes(lexicon.names))
        self.years = YearFinder(language)
        self._clauses = ClauseFinder(language)
        founded = bounded(language.classes.get("founded", ()))
        alone = rf"(?<!{SYMBOLS['meeting']} )"  # not `the first, founded in`
        self._founded = re.compile(
            rf"{alone}{founded} (?:[^.;:,{_NAMED}]{{0,16}}(?:{SYMBOLS['city']},?|{SYMBOLS['forum']}))?"
            rf"[^.;:,{_NAMED}]{{0,25}}?[{SYMBOLS['year']}{SYMBOLS['period']}{SYMBOLS['date']}]"
        )
        self.names = lexicon.names
        self.rules = RuleBook(language)
        self.across = RuleBook(language, across=True)
        self.sessions = SessionFinder(language, self.words)
        self.dateline = Dateline(language)
        self.ambiguous = Ambiguous(lexicon.names, self.words)
        self.event_pages = EventPages(language)
        self.speeches = Speeches(language.layout)
        self.moods = MoodFinder(language)
        self.turns = TurnFinder(language)
        self.heads = self._heads_of(lexicon)
        self._forum_words: dict[str, frozenset[str]] = {}
        self.attachment = Attachment(lexicon.attachment) if lexicon.attachment else None
        self._cues = CueFinder({**language.classes, "chairs": language.persons.chairs})

    def _heads_of(self, lexicon: Lexicon) -> dict[str, str]:
        """The word for a meeting in the name of each forum in this language."""
        labels = [n for n in lexicon.names.names if n.kind == "forum" and n.form == "label"]
        labels.sort(key=lambda n: n.lang == self.language.code)
        found = {n.value: self.words.head(fold(n.text)) for n in labels if n.lang in {"en", self.language.code}}
        return {code: head for code, head in found.items() if head}

    def words_of(self, forum: str) -> frozenset[str]:
        """The words, in English, of all names that a forum has in this language."""
        if forum not in self._forum_words:
            named = (n for n in self.names.names if n.kind == "forum" and n.value == forum)
            texts = [fold(n.text) for n in named if n.lang == self.language.code]
            self._forum_words[forum] = frozenset(w for text in texts for w in self.meetings.events.in_english(text))
        return self._forum_words[forum]

    def prepare(self, sentence: Sentence, known: dict[str, Item], told: Told, local: Local | None = None) -> Prepared:
        """The masked sentence and its mentions; `local` names are those of the page.

        The `known` persons and what was `told` before are added to.
        """
        named = [
            n for n in self.gazetteer.find(sentence, local) if not self.meetings.events.is_description(n, sentence)
        ]
        dates = self.dates.find(sentence.folded)
        spotted = self.words.find(sentence)
        numbers = [w for w in spotted if w.kind == "ordinal"]
        dates += days_alone(self.dates, sentence.folded, dates, _apart(numbers, dates), told)
        heads = [w for w in spotted if w.kind == "head"]
        persons = self.persons.find(sentence, [*named, *heads], known)
        names = [self._series(i, sentence) for i in _apart(named, persons)]
        words = _apart(_apart([*spotted, *self.words.editions(sentence, names)], [*names, *dates]), persons)
        quotes = self.quotes.find(sentence, [*names, *persons])
        quotes += self.themes.find(sentence, quotes, [*names, *dates, *persons])
        quotes = self.documents.quoted(sentence, quotes)
        documents = _apart(self.documents.find(sentence, [*names, *numbers]), [*persons, *quotes])
        documents = [
            d for d in documents if all(h.start != d.end + 1 for h in heads)
        ]  # `the conclusions of the X | meeting`
        quotes = self._titled([*quotes, *documents], sentence, [*names, *words])
        base = [i for i in [*names, *dates, *words] if not _inside(i, quotes)]
        masked = Masked(sentence.folded, _without_overlaps(base), sentence.text)
        masked.is_title, masked.opens = sentence.title, sentence.opens
        masked.begins = sentence.opens and not sentence.paragraph
        masked.overlay([p for p in persons if not _inside(p, quotes)])
        masked.overlay(quotes)
        published, written = self.dateline.published(masked), self.dateline.written(masked)
        told.note(dates, _apart(numbers, dates), published[1] if published else "")
        city = self.dateline.strip(masked)
        self._reduce(masked, local.ministries if local is not None else Known())
        self._preside(masked, [*named, *spotted, *self.words.editions(sentence, named)], sentence)
        self._tie(masked)
        mentions = sorted([*names, *dates, *persons], key=lambda i: (i.start, i.end))
        posted = tuple(n for n in named if n.kind == "forum" and _inside(n, persons))
        return Prepared(sentence, masked, tuple(mentions), published, written, city, posted)

    def _reduce(self, masked: Masked, ministries: Known) -> None:
        """Put one item in place of each body, place, meeting and list; `ministries` are those of the page."""
        self.grouper.bodies(masked, ministries)
        self.grouper.places(masked)
        self.grouper.long_lists(masked)
        self.meetings.reduce(masked)
        masked.restore(_WORDS)
        self.grouper.lists(masked)

    def _preside(self, masked: Masked, words: Sequence[Item], sentence: Sentence) -> None:
        """Let those who preside over a numbered meeting stand for it: `the chair of the tenth meeting of X, NAME`."""
        for at, item in masked.items.items():
            chairs = item.kind == "persons" and any(r.chairs for person in item.members for r in person.roles)
            within = [i for i in words if chairs and _inside(i, (item,))]
            if any(i.kind == "ordinal" for i in within) and any(i.kind == "forum" for i in within):
                inner = Masked(sentence.folded, _without_overlaps(within), sentence.text)
                self.meetings.reduce(inner)
                told = [i.meeting for i in inner.items.values() if i.meeting is not None and i.meeting.ordinal]
                if len(told) == 1 and told[0].code:
                    time = told[0].time if (told[0].ordinal or 0) > 1 else "previous"  # the first is looked back to
                    masked.items[at] = replace(item, meeting=replace(told[0], time=time))

    def _tie(self, masked: Masked) -> None:
        """Note what belongs to the words beside it, and to nothing else of the sentence."""
        self._clauses.put(masked)
        if masked.has(_YEAR):
            told = (match.end() - 1 for match in self._founded.finditer(masked.text))
            masked.founding = frozenset(at for at in told if not _is_day(masked.items[at]))

    def _titled(self, quotes: Sequence[Item], sentence: Sentence, items: Sequence[Item]) -> list[Item]:
        """The quoted phrases, documents with the numbered meeting in their name, `"Declaration of the Third Meeting"`.

        Without those that are but the name of a meeting: `the "Tenth South American Conference on Migration"`.
        """
        found: list[Item] = []
        for quote in quotes:
            within = [i for i in items if _inside(i, (quote,))]
            if all(i.kind != "ordinal" for i in within):
                found.append(quote)
                continue
            masked = Masked(sentence.folded, _without_overlaps(within), sentence.text)
            self.meetings.reduce(masked)
            named = [i for i in masked.items.values() if i.meeting is not None and i.meeting.ordinal]
            if quote.kind == "document":
                found.append(replace(quote, meeting=named[0].meeting if named else None))
            elif not any(_words(quote, sentence) == _words(i, sentence) for i in named):
                found.append(quote)
        return found

    def cues(self, masked: Masked) -> Cues:
        """Where the words of each class stand in a sentence, in its items and in its heading."""
        return Cues(
            self._cues.find(masked.text),
            self._classes(masked.heading),
            {
                at: self._classes(masked.folded[i.start : i.end])
                for at, i in masked.items.items()
                if i.members or i.roles
            },
        )

    def _classes(self, text: str) -> frozenset[str]:
        """The classes of which a text has a word."""
        return frozenset(self._cues.find(text)) if text else frozenset()

    def _series(self, item: Item, sentence: Sentence) -> Item:
        """A forum with the mark whether its name is that of a meeting."""
        if item.kind != "forum":
            return item
        return replace(item, is_series=self.words.has_head(sentence.folded[item.start : item.end]))


def _words(item: Item, sentence: Sentence) -> str:
    """The words of a name without the acronym in brackets behind it."""
    return _ACRONYM.sub("", sentence.folded[item.start : item.end].strip(_MARKS))


def _apart(items: Sequence[Item], others: Sequence[Item]) -> list[Item]:
    """The items that touch none of the others."""
    spans = [(o.start, o.end) for o in others]
    return [i for i in items if not any(start < i.end and i.start < end for start, end in spans)] if spans else [*items]


def _is_day(item: Item) -> bool:
    return item.date is not None and item.date.is_day


def _inside(item: Item, quotes: Sequence[Item]) -> bool:
    return any(q.start <= item.start and item.end <= q.end for q in quotes)


def _without_overlaps(items: Sequence[Item]) -> list[Item]:
    found: list[Item] = []
    end = 0
    for item in sorted(items, key=lambda i: (i.start, -i.end)):
        if item.start >= end:
            found.append(item)
            end = item.end
    return found


@lru_cache(maxsize=8)
def engine(lexicon: Lexicon, lang: str) -> Engine | None:
    """The engine of a language, compiled at its first use; None where the lexicon lacks the language."""
    language = lexicon.languages.get(lang)
    return Engine(lexicon, language) if language is not None else None
