"""Ministries that a page names with their state once, and then without it, or by an acronym of their own.

`the Peruvian Ministry of Labour (ML) opened it; the ML stayed, as did the experts of the Ministry of Labour`: all three
stand for the state. A name that two states share on one page stands for neither.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.item import SYMBOLS, Item
from migkg.extract.vocabulary import alternation, bounded

if TYPE_CHECKING:
    from migkg.extract.mask import Masked
    from migkg.lexicon import Language

_STATE = frozenset({"state", "demonym"})
_ACRONYM = re.compile(rf"({SYMBOLS['state']}) ?\(([a-z]{{2,14}})\)")
_LEAST = 2
"""Words of a ministry's name, at least: `the ministry` alone may be any."""


class Known(dict[str, str]):
    """Folded name or acronym of a ministry -> its state, the empty string where it is that of several."""

    def add(self, name: str, state: str) -> None:
        """Another mention of a name with its state."""
        self[name] = state if self.get(name, state) == state else ""


class Ministries:
    """The ministries and other organs of the states, in one language."""

    def __init__(self, language: Language) -> None:
        grammar = language.grammar
        government, links = bounded(grammar.government), alternation(language.persons.links)
        portfolio = rf"(?:(?:{links} ?|, )?{bounded(language.persons.portfolio)} ?)*"
        genitive = alternation(grammar.genitive)
        determiner = rf"(?:(?:{alternation(grammar.determiners)}) ?)*"
        state, demonym = SYMBOLS["state"], SYMBOLS["demonym"]
        self._owned = [
            re.compile(rf"{demonym} (?P<name>{government}(?: {portfolio})?)(?<! )"),
            re.compile(rf"(?P<name>{government} (?:{portfolio} ?)?){demonym}"),
            re.compile(rf"{state}(?:'s?|s') (?P<name>{government}(?: {portfolio})?)(?<! )"),
            re.compile(rf"(?P<name>{government} {portfolio})(?:{genitive} ?){determiner}{state}"),
        ]
        self._bare = re.compile(rf"(?P<name>{government} {portfolio})(?<! )")
        self._any = re.compile(government)

    def reduce(self, masked: Masked, known: Known) -> None:
        """Let each ministry of a sentence stand for its state; `known` are those of the page so far, added to here."""
        for pattern in self._owned:
            masked.reduce(pattern, lambda match, masked: _of_state(match, masked, known), _STATE)
        if "(" in masked.text:
            masked.reduce(_ACRONYM, lambda match, masked: _named(match, masked, known), _STATE)
        if known:
            self._again(masked, known)

    def _again(self, masked: Masked, known: Known) -> None:
        if self._any.search(masked.text):
            masked.reduce(self._bare, lambda match, masked: _as_before(match, masked, known))
        acronyms = [name for name in known if " " not in name and name in masked.text]
        if acronyms:
            masked.reduce(
                re.compile(f"(?P<name>{bounded(acronyms)})"), lambda match, masked: _as_before(match, masked, known)
            )


def _span(match: re.Match[str], masked: Masked) -> tuple[int, int]:
    return masked.starts[match.start()], masked.ends[match.end() - 1]


def _of_state(match: re.Match[str], masked: Masked, known: Known) -> Item | None:
    states = masked.inside(match.start(), match.end())
    if len(states) != 1:
        return None
    name = match["name"].strip()
    if name.count(" ") >= _LEAST - 1:
        known.add(name, states[0].value)
    return Item("state", *_span(match, masked), states[0].value, explicit=True)


def _named(match: re.Match[str], masked: Masked, known: Known) -> Item | None:
    """A ministry with its acronym in brackets; a state alone has none that it gives to a ministry."""
    state = masked.items[match.start()]
    start, end = _span(match, masked)
    acronym = masked.original[end - 1 - len(match[2]) : end - 1]
    if not state.explicit or not acronym.isupper():
        return None
    known.add(match[2], state.value)
    return Item("state", start, end, state.value, explicit=True)


def _as_before(match: re.Match[str], masked: Masked, known: Known) -> Item | None:
    """A ministry named with its state before; an acronym keeps its capitals."""
    name = match["name"].strip()
    start, end = _span(match, masked)
    is_written_so = " " in name or masked.original[start:end].isupper()
    state = known.get(name, "") if is_written_so else ""
    return Item("state", start, end, state, explicit=True) if state else None
