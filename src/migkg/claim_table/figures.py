"""Precision, recall and F1: what became of the claims of each article, counted in several ways."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.claim_table.compare import Statement

RARE = 5
"""Predicates with fewer gold claims count together as one in the mean over predicates."""
ROUNDS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one article's claims."""

    hits: tuple[Statement, ...]
    missed: tuple[Statement, ...]
    wrong: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts of true positives, misses and false alarms, and what follows from them."""

    hits: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        """Hits among what was claimed; 1 where nothing was."""
        return self.hits / (self.hits + self.wrong) if self.hits + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Hits among what the gold asks for; 1 where it asks for nothing."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The outcome of every article, in the order of their ids."""

    outcomes: Mapping[str, Outcome]

    @property
    def total(self) -> Figures:
        """All claims of all articles together (micro average)."""
        return _figures(self.outcomes.values())

    def by(self, group: Mapping[str, str] | None = None) -> dict[str, Figures]:
        """Figures by predicate, or by the group that each article is in."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for article, outcome in self.outcomes.items():
            for kind in ("hits", "missed", "wrong"):
                for claim in getattr(outcome, kind):
                    counts[group[article] if group else claim[1]][kind] += 1
        return {
            name: Figures(hits=c["hits"], missed=c["missed"], wrong=c["wrong"]) for name, c in sorted(counts.items())
        }

    @property
    def mean_f1(self) -> float:
        """Mean F1 over predicates, so that long lists of states do not decide everything."""
        parts = list(self.by().values())
        common = [f for f in parts if f.hits + f.missed >= RARE]
        rare = [f for f in parts if f.hits + f.missed < RARE]
        if rare:
            sums = {kind: sum(getattr(f, kind) for f in rare) for kind in ("hits", "missed", "wrong")}
            common.append(Figures(**sums))
        return sum(f.f1 for f in common) / max(len(common), 1)

    def interval(self, seed: int = 0) -> tuple[float, float]:
        """95 % bootstrap interval of the micro F1, articles drawn with replacement."""
        outcomes = list(self.outcomes.values())
        draw = random.Random(seed)  # noqa: S311 - a bootstrap, not a secret
        sample = sorted(_figures(draw.choices(outcomes, k=len(outcomes))).f1 for _ in range(ROUNDS))
        return sample[int(ROUNDS * 0.025) - 1], sample[int(ROUNDS * 0.975) - 1]


def _figures(outcomes: Iterable[Outcome]) -> Figures:
    hits = missed = wrong = 0
    for outcome in outcomes:
        hits += len(outcome.hits)
        missed += len(outcome.missed)
        wrong += len(outcome.wrong)
    return Figures(hits=hits, missed=missed, wrong=wrong)
