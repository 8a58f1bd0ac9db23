"""Persons: a name beside a title, in both orders, with the body the title is held in.

A name is two or more capitalised words (particles between them). It is a person's if a title, an honorific or what
only a person does stands beside it, if it begins with a given name, if it stands in a list of persons, or if the
article named that person before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.addresses import Addresses
from migkg.extract.fold import fold, fold_word
from migkg.extract.item import Item, Role
from migkg.extract.known_persons import is_initialled, remember, untold
from migkg.extract.light import light, replace
from migkg.extract.paired import Pairs, chairs_of, is_chair
from migkg.extract.person_names import NameFinder
from migkg.extract.pronouns import Pronouns, keep_last
from migkg.extract.sending import Sending
from migkg.extract.tenure import native
from migkg.extract.title_parts import UPPER, last_of_row
from migkg.extract.titles import TitleFinder
from migkg.extract.vocabulary import alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.sentences import Sentence
    from migkg.extract.title_parts import Title
    from migkg.lexicon import Persons

Span = tuple[int, int]
_OPENING = 4
"""So many characters at most stand before a title that opens a sentence: an article."""
_ARTICLE = re.compile(r", \w{1,3}[ ']")
"""What leads from a post to the form of address of the same person."""
_SHORTEST = 3
"""A single word of fewer letters is no name, but what a sentence was cut at: `Ma. Teresa`."""


@light(frozen=True, slots=True)
class _Scene:
    """A sentence with its items and the titles that are nobody's yet."""

    sentence: Sentence
    items: Sequence[Item]
    titles: Sequence[Title]
    shared: Role | None = None
    """The post that the person at hand shares with others."""


