"""The heading of a speech: where and when it was held says nothing of a meeting.

`Remarks by the Director General, Geneva, 3 May 2012`, over a text about a forum: no edition met there on that day. One
that names a meeting, `Speech at the opening of the tenth conference`, is left as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.item import SYMBOLS as S
from migkg.extract.light import replace
from migkg.extract.subject import LEAD
from migkg.extract.vocabulary import NEVER, bounded

if TYPE_CHECKING:
    from migkg.extract.engine import Prepared
    from migkg.extract.mask import Masked
    from migkg.lexicon import Layout

_TOLD = frozenset({"city", "date", "period", "year", "here", "today"})
_MEETINGS = frozenset({"forum", "meeting"})
_WHERE = "".join(S[kind] for kind in ("city", "date", "period", "year", "parties", "state"))
_LINE = re.compile(rf"\W*[{_WHERE}](?:\W{{1,4}}[{_WHERE}]){{0,3}}\W*$")
_LINE_RANK = 2
"""The rank of a date of publication that is a line of its own."""
_STOP = (".", "!", "?")


class Speeches:
    """Finds the headings of speeches in one language."""

    def __init__(self, words: Layout) -> None:
        opening = rf"^\W{{0,3}}(?:\w+ ){{0,3}}?{bounded(words.speeches)}"
        self._heading = re.compile(opening) if words.speeches else NEVER

    def unplace(self, parts: list[Prepared]) -> None:
        """Hide the places and days in the heading of a speech, and in the line below it.

        The day is one of publication: it tells the year of what is told without one.
        """
        for number, part in enumerate(parts[:LEAD]):
            masked = part.masked
            if masked.has(_MEETINGS) or masked.folded.rstrip().endswith(_STOP):
                continue
            if self._heading.search(masked.text):
                day = next((i.date.end for i in masked.items.values() if i.date is not None and i.date.is_day), "")
                if part.published is None and day[:1].isdigit():
                    parts[number] = replace(part, published=(_LINE_RANK, day))
                _hide(masked)
                below = parts[number + 1].masked if number + 1 < len(parts) else None
                if below is not None and _LINE.match(below.text):
                    _hide(below)


def _hide(masked: Masked) -> None:
    """Leave of places and days no more than that something stands there."""
    told = [(at, item) for at, item in masked.items.items() if item.kind in _TOLD]
    masked.replace([(at, at + 1, replace(item, kind="other")) for at, item in told])
