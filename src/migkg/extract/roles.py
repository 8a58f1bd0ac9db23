"""In what role a sentence has an item: the words for acts nearest to it, and the preposition that leads it.

`The ministry hosted it` and `it was hosted by the ministry` differ in where the word for the act stands and in what
leads the item. A weight for each of the two does not tell them apart; so they are seen together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ACTS = {
    "host": ("hosting", "hosted_by"),
    "help": ("helping", "support"),
    "preside": ("presiding", "chaired_by"),
    "succeed": ("succeeding",),
    "attend": ("attending", "took_part"),
    "send": ("sending", "delegations"),
    "sign": ("signing",),
    "belong": ("belonging", "members"),
    "serve": ("serving",),
    "ask": ("inviting",),
    "offer": ("offering",),
    "hold": ("meets", "place_words"),
    "miss": ("absent",),
    "watch": ("observing",),
    "say": ("says", "speech"),
}
"""What is done with a meeting -> the classes of words that say so."""
ACTS_OF_PERSONS = {
    "speak": ("speaking", "speech", "floor"),
    "open": ("opening",),
    "say": ("quoting", "says"),
    "preside": ("presiding", "chaired_by"),
    "attend": ("attending", "took_part"),
    "send": ("sending", "leads"),
    "ask": ("inviting",),
    "miss": ("absent",),
}
"""What persons do at a meeting: to say something is not yet to speak there."""
DOINGS = (
    *("hosting", "helping", "presiding", "succeeding", "attending", "sending", "signing", "belonging", "serving"),
    *("inviting", "offering", "speaking", "opening", "quoting"),
)
"""Classes of words for what is done with a meeting, in all their forms."""
LEADS = ("led_by", "led_with", "led_in", "led_to", "led_of", "led_from", "led_as")
"""Classes of prepositions, by what they make of the item behind them."""
_GAP = re.compile(r" ?(?:[a-z]{1,4}'? ?){0,2}")
"""What may stand between a preposition and its item: articles."""
_CLAUSE = re.compile(r"[;?!]|\. ")
_NEAR = (12, 40)
"""Bounds of distances in characters."""
_NONE = ("none",)


class _Side(NamedTuple):
    """The acts nearest to an item on one side, and what lies between."""

    acts: tuple[str, ...] = ()
    between: str = ""


class Roles:
    """The acts and prepositions of a masked sentence; `rivals` are the positions of those who may be the doers."""

    def __init__(
        self,
        text: str,
        found: Mapping[str, Sequence[tuple[int, int]]],
        rivals: Sequence[int],
        kinds: Mapping[str, Sequence[str]] = ACTS,
    ) -> None:
        self._text, self._rivals_at = text, sorted(rivals)
        acts = [(start, end, act) for act, names in kinds.items() for n in names for start, end in found.get(n, ())]
        self._starting, self._ending = _grouped((s, a) for s, _, a in acts), _grouped((e, a) for _, e, a in acts)
        self._starts, self._ends = sorted(self._starting), sorted(self._ending)
        self._leads = sorted((end, lead) for lead in LEADS for _, end in found.get(lead, ()))

    def of(self, at: int) -> Iterator[str]:
        """What is seen of the item at a position."""
        lead = self._lead(at)
        yield f"lead {lead}"
        before, behind = self._before(at), self._behind(at)
        for mark, side in (("<", before), (">", behind)):
            for act in side.acts:
                yield f"act {act}{mark} {lead}"
                yield f"act {act}{mark}{side.between}"
            if not side.acts:
                yield f"act none{mark}"
        yield from (f"act {one}<>{other}" for one in before.acts or _NONE for other in behind.acts or _NONE)

    def _lead(self, at: int) -> str:
        """The preposition before an item, else the sign; `start`, `none` for another word, `item` for another item."""
        number = bisect_left(self._leads, (at + 1, ""))
        if number and _GAP.fullmatch(self._text, self._leads[number - 1][0], at):
            return self._leads[number - 1][1]
        if _GAP.fullmatch(self._text, 0, at):
            return "start"
        sign = self._text[:at].rstrip()[-1:]
        return "none" if sign.isalnum() else sign if sign.isascii() else "item"

    def _before(self, at: int) -> _Side:
        number = bisect_left(self._ends, at + 1)
        if not number:
            return _Side()
        end = self._ends[number - 1]
        return self._side(self._ending[end], end, at)

    def _behind(self, at: int) -> _Side:
        number = bisect_left(self._starts, at + 1)
        if number == len(self._starts):
            return _Side()
        start = self._starts[number]
        return self._side(self._starting[start], at + 1, start)

    def _side(self, acts: set[str], low: int, high: int) -> _Side:
        """None where another clause begins in between."""
        between = self._text[low:high]
        if _CLAUSE.search(between):
            return _Side()
        rivals = bisect_left(self._rivals_at, low) < bisect_left(self._rivals_at, high)
        return _Side(
            tuple(sorted(acts)),
            f"{bisect_left(_NEAR, high - low)}{' past' if rivals else ''}{',' if ',' in between else ''}",
        )


def _grouped(acts: Iterator[tuple[int, str]]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for at, act in acts:
        found.setdefault(at, set()).add(act)
    return found
