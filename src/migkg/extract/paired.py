"""One title for several persons, each of a state of its own: `the ministers of Peru and Chile, A and B`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.cues import CueFinder
from migkg.extract.fold import fold
from migkg.extract.item import SYMBOLS, Role
from migkg.extract.tenure import BODIES
from migkg.extract.title_parts import code_of
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.item import Item
    from migkg.extract.sentences import Sentence
    from migkg.extract.title_parts import Title
    from migkg.extract.titles import TitleFinder
    from migkg.lexicon import Persons

Span = tuple[int, int]
_BODY, _NAME = SYMBOLS["state"], SYMBOLS["person"]
_PAIR = 2
_REACH = 60
"""Characters before a title in which the states stand that share it: `the Peruvian and Chilean ministers`."""


def chairs_of(words: Persons) -> frozenset[str]:
    """The titles of those who chair, folded and without hyphens."""
    return frozenset(fold(w).replace("-", " ") for w in words.chairs)


def is_chair(words: str, chairs: frozenset[str]) -> bool:
    """Whether a title is one of those."""
    return fold(words).replace("-", " ") in chairs


class Pairs:
    """Gives each of several names the title they share, with the body that goes with the name."""

    def __init__(self, words: Persons, titles: TitleFinder) -> None:
        self._titles = titles
        self._chairs, self._courtesy = chairs_of(words), frozenset(map(fold, words.courtesy))
        self._singular = {fold(several): one for several, one in words.plurals.items()}
        self._several = CueFinder({"several": tuple(self._singular)})
        """Without any of these words nobody shares a title."""
        self._plural = re.compile(rf"{titles.front}({bounded(self._singular)})") if self._singular else NEVER
        joiner = alternation(words.joiners)
        link = rf"(?: ?{alternation(words.links)}(?:(?<=')| ))?(?:(?:\w{{1,4}} )|l')?"
        honorific = rf"(?:{bounded([*words.honorifics, *words.courtesy])}\.? )*"
        gap = rf"(?:[,;] (?:{joiner} )?| {joiner} )"
        name, body = honorific + _NAME, rf" ?{link}{_BODY}"
        bodies, names = rf"{body}(?:{gap}{link}{_BODY})+", rf"{name}(?:{gap}{name})+"
        own = rf"{name}(?:,?{body}| \({_BODY}\)|, {_BODY})"
        told = rf"{link}{_BODY}(?:, | \(){name}\)?"
        self._bodies_first = re.compile(rf"{bodies}(?:,? | \(|: | - ){names}")
        led = rf"(?:,?|[^.;:{_BODY}{_NAME}]{{3,60}})"  # `the ministers who will attend are A, of Peru; B, of Chile`
        self._body_by_name = re.compile(rf"{led} {own}(?:{gap}{own})+")
        self._turns = re.compile(rf",? {name}(?:{gap}{link}{_BODY},? {name})+")
        self._name_by_body = re.compile(rf" ?{told}(?:{gap}{told})+")
        self._bodies = re.compile(bodies)
        self._ahead = re.compile(rf"{names},? (?:\w{{1,4}}[ '])?$")
        self._names = re.compile(rf",? (?:\(|: |- )?{names}")
        self._before = re.compile(rf"{_BODY}(?:{gap}{_BODY})+ $")

    def roles(
        self, sentence: Sentence, spans: Sequence[Span], items: Sequence[Item], titles: Sequence[Title]
    ) -> dict[int, Role]:
        """Start of a name -> the post that its person shares with others."""
        found: dict[int, Role] = {}
        if len(spans) < _PAIR:
            return found
        if ";" in sentence.folded:
            found |= dict(self._in_turn(sentence, spans, items, titles))
        if not self._several.find(sentence.folded):
            return found
        for match in self._plural.finditer(sentence.folded):
            title = self._titles.at(sentence, match, items)
            words = self._one(sentence, match, title, titles)
            if words:
                chairs = is_chair(self._singular[match[1]], self._chairs)
                shared = (
                    ()
                    if chairs and fold(self._singular[match[1]]) not in self._courtesy
                    else self._shared(sentence, title, spans, items)
                )
                posts = {start: code_of(body) for start, body in shared} or self._of_one(sentence, title, spans)
                found |= {start: Role(words, body, start, start, chairs) for start, body in posts.items()}
        return found

    def _in_turn(
        self, sentence: Sentence, spans: Sequence[Span], items: Sequence[Item], titles: Sequence[Title]
    ) -> Iterator[tuple[int, Role]]:
        """The posts of those behind one whose title is told: `the minister of Spain, A; of Malta, B; of Italy, C`."""
        bodies = [i for i in items if i.kind in BODIES]
        for title in titles:
            behind, parts = _masked(sentence, title.end, len(sentence.text), bodies, spans)
            match = self._turns.match(behind) if len(title.body) == _PAIR else None
            told = parts[1 : match.group().count(_BODY) * _PAIR + 1] if match is not None else ()
            words = title.words or sentence.text[title.head : title.title_end].strip(" ,")
            for (_, body), (start, _) in zip(told[::2], told[1::2], strict=False):
                if body is not None:
                    yield start, Role(words, code_of(body), start, start)

    def _of_one(self, sentence: Sentence, title: Title, spans: Sequence[Span]) -> dict[int, str]:
        """The names behind a title of several in one body: `the co-chairs of the process, A and B`."""
        behind, parts = _masked(sentence, title.end, len(sentence.text), (), spans)
        match = self._names.match(behind) if title.body else None
        names = parts[: match.group().count(_NAME)] if match is not None else ()
        return {start: title.body for start, _ in names}

    def _one(self, sentence: Sentence, match: re.Match[str], title: Title, titles: Sequence[Title]) -> str:
        """The title of one of them, in the sentence's words; of counterparts, the title told before."""
        one = self._singular[match[1]]
        if one:
            front, behind = sentence.text[title.head : match.start(1)], sentence.text[match.end() : title.title_end]
            capital = sentence.text[match.start(1)].isupper()
            return (front + (one[0].upper() + one[1:] if capital else one) + behind).strip(" ,")
        before = [t for t in titles if t.end <= match.start()]
        return (before[-1].words or sentence.text[before[-1].head : before[-1].title_end]) if before else ""

    def _shared(
        self, sentence: Sentence, title: Title, spans: Sequence[Span], items: Sequence[Item]
    ) -> Iterator[tuple[int, Item]]:
        """Pairs of the start of a name and the body that goes with it; as many names as bodies, or none."""
        bodies = [i for i in items if i.kind in BODIES]
        behind, parts = _masked(sentence, title.title_end, len(sentence.text), bodies, spans)
        for pattern in (self._bodies_first, self._body_by_name, self._name_by_body):
            match = pattern.match(behind)
            if match is not None:
                yield from _zipped(match.group(), parts, [])
                return
        told = list(self._told_first(sentence, title, spans, behind, parts))
        if told:
            yield from told
            return
        match = self._names.match(behind)
        ahead, earlier = _masked(sentence, max(0, title.head - _REACH), title.head, bodies, ())
        last = self._before.search(ahead)
        if match is not None and last is not None:
            owners = earlier[-last.group().count(_BODY) :]
            yield from _zipped(match.group(), parts, [b for _, b in owners if b is not None])

    def _told_first(
        self, sentence: Sentence, title: Title, spans: Sequence[Span], behind: str, parts: Parts
    ) -> Iterator[tuple[int, Item]]:
        """The names before a title with the bodies behind it: `A and B, ministers of labour of Peru and Chile`."""
        bodies = self._bodies.match(behind)
        ahead, before = _masked(sentence, max(0, title.start - _REACH), title.start, (), spans)
        names = self._ahead.search(ahead)
        if bodies is None or names is None:
            return
        named = before[-names.group().count(_NAME) :]
        told = [part for part in parts[: bodies.group().count(_BODY)] if part[1] is not None]
        if len(named) == len(told):
            yield from _zipped(_NAME * len(named) + _BODY * len(told), [*named, *told], [])


Parts = list[tuple[int, "Item | None"]]


def _masked(
    sentence: Sentence, start: int, end: int, bodies: Sequence[Item], spans: Sequence[Span]
) -> tuple[str, Parts]:
    """A part of a sentence with one character for each body and name, and what these stand for, in order."""
    marks = [(b.start, b.end, _BODY, b) for b in bodies] + [(*s, _NAME, None) for s in spans]
    text, parts, position = "", Parts(), start
    for left, right, symbol, body in sorted(marks, key=lambda m: m[:2]):
        if left < position or right > end:
            continue
        text += sentence.folded[position:left] + symbol
        parts.append((left, body))
        position = right
    return text + sentence.folded[position:end], parts


def _zipped(text: str, parts: Parts, earlier: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    """The names of a matched text with the bodies in it (or told earlier), each with each, if they are as many."""
    inside = parts[: text.count(_BODY) + text.count(_NAME)]
    names = [start for start, body in inside if body is None]
    bodies = [body for _, body in inside if body is not None] or list(earlier)
    if len(names) == len(bodies) == len({body.value for body in bodies}):
        yield from zip(names, bodies, strict=True)
