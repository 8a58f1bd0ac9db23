"""How likely a claim is to be right, by what its whole article makes of the meeting that it is about.

The attachment model judges items; that the article means the meeting it is offered, it takes for granted, and of a rule
nobody knows how often it is right. So the probability that a claim comes with is judged again, by a logistic regression
over it, the sort of claim and how the article speaks of the meeting: whether its series is named, how much else is said
of it, whether it has two places. Fitted on articles that the other regressions did not learn from, it makes the
confidence of a claim the share of such claims that are right.
Source: Platt, Probabilistic outputs for support vector machines, Advances in Large Margin Classifiers (1999).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from math import log, log1p
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.extract.attachment import probability
from migkg.extract.candidates import RULE
from migkg.model import Evidence, Rejection

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.model import Claim, Reading

_LEAST = 0.02
"""Probabilities are cut here and as far from 1: rules say no more than that they are sure."""
_ONE_OF = {"heldIn": "places", "year": "years", "startDate": "beginnings"}
"""What a meeting has one of, and the feature that counts how many more are claimed."""
_LESSER = "meeting"


def confident(reading: Reading, weights: Mapping[str, float]) -> Reading:
    """The reading with the confidence of each claim as the whole article bears it out; unchanged without weights."""
    if not weights:
        return reading
    judged = [
        replace(claim, confidence=probability(sum(weights.get(name, 0.0) * value for name, value in found.items())))
        for claim, found in zip(reading.claims, seen(reading), strict=True)
    ]
    return replace(reading, claims=tuple(judged))


def surer(reading: Reading, least: float) -> Reading:
    """The reading without the claims whose confidence is below `least` (a probability): they are refused, and why."""
    if not least:
        return reading
    unsure = [claim for claim in reading.stated if claim.confidence < least]
    return replace(
        reading,
        claims=tuple(claim for claim in reading.claims if claim.confidence >= least),
        sessions=tuple(claim for claim in reading.sessions if claim.confidence >= least),
        rejected=(*reading.rejected, *(_rejection(claim, reading, least) for claim in unsure)),
    )


def _rejection(claim: Claim, reading: Reading, least: float) -> Rejection:
    return Rejection(
        article=reading.article.id,
        span=claim.evidence.span if isinstance(claim.evidence, Evidence) else None,
        text=f"{claim.subject} {claim.predicate} {claim.object}",
        reason=f"its confidence is {claim.confidence:.2f}, {least:g} is asked for",
    )


def seen(reading: Reading) -> list[dict[str, float]]:
    """What is seen of each claim of an article: feature -> value."""
    article = _Article(reading.claims, [value for _, kind, value in reading.mentions if kind == "forum"])
    return [article.sight(claim) for claim in reading.claims]


class _Article:
    """What an article says of each subject, and which series it names, in its order and as often as it does."""

    def __init__(self, claims: Sequence[Claim], forums: Sequence[str]) -> None:
        self._named = Counter(forums)
        self._first = forums[0] if forums else ""
        self._about: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._about[claim.subject].append(claim)
        self._meetings = [subject for subject in self._about if not subject.startswith(("person:", "forum:"))]
        self._subjects = {subject: self._of_subject(subject) for subject in self._about}

    def sight(self, claim: Claim) -> dict[str, float]:
        """What is seen of one of its claims."""
        evidence = claim.evidence
        how = "model" if isinstance(evidence, Evidence) and evidence.rule.endswith(f"/{RULE}") else "rule"
        return {
            "bias": 1.0,
            how: 1.0,
            f"odds {how}": _odds(claim.confidence),
            f"predicate {claim.predicate}": 1.0,
            **self._subjects[claim.subject],
        }

    def _of_subject(self, subject: str) -> dict[str, float]:
        """What is seen of every claim about a subject."""
        about = self._about[subject]
        found = {
            f"subject {_sort(subject)}": 1.0,
            "series of article": log1p(len(self._named)),
            "meetings of article": log1p(len(self._meetings)),
            "said": log1p(len(about)),
            "odds said": sum(_odds(claim.confidence) for claim in about) / len(about),
            **self._of_series(subject),
        }
        for predicate, name in _ONE_OF.items():
            more = sum(claim.predicate == predicate for claim in about) - 1
            if more > 0:
                found[name] = float(more)
        return found

    def _of_series(self, subject: str) -> dict[str, float]:
        """How the article names the series that a subject belongs to."""
        code = _series(subject)
        if not code:
            return {}
        others = {_series(meeting) for meeting in self._meetings} - {code}
        return {
            "named": log1p(self._named[code]),
            "named first": float(self._first == code),
            "never named": float(code not in self._named),
            "meetings of others": log1p(len(others)),
        }


def _odds(chance: float) -> float:
    """The log-odds of a probability."""
    cut = min(max(chance, _LEAST), 1 - _LEAST)
    return log(cut / (1 - cut))


def _series(subject: str) -> str:
    """The code of the series that a forum or a meeting of a series belongs to, else empty."""
    kind, _, rest = subject.partition(":")
    return rest.partition("/")[0] if kind in {"forum", "edition", _LESSER} else ""


def _sort(subject: str) -> str:
    """The kind of a key, of a lesser meeting which kind, and whether its number, its year or neither is known."""
    kind, _, rest = subject.partition(":")
    parts = rest.split("/")
    if len(parts) == 1:
        return kind
    last = parts[-1]
    known = "x" if last == "x" else "year" if predicates.is_year(last) else "number"
    return " ".join([kind, *parts[1:-1], known])
