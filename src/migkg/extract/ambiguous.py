"""Names of forums that are but a word for a meeting and a city: `the Marrakesh conference`.

Where the page names another forum, and this one by nothing else, they mean a meeting of that other forum, told by
its place. Not so if the city is in the full name of the forum: `the Valletta Summit`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import Item, MeetingMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.engine import Prepared
    from migkg.extract.vocabulary import WordFinder
    from migkg.lexicon import Names

_SMALL = 3
"""Words of no more letters join the word for a meeting and the city."""


class Ambiguous:
    """Tells such names in texts of one language."""

    def __init__(self, names: Names, words: WordFinder) -> None:
        self._cities = {fold(name.text): name.value for name in names.names if name.kind == "city"}
        labels = (name for name in names.names if name.kind == "forum" and name.form == "label")
        self._own = {(name.value, word) for name in labels for word in fold(name.text).split()}
        self._words = words

    def settle(self, parts: Sequence[Prepared]) -> None:
        """Put a meeting told by its place where such a name stands for a forum that the page does not mean."""
        named = [(part, item) for part in parts for item in part.mentions if item.kind == "forum"]
        clear = {item.value for part, item in named if not self._city(part, item)}
        doubtful = {item.value for part, item in named} - clear
        if clear and doubtful:
            for part in parts:
                part.masked.replace(list(self._placed(part, doubtful)))

    def _placed(self, part: Prepared, doubtful: set[str]) -> Iterator[tuple[int, int, Item]]:
        """The items of a sentence that stand for such a forum, as meetings; those with a number stay."""
        masked = part.masked
        for at, item in masked.items.items():
            if item.kind != "forum" or item.value not in doubtful:
                continue
            head = self._words.head(masked.folded[item.start : item.end])
            mention = MeetingMention(how="coreferent", head=head, place=self._city(part, item))
            yield at, at + 1, Item("meeting", item.start, item.end, meeting=mention)

    def _city(self, part: Prepared, item: Item) -> str:
        """The city in a name that has nothing else but a word for a meeting."""
        text = part.sentence.folded[item.start : item.end]
        head = self._words.head(text)
        rest = [word for word in text.replace("'", " ").split() if word != head and len(word) > _SMALL]
        is_own = any((item.value, word) in self._own for word in rest)
        return self._cities.get(" ".join(rest), "") if head and not is_own else ""
