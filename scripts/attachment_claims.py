"""How far claims are to be trusted: the last regression of the model, over whole readings; used by train_attachment.py.

It learns from readings of articles that the other regressions had not seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from attachment_fit import fitted, part_of

from migkg.claim_table.reliability import calibration_error, reliability
from migkg.extract.attachment import CLAIM
from migkg.extract.confidence import confident, seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attachment_fit import Features

    from migkg.claim_table.evaluate import Judge
    from migkg.model import Reading


@dataclass(frozen=True)
class Judged:
    """What was read of an article, and its gold."""

    reading: Reading
    judge: Judge

    @property
    def verdicts(self) -> list[int]:
        """What the gold says of each claim."""
        return [self.judge.verdict((c.subject, c.predicate, c.object)) for c in self.reading.claims]


def trust(articles: Sequence[Judged]) -> Features:
    """The weights of the regression over claims; what the gold leaves open teaches nothing."""
    return fitted(
        CLAIM,
        [
            (found, int(verdict == 1), 1.0)
            for article in articles
            for found, verdict in zip(seen(article.reading), article.verdicts, strict=True)
            if verdict
        ],
    )


def calibrated(articles: Sequence[Judged], folds: int) -> Iterator[str]:
    """How true the confidence is without the regression, and with one that has not seen the article: lines to print."""
    before, after = list(_guesses(articles)), []
    for fold in range(folds):
        weights = trust([a for a in articles if part_of(a.reading.article.id, folds, CLAIM) != fold])
        held = (a for a in articles if part_of(a.reading.article.id, folds, CLAIM) == fold)
        after += _guesses([Judged(confident(a.reading, weights), a.judge) for a in held])
    for title, guesses in (("as judged", before), ("as trusted", after)):
        bins = reliability(guesses)
        yield f"  {title}: calibration error {calibration_error(bins):.3f}"
        for each in bins:
            yield f"    said {each.low:.1f} to {each.high:.1f}: true {each.true:.2f} of {each.claims}"


def _guesses(articles: Sequence[Judged]) -> Iterator[tuple[float, bool]]:
    for article in articles:
        for claim, verdict in zip(article.reading.claims, article.verdicts, strict=True):
            if verdict:
                yield claim.confidence, verdict == 1
