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
from migkg.extract.light import replace
from migkg.extract.paired import Pairs
from migkg.extract.person_names import NameFinder
from migkg.extract.persons_beside import Beside, Scene
from migkg.extract.pronouns import Pronouns, keep_last
from migkg.extract.sending import Sending
from migkg.extract.tenure import native
from migkg.extract.titles import TitleFinder
from migkg.extract.vocabulary import alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Persons

Span = tuple[int, int]
_STATE = 2
"""Letters of the code of a state."""
_SHORTEST = 3
"""A single word of fewer letters is no name, but what a sentence was cut at: `Ma. Teresa`."""


class PersonFinder:
    """Finds the persons of a sentence and remembers those of the article."""

    def __init__(self, words: Persons, given: frozenset[str] = frozenset()) -> None:
        self._names = NameFinder(words, given)
        self._titles = TitleFinder(words, given)
        self._pairs = Pairs(words, self._titles)
        self._sending = Sending(words)
        self._address = Addresses(words)
        self._beside = Beside(words, self._titles, self._names)
        self._pronouns = Pronouns(words, self._beside.role)
        joiners = alternation(words.joiners)
        name, joined = self._names.pattern, rf",? {joiners}"
        self._and_name = re.compile(rf"(?:{joined} {name})?")
        self._name_and = re.compile(rf"{name}{joined} $")
        self._ands = tuple(f"{fold(w)} " for w in words.joiners)
        self._delegation = re.compile(bounded(words.delegations))
        self._act = re.compile(rf",? (?:\w{{1,3}}[ '])*{bounded(words.acts)}")
        self._agent = re.compile(rf"{bounded(words.agents)} (?:{bounded(words.honorifics)}\.? )?$")
        self._joiners = frozenset(fold(w) for w in words.joiners)
        self._postnominal = re.compile(rf"(?:,? ?{bounded(words.postnominals)}\.?)*\.?")
        self._list_gap = re.compile(rf"(?:[,;] |,? {joiners} |[,;] {joiners} )")

    def find(self, sentence: Sentence, items: Sequence[Item], known: dict[str, Item]) -> list[Item]:
        """The persons of a sentence; `known` maps folded names and their last words to persons and is added to."""
        titles = self._titles.find(sentence, items)
        found: list[Item] = []
        unsure: list[Span] = []
        taken: set[int] = set()
        spans = list(self._names.find(sentence, items, titles))
        shared = self._pairs.roles(sentence, spans, items, titles)
        for span in spans:
            scene = Scene(sentence, items, [t for t in titles if t.head not in taken], shared.get(span[0]))
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

    def _person(self, scene: Scene, span: Span, known: dict[str, Item]) -> Item | None:
        sentence, (start, end) = scene.sentence, span
        name = sentence.text[start:end]
        behind = self._postnominal.match(sentence.folded, end)
        closed = sentence.text.startswith("., ", end)  # `Ana Soto Jr., Minister of Labour`
        after = behind.end() if behind and (closed or behind.end() > end + 1) else end
        roles = self._beside.of(scene, start, after) if scene.titles else []
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

    def _bodied(self, sentence: Sentence, span: Span, roles: Sequence[Role], items: Sequence[Item]) -> list[Role]:
        """The roles; where none names a body, of the one beside the name: `Minister Ana Soto of Peru`."""
        last = roles[-1] if roles else None
        if last is not None and len(last.body) == _STATE and self._delegation.search(fold(last.title)):
            # who heads the delegation of a state holds the post told before there
            return [replace(r, body=last.body) if r.portfolio and not r.body else r for r in roles]
        if not roles or any(r.body for r in roles):
            return list(roles)
        body = self._titles.tenure.behind(sentence, span[1], items)
        body = body or (None if any(r.chairs for r in roles) else native(span[0], items))
        held = body.value if body is not None else self._titles.tenure.sent_for(sentence, span[0], items)
        return [replace(r, body=held) if held else r for r in roles]

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


def _is_city(scene: Scene, span: Span) -> bool:
    """Whether what may be a name is that of a city or a part of it: `Pedro Sula` in San Pedro Sula."""
    return any(i.kind == "city" and i.start <= span[0] and span[1] <= i.end for i in scene.items)
