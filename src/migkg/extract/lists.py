"""Lists of editions, which need no words: `Quito (2002 and 2009), La Paz (2004)`, `Manila 2008; Athens 2009`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.facts import Fact, Scene
from migkg.extract.item import SYMBOLS
from migkg.extract.ranked import ranked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.extract.item import Item
    from migkg.extract.meeting import Meeting

S = SYMBOLS
_PLACE = f"[{S['city']}{S['parties']}]"
_WHEN = f"[{S['year']}{S['date']}{S['period']}]"
_TIMES = frozenset({"year", "date", "period"})
_PAIR = re.compile(rf"({_PLACE}),? ?(\()?(?:\w{{2,3}} )?({_WHEN}(?:(?:, ?| ?\w{{1,3}} ?| ?& ?){_WHEN})*)\)?")
_YEAR_FIRST = re.compile(rf"(?:^|[ ;,•])({_WHEN}) ?[:–—-] ?({_PLACE})")
_IN_YEAR = re.compile(rf"({_WHEN}),? \w{{1,3}} ({S['city']})")
_DATED = re.compile(rf"({S['city']}),? ?(?:\w{{1,3}} )?([{S['date']}{S['period']}])(?=[ ,;.)-])")
_BETWEEN = r"(?:,? ?\b\w{1,3})?,?(?: \w{1,3})? "
_TURNS = (
    re.compile(rf"({S['city']}),? (?:\w{{1,3}} )?({S['year']}){_BETWEEN}({S['city']}),? (?:\w{{1,3}} )?({S['year']})"),
    re.compile(rf"({S['year']}),? \w{{1,3}} ({S['city']}){_BETWEEN}({S['year']}),? \w{{1,3}} ({S['city']})"),
)
"""Two editions told in one way: `met in Lima in 2010 and in Quito in 2011`, `in 2010 in Lima and in 2011 in Quito`."""
_NEAR = 40
"""So many characters lie at most between the name of a forum and the first of two of its editions."""
ENOUGH = 3
"""So many pairs of place and year make a list; pairs in brackets are enough in twos."""


def editions(scene: Scene, following: re.Pattern[str]) -> Iterator[Fact]:
    """The place and year of each edition in a list of past editions of the forum spoken of.

    Behind words that match `following` they are the next ones: `the first was held in Rabat, the following two in`.
    """
    if not scene.masked.has(_TIMES):
        return
    code = _code(scene)
    if not code:
        return
    yield from ranked(scene, code)
    yield from _dated(scene, code)
    for years_first in (_YEAR_FIRST, _IN_YEAR):  # `1996: Puebla, 1997: Panama City`, `in 1996 in Puebla`
        first = list(years_first.finditer(scene.masked.text))
        if len(first) >= ENOUGH:
            yield from _years_first(scene, code, first)
            return
    pairs = [(m, scene.masked.items[m.start(1)]) for m in _PAIR.finditer(scene.masked.text)]
    pairs = [(m, p) for m, p in pairs if p.kind == "city" or len(p.members) == 1]
    bracketed = sum(1 for m, _ in pairs if m[2])
    enough = len(pairs) >= ENOUGH or bracketed >= ENOUGH - 1
    if not enough:
        yield from _in_turn(scene)
    elif any(p.kind == "city" for _, p in pairs):  # states alone with years may be those that presided or joined
        yield from _in_pairs(scene, code, pairs, following)


def _in_pairs(
    scene: Scene, code: str, pairs: list[tuple[re.Match[str], Item]], following: re.Pattern[str]
) -> Iterator[Fact]:
    """The editions of a list of places and years."""
    end, counted = 0, _counted(scene, code, [m.start() for m, _ in pairs], following)
    for match, place in pairs:
        numbered, end = counted.get(match.start()) or _numbered(scene, end, match), match.end()
        for year in scene.masked.inside(match.start(3), match.end(3)):
            if year.date is not None and year.date.year:
                yield from _edition(scene, code, place, year.date.year, match, numbered)


def _in_turn(scene: Scene) -> Iterator[Fact]:
    """Two editions of the forum that is said right before to have met in one place and year and another."""
    text, items = scene.masked.text, scene.masked.items
    for match in (m for turns in _TURNS for m in turns.finditer(text)):
        near = [a for a in scene.anchors if a.code and 0 < match.start() - a.position < _NEAR]
        years = [i.date.year for i in scene.masked.inside(*match.span()) if i.date is not None]
        if not near or len({*years}) < len(years) or re.search("[,.;:]", text[near[-1].position : match.start()]):
            continue
        cities = [at for at in range(*match.span()) if at in items and items[at].kind == "city"]
        for city, year in zip(cities, years, strict=True):
            yield from _edition(scene, near[-1].code, items[city], year, match)


def _years_first(scene: Scene, code: str, found: list[re.Match[str]]) -> Iterator[Fact]:
    """The editions of a list that begins each with its year."""
    for match in found:
        date, place = scene.masked.items[match.start(1)].date, scene.masked.items[match.start(2)]
        if date is not None and date.year and (place.kind == "city" or len(place.members) == 1):
            yield from _edition(scene, code, place, date.year, match)


def _numbered(scene: Scene, start: int, pair: re.Match[str]) -> Meeting | None:
    """The numbered edition that a part of a sentence names last: `the fifth by Sri Lanka in Colombo in 2016`.

    Unless it was told to be of another year than the place and year behind it.
    """
    named = _named(scene, start, pair.start())
    years = {i.date.year for i in scene.masked.inside(*pair.span()) if i.date is not None}
    return None if named is not None and named.year and named.year not in years else named


def _named(scene: Scene, start: int, end: int) -> Meeting | None:
    """The numbered edition that is named last in a part of a sentence."""
    named = [a for a in scene.anchors if start <= a.position < end and a.meeting is not None]
    mention = scene.masked.items[named[-1].position].meeting if named else None
    is_told = mention is not None and (mention.ordinal or mention.how != "coreferent")  # not by `the Forum met in`
    return named[-1].meeting if named and is_told and _is_numbered(named[-1].meeting) else None


def _is_numbered(meeting: Meeting | None) -> bool:
    return meeting is not None and bool(meeting.ordinal) and not meeting.kind


def _counted(scene: Scene, code: str, places: list[int], following: re.Pattern[str]) -> dict[int, Meeting]:
    """Place in the sentence -> the meeting counted from the one numbered before: `the following two in`."""
    words = following.search(scene.masked.text)
    before = _named(scene, 0, words.start()) if words is not None else None
    if words is None or before is None or before.code != code:
        return {}
    next_ones = enumerate((at for at in places if at > words.start()), (before.ordinal or 0) + 1)
    return {at: scene.discourse.by_ordinal(code, number) for number, at in next_ones}


def _code(scene: Scene) -> str:
    return next((a.code for a in scene.anchors if a.code), "") or scene.discourse.forum


def _edition(
    scene: Scene, code: str, place: Item, year: str, match: re.Match[str], numbered: Meeting | None = None
) -> Iterator[Fact]:
    meeting = numbered or scene.discourse.by_year(code, year, _kind(scene, code, match.start()))
    meeting.year = meeting.year or year
    start, end = scene.masked.starts[match.start()], scene.masked.ends[match.end() - 1]
    found = [("year", year)]
    if place.kind == "city":
        found += [("heldIn", place.value)]
    elif place.members[0].is_both:  # `Djibouti in 2018`
        found += [("heldIn", place.members[0].city)]
    country = place.country if place.kind == "city" else place.members[0].value
    if country:
        found.append(("heldInCountry", country))
    for predicate, value in found:
        yield Fact(meeting, predicate, value, scene.number, start, end, "list-of-editions", 0.9, country=country)


def _kind(scene: Scene, code: str, start: int) -> str:
    """The kind of the meetings listed, which are named right before: `earlier senior officials' meetings were in`."""
    before = [a for a in scene.anchors if a.position < start]
    meeting = before[-1].meeting if before else None
    is_one = meeting is not None and bool(meeting.ordinal) and not before[-1].time  # not `previous meetings`
    return meeting.kind if meeting is not None and meeting.code == code and not is_one else ""


def _dated(scene: Scene, code: str) -> Iterator[Fact]:
    """Editions told by city and day: `Berlin on 30 - 31 October 1991, Budapest on 15 - 16 February 1993`."""
    pairs = list(_DATED.finditer(scene.masked.text))
    if len(pairs) < ENOUGH:
        return
    end = 0
    for match in pairs:
        numbered, end = _numbered(scene, end, match), match.end()
        city, day = scene.masked.items[match.start(1)], scene.masked.items[match.start(2)]
        if day.date is None or not day.date.year:
            continue
        yield from _edition(scene, code, city, day.date.year, match, numbered)
        meeting = numbered or scene.discourse.by_year(code, day.date.year, _kind(scene, code, match.start()))
        yield Fact(meeting, "date", "", scene.number, city.start, day.end, "list-of-editions", 0.9, date=day.date)
