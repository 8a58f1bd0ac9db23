"""A question into symbols: names of things, words of the language, ordinals, years and numbers; the longest wins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from migkg.ask.inflection import Inflection
from migkg.ask.model import Lexed, Symbol
from migkg.ask.naming import Mentions
from migkg.ask.readings import FIGURE, PHRASE, THING, TOKEN, Reading, figures, fits, repeats
from migkg.ask.words import normal
from migkg.extract.dates import DateFinder
from migkg.extract.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from migkg.ask.words import Words
    from migkg.lexicon import Language, Names
    from migkg.model import Term

_SAYS = (("", ""),)
_SILENT = frozenset({(), *((("period", small),) for small in ("of", "to", "from", "by", "about"))})
"""What words between the names of a list may mean: nothing, but beside a year."""
_WORDS_IN_PHRASE = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The things that only the graph names: folded name -> (type, terms); documents with their titles.

    `never` are names, in normal form, that a question does not mean as names.
    """

    things: Mapping[str, tuple[str, tuple[Term, ...]]] = field(default_factory=dict)
    documents: tuple[tuple[Term, str], ...] = ()
    never: frozenset[str] = frozenset()


class Lexer:
    """Reads the questions of one language."""

    def __init__(
        self, words: Words, language: Language, lexicon: Names, named: Named, regions: Mapping[str, tuple[Term, ...]]
    ) -> None:
        self.words = words
        self._named = named
        self._regions = regions
        self._mentions = Mentions(words, language, lexicon, named.never)
        self._dates = DateFinder(language.calendar)

    @cached_property
    def _inflection(self) -> Inflection:
        return Inflection(self.words.phrases, self.words.endings)

    def familiarity(self, question: str) -> int:
        """How many characters of a question are words of the language, names aside."""
        taken: set[int] = set()
        for reading in self._phrases(question, fold(question), whole=False):
            taken |= set(range(reading.start, reading.end))
        return len(taken)

    def lex(self, question: str) -> Lexed:
        """The symbols of a question; unknown words are tried as names in capitals, then as other forms of words."""
        lexed = self._known(question)
        return replace(lexed, symbols=tuple(self._completed(lexed.symbols)))

    def _completed(self, symbols: tuple[Symbol, ...]) -> Iterator[Symbol]:
        """`the Rabat and Khartoum Processes`, `Processus de Rabat et de Khartoum`: cities in place of forums."""
        at = 0
        while at < len(symbols):
            if both := self._forums_of(symbols[at : at + len(("A", "and", "B", "processes"))]):
                yield from both
                at += len(both) + 1
            else:
                yield self._forum_of(symbols, at) or symbols[at]
                at += 1

    def _forums_of(self, symbols: tuple[Symbol, ...]) -> list[Symbol]:
        """Two cities and the word for several forums as the two forums, or nothing."""
        kinds = [(s.kind, s.value) for s in symbols]
        if kinds[:1] != [("thing", "city")] or kinds[2:] != [("thing", "city"), ("class", "forum")]:
            return []
        one, link, two, many = symbols
        for ending in (many.text[-1:], many.text[-2:]):
            each = many.text.removesuffix(ending)
            forums = [self._named_forum(city, f"{city.text} {each}") for city in (one, two)]
            if forums[0] and forums[1] and link.kind == "logic":
                return [forums[0], link, forums[1]]
        return []

    def _forum_of(self, symbols: tuple[Symbol, ...], at: int) -> Symbol | None:
        city, before, after = symbols[at], symbols[max(at - 2, 0) : at], symbols[at + 1 : at + 3]
        name = ""
        if len(after) > 1 and after[0].kind == "logic" and after[1].is_a("thing", "forum"):
            name = f"{city.text} {after[1].text.partition(' ')[2]}"
        elif len(before) > 1 and before[1].kind == "logic" and before[0].is_a("thing", "forum"):
            name = f"{before[0].text.rpartition(' ')[0]} {city.text}"
        return self._named_forum(city, name) if name and city.is_a("thing", "city") else None

    def _named_forum(self, city: Symbol, name: str) -> Symbol | None:
        found = self._lex(name, name).symbols
        is_forum = len(found) == 1 and found[0].is_a("thing", "forum")
        return replace(city, value="forum", terms=found[0].terms, others=()) if is_forum else None

    def _known(self, question: str) -> Lexed:
        text, best = question, self._lex(question, question)
        if question.islower() and not best.unknown and not _forums(best):
            best = max(
                best, self._lex(question.title(), question), key=lambda lexed: _forums(lexed) - len(lexed.unknown)
            )
        for change in (str.title, str.upper, _singular):
            if not best.unknown:
                break
            unknown = tuple(word for word in best.unknown if word not in self.words.clipped["plain"])
            changed = _changed(text, unknown, change)
            again = self._lex(changed, question)
            if len(again.unknown) < len(best.unknown):
                text, best = changed, again
        return self._lex(text, question, bent=frozenset(best.unknown)) if best.unknown else best

    def read_name(self, name: str) -> tuple[Symbol, ...]:
        """The symbols inside a name that the graph gives: its words, not the name as a whole."""
        return self._lex(name, name, whole=False).symbols

    def _lex(self, text: str, question: str, *, whole: bool = True, bent: frozenset[str] = frozenset()) -> Lexed:
        """`bent` are words that may be forms of known ones."""
        folded = fold(text)
        readings = sorted(
            {
                *self._phrases(text, folded, whole=whole),
                *self._mentions.find(text, folded),
                *figures(folded),
                *self._days(folded),
                *(self._forms(question, folded, bent) if bent else ()),
            },
            key=lambda r: (r.start - r.end, r.rank, r.start, r.symbols),
        )
        taken = bytearray(len(text))
        kept = []
        for reading in readings:
            if not any(taken[reading.start : reading.end]):
                taken[reading.start : reading.end] = b"\x01" * (reading.end - reading.start)
                kept.append(reading)
        unknown = tuple(
            question[m.start() : m.end()] for m in TOKEN.finditer(folded) if not all(taken[m.start() : m.end()])
        )
        kept.sort(key=lambda r: r.start)
        kept = [reading for n, reading in enumerate(kept) if fits(reading, kept[n + 1 :])]
        symbols: list[Symbol] = []
        for reading in kept:
            if symbols and repeats(symbols[-1], reading, text):
                continue
            if symbols and self._continues(symbols[-1], reading, text):
                comma = symbols[-1].end
                symbols.append(Symbol(kind="logic", value="and", start=comma, end=comma + 1, text=text[comma]))
            symbols += _symbols(reading, question)
        return Lexed(lang=self.words.lang, symbols=tuple(symbols), unknown=unknown)

    def _continues(self, before: Symbol, reading: Reading, text: str) -> bool:
        """Whether a list goes on: two names of one type with nothing but a comma, and an article, between them."""
        alike = any(before.is_a(kind, value) for kind, value, _ in reading.symbols if kind == "thing")
        comma, _, rest = text[before.end : reading.start].partition(",")
        silent = all(self.words.phrases.get(word, _SAYS) in _SILENT for word in normal(rest).split())
        return alike and "," in text[before.end : reading.start] and not comma.strip() and silent

    def _phrases(self, text: str, folded: str, *, whole: bool) -> Iterator[Reading]:
        tokens = list(TOKEN.finditer(folded))
        for first, token in enumerate(tokens):
            for last in range(first, min(first + _WORDS_IN_PHRASE, len(tokens))):
                start, end = token.start(), tokens[last].end()
                phrase = normal(folded[start:end])
                if phrase in self.words.phrases:
                    means = self.words.spelt.get(text[start:end].lower(), self.words.phrases[phrase])
                    symbols = tuple(self._symbol(kind, value) for kind, value in means)
                    yield Reading(start, end, PHRASE, symbols)
                elif split := self._split(phrase):
                    yield Reading(start, end, PHRASE, split)
                if whole and phrase in self._named.things:
                    kind, terms = self._named.things[phrase]
                    yield Reading(start, end, THING, (("thing", kind, terms),))

    def _split(self, phrase: str) -> tuple[tuple[str, str, tuple[Term, ...]], ...]:
        """A phrase of several words with one inside it that is not of it: `font pas partie`."""
        words = phrase.split()
        for at in range(1, len(words) - 1):
            first = self.words.inside.get(words[at])
            means = self.words.phrases.get(" ".join([*words[:at], *words[at + 1 :]]))
            if first and means:
                return tuple(self._symbol(kind, value) for kind, value in (*first, *means))
        return ()

    def _forms(self, question: str, folded: str, bent: frozenset[str]) -> Iterator[Reading]:
        """Phrases that are known in another form, where a word of them is not known as it is."""
        tokens = list(TOKEN.finditer(folded))
        for first, token in enumerate(tokens):
            for last in range(first, min(first + _WORDS_IN_PHRASE, len(tokens))):
                start, end = token.start(), tokens[last].end()
                if any(question[t.start() : t.end()] in bent for t in tokens[first : last + 1]):
                    means = self._inflection.means(normal(folded[start:end]))
                    if means is not None:
                        symbols = tuple(self._symbol(kind, value) for kind, value in means)
                        yield Reading(start, end, PHRASE, symbols)

    def _days(self, folded: str) -> Iterator[Reading]:
        """Days and months, and ranges of them, with their year; years alone are figures."""
        for item in self._dates.find(folded):
            date = item.date
            if date and item.kind != "year" and not date.start.startswith("-") and not date.end.startswith("-"):
                kind = "date" if date.start == date.end else "dates"
                value = date.start if kind == "date" else f"{date.start}/{date.end}"
                yield Reading(item.start, item.end, FIGURE, ((kind, value, ()),))

    def _symbol(self, kind: str, value: str) -> tuple[str, str, tuple[Term, ...]]:
        """A word's symbol; a region stands for its states."""
        return ("thing", "state", self._regions[value]) if kind == "region" else (kind, value, ())


def _symbols(reading: Reading, question: str) -> Iterator[Symbol]:
    text = question[reading.start : reading.end]
    for kind, value, terms in reading.symbols:
        yield Symbol(
            kind=kind,
            value=value,
            start=reading.start,
            end=reading.end,
            text=text,
            terms=terms,
            others=reading.others,
        )


def _forums(lexed: Lexed) -> int:
    """How many forums are named."""
    return sum(symbol.is_a("thing", "forum") for symbol in lexed.symbols)


def _singular(word: str) -> str:
    """`SACMs`: several of a name in capitals."""
    return f"{word[:-1]} " if word[:-1].isupper() and word[-1:] == "s" else word


def _changed(question: str, unknown: tuple[str, ...], change: object) -> str:
    """The question with the unknown words in another case; a change that alters lengths is not made."""
    text = question
    for word in sorted(set(unknown)):
        other = change(word)  # type: ignore[operator] # str.title or str.upper
        if len(other) == len(word):
            text = re.sub(rf"\b{re.escape(word)}\b", other, text, flags=re.IGNORECASE)
    return text
