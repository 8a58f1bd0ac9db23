"""Posts that a pronoun tells of the person named last: `Ana Soto presided; she is Director of Labour of Peru`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.light import replace
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from migkg.extract.item import Item, Role
    from migkg.extract.sentences import Sentence
    from migkg.extract.title_parts import Title
    from migkg.lexicon import Persons

_LAST = ""
"""The key, which is no name, of the only person that the sentence before told of."""


class Pronouns:
    """Finds the posts that a pronoun leads to, and whose they are."""

    def __init__(self, words: Persons, role: Callable[[Sentence, Title], Role]) -> None:
        said = rf"{bounded(words.pronouns)} (?:\w{{1,3}}[ '])?$"
        self._said = re.compile(said) if words.pronouns else NEVER
        self._joined = re.compile(rf",? {alternation(words.joiners)} (?:\w{{1,3}}[ '])?")
        self._role = role

    def find(
        self, sentence: Sentence, titles: Sequence[Title], found: Sequence[Item], known: dict[str, Item]
    ) -> Iterator[Item]:
        """The persons that pronouns stand for, each with the posts that follow; `found` are those of the sentence."""
        for number, title in enumerate(titles):
            said = self._said.search(sentence.folded[: title.start])
            before = [p for p in found if said is not None and p.end <= said.start()]
            person = before[-1] if before else known.get(_LAST)
            if said is None or person is None or not title.body:
                continue
            held = [title]
            for following in titles[number + 1 :]:
                if self._joined.fullmatch(sentence.folded, held[-1].end, following.start):
                    held.append(following)
            roles = tuple(self._role(sentence, t) for t in held if t.body)
            yield replace(person, start=said.start(), end=held[-1].end, roles=roles)


def keep_last(found: Sequence[Item], known: dict[str, Item]) -> None:
    """Remember the person of a sentence for the pronoun of the next, if it tells of one alone."""
    known.pop(_LAST, None)
    if len({person.value for person in found}) == 1:
        known[_LAST] = found[-1]
