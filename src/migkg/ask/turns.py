"""Turns of phrase that are put in other symbols before a question is read: said again, denied twice, first or last."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from migkg.ask.model import MEETING_KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.ask.model import Symbol

AGENTS = frozenset({"state", "organisation", "official"})
SCOPES = frozenset({"regional", "interregional", "global"})
SERIES = frozenset({"forum"}) | SCOPES
_LISTS = frozenset({"which", "howmany"})


def recent(symbols: list[Symbol]) -> list[Symbol]:
    """`the most recent SACM`: of a meeting the newest is the last; `the last forum to be founded` is the newest."""
    out = list(symbols)
    for at, (one, two) in enumerate(pairwise(symbols)):
        if two.is_a("class", "forum") and (one.is_a("ordinal", "1") or one.is_a("pick", "last")):
            out[at] = replace(one, kind="age", value="newest" if one.kind == "pick" else "oldest")
    for at, symbol in enumerate(symbols):
        beside = [*symbols[max(at - 1, 0) : at], *symbols[at + 1 : at + 2]]
        if symbol.is_a("age", "newest") and any(
            s.is_a("thing", "forum") or s.is_a("class", *MEETING_KINDS) for s in beside
        ):
            out[at] = replace(symbol, kind="pick", value="last")
    return out


def asks_who(symbols: Sequence[Symbol]) -> bool:
    """Whether states or bodies are asked for."""
    return asks(symbols, AGENTS)


def asks(symbols: Sequence[Symbol], classes: frozenset[str]) -> bool:
    """Whether something of these classes is asked for, by name or number."""
    return any(one.is_a("ask", *_LISTS) and two.is_a("class", *classes) for one, two in pairwise(symbols))


def again(symbols: list[Symbol]) -> list[Symbol]:
    """`members of A that are so of B too`: the relation before it once more."""
    out: list[Symbol] = []
    for symbol in symbols:
        said = [s for s in out if s.kind == "relation"]
        if symbol.kind != "again":
            out.append(symbol)
        elif said:
            out.append(replace(symbol, kind="relation", value=said[-1].value))
    return out


def neither(symbols: list[Symbol]) -> list[Symbol]:
    """`neither A nor B`: two denials, and one in front of them says nothing more."""
    if sum(s.is_a("logic", "nor") for s in symbols) < len("AB"):
        return symbols
    out: list[Symbol] = []
    for at, symbol in enumerate(symbols):
        after = next((s for s in symbols[at + 1 :] if s.kind != "be"), None)
        if symbol.is_a("logic", "not") and after is not None and after.is_a("logic", "nor"):
            continue
        out.append(replace(symbol, value="not") if symbol.is_a("logic", "nor") else symbol)
    return out


def edges(symbols: list[Symbol]) -> list[Symbol]:
    """`When did A first host it`: the first or last time, where a time is asked for."""
    timed = any(s.is_a("ask", "when") or s.is_a("class", "year", "date") for s in symbols[:2])
    out = list(symbols)
    series = any(s.is_a("thing", "forum") for s in symbols)
    for at, (one, two) in enumerate(pairwise(symbols)):
        before = symbols[at - 1] if at else one
        ends = one.is_a("ordinal", "1") or one.is_a("pick", "last")
        asked = before.kind == "ask" and two.is_a("class", "year", "date")  # `the first year in which ...`
        if ends and (asked or (timed and (two.kind == "relation" or (not series and two.is_a("class", "meeting"))))):
            out[at] = replace(one, kind="edge", value="last" if one.kind == "pick" else "first")
        if ends and asked:
            out[at], out[at + 1] = out[at + 1], out[at]
    return out


def first(symbols: Sequence[Symbol], *kinds: str) -> Symbol | None:
    """The first symbol of these kinds."""
    return next((s for s in symbols if s.kind in kinds), None)
