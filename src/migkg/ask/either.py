"""`A or B`: names of one type that may stand for one another, as one thing with several terms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migkg.ask.model import NotUnderstoodError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.ask.model import Symbol

_UNCLEAR = frozenset({"extreme", "age", "all", "compare", "number", "times", "order", "pick", "step", "ordinal"})
"""Beside these `or` may mean each, both together, or which of the two."""
_DENIALS = frozenset({"not", "nor", "but"})


def joined(symbols: Sequence[Symbol], question: str) -> list[Symbol]:
    """The symbols with `A or B` as one; raises NotUnderstoodError where `or` could mean something else."""
    out: list[Symbol] = []
    for at, symbol in enumerate(symbols):
        if at > 1 and symbols[at - 1].is_a("logic", "or") and out[-1].is_a("logic", "or"):
            one = out[-2]
            if not (symbol.kind == one.kind == "thing" and symbol.value == one.value):
                raise NotUnderstoodError("it is not clear what are the choices", (symbols[at - 1].text,))
            chosen = [*_listed(out[:-1]), symbol]
            terms = tuple(dict.fromkeys(term for each in chosen for term in each.terms))
            text = question[chosen[0].start : symbol.end]
            del out[out.index(chosen[0]) :]
            out.append(replace(one, start=chosen[0].start, end=symbol.end, text=text, terms=terms, others=()))
        else:
            out.append(symbol)
    if len(out) < len(symbols):
        _refuse_unclear(symbols, question)
    return out


def _listed(symbols: Sequence[Symbol]) -> list[Symbol]:
    """The last name with those that commas join to it: `A, B or C`; NotUnderstoodError for `A and B or C`."""
    chosen = [symbols[-1]]
    for before, link in zip(symbols[-3::-2], symbols[-2::-2], strict=False):
        if not (link.is_a("logic", "and") and before.kind == "thing" and before.value == chosen[0].value):
            break
        if link.text != ",":
            raise NotUnderstoodError("it is not clear what are the choices", (link.text,))
        chosen.insert(0, before)
    return chosen


def _refuse_unclear(symbols: Sequence[Symbol], question: str) -> None:
    """No reading for `who was it, A or B?`, nor for `or` beside numbers, superlatives and denials."""
    first = next(at for at, symbol in enumerate(symbols) if symbol.is_a("logic", "or"))
    unclear = any(s.kind in _UNCLEAR or s.is_a("logic", *_DENIALS) for s in symbols)
    chosen = first > 1 and any(sign in ",;:" for sign in question[symbols[first - 2].end : symbols[first - 1].start])
    if unclear or chosen:
        raise NotUnderstoodError("it is not clear what is meant by", (symbols[first].text,))
