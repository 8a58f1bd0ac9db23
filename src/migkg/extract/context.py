"""What the article as a whole says of a candidate: the second stage of the attachment model.

The first stage looks at a sentence. The second sees what the first thought of the whole article: whether another city
rivals this one for the same meeting, how surely anything else is said of the subject, what its neighbours are.
Source: Wolpert, Stacked generalization, Neural Networks 5 (1992).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from math import log, log1p
from typing import TYPE_CHECKING

from migkg.extract.light import light

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from migkg.extract.attachment import Attachment, Offer

Values = tuple[float, ...]
"""A value for each of `VALUES`."""
Said = frozenset[tuple[str, str]]
"""Predicates and objects."""
Key = tuple[str, str, str]
"""Subject, predicate and object of a claim."""
CHANCE = "chance"
"""The feature that is the log-odds of the first stage."""
SLIGHT = 0.02
"""An offer less probable than this, that no rule made, is no longer looked at."""
_LEAST = 0.003
"""Probabilities are cut here and as far from 1, so that log-odds stay within 6."""
_NONE = -6.0
"""The log-odds of what is not there."""
_DIGITS = 3
_SORTS = ("forum", "event", "meeting")
_STARTS = tuple(f"{sort}:" for sort in _SORTS)
VALUES = (
    *("bias", CHANCE, "object", "choice", "only", "best", "size", *_SORTS, "numberless"),
    *("rival", "other subject", "other relation"),
    *("support", "support otherwise", "top", "share", "echo", "object otherwise", "previous", "next"),
)
"""What is known of a bid, by name; probabilities are log-odds."""
_OWN = VALUES.index("best") + 1
_UNSAID = (0.0,) * (len(VALUES) - _OWN)
"""The values behind those of the bid itself where it makes no claim."""


@light(frozen=True, slots=True)
class Stated:
    """What an offer would state for one of its options: whose it is, whatever its key, and the claims."""

    subject: str
    claims: tuple[Key, ...]


@dataclass(slots=True)
class Bid:
    """An offer for one of its subjects, with what the first stage thinks of it."""

    offer: int
    option: int
    relation: str
    place: tuple[int, int]
    """Sentence and position of the item."""
    stated: Stated
    whole: float
    """That the item is an object of the relation, whosever."""
    choice: float
    """That this is the subject."""
    is_only: bool
    """Whether there is no other subject to choose."""
    is_best: bool
    """Whether the first stage likes no other subject of the offer better."""
    chance: float = field(init=False)
    """That the item is an object of the relation, and this its subject."""
    subject: str = field(init=False)
    """Whose it is: the same for a meeting before and after its year is known."""
    claims: tuple[Key, ...] = field(init=False)
    """The claims it would make."""
    said: Said = field(init=False)
    """Predicates and objects of its claims."""

    def __post_init__(self) -> None:
        self.chance = self.whole * self.choice
        self.subject, self.claims = self.stated.subject, self.stated.claims
        self.said = frozenset([claim[1:] for claim in self.claims])


def bids(offers: Sequence[Offer], model: Attachment, stated: Callable[[int, int], Stated]) -> list[Bid]:
    """The bids of an article's offers; `stated` gives what an offer, by its number, would state for an option."""
    found: list[Bid] = []
    for number, offer in enumerate(offers):
        candidate = offer.candidate
        if not model.knows(candidate.name):
            continue
        chance = offer.chance if offer.chance is not None else model.chance(candidate.name, offer.seen)
        if chance < SLIGHT and not offer.ruled:
            continue
        choices = model.choices(offer)
        best = max(range(len(choices)), key=lambda n: (choices[n], -n))
        place = (candidate.scene.number, candidate.position)
        found += [
            Bid(number, n, candidate.name, place, stated(number, n), chance, choice, len(choices) == 1, n == best)
            for n, choice in enumerate(choices)
        ]
    return found


def contexts(found: Sequence[Bid]) -> list[Values]:
    """What the article as a whole says of each bid."""
    article = _Article(found)
    return [article.values(bid) for bid in found]


def named(relation: str, values: Values) -> dict[str, float]:
    """The values that are not zero under their names, by themselves and by relation."""
    found = {name: value for name, value in zip(VALUES, values, strict=True) if value}
    return {**found, **{f"{relation} {name}": value for name, value in found.items()}}


def weighed(weights: Mapping[str, float], relation: str) -> Values:
    """The weight of each value of a bid for a relation: of its name by itself, and by relation."""
    return tuple(weights.get(name, 0.0) + weights.get(f"{relation} {name}", 0.0) for name in VALUES)


class _Peak:
    """The highest chance of all, and the highest of those under any other key."""

    __slots__ = ("_besides", "_key", "_top")

    def __init__(self) -> None:
        self._key: object = None
        self._top = self._besides = 0.0

    def add(self, key: object, chance: float) -> None:
        """Another chance under a key."""
        if key == self._key:
            self._top = max(self._top, chance)
        elif chance > self._top:
            self._key, self._top, self._besides = key, chance, self._top
        elif chance > self._besides:
            self._besides = chance

    def besides(self, key: object) -> float:
        """The highest chance under other keys than this, 0 where there is none."""
        return self._besides if key == self._key else self._top


