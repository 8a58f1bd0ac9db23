"""Long names as their words that carry meaning, each in one form: `Foro Mundial sobre las Migraciones y el Desarrollo`.

What varies in how a name is written (small words, number and gender, spelling, hyphens, an acronym in brackets) is
data; names whose skeletons have few words are not compared so, and neither are those that two things share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import ahocorasick_rs

from migkg.extract.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from migkg.lexicon import Name, WordForms

_TOKEN = re.compile(r"\([^()]{2,40}\)|[^\W_]+|[.;:!?()\[\]\u2022|]")
_WORDS = 3
"""A skeleton of fewer words is no name."""
_STEM = 4
"""What must be left of a word when its ending is cut."""
_SLACK = 16
"""A name in the text may be longer by so many characters than the name in the table."""
_KEPT = 20_000
"""So many words are remembered in their plain form."""
_NONE: tuple[str, ...] = ()
_KINDS = frozenset({"forum", "organisation", "state"})


class _Plain(dict[str, str]):
    """Word -> the form in which words are compared; each is worked out when it is first met."""

    def __init__(self, form: Callable[[str], str]) -> None:
        super().__init__()
        self._form = form

    def __missing__(self, word: str) -> str:
        self[word] = plain = self._form(word)
        return plain

    def bounded(self) -> _Plain:
        """Itself, emptied if it has grown too large."""
        if len(self) > _KEPT:
            self.clear()
        return self


class Skeleton:
    """The names of one language by their skeletons; `groups` holds the namesakes of each, in the order of numbers."""

    def __init__(self, names: Mapping[str, Sequence[Name]], forms: Mapping[str, WordForms], lang: str) -> None:
        self._forms = [forms[code] for code in dict.fromkeys(("*", lang, "en")) if code in forms]
        self._endings = sorted(
            ((end, new) for form in self._forms for end, new in form.endings.items()), key=lambda e: (-len(e[0]), e)
        )
        self._prefixes: dict[str, tuple[str, ...]] = {}
        for prefix, starts in ((p, s) for form in self._forms for p, s in form.prefixes.items()):
            self._prefixes[prefix] = (*self._prefixes.get(prefix, _NONE), *starts)
        self._plain = _Plain(self._form)
        found: dict[str, list[Name]] = defaultdict(list)
        for text in sorted(names):
            words = [word for word, _, _ in self._words(fold(text))]
            if len(words) >= _WORDS and "." not in words:
                found[f" {' '.join(words)} "] += [name for name in names[text] if name.kind in _KINDS]
        kept = {key: group for key, group in found.items() if len({name.value for name in group}) == 1}
        self._keys = sorted(kept)
        self.groups = [kept[key] for key in self._keys]
        self._room = [
            (max(len(n.text) for n in group) + _SLACK, max(n.text.count(",") for n in group)) for group in self.groups
        ]
        self._lengths = [key.count(" ") - 1 for key in self._keys]
        self._automaton = ahocorasick_rs.AhoCorasick(self._keys)

    def find(self, folded: str, text: str) -> Iterator[tuple[int, int, int]]:
        """Start, end and number of each name whose skeleton is in a sentence and which begins with a capital."""
        hay = f" {' '.join(self._hay(folded))} "
        hits = self._automaton.find_matches_as_indexes(hay, overlapping=True)
        words = self._words(folded) if hits else []
        for index, first, _ in hits:
            number = hay.count(" ", 0, first)
            start, end = words[number][1], words[number + self._lengths[index] - 1][2]
            length, commas = self._room[index]
            small = text[start : start + 1].islower()
            if not small and end - start <= length and text.count(",", start, end) <= commas:
                yield start, end, index

    def _hay(self, folded: str) -> list[str]:
        """The words that carry meaning, without their places."""
        found = _TOKEN.findall(folded)
        if not self._prefixes.keys().isdisjoint(found):
            return [word for word, _, _ in self._words(folded)]
        plain = self._plain.bounded()
        return [p for word in found if (word[0] != "(" or len(word) == 1) and (p := plain[word])]

    def _words(self, folded: str) -> list[tuple[str, int, int]]:
        """The words that carry meaning with their places; a full stop for each sign that ends a name."""
        plain = self._plain.bounded()
        found = [(plain[word], start, end) for word, start, end in self._whole(folded)]
        return [word for word in found if word[0]]

    def _whole(self, folded: str) -> list[tuple[str, int, int]]:
        """All words and signs but brackets with what they hold, a prefix with the word it belongs to."""
        found: list[tuple[str, int, int]] = []
        last = -1
        for token in _TOKEN.finditer(folded):
            word, (start, end) = token.group(), token.span()
            if not word[0].isalnum():
                if end - start > 1:
                    continue
                word = "."
            if start == last + 1 and found and word.startswith(self._prefixes.get(found[-1][0], _NONE)):
                found[-1] = (found[-1][0] + word, found[-1][1], end)
            else:
                found.append((word, start, end))
            last = end
        return found

    def _form(self, word: str) -> str:
        """The word in the form in which words are compared; the empty string where it carries no meaning."""
        if any(word in form.dropped for form in self._forms):
            return ""
        for form in self._forms:
            if word in form.words:
                return form.words[word]
        for end, new in self._endings:
            if word.endswith(end) and len(word) - len(end) >= _STEM:
                cut = word[: len(word) - len(end)] + new
                return next((form.words[cut] for form in self._forms if cut in form.words), cut)
        return word
