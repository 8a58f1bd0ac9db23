"""What the article as a whole says of a candidate: the second stage of the attachment model.

The first stage looks at a sentence. The second sees what the first thought of the whole article: whether another city
rivals this one for the same meeting, how surely anything else is said of the subject, what its neighbours are.
Source: Wolpert, Stacked generalization, Neural Networks 5 (1992).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import log, log1p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from migkg.extract.attachment import Attachment, Offer
    from migkg.extract.features import Features

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


@dataclass(frozen=True, slots=True)
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
    chance: float
    """That the item is an object of the relation, and this its subject."""
    choice: float
    """That this is the subject."""
    is_best: bool
    """Whether the first stage likes no other subject of the offer better."""
    said: frozenset[tuple[str, str]] = field(init=False)
    """Predicates and objects of its claims."""

    def __post_init__(self) -> None:
        self.said = frozenset((predicate, value) for _, predicate, value in self.stated.claims)

    @property
    def subject(self) -> str:
        """Whose it is: the same for a meeting before and after its year is known."""
        return self.stated.subject

    @property
    def claims(self) -> tuple[Key, ...]:
        """The claims it would make."""
        return self.stated.claims


def bids(offers: Sequence[Offer], model: Attachment, stated: Callable[[int, int], Stated]) -> list[Bid]:
    """The bids of an article's offers; `stated` gives what an offer, by its number, would state for an option."""
    found: list[Bid] = []
    for number, offer in enumerate(offers):
        candidate = offer.candidate
        if not model.knows(candidate.name):
            continue
        chance = model.chance(offer)
        if chance < SLIGHT and not offer.ruled:
            continue
        choices = model.choices(offer)
        best = max(range(len(choices)), key=lambda n: (choices[n], -n))
        place = (candidate.scene.number, candidate.position)
        found += [
            Bid(number, n, candidate.name, place, stated(number, n), chance * choice, choice, n == best)
            for n, choice in enumerate(choices)
        ]
    return found


def contexts(found: Sequence[Bid]) -> list[Features]:
    """The features of each bid, by themselves and by relation."""
    article = _Article(found)
    return [_by_relation(bid.relation, dict(article.features(bid))) for bid in found]


def _by_relation(relation: str, seen: Features) -> Features:
    seen = {name: value for name, value in seen.items() if value}
    return {**seen, **{f"{relation} {name}": value for name, value in seen.items()}}


class _Article:
    """The bids of an article by what they have in common."""

    def __init__(self, found: Sequence[Bid]) -> None:
        self._rivals: defaultdict[tuple[str, str], list[Bid]] = defaultdict(list)
        self._others: defaultdict[tuple[str, str], list[Bid]] = defaultdict(list)
        self._items: defaultdict[tuple[int, int], list[Bid]] = defaultdict(list)
        self._said: defaultdict[str, list[Bid]] = defaultdict(list)
        series: defaultdict[str, list[Bid]] = defaultdict(list)
        for bid in found:
            for predicate in {predicate for predicate, _ in bid.said}:
                self._rivals[bid.subject, predicate].append(bid)
            for said in bid.said:
                self._others[said].append(bid)
            self._items[bid.place].append(bid)
            if bid.is_best:
                self._said[bid.subject].append(bid)
                series[bid.relation].append(bid)
        self._beside = dict(_neighbours(series))
        self._weight = {key: sum(b.chance for b in said) for key, said in self._said.items()}
        self._all = sum(self._weight.values())
        self._top = max(self._weight, key=lambda key: (self._weight[key], key), default="")

    def features(self, bid: Bid) -> Iterator[tuple[str, float]]:
        """Names and values; probabilities as log-odds."""
        yield "bias", 1.0
        yield CHANCE, _odds(bid.chance)
        yield "choice", _odds(bid.choice)
        yield "best", float(bid.is_best)
        if not bid.claims:
            return
        yield "size", log1p(len(bid.claims))
        yield from _sort(bid.claims[0][0])
        yield from self._competing(bid)
        yield from self._backing(bid)
        before, behind = self._beside.get(bid.offer, (_NONE, _NONE))
        yield "previous", before
        yield "next", behind

    def _competing(self, bid: Bid) -> Iterator[tuple[str, float]]:
        """Other objects for the subject, other subjects for the object, other relations for the item."""
        rivals = [
            b.chance for p in {p for p, _ in bid.said} for b in self._rivals[bid.subject, p] if _differs(b, bid, p)
        ]
        others = [b.chance for said in bid.said for b in self._others[said] if b.subject != bid.subject]
        yield "rival", _most(rivals)
        yield "other subject", _most(others)
        yield "other relation", _most(b.chance for b in self._items[bid.place] if b.relation != bid.relation)

    def _backing(self, bid: Bid) -> Iterator[tuple[str, float]]:
        """How surely anything else is said of the subject, and whether the article is about it."""
        said = [b for b in self._said[bid.subject] if b.offer != bid.offer]
        yield "support", _most(b.chance for b in said)
        yield "support otherwise", _most(b.chance for b in said if b.relation != bid.relation)
        yield "top", float(bid.subject == self._top)
        yield "share", self._weight.get(bid.subject, 0.0) / self._all if self._all else 0.0


def _differs(one: Bid, other: Bid, predicate: str) -> bool:
    """Whether a bid says anything by a predicate that another does not."""
    return any(said[0] == predicate and said not in other.said for said in one.said)


def _neighbours(series: Mapping[str, Sequence[Bid]]) -> Iterator[tuple[int, tuple[float, float]]]:
    """Offer -> log-odds of the offers of its relation before and behind it in the text."""
    for found in series.values():
        chances = [_NONE, *(_odds(b.chance) for b in found), _NONE]
        yield from ((bid.offer, (chances[n], chances[n + 2])) for n, bid in enumerate(found))


def _sort(subject: str) -> Iterator[tuple[str, float]]:
    yield from ((sort, 1.0) for sort in _SORTS if subject.startswith(f"{sort}:"))
    if subject.endswith("/x"):
        yield "numberless", 1.0


def _most(chances: Iterable[float]) -> float:
    return _odds(max(chances, default=0.0))


def _odds(chance: float) -> float:
    """The log-odds of a probability, within 6; those of 0 are a little less than any other."""
    if not chance:
        return _NONE
    cut = min(max(chance, _LEAST), 1 - _LEAST)
    return round(log(cut / (1 - cut)), _DIGITS)
