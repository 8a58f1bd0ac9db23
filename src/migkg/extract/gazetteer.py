"""Mentions of forums, organisations, states and cities: one Aho-Corasick pass, then filters, longest first."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

import ahocorasick_rs

from migkg.extract.councils import Councils
from migkg.extract.described import Descriptions
from migkg.extract.fold import fold
from migkg.extract.introduced import Introductions, Local
from migkg.extract.item import Item
from migkg.extract.light import replace
from migkg.extract.skeleton import Skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migkg.extract.introduced import Introduced, Part
    from migkg.extract.own_series import OwnSeries
    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Name, Names

_KINDS = {"forum": 0, "organisation": 1, "state": 2, "city": 3, "demonym": 4}
_ITEM_KIND = {"forum": "forum", "organisation": "org", "state": "state", "city": "city", "demonym": "demonym"}
_EVERYWHERE = {"forum", "organisation", "city"}
_CUT = re.compile(r' ?\([^()]{2,40}\)|(?<= )" |"|(?<=[^\W\d_] ) +')
"""What may stand in the middle of a name; the spaces are those of a hyphen set apart, itself a space here."""
_TAIL = re.compile(r"(?<=\w) [a-zà-ÿ]{2,5} (?=[A-ZÀ-Þ])")
_SIGNED = re.compile(r"(?<!\w)[A-Z]{2,5}(?:/[A-Z]{2,5}){2,}(?!\w)")
"""What agencies sign a report with, initials of which at most one is a name by chance: `ABC/DE/FGH`."""
_LONG_NAME = 3
"""A name of so many spaces may be found with something in between."""
_KEPT = 64
"""So many sentences are remembered: those that may introduce a name are looked at twice."""
_LONG = 6
"""A name in capitals up to this length is an acronym whose case is part of it."""


class Gazetteer:
    """The names that may stand in a text of one language."""

    def __init__(self, names: Names, lang: str, series: OwnSeries | None = None) -> None:
        self._series = series
        by_text: dict[str, list[Name]] = defaultdict(list)
        for name in names.names:
            if name.kind in _EVERYWHERE or name.lang in {lang, "en", "*"}:
                key = fold(name.text).replace("-", " ")
                if key.strip():
                    by_text[key].append(name)
        tails = _tails(by_text)
        by_text.update((text, names_) for text, names_ in tails.items() if text not in by_text)
        self._texts = sorted(by_text)
        self._tails = frozenset(i for i, text in enumerate(self._texts) if by_text[text] is tails.get(text))
        self._names = [_ranked(by_text[text], lang) for text in self._texts]
        self._sovereign = names.sovereign
        self._city_states = frozenset(_city_states(by_text))
        self._automaton = ahocorasick_rs.AhoCorasick(self._texts)
        whole = {text: group for text, group in by_text.items() if tails.get(text) is not group}
        self._skeleton = Skeleton(whole, names.forms, lang)
        self._introductions = Introductions(names.forms, lang)
        self._descriptions = Descriptions(names.forms, lang)
        self._councils = Councils(names.forms, lang)
        self._first = len(self._names)
        self._names += [_ranked(group, lang) for group in self._skeleton.groups]
        self._known = lru_cache(maxsize=_KEPT)(self._mentions)

    def introduced(self, sentences: Sequence[Sentence]) -> Local:
        """The names that a page introduces by an acronym in brackets, and the forums that it describes."""
        parts = [(s, self.find(s)) for s in sentences if "(" in s.text or self._descriptions.in_(s)]
        found = [new for s, items in parts if "(" in s.text for new in self._introductions.of(s, items)]
        known = [*self._numbered(sentences), *self._introductions.mended(found, self._page(sentences))]
        sittings = [s for s in sentences if self._councils.in_(s)]
        councils = self._councils.of(sittings, self._page(sentences))
        return Local([*known, *self._descriptions.of(parts, self._page(sentences)), *councils])

    def _numbered(self, sentences: Sequence[Sentence]) -> Iterator[Introduced]:
        """The series that a page numbers, where it names no forum that a table has."""
        if self._series is None:
            return
        told = (
            s for s in sentences if not self._descriptions.in_(s)
        )  # `regional consultative process` tells a known one
        found = [n for s in told for n in self._series.of(s, self.find(s))]
        is_alone = found and all(i.kind != "forum" for s in sentences for i in self.find(s))
        yield from found if is_alone else ()

    def _page(self, sentences: Iterable[Sentence]) -> Iterator[Part]:
        """All sentences with the names in them; gone through only where something is left open."""
        return ((s, self.find(s)) for s in sentences)

    def find(self, sentence: Sentence, local: Local | None = None) -> list[Item]:
        """The mentions of a sentence, of names in the tables and of `local` ones, without overlaps, in order."""
        own_names = [] if local is None else list(local.find(sentence.text))
        if not own_names:
            return list(self._known(sentence.folded, sentence.text))
        return self._mentions(sentence.folded, sentence.text, own_names)

    def _mentions(self, folded: str, text: str, local: Sequence[Item] = ()) -> list[Item]:
        """The mentions of a sentence given as folded and as written."""
        hay = folded.replace("-", " ")
        named, hits = self._grounded([*self._hits(hay), *self._interrupted(hay), *self._varied(folded, text)])
        taken = bytearray(len(hay))
        for start, end in _signatures(text, [start for _, start, _, _ in hits]):
            taken[start:end] = b"\x01" * (end - start)
        found = []
        for own in local:
            if not any(h[0] > own.end - own.start and h[1] < own.end and own.start < h[2] for h in hits):
                taken[own.start : own.end] = b"\x01" * (own.end - own.start)
                found.append(own)
        for _, start, end, index in sorted(hits, key=lambda h: (-h[0], h[1], h[3])):
            if taken.find(1, start, end) >= 0:
                continue
            names = self._names[index]
            if index in self._tails:  # of the forums that have this end, the one named before
                names = [n for n in names if named.get(n.value, start) < start]
            item = self._item(names, text[start:end], (start, end))
            if item is not None:
                taken[start:end] = b"\x01" * (end - start)
                found.append(item)
        return sorted(found, key=lambda i: i.start)

    def _grounded(
        self, hits: list[tuple[int, int, int, int]]
    ) -> tuple[dict[str, int], list[tuple[int, int, int, int]]]:
        """Where each forum is named first, and the hits without those ends of names of forums not named before."""
        first: dict[str, int] = {}
        for _, start, _, index in hits:
            name = self._names[index][0]
            if name.kind == "forum" and index not in self._tails:
                first[name.value] = min(start, first.get(name.value, start))
        kept = [
            h
            for h in hits
            if h[3] not in self._tails or any(first.get(n.value, h[1]) < h[1] for n in self._names[h[3]])
        ]
        return first, kept

    def _hits(self, hay: str) -> Iterator[tuple[int, int, int, int]]:
        """Length, start, end and number of each name in a text."""
        for index, start, end in self._automaton.find_matches_as_indexes(hay, overlapping=True):
            if (start and hay[start - 1].isalnum()) or hay[end : end + 1].isalnum():
                continue  # within a word
            yield end - start, start, end, index

    def _item(self, names: list[Name], written: str, span: tuple[int, int]) -> Item | None:
        fitting = [name for name in names if _fits(name, written)]
        if not fitting:
            return None
        best = fitting[0]
        city = other = ""
        if best.kind == "state":
            city = next(_namesakes(fitting, best), "")
            states = (n.value for n in fitting if n.kind == "state")
            other = next((state for state in states if state in self._sovereign and state != best.value), "")
        if best.kind == "city":
            rivals = tuple(
                {(n.country, n.value): None for n in fitting if n.kind == "city" and n.country != best.country}
            )
            return Item("city", *span, best.value, country=best.country, rivals=rivals)
        form = best.form if best.kind == "forum" else ""
        item = Item(_ITEM_KIND[best.kind], *span, best.value, country=best.country, city=city, other=other, form=form)
        return replace(item, is_both=True) if city in self._city_states else item

    def _varied(self, folded: str, text: str) -> Iterator[tuple[int, int, int, int]]:
        """Long names that are written a little otherwise than in the tables."""
        for start, end, index in self._skeleton.find(folded, text):
            yield end - start, start, end, self._first + index

    def _interrupted(self, hay: str) -> Iterator[tuple[int, int, int, int]]:
        """Names that something cuts in two.

        Long ones an acronym in brackets or a quotation mark (`Dialogue (MIDSA) on Migration`), those that are written
        with a hyphen the spaces beside it (`Euro - African`).
        """
        if "(" not in hay and '"' not in hay and "  " not in hay:
            return
        kept: list[int] = []
        position = 0
        for cut in _CUT.finditer(hay):
            kept += range(position, cut.start())
            position = cut.end()
        if not position:
            return
        kept += range(position, len(hay))
        for length, start, end, index in self._hits("".join(hay[i] for i in kept)):
            first, last = kept[start], kept[end - 1] + 1
            is_long = self._texts[index].count(" ") >= _LONG_NAME
            if last - first > length and (is_long or any("-" in name.text for name in self._names[index])):
                yield last - first, first, last, index


def _tails(by_text: dict[str, list[Name]]) -> dict[str, list[Name]]:
    """What follows the kind of meeting in the long names of forums: `on Refugee Protection and Migration`.

    It begins with a small word behind a capital; the names of one tail are those of all forums that have it.
    """
    found: dict[str, list[Name]] = defaultdict(list)
    for names in list(by_text.values()):
        for name in names:
            if (
                name.kind == "forum"
                and (cut := _TAIL.search(name.text))
                and name.text[cut.start() :].count(" ") >= _LONG_NAME
            ):
                found[fold(name.text[cut.start() + 1 :]).replace("-", " ")].append(name)
    return dict(found)


def _ranked(names: list[Name], lang: str) -> list[Name]:
    """Namesakes, the most likely first: the text's language, then forum before organisation before state."""
    preference = {"en": 1, "*": 0, lang: 0}
    return sorted(names, key=lambda n: (preference.get(n.lang, 2), _KINDS[n.kind], -n.weight, n.value))


