"""Words that point to a meeting without naming one: `there`, `the next`, a forum that met, a city like a forum."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migkg.extract.item import Item, MeetingMention
from migkg.extract.phrases import RANK

if TYPE_CHECKING:
    import re

    from migkg.extract.mask import Masked
    from migkg.extract.phrases import Phrases
    from migkg.lexicon import Names

_BEGINS = 20
"""So many characters at most stand before what a sentence begins with."""


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


def preparing(match: re.Match[str], masked: Masked) -> tuple[int, int, Item] | None:
    """The meeting of those who met to prepare another, told by no word of its own: `they met to prepare the summit`."""
    item = masked.items[match.end()]
    main = item.meeting or MeetingMention(code=item.value)
    if main.kind or main.event or main.how == "foreign":
        return None
    mention = MeetingMention(code=main.code, kind=RANK[0], how=main.how, main=main if main.ordinal else None)
    first, after = match.span(1)
    return first, after, Item("meeting", masked.starts[first], masked.ends[after - 1], main.code, meeting=mention)


def unnamed(match: re.Match[str], masked: Masked) -> Item:
    """A pronoun for a meeting of which only place or day is told: `the one held in Lima`."""
    start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
    return Item("meeting", start, end, "", meeting=MeetingMention(how="other", time="previous"))


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


def owner(position: int, masked: Masked) -> str:
    """The forum named behind a numbered meeting that begins a sentence and is its own: `at its fifth session, the`."""
    meeting = masked.items[position].meeting
    if meeting is None or not meeting.own or not meeting.ordinal or meeting.code or position > _BEGINS:
        return ""
    behind = (item for at, item in sorted(masked.items.items()) if at > position and item.kind in {"forum", "meeting"})
    first = next(behind, None)
    return first.value if first is not None and first.kind == "forum" else ""
