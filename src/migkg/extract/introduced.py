"""Acronyms that a page introduces itself: `National Commission for Displaced Persons (NCDP)`.

One behind a known name stands for the same thing from then on; one behind an unknown name that says it is a body
(a council, a network) is that of a body, which gets the acronym as its code. A known acronym behind an unknown name
of a body makes that name known: `Central American Commission of those in charge (OCAM in Spanish)`. An acronym put
behind the wrong name is that of the forum whose name it spells: `South American Conference` before `SAC`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import Item
from migkg.extract.light import light, replace
from migkg.extract.ministries import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from migkg.extract.sentences import Sentence
    from migkg.lexicon import WordForms

_BRACKET = re.compile(r"(?<=\w)[\"”»]? ?\([\"“«]?([A-Z][A-Za-z-]{1,11})[\"”»]?\)")
_OPENED = re.compile(r"[\"”»]? ?\([\"“«]?$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP = re.compile(r"[.;:!?()\[\]\"“”«»]|, | [-–—] ")
_LEAST = 3
"""Letters of the acronym of a body that is known by nothing else."""
_EXTRA = 4
"""A name has at most so many words more than its acronym has letters."""
_LONG_NAME = 3
"""Words that carry meaning in a name that a known acronym makes known, at least."""
_SKIPPED = 1
"""So many words of a name may have no letter in its acronym."""


@light(frozen=True, slots=True)
class Introduced:
    """A text that stands for a forum or body on this page."""

    text: str
    kind: str
    value: str
    is_spelled: bool = True
    """Whether an acronym is made of the beginnings of the words before it, as far as that can be told."""


Part = tuple["Sentence", "Sequence[Item]"]


class Introductions:
    """What the pages of one language introduce."""

    def __init__(self, forms: Mapping[str, WordForms], lang: str) -> None:
        chosen = [forms[code] for code in ("*", "en", lang) if code in forms]
        self._bodies = frozenset[str]().union(*(f.bodies for f in chosen))
        self._organs = frozenset[str]().union(*(f.organs for f in chosen))
        self._small = frozenset[str]().union(*(f.dropped for f in chosen))

    def of(self, sentence: Sentence, items: Sequence[Item]) -> Iterator[Introduced]:
        """The acronyms and names introduced in a sentence whose known mentions are `items`."""
        yield from self._translated(sentence.text, items)
        for match in _BRACKET.finditer(sentence.text):
            acronym, start, end = match[1], match.start(), match.end()
            if not _is_acronym(acronym) or any(i.start < match.end(1) and match.start(1) < i.end for i in items):
                continue
            known = next((i for i in items if start - 1 <= i.end <= start + 1 or i.start < start < end <= i.end), None)
            if known is not None:
                words = self._meaning(sentence.text[known.start : start])
                if known.kind in {"forum", "org"} and _fits(acronym, words):
                    yield Introduced(acronym, known.kind, known.value, is_spelled=_spells(acronym, words))
                continue
            name = self._name(sentence.text[:start], acronym)
            if name:
                yield Introduced(acronym, "org", f"org:{acronym}")
                yield Introduced(name, "org", f"org:{acronym}")

    def mended(self, found: Sequence[Introduced], page: Iterable[Part]) -> Iterator[Introduced]:
        """What is introduced; an acronym that the name before it does not spell is the forum's whose name does."""
        loose = any(not each.is_spelled for each in found)
        forums = {s.text[i.start : i.end]: i for s, items in page for i in items if i.kind == "forum"} if loose else {}
        named = [(self._meaning(text), item) for text, item in sorted(forums.items()) if " " in text]
        for each in found:
            meant = None if each.is_spelled else next((i for w, i in named if _spells(each.text, w)), None)
            yield each if meant is None else replace(each, kind="forum", value=meant.value)

    def _translated(self, text: str, items: Sequence[Item]) -> Iterator[Introduced]:
        """The unknown names of bodies before the acronyms of forums in brackets."""
        for item in items:
            opened = _OPENED.search(text[: item.start])
            if item.kind != "forum" or opened is None or not text[item.start : item.end].isupper():
                continue
            stops = [0, *(m.end() for m in _STOP.finditer(text, 0, opened.start()))]
            start = self._start(text, stops[-1], opened.start())
            if start < opened.start() and all(i.end <= start or i.start >= item.start for i in items):
                yield Introduced(text[start : opened.start()], "forum", item.value)

    def _start(self, text: str, first: int, end: int) -> int:
        """Where the name of a body begins: at its last word for one with a capital, or the capitals before it."""
        words = list(_WORD.finditer(text, first, end))
        heads = [n for n, w in enumerate(words) if w.group()[0].isupper() and fold(w.group()) in self._bodies]
        number = heads[-1] if heads else len(words)
        while 0 < number < len(words) and self._goes_on(words[number - 1], words[number], text):
            number -= 1
        is_long = len(words) > number and len(self._meaning(text[words[number].start() : end])) >= _LONG_NAME
        return words[number].start() if is_long else end

    def _goes_on(self, left: re.Match[str], right: re.Match[str], text: str) -> bool:
        """Whether a word is of the same name as the one behind it: both begin in capitals and it carries meaning."""
        is_name = left.group()[0].isupper() and fold(left.group()) not in self._small
        return is_name and text[left.end() : right.start()] == " "

    def _meaning(self, text: str) -> list[str]:
        words = [w for found in _WORD.findall(fold(text)) for w in re.split("['’-]", found)]
        return [w for w in words if w not in self._small]

    def _name(self, before: str, acronym: str) -> str:
        """The name of a body that ends where the bracket opens and whose words begin with the acronym's letters."""
        stops = [m.end() for m in _STOP.finditer(before)]
        first = stops[-1] if stops else 0
        best = ""
        for word in reversed(list(_WORD.finditer(before, first))):
            name = before[word.start() :]
            words = self._meaning(name)
            if len(words) > len(acronym) + _EXTRA:
                break
            if word.group()[0].isupper() and self._is_body(words) and _spells(acronym, words):
                best = name
                break
        return best.rstrip(' "”»')

    def _is_body(self, words: Sequence[str]) -> bool:
        return len(words) > 1 and any(w in self._bodies for w in words) and not any(w in self._organs for w in words)