def _signatures(text: str, named: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Start and end of the signatures in a text where names begin at `named`: `IOM/UNHCR/ILO` is none."""
    for signed in _SIGNED.finditer(text) if "/" in text else ():
        if len({start for start in named if signed.start() <= start < signed.end()}) == 1:
            yield signed.span()


def _city_states(by_text: dict[str, list[Name]]) -> Iterator[str]:
    """The cities that have the name of their state in English: `Djibouti`, but not the `Panama` of other languages."""
    for text, names in by_text.items():
        states = {n.value for n in names if n.kind == "state"}
        yield from (n.value for n in names if n.kind == "city" and n.country in states and fold(n.value) == text)


def _namesakes(names: list[Name], state: Name) -> Iterator[str]:
    return (n.value for n in names if n.kind == "city" and n.country == state.value)


def _fits(name: Name, written: str) -> bool:
    """Whether the name may be written so: acronyms keep their capitals, proper names begin with one."""
    if name.kind == "demonym":
        return True
    letters = _acronym(name.text)
    if letters is not None:
        return written == name.text or written.isupper() or (letters > 4 and written[:1].isupper())
    if name.kind in {"state", "city"} or " " not in name.text:
        return written[:1].isupper() or not written[:1].isalpha()
    return True


@lru_cache(maxsize=1 << 12)
def _acronym(text: str) -> int | None:
    """The number of letters of a name whose case is part of it; None for any other name."""
    letters = [c for c in text if c.isalpha()]
    is_acronym = len(letters) <= _LONG and " " not in text and all(c.isupper() for c in letters[1:])
    return len(letters) if is_acronym else None
