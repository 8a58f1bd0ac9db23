"""The attachment model: how likely a candidate is, and whose it is; logistic regressions in two stages.

`p = 1 / (1 + exp(-sum of weights))`. The first stage has a regression for each relation, over the features of the
sentence (`features`), and one for the choice of the subject; the second judges every choice again over what the first
said of the whole article (`context`). A last one tells how far to trust the claims (`confidence`). The weights are
data, fitted by scripts/train_attachment.py.
Source: Cox, The regression analysis of binary sequences, J. R. Stat. Soc. B 20 (1958).
"""

from __future__ import annotations

from itertools import repeat
from math import exp
from operator import mul
from typing import TYPE_CHECKING

from migkg.extract.candidates import MOST, RULE, candidates, with_subjects
from migkg.extract.context import CHANCE, SLIGHT, bids, contexts, weighed
from migkg.extract.features import Sight
from migkg.extract.light import light, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from migkg.extract.candidates import Candidate, Option
    from migkg.extract.context import Bid, Stated
    from migkg.extract.facts import Fact, Scene
    from migkg.extract.features import Cues, Seen

SUBJECT = "subject"
"""The name of the regression that chooses among subjects."""
CONTEXT = "context"
"""The name of the regression of the second stage."""
CLAIM = "claim"
"""The name of the regression over the claims that come of it."""
THRESHOLD = "threshold"
"""The pseudo-feature of the second stage whose weight is the probability from which a candidate is taken."""
_DEFAULT = 0.5
_FIRST = {CHANCE: 1.0}
"""The second stage where there are no weights for it: the first stage as it is."""
_DIGITS = 3
"""Digits of a probability: more would say more than the model knows, and depend on the order of a sum."""
_NONE = repeat(0.0)
"""The weight of a name that has none."""
_ANY = 1 << 16
"""More members than any list has."""
_NO = 0.0, 0
"""Probability and option of what is not so."""
VETO = 0.1
"""A fact that a rule made stands unless it is less probable than this."""
SURE = 0.99
"""A rule as sure as this leaves the model no say: its words are plain, but too rare to be learnt from articles."""


@light(frozen=True, slots=True)
class Offer:
    """A candidate with what the model sees of it, and the facts that rules made of the same item."""

    candidate: Candidate
    seen: Seen
    subjects: tuple[Seen, ...]
    """What is seen of each subject, where there are several."""
    ruled: tuple[Fact, ...]
    chance: float | None = None
    """The probability, by its sentence alone, that the item is an object of the relation; None where none was asked."""


def offers(scene: Scene, ruled: Sequence[Fact], cues: Cues, model: Attachment | None = None) -> Iterator[Offer]:
    """The candidates of a sentence with what is seen of them; `ruled` are the facts of the rules in it.

    Of what a `model` finds too slight to be looked at again, the subjects are not seen.
    """
    sight = Sight(scene, cues)
    for plain in candidates(scene):
        item = plain.item
        same = [f for f in ruled if item.start <= f.place < item.end]
        mine = tuple(f for f in same if _is_of(plain.relation, f))
        candidate = with_subjects(plain, [f.subject for f in mine]) if mine else plain
        seen = sight.of_object(candidate, sorted({f.predicate for f in same}))
        chance = model.chance(candidate.name, seen) if model is not None else None
        is_slight = chance is not None and chance < SLIGHT and not mine
        said = [_says(option, mine) for option in candidate.options]
        yield Offer(candidate, seen, () if is_slight else sight.of_subjects(candidate, said), mine, chance)


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


class _Tables(dict[tuple[str, ...], "Mapping[str, float]"]):
    """Relation and beginnings of names -> rest of a name -> the sum of its weights under each of the beginnings.

    Each is made when it is first asked for.
    """

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, key: tuple[str, ...]) -> Mapping[str, float]:
        relation, *starts = key
        found: dict[str, float] = {}
        known = self._weights.get(relation, {}).items()
        for start in starts:
            for name, weight in known:
                if name.startswith(start):
                    rest = name[len(start) :]
                    found[rest] = found.get(rest, 0.0) + weight
        self[key] = found
        return found


