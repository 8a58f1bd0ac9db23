"""Names of persons: runs of capitalised words with particles, without what is no name at their edges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold, fold_word
from migkg.extract.title_parts import CAPITAL, UPPER
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.item import Item
    from migkg.extract.sentences import Sentence
    from migkg.extract.title_parts import Title
    from migkg.lexicon import Persons

_ELIDED = re.compile(r"\w{1,2}['’][a-zà-ÿ]")
"""An article or a pronoun before a small letter (`c'est`), which begins no name."""
_BARRED = frozenset({"forum", "org", "date", "period", "state", "head"})
_INITIAL = re.compile(rf"(?:[{UPPER}]\.)+")
_PREFIXED = re.compile(rf"\w{{1,3}}[-’'][{UPPER}]")
_WORD = re.compile(r"\S+")
_JUNIOR = re.compile(r" [A-Z]\.$|[JS]r\.$")
_APOSTROPHES = frozenset("'’")
_POSSESSIVE = re.compile(r"['’]s?$")
_ROMAN = re.compile(r"[IVXLC]{1,6}")
_PAIR = 2
"""So many words are left of a name at least whose form of address is cut off."""
_LETTERS = 4
"""A form of address with so few letters is no last name: `Ana Prof`."""
_GIVEN = 5
"""A name that its first word makes one has so many words at most."""


class NameFinder:
    """Finds what may be names of persons in a sentence."""

    def __init__(self, words: Persons, given: frozenset[str]) -> None:
        particle = alternation(words.particles)
        part = rf"(?:(?:{particle} |[a-z]{{1,3}}-|d[’'])*{CAPITAL})"
        self.pattern = rf"{CAPITAL}(?: {part}){{1,5}}"
        self._full = re.compile(rf" {CAPITAL} {CAPITAL}")
        self._run = re.compile(rf"{CAPITAL}(?: {part}){{0,6}}")
        self._row = re.compile(rf"{CAPITAL}(?: {part}){{0,14}}")
        """A run with a title and its portfolio in capitals before the name."""
        self._fronted = re.compile(rf"(?<=, )\w{{2,5}} (?:{part} )*{CAPITAL}(?= ?[,.;)]| {CAPITAL}| [a-z])")
        self._joint = re.compile(rf" {alternation(words.joiners)} ")
        self._particles = frozenset(fold(p) for p in words.particles)
        self._scene = re.compile(rf"{bounded(words.places)} (?:\w{{1,3}}[ '])?$") if words.places else NEVER
        self._not_names = frozenset(fold(w) for w in words.not_names)
        self._postnominals = frozenset(fold(w) for w in words.postnominals)
        self._common = frozenset(w for p in (*words.portfolio, *words.units) for w in [fold(p)] if " " not in w)
        self._address = frozenset(fold(w).strip(".") for w in words.honorifics)
        self._glued = re.compile(rf"(?i:{alternation(words.honorifics)})\.(?=[{UPPER}][^{UPPER}\W])")
        self._forms = (self._address | self._common) - frozenset(map(fold, given))
        """What opens no name of several words: a form of address, a word of a portfolio: `Slavery Ana Soto`."""
        self._endings = tuple(map(fold, words.portfolio_endings))
        self._joiners = frozenset(fold(w) for w in words.joiners)
        self._given = frozenset(map(fold, given))

    def find(self, sentence: Sentence, items: Sequence[Item], titles: Sequence[Title]) -> Iterator[tuple[int, int]]:
        """Runs of capitalised words outside long mentions and titles, as (start, end)."""
        barred = [(i.start, i.end) for i in items if i.kind in _BARRED and not self._is_surname(sentence, i)]
        barred += [(i.start, i.end) for i in items if i.kind == "demonym" and self._leads(sentence, i)]
        barred += [(t.head, t.title_end) for t in titles]
        barred += [(i.start, i.end) for i in items if i.kind == "city" and self._is_scene(sentence, i)]
        barred.sort()
        for start, end in self._runs(sentence.text):
            position = start
            for left, right in barred:
                if right <= position or left >= end:
                    continue
                yield from self._trimmed(sentence.text, position, max(position, left))
                position = max(position, min(right, end))
            yield from self._trimmed(sentence.text, position, end)

    def _leads(self, sentence: Sentence, item: Item) -> bool:
        """Whether an adjective of a state stands before a name and is none of it: `the Chilean Ana Soto`."""
        own = fold(sentence.text[item.start : item.end]) in self._given
        return not own and self._full.match(sentence.text, item.end) is not None

    def _is_scene(self, sentence: Sentence, item: Item) -> bool:
        """Whether a city of two words is where the one named behind it speaks: `in Santo Domingo Ana Soto`."""
        if " " not in sentence.text[item.start : item.end] or not self._scene.search(sentence.folded[: item.start]):
            return False
        following = self._full.match(sentence.text, item.end)
        return following is not None and fold(following.group().split()[0]) in self._given

    def _is_family(self, first: str, last: str, count: int) -> bool:
        """Whether a form of address is the last name of one whose given name stands before it: `Ana Bishop`."""
        return (
            count == _PAIR and len(last) > _LETTERS and fold_word(last) in self._address and fold(first) in self._given
        )

    def _is_surname(self, sentence: Sentence, item: Item) -> bool:
        """Whether what looks like a state is the last name of one whose given name stands before it."""
        before = sentence.text[: item.start].split(" ")
        single = item.kind == "state" and " " not in sentence.text[item.start : item.end]
        given = before[-2] if single and before[-1] == "" and len(before) > 1 else ""
        return given[:1].isupper() and fold(given) in self._given

    def _runs(self, text: str) -> Iterator[tuple[int, int]]:
        """Runs of capitalised words; two names of two words and more that a joiner joins are two runs."""
        for match in self._row.finditer(text):
            start = match.start()
            for joiner in self._joint.finditer(text, *match.span()):
                before, behind = text[start : joiner.start()].split(), text[joiner.end() : match.end()].split()
                if min(len(before), len(behind)) > 1 and behind[0][0].isupper():
                    yield start, joiner.start()
                    start = joiner.end()
            yield start, match.end()

    def is_plain(self, name: str) -> bool:
        """Whether a name holds no word that no name has inside, and is not made of words for offices and bodies."""
        words = [fold_word(w) for w in name.split()]
        inner = {w for w in words[1:-1] if w not in self._particles}
        return not inner & self._not_names and (words[-1] not in self._common or words[0] in self._given)

    def is_common(self, word: str) -> bool:
        """Whether a single word is a form of address or one of a portfolio or a body, and so hardly a name."""
        return fold(word).strip(".") in self._common | self._address

    def begins_with_given(self, name: str) -> bool:
        """Whether a name of two and more words begins with a given name, and nothing in it speaks against it."""
        words = name.replace("-", " ").split()
        few = 2 <= len(words) <= _GIVEN and all(w[0].isalpha() for w in words)
        return few and fold(words[0]) in self._given and self.is_plain(name)

    def name_end(self, sentence: Sentence, position: int, *, alone: bool) -> int:
        """Where what looks like a name at a position ends, 0 if nothing does; one word does only if it may be alone."""
        run = self._run.match(sentence.text, position)
        words = fold(run.group()).split() if run is not None else []
        edges = {words[0], words[-1]} if words else set()
        if run is None or edges & self._not_names or set(words) & self._joiners or not self.is_plain(run.group()):
            return 0
        return run.end() if len(words) > 1 or alone else 0

    def _trimmed(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A run without words that are no names at its edges (sentence openers, honorifics)."""
        glued = self._glued.match(text, start)  # `M.Abdou Ba`
        start = glued.end() if glued is not None else start
        while start < end and not text[start].isalpha():
            start += 1
        words = list(_WORD.finditer(text, start, end))
        while words:
            first, last = words[0].group(), words[-1].group()
            opener = self._opens_badly(first) and not self._is_addressed(text, start, first)
            form = fold_word(first).strip(".") in self._forms
            if opener or (len(words) > _PAIR and (form or self._is_before_given(words))):
                del words[0]
                start = words[0].start() if words else end
            elif (self._ends_badly(last, len(words)) or self._is_numbered(words)) and not self._is_family(
                first, last, len(words)
            ):
                end = words.pop().start()
            else:
                end = words[-1].end()
                break
        clean = _clean(text[start:end])
        if clean:
            yield start, start + len(clean)

    def _is_before_given(self, words: Sequence[re.Match[str]]) -> bool:
        """Whether a run begins with what a post is for, and the name behind it: `Combat Irregular Migration Ana Soto`.

        The word before the given name must be a common one: a family name may stand there.
        """
        folded = [fold_word(word.group()) for word in words[:-1]]
        at = next((i for i, word in enumerate(folded) if word in self._given), 0)
        before = folded[at - 1] if at else ""
        return before in self._common | self._not_names or before.endswith(self._endings)

    def _is_numbered(self, words: Sequence[re.Match[str]]) -> bool:
        """Whether a run ends in the number of something else: `opened Ana Soto the XXVI`, where the verb leads."""
        return (
            len(words) > _PAIR
            and _ROMAN.fullmatch(words[-1].group()) is not None
            and fold(words[-2].group()) in self._particles
        )

    def _is_addressed(self, text: str, start: int, word: str) -> bool:
        """Whether a particle with a capital stands behind a form of address, `Mr El Habib`, or between commas."""
        if not (word[0].isupper() and fold_word(word) in self._particles):
            return False
        before = text[:start].split()
        if not before:
            return False
        return fold(before[-1]).strip(".") in self._address or self._fronted.match(text, start) is not None

    def _opens_badly(self, word: str) -> bool:
        first = fold_word(word)
        if word[-1] == "." and _INITIAL.fullmatch(word) and first[0] not in self._address:
            return False
        if first.rstrip(".") in self._not_names or first in self._particles or not _opens(word):
            return True
        return not _APOSTROPHES.isdisjoint(word) and _ELIDED.match(word) is not None

    def _ends_badly(self, word: str, count: int) -> bool:
        last = fold_word(word).strip(".,")
        return last in self._particles or last in self._not_names or (count > 1 and last in self._postnominals)


def _clean(name: str) -> str:
    """A name without the signs behind it, but for the stop of an abbreviation, and without the ending of a genitive."""
    if not name.endswith(".") or _JUNIOR.search(name) is None:
        name = name.rstrip(" ,.'’")
    return name if _APOSTROPHES.isdisjoint(name[-2:]) else _POSSESSIVE.sub("", name)


def _opens(word: str) -> bool:
    """Whether a word begins with a capital, or with a particle before one: `al-Menfi`."""
    return word[0].isupper() or _PREFIXED.match(word) is not None
