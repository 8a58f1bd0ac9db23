"""The attachment model: how likely a candidate is, and whose it is; a logistic regression for each relation.

`p(relation) = 1 / (1 + exp(-sum of weights))` over the features of `features`; the subject is the option with the
best odds under one regression for all relations. The weights are data, fitted by scripts/train_attachment.py.
Source: Cox, The regression analysis of binary sequences, J. R. Stat. Soc. B 20 (1958).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, fsum
from typing import TYPE_CHECKING

from migkg.extract import features
from migkg.extract.candidates import RULE, candidates, with_subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from migkg.extract.candidates import Candidate, Option
    from migkg.extract.facts import Fact, Scene
    from migkg.extract.features import Cues, Features

SUBJECT = "subject"
"""The name of the regression that chooses among subjects."""
THRESHOLD = "threshold"
"""The pseudo-feature whose weight is the probability from which a candidate is taken."""
_DEFAULT = 0.5
_DIGITS = 3
"""Digits of a probability: more would say more than the model knows, and depend on the order of a sum."""
VETO = 0.35
"""A fact that a rule made stands unless it is less probable than this."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A candidate with what the model sees of it, and the facts that rules made of the same item."""

    candidate: Candidate
    seen: Features
    subjects: tuple[Features, ...]
    ruled: tuple[Fact, ...]


def offers(scene: Scene, ruled: Sequence[Fact], cues: Cues, lang: str) -> Iterator[Offer]:
    """The candidates of a sentence with their features; `ruled` are the facts of the rules in it."""
    for plain in candidates(scene):
        item = plain.item
        same = [f for f in ruled if item.start <= f.place < item.end]
        mine = tuple(f for f in same if _is_of(plain.relation, f))
        marks = sorted({f.predicate for f in same})
        candidate = with_subjects(plain, [f.subject for f in mine])
        yield Offer(
            candidate,
            features.of_object(candidate, cues, lang, marks),
            tuple(features.of_subject(candidate, option, cues, _says(option, mine)) for option in candidate.options),
            mine,
        )


def _is_of(relation: str, fact: Fact) -> bool:
    if relation == "held":
        return fact.predicate in {"date", "heldIn", "heldInCountry", "year"}
    return fact.predicate == relation or (fact.predicate == "date" and relation in {"startDate", "endDate"})


def _says(option: Option, ruled: Iterable[Fact]) -> bool | None:
    """Whether the rules give the object to this subject; None where no rule read it."""
    subjects = [f.subject for f in ruled]
    if not subjects:
        return None
    return any(s is option.subject or s == option.subject for s in subjects)


class Attachment:
    """The weights of a model: relation -> feature -> weight."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        self._weights = weights

    def judge(self, offer: Offer) -> tuple[float, Option]:
        """The probability that the candidate is true of its best subject, and that subject."""
        chance = self._chance(offer.candidate.name, offer.seen)
        options = offer.candidate.options
        if len(options) == 1:
            return chance, options[0]
        chances = [self._chance(SUBJECT, seen) for seen in offer.subjects]
        best = max(range(len(options)), key=lambda n: (chances[n], -n))
        return round(chance * chances[best], _DIGITS), options[best]

    def threshold(self, relation: str) -> float:
        """The probability from which a candidate of a relation is taken."""
        return self._weights.get(relation, {}).get(THRESHOLD, _DEFAULT)

    def knows(self, relation: str) -> bool:
        """Whether there are weights for a relation."""
        return relation in self._weights

    def _chance(self, relation: str, seen: Features) -> float:
        weights = self._weights.get(relation, {})
        total = fsum(weights[name] * value for name, value in seen.items() if name in weights)
        return round(1 / (1 + exp(-max(-40.0, min(40.0, total)))), _DIGITS)


def decide(offered: Sequence[Offer], ruled: Sequence[Fact], model: Attachment) -> tuple[list[Fact], list[Fact]]:
    """The facts that stand and those of rules that the model refuses.

    What no candidate covers (ordinals, positions, lists of editions, texts) stands as the rules have it.
    """
    covered: set[int] = set()
    taken: list[tuple[float, Fact]] = []
    refused: list[Fact] = []
    for offer in offered:
        if not model.knows(offer.candidate.name):
            continue
        covered |= {id(f) for f in offer.ruled}
        chance, option = model.judge(offer)
        if offer.ruled and VETO <= chance < model.threshold(offer.candidate.name):
            taken += [(chance, replace(fact, confidence=chance)) for fact in offer.ruled]
        elif chance >= model.threshold(offer.candidate.name):
            taken += [(chance, fact) for fact in offer.candidate.facts(option, chance)]
        else:
            refused += [replace(f, confidence=chance) for f in offer.ruled]
    kept = [f for f in ruled if id(f) not in covered]
    return [*kept, *_named_after_rules(taken, offered)], refused


def _named_after_rules(taken: Iterable[tuple[float, Fact]], offered: Iterable[Offer]) -> Iterator[Fact]:
    """Facts that a rule made too bear the rule's name, so that the reading can be traced to it."""
    names: dict[tuple[int, str, str, int], Fact] = {}
    for offer in offered:
        for fact in offer.ruled:
            names.setdefault(_mark(fact), fact)
    for chance, fact in taken:
        rule = names.get(_mark(fact))
        if rule is None or fact.rule != RULE:
            yield fact
        else:
            yield replace(fact, rule=rule.rule, start=rule.start, end=rule.end, confidence=chance)


def _mark(fact: Fact) -> tuple[int, str, str, int]:
    return fact.sentence, fact.predicate, fact.object, fact.place
