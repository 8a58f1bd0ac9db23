"""Forums that a page describes and does not name: `the regional consultative process of the countries of IGAD`.

A word for a regional process means the forum of the region that goes with it; told once, the same words without a
region mean it too. Where no region goes with it and the page names no forum, it is that of the body which the page
names most.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from migkg.extract.introduced import Introduced
from migkg.extract.vocabulary import NEVER, bounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from migkg.extract.item import Item
    from migkg.extract.sentences import Sentence
    from migkg.lexicon import WordForms

_NAME = 45
"""A region is told within so many characters behind the word for a process."""
_ADJACENT = 3
"""Before it, it stands as near as this: `Arab regional consultative process`."""
_CLEAR = 2
"""The body whose process it is stands on the page so often, and so many times as often as any other."""
_BROKEN = re.compile(r"[.;:!?,(]")

Part = tuple["Sentence", "Sequence[Item]"]


class Descriptions:
    """What the pages of one language describe."""

    def __init__(self, forms: Mapping[str, WordForms], lang: str) -> None:
        chosen = [forms[code] for code in ("*", lang) if code in forms]
        series = [word for form in chosen for word in form.series]
        self._series = re.compile(bounded(series)) if series else NEVER
        self._codes = {word: code for form in chosen for word, code in form.regions.items()}
        words = [word for word in self._codes if ":" not in word]
        self._region = re.compile(bounded(words)) if words else NEVER

    def in_(self, sentence: Sentence) -> bool:
        """Whether a sentence has a word for a regional process."""
        return self._series.search(sentence.folded) is not None

    def of(self, parts: Sequence[Part], page: Iterable[Part] = ()) -> Iterator[Introduced]:
        """The forums described in sentences, each with its known mentions; `page` are all sentences of the page."""
        open_ones: list[str] = []
        codes: set[str] = set()
        for sentence, items in parts:
            for match in self._series.finditer(sentence.folded):
                if any(i.start < match.end() and match.start() < i.end for i in items if i.kind == "forum"):
                    continue
                start, end, code = self._told(match, sentence, items)
                if code:
                    codes.add(code)
                    yield Introduced(sentence.text[start:end], "forum", code)
                elif not any(i.kind == "forum" for i in items):
                    open_ones.append(sentence.text[match.start() : match.end()])
        if open_ones and not codes:
            codes = self._of_page(page)
        if len(codes) == 1:
            yield from (Introduced(text, "forum", code) for text in open_ones for code in codes)

    def _of_page(self, page: Iterable[Part]) -> set[str]:
        """The forum of the region that a page which names no forum names most, where one stands out."""
        counts: Counter[str] = Counter()
        for sentence, items in page:
            if any(i.kind == "forum" for i in items):
                return set()
            counts.update({start: code for start, _, code in self._regions(sentence, items)}.values())
        (first, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        return {first} if most >= _CLEAR * max(1, next_most) else set()

    def _told(self, match: re.Match[str], sentence: Sentence, items: Sequence[Item]) -> tuple[int, int, str]:
        """Where a description begins and ends and the forum it means; the empty string where it tells none."""
        start, end = match.span()
        for first, last, code in sorted(self._regions(sentence, items)):
            if 0 < start - last + 1 <= _ADJACENT:
                return first, end, code
            if end <= first <= end + _NAME and _BROKEN.search(sentence.folded, end, first) is None:
                return start, last, code
        return start, end, ""

    def _regions(self, sentence: Sentence, items: Sequence[Item]) -> Iterator[tuple[int, int, str]]:
        """Start, end and forum of each region in a sentence."""
        for item in items:
            if item.value in self._codes:
                yield item.start, item.end, self._codes[item.value]
        for match in self._region.finditer(sentence.folded):
            yield *match.span(), self._codes[match.group()]