class _Article:
    """The bids of an article by what they have in common."""

    def __init__(self, found: Sequence[Bid]) -> None:
        self._claims: defaultdict[tuple[str, str], dict[Said, float]] = defaultdict(dict)
        self._others: defaultdict[tuple[str, str], _Peak] = defaultdict(_Peak)
        self._items: defaultdict[tuple[int, int], _Peak] = defaultdict(_Peak)
        self._offers: defaultdict[str, _Peak] = defaultdict(_Peak)
        self._relations: defaultdict[str, _Peak] = defaultdict(_Peak)
        self._echoes: defaultdict[tuple[str, tuple[str, str]], _Peak] = defaultdict(_Peak)
        self._objects: defaultdict[tuple[str, str], _Peak] = defaultdict(_Peak)
        self._weight: defaultdict[str, float] = defaultdict(float)
        series: defaultdict[str, list[Bid]] = defaultdict(list)
        for bid in found:
            self._compete(bid)
            if bid.is_best:
                self._offers[bid.subject].add(bid.offer, bid.chance)
                self._relations[bid.subject].add(bid.relation, bid.chance)
                self._weight[bid.subject] += bid.chance
                series[bid.relation].append(bid)
        self._beside = dict(_neighbours(series))
        self._all = sum(self._weight.values())
        self._top = max(self._weight, key=lambda key: (self._weight[key], key), default="")
        self._rivals: dict[tuple[str, Said], float] = {}

    def _compete(self, bid: Bid) -> None:
        subject, chance = bid.subject, bid.chance
        for predicate, said in _parted(bid.said):
            known = self._claims[subject, predicate]
            known[said] = max(chance, known.get(said, 0.0))
        for one in bid.said:
            self._others[one].add(subject, chance)
            self._echoes[subject, one].add(bid.offer, chance)
            self._objects[subject, one[1]].add(one[0], chance)
        self._items[bid.place].add(bid.relation, chance)

    def values(self, bid: Bid) -> Values:
        """What is known of a bid."""
        choice = 0.0 if bid.is_only else _odds(bid.choice)
        own = 1.0, _odds(bid.chance), _odds(bid.whole), choice, float(bid.is_only), float(bid.is_best)
        if not bid.claims:
            return own + _UNSAID
        key = bid.claims[0][0]
        beside = self._beside.get(bid.offer, (_NONE, _NONE))
        return (
            *(*own, log1p(len(bid.claims)), *_sorted(key)),
            *(_odds(self._rival(bid)), *self._competing(bid), *self._backing(bid), *self._repeated(bid), *beside),
        )

    def _rival(self, bid: Bid) -> float:
        """The highest chance of other objects for the subject."""
        key = bid.subject, bid.said
        if key not in self._rivals:
            known = [self._claims[bid.subject, predicate].items() for predicate, _ in _parted(bid.said)]
            chances = [chance for claims in known for said, chance in claims if not said <= bid.said]
            self._rivals[key] = max(chances, default=0.0)
        return self._rivals[key]

    def _competing(self, bid: Bid) -> tuple[float, float]:
        """Other subjects for the objects, other relations for the item."""
        others = max([self._others[one].besides(bid.subject) for one in bid.said])
        return _odds(others), _odds(self._items[bid.place].besides(bid.relation))

    def _repeated(self, bid: Bid) -> tuple[float, float]:
        """How surely the article says the same once more, and anything else of the same object and subject."""
        echo = max([self._echoes[bid.subject, one].besides(bid.offer) for one in bid.said])
        otherwise = max([self._objects[bid.subject, value].besides(predicate) for predicate, value in bid.said])
        return _odds(echo), _odds(otherwise)

    def _backing(self, bid: Bid) -> tuple[float, float, float, float]:
        """How surely anything else is said of the subject, and whether the article is about it."""
        support = self._offers[bid.subject].besides(bid.offer)
        otherwise = self._relations[bid.subject].besides(bid.relation)
        share = self._weight.get(bid.subject, 0.0) / self._all if self._all else 0.0
        return _odds(support), _odds(otherwise), float(bid.subject == self._top), share


@lru_cache(maxsize=1 << 10)
def _sorted(key: str) -> Values:
    """Of what sort the subject with a key is, and whether it has no number."""
    return (*(float(key.startswith(start)) for start in _STARTS), float(key.endswith("/x")))


@lru_cache(maxsize=1 << 10)
def _parted(said: Said) -> tuple[tuple[str, Said], ...]:
    """What is said by each predicate."""
    predicates = {predicate for predicate, _ in said}
    if len(predicates) == 1:
        return ((predicates.pop(), said),)
    return tuple((p, frozenset(one for one in said if one[0] == p)) for p in sorted(predicates))


def _neighbours(series: Mapping[str, Sequence[Bid]]) -> Iterator[tuple[int, tuple[float, float]]]:
    """Offer -> log-odds of the offers of its relation before and behind it in the text."""
    for found in series.values():
        chances = [_NONE, *(_odds(b.chance) for b in found), _NONE]
        yield from ((bid.offer, (chances[n], chances[n + 2])) for n, bid in enumerate(found))


@lru_cache(maxsize=1 << 14)
def _odds(chance: float) -> float:
    """The log-odds of a probability, within 6; those of 0 are a little less than any other."""
    if not chance:
        return _NONE
    cut = min(max(chance, _LEAST), 1 - _LEAST)
    return round(log(cut / (1 - cut)), _DIGITS)
