"""Whom a person comes from, where another part of the sentence than the post tells it: `on behalf of Peru`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.light import replace
from migkg.extract.title_parts import code_of
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.item import Item, Role
    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Persons

_LEADS = re.compile(r",? (?:\w+[ '-]){0,2}")
"""What may stand between the state that sends somebody and the person."""
_SENDERS = frozenset({"state", "demonym", "org"})
_GAP = r"(?:\w+ ){0,3}?"
"""Words within what says that somebody is sent: `represented in it by`."""
_LINK = 4
"""A word of so many letters at most leads from what says so to the person: `by`."""
_TURN = re.compile(r"(?:,|;) (?:\w{1,4} ){0,2}$")
_TO_NEXT = re.compile(r"(?:, | \w{2,4} )(?:\w{1,3}[ '])?")
"""Between a state and the person it sends where a verb is not said again: `Peru was represented by X, Chile by Y`."""
_CLAUSE = re.compile(r"[;:]")
_ARTICLE = re.compile(r" ?(?:\w{1,3}[ '])?")
_STATE = 2
"""Letters of the code of a state."""
_REACH = 60
"""Characters between what says that somebody is sent and the person."""


class Sending:
    """Completes the posts of a sentence whose body stands elsewhere in it."""

    def __init__(self, words: Persons) -> None:
        self._group = re.compile(bounded(words.delegations))
        self._joint = re.compile(rf",? {alternation(words.joiners)} (?:\w{{3,10}} )?")
        self._units = re.compile(bounded(words.units))
        self._sends = re.compile(bounded(words.sends)) if words.sends else NEVER
        bare = [w for w in words.sent if not w[0].isalnum()]
        self._sent = re.compile(rf"{bounded(words.sent)}|{alternation(bare)}") if words.sent else NEVER
        self._meets = re.compile(bounded(words.meets)) if words.meets else NEVER
        self._parted = _parted(words.sent)
        self._next = re.compile(rf" {alternation(words.joiners)} (?:\w{{1,3}}[ '])?$")
        stands = rf"\W{{0,3}}(?:{alternation(words.joiners)} )?{bounded(words.stands)}"
        self._stands = re.compile(stands) if words.stands else NEVER
        self._scene = re.compile(rf"{bounded(words.places)} (?:\w{{1,3}}[ '])?$") if words.places else NEVER

    def complete(self, sentence: Sentence, persons: Sequence[Item], items: Sequence[Item]) -> list[Item]:
        """The persons; a post without a body is held in what the sentence says to send the person.

        Where nothing says so, the only state of a sentence that tells of one person is taken for that of a post
        with a portfolio.
        """
        return [replace(p, roles=self._completed(sentence, p, persons, items)) if p.roles else p for p in persons]

    def _completed(
        self, sentence: Sentence, person: Item, persons: Sequence[Item], items: Sequence[Item]
    ) -> tuple[Role, ...]:
        if any(role.body for role in person.roles):
            return self._joined(sentence, person.roles, items)
        if self._is_met(sentence, person, items):
            return person.roles
        sender = self._sender(sentence, person, persons, items)
        if sender is not None:
            return tuple(
                role if role.chairs and role.portfolio else replace(role, body=code_of(sender)) for role in person.roles
            )
        last, only = person.roles[-1], self._only_state(sentence, items) if len(persons) == 1 else ""
        return (
            (*person.roles[:-1], replace(last, body=only, inferred=True)) if only and last.portfolio else person.roles
        )

    def _is_met(self, sentence: Sentence, person: Item, items: Sequence[Item]) -> bool:
        """Whether a delegation is said to meet a person, who is none of it: `the Peruvian delegation met NAME`."""
        delegation = self._delegation(sentence, items)
        if delegation is None or person.start < delegation.end:
            return False
        return self._meets.search(sentence.folded, delegation.end, person.start) is not None

    def _joined(self, sentence: Sentence, roles: Sequence[Role], items: Sequence[Item]) -> tuple[Role, ...]:
        """The roles; two posts that a joiner joins are of one state: `vice-president and minister of Peru`.

        One in a meeting is of none.
        """
        found = list(roles)
        heads = [i.start for i in items if i.kind == "head"]
        for at in range(1, len(found)):
            first, second = found[at - 1], found[at]
            joined = self._joint.fullmatch(sentence.folded, first.end, second.start) is not None
            joined = joined and not any(first.start < head <= second.end + 1 for head in heads)
            body = first.body or second.body
            if joined and first.title and second.title and len(body) == _STATE and not (first.body and second.body):
                found[at - 1 : at + 1] = replace(first, body=body), replace(second, body=body)
        return tuple(found)

    def _sender(self, sentence: Sentence, person: Item, persons: Sequence[Item], items: Sequence[Item]) -> Item | None:
        """The state or body that sends a person, None where the sentence does not say."""
        delegation = self._delegation(sentence, items)
        if delegation is not None and person.start >= delegation.end:
            return delegation
        others = [p for p in persons if p.start != person.start]
        found = [
            *self._represented(sentence, person, others, items),
            *self._sent_by(sentence, person, others, items),
            *self._stands_for(sentence, person, items),
        ]
        return found[0] if found else None

    def _stands_for(self, sentence: Sentence, person: Item, items: Sequence[Item]) -> Iterator[Item]:
        """Whom all persons of a clause come from that begins with it: `for Peru, the minister A; for Chile, B`."""
        clauses = [m.end() for m in _CLAUSE.finditer(sentence.folded, 0, person.start)]
        said = (self._stands.match(sentence.folded, at) for at in (*reversed(clauses), 0))
        match = next((m for m in said if m is not None), None)
        if match is None:
            return
        senders = [i for i in items if i.kind in _SENDERS and match.end() <= i.start and i.end <= person.start]
        first = min(senders, key=lambda i: i.start, default=None)
        if first is None or first.kind == "demonym" or len({i.value for i in senders}) > 1:
            return
        if _ARTICLE.fullmatch(sentence.folded, match.end(), first.start):
            yield first

    def _delegation(self, sentence: Sentence, items: Sequence[Item]) -> Item | None:
        """The body of the only delegation of a sentence: `the Peruvian delegation`, `the delegation of IOM`."""
        found = [i for m in self._group.finditer(sentence.folded) for i in items if _of(m, i, sentence)]
        return found[0] if len({i.value for i in found}) == 1 else None

    def _represented(
        self, sentence: Sentence, person: Item, others: Sequence[Item], items: Sequence[Item]
    ) -> Iterator[Item]:
        """What a person is said to represent: `NAME spoke on behalf of Peru`, `on behalf of Peru, NAME`."""
        for match in self._sends.finditer(sentence.folded):
            item = next((i for i in items if self._is_object(sentence, match, i)), None)
            if item is None:
                continue
            before = _LEADS.fullmatch(sentence.folded[item.end : person.start]) if item.end < person.start else None
            behind = person.end <= match.start() and not _between(others, person.end, match.start())
            if before is not None or behind:
                yield item

    def _is_object(self, sentence: Sentence, match: re.Match[str], item: Item) -> bool:
        """Whether a state or body stands right behind a phrase; an adjective only with the word for a delegation."""
        if item.kind not in _SENDERS or item.start < match.end():
            return False
        close = re.fullmatch(r" ?(?:\w{1,4}[ '])?", sentence.folded[match.end() : item.start]) is not None
        group = self._group.search(match.group()) or self._group.match(sentence.folded, item.end + 1)
        return close and (item.kind != "demonym" or group is not None)

    def _sent_by(
        self, sentence: Sentence, person: Item, others: Sequence[Item], items: Sequence[Item]
    ) -> Iterator[Item]:
        """What is said to be represented by a person: the only state before the words for it."""
        said = [m for m in self._parted.finditer(sentence.folded, 0, person.start) if not _inside(m, items)]
        for match in (*self._sent.finditer(sentence.folded, 0, person.start), *said):
            states = {i.value: i for i in items if i.kind in _SENDERS and i.end <= match.start()}
            near = person.start - match.end() <= _REACH and not _between(others, match.end(), person.start)
            if near and len(states) == 1:
                yield from states.values()
        yield from self._sent_next(sentence, person, items)

    def _sent_next(self, sentence: Sentence, person: Item, items: Sequence[Item]) -> Iterator[Item]:
        """The state right before a person, with a verb told of another: `Peru was represented by X, Chile by Y`."""
        said = self._parted.search(sentence.folded, 0, person.start) or self._sent.search(
            sentence.folded, 0, person.start
        )
        if said is None:
            return
        for item in items:
            if item.kind == "state" and said.start() < item.start and item.end < person.start:
                turns = _TURN.search(sentence.folded[: item.start]) or self._next.search(sentence.folded[: item.start])
                if turns and _TO_NEXT.fullmatch(sentence.folded, item.end, person.start):
                    yield item

    def _only_state(self, sentence: Sentence, items: Sequence[Item]) -> str:
        """The only state that a sentence names, unless it is named as a place; else the empty string."""
        states = [i for i in items if i.kind == "state" or self._has_unit(sentence, i)]
        if len({i.value for i in states}) != 1:
            return ""
        scene = all(i.kind == "state" and self._scene.search(sentence.folded[: i.start]) for i in states)
        return "" if scene else states[0].value

    def _has_unit(self, sentence: Sentence, item: Item) -> bool:
        """Whether an adjective tells whose a ministry or government is: `at the Kenyan Ministry of Interior`."""
        return item.kind == "demonym" and self._units.match(sentence.folded, item.end + 1) is not None


def _parted(sent: Sequence[str]) -> re.Pattern[str]:
    """What says that somebody is sent, with words before its link: `represented in it by`."""
    parts = [w.rsplit(" ", 1) for w in sent if w[0].isalnum() and w.count(" ") == 1]
    said = [(first, link) for first, link in parts if len(link) <= _LINK]
    if not said:
        return NEVER
    return re.compile(rf"{bounded([first for first, _ in said])} {_GAP}{bounded([link for _, link in said])}")


def _inside(match: re.Match[str], items: Sequence[Item]) -> bool:
    """Whether a mention stands amid a phrase."""
    return any(match.start() < i.start < match.end() for i in items)


def _between(persons: Sequence[Item], start: int, end: int) -> bool:
    """Whether another person is named between two places."""
    return any(start <= p.start and p.end <= end for p in persons)


def _of(group: re.Match[str], item: Item, sentence: Sentence) -> bool:
    """Whether a delegation is that of a body: it stands right before the word or behind it."""
    if item.kind not in _SENDERS:
        return False
    before = sentence.folded[item.end : group.start()] if item.end <= group.start() else "?"
    after = sentence.folded[group.end() : item.start] if item.start >= group.end() else "?"
    return before in {" ", "'s ", "' "} or re.fullmatch(r" (?:\w{1,4}[ '])*", after) is not None
