"""The titles that stand beside a name: before it, in apposition to it, said of it in a clause of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.addresses import Addresses
from migkg.extract.fold import fold
from migkg.extract.item import Item, Role
from migkg.extract.light import light
from migkg.extract.paired import chairs_of, is_chair
from migkg.extract.title_parts import UPPER, last_of_row
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.person_names import NameFinder
    from migkg.extract.sentences import Sentence
    from migkg.extract.title_parts import Title
    from migkg.extract.titles import TitleFinder
    from migkg.lexicon import Persons

_OPENING = 4
"""So many characters at most stand before a title that opens a sentence: an article."""
_ARTICLE = re.compile(r", \w{1,3}[ ']")
"""What leads from a post to the form of address of the same person."""
_HOME = frozenset({"state", "demonym"})
_OWN = re.compile(r"(?:'s?)? ")
"""Between the state that a person comes from and the name: `Chile's NAME`, `the Chilean NAME`."""
_TO_HOME = re.compile(r", (?:\w{2,3} |l')?")


@light(frozen=True, slots=True)
class Scene:
    """A sentence with its items and the titles that are nobody's yet."""

    sentence: Sentence
    items: Sequence[Item]
    titles: Sequence[Title]
    shared: Role | None = None
    """The post that the person at hand shares with others."""


