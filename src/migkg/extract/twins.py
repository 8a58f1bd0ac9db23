"""Two processes named in one: `the Rabat and Khartoum Processes`, `les Processus de Rabat et de Khartoum`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import SYMBOLS, Item
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from migkg.extract.mask import Masked
    from migkg.lexicon import Language

_CITY, _FORUM = SYMBOLS["city"], SYMBOLS["forum"]
_CITIES = frozenset({"city"})


class Twins:
    """Finds in texts of one language the processes that share the word for a process."""

    def __init__(self, language: Language, called_after: Mapping[str, str]) -> None:
        words = language.meetings
        self._called_after = called_after
        joiner, link = rf" {alternation(language.persons.joiners)} ", rf"{alternation(words.name_links)} ?"
        many = bounded(words.processes)
        ahead = rf"{_CITY},?{joiner}(?:{alternation(words.determiners)} )?{_CITY} {many}"
        behind = rf"{many} {link}{_CITY},?{joiner}(?:{link})?{_CITY}"
        self._pairs = re.compile(rf"{ahead}|{behind}") if words.processes else NEVER
        self._of_both = re.compile(rf"{SYMBOLS['head']}[^.;:,{_FORUM}]{{0,44}}$")  # `joint meeting of the`
        self._second = re.compile(rf"{_FORUM}{joiner}{link}({_CITY})(?! ?{_CITY})")

    def reduce(self, masked: Masked) -> None:
        """Put a forum in place of each city that a process is called after which shares its word with another."""
        if masked.has(_CITIES):
            for pattern, twins in ((self._pairs, self._both), (self._second, self._other)):
                found = (m for m in pattern.finditer(masked.text) if self._of_both.search(masked.text[: m.start()]))
                masked.replace([twin for match in found for twin in twins(match, masked)])

    def _both(self, match: re.Match[str], masked: Masked) -> Iterator[tuple[int, int, Item]]:
        places = [i for i in range(*match.span()) if masked.text[i] == _CITY]
        if all(masked.items[i].value in self._called_after for i in places):
            first, last = places
            yield self._forum(match.start(), first + 1, masked.items[first], masked)
            yield self._forum(last, match.end(), masked.items[last], masked)

    def _other(self, match: re.Match[str], masked: Masked) -> Iterator[tuple[int, int, Item]]:
        """The city behind a process that is called after a city as well."""
        named, city = masked.items[match.start()], masked.items[match.start(1)]
        last = masked.folded[named.start : named.end].rpartition(" ")[2]
        alike = any(code == named.value and fold(name) == last for name, code in self._called_after.items())
        if alike and city.value in self._called_after and self._called_after[city.value] != named.value:
            yield self._forum(match.start(1), match.end(), city, masked)

    def _forum(self, start: int, end: int, city: Item, masked: Masked) -> tuple[int, int, Item]:
        code = self._called_after[city.value]
        return start, end, Item("forum", masked.starts[start], masked.ends[end - 1], code, is_series=False)
