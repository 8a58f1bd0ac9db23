"""The names of one-off meetings, in English: `conference-migration-tunis` needs no table of forums."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.extract.item import Item
    from migkg.extract.mask import Masked
    from migkg.extract.phrases import Phrases
    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Meetings

_WORD = re.compile(r"[^\W\d_]+")
_MEETING = "meeting"
"""What a meeting is called in English for which the text has no word."""
_BEFORE = 20
"""So many characters before those who meet the body may stand whose they are."""
_TOLD_IN_FULL = 45
"""A name of so many characters is no description: `a high-level dialogue on international migration and its causes`."""
_SMALL = 4
"""Words of fewer letters say nothing in a name."""
_TOPICS = 2
"""So many topics make the name of a conference that has no name."""


class EventNames:
    """What one-off meetings are called in texts of one language."""

    def __init__(self, phrases: Phrases, words: Meetings) -> None:
        self._is = phrases
        small = (*words.event_links, *words.previous, *words.upcoming, *words.closing)
        self._small = {part for word in small for part in fold(word).split()}
        self._english = {fold(word): english for word, english in words.english.items()}

    def name(self, match: re.Match[str], masked: Masked, items: list[Item]) -> tuple[str, bool, bool]:
        """The English slug of a one-off conference on migration, empty where the phrase is not one.

        Then whether it is plain, and whether it may be short for the name of a forum.
        """
        tail = self._is.event.match(masked.text, match.end())
        heads = {
            word
            for i in items
            if i.kind == "head"
            and ((word := masked.folded[i.start : i.end]) not in self._is.vague or masked.original[i.start].isupper())
        }
        if tail is None or not heads & set(self._english):  # a mere gathering has no name
            return "", False, False
        if self._is.told_of.match(masked.text, match.end()):
            return "", False, False  # `the conference allowed the parties to speak of migration`
        first, last = masked.starts[match.start()], masked.ends[tail.end() - 1]
        words = _WORD.findall(masked.folded[first:last])
        found = self.in_english(masked.folded[first:last])
        if not any(self._is.topic.fullmatch(w) for w in words):
            return "", False, False
        is_one = self._is.joined.search(tail.group()) is None
        plain = is_one and all(self._is.common.fullmatch(w) or len(w) < _SMALL for w in words)
        short = is_one and all(w in self._english or w in self._small or len(w) < _SMALL for w in words)
        return "-".join(dict.fromkeys(found)), plain, short

    def in_english(self, text: str) -> list[str]:
        """The words of a folded text that names of meetings are made of, in English and in their order."""
        return [w for word in _WORD.findall(text) for w in self._english.get(word, "").split()]

    def is_description(self, name: Item, sentence: Sentence) -> bool:
        """Whether what looks like the name of a forum is a description: `a regional conference on migration`."""
        text = sentence.text[name.start : name.end]
        if name.kind != "forum" or not text.islower() or sentence.text[name.end : name.end + 2] == " (":
            return False
        if len(text) >= _TOLD_IN_FULL:
            return False
        is_plain = self._is.plain.fullmatch(sentence.folded, name.start, name.end) is not None
        return is_plain and self._is.indefinite.search(sentence.folded[: name.start]) is not None

    def conference(self, titles: Sequence[str], texts: Sequence[str]) -> str:
        """The English slug of a one-off conference of which titles on migration speak, or of any other meeting that
        they or the texts call one on migration; its topics are those of the titles, then of the texts.

        The empty string where they speak of none.
        """
        said = [m for title in titles for m in self._is.one_off.finditer(title) if self._is_open(m)]
        heads = [self._english[m.group()] for m in said if m.group() in self._english]
        if not heads or not any(self._is.topic.search(title) for title in titles):
            met = (m[1] for text in (*titles, *texts) for m in self._is.gathering.finditer(text) if self._is_open(m))
            heads = [self._english[head] for head in met if head in self._english]
        if not heads:
            return ""
        return self._topical(heads[0], [*titles, *texts])

    def called_after(self, head: str, titles: Sequence[str], texts: Sequence[str]) -> str:
        """The English slug of a one-off meeting that a title on migration calls by its place: `the Palenque meeting`.

        The empty string where no title tells of migration, or the word for the meeting makes no name.
        """
        if head not in self._english or not any(self._is.topic.search(title) for title in titles):
            return ""
        return self._topical(self._english[head], [*titles, *texts])

    def meets(self, masked: Masked) -> bool:
        """Whether a sentence tells that people of states met over migration; not those of a body: `EU ministers`."""
        met = self._is.met_over.search(masked.text)
        if met is None or self._is.topic.search(masked.text) is None:
            return False
        who = masked.inside(max(0, met.start() - _BEFORE), met.end())
        return not any(all(m.value.startswith("org:") for m in i.members or (i,)) for i in who)

    def gathering(self, words: Sequence[str], texts: Sequence[str]) -> str:
        """The English slug of a meeting over migration: of the word that the text has for it, else a mere meeting."""
        head = next((self._english[word] for word in words if word in self._english), _MEETING)
        return self._topical(head, texts)

    def _topical(self, head: str, texts: Sequence[str]) -> str:
        named = (self._english.get(m.group(), "") for text in texts for m in self._is.topic.finditer(text))
        return "-".join([head, *list(dict.fromkeys(name for name in named if name))[:_TOPICS]])

    def _is_open(self, head: re.Match[str]) -> bool:
        """Whether no word beside a word for a meeting makes it something else: `press conference`."""
        before, text = head.string[: head.start()], head.string
        return self._is.spoiler_before.search(before) is None and self._is.spoiler.match(text, head.end()) is None
