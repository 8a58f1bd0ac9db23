"""What a gold table says of the lessons of an article; used by train_attachment.py and attachment_lessons.py."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migkg import claim_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.claim_table.evaluate import Judge
    from migkg.extract.context import Key
    from migkg.extract.study import Lesson

KNOWN = "rule unknown"
"""The feature in place of those that tell which rules fired."""


def without_rules(lesson: Lesson) -> Lesson:
    """The lesson of a model that is not told which rules fired."""
    offer = lesson.offer
    (_, own), *rest = offer.seen
    seen = (("", (*(name for name in own if not name.startswith("rule ")), KNOWN)), *rest)
    return replace(lesson, offer=replace(offer, seen=seen))


def marked(lesson: Lesson, judge: Judge) -> tuple[int | None, list[int | None]]:
    """Whether the object is one of the relation, and of each option; None where that is not to be learnt.

    A true claim teaches only where its evidence is: elsewhere the same names say nothing of the relation.
    """
    sentence = claim_table.collapse(lesson.offer.candidate.scene.sentence.text)
    options: list[int | None] = []
    for claims in lesson.claims:
        mark = _majority([judge.verdict(claim) for claim in claims])
        options.append(None if mark == 1 and not any(_shown(judge, claim, sentence) for claim in claims) else mark)
    said = [claim for claim in lesson.claims[0] if judge.is_said(claim)]
    if 1 in options:
        return 1, options
    if not said:
        return (None if None in options else 0), options
    return (1 if any(_shown(judge, claim, sentence) for claim in said) else None), options


def _shown(judge: Judge, claim: Key, sentence: str) -> bool:
    """Whether the gold's evidence for a claim lies in the sentence, or the sentence in it."""
    quotes = [claim_table.collapse(quote) for quote in judge.evidence(claim)]
    return any(quote in sentence or sentence in quote or _overlap(quote, sentence) for quote in quotes)


def _overlap(one: str, other: str) -> bool:
    """Whether one text ends as the other begins, over some words."""
    least = 15
    ends = range(least, min(len(one), len(other)))
    return any(one[-n:] == other[:n] or other[-n:] == one[:n] for n in ends)


def _majority(verdicts: Sequence[int]) -> int | None:
    """1 or 0 as most of the claims are right or wrong, None where all are neither."""
    counted = [v for v in verdicts if v]
    return int(2 * sum(v == 1 for v in counted) >= len(counted)) if counted else None
