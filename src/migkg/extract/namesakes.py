"""Meetings told by a place: `the Quito workshop`, `meeting of Panama`, and the forums called after a city."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.extract.phrases import RANK

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from migkg.extract.mask import Masked
    from migkg.extract.phrases import Phrases


class Namesakes:
    """Finds the place, and the forum called after one, that stands in or beside a phrase for a meeting."""

    def __init__(self, is_: Phrases, called_after: Mapping[str, str]) -> None:
        self._is = is_
        self._called_after = called_after

    def called(self, before: str, masked: Masked, kinds: frozenset[str]) -> str:
        """The forum called after the city that stands before the name of a lesser meeting: `the Quito | workshop`."""
        if not kinds & set(RANK) or not self._is.town.search(before):
            return ""
        return self._called_after.get(masked.items[len(before) - 2].value, "")

    def namesake(self, match: re.Match[str], masked: Masked) -> str:
        """The forum called after a city in the phrase or behind it: `meeting of Quito`."""
        after = self._is.name_link.match(masked.text, match.end())
        behind = masked.inside(after.end(), after.end() + 1) if after is not None else []
        items = [*masked.inside(match.start(), match.end()), *behind]
        cities = (i.value for i in items if i.kind == "city")
        return next((self._called_after[city] for city in cities if city in self._called_after), "")

    def place(self, match: re.Match[str], masked: Masked) -> str:
        """The city or state behind a phrase or before it: `the meeting of Panama`, `the Cartagena meeting`."""
        after = self._is.name_link.match(masked.text, match.end())
        behind = masked.items.get(after.end()) if after is not None else None
        if behind is not None and behind.kind in {"city", "parties", "state"}:
            members = behind.members or (behind,)
            return members[0].value if len(members) == 1 else ""
        before = masked.text[: match.start()]
        if self._is.town.search(before):
            return masked.items[len(before) - 2].value
        return next((i.value for i in masked.inside(match.start(), match.end()) if i.kind == "city"), "")
