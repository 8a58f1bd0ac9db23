"""Precision, recall and F1 of a claim table against gold tables.

A claim that is optional in the gold neither helps nor hurts, nor do those that follow from others: the
attendance of a person who speaks or presides, the participation of the state or body whose post such a person
holds. Each claim is matched with at most one gold claim, and as many as can be are (maximum bipartite
matching by augmenting paths).
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from migkg.claim_table.aliases import EVERYWHERE
from migkg.claim_table.compare import DATES, Comparison, Statement, key
from migkg.claim_table.figures import Evaluation, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from migkg.claim_table.aliases import Aliases, Names
    from migkg.claim_table.table import ClaimRow

_PRESENT = frozenset({"hasSpeaker", "hasAttendee", "hasChair"})


def evaluate(
    gold: Mapping[str, Sequence[ClaimRow]],
    system: Mapping[str, Sequence[ClaimRow]],
    *,
    aliases: Aliases,
    linking: frozenset[str],
) -> Evaluation:
    """Compare the system's claims with the gold's, article by article; only articles with gold count.

    `linking` are the words on which two titles must not match.
    """
    compare = Comparison(linking)
    return Evaluation(
        outcomes={
            article: _outcome(gold[article], system.get(article, ()), aliases.of(article), compare)
            for article in sorted(gold)
        }
    )


def _statement(row: ClaimRow) -> Statement:
    return row.subject, row.predicate, row.object


def _outcome(
    gold: Sequence[ClaimRow],
    system: Sequence[ClaimRow],
    aliases: tuple[list[Names], list[Names]],
    compare: Comparison,
) -> Outcome:
    asked = [_statement(row) for row in gold]
    neutral = {i for i, row in enumerate(gold) if row.optional}
    following = _following(asked, compare)
    neutral |= set(range(len(asked), len(asked) + len(following)))
    wanted = asked + following
    given = list(dict.fromkeys(map(_statement, system)))
    readings = _Readings(asked, wanted, *aliases)
    edges = [
        [i for i, want in enumerate(wanted) if any(compare.same(want, r) for r in readings.of(claim))]
        for claim in given
    ]
    required = set(range(len(wanted))) - neutral
    matched = _matching(edges, required)
    return Outcome(
        hits=tuple(wanted[i] for i in sorted(matched)),
        missed=tuple(wanted[i] for i in sorted(required - matched)),
        wrong=tuple(claim for claim, edge in zip(given, edges, strict=True) if not edge),
    )


def _following(claims: Sequence[Statement], compare: Comparison) -> list[Statement]:
    """What follows from the gold without being asked for."""
    there = [(s, o) for s, p, o in claims if p in _PRESENT and o.startswith("person:")]
    posts = [(s, o.rpartition("@")[2].strip()) for s, p, o in claims if p == "hasPosition"]
    attendance = [(s, "hasAttendee", o) for s, o in there]
    bodies = [(s, "hasParticipant", body) for s, o in there for who, body in posts if compare.same_person(o, who)]
    return attendance + bodies


class _Readings:
    """A claim as it is written, then under each other name that the aliases and the gold's years allow."""

    def __init__(
        self, asked: Sequence[Statement], wanted: Sequence[Statement], subjects: list[Names], objects: list[Names]
    ) -> None:
        self._objects = objects
        self._subjects = subjects
        self._years = _keys_by_year(asked)
        self._dated = {(s, o) for s, p, o in wanted if p == "year"}

    def of(self, claim: Statement) -> Iterator[Statement]:
        _, predicate, value = claim
        for name in self._names(claim[0]):
            yield name, predicate, value
            for table in self._objects:
                for gold in table.get(key(value), ()):
                    yield name, predicate, gold
            if predicate in DATES and (name, value[:4]) in self._dated:
                yield name, predicate, "-" + value[4:]

    def _names(self, subject: str) -> list[str]:
        any_code = key(re.sub(r":[^/]+", ":", subject))
        names = [subject]
        for table in (self._years, *self._subjects):
            for form in (key(subject), any_code):
                names += table.get(form, ())
        if subject.startswith("event:"):
            for table in self._subjects:
                names += table.get(EVERYWHERE, ())
        return names


def _keys_by_year(claims: Sequence[Statement]) -> Names:
    """`edition:CODE/2010` stands for each `edition:CODE/N` that the gold pairs with 2010."""
    keys: Names = defaultdict(list)
    for subject, predicate, value in claims:
        if "/" in subject and (predicate == "year" or predicate in DATES) and value[:4].isdigit():
            keys[key(f"{subject.rpartition('/')[0]}/{value[:4]}")].append(subject)
    return keys


def _matching(edges: Sequence[Sequence[int]], allowed: set[int]) -> set[int]:
    """The gold claims that a maximum matching covers, among the allowed."""
    owner: dict[int, int] = {}

    def place(claim: int, seen: set[int]) -> bool:
        for want in edges[claim]:
            if want in allowed and want not in seen:
                seen.add(want)
                if want not in owner or place(owner[want], seen):
                    owner[want] = claim
                    return True
        return False

    for claim in range(len(edges)):
        place(claim, set())
    return set(owner)


class Judge:
    """The gold of one article, asked about single claims."""

    def __init__(
        self, gold: Sequence[ClaimRow], aliases: tuple[list[Names], list[Names]], linking: frozenset[str]
    ) -> None:
        self._compare = Comparison(linking)
        asked = [_statement(row) for row in gold]
        self._wanted = asked + _following(asked, self._compare)
        self._required = {i for i, row in enumerate(gold) if not row.optional}
        self._evidence = [row.evidence for row in gold]
        self._readings = _Readings(asked, self._wanted, *aliases)

    def verdict(self, claim: Statement) -> int:
        """1 for a claim that the gold asks for, 0 for one that it allows, -1 for one that is wrong."""
        same = self._same(claim)
        return 1 if same & self._required else 0 if same else -1

    def evidence(self, claim: Statement) -> list[str]:
        """The sentences on which the gold bases a claim, of whatever subject."""
        _, predicate, value = claim
        return [
            self._evidence[i]
            for i, (_, p, o) in enumerate(self._wanted[: len(self._evidence)])
            if i in self._same(claim) or (p == predicate and self._agrees(p, o, value))
        ]

    def is_said(self, claim: Statement) -> bool:
        """Whether the gold says the same of any subject."""
        _, predicate, value = claim
        return any(predicate == p and self._agrees(p, o, value) for _, p, o in self._wanted)

    def _same(self, claim: Statement) -> set[int]:
        readings = list(self._readings.of(claim))
        return {i for i, want in enumerate(self._wanted) if any(self._compare.same(want, r) for r in readings)}

    def _agrees(self, predicate: str, one: str, other: str) -> bool:
        return self._compare.same_object(predicate, one, other) or (predicate in DATES and _one_day(one, other))


def _one_day(one: str, other: str) -> bool:
    """Whether one date is the other without its year."""
    return one.endswith(other.lstrip("-")) or other.endswith(one.lstrip("-"))
