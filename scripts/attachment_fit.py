"""The regressions of the attachment model, fitted from lessons; used by train_attachment.py.

The second stage learns from what the first says of articles that it did not see: within the articles given, each part
is judged by a first stage learnt from the other parts.
Source: Wolpert, Stacked generalization, Neural Networks 5 (1992).
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from migkg.extract.attachment import CONTEXT, SUBJECT, THRESHOLD, Attachment
from migkg.extract.context import bids, contexts, named
from migkg.extract.features import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migkg.claim_table.evaluate import Judge
    from migkg.extract.features import Seen
    from migkg.extract.study import Lesson

STRENGTH = {CONTEXT: 0.5}
"""Inverse of the weight of the penalty, by relation."""
USUAL = 0.12
SELDOM = 3
"""A feature of fewer examples is left out."""
TINY = 0.02
"""A weight below this is left out."""
TAKEN = 0.55
"""The probability from which a candidate is taken: above one half a false alarm weighs more than a miss."""
PARTS = 4
"""Parts of the articles that the second stage is learnt from."""
WORDING = 0.3
"""What an example of a short text that teaches wordings counts beside one of an article."""

Features = dict[str, float]
Examples = list[tuple[Features, int, float]]
"""Features, whether it is so, and how much the example counts."""
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Studied:
    """An article's lessons with what the gold says of each: is the object true of anything; is it of each option."""

    article: str
    judge: Judge
    lessons: list[tuple[Lesson, int | None, list[int | None]]]
    worth: float = 1.0
    """How much each of its examples counts."""


def part_of(article: str, parts: int, salt: str = "") -> int:
    """The part of a division of articles that one belongs to: by the hash of its name."""
    return int(hashlib.sha256(f"{salt}{article}".encode()).hexdigest(), 16) % parts


def weights(articles: Sequence[Studied], wordings: Sequence[Studied] = ()) -> Weights:
    """The model learnt from articles, and from short texts that teach the first stage wordings."""
    learnt = first_stage([*articles, *wordings])
    learnt[CONTEXT] = {**second_stage(articles, wordings), THRESHOLD: TAKEN}
    return learnt


def first_stage(articles: Iterable[Studied]) -> Weights:
    """The regressions over sentences; a relation of which all examples are alike is left to the rules."""
    return {
        relation: fitted(relation, learnt)
        for relation, learnt in sorted(_examples(articles).items())
        if len({mark for _, mark, _ in learnt}) > 1
    }


def _examples(articles: Iterable[Studied]) -> dict[str, Examples]:
    """Relation -> what it is learnt from; the choice among subjects is one relation more."""
    found: defaultdict[str, Examples] = defaultdict(list)
    for article in articles:
        for lesson, whole, options in article.lessons:
            offer = lesson.offer
            if whole is not None:
                found[offer.candidate.name].append((_features(offer.seen), whole, article.worth))
            if 1 in options and len(options) > 1:
                marked = zip(offer.subjects, options, strict=True)
                found[SUBJECT] += [(_features(seen), mark, article.worth) for seen, mark in marked if mark is not None]
    return dict(found)


def _features(seen: Seen) -> Features:
    return dict.fromkeys(names(seen), 1.0)


def second_stage(articles: Sequence[Studied], wordings: Sequence[Studied] = ()) -> dict[str, float]:
    """The regression over contexts."""
    learnt: Examples = []
    for part in range(PARTS):
        inside = [a for a in articles if part_of(a.article, PARTS, "part") == part]
        others = [a for a in articles if part_of(a.article, PARTS, "part") != part]
        model = Attachment(first_stage([*others, *wordings]))
        for article in inside:
            learnt += _contexts(article, model)
    return fitted(CONTEXT, learnt)


def _contexts(article: Studied, model: Attachment) -> Iterator[tuple[Features, int, float]]:
    """Each bid of an article that is right or wrong; one that makes many claims counts more."""
    found = bids(
        [lesson.offer for lesson, _, _ in article.lessons], model, lambda n, k: article.lessons[n][0].stated[k]
    )
    for bid, seen in zip(found, contexts(found), strict=True):
        mark = article.lessons[bid.offer][2][bid.option]
        if mark is not None:
            yield named(bid.relation, seen), mark, sqrt(len(bid.claims))


def fitted(relation: str, learnt: Examples) -> dict[str, float]:
    """The weights of one relation."""
    counts = Counter(name for seen, _, _ in learnt for name in seen)
    names = {name: n for n, name in enumerate(sorted(k for k, c in counts.items() if c >= SELDOM))}
    rows = [[(names[k], v) for k, v in seen.items() if k in names] for seen, _, _ in learnt]
    indices = np.array([i for row in rows for i, _ in row], dtype=np.int32)
    values = np.array([v for row in rows for _, v in row])
    bounds = np.cumsum([0, *map(len, rows)]).astype(np.int32)
    matrix = csr_matrix((values, indices, bounds), shape=(len(rows), len(names)))
    model = LogisticRegression(
        C=STRENGTH.get(relation, USUAL), solver="liblinear", fit_intercept=False, max_iter=1000, random_state=0
    )
    marks = np.array([mark for _, mark, _ in learnt])
    model.fit(matrix, marks, sample_weight=np.array([weight for _, _, weight in learnt]))
    return {name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True) if abs(w) >= TINY}
