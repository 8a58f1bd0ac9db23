"""Councils that a page calls no more than that: `the 94th session of the Council`.

The word means the forum that is the council of a body, where the page tells of its sessions and names that body about
as often as any other.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from migkg.extract.introduced import Introduced
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from migkg.extract.introduced import Part
    from migkg.extract.sentences import Sentence
    from migkg.lexicon import WordForms

_HALF = 2
"""The body is named at least half as often as the one named most."""
_NAME = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ] $")
_FIRST = re.compile(r"^\W*\w+ $")
_LONGER = re.compile(r" [A-ZÀ-Þ][a-zß-ÿ]")


class Councils:
    """What the pages of one language call a council."""

    def __init__(self, forms: Mapping[str, WordForms], lang: str) -> None:
        chosen = [forms[code] for code in ("*", lang) if code in forms]
        words = [word for form in chosen for word in form.councils]
        sittings = [word for form in chosen for word in form.sittings]
        small = [word for form in chosen for word in form.genitives]
        self._codes = {body: code for form in chosen for body, code in form.council_of.items()}
        self._told = NEVER
        if words and sittings and small:
            alone = rf"({bounded(words)})(?! {alternation(small)})"  # not `the Council of Europe`
            behind = rf"(?:{bounded(sittings)} (?:\w{{1,6}} ?){{1,4}}|\b\d{{1,3}}\w{{0,2}} ){alone}"
            self._told = re.compile(rf"{behind}|({bounded(words)})(?:'s)? (?:\w+ )?{bounded(sittings)}")

    def in_(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of a session of a council."""
        return self._told.search(sentence.folded) is not None

    def of(self, sentences: Iterable[Sentence], page: Iterable[Part]) -> Iterator[Introduced]:
        """What the councils are called of whose sessions some sentences tell; `page` are all sentences of the page."""
        written = {text for s in sentences for text in self._written(s)}
        code = self._meant(page) if written else ""
        for text in sorted(written) if code else ():
            for form in sorted({text, text.capitalize(), text.upper()}):
                yield Introduced(form, "forum", code)

    def _written(self, sentence: Sentence) -> Iterator[str]:
        for match in self._told.finditer(sentence.folded):
            start, end = match.span(1) if match[1] else match.span(2)
            before, text = sentence.text[:start], sentence.text[start:end]
            is_longer = _NAME.search(before) is not None and _FIRST.match(before) is None  # `the Security Council`
            is_longer |= not text.isupper() and _LONGER.match(sentence.text, end) is not None
            if text[0].isupper() and not is_longer:
                yield text

    def _meant(self, page: Iterable[Part]) -> str:
        """The council of the body that the page is about."""
        counts = Counter(i.value for _, items in page for i in items if i.kind == "org")
        most = max(counts.values(), default=0)
        return next((self._codes[b] for b, n in counts.most_common() if b in self._codes and n * _HALF >= most), "")
