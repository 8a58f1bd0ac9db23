"""Lists of editions, which need no words: `Quito (2002 and 2009), La Paz (2004)`, `Manila 2008; Athens 2009`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.facts import Fact, Scene
from migkg.extract.item import SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.extract.item import Item

S = SYMBOLS
_PLACE = f"[{S['city']}{S['parties']}]"
_WHEN = f"[{S['year']}{S['date']}{S['period']}]"
_PAIR = re.compile(rf"({_PLACE}),? ?(\()?(?:\w{{2,3}} )?({_WHEN}(?:(?:, ?| ?\w{{1,3}} ?| ?& ?){_WHEN})*)\)?")
_DATED = re.compile(rf"({S['city']}),? ?(?:\w{{1,3}} )?([{S['date']}{S['period']}])(?=[ ,;.)-])")
ENOUGH = 3
"""So many pairs of place and year make a list; pairs in brackets are enough in twos."""


def editions(scene: Scene) -> Iterator[Fact]:
    """The place and year of each edition in a list of past editions of the forum spoken of."""
    code = _code(scene)
    if code:
        yield from _dated(scene, code)
    pairs = [(m, scene.masked.items[m.start(1)]) for m in _PAIR.finditer(scene.masked.text)]
    pairs = [(m, p) for m, p in pairs if p.kind == "city" or len(p.members) == 1]
    bracketed = sum(1 for m, _ in pairs if m[2])
    enough = len(pairs) >= ENOUGH or bracketed >= ENOUGH - 1
    if not code or not enough or all(p.kind != "city" for _, p in pairs):
        return  # states alone with years may be those that presided or joined
    for match, place in pairs:
        for year in scene.masked.inside(match.start(3), match.end(3)):
            if year.date is not None and year.date.year:
                yield from _edition(scene, code, place, year.date.year, match)


def _code(scene: Scene) -> str:
    return next((a.code for a in scene.anchors if a.code), "") or scene.discourse.forum


def _edition(scene: Scene, code: str, place: Item, year: str, match: re.Match[str]) -> Iterator[Fact]:
    meeting = scene.discourse.by_year(code, year)
    start, end = scene.masked.starts[match.start()], scene.masked.ends[match.end() - 1]
    found = [("year", year)]
    if place.kind == "city":
        found += [("heldIn", place.value)]
    country = place.country if place.kind == "city" else place.members[0].value
    if country:
        found.append(("heldInCountry", country))
    for predicate, value in found:
        yield Fact(meeting, predicate, value, scene.number, start, end, "list-of-editions", 0.9, country=country)


def _dated(scene: Scene, code: str) -> Iterator[Fact]:
    """Editions told by city and day: `Berlin on 30 - 31 October 1991, Budapest on 15 - 16 February 1993`."""
    pairs = list(_DATED.finditer(scene.masked.text))
    if len(pairs) < ENOUGH:
        return
    for match in pairs:
        city, day = scene.masked.items[match.start(1)], scene.masked.items[match.start(2)]
        if day.date is None or not day.date.year:
            continue
        yield from _edition(scene, code, city, day.date.year, match)
        meeting = scene.discourse.by_year(code, day.date.year)
        yield Fact(meeting, "date", "", scene.number, city.start, day.end, "list-of-editions", 0.9, date=day.date)
