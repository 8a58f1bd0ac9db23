"""Numbers in brackets behind the time or the place of an edition: `in Manila in 2008 (second)`, `Manila (2nd, 2008)`.

They belong to the edition of the year beside them, not to a meeting named there: the brackets become part of the year.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.facts import Fact
from migkg.extract.item import SYMBOLS as S
from migkg.extract.light import replace
from migkg.extract.vocabulary import bounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.extract.facts import Scene
    from migkg.extract.item import Item
    from migkg.extract.mask import Masked
    from migkg.lexicon import Meetings

_PLACE = f"[{S['city']}{S['state']}{S['parties']}]"
_WHEN = f"[{S['year']}{S['date']}{S['period']}]"
_NUMBERS, _TIMES = frozenset({"ordinal"}), frozenset({"year", "date", "period"})
_NAMES, _MAIN = frozenset({"head", "modifier"}), frozenset({"main", "ministerial"})
_WORDS = _NAMES | _NUMBERS


class Ranking:
    """Gives years the number of the edition that stands in brackets beside them, in one language."""

    def __init__(self, words: Meetings) -> None:
        the = rf"(?:{bounded(words.determiners)} ?)?"
        number = rf"{the}(?:{S['ordinal']}(?: [{S['modifier']}{S['head']}])*|{S['head']} {S['ordinal']})"
        small = r"(?:\w{1,3} ){0,2}"
        self._patterns = (
            re.compile(rf"{_PLACE},? ?{small}({_WHEN}) ?\({number}\)"),
            re.compile(rf"({_WHEN}),? {small}{_PLACE} ?\({number}\)"),
            re.compile(rf"{_PLACE} ?\({small}({_WHEN})[,;:]? ?(?:[-–] )?{number}\)"),
            re.compile(rf"{_PLACE} ?\({number}[,;:]? ?(?:[-–] )?{small}({_WHEN})\)"),
        )

    def reduce(self, masked: Masked) -> None:
        """Put the year with its number in place of the year and the brackets."""
        if not masked.has(_NUMBERS) or not masked.has(_TIMES):
            return
        for pattern in self._patterns:
            masked.replace([part for match in pattern.finditer(masked.text) for part in _ranked(match, masked)])


def _ranked(match: re.Match[str], masked: Masked) -> Iterator[tuple[int, int, Item]]:
    """The year with its number, and what stands before the brackets as it was."""
    inside = [(at, masked.items[at]) for at in range(*match.span()) if at in masked.items]
    number = next(item.value for _, item in inside if item.kind == "ordinal")
    if not number.isdigit() or not {item.value for _, item in inside if item.kind in _NAMES} <= _MAIN:
        return
    when, place = match.start(1), next(at for at, item in inside if item.kind not in _TIMES | _WORDS)
    year = replace(masked.items[when], number=int(number))
    if place < when:
        yield masked.text.index("(", place) if _is_within(masked, place, when) else when, match.end(), year
    else:
        yield when, when + 1, year
        yield place, match.end(), masked.items[place]


def _is_within(masked: Masked, place: int, when: int) -> bool:
    """Whether the year stands in the brackets too."""
    return "(" in masked.text[place:when]


def ranked(scene: Scene, code: str) -> Iterator[Fact]:
    """The number of each edition that is told so; none where the sentence is about lesser meetings."""
    numbered = [i for i in scene.masked.items.values() if i.number and i.date is not None and i.date.year]
    if not numbered or not code or any(a.meeting is not None and a.meeting.kind for a in scene.anchors):
        return
    for item in numbered:
        year = item.date.year if item.date is not None else ""
        meeting = scene.discourse.numbered(code, year, item.number)
        yield Fact(meeting, "ordinal", str(item.number), scene.number, item.start, item.end, "list-of-editions", 0.9)
