"""The names in a question: those of the lexicon, as the reading of texts finds them, and ordinals."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from migkg import names
from migkg.ask.model import MEETING_KINDS
from migkg.ask.readings import FIGURE, THING, TOKEN, Reading
from migkg.ask.words import normal
from migkg.extract.fold import fold
from migkg.extract.gazetteer import Gazetteer
from migkg.extract.sentences import Sentence
from migkg.extract.vocabulary import WordFinder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.ask.words import Words
    from migkg.extract.item import Item
    from migkg.lexicon import Language, Names
    from migkg.model import Term

_TYPES = {"forum": "forum", "org": "organisation", "state": "state", "city": "city", "demonym": "state"}


class Mentions:
    """Finds names and ordinals; `never` are names, in normal form, that a question does not mean as names."""

    def __init__(self, words: Words, language: Language, lexicon: Names, never: frozenset[str]) -> None:
        self._words = words
        self._names = lexicon
        self._never = never
        self._ordinals = WordFinder(language)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer(self._names, self._words.lang)  # costs more than all the rest: only for languages in use

    def find(self, text: str, folded: str) -> Iterator[Reading]:
        """The readings of the names and ordinals of a text; `folded` is the text without case and accents."""
        sentence = Sentence(text=text, folded=folded, offsets=tuple(range(len(text))), paragraph=0, title=False)
        for item in self._gazetteer.find(sentence):
            if normal(text[item.start : item.end]) in self._never:
                yield from self._places(text, item)
                continue
            end = item.end - self._of_meetings(text[item.start : item.end], item)
            first, *others = self._meant(item, text)
            yield Reading(item.start, end, THING, (("thing", first[0], (first[1],)),), tuple(others))
        for item in self._ordinals.find(sentence):
            if item.kind == "ordinal" and item.value:
                yield Reading(item.start, item.end, FIGURE, (("ordinal", item.value, ()),))

    def _meant(self, item: Item, text: str) -> list[tuple[str, Term]]:
        """What a name means, the likeliest first: a city where the word in front says so (`à Panama`)."""
        meant = [(_TYPES[item.kind], _term(item)), *_namesakes(item)]
        before = f" {' '.join(text[: item.start].lower().split())}"
        of_town = any(before.endswith(f" {town}") for town in self._words.clipped["towns"])
        return sorted(meant, key=lambda pair: pair[0] != "city") if of_town else meant

    def _places(self, text: str, name: Item) -> Iterator[Reading]:
        """The city inside of what is no name here."""
        part = text[name.start : name.end]
        for token in TOKEN.finditer(part):
            word = token.group()
            sentence = Sentence(text=word, folded=fold(word), offsets=tuple(range(len(word))), paragraph=0, title=False)
            for item in self._gazetteer.find(sentence):
                start = name.start + token.start()
                yield Reading(start, start + len(word), THING, (("thing", _TYPES[item.kind], (_term(item),)),))

    def _of_meetings(self, name: str, item: Item) -> int:
        """How many characters of a forum's name say which of its meetings: `Bali Process ministerial conferences`."""
        tokens = list(TOKEN.finditer(name)) if item.kind == "forum" else []
        for token in tokens[1:]:
            means = self._words.phrases.get(normal(name[token.start() :]), ())
            if any(kind == "class" and value in MEETING_KINDS for kind, value in means[:1]):
                short = name[: token.start()].rstrip()
                return len(name) - len(short) if self._is_forum(short, _term(item)) else 0
        return 0

    def _is_forum(self, name: str, forum: Term) -> bool:
        sentence = Sentence(text=name, folded=fold(name), offsets=tuple(range(len(name))), paragraph=0, title=False)
        found = [(item.kind, item.end - item.start, _term(item)) for item in self._gazetteer.find(sentence)]
        return found == [("forum", len(name), forum)]


def _namesakes(item: Item) -> Iterator[tuple[str, Term]]:
    """A city or a state that bears the name of the state that is meant first."""
    if item.city:
        yield "city", names.entity(f"city:{item.city}/{item.value}")
    if item.other:
        yield "state", names.entity(item.other)


def _term(item: Item) -> Term:
    if item.kind == "forum":
        return names.entity(f"forum:{item.value}")
    return names.entity(f"city:{item.value}/{item.country}" if item.kind == "city" else item.value)
