"""Organs of a body that meet in sessions and are called by no more than a common word: `98th session of the Council`.

Where a page speaks so of the sessions of an organ, the word means that of the body named last before it, or most on
the page; not where another organ of that kind is named too.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from migkg.extract.introduced import Introduced
from migkg.extract.vocabulary import NEVER, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from migkg.extract.item import Item
    from migkg.extract.sentences import Sentence
    from migkg.lexicon import WordForms

Part = tuple["Sentence", "Sequence[Item]"]


class Organs:
    """The organs whose sessions are forums, in one language."""

    def __init__(self, forms: Mapping[str, WordForms], lang: str) -> None:
        chosen = [forms[code] for code in ("*", lang) if code in forms]
        self._forums = {body: code for form in chosen for body, code in form.sessions.items() if ":" in body}
        told = {phrase: word for form in chosen for phrase, word in form.sessions.items() if ":" not in phrase}
        self._told = re.compile(bounded(told)) if told else NEVER
        self._called = re.compile(bounded({*told.values()})) if told else NEVER
        names = [frozenset(name.split()) for name in told.values()]
        self._words = frozenset.intersection(*names) if names else frozenset()  # what all names share: `council`

    def in_(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of the sessions of an organ."""
        return self._told.search(sentence.folded) is not None

    def of(self, page: Sequence[Part]) -> Iterator[Introduced]:
        """What the organ is called on a page, all sentences of which are given with their mentions."""
        code = self._forums.get(self._body(page), "")
        if not code or any(self._is_other(item, code, sentence) for sentence, items in page for item in items):
            return
        for sentence, _ in page:
            for match in (*self._told.finditer(sentence.folded), *self._called.finditer(sentence.folded)):
                called = self._called.search(sentence.folded, match.start(), match.end())
                if called is not None:
                    yield Introduced(sentence.text[slice(*called.span())], "forum", code)

    def _body(self, page: Sequence[Part]) -> str:
        """The body named last before the sessions of an organ are told, else the one named most."""
        before = ""
        for sentence, items in page:
            told = self._told.search(sentence.folded)
            for item in items:
                if item.kind == "org" and (told is None or item.start < told.start()):
                    before = item.value
            if told is not None:
                break
        counts = Counter(item.value for _, items in page for item in items if item.kind == "org")
        return before or next((body for body, _ in counts.most_common(1)), "")

    def _is_other(self, item: Item, code: str, sentence: Sentence) -> bool:
        """Whether a mention is that of another organ called by the same word: `the Security Council`."""
        written = sentence.folded[item.start : item.end].split()
        return item.kind in {"org", "forum"} and item.value != code and not self._words.isdisjoint(written)
