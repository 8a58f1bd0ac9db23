"""What the words around an item rule out: the objects of a relation that it cannot be.

Rules propose and the model disposes; but some words leave no choice: whoever sits in the steering group of a forum
is told to be a member of that group, not of the forum. Which words do so is data: rules with `refuses`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from migkg.extract.facts import Fact
    from migkg.extract.mask import Masked
    from migkg.lexicon import Rule

_ANCHORS = ("meeting", "edition", "forum")
_DAYS = ("startDate", "endDate")
_FAMILY = dict.fromkeys(("date", "heldIn", "heldInCountry", "year", *_DAYS), "held")
"""Predicates that are offered together."""


def refusals(found: Iterable[tuple[Rule, re.Match[str]]], start: int = 0) -> dict[int, frozenset[str]]:
    """Position in the masked sentence -> the predicates that the item there is no object of.

    The sentence begins at `start` of the text that was searched.
    """
    refused: dict[int, frozenset[str]] = {}
    for rule, match in found:
        refuses = (*rule.refuses, *(_DAYS if "held" in rule.refuses else ()))
        for group, text in match.groupdict().items():
            if text is not None and not group.startswith(_ANCHORS) and match.start(group) >= start:
                at = match.start(group) - start
                refused[at] = refused.get(at, frozenset()).union(refuses)
    return refused


def is_refused(fact: Fact, masked: Masked) -> bool:
    """Whether a fact takes for an object what the words of its sentence rule out."""
    wanted = {fact.predicate, _FAMILY.get(fact.predicate, "")}
    return any(
        wanted & predicates and masked.items[at].start <= fact.place < masked.items[at].end
        for at, predicates in masked.refused.items()
    )
