"""Clauses that belong to the meeting right before them: `the third meeting, which Lima hosted in 2016`.

What they say of place, time and host is said of that meeting, whatever the sentence and the text are about. A clause
between commas after which the sentence goes on, `the summit, which follows the forum, was opened`, tells nothing of
what stands behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.item import SYMBOLS
from migkg.extract.light import replace
from migkg.extract.meeting import Meeting
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.extract.facts import Fact, Scene
    from migkg.extract.mask import Masked
    from migkg.extract.meeting import Anchor
    from migkg.lexicon import Language

S = SYMBOLS
BOUND = frozenset({"held", "startDate", "endDate", "hasHost"})
"""The relations that such a clause tells."""
_PREDICATES = frozenset({"date", "startDate", "endDate", "year", "heldIn", "heldInCountry", "hasHost"})
_OWNERS = frozenset({"meeting", "forum"})
Aside = tuple[int, int, int]
_ITEM = f"[{S['city']}{S['parties']}{S['date']}{S['period']}{S['year']}]"
_NAMED = f"[{S['meeting']}{S['forum']}]"
_LOOSE = f"[^,.;:{S['meeting']}{S['forum']}]"
_GAP = f"[^,.;:{S['meeting']}{S['forum']}{S['persons']}{S['list']}]"


class ClauseFinder:
    """Finds the clauses of the meetings of one language."""

    def __init__(self, language: Language) -> None:
        words, classes = language.meetings, language.classes
        self._clause = self._aside = self._relative = NEVER
        if not words.relatives or not words.participles:
            return
        link, verbs = alternation(words.links), bounded([*classes.get("held", ()), *classes.get("hosts", ())])
        tail = rf"(?: \({_GAP}{{1,30}}\)| ?{link} ['\"]?(?:{S['forum']}|{_GAP}{{1,34}}?)['\"]?)?"
        relative = rf"{alternation(words.relatives)} ?(?:{_ITEM} )?(?:[a-z']{{1,8}} ){{0,2}}{verbs}"
        told = rf"(?:{relative}|{bounded(words.participles)})(?:{_GAP}{{1,25}}?{_ITEM})?"
        again = rf"{alternation(words.resumed)} ?{_ITEM}" if words.resumed else rf"(?!){_ITEM}"
        more = rf"(?:,? ?{_GAP}{{0,10}}?{_ITEM})*"
        self._clause = re.compile(rf"({_NAMED}){tail},? (?:{told}|{again}){more}")
        self._relative = re.compile(rf", ?{bounded(words.relatives)}")
        if words.resuming:
            opens, goes_on = bounded([*words.relatives, *words.asides]), bounded(words.resuming)
            inside = rf"(?:(?!, ?(?:\w{{1,4}} ?)?{_NAMED})[^.;:]){{3,160}}?"  # not `, the next meeting, will`
            commas = rf"{_LOOSE}{{0,60}}, ?{opens}{inside}, ?(?={goes_on})"
            marks = rf"{_LOOSE}{{0,60}} (?:-|\() ?(?:\w+ ){{0,3}}?{opens}[^.;:()]{{3,160}}?(?: -|\))"
            self._aside = re.compile(rf"({_NAMED})({commas}|{marks})")

    def put(self, masked: Masked) -> None:
        """Tell a masked sentence its clauses."""
        masked.bound, masked.asides = self.find(masked), self.asides(masked)
        masked.relatives = self.relatives(masked)

    def find(self, masked: Masked) -> dict[int, int]:
        """Position of an item in a clause -> that of the meeting the clause belongs to."""
        found: dict[int, int] = {}
        if not masked.has(_OWNERS):
            return found
        for match in self._clause.finditer(masked.text):
            for at in range(match.start() + 1, match.end()):
                if at in masked.items:
                    found[at] = match.start()
        return found

    def relatives(self, masked: Masked) -> tuple[int, ...]:
        """Where in the sentence relative clauses begin."""
        return tuple(masked.starts[match.start()] for match in self._relative.finditer(masked.text))

    def asides(self, masked: Masked) -> tuple[Aside, ...]:
        """Start and end of each clause between commas that names a meeting, and where the meeting before it stands."""
        if not masked.has(_OWNERS):
            return ()
        found = ((*match.span(2), match.start(1)) for match in self._aside.finditer(masked.text))
        return tuple(a for a in found if any(i.kind in _OWNERS for i in masked.inside(a[0], a[1])))


def telling(anchors: Sequence[Anchor]) -> list[Anchor]:
    """Without the forums of which the sentence names a meeting: `the process held its meeting of officials`."""
    told = {a.code for a in anchors if a.meeting is not None and not a.time}
    return [a for a in anchors if a.meeting is not None or a.code not in told]


def outside(anchors: Sequence[Anchor], position: int, masked: Masked) -> list[Anchor]:
    """The anchors without those in a clause between commas that is over before a position."""
    over = [(start, end) for start, end, _ in masked.asides if end <= position]
    return [a for a in anchors if not any(start <= a.position < end for start, end in over)] if over else [*anchors]


def outer(anchor: Anchor | None, match: re.Match[str], scene: Scene) -> Anchor | None:
    """The meeting before a clause between commas, where a match goes on behind the clause from a meeting in it."""
    at = anchor.position if anchor is not None else -1
    heads = [head for start, end, head in scene.masked.asides if start <= at < end < match.end()]
    return next((a for a in scene.anchors if heads and a.position == heads[0]), anchor)


def within(position: int, scene: Scene) -> tuple[Meeting, Anchor] | None:
    """The meeting named before an item in the clause between commas where it stands."""
    for start, end, _ in scene.masked.asides:
        inside = [a for a in scene.anchors if start <= a.position < position < end]
        if inside and inside[-1].meeting is not None:
            return inside[-1].meeting, inside[-1]
    return None


def owner(position: int, scene: Scene) -> tuple[Meeting, Anchor] | None:
    """The meeting that the clause with an item belongs to; None where it is in no such clause.

    That of a forum is the edition of the year that the clause tells; two years are of two editions.
    """
    at = scene.masked.bound.get(position)
    anchor = next((a for a in scene.anchors if a.position == at), None)
    if at is None or anchor is None or anchor.is_foreign or anchor.is_generic:
        return None
    if anchor.meeting is not None:
        return anchor.meeting, anchor
    dates = (scene.masked.items[p].date for p, m in scene.masked.bound.items() if m == at)
    years = {d.year for d in dates if d is not None and d.year}
    return (scene.discourse.meant_by(anchor.code, min(years)), anchor) if len(years) == 1 and anchor.code else None


def rebound(fact: Fact, scene: Scene) -> Fact:
    """A fact of a rule as one of the meeting whose clause tells it."""
    if fact.predicate not in _PREDICATES or not isinstance(fact.subject, Meeting):
        return fact
    for position in scene.masked.bound:
        item = scene.masked.items[position]
        if item.start <= fact.place < item.end:
            mine = owner(position, scene)
            return fact if mine is None else replace(fact, subject=mine[0], implied=False)
    return fact