class Beside:
    """Finds the titles before a name and behind it."""

    def __init__(self, words: Persons, titles: TitleFinder, names: NameFinder) -> None:
        self._titles, self._names = titles, names
        self._address = Addresses(words)
        self._joiners = frozenset(fold(w) for w in words.joiners)
        self._chairs = chairs_of(words)
        joiners = alternation(words.joiners)
        self._copula = re.compile(rf",? {bounded(words.copulas)} (?:\w{{1,4}}[' ])?")
        after = rf"(?: ?, | \(| - | – | — |, {joiners} | {joiners} )(?:\w{{1,4}}[' ])?(?:\w+ )?"
        self._apposed = re.compile(after)
        self._another = re.compile(rf",? {joiners} (?:\w{{2,4}} |\w')(?:\w+ )?")
        self._envoys = frozenset(map(fold, words.envoys))
        self._whose = re.compile(rf"{bounded(words.possessives)} $") if words.possessives else NEVER
        self._clause = re.compile(rf", {bounded(words.copulas)} ")
        self._equated = re.compile(rf" {bounded(words.copulas)} ")
        self._bracket = re.compile(rf"\({bounded(words.honorifics)}\.?\) $")
        self._chain = re.compile(rf",? {joiners} ")
        self._gap = re.compile(rf" ?|, |: | ?- ?| – |, (?!{joiners} )(?:(?:\w{{2,3}} )?[a-zà-ÿ]{{4,}} |\w{{2,3}}[’' ])")

    def of(self, scene: Scene, start: int, end: int) -> list[tuple[Role, bool]]:
        """The titles before a name and in apposition to it, and whether each stands close to it."""
        roles = self._before(scene, start)
        led = self._is_led(scene.sentence, start, roles)
        return [*roles, *self._after(scene, self._bracketed(scene, end), led=led, fronted=bool(roles) and roles[-1][1])]

    def _bracketed(self, scene: Scene, end: int) -> int:
        """Where a name ends with the body in brackets behind it: `Ana Soto (Peru), Director of Labour`.

        Or with its state, where a clause says who it is: `Ana Soto of Peru, who is Director of Labour`.
        """
        body = self._titles.tenure.behind(scene.sentence, end, scene.items)
        if body is None:
            return end
        if scene.sentence.text[end : end + 2] == " (":
            return body.end + 1
        return body.end if self._clause.match(scene.sentence.folded, body.end) else end

    def _before(self, scene: Scene, start: int) -> list[tuple[Role, bool]]:
        """The titles that end where the name begins: `the Minister of Labour of Peru and Chair of X, NAME`."""
        sentence = scene.sentence
        honorific = self._bracket.search(sentence.folded[:start]) or self._address.before(sentence.folded, start)
        gap = honorific.start() if honorific else start
        found: list[tuple[Role, bool]] = []
        for title in reversed(scene.titles):
            if title.end > gap:
                continue
            between = sentence.text[title.end : gap]
            if not found and not self._leads(scene, title, gap):
                break
            if found and not self._goes_with(sentence, title, found, between, named=honorific is not None):
                break
            found.append((self.role(sentence, title), between == " "))
            again = self._address.before(sentence.folded, title.start)
            gap = again.start() if again else title.start
        return found[::-1]

    def _leads(self, scene: Scene, title: Title, gap: int) -> bool:
        """Whether a title goes with the name behind it: `the director of X, NAME`, `the director of X is NAME`.

        Also where the state that the holder of a post in a body comes from stands between: `, the Malian NAME`.
        """
        sentence = scene.sentence
        if self._gap.fullmatch(sentence.text, title.end, gap):
            return True
        if title.body and self._equated.fullmatch(sentence.folded, title.end, gap):
            spoken_of = self._whose.search(sentence.folded[: title.start])  # no word that such a one came
            return not spoken_of and fold(sentence.text[title.head : title.title_end]) not in self._envoys
        home = next((i for i in scene.items if i.kind in _HOME and _OWN.fullmatch(sentence.folded, i.end, gap)), None)
        if home is None or not title.body.startswith("org:"):
            return False
        return _TO_HOME.fullmatch(sentence.folded, title.end, home.start) is not None

    def _goes_with(
        self, sentence: Sentence, title: Title, found: Sequence[tuple[Role, bool]], between: str, *, named: bool
    ) -> bool:
        """Whether a title before another is of the same person: `Director General, Ambassador NAME`."""
        if self._chain.fullmatch(between):
            return True
        address = (
            len(found) == 1 and found[0][1] and fold(found[0][0].title).partition(" ")[0] in self._address.courtesy
        )
        if address and _ARTICLE.fullmatch(between):  # `the chair of the Forum, the Ambassador NAME`
            return title.start <= _OPENING or self.role(sentence, title).chairs
        opens = named and not re.search(rf"[{UPPER}]\w+ [{UPPER}]\w+", sentence.text[: title.start])
        return between == ", " and (address or opens or not found[0][1])

    def _after(self, scene: Scene, end: int, *, led: bool, fronted: bool) -> Iterator[tuple[Role, bool]]:
        """The titles in apposition: `NAME, Director General of IOM`, `NAME (Director of ...)`.

        Where a title and a comma lead to the name, or a title stands right before it, so may the next to the next.
        """
        sentence, position = scene.sentence, end
        for title in scene.titles:
            between = sentence.folded[position : title.start]
            stated = self._copula.fullmatch(between) if title.body else self._clause.fullmatch(between)
            if between == " (" and position > end and sentence.text[title.start : title.end].isupper():
                position = title.end + 1  # the letters that stand for the title before them
                continue
            if position == end and (stated or (between == " " and self._stands_alone(sentence, title))):
                yield self.role(sentence, title), False
                break
            if title.start < position or not (self._apposed.fullmatch(between) or (stated and position > end)):
                continue
            if position == end and self._is_anothers(title, between, led=led):
                break
            if position == end and between.lstrip()[:1] not in {",", "(", "-", "–", "—"}:
                continue
            bare = between.strip(" ,(–—-")
            determined = bare != "" and (bare not in self._joiners or title.start < title.head)
            determined = determined or led or (fronted and not sentence.text.startswith(", ", title.end))
            if self._starts_new_person(scene, title, determined=determined, row=bare == "" and not (led or fronted)):
                break
            yield self.role(sentence, title), False
            position = title.end

    def _is_anothers(self, title: Title, between: str, *, led: bool) -> bool:
        """Whether a title is of one named behind it or not at all: `NAME, and the minister of Peru`.

        `NAME and that of Peru`; in a list that names offices, `the director of X, NAME, the minister of Peru`.
        """
        bare = between.strip(" ,")
        listed = led and bare != "" and title.body != "" and bare not in self._joiners
        return listed or (title.words != "" and bare in self._joiners) or bool(self._another.fullmatch(between))

    def _is_led(self, sentence: Sentence, start: int, roles: Sequence[tuple[Role, bool]]) -> bool:
        """Whether a title and a comma lead to a name."""
        return bool(roles) and sentence.folded[roles[-1][0].end : start].startswith(",")

    def _stands_alone(self, sentence: Sentence, title: Title) -> bool:
        """Whether a title right behind a name is that person's: `Ana Soto Minister of Labour`."""
        long = self._titles.is_long(sentence, title) and title.start == title.head
        return long and not re.match(rf",? [{UPPER}]", sentence.text[title.end : title.end + 3])

    def _starts_new_person(self, scene: Scene, title: Title, *, determined: bool, row: bool) -> bool:
        """Whether the title belongs to the name that follows it: `A, Minister B`, `A, the minister, B`.

        In a `row` of names without stops between it does not, if that name has a title of its own behind it.
        """
        if self._address.dashed.match(scene.sentence.folded, title.end):
            return True
        title = last_of_row(scene.sentence, scene.titles, title)
        comma = scene.sentence.text[title.end : title.end + 2] == ", "
        if not (comma and determined) and not re.match(rf" [{UPPER}]", scene.sentence.text[title.end : title.end + 2]):
            return False
        end = self._name_end(scene, title.end + 1 + comma)
        following = (scene.sentence.folded[end : t.start] for t in scene.titles if t.start > end)
        if row and end and any(map(self._apposed.fullmatch, following)):
            return False
        return bool(end) or (not comma and (determined or not self._titles.is_long(scene.sentence, title)))

    def _name_end(self, scene: Scene, position: int) -> int:
        """Where the name that stands at a position, or behind an honorific there, ends; 0 if there is none."""
        address = self._address.one.match(scene.sentence.folded, position)
        start = address.end() if address is not None else position
        while address is not None and not scene.sentence.text[start : start + 1].isalnum() and start < position + 99:
            start += 1
        if any(i.start == start for i in scene.items):
            return 0
        return self._names.name_end(scene.sentence, start, alone=address is not None)

    def role(self, sentence: Sentence, title: Title) -> Role:
        """The post that a title tells."""
        words = title.words or sentence.text[title.head : title.title_end].strip(" ,")
        chairs = title.presides or is_chair(words, self._chairs)
        portfolio = title.presides or self._titles.is_long(sentence, title)
        return Role(words, title.body, title.start, title.end, chairs, portfolio)
