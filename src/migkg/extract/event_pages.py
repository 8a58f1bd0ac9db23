"""Pages of a calendar: the name of a meeting, below it a line that is but its day, then `Location: Lima, Peru`.

Anywhere else such a line is the date of publication.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.facts import Fact
from migkg.extract.item import SYMBOLS as S
from migkg.extract.light import replace
from migkg.extract.subject import LEAD
from migkg.extract.vocabulary import NEVER, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.extract.engine import Prepared
    from migkg.extract.facts import Scene
    from migkg.lexicon import Language

_MEETING = frozenset({"meeting"})
_PLACE = frozenset({"city", "parties", "state"})
_WHEN = f"[{S['date']}{S['period']}]"


class EventPages:
    """Finds the days of such pages in one language."""

    def __init__(self, language: Language) -> None:
        weekday = bounded(language.calendar.weekdays)
        self._day = re.compile(rf"\W*(?:{weekday},? )?{_WHEN}\W*$")
        labels = language.layout.places
        self._label = re.compile(rf"\W*{bounded(labels)} ?:") if labels else NEVER

    def mark(self, parts: list[Prepared]) -> None:
        """Tell the days of meetings from dates of publication at the beginning of a page."""
        for number, part in enumerate(parts[:LEAD]):
            above, below = parts[max(0, number - 2) : number], parts[number + 1 : number + 2]
            if not any(p.sentence.title and p.masked.has(_MEETING) for p in above):
                continue
            is_placed = any(self._label.match(p.masked.text) and p.masked.has(_PLACE) for p in below)
            if is_placed and self._day.match(part.masked.text):
                part.masked.is_day = True
                parts[number] = replace(part, published=None)


def dated(scene: Scene) -> Iterator[Fact]:
    """The day that such a line tells of the meeting above it."""
    topic = scene.discourse.topic
    if scene.masked.is_day and topic is not None:
        for item in scene.masked.items.values():
            if item.date is not None:
                yield Fact(topic, "date", "", scene.number, item.start, item.end, "event-page", 0.9, date=item.date)