class PersonFinder:
    """Finds the persons of a sentence and remembers those of the article."""

    def __init__(self, words: Persons, given: frozenset[str] = frozenset()) -> None:
        self._names = NameFinder(words, given)
        self._titles = TitleFinder(words)
        self._pairs = Pairs(words, self._titles)
        self._sending = Sending(words)
        self._address = Addresses(words)
        self._pronouns = Pronouns(words, self._role)
        joiners = alternation(words.joiners)
        name, joined = self._names.pattern, rf",? {joiners}"
        self._and_name = re.compile(rf"(?:{joined} {name})?")
        self._name_and = re.compile(rf"{name}{joined} $")
        self._ands = tuple(f"{fold(w)} " for w in words.joiners)
        self._act = re.compile(rf",? (?:\w{{1,3}}[ '])*{bounded(words.acts)}")
        self._agent = re.compile(rf"{bounded(words.agents)} (?:{bounded(words.honorifics)}\.? )?$")
        self._joiners = frozenset(fold(w) for w in words.joiners)
        self._chairs = chairs_of(words)
        self._copula = re.compile(rf",? {bounded(words.copulas)} (?:\w{{1,4}}[' ])?")
        after = rf"(?: ?, | \(| - | – | — |, {joiners} | {joiners} )(?:\w{{1,4}}[' ])?(?:\w+ )?"
        self._apposed = re.compile(after)
        self._another = re.compile(rf",? {joiners} (?:\w{{2,4}} |\w')(?:\w+ )?")
        self._postnominal = re.compile(rf"(?:,? ?{bounded(words.postnominals)}\.?)*\.?")
        self._chain = re.compile(rf",? {joiners} ")
        self._list_gap = re.compile(rf"(?:[,;] |,? {joiners} |[,;] {joiners} )")
        self._beside = re.compile(
            rf" ?|, |: | ?- ?| – |, (?!{joiners} )(?:(?:\w{{2,3}} )?[a-zà-ÿ]{{4,}} |\w{{2,3}}[’' ])"
        )

    def find(self, sentence: Sentence, items: Sequence[Item], known: dict[str, Item]) -> list[Item]:
        """The persons of a sentence; `known` maps folded names and their last words to persons and is added to."""
        titles = self._titles.find(sentence, items)
        found: list[Item] = []
        unsure: list[Span] = []
        taken: set[int] = set()
        spans = list(self._names.find(sentence, items, titles))
        shared = self._pairs.roles(sentence, spans, items, titles)
        for span in spans:
            scene = _Scene(sentence, items, [t for t in titles if t.head not in taken], shared.get(span[0]))
            person = self._person(scene, span, known)
            if person is None:
                unsure.append(span)
            elif all(person.end <= f.start or person.start >= f.end for f in found):
                found.append(person)
                taken |= {t.head for t in scene.titles if person.start <= t.head < person.end}
        listed = self._listed(sentence, unsure, found)
        found = self._sending.complete(sentence, sorted(found, key=lambda p: p.start), items)
        for person in found:
            remember(person, known)
        again = list(self._pronouns.find(sentence, titles, found, known))
        keep_last(found + again, known)
        return sorted(found + again + listed, key=lambda p: p.start)

    def _person(self, scene: _Scene, span: Span, known: dict[str, Item]) -> Item | None:
        sentence, (start, end) = scene.sentence, span
        name = sentence.text[start:end]
        behind = self._postnominal.match(sentence.folded, end)
        after = behind.end() if behind and behind.end() > end + 1 else end
        roles = self._beside_name(scene, start, after) if scene.titles else []
        if scene.shared is not None and (scene.shared.chairs or not roles):
            roles.insert(0, (scene.shared, False))
        several, bare = len(name.split()) > 1 or "-" in name, fold_word(name)
        earlier = known.get(bare) or known.get(bare.split()[-1])
        if earlier is not None and (bare in fold(earlier.value) or not several or is_initialled(bare, earlier)):
            name = earlier.value
        elif _is_city(scene, span) or not self._is_person(sentence, span, roles, several=several):
            return None
        posts = self._bodied(sentence, (start, after), [r for r, _ in roles], scene.items)
        held = untold(self._held(posts), earlier.roles if earlier is not None else ())
        left = min([start, *(r.start for r in held)], default=start)
        right = max([end, *(r.end for r in held)], default=end)
        outer = self._address.before(sentence.folded, left)
        return Item("person", outer.start() if outer else left, right, name, roles=held)

    def _is_person(self, sentence: Sentence, span: Span, roles: Sequence[tuple[Role, bool]], *, several: bool) -> bool:
        """Whether what stands beside a name, or its own words, make it a person's."""
        start, end = span
        name = sentence.text[start:end]
        honorific = self._address.before(sentence.folded, start) is not None
        if not several:
            sure = (honorific or any(close for _, close in roles)) and len(name) >= _SHORTEST
            return sure and not self._names.is_common(name)
        if self._acts(sentence, start, end) or honorific:
            return True
        if self._names.begins_with_given(name):
            return True
        return bool(roles) and self._names.is_plain(name)

    def _bracketed(self, scene: _Scene, end: int) -> int:
        """Where a name ends with the body in brackets behind it: `Ana Soto (Peru), Director of Labour`."""
        body = self._titles.tenure.behind(scene.sentence, end, scene.items)
        return body.end + 1 if body is not None and scene.sentence.text[end : end + 2] == " (" else end

    def _bodied(self, sentence: Sentence, span: Span, roles: Sequence[Role], items: Sequence[Item]) -> list[Role]:
        """The roles; where none names a body, of the one beside the name: `Minister Ana Soto of Peru`."""
        if not roles or any(r.body for r in roles):
            return list(roles)
        body = self._titles.tenure.behind(sentence, span[1], items)
        body = body or (None if any(r.chairs for r in roles) else native(span[0], items))
        return [replace(r, body=body.value) if body is not None else r for r in roles]

    def _held(self, roles: Sequence[Role]) -> tuple[Role, ...]:
        """The roles; a bare form of address beside a post is none, but its place belongs to the person."""
        posts = [r for r in roles if r.body or fold(r.title) not in self._address.courtesy]
        return tuple(r if r in posts else replace(r, title="") for r in roles) if posts else tuple(roles)

    def _listed(self, sentence: Sentence, unsure: Sequence[Span], found: Sequence[Item]) -> list[Item]:
        """The names between two persons of a list, or at its end: `Ana Soto, Bo Lindqvist and Carl Vega`."""
        listed: list[Item] = []
        for start, end in unsure:
            name = sentence.text[start:end]
            if len(name.split()) < 2 or not self._names.is_plain(name):
                continue
            before = any(p.end <= start and self._list_gap.fullmatch(sentence.folded[p.end : start]) for p in found)
            after = any(p.start >= end and self._list_gap.fullmatch(sentence.folded[end : p.start]) for p in found)
            if before and after:
                listed.append(Item("person", start, end, name))
        return listed

    def _acts(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether the words beside a name, or beside it and another, say that it is a person's."""
        after, joined = self._and_name.match(sentence.text, end), sentence.text[:start].endswith(self._ands)
        before = self._name_and.search(sentence.text[:start]) if joined else None
        return bool(
            (after and self._act.match(sentence.folded, after.end()))
            or self._agent.search(sentence.folded[: before.start() if before is not None else start])
        )

    def _beside_name(self, scene: _Scene, start: int, end: int) -> list[tuple[Role, bool]]:
        """The titles before a name and in apposition to it, and whether each stands close to it."""
        roles = self._before(scene.sentence, start, scene.titles)
        led = self._is_led(scene.sentence, start, roles)
        return [*roles, *self._after(scene, self._bracketed(scene, end), led=led, fronted=bool(roles) and roles[-1][1])]

    def _before(self, sentence: Sentence, start: int, titles: Sequence[Title]) -> list[tuple[Role, bool]]:
        """The titles that end where the name begins: `the Minister of Labour of Peru and Chair of X, NAME`."""
        honorific = self._address.before(sentence.folded, start)
        gap = honorific.start() if honorific else start
        found: list[tuple[Role, bool]] = []
        for title in reversed(titles):
            if title.end > gap:
                continue
            between = sentence.text[title.end : gap]
            if not found and not self._beside.fullmatch(between):
                break
            if found and not self._goes_with(sentence, title, found, between, named=honorific is not None):
                break
            found.append((self._role(sentence, title), between == " "))
            gap = title.start
        return found[::-1]

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
            return title.start <= _OPENING or self._role(sentence, title).chairs
        opens = named and not re.search(rf"[{UPPER}]\w+ [{UPPER}]\w+", sentence.text[: title.start])
        return between == ", " and (address or opens or not found[0][1])

    def _after(self, scene: _Scene, end: int, *, led: bool, fronted: bool) -> Iterator[tuple[Role, bool]]:
        """The titles in apposition: `NAME, Director General of IOM`, `NAME (Director of ...)`.

        Where a title and a comma lead to the name, or a title stands right before it, so may the next to the next.
        """
        sentence, position = scene.sentence, end
        for title in scene.titles:
            between = sentence.folded[position : title.start]
            stated = title.body and self._copula.fullmatch(between)
            if position == end and (stated or (between == " " and self._stands_alone(sentence, title))):
                yield self._role(sentence, title), False
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
            yield self._role(sentence, title), False
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

    def _starts_new_person(self, scene: _Scene, title: Title, *, determined: bool, row: bool) -> bool:
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

    def _name_end(self, scene: _Scene, position: int) -> int:
        """Where the name that stands at a position, or behind an honorific there, ends; 0 if there is none."""
        address = self._address.one.match(scene.sentence.folded, position)
        start = address.end() if address is not None else position
        while address is not None and not scene.sentence.text[start : start + 1].isalnum() and start < position + 99:
            start += 1
        if any(i.start == start for i in scene.items):
            return 0
        return self._names.name_end(scene.sentence, start, alone=address is not None)

    def _role(self, sentence: Sentence, title: Title) -> Role:
        words = title.words or sentence.text[title.head : title.title_end].strip(" ,")
        chairs = title.presides or is_chair(words, self._chairs)
        portfolio = title.presides or self._titles.is_long(sentence, title)
        return Role(words, title.body, title.start, title.end, chairs, portfolio)


def _is_city(scene: _Scene, span: Span) -> bool:
    """Whether what may be a name is that of a city or a part of it: `Pedro Sula` in San Pedro Sula."""
    return any(i.kind == "city" and i.start <= span[0] and span[1] <= i.end for i in scene.items)
