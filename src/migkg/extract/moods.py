"""How a sentence puts what stands at a place in it: as coming, as come about, as the word of somebody else."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache, partial
from itertools import groupby
from typing import TYPE_CHECKING

from migkg.extract.cues import CueFinder
from migkg.extract.item import SYMBOLS
from migkg.extract.light import light
from migkg.extract.vocabulary import alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.mask import Masked
    from migkg.lexicon import Language

Span = tuple[int, int]

_TENSES = ("coming", "planned", "came", "appearing", "becoming", "timeless")
"""The classes of which the nearest word tells how a place is put; `timeless` words tell nothing."""
AHEAD = frozenset({"coming", "planned", "appearing", "becoming"})
_TELLERS = ("by_word_of", "hearsay", "says", "says_plainly")
_BROKEN = re.compile(r"[^\w ']|[\ue000-\ue01f]")
"""What parts a word from the one before it."""
_PARTS = 14
"""Characters at most between a word for what is to come and the participle that goes with it: `will also be hosted`."""
_FAR = 80
_STOP = re.compile("[,;:]")
_ASIDE = re.compile(r"\([^()]*\)")
"""What stands in brackets, which parts no word from its place."""
_STOPS = ((re.compile("[;:()]| - "), 40), (re.compile(","), 12))
"""What lies between a word and a place, with the characters that it counts for."""
_RELATIVE = 15
_STRONG = re.compile("[;:]")
_COLON = re.compile(r"[^.;:,]{0,2}: ")
_NAMES = 60
"""Characters at most that name a source."""
_FIRST = 3
_THAT = 70
"""Characters at most from a verb of saying to the `that` of what is said."""
_NAMED = "".join(SYMBOLS[kind] for kind in ("persons", "person", "org", "parties", "state", "other"))
_ENDS = re.compile(r" ?(?:[,.;!?\"')]|$)")
_STRAIGHT = '"'
_OPENING = {"“": "”", "«": "»", "„": "“”", _STRAIGHT: _STRAIGHT}
_MARK = re.compile(f"[{''.join([*_OPENING, *_OPENING.values()])}]")
_KEPT = 256
"""So many sentences are remembered: each is asked for once for every fact that it tells."""
_WORDS = 5
"""So many words at least are speech; less are a term or a title."""


@light(frozen=True, slots=True)
class Sense:
    """How a place is put: the class of the nearest word that tells, empty where none does, and whether it is told."""

    tense: str = ""
    is_told: bool = False
    """Whether it is the word of somebody else, in indirect speech."""
    is_quoted: bool = False
    """Whether it stands in quotation marks."""


class MoodFinder:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        words = language.moods.classes
        tenses = {name: words.get(name, ()) for name in _TENSES}
        headline = {**tenses, "coming": (*tenses["coming"], *words.get("headline", ()))}
        self._tellers = CueFinder({name: words.get(name, ()) for name in _TELLERS})
        self._that = re.compile(rf"(?<![^\W_]){alternation(words.get('that', ()))}(?:(?<=')|(?![^\W_]))")
        relatives = re.compile(bounded(language.meetings.relatives))
        self._stops = (*_STOPS, (relatives, _RELATIVE))
        speakers = alternation(words.get("speakers", ()))
        self._speaker_before = re.compile(
            rf"(?:[,\"”»] ?)(?!{relatives.pattern})(?:{speakers}|[{_NAMED}]|(?:\w+ ){{0,2}}\w+) $"
        )
        self._subject_before = re.compile(rf"(?:(?<![^\W_]){speakers}|[{_NAMED}],?) $")
        self._speaker_behind = re.compile(rf" (?:{speakers}(?![^\W_])|[{_NAMED}]|(?:\w+ ){{0,5}}[{_NAMED}])")
        self._source = re.compile(rf"\W*(?:\w+ ){{0,2}}(?:{bounded(words.get('sources', ()))}|[{_NAMED}])")
        self._turned = re.compile(rf"(?<![{_NAMED}])[,\"”»] ?$")
        self.verbs = lru_cache(maxsize=_KEPT)(partial(_verbs, finder=CueFinder(tenses)))
        self.headline_verbs = lru_cache(maxsize=_KEPT)(partial(_verbs, finder=CueFinder(headline)))
        self.told = lru_cache(maxsize=_KEPT)(self._told)

    def sense(self, masked: Masked, place: int, speech: Sequence[Span] = (), behind: int = 0) -> Sense:
        """How a place of the sentence is put; `speech` are the parts of the sentence in quotation marks.

        `behind` is what it counts for that a word stands behind the place, in characters.
        """
        at = min(bisect_right(masked.ends, place), len(masked.text) - 1)
        is_quoted = any(start <= place < end for start, end in speech)
        verbs = (self.headline_verbs if masked.is_title else self.verbs)(masked.text)
        tense = self._tense(masked.text, at, verbs, behind)
        return Sense(tense, any(s <= at < e for s, e in self.told(masked.text)), is_quoted)

    def _tense(self, text: str, at: int, verbs: Sequence[tuple[Span, str]], behind: int) -> str:
        """The class of the word that counts as the nearest; the empty string where none is near."""
        costs = [(self._cost(text, span, at, behind), span[0], name) for span, name in verbs]
        cost, _, name = min(costs, default=(_FAR, 0, ""))
        return name if cost < _FAR and name != "timeless" else ""

    def _cost(self, text: str, span: Span, at: int, behind: int) -> int:
        """How far a word is from a place."""
        start, end = span
        if start <= at < end:
            return 0
        between, behind = (text[end:at], 0) if end <= at else (text[at + 1 : start], behind)
        between = _ASIDE.sub("", between) if "(" in between else between
        stops = sum(weight * len(pattern.findall(between)) for pattern, weight in self._stops)
        return len(between) + stops + behind

    def _told(self, text: str) -> tuple[Span, ...]:
        """The parts of a masked sentence that are the word of another."""
        return tuple(self._tellings(text))

    def _tellings(self, text: str) -> Iterator[Span]:
        found = self._tellers.find(text)
        for start, end in found.get("by_word_of", ()):
            yield from self._by_source(text, (start, end))
        if "hearsay" in found:
            yield 0, len(text)
        plain = set(found.get("says_plainly", ()))
        for span in found.get("says", ()):
            yield from self._said(text, span, is_plain=span in plain)

    def _by_source(self, text: str, span: Span) -> Iterator[Span]:
        """What is told by the word of a source: all around what names it, from the clause that it stands in."""
        start, end = span
        comma = text.find(",", end)
        until = comma if comma >= 0 else len(text)
        source = self._source.match(text, end, min(until, end + _NAMES))
        if source is None:
            return
        if start <= _FIRST and (comma < 0 or comma - end > _NAMES):
            until = source.end()
        yield _clause(text, start, is_last=until == len(text)), start
        yield until, len(text)

    def _said(self, text: str, span: Span, *, is_plain: bool) -> Iterator[Span]:
        """What a verb of saying says: what follows its `that` or colon, or what it stands behind or amid."""
        start, end = span
        that = self._that.search(text, end, end + _THAT)
        before, colon = text[:start], _COLON.match(text, end)
        turned = self._turned.search(before) is not None
        if that is not None and not any(stop in text[end : that.start()] for stop in (",;:" if turned else ";:")):
            yield that.end(), len(text)
            return
        ends = _ENDS.match(text, end) is not None
        if (ends and self._speaker_before.search(before)) or (
            turned and (ends or self._speaker_behind.match(text, end))
        ):
            comma = text.find(",", end)
            yield max((stop.end() for stop in _STRONG.finditer(before)), default=0), start
            yield (comma if 0 <= comma < end + _NAMES else len(text)), len(text)
        elif colon is not None:
            yield colon.end(), len(text)
        elif is_plain and not ends and self._subject_before.search(before):
            yield end, len(text)


def _verbs(text: str, finder: CueFinder) -> list[tuple[Span, str]]:
    """The words that tell, the longest where they overlap, each with the participle that goes with it."""
    found: list[tuple[Span, str]] = []
    hits = [(span, name) for name, spans in finder.find(text).items() for span in spans]
    for span, name in sorted(hits, key=_longest_first):
        if all(span[1] <= known[0] or span[0] >= known[1] for known, _ in found):
            found.append((span, name))
    joined: list[tuple[Span, str]] = []
    for span, name in sorted(found):
        if joined and _goes_with(joined[-1], (span, name), text):
            (start, _), first = joined.pop()
            joined.append(((start, span[1]), first))
        else:
            joined.append((span, name))
    return joined


def _clause(text: str, end: int, *, is_last: bool) -> int:
    """Where what a source says begins before what names it: it is all of the sentence where that comes last."""
    return 0 if is_last else max((stop.end() for stop in _STOP.finditer(text[: end - 2])), default=0)


def _longest_first(hit: tuple[Span, str]) -> tuple[int, int, int]:
    """By length; of one stretch the class that says most goes first."""
    (start, end), name = hit
    return start - end, start, -_TENSES.index(name)


def _goes_with(before: tuple[Span, str], word: tuple[Span, str], text: str) -> bool:
    """Whether a word goes with the one for what is to come before it: `will be hosted`, `is scheduled to be held`."""
    (_, end), name = before
    (start, _), other = word
    follows = {"came", "timeless"} | ({"coming"} if name == "planned" else set())
    return name in AHEAD and other in follows and start - end <= _PARTS and _BROKEN.search(text, end, start) is None


def speech(sentences: Sequence[tuple[int, Masked]]) -> dict[int, list[Span]]:
    """Number of a sentence -> its parts in quotation marks that are somebody's speech.

    `sentences` pair the number of a paragraph with a sentence; a speech may go on over the sentences of a paragraph.
    """
    found: dict[int, list[Span]] = {}
    for _, numbers in groupby(range(len(sentences)), lambda n: sentences[n][0]):
        parts = [(n, sentences[n][1].original) for n in numbers]
        for quoted in _quoted(parts):
            if sum(len(sentences[n][1].original[s:e].split()) for n, s, e in quoted) >= _WORDS:
                for n, start, end in quoted:
                    if not _is_title(start, end, sentences[n][1]):
                        found.setdefault(n, []).append((start, end))
    return found


def _quoted(sentences: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, int, int]]]:
    """Each quotation of a paragraph as the parts of sentences it is made of.

    One that is not closed goes on in the next paragraph, but a straight mark that has no other is a slip.
    """
    closing = ""
    parts: list[tuple[int, int, int]] = []
    for number, text in sentences:
        begun = 0
        for mark in _MARK.finditer(text):
            at, char = mark.start(), mark.group()
            if closing and char in closing:
                yield [*parts, (number, begun, at)]
                closing, parts = "", []
            elif not closing and char in _OPENING:
                closing, begun = _OPENING[char], at + 1
        if closing:
            parts.append((number, begun, len(text)))
    if closing and closing != _STRAIGHT:
        yield parts


def _is_title(start: int, end: int, masked: Masked) -> bool:
    """Whether a quotation is a title or a document."""
    titles = (i for i in masked.items.values() if i.kind in {"quote", "document"})
    return any(i.start <= start + 1 and i.end >= end - 1 for i in titles)
