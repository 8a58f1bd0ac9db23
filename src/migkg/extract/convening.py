"""Meetings told by who met, and at which level: `senior officials met in Lima as part of the process`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import SYMBOLS as S
from migkg.extract.item import Item, MeetingMention
from migkg.extract.phrases import RANK, gathering
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.extract.mask import Masked
    from migkg.lexicon import Meetings

_FORUM = frozenset({"forum"})
_NAMES = "".join(S[kind] for kind in ("forum", "head", "ordinal", "modifier"))
_CORE = f"{_NAMES}{S['meeting']}"
_SMALL = 2
"""A word for the place that something is at has no more letters."""


class Convening:
    """Finds the lesser meetings of forums that are told by who met, in one language."""

    def __init__(self, words: Meetings, joiners: Iterable[str]) -> None:
        self._kinds = {fold(word): kind for kind, group in words.people.items() for word in group}
        self._within = _within(words, self._kinds) if words.frames and words.gathered else NEVER
        level = rf"{S['modifier']}(?! ?(?:{alternation(words.links)} ?)?[{_CORE}])"
        met = gathering(words)
        self._level = re.compile(rf"{S['forum']}(?: \([^()]{{1,12}}\))? {met}[^.;:,{_CORE}]{{0,40}}? {level}")

        self._both, self._plurals = _both(words, joiners), frozenset(fold(word) for word in words.plurals)

    def both(self, masked: Masked) -> None:
        """Put two meetings in place of `the meetings of the steering group and of senior officials of the forum`."""
        if masked.has(_FORUM):
            masked.replace([one for match in self._both.finditer(masked.text) for one in self._each(match, masked)])

    def _each(self, match: re.Match[str], masked: Masked) -> Iterator[tuple[int, int, Item]]:
        head, code = masked.items[match.start()], masked.items[match.end() - 1].value
        spans = ((match.start(), match.end(1)), (match.start(2), match.end()))
        kinds = [masked.items[match.start(part)].value for part in (1, 2)]
        if masked.folded[head.start : head.end] in self._plurals and kinds[0] != kinds[1] and {*kinds} <= {*RANK}:
            for kind, (first, after) in zip(kinds, spans, strict=True):
                mention = MeetingMention(code=code, kind=kind, minor=kind == "technical")
                start, end = masked.starts[first], masked.ends[after - 1]
                yield first, after, Item("meeting", start, end, code, meeting=mention)

    def within(self, masked: Masked) -> None:
        """Put their meeting in place of those who are said to meet within a forum."""
        masked.replace([found for match in self._within.finditer(masked.text) for found in self._theirs(match, masked)])

    def _theirs(self, match: re.Match[str], masked: Masked) -> Iterator[tuple[int, int, Item]]:
        first, after = match.span(match.lastgroup or 0)
        start, end = masked.starts[first], masked.ends[after - 1]
        named = masked.items.get(first)
        kind = named.value if named is not None else self._kinds.get(masked.folded[start:end], "")
        if kind in RANK:
            code = next(i.value for at, i in sorted(masked.items.items()) if i.kind == "forum" and at >= match.start())
            yield first, after, Item("meeting", start, end, code, meeting=MeetingMention(code=code, kind=kind))

    def at_level(self, masked: Masked) -> None:
        """Put its meeting in place of a forum that is said to have met at a level: `met at ministerial level`."""
        masked.reduce(self._level, _at_level, _FORUM)


def _both(words: Meetings, joiners: Iterable[str]) -> re.Pattern[str]:
    """Meetings of two kinds in one phrase, before the forum whose they are."""
    link = rf"(?:{alternation(words.links)} ?)?(?:{bounded(words.determiners)} ?)?"
    kind = f"([{S['head']}{S['modifier']}])"
    behind = rf"(?: {S['head']})? ?{alternation(words.links)} ?(?:{bounded(words.determiners)} ?)?{S['forum']}"
    return re.compile(rf"{S['head']} {link}{kind} {alternation(joiners)} {link}{kind}{behind}")


def _at_level(match: re.Match[str], masked: Masked) -> Item | None:
    """The words for the level begin with one for the place it is at; `met senior officials` does not."""
    forum, level = masked.items[match.start()], masked.items[match.end() - 1]
    first = masked.folded[level.start : level.end].partition(" ")[0]
    if level.value not in RANK or len(first) > _SMALL:
        return None
    start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
    mention = MeetingMention(code=forum.value, kind=level.value, gathers=True)
    return Item("meeting", start, end, forum.value, meeting=mention)


def _within(words: Meetings, people: dict[str, str]) -> re.Pattern[str]:
    """Who is said to meet within a forum; the forum stands behind, `as part of the process`, or in front."""
    by = rf"(?:{S['modifier']}|{bounded(people)})"
    the = rf"(?:{bounded(words.determiners)} ?)?"
    forum = rf"{bounded(words.frames)} ?{the}[^.;:,{_NAMES}]{{0,60}}?\(?{S['forum']}"
    states, met = rf"(?: [^.;:,{_NAMES}]{{1,60}})??", gathering(words)
    gap = f"[^.;:{_NAMES.replace(S['ordinal'], '')}]{{0,110}}?"  # `met for the fifth time as part of the process`
    behind = rf"(?P<behind>{by})(?={states} {met}{gap} {forum})"
    before = rf"(?:(?<=^)|(?<= )){forum}\)?,[^.;:,{_NAMES}]{{0,30}}? ?(?P<before>{by})(?={states} {met})"
    return re.compile(f"{behind}|{before}")
