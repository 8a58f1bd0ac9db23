"""The words of a language compiled into patterns: what the finders of ordinals, meetings and persons look for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.cues import CueFinder
from migkg.extract.fold import fold
from migkg.extract.item import TODAY, Item
from migkg.roman import NUMBER, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Language

_AFTER_ROMAN = r"(?:st|rd|th|-?i?[eè]mes?|[eè]re?s?|es|[aeo]|er|nde?|\.?[ªº])?(?![^\W_])"
ROMAN = re.compile(rf"\b(?=[CLXVI]+{_AFTER_ROMAN})({NUMBER}){_AFTER_ROMAN}")
_DEPTH = 2
NEVER = re.compile(r"(?!)")
_FIGURES = re.compile(r"\d+")


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first, folded; matches nothing if there are none."""
    folded = {fold(w) for w in words if w}
    return _branches(folded, _DEPTH) if folded else "(?!)"


def _branches(words: Iterable[str], depth: int) -> str:
    """The words by their first letters, so that a pattern need not try one after the other; the longest go first."""
    if not depth:
        parts = [re.escape(w).replace(r"\ ", " ") for w in sorted(words, key=lambda w: (-len(w), w))]
    else:
        rests: dict[str, set[str]] = {}
        for word in words:
            rests.setdefault(word[:1], set()).add(word[1:])
        ends = [""] if rests.pop("", None) else []
        parts = [re.escape(c).replace(r"\ ", " ") + _branches(rests[c], depth - 1) for c in sorted(rests)] + ends
    return f"(?:{'|'.join(parts)})" if len(parts) > 1 else parts[0]


def bounded(words: Iterable[str]) -> str:
    """An alternation that begins and ends at the edge of a word."""
    return rf"(?<![^\W_]){alternation(words)}(?![^\W_])"


def leading(words: Iterable[str]) -> str:
    """Any of the words with the blank behind it; an elided article has none: `conférence sur l'immigration`."""
    given = tuple(words)
    plain, elided = (w for w in given if not w.endswith("'")), (w for w in given if w.endswith("'"))
    return rf"(?:{bounded(plain)} |(?<![^\W_]){alternation(elided)})"


