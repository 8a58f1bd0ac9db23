"""What the title of a document says, in any language: its kind, the places and numbers in it, and its telling words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.names import fold
from migkg.roman import NUMBER, value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.model import Claim

_TELLING = (4, 3, 1)
"""Letters from which a word tells documents apart; shorter ones, mostly articles and prepositions, only where no longer
one is left."""
_ROMAN = re.compile(rf"\b(?=[IVXLC])(?P<number>{NUMBER})(?P<ending>[^\W\d_A-Z]{{0,4}}\.?[ªº°]?)(?!\w)")
"""A Roman number with the ending that some languages give it (`IXe`, `XVIème`)."""
_LANG = "lang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title as read; `telling` are the words that tell it from others, numbers and places among them in one form."""

    kind: str
    langs: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    telling: tuple[str, ...]

    def is_like(self, other: Title) -> bool:
        """Whether two titles name one kind of document with the same telling words."""
        return (self.kind, self.telling) == (other.kind, other.telling)

    def may_translate(self, other: Title) -> bool:
        """Whether one title can be the other in another language: one kind, and neither another place nor number."""
        apart = self.kind and self.langs and other.langs and not self.langs & other.langs
        places = not self.places or not other.places or self.places == other.places
        numbers = not self.numbers or not other.numbers or self.numbers == other.numbers
        return bool(apart) and self.kind == other.kind and places and numbers


class Titles:
    """Reads titles; `kinds` are (kind, language, form), `places` pair the names of places with one name of each."""

    def __init__(self, kinds: Iterable[tuple[str, str, str]] = (), places: Iterable[tuple[str, str]] = ()) -> None:
        self._forms: dict[str, tuple[str, set[str]]] = {}
        for kind, lang, form in sorted(kinds):
            self._forms.setdefault(fold(form), (kind, set()))[1].add(lang)
        self._places = {fold(name): fold(place) for name, place in sorted(places)}
        self._long = max((len(name.split()) for name in self._places), default=0)

    def read(self, name: str, claims: Iterable[Claim] = ()) -> Title:
        """What a title says; the languages are those of its kind's form and of the claims, where they agree."""
        kind, forms, words = self._kind(_figures(name))
        words, places = self._placed(words)
        said = {lang for claim in claims if (lang := dict(claim.qualifiers).get(_LANG, ""))}
        return Title(
            kind=kind,
            langs=frozenset(forms & said or forms or said),
            places=frozenset(places),
            numbers=frozenset(word for word in words if word.isdigit()),
            telling=_telling([*words, *places]),
        )

    def _kind(self, name: str) -> tuple[str, set[str], list[str]]:
        """The kind by the form that stands first (of these the longest), its languages, and the other words."""
        text = f" {fold(name)} "
        found = [(text.index(f" {form} "), -len(form), form) for form in self._forms if f" {form} " in text]
        if not found:
            return "", set(), text.split()
        _, _, form = min(found)
        kind, langs = self._forms[form]
        return kind, langs, text.replace(f" {form} ", " ", 1).split()

    def _placed(self, words: list[str]) -> tuple[list[str], list[str]]:
        """The words that name no place, and the places that the others name, longest names first."""
        rest, places, start = [], [], 0
        while start < len(words):
            sizes = range(min(self._long, len(words) - start), 0, -1)
            size = next((n for n in sizes if " ".join(words[start : start + n]) in self._places), 0)
            if size:
                places.append(self._places[" ".join(words[start : start + size])])
            else:
                rest.append(words[start])
            start += size or 1
        return rest, places


def _telling(words: list[str]) -> tuple[str, ...]:
    for length in _TELLING:
        told = sorted({word for word in words if len(word) >= length or word.isdigit()})
        if told:
            return tuple(told)
    return ()


def _figures(name: str) -> str:
    """A title with its Roman numbers in figures, without their endings: `IXe Déclaration` begins with 9."""
    return _ROMAN.sub(_figure, name)


def _figure(match: re.Match[str]) -> str:
    """The number; a single letter with an ending is a word (`La`)."""
    letters, ending = match["number"], match["ending"]
    if not letters or (len(letters) == 1 and ending):
        return match[0]
    return str(value(letters))
