"""What follows a title without a link: a body in brackets or behind a comma, an acronym that the page introduces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.title_parts import UPPER, abbreviates, ends, take
from migkg.extract.vocabulary import alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.extract.item import Item
    from migkg.extract.sentences import Sentence
    from migkg.extract.title_parts import Walk
    from migkg.lexicon import Persons

EDGE = re.compile(r" ?$| ?[,;.:)(–—]| - ")
"""What may follow the last word of a title."""
_BRACKETED = re.compile(rf" ?\(([{UPPER}][\w-]{{1,10}})\)")
_BY_COMMA = re.compile(r"(?:, | [-–—] | ?/ ?)(?:(?:the|la|le|el) |l')?")


class Trailing:
    """Takes the body that stands behind a title, or its acronym."""

    def __init__(self, words: Persons) -> None:
        link = alternation(words.links)
        self._link = re.compile(rf" ?{link}(?:(?<=')| )")
        self._dated = re.compile(rf" (?:{link} )?(?:19|20)\d\d\b")
        self._units = re.compile(rf" {bounded(words.units)}")
        self._ministries = re.compile(bounded(words.ministries))

    def follow(self, sentence: Sentence, walk: Walk, bodies: Mapping[int, Item]) -> None:
        """What follows a title without a link: a body in brackets or behind a comma, an acronym in brackets."""
        item = bodies.get(walk.end + 2) if sentence.folded[walk.end : walk.end + 2] == " (" else None
        if item is not None and item.kind != "demonym" and sentence.folded[item.end : item.end + 1] == ")":
            if walk.sent:  # `ambassador to the United Arab Emirates (UAE)`: where one is sent is not whom one serves
                walk.end = item.end + 1
                return
            take(walk, item, item.end + 1)
            if item.kind == "org" and walk.strong[0].kind == "org" and walk.strong[0].end < item.start - 2:
                walk.strong.insert(0, item)  # `the Office of the United Nations for Refugees (UNHCR)`
            return
        if year := self._dated.match(sentence.folded, walk.end):
            walk.end = year.end()
        comma = _BY_COMMA.match(sentence.folded, walk.end)
        item = bodies.get(comma.end(), bodies.get(walk.end + 2)) if comma is not None else None
        if item is None and not walk.strong:
            item = bodies.get(walk.end + 1)
            item = item if item is not None and EDGE.match(sentence.text, item.end) else None
        if item is not None and not walk.strong and item.kind != "demonym" and ends(sentence, item, bodies):
            unit = self._units.match(sentence.folded, item.end)
            take(walk, item, unit.end() if unit is not None else item.end)
        elif all(i.kind == "demonym" for i in walk.strong):
            self._agency(sentence, walk, comma.end() if comma is not None else walk.end, bodies)

    def _agency(self, sentence: Sentence, walk: Walk, start: int, bodies: Mapping[int, Item]) -> None:
        """A body that the page itself abbreviates: `Director, Institute of Settlement (INSET)`."""
        for match in _BRACKETED.finditer(sentence.text, walk.end, walk.end + 120):
            name, acronym = sentence.text[start : match.start()], match.group(1)
            inside = start == walk.end  # the name is part of the title itself
            if inside and match.start() != walk.end:
                return
            link = self._link.match(sentence.folded, match.end())
            body = bodies.get(link.end() if link is not None else -1)
            if inside and walk.end == walk.office:  # it is that of the office: `Financial Secretary (FS) of Mauritius`
                if body is not None:
                    take(walk, body, body.end)
                return
            name = sentence.text[max(0, walk.end - 80) : walk.end] if inside else name
            if not abbreviates(acronym, name, inside) or self._ministries.search(fold(name)):
                return
            walk.code, walk.end = f"org:{acronym}", body.end if body is not None else match.end()
            return
