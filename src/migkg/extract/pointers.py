"""Words that point to a meeting without naming one: `there`, `the next`, a forum that met, a city like a forum."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migkg.extract.item import Item, MeetingMention
from migkg.extract.phrases import RANK

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from migkg.extract.mask import Masked
    from migkg.extract.phrases import Phrases
    from migkg.lexicon import Names

_SMALL = 2
"""A word for the place that something is at has no more letters."""
HANDOVER = "handover-ceremony"
"""The name of an event at which a chair is handed over, in English as all such names."""


def namesakes(names: Names) -> dict[str, str]:
    """City -> the forum that is called after it: `Quito Process`."""
    cities = {name.text: name.value for name in names.names if name.kind == "city"}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in names.names:
        city = cities.get(name.text.rpartition(" ")[0]) if name.kind == "forum" else None
        if city is not None:
            found[city].add(name.value)
    return {city: min(codes) for city, codes in sorted(found.items()) if len(codes) == 1}


def last(match: re.Match[str], masked: Masked) -> Item:
    """Words such as `there` that open a sentence mean the meeting that was spoken of last."""
    start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
    return Item("meeting", start, end, "", meeting=MeetingMention(how="last"))


def gathered(match: re.Match[str], masked: Masked) -> tuple[int, int, Item]:
    """A forum that is said to meet is its meeting: `s'est réuni le Processus de Rabat`."""
    forum = masked.items[match.start(1)]
    mention = MeetingMention(code=forum.value, gathers=True)
    return *match.span(1), Item("meeting", forum.start, forum.end, forum.value, meeting=mention)


def of_people(match: re.Match[str], masked: Masked, kind: str) -> tuple[int, int, Item]:
    """The meeting of those who are said to meet: `the experts of the process met`."""
    first, after = match.span(match.lastindex or 0)
    code = masked.items[after - 1].value
    mention = MeetingMention(code=code, kind=kind)
    return first, after, Item("meeting", masked.starts[first], masked.ends[after - 1], code, meeting=mention)


def at_level(match: re.Match[str], masked: Masked) -> Item | None:
    """A forum that is said to have met at a level: `the process met at ministerial level`.

    The words for the level begin with one for the place it is at; `met senior officials` does not.
    """
    forum, level = masked.items[match.start()], masked.items[match.end() - 1]
    first = masked.folded[level.start : level.end].partition(" ")[0]
    if level.value not in RANK or len(first) > _SMALL:
        return None
    start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
    mention = MeetingMention(code=forum.value, kind=level.value, gathers=True)
    return Item("meeting", start, end, forum.value, meeting=mention)


def under_forum(match: re.Match[str], masked: Masked, people: Mapping[str, str]) -> tuple[int, int, Item] | None:
    """The meeting of those who are said to meet within a forum: `senior officials met as part of the process`."""
    first, after = match.span(match.lastgroup or 0)
    item = masked.items.get(first)
    kind = (
        item.value if item is not None else people.get(masked.folded[masked.starts[first] : masked.ends[after - 1]], "")
    )
    forums = [i.value for at, i in sorted(masked.items.items()) if i.kind == "forum" and at >= match.start()]
    if kind not in RANK:
        return None
    mention = MeetingMention(code=forums[0], kind=kind)
    start, end = masked.starts[first], masked.ends[after - 1]
    return first, after, Item("meeting", start, end, forums[0], meeting=mention)


def unnamed(match: re.Match[str], masked: Masked) -> Item:
    """A pronoun for a meeting of which only place or day is told: `the one held in Lima`."""
    start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
    return Item("meeting", start, end, "", meeting=MeetingMention(how="other", time="previous"))


def handover(match: re.Match[str], masked: Masked) -> Item:
    """A ceremony at which a chair is handed over, an event of its own."""
    start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
    return Item("meeting", start, end, HANDOVER, meeting=MeetingMention(event=HANDOVER, is_proper=True))


def in_turn(match: re.Match[str], masked: Masked) -> Item | None:
    """A meeting named by its number alone beside those of the numbers before or behind: `the first in 2007`."""
    number = masked.items[match.start("number")].value
    numbers = {i.value for i in masked.items.values() if i.kind == "ordinal"}
    numbers |= {str(i.meeting.ordinal) for i in masked.items.values() if i.meeting is not None}
    if not number.isdigit() or numbers.isdisjoint({str(int(number) - 1), str(int(number) + 1)}):
        return None
    start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
    return Item("meeting", start, end, "", meeting=MeetingMention(ordinal=int(number), how="partial"))


def by_place(match: re.Match[str], masked: Masked) -> Item:
    """The next or the previous meeting, called so and no more."""
    start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
    time = (match.lastgroup or "").removeprefix("first_")
    how = "partial" if time == "next" else "coreferent"
    return Item("meeting", start, end, "", meeting=MeetingMention(how=how, time=time))


def named_after(match: re.Match[str], masked: Masked, phrases: Phrases) -> str:
    """The forum whose acronym follows in brackets a name that is not known: `meeting of the ... (OCAM)`.

    Of a lesser meeting also that within which it was held: `a workshop was held in Lima as part of the process`.
    """
    after = phrases.bracketed.match(masked.text, match.end())
    if after is not None:
        return masked.items[after.end() - 2].value
    is_lesser = any({i.value, i.form} & set(RANK) for i in masked.inside(match.start(), match.end()))
    framed = phrases.framed.match(masked.text, match.end()) if is_lesser else None
    return masked.items[framed.start(1)].value if framed is not None else ""
