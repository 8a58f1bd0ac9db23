"""Lists of states and bodies: which of them stand in one list, told from what is written between each two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.item import OBSERVER, Item
from migkg.extract.light import replace
from migkg.extract.vocabulary import alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.mask import Masked
    from migkg.lexicon import Language

LONG = 3
"""So many members make a list that tells how a name in it is meant."""
_BODIES = frozenset({"state", "org", "forum"})
_NAMED = frozenset({"state", "org"})
_NOTE = r"(?: ?(?:\*+|\[\d{1,2}\]|\(\d{1,2}\)|\((?:[a-z][a-z.' -]{1,38})\))| ?- [a-z][a-z' ]{2,60})?"
"""What may follow a member: the mark of a footnote, `(observer)`, a ministry after a dash."""
_STRANGERS = [re.compile(rf" ?(,?) ?((?:[a-z][a-z'-]* ){{{n}}}[a-z][a-z'-]*)(?=[ ,])") for n in range(4)]
"""A name of up to four words between two members that no table knows."""
_QUALIFIED = 2
_AND, _COMMA, _STOP, _SPACE = "and", "comma", "stop", "space"
_OPENS, _CLOSES = re.compile(r"[(:]\W*$"), re.compile(r"[ ,]*(?:[).;:]|$)")


class PartyLists:
    """Finds the lists of one language."""

    def __init__(self, language: Language) -> None:
        grammar = language.grammar
        determiner = rf"(?:(?:{alternation(grammar.determiners)}) ?)*"
        before = rf"{determiner}(?:{alternation(grammar.list_items)} ?)*{determiner}"
        words = [w for w in grammar.separators if w not in {",", ";", "."}]
        self._observer = re.compile(rf" ?\([^()]{{0,24}}?{bounded(language.classes.get('observing', ()))}")
        self._and = re.compile(rf"{_NOTE} ?,? ?(?:{alternation(w.strip(' ,;') for w in words)})(?: |(?<=[/&])){before}")
        self._comma = re.compile(rf"{_NOTE} ?, ?{before}")
        self._stop = re.compile(rf"{_NOTE} ?[;|•·] ?{before}")
        self._more = re.compile(rf" ?,? ?(?:{alternation(w.strip(' ,;') for w in words)})[ ,]")

    def long(self, masked: Masked) -> None:
        """Lists of three and more, in which a forum is a member and not a meeting."""
        long = [(a, b) for a, b in self._lists(masked, _BODIES) if _is_long(masked, a, b)]
        masked.replace([(a, b + 1, self._party(masked, a, b)) for a, b in long])

    def short(self, masked: Masked) -> None:
        """Lists of one and two."""
        masked.replace([(a, b + 1, self._party(masked, a, b)) for a, b in self._lists(masked, _NAMED)])

    def _party(self, masked: Masked, first: int, last: int) -> Item:
        found = [(p, masked.items[p]) for p in range(first, last + 1) if p in masked.items]
        members = tuple(
            replace(m, form=OBSERVER) if self._observer.match(masked.text, p + 1) else m
            for p, m in ((p, _sovereign(m, len(found))) for p, m in found)
        )
        kind = "list" if len(members) >= LONG else "parties"
        return Item(kind, masked.starts[first], masked.ends[last], members[0].value, members=members)

    def _lists(self, masked: Masked, kinds: frozenset[str]) -> Iterator[tuple[int, int]]:
        """The positions of the first and the last member of each list."""
        run: list[int] = []
        links: list[str] = []
        for position in (i for i, item in sorted(masked.items.items()) if item.kind in kinds):
            link = self._link(masked, run[-1], position) if run else ""
            if run and not link:
                yield from self._cut(masked, run, links)
                run, links = [], []
            elif run:
                links.append(link)
            run.append(position)
        if run:
            yield from self._cut(masked, run, links)

    def _link(self, masked: Masked, left: int, right: int) -> str:
        between = masked.text[left + 1 : right]
        if not between.strip():
            return _SPACE if _is_state(masked, left) and _is_state(masked, right) else ""
        for name, pattern in ((_AND, self._and), (_COMMA, self._comma), (_STOP, self._stop)):
            if pattern.fullmatch(between):
                return name
        return next((link for link in (self._past(s, masked, left, right) for s in _STRANGERS) if link), "")

    def _past(self, stranger: re.Pattern[str], masked: Masked, left: int, right: int) -> str:
        """How two members are linked with a name between them that no table knows."""
        name = stranger.match(masked.text, left + 1, right)
        if name is None or not _is_name(masked, name.start(2), name.end(2)):
            return ""
        rest = masked.text[name.end() : right]
        if not rest.strip():
            return _SPACE if not name[1] and _is_state(masked, left) and _is_state(masked, right) else ""
        return next((n for n, p in ((_AND, self._and), (_COMMA, self._comma)) if name[1] and p.fullmatch(rest)), "")

    def _cut(self, masked: Masked, run: Sequence[int], links: Sequence[str]) -> Iterator[tuple[int, int]]:
        """A run of members as one list, or as the parts that what stands between them makes of it."""
        start = 0
        for end in [n for n, link in enumerate(links) if _breaks(links, n)] + [len(links)]:
            yield from self._edged(masked, run[start : end + 1], links[start:end])
            start = end + 1

    def _edged(self, masked: Masked, run: Sequence[int], links: Sequence[str]) -> Iterator[tuple[int, int]]:
        """A list without a forum at its edge that only a comma joins to states, and without a last name set apart."""
        kinds = [masked.items[p].kind for p in run]
        if len(run) >= LONG and kinds[0] == "forum" and set(kinds[1:]) == {"state"}:
            run, links, kinds = run[1:], links[1:], kinds[1:]
        trailing = len(run) >= LONG and links[-1] == _COMMA and _AND in links
        if trailing or (len(run) >= LONG and kinds[-1] == "forum" and links[-1] == _COMMA):
            yield run[-1], run[-1]
            run, links = run[:-1], links[:-1]
        if len(run) == LONG - 1 and links[0] != _AND and not self._is_pair(masked, run, links[0]):
            yield from ((p, p) for p in run)
        elif run:
            yield run[0], run[-1]

    def _is_pair(self, masked: Masked, run: Sequence[int], link: str) -> bool:
        """Whether two names with no more than a comma between them are a list: in a heading, brackets, before "and"."""
        before, behind = masked.text[: run[0]], masked.text[run[-1] + 1 :]
        enclosed = _OPENS.search(before) is not None and _CLOSES.match(behind) is not None
        goes_on = self._more.match(behind) is not None or _is_named(masked, run[-1] + 1)
        return link == _COMMA and (masked.is_title or enclosed or goes_on)


def _breaks(links: Sequence[str], number: int) -> bool:
    """Whether a run falls apart at a link: semicolons and spaces join only where there are several of them."""
    link = links[number]
    if link not in {_STOP, _SPACE}:
        return False
    alike = sum(1 for other in links if other == link)
    return alike < LONG - 1 or (link == _STOP and any(other not in {_STOP, _AND} for other in links))


def _is_state(masked: Masked, position: int) -> bool:
    return masked.items[position].kind == "state"


def _is_named(masked: Masked, start: int) -> bool:
    """Whether a list goes on with a name that no table knows."""
    strangers = [s.match(masked.text, start) for s in _STRANGERS] if masked.text.startswith(",", start) else []
    return any(s is not None and _is_name(masked, s.start(2), s.end(2)) for s in strangers)


def _is_name(masked: Masked, start: int, end: int) -> bool:
    """Whether words of the masked text are written as a name is: they end with a capital (`both Sudans`)."""
    words = masked.original[masked.starts[start] : masked.ends[end - 1]].split()
    return words[-1][0].isupper() and (words[0][0].isupper() or len(words) == _QUALIFIED)


def _is_long(masked: Masked, first: int, last: int) -> bool:
    members = masked.inside(first, last + 1)
    return len(members) >= LONG and any(m.kind != "forum" for m in members)


def _sovereign(member: Item, size: int) -> Item:
    """In a list of states a name that a territory shares with a state means the state."""
    return replace(member, value=member.other, other="") if member.other and size >= LONG else member
