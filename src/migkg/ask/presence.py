"""To be and to have: at a meeting, in a forum, or nothing, by what stands beside the word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from migkg.ask.model import MEETING_KINDS
from migkg.ask.turns import AGENTS, SERIES, asks, asks_who, first
from migkg.ask.words import normal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.ask.model import Symbol

SAYING = frozenset({"relation", "title", "tenure", "lead", "since", "doctype", "age", "step", "unanswered", "about"})
"""Kinds of symbols that say something of what a question names."""
DATED = frozenset({"ordinal", "year", "date", "dates", "pick"})
_NAMING = frozenset({"post", "theme", "document", "city", "year", "date"})
"""Classes beside which a form of `be` says what something is, not where."""
_LISTS = frozenset({"which", "howmany"})


@dataclass(frozen=True, slots=True)
class Presence:
    """What to be somewhere means: `being` gives the relation by `meeting` and `forum`; `between` may part the words."""

    being: Mapping[str, str]
    between: frozenset[str]

    def settled(self, symbols: list[Symbol], question: str) -> list[Symbol]:
        """The symbols with to be and to have replaced by what they mean here, or left out."""
        return self._having(self._being(symbols, question))

    def _being(self, symbols: list[Symbol], question: str) -> list[Symbol]:
        """To be, where the question names one who is and says, or asks, where; else it says nothing."""
        rest = [s for s in symbols if s.kind != "be"]
        where = self._where(rest) or self._who_is(rest)
        if both := self._both(symbols):
            return both
        if not where or any(s.kind in SAYING or s.is_a("class", *_NAMING) for s in rest):
            return rest
        be = next((s for s in symbols if s.kind == "be" and self._is_of(s, rest, question)), None)
        if asks_who(rest) and not any(s.kind in {"be", "have"} for s in symbols):  # `number of states at the meeting`
            who = next(at for at, s in enumerate(rest) if s.is_a("class", *AGENTS))
            return [*rest[: who + 1], self._related(rest[who], where), *rest[who + 1 :]]
        return [self._related(s, where) if s is be else s for s in symbols if s is be or s.kind != "be"]

    def _both(self, symbols: list[Symbol]) -> list[Symbol]:
        """`Which members of A are also in B`: beside members to be in another forum is to be its member."""
        said = {s.value for s in symbols if s.kind in SAYING}
        forums = [s for s in symbols if s.is_a("thing", "forum")]
        for one, two in pairwise(symbols):
            inside = one.kind == "be" and two in forums[1:]
            if inside and said == {self.being["forum"]} and not any(s.is_a("logic", "and") for s in symbols):
                return [self._related(s, "forum") if s is one else s for s in symbols if s is one or s.kind != "be"]
        return []

    def _related(self, symbol: Symbol, where: str) -> Symbol:
        return replace(symbol, kind="relation", value=self.being[where])

    def _who_is(self, symbols: Sequence[Symbol]) -> str:
        """`Who is in the forum`, not `who is the forum`."""
        who, forum = first(symbols, "ask"), next((s for s in symbols if s.is_a("thing", "forum")), None)
        alone = who and forum and [*symbols] == [who, forum] and who.value == "who"
        return "forum" if alone else ""

    def _is_of(self, be: Symbol, symbols: Sequence[Symbol], question: str) -> bool:
        """Whether a person is named, or a state or body beside the word: `are in Chile` says where, not who."""
        asked = first(symbols, "ask")
        if asked and asked.value == "who" and len(symbols) > 1:
            return normal(question[be.end : symbols[1].start]) not in self.between
        if asks_who(symbols):
            after = next((s for s in symbols if s.start > be.end), None)
            return after is not None and normal(question[be.end : after.start]) not in self.between
        for agent in symbols:
            if agent.is_a("thing", "official"):
                return True
            if agent.is_a("thing", *AGENTS) and len(agent.terms) == 1:
                one, last = sorted((be, agent), key=lambda s: s.start)
                if normal(question[one.end : last.start]) in self.between:
                    return True
        return False

    def _having(self, symbols: list[Symbol]) -> list[Symbol]:
        """To have or share, where members are asked for, or their forums, and nothing else is said; else nothing."""
        have = first(symbols, "have")
        rest = [s for s in symbols if s.kind != "have"]
        owned = [s for s in rest if s.kind == "relation" and not s.is_a("relation", self.being["forum"])]
        if have is not None and have.value == "share" and owned and asks(rest, SERIES):
            return symbols  # `forums that share a secretariat` have one in common, which has no reading
        said = any(s.kind in SAYING or s.kind in DATED or s.is_a("class", *MEETING_KINDS) for s in rest)
        other = frozenset({"forum"}) if asks_who(rest) else AGENTS if asks(rest, SERIES) else frozenset()
        if have is None or said or not any(s.kind == "thing" and s.value in other for s in rest):
            return rest
        return [self._related(s, "forum") if s is have else s for s in symbols if s is have or s.kind != "have"]

    def _where(self, symbols: Sequence[Symbol]) -> str:
        """`meeting` or `forum`, if one is named with one who may be there, or is asked for."""
        asked, wants = first(symbols, "ask"), asks_who(symbols)
        if not (wants or any(s.is_a("thing", *AGENTS) for s in symbols)) or (asked and asked.value not in _LISTS):
            return ""
        placed = any(s.is_a("thing", "city") for s in symbols) and any(s.is_a("thing", "forum") for s in symbols)
        if placed or any(s.kind in DATED or s.is_a("class", *MEETING_KINDS) for s in symbols):
            return "meeting"
        kind, values = ("class", SERIES) if asked and not wants else ("thing", frozenset({"forum"}))
        counted = wants and any(s.is_a("class", *SERIES) for s in symbols)  # `countries that are in five forums`
        return "forum" if counted or any(s.is_a(kind, *values) for s in symbols) else ""