class Local:
    """The names that one page introduced; its ministries are added as they are read."""

    def __init__(self, found: Iterable[Introduced]) -> None:
        self.ministries = Known()
        self._known: dict[str, Introduced] = {}
        for each in found:
            self._known.setdefault(each.text, each)
        words = sorted(self._known, key=lambda w: (-len(w), w))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)") if words else None

    def find(self, text: str) -> Iterator[Item]:
        """The mentions of introduced names in a sentence."""
        for match in self._pattern.finditer(text) if self._pattern is not None else ():
            found = self._known[match.group()]
            yield Item(found.kind, match.start(), match.end(), found.value)


def _is_acronym(text: str) -> bool:
    """Capitals, or one word with a capital (`Frontex`); a small s at the end makes a plural, which no body is."""
    return len(text) > 1 and not (text[:-1].isupper() and text[-1] == "s")


def _fits(acronym: str, words: Sequence[str]) -> bool:
    """Whether most letters of an acronym, and most of them capitals, begin words of a known name."""
    if 2 * sum(c.isupper() for c in acronym) <= len(acronym):
        return False
    initials = {w[0] for w in words}
    letters = [c for c in fold(acronym) if c.isalpha()]
    return 2 * sum(c in initials for c in letters) > len(letters)


def _spells(acronym: str, words: Sequence[str]) -> bool:
    """Whether the acronym is made of beginnings of the words in their order, of the first and the last one too."""
    letters = "".join(c for c in fold(acronym) if c.isalpha())
    return len(letters) >= _LEAST and words[0][0] == letters[0] and _made_of(letters, tuple(words), _SKIPPED)


@lru_cache(maxsize=1024)
def _made_of(letters: str, words: tuple[str, ...], skipped: int) -> bool:
    """Whether the letters are beginnings of the words, of all but so many of those before the last."""
    if not words:
        return not letters
    longest = next((n for n, (a, b) in enumerate(zip(letters, words[0], strict=False)) if a != b), None)
    most = min(len(letters), len(words[0])) if longest is None else longest
    if any(_made_of(letters[n:], words[1:], skipped) for n in range(most, 0, -1)):
        return True
    return skipped > 0 and len(words) > 1 and _made_of(letters, words[1:], skipped - 1)
