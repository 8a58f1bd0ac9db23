"""What the number in the name of a meeting counts: the meetings of its forum, or something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from migkg.extract.item import Item
    from migkg.extract.mask import Masked
    from migkg.extract.phrases import Phrases


_FEW = 6
"""No series has more meetings in a year or two."""


class Counting:
    """Tells the numbers of meetings from others in one language."""

    def __init__(self, phrases: Phrases) -> None:
        self._is = phrases

    def ordinal(self, match: re.Match[str], masked: Masked, items: list[Item]) -> int | None:
        """The ordinal among the items, unless it counts something else: `part II of`, `the first since 2018`.

        An article before it makes it that of a meeting: `the fifth of the conference`.
        """
        found = next((i for i in items if i.kind == "ordinal" and i.value.isdigit()), None)
        if found is not None and self._is_owners(found, match, masked):
            return None
        within = all(i.kind != "forum" for i in items) and self._is.in_a_while.match(masked.text, match.end())
        if found is not None and within and int(found.value) <= _FEW:
            return None
        alone = {i.kind for i in items} == {"ordinal", "forum"} and items[0] is found
        if found is not None and alone and self._is.determined.search(masked.text[: match.start()]):
            return int(found.value)
        loose = (masked.items[match.start() + m.start()] for m in self._is.loose.finditer(match.group()))
        return None if found is None or any(i is found for i in loose) else int(found.value)

    def _is_owners(self, number: Item, match: re.Match[str], masked: Masked) -> bool:
        """Whether a number counts something else than the meetings of the forum: those since a year, or of a chair.

        `The first meeting since 2018`; `Peru chairs its first meeting of the Forum`, `hosts it for the second time`;
        the sessions of an edition told by its year.
        """
        last = max(at for at in range(match.start(), match.end()) if at in masked.items)
        if number.value == "1" and self._is.since.match(masked.text, last + 1):
            return True
        if masked.items.get(match.end() - 1) is number and self._is.occasion.match(masked.text, match.end()):
            return True
        kinds = [i.value if i.kind == "head" else i.kind for i in masked.inside(match.start(), match.end())]
        if kinds[:2] == ["ordinal", "council"] and {"year", "forum"} <= set(kinds):
            return True
        if self._is.own.search(masked.text[: match.start()]) is None:
            return False
        forums = {i.value for i in masked.inside(match.start(), match.end()) if i.kind == "forum"}
        return bool(forums) and not any(i.value in forums for i in masked.inside(0, match.start()))
