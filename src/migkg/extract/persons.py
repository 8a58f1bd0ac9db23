"""Persons: a name beside a title, in both orders, with the body the title is held in.

A name is two or more capitalised words (particles between them). Without a title or an honorific beside it, it
is a person only if the article named that person before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import Item, Role
from migkg.extract.vocabulary import alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Persons

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
_ELIDED = re.compile(r"\w{1,2}['’][a-zà-ÿ]")
"""An article or a pronoun before a small letter (`c'est`), which begins no name."""
_CAPITAL = rf"(?:[{_UPPER}][\w’'.-]*\w|[{_UPPER}]\.?)"


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a sentence: `start` to `end` with its bodies, `head` to `title_end` its own words and portfolio."""

    start: int
    head: int
    title_end: int
    end: int
    body: str


class PersonFinder:
    """Finds the persons of a sentence and remembers those of the article."""

    def __init__(self, words: Persons) -> None:
        particle = alternation(words.particles)
        self._name = re.compile(rf"{_CAPITAL}(?: (?:{particle} )*{_CAPITAL}){{0,5}}")
        self._particles = frozenset(fold(p) for p in words.particles)
        self._honorific = re.compile(rf"{bounded(words.honorifics)}\.? ?$")
        prefix, suffix = bounded(words.prefixes), bounded(words.suffixes)
        self._title = re.compile(rf"(?:{prefix}[ -])*{bounded(words.titles)}(?: {suffix})*")
        self._link = re.compile(rf" ?{alternation(words.links)}(?:(?<=')| )")
        comma = rf", (?:{alternation(words.links)}(?:(?<=')| ))?"
        joiner = rf"(?:,? {alternation(words.joiners)} |{comma})(?:{alternation(words.links)}(?:(?<=')| ))?"
        self._joiner = re.compile(joiner)
        name, joined = rf"{_CAPITAL}(?: (?:{particle} )*{_CAPITAL})+", rf",? {alternation(words.joiners)}"
        self._and_name = re.compile(rf"(?:{joined} {name})?")
        self._name_and = re.compile(rf"(?:{name}{joined} )?$")
        self._act = re.compile(rf",? (?:\w{{1,3}}[ '])*{bounded(words.acts)}")
        self._agent = re.compile(rf"{bounded(words.agents)} $")
        self._portfolio = re.compile(bounded(words.portfolio))
        self._organs = re.compile(bounded(words.organs))
        self._not_names = frozenset(fold(w) for w in words.not_names)
        self._word = re.compile(_CAPITAL)
        self._joiners = frozenset(fold(w) for w in words.joiners)
        joiners = alternation(words.joiners)
        self._chairs = frozenset(fold(w) for w in words.chairs)
        self._copula = re.compile(rf" {bounded(words.copulas)} (?:\w{{1,4}}[' ])?")
        self._bodies = [(re.compile(rf"{bounded([title])}"), body) for title, body in sorted(words.bodies.items())]
        self._beside = re.compile(rf" ?|, |: | - |, (?!{joiners} )(?:(?:\w{{2,3}} )?[a-zà-ÿ]{{4,}} |\w{{2,3}}[’' ])")

    def find(self, sentence: Sentence, items: Sequence[Item], known: dict[str, Item]) -> list[Item]:
        """The persons of a sentence; `known` maps folded last names to persons and is added to."""
        titles = [self._phrase(sentence, m, items) for m in self._title.finditer(sentence.folded)]
        found: list[Item] = []
        taken: set[int] = set()
        for start, end in self._names(sentence, items, titles):
            free = [t for t in titles if t.head not in taken]
            person = self._person(sentence, (start, end), free, known)
            if person is not None and all(person.end <= f.start or person.start >= f.end for f in found):
                found.append(person)
                taken |= {t.head for t in free if person.start <= t.head < person.end}
                _remember(person, known)
        return found

    def _names(self, sentence: Sentence, items: Iterable[Item], titles: Sequence[Title]) -> Iterator[tuple[int, int]]:
        """Runs of capitalised words outside long mentions and titles."""
        barred = [(i.start, i.end) for i in items if i.kind in {"forum", "org", "date", "period", "state", "head"}]
        barred += [(t.head, t.title_end) for t in titles]
        for match in self._name.finditer(sentence.text):
            position, end = match.span()
            for left, right in sorted(barred):
                if right <= position or left >= end:
                    continue
                name = self._trim(sentence.text, position, max(position, left))
                if name:
                    yield name
                position = max(position, min(right, end))
            name = self._trim(sentence.text, position, end)
            if name:
                yield name

    def _trim(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """A run without words that are no names at its edges (sentence openers, honorifics)."""
        while start < end and not text[start].isalpha():
            start += 1
        while True:
            words = list(re.finditer(r"\S+", text[start:end]))
            if not words:
                return None
            first, last = fold(words[0].group()), fold(words[-1].group())
            opener = first.rstrip(".") in self._not_names or _ELIDED.match(words[0].group()) is not None
            if opener or first in self._particles or not words[0].group()[0].isupper():
                start += words[0].end()
                while start < end and text[start] == " ":
                    start += 1
            elif last in self._particles or last in self._not_names:
                end = start + words[-1].start()
            else:
                end = start + words[-1].end()
                break
        clean = (
            text[start:end].rstrip(" ,.'’") if not re.search(r" [A-Z]\.$|Jr\.$", text[start:end]) else text[start:end]
        )
        clean = re.sub(r"['’]s$", "", clean)
        return (start, start + len(clean)) if clean else None

    def _person(
        self, sentence: Sentence, span: tuple[int, int], titles: Sequence[Title], known: dict[str, Item]
    ) -> Item | None:
        start, end = span
        name = sentence.text[start:end]
        before = sentence.folded[:start]
        roles = [*self._before(sentence, start, titles), *self._after(sentence, end, titles)]
        honorific = self._honorific.search(before)
        several = len(name.split()) > 1 or "-" in name
        earlier = known.get(fold(name)) or known.get(fold(name.split()[-1]))
        if earlier is not None and (fold(name) in fold(earlier.value) or not several):
            name = earlier.value
        elif several and self._acts(sentence, start, end):
            pass
        elif not (roles or honorific) or not (several or honorific or any(close for _, close in roles)):
            return None
        left = min([start, *(r.start for r, _ in roles)], default=start)
        right = max([end, *(r.end for r, _ in roles)], default=end)
        outer = self._honorific.search(sentence.folded[:left])
        if outer:
            left = outer.start()
        return Item("person", left, right, name, roles=tuple(r for r, _ in roles))

    def _acts(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether the words beside a name, or beside it and another, say that it is a person's."""
        after, before = self._and_name.match(sentence.text, end), self._name_and.search(sentence.text[:start])
        return bool(
            (after and self._act.match(sentence.folded, after.end()))
            or (before and self._agent.search(sentence.folded[: before.start()]))
        )

    def _before(self, sentence: Sentence, start: int, titles: Sequence[Title]) -> Iterator[tuple[Role, bool]]:
        """The title that ends where the name begins: `the Minister of Labour of Peru, NAME`."""
        gap = start
        honorific = self._honorific.search(sentence.folded[:gap])
        if honorific:
            gap = honorific.start()
        for title in titles:
            between = sentence.text[title.end : gap]
            if title.end <= gap and self._beside.fullmatch(between):
                yield self._role(sentence, title), between == " "

    def _after(self, sentence: Sentence, end: int, titles: Sequence[Title]) -> Iterator[tuple[Role, bool]]:
        """The titles in apposition: `NAME, Director General of IOM`, `NAME (Director of ...)`."""
        position = end
        for title in titles:
            between = sentence.folded[position : title.start]
            stated = position == end and self._copula.fullmatch(between)
            if stated and title.body:
                yield self._role(sentence, title), False
                break
            if title.start >= position and re.fullmatch(
                r"(?:, | \(|, and | and | et | y |, y |, - )(?:\w{1,4}[' ])?(?:\w+ )?", between
            ):
                if position == end and not between.lstrip().startswith((",", "(")):
                    continue
                bare = between.strip(" ,(")
                determined = bare != "" and (bare not in self._joiners or title.start < title.head)
                if self._starts_new_person(sentence, title, determined):
                    break
                yield self._role(sentence, title), False
                position = title.end

    def _role(self, sentence: Sentence, title: Title) -> Role:
        words = sentence.text[title.head : title.title_end].strip(" ,")
        return Role(words, title.body, title.start, title.end, fold(words) in self._chairs)

    def _starts_new_person(self, sentence: Sentence, title: Title, determined: bool) -> bool:
        """Whether the title belongs to the name that follows it: `A, Minister B`, `A, the minister, B`."""
        rest = sentence.text[title.end : title.end + 3]
        return bool(re.match(rf"{',?' if determined else ''} [{_UPPER}]", rest))

    def _phrase(self, sentence: Sentence, head: re.Match[str], items: Sequence[Item]) -> Title:
        """A title with its portfolio and body: the words that may follow it, as far as they go."""
        bodies = {i.start: i for i in items if i.kind in {"org", "state", "demonym", "forum"}}
        position = end = title_end = head.end()
        body = _body_before(sentence, head.start(), items)
        start = body.start if body is not None else head.start()
        code = body.value if body is not None else ""
        linked = True
        while (step := self._step(sentence, position, bodies, linked)) is not None:
            position, linked, found = step
            if linked:
                continue
            end = position
            if found is None:
                title_end = end
            else:
                title_end = max(title_end, self._organ_end(sentence, found))
                code = code or (f"org:{found.value}" if found.kind == "forum" else found.value)
        end, code = _in_brackets(sentence, end, bodies, code)
        own = next((b for pattern, b in self._bodies if pattern.match(sentence.folded, head.start())), "")
        return Title(start, head.start(), title_end, end, own or code)

    def _organ_end(self, sentence: Sentence, body: Item) -> int:
        """Where the organ in the name of a body ends, 0 if there is none: `president of the Commission of the AU`."""
        organ = self._organs.match(sentence.folded, body.start) if body.kind == "org" else None
        if organ is None or organ.end() > body.end:
            return 0
        whole = organ.end() == body.end
        return organ.end() if whole or self._link.match(sentence.folded, organ.end()) else 0

    def _step(
        self, sentence: Sentence, position: int, bodies: dict[int, Item], linked: bool
    ) -> tuple[int, bool, Item | None] | None:
        """One word further: a body, a word of a portfolio, a link, or a capitalised word after a link."""
        at = position + (sentence.text[position : position + 1] == " ")
        item = bodies.get(at)
        if item is not None and (linked or item.kind == "demonym"):
            return item.end, False, item
        word = self._portfolio.match(sentence.folded, at)
        if word is not None:
            return word.end(), False, None
        link = self._link.match(sentence.folded, position)
        if link is not None and self._goes_on(sentence, link.end(), bodies):
            return link.end(), True, None
        joiner = self._joiner.match(sentence.folded, position)
        if joiner is not None and self._portfolio.match(sentence.folded, joiner.end()):
            return joiner.end(), True, None
        capital = self._word.match(sentence.text, at)
        if capital is not None and linked and position and sentence.text[position - 1] in " '’":
            return capital.end(), False, None
        return None

    def _goes_on(self, sentence: Sentence, position: int, bodies: dict[int, Item]) -> bool:
        """Whether a link leads to something a title may go on with."""
        return position in bodies or bool(
            self._portfolio.match(sentence.folded, position) or self._word.match(sentence.text, position)
        )


def _in_brackets(sentence: Sentence, end: int, bodies: dict[int, Item], code: str) -> tuple[int, str]:
    """The end and the body of a title that a body in brackets follows: `Director General (IOM)`."""
    item = bodies.get(end + 2) if sentence.folded[end : end + 2] == " (" else None
    if item is None or sentence.folded[item.end : item.end + 1] != ")" or item.kind == "demonym":
        return end, code
    return item.end + 1, code or (f"org:{item.value}" if item.kind == "forum" else item.value)


def _body_before(sentence: Sentence, start: int, items: Sequence[Item]) -> Item | None:
    """A body right before the title: `IOM Director General`, `Botswana's Minister`, `le maltais`."""
    for item in items:
        if item.kind in {"org", "state", "demonym"} and sentence.folded[item.end : start] in {" ", "'s ", "' "}:
            return item
    return None


def _remember(person: Item, known: dict[str, Item]) -> None:
    for key in (fold(person.value), fold(person.value.split()[-1])):
        earlier = known.get(key)
        if earlier is None or (person.roles and not earlier.roles):
            known[key] = person
