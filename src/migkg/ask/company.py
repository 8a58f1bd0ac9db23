"""Words that mean by their company: `run` a body or a meeting, `be` at one or in a forum, `have`, `about`, `since`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from migkg.ask.model import MEETING_KINDS
from migkg.ask.presence import DATED, SAYING, Presence
from migkg.ask.turns import AGENTS, SCOPES, SERIES, again, asks, edges, first, neither

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.ask.model import Symbol
    from migkg.model import Term

_PLACES = frozenset({"city", "state"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What each of these words can mean; `posts` are the bodies whose posts the graph knows, by title and body."""

    titles: tuple[str, ...]
    chair: str
    silent: frozenset[str]
    presence: Presence
    theme: str
    spoken: frozenset[str]
    founding: str
    held: str
    adopting: str
    missing: tuple[str, str]
    listed: str
    roles: frozenset[str]
    posts: Mapping[tuple[str, Term], tuple[Term, ...]]

    @property
    def being(self) -> Mapping[str, str]:
        """The relations that to be at a meeting and in a forum mean."""
        return self.presence.being

    @classmethod
    def read(cls, text: str, posts: Mapping[tuple[str, Term], tuple[Term, ...]]) -> Company:
        """The meanings of company.toml."""
        data = tomllib.loads(text)
        return cls(
            titles=tuple(data["lead"]["titles"]),
            chair=data["lead"]["relation"],
            silent=frozenset(data["lead"]["silent"]),
            presence=Presence(
                {where: data["be"][where] for where in ("meeting", "forum")}, frozenset({"", *data["be"]["between"]})
            ),
            theme=data["about"]["relation"],
            spoken=frozenset(data["about"]["spoken"]),
            founding=data["since"]["relation"],
            held=data["begin"]["meeting"],
            adopting=data["created"]["document"],
            missing=(data["missed"]["relation"], data["missed"]["denies"]),
            listed=data["missed"]["list"],
            roles=frozenset(data["role"]["of"]),
            posts=posts,
        )

    def settled(self, symbols: Sequence[Symbol], question: str) -> list[Symbol]:
        """The symbols with those of these kinds replaced by what they mean here, or left out."""
        settled = list(symbols)
        steps = (
            again,
            neither,
            self._scoped,
            edges,
            self._opening,
            self._dated,
            self._holding,
            self._leading,
            self._beginning,
            self._since,
            self._about,
            self._roles,
            self._created,
            self._missed,
            self._of_forum,
        )
        for step in steps:
            settled = step(settled)
        return self.presence.settled(settled, question)

    def _leading(self, symbols: list[Symbol]) -> list[Symbol]:
        """The title goes beside its body, since the holder may stand between: `dirige X la OIM`."""
        lead = first(symbols, "lead")
        if lead is None:
            return symbols
        rest = [s for s in symbols if s.kind != "lead"]
        for body in rest:
            title = next((t for t in self.titles if body.terms[:1] and (t, body.terms[0]) in self.posts), "")
            if title and body.kind == "thing":
                at = rest.index(body)
                return [*rest[:at], replace(lead, kind="title", value=title), *rest[at:]]
        if any(s.is_a("relation", *self.silent) for s in rest):
            return rest
        return [replace(s, kind="relation", value=self.chair) if s.kind == "lead" else s for s in symbols]

    def _opening(self, symbols: list[Symbol]) -> list[Symbol]:
        """People open a meeting when they speak, a meeting opens when it begins."""
        people = any(s.is_a("ask", "who") or s.is_a("class", *AGENTS) or s.is_a("thing", *AGENTS) for s in symbols)
        speak = next(iter(sorted(self.spoken)))
        if any(s.is_a("class", "document") or s.kind == "doctype" for s in symbols):  # `with which text did it close`
            return [s for s in symbols if s.kind != "opens"]
        begins = speak if people else ""
        return [
            replace(s, kind="relation", value=begins)
            if s.is_a("opens", "begin") and begins
            else replace(s, kind=s.value)
            if s.kind == "opens" and not people  # who closed it did more than speak
            else s
            for s in symbols
        ]

    def _holding(self, symbols: list[Symbol]) -> list[Symbol]:
        """`What post did A hold`: of posts alone, to hold is to serve."""
        meant = any(s.is_a("class", "post") for s in symbols) and any(s.is_a("thing", "official") for s in symbols)
        if not meant or any(s.is_a("class", *MEETING_KINDS) or s.is_a("thing", "forum") for s in symbols):
            return symbols
        return [replace(s, kind="tenure", value="serve") if s.is_a("relation", self.held) else s for s in symbols]

    def _beginning(self, symbols: list[Symbol]) -> list[Symbol]:
        """A forum alone begins when it is founded, a meeting when it is held."""
        rest = [s for s in symbols if s.kind != "begin"]
        of_meeting = any(
            s.kind in DATED or s.is_a("class", "date", *MEETING_KINDS) or s.is_a("thing", *_PLACES) for s in rest
        )
        name = self.held if of_meeting or not any(s.is_a("thing", "forum") for s in rest) else self.founding
        return [replace(s, kind="relation", value=name) if s.kind == "begin" else s for s in symbols]

    def _roles(self, symbols: list[Symbol]) -> list[Symbol]:
        """`sit in the forum as observers`: the role takes the place of a presence in front of it."""
        out: list[Symbol] = []
        for symbol in symbols:
            said = [s for s in out if s.kind == "relation"]
            if symbol.kind == "role" and said and not said[-1].is_a("relation", *self.roles):
                out.append(symbol)
            elif symbol.kind == "role" and said:
                out[out.index(said[-1])] = replace(said[-1], value=symbol.value)
            else:
                out.append(replace(symbol, kind="relation") if symbol.kind == "role" else symbol)
        return out

    def _created(self, symbols: list[Symbol]) -> list[Symbol]:
        """A document that is created is adopted."""
        if not any(s.kind == "doctype" or s.is_a("thing", "document") or s.is_a("class", "document") for s in symbols):
            return symbols
        return [replace(s, value=self.adopting) if s.is_a("relation", self.founding) else s for s in symbols]

    def _missed(self, symbols: list[Symbol]) -> list[Symbol]:
        """Beside who took part in one meeting, to be absent from another is not to have taken part."""
        absent, present = self.missing
        symbols = [s for b, s in zip([None, *symbols], symbols, strict=False) if not self._lists(b, s)]
        if not any(s.is_a("relation", present) for s in symbols):
            present = self.being["forum"]  # `members of A that are missing from B`
            if any(s.kind in DATED or s.is_a("class", *MEETING_KINDS) for s in symbols):
                return symbols
        if not any(s.is_a("relation", present) for s in symbols):
            return symbols
        out: list[Symbol] = []
        for symbol in symbols:
            if symbol.is_a("relation", absent):
                out.append(replace(symbol, kind="logic", value="not"))
            out.append(replace(symbol, value=present) if symbol.is_a("relation", absent) else symbol)
        return out

    def _lists(self, before: Symbol | None, symbol: Symbol) -> bool:
        """`missing from the list of participants`: the list tells what they are missing from."""
        return before is not None and before.is_a("relation", self.missing[0]) and symbol.is_a("relation", self.listed)

    def _of_forum(self, symbols: list[Symbol]) -> list[Symbol]:
        """`To which forum does the meeting in A belong`: a meeting is no member."""
        meeting = any(s.is_a("class", *MEETING_KINDS) for s in symbols) and asks(symbols, SERIES)
        if not meeting or any(s.is_a("thing", *AGENTS) or s.is_a("class", *AGENTS) for s in symbols):
            return symbols
        member = self.being["forum"]
        return [replace(s, value=self.held) if s.is_a("relation", member) else s for s in symbols]

    def _since(self, symbols: list[Symbol]) -> list[Symbol]:
        """Beside another relation it stays, and finds no place: when a membership began is not known."""
        since = first(symbols, "since")
        if since is None:
            return symbols
        rest = [s for s in symbols if s is not since]
        if first(rest, "title", "tenure"):
            return [replace(s, kind="tenure", value="serve") if s is since else s for s in symbols]
        if first(rest, "relation"):
            return symbols
        if any(s.kind in DATED for s in rest):
            return rest
        return [replace(s, kind="relation", value=self.founding) if s is since else s for s in symbols]

    def _about(self, symbols: list[Symbol]) -> list[Symbol]:
        """`meetings about a topic`; `what was the meeting about` asks for a theme, a class of that name."""
        about = first(symbols, "about")
        if about is None:
            return self._topics(symbols)
        rest = [s for s in symbols if s.kind != "about"]
        after = symbols[symbols.index(about) + 1 :]
        if after and after[0].kind in {"year", "date", "number"}:  # `about 2010` is no year, nor `about 20` a number
            return symbols
        asked = first(rest, "ask")
        if asked and not after and not any(s.kind in SAYING for s in rest):
            at = rest.index(asked) + 1
            return [*rest[:at], replace(about, kind="class", value=self.theme), *rest[at:]]
        if after and after[0].is_a("thing", "topic") and not first(rest, "relation"):
            return [replace(s, kind="relation", value=self.theme) if s is about else s for s in symbols]
        return rest

    def _topics(self, symbols: list[Symbol]) -> list[Symbol]:
        """`meetings on a topic`, `addressed the topic`: what stands in front of a topic and cannot take it."""
        at = next((n for n, s in enumerate(symbols) if s.is_a("thing", "topic")), 0)
        if not at or any(s.is_a("relation", self.theme) for s in symbols):
            return symbols
        before = symbols[at - 1]
        if before.is_a("relation", *self.spoken):
            return [*symbols[: at - 1], replace(before, value=self.theme), *symbols[at:]]
        if before.is_a("class", *MEETING_KINDS) or before.is_a("thing", "forum"):
            return [*symbols[:at], replace(symbols[at], kind="relation", value=self.theme, terms=()), *symbols[at:]]
        return symbols

    def _dated(self, symbols: list[Symbol]) -> list[Symbol]:
        """`forums younger than 2010`, `forums after 2010`: of forums and a year alone the founding is meant."""
        rest = [
            s for s in symbols if s.kind not in {"be", "order", "than", "period", "year"} and not s.is_a("logic", "and")
        ]
        told = first(symbols, "year") and first(symbols, "be", "than") and first(symbols, "order", "than")
        if not told or len(rest) != len(("ask", "forum")) or not asks(rest, SERIES):
            return symbols
        plain = [replace(s, kind="order") if s.kind == "than" else s for s in symbols]
        at = next(at for at, s in enumerate(plain) if s.is_a("class", *SERIES)) + 1
        return [*plain[:at], replace(plain[at - 1], kind="relation", value=self.founding), *plain[at:]]

    def _scoped(self, symbols: list[Symbol]) -> list[Symbol]:
        """`Which forums are regional`: the scope is that of the forums asked for."""
        forum = next((s for s in symbols if s.is_a("class", "forum")), None)
        scope = next((s for s in symbols if s.is_a("class", *SCOPES)), None)
        if forum is None or scope is None or not asks(symbols, SERIES):
            return symbols
        return [replace(s, value=scope.value) if s is forum else s for s in symbols if s is not scope]
