"""Numbers that stand beside the names of meetings: `the Forum met for the tenth time`, `the Conference, the tenth,`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import SYMBOLS as S
from migkg.extract.item import Item, MeetingMention
from migkg.extract.light import replace
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.extract.mask import Masked
    from migkg.lexicon import Meetings

_NAME = f"[{S['forum']}{S['meeting']}]"
_GAP = f"[^.;:{S['forum']}{S['meeting']}]"
_HELD = f"[{S['city']}{S['period']}]"
"""A place or several days, which a sitting of a meeting seldom has."""
_NAMES = frozenset({"forum", "meeting"})
_NUMBERS = frozenset({"ordinal"})


class Numbering:
    """Gives forums and meetings the number that is told beside them in one language."""

    def __init__(self, words: Meetings) -> None:
        self._patterns = (_apposition(words), _sitting(words), _occasion(words))

    def reduce(self, masked: Masked) -> None:
        """Put the numbered meeting in place of each forum or meeting whose number is told beside it."""
        if masked.has(_NUMBERS) and masked.has(_NAMES):
            for pattern in self._patterns:
                masked.replace([_numbered(match, masked) for match in pattern.finditer(masked.text)])


def _numbered(match: re.Match[str], masked: Masked) -> tuple[int, int, Item]:
    """A forum, or its meeting, with the number at the other end of the match."""
    places = [i for i in range(match.start(), match.end()) if i in masked.items]
    at = next(i for i in places if masked.items[i].kind in _NAMES)
    numbers = [masked.items[i].value for i in places if masked.items[i].kind == "ordinal"]
    item = masked.items[at]
    told = item.meeting or MeetingMention(code=item.value, gathers=True)
    number = numbers[-1 if at == match.start() else 0]
    mention = replace(told, ordinal=told.ordinal or (int(number) if number.isdigit() else None))
    return at, at + 1, Item("meeting", item.start, item.end, item.value, meeting=mention)


def _apposition(words: Meetings) -> re.Pattern[str]:
    """A number behind a name: `the Conference, the tenth, was held`, `the Forum, fifth of its kind`."""
    the = rf"(?:{bounded((*words.determiners, *words.possessives))} ?)?"
    told = "|".join([*_phrases(words.nth_names), rf"{S['ordinal']}(?=[,.;)]| ?$| {bounded(words.since)})"])
    which = rf",? (?:{alternation(words.relatives)}) {bounded(words.copulas)} " if words.copulas else "(?!)"
    return re.compile(rf"{_NAME}(?: \([^()]{{1,12}}\))?(?:, ?| \(|{which}){the}(?:{told})")


def _sitting(words: Meetings) -> re.Pattern[str]:
    """A numbered session behind a series with its place or days: `the Conference, eighth session (Lima, 3-4 May 2019)`.

    Without them it may be one of several sittings of one meeting; behind a meeting it always is.
    """
    the = rf"(?:{bounded(words.determiners)} ?)?"
    gap = f"[^.;:(){S['forum']}{S['meeting']}{S['head']}]{{0,24}}?"
    met = bounded((*words.gathered, *words.after_ordinals))
    behind = rf"(?= ?\([^()]{{0,24}}?{_HELD}|, (?:\w{{1,3}} )?{_HELD}|,? {met} {gap}{_HELD})"
    return re.compile(rf"{S['forum']}(?: \([^()]{{1,12}}\))?(?:, ?|: ?| - ?){the}{S['ordinal']} {S['head']}{behind}")


def _occasion(words: Meetings) -> re.Pattern[str]:
    """How often a forum met, behind its name or before it: `for the tenth time the Forum met`."""
    if not words.nth_times:
        return NEVER
    times, met = f"(?:{'|'.join(_phrases(words.nth_times))})", bounded((*words.gathered, *words.after_ordinals))
    behind = rf"{_NAME}{_GAP}{{0,40}}?{met}{_GAP}{{0,24}}? {times}"
    before = rf"{times},?{_GAP}{{0,16}}?{_NAME}(?={_GAP}{{0,24}}?{met})"
    return re.compile(rf"{behind}|{before}|{times},? {met} {_GAP}{{0,16}}?{_NAME}")


def _phrases(phrases: Iterable[str]) -> list[str]:
    """The patterns of phrases with # for an ordinal."""
    return [S["ordinal"].join(re.escape(part) for part in fold(phrase).split("#")) for phrase in phrases]
