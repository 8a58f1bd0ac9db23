"""Whether confidence means what it says: of the claims that are said to be right with some probability, how many are.

Source: Guo, Pleiss, Sun and Weinberger, On calibration of modern neural networks, ICML 2017 (reliability diagram,
expected calibration error).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Claims whose confidence is from `low` to `high` (probabilities): how many, what is said of them, what is true.

    `said` is their mean confidence, `true` the share of them that is right.
    """

    low: float
    high: float
    claims: int
    said: float
    true: float


def reliability(guesses: Iterable[tuple[float, bool]]) -> list[Bin]:
    """The bins that are not empty, in ascending order; a guess is the confidence of a claim and whether it is right."""
    inside: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for chance, is_right in guesses:
        inside[min(int(chance * BINS), BINS - 1)].append((chance, is_right))
    return [
        Bin(
            low=number / BINS,
            high=(number + 1) / BINS,
            claims=len(found),
            said=sum(chance for chance, _ in found) / len(found),
            true=sum(is_right for _, is_right in found) / len(found),
        )
        for number, found in enumerate(inside)
        if found
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error (0 to 1): the mean distance of said and true over all claims; 0 where none are."""
    total = sum(one.claims for one in bins)
    return sum(one.claims * abs(one.said - one.true) for one in bins) / total if total else 0.0