class Attachment:
    """The weights of a model: relation -> feature -> weight."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        self._weights = weights
        self._tables = _Tables(weights)
        self._context = weights.get(CONTEXT, _FIRST)
        self._judging: dict[str, tuple[float, ...]] = {}
        self.threshold = self._context.get(THRESHOLD, _DEFAULT)
        """The probability from which a candidate is taken."""
        self.of_claims = weights.get(CLAIM, {})
        """The weights of the regression over claims."""

    def knows(self, relation: str) -> bool:
        """Whether there are weights for a relation."""
        return relation in self._weights

    def choices(self, offer: Offer) -> list[float]:
        """The probability of each option to be the subject, by its sentence alone."""
        if len(offer.candidate.options) == 1:
            return [1.0]
        return [self._choice(seen) for seen in offer.subjects]

    def _choice(self, seen: Seen) -> float:
        """The probability of a subject, of which the same is seen by itself and by relation."""
        starts, names = [start for start, _ in seen], seen[0][1]
        return probability(sum(map(self._tables[SUBJECT, *starts].get, names, _NONE)))

    def chance(self, relation: str, seen: Seen) -> float:
        """The probability, by its sentence alone, that an item is an object of a relation."""
        total = 0.0
        for start, names in seen:
            total += sum(map(self._tables[relation, start].get, names, _NONE))
        return probability(total)

    def judge(self, offers: Sequence[Offer], stated: Callable[[int, int], Stated]) -> dict[int, tuple[float, Bid]]:
        """Offer, by its number -> the probability of its best bid in the context of the article, and that bid."""
        found = bids(offers, self, stated)
        judged: dict[int, tuple[float, Bid]] = {}
        for bid, seen in zip(found, contexts(found), strict=True):
            if bid.relation not in self._judging:
                self._judging[bid.relation] = weighed(self._context, bid.relation)
            chance = probability(sum(map(mul, self._judging[bid.relation], seen)))
            known = judged.get(bid.offer)
            if known is None or (chance, bid.chance) > (known[0], known[1].chance):
                judged[bid.offer] = chance, bid
        return judged


def probability(total: float) -> float:
    """The probability that a sum of weights stands for."""
    return round(1 / (1 + exp(-max(-40.0, min(40.0, total)))), _DIGITS)


def decide(
    offers: Sequence[Offer], ruled: Sequence[Fact], model: Attachment, stated: Callable[[int, int], Stated]
) -> tuple[list[Fact], list[Fact]]:
    """The facts of an article that stand and those of rules that the model refuses.

    What no candidate covers (ordinals, positions, lists of editions, texts) stands as the rules have it.
    """
    judged = model.judge(offers, stated)
    taken: list[tuple[float, Fact]] = []
    refused: list[Fact] = []
    covered: set[int] = set()
    for number, offer in enumerate(offers):
        most = MOST.get(offer.candidate.relation, _ANY)
        is_long = len(offer.candidate.item.members) > most
        if not model.knows(offer.candidate.name) or (is_long and len(offer.ruled) <= most):
            continue  # of a long list a rule may take one: `A, B, C and D, which presided`
        covered |= {id(f) for f in offer.ruled}
        chance, option = _NO if is_long else _best(judged.get(number))
        standing = _standing(offer, chance, model.threshold)
        if standing:
            taken += [(fact.confidence, fact) for fact in standing]
        elif chance >= model.threshold:
            taken += [(chance, fact) for fact in _made(offer.candidate, option, chance)]
        else:
            refused += [replace(f, confidence=chance) for f in offer.ruled]
    kept = [f for f in ruled if id(f) not in covered]
    return [*kept, *_named_after_rules(taken, offers)], refused


def _standing(offer: Offer, chance: float, threshold: float) -> list[Fact]:
    """The facts of rules that stand as they are: those that are sure, else all that the model half believes."""
    sure = [fact for fact in offer.ruled if fact.confidence >= SURE]
    if sure or not VETO <= chance < threshold:
        return sure
    return [replace(fact, confidence=chance) for fact in offer.ruled]


def _made(candidate: Candidate, option: int, chance: float) -> Iterator[Fact]:
    for each in candidate.shared(candidate.options[option]):
        yield from candidate.facts(each, chance)


def _best(judged: tuple[float, Bid] | None) -> tuple[float, int]:
    return (judged[0], judged[1].option) if judged is not None else _NO


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