class WordFinder:
    """Finds ordinals, heads and modifiers of meetings in a sentence."""

    def __init__(self, language: Language) -> None:
        calendar, meetings = language.calendar, language.meetings
        self._ordinals = {fold(w): int(n) for n, words in calendar.ordinals.items() for w in words}
        suffix = alternation(calendar.ordinal_suffixes)
        composed = rf"{bounded(self._ordinals)}(?:[ -]{bounded(self._ordinals)}){{0,2}}"
        figure = rf"(?<![\w/.-])(?:\d{{1,3}})(?:[.-]?{suffix}\b|\.? ?[º°ª])(?:\.(?= \w))?"
        numbered = rf"{bounded(calendar.number_words)}\.? ?\d{{1,3}}\b"
        self._single = re.compile(bounded(self._ordinals))
        self._ordinal = re.compile(rf"{composed}|{figure}|{numbered}")
        self._kinds = {**_inverse(meetings.heads), **_inverse(meetings.modifiers)}
        heads = [w for words in meetings.heads.values() for w in words]
        self._head = re.compile(bounded(heads))
        links = bounded(meetings.links)
        counted = alternation(meetings.counted)
        self._number_head = re.compile(rf"(?<=[^\W\d_] )(\d{{1,3}})(?= {counted}(?!\w))")
        self._head_number = re.compile(rf"{self._head.pattern} (\d{{1,3}})(?= {links}| ?[,;)]|$)")
        things = rf"{bounded(meetings.commons)}|\w{{6,}}s\b"
        self._edition = re.compile(rf"[ -](\d{{1,2}})(?![\w%°º/:-]|[.,]\d| (?:{things}))")
        modifiers = [w for words in meetings.modifiers.values() for w in words]
        self._words = CueFinder(
            {
                "ordinal": tuple(self._ordinals),
                "modifier": modifiers,
                "head": heads,
                "today": calendar.today,
                "here": language.grammar.here,
            }
        )
        names = (w for w in heads if w.isalpha())
        self._numbered = re.compile(rf"(?<![^\W_])({alternation(names)})(?P<apart>[ -]?)(\d{{1,2}})(?![^\W_]|[.,]\d)")

    def head(self, folded: str) -> str:
        """The first word for a meeting in a name, or the empty string."""
        match = self._head.search(folded)
        return match.group() if match else ""

    def has_head(self, folded: str) -> bool:
        """Whether a name holds a word for a meeting."""
        return self._head.search(folded) is not None

    def find(self, sentence: Sentence) -> list[Item]:
        """Ordinals, heads and modifiers of meetings, and words for today and here, in no particular order."""
        folded = sentence.folded
        words = self._words.find(folded)
        figures = _FIGURES.search(folded) is not None
        found: list[Item] = []
        if figures or "ordinal" in words:
            found += [i for m in self._ordinal.finditer(folded) for i in self._numbers(m)]
        if figures:
            for pattern in (self._number_head, self._head_number)[: 2 if "head" in words else 1]:
                found += [Item("ordinal", *m.span(1), str(int(m[1]))) for m in pattern.finditer(folded)]
            for match in self._numbered.finditer(folded):  # `SOM5`, `SOM-5`, `SOM 5`, but not `meeting 5`
                if match["apart"] and not sentence.text[slice(*match.span(1))].isupper():
                    continue
                found.append(Item("head", *match.span(1), self._kinds[match[1]]))
                found.append(Item("ordinal", match.end(1), match.end(3), str(int(match[3]))))
        found += romans(sentence.text)
        for start, end in words.get("modifier", ()):
            kind = self._kinds[folded[start:end]]
            found.append(Item("session" if kind == "session" else "modifier", start, end, kind))
        found += [Item("head", start, end, self._kinds[folded[start:end]]) for start, end in words.get("head", ())]
        found += [Item("today", start, end, date=TODAY) for start, end in words.get("today", ())]
        found += [Item("here", start, end) for start, end in words.get("here", ())]
        return found

    def editions(self, sentence: Sentence, names: Iterable[Item]) -> Iterator[Item]:
        """The numbers behind the acronyms of forums that count no things: `PAFOM 6`, not `the PAFOM 6 states`."""
        for name in names:
            written = sentence.text[name.start : name.end]
            number = self._edition.match(sentence.folded, name.end) if name.kind == "forum" else None
            if number is not None and written.isalpha() and written.isupper() and int(number[1]):
                yield Item("ordinal", *number.span(1), str(int(number[1])))

    def _numbers(self, match: re.Match[str]) -> Iterator[Item]:
        """The ordinal of a match; of words that fall in size, `fiftieth third`, their sum."""
        figures = _FIGURES.search(match.group())
        if figures:
            yield Item("ordinal", *match.span(), str(int(figures.group())))
            return
        sums: list[tuple[int, int, int]] = []
        for word in self._single.finditer(match.group()):
            value, start, end = self._ordinals[word.group()], word.start(), word.end()
            if sums and 0 < value < _unit(sums[-1][2]):
                start, _, tens = sums.pop()
                value += tens
            sums.append((start, end, value))
        for start, end, value in sums:
            yield Item("ordinal", match.start() + start, match.start() + end, str(value))


def _unit(number: int) -> int:
    """The size of the last place of a number that is not zero: 10 for 50, 100 for 100, 1 for 52."""
    size = 1
    while number % (size * 10) == 0:
        size *= 10
    return size


def romans(text: str) -> list[Item]:
    """The Roman numbers of a text with their endings, `XIVe`; an L alone is none (`Les`)."""
    found = [m for m in ROMAN.finditer(text) if m[1] not in {"", "L"}]
    return [Item("ordinal", m.start(), m.end(), str(value(m[1]))) for m in found]


def _inverse(groups: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {fold(word): kind for kind, words in groups.items() for word in words}
