"""Who hosted when: `Belgium hosted it in 2007, the Philippines in 2008 and Greece in 2009`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.facts import Fact, Scene
from migkg.extract.item import SYMBOLS
from migkg.extract.vocabulary import NEVER, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from migkg.extract.item import Item
    from migkg.extract.meeting import Meeting
    from migkg.lexicon import Language

S = SYMBOLS
_WHO = f"[{S['parties']}{S['city']}]"
_TURN = rf"({_WHO})(?: (?:\w{{1,3}} )?({S['meeting']}))?,? ?(?:\(|\w{{2,3}} )?({S['year']})\)?"
_GLUE = r"(?:[,;]? (?:\w{1,3} ){0,3}|[,;] ?)"
_CHAIN = re.compile(rf"{_TURN}(?:{_GLUE}{_TURN})*")
_ONE = re.compile(_TURN)
_ENOUGH = 2


class TurnFinder:
    """Finds the hosts that are told with their years one after the other, in one language."""

    def __init__(self, language: Language) -> None:
        words = [w for name in ("hosts", "hosted_by", "host_nouns") for w in language.classes.get(name, ())]
        host = bounded(words) if words else None
        self._led = re.compile(rf"{host}[^.;{S['year']}]{{0,40}}$") if host else NEVER
        first = rf"(?:({_WHO}),? (?:\w+ )?)?{host}[^.;{S['year']}{S['meeting']}]{{0,40}}({S['meeting']})?"
        self._begun = re.compile(rf"{first}[^.;{S['year']}]{{0,20}}({S['year']}){_GLUE}$") if host else NEVER

    def find(self, scene: Scene) -> Iterator[Fact]:
        """The host of each edition of such a list."""
        text, code = scene.masked.text, _code(scene)
        for chain in _CHAIN.finditer(text) if code else ():
            turns = list(_ONE.finditer(text, *chain.span()))
            before = text[: chain.start()]
            begun = self._begun.search(before)
            if begun or (len(turns) >= _ENOUGH and self._led.search(before)):
                yield from _hosts([begun, *turns] if begun and begun[1] else turns, scene, code)


def _hosts(turns: list[re.Match[str]], scene: Scene, code: str) -> Iterator[Fact]:
    items, named = scene.masked.items, _named(scene)
    for turn in turns:
        host, date = items[turn.start(1)], items[turn.start(3)].date
        is_alone = host.kind == "city" or len(host.members) == 1
        if date is None or not date.year or not is_alone or (host.kind == "city" and turn.start(2) not in named):
            continue
        meeting = named.get(turn.start(2)) or scene.discourse.by_year(code, date.year)
        yield from _told(meeting, host, date.year, scene, turn)


def _told(meeting: Meeting, host: Item, year: str, scene: Scene, turn: re.Match[str]) -> Iterator[Fact]:
    meeting.year = meeting.year or year
    start, end = scene.masked.starts[turn.start()], scene.masked.ends[turn.end() - 1]
    place = [("heldIn", host.value), ("heldInCountry", host.country)]
    found = place if host.kind == "city" else [("hasHost", host.members[0].value)]
    for predicate, value in [("year", year), *(f for f in found if f[1])]:
        yield Fact(meeting, predicate, value, scene.number, start, end, "hosts-in-turn", 0.9)


def _named(scene: Scene) -> Mapping[int, Meeting]:
    return {a.position: a.meeting for a in scene.anchors if a.meeting is not None}


def _code(scene: Scene) -> str:
    return next((a.code for a in scene.anchors if a.code), "") or scene.discourse.forum
