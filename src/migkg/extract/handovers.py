"""Ceremonies at which a chair is handed over: events of their own, and no editions of the forum."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.item import Item, MeetingMention
from migkg.extract.vocabulary import NEVER, bounded

if TYPE_CHECKING:
    from migkg.extract.mask import Masked
    from migkg.lexicon import Language

_MEETING = frozenset({"meeting"})
_NAME = "handover-ceremony"
"""What such an event is called, in English as all of them."""


class Handovers:
    """Finds such ceremonies in one language."""

    def __init__(self, language: Language) -> None:
        words, hands = language.meetings, language.classes.get("hands", ())
        self._named = re.compile(bounded(words.handovers)) if words.handovers else NEVER
        self._handed = re.compile(bounded(hands)) if hands else NEVER
        one = rf"{bounded((*words.indefinite, *words.demonstratives))} ?{bounded(words.ceremonies)}"
        said = rf"{bounded(words.handovers)}|{one}"
        self._said = re.compile(said) if words.handovers and words.ceremonies else self._named

    def reduce(self, masked: Masked) -> None:
        """Put an event in place of the words for the ceremony.

        Beside a meeting it is a part of that: `a ceremony on the occasion of the sixth conference`.
        """
        if not masked.has(_MEETING):
            masked.reduce(self._said if self._handed.search(masked.text) else self._named, _event)


def _event(match: re.Match[str], masked: Masked) -> Item:
    start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
    return Item("meeting", start, end, _NAME, meeting=MeetingMention(event=_NAME, is_proper=True))
