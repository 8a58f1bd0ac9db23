"""Whether a question without a question word is a sentence that asks for yes or no, or names what it wants listed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from migkg.ask.clipped import is_meeting, is_noun, is_participle, is_plural, unpolite
from migkg.ask.model import NotUnderstoodError, Symbol
from migkg.ask.turns import AGENTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.ask.relations import Relation
    from migkg.ask.words import Words

_SAYING = frozenset({"relation", "begin", "end", "lead", "opens", "than", "have"})
_DESCRIBES = frozenset({"ordinal", "pick", "period", "year", "date", "dates", "order", "logic", "region"})
"""Kinds of symbols that may stand in front of the name of a forum whose meetings are meant."""
_PUNCTUATION = frozenset(",;:")


def asked(symbols: Sequence[Symbol], question: str, words: Words, relations: Mapping[str, Relation]) -> list[Symbol]:
    """The symbols as they are where a word asks or a verb makes a sentence; else those of the list that is named.

    `conferences of the forum held in Lima` lists them. NotUnderstoodError for anything else without a verb: to say yes
    to it would be a guess.
    """
    asks = [s for s in symbols if s.kind == "ask"]
    if asks and not _is_relative(symbols, asks[0], question, words):
        return list(symbols)
    if not asks and _is_sentence(symbols, question, words):
        return list(symbols)
    named = [s for s in symbols if s not in asks]
    if not named or not _lists(named, question, words, relations):
        raise NotUnderstoodError("nothing is asked")
    before = named[0].start - 1
    return [
        replace(named[0], kind="ask", value="which", start=before, end=before, text="", terms=(), others=()),
        *named,
    ]


def _is_relative(symbols: Sequence[Symbol], ask: Symbol, question: str, words: Words) -> bool:
    """`conferences that were held in Lima`: the word goes on from the name of the forum right before it."""
    at = symbols.index(ask)
    before, after = symbols[max(at - 1, 0) : at], symbols[at + 1 : at + 2]
    if not (before and before[0].is_a("thing", "forum") and after and after[0].kind != "class"):
        return False
    gap = question[before[0].end : ask.start]
    relative = ask.value == "which" and ask.text.lower() in words.clipped["relatives"]
    return relative and not _PUNCTUATION & set(gap) and all(s.kind in _DESCRIBES for s in symbols[: at - 1])


def _is_sentence(symbols: Sequence[Symbol], question: str, words: Words) -> bool:
    """Whether a verb is finite outside of relative clauses, or somebody is named and asked to be something."""
    said = unpolite(question, words)
    end = next((start for start, word in said if word in words.clipped["relatives"]), len(question))
    places = {s.start for s in symbols if s.is_a("thing", "city", "state")}
    before = {next_: start for (start, word), (next_, _) in pairwise(said) if len(word) == 1 and next_ in places}
    finite = [start for start, word in said if start < end and word in words.clipped["auxiliaries"]]
    if any(start not in before.values() for start in finite):  # `a Lima` is `à Lima`
        return True
    verbs = [s for s in symbols if s.kind in _SAYING and s.start < end and not is_noun(s, words)]
    if any(not is_participle(s, words) for s in verbs):
        return True
    return _is_short(symbols, question)


def _is_short(symbols: Sequence[Symbol], question: str) -> bool:
    """`Chile host of the forum?`, `Chile hosted the forum?`, `the tenth conference held in Bolivia?`."""
    verbal = [s for s in symbols if s.kind in _SAYING]
    if not verbal:
        return False
    acts = symbols[0].is_a("thing", *AGENTS) and len(symbols[0].terms) == 1
    numbered = any(s.kind == "ordinal" for s in symbols[: symbols.index(verbal[0])])
    return "?" in question and (acts or numbered)


def _lists(symbols: Sequence[Symbol], question: str, words: Words, relations: Mapping[str, Relation]) -> bool:
    """Whether the first thing named are meetings, by their forum or their kind, of which more is said.

    What is said of forums themselves (`founded`) says nothing of meetings; one that is numbered is no list; with a
    question mark only what stands in the plural is one.
    """
    at = next((n for n, s in enumerate(symbols) if s.kind not in _DESCRIBES), len(symbols))
    head = symbols[at : at + 2]
    meetings = [s for s in head if is_meeting(s)]
    if not head or not (meetings or head[0].is_a("thing", "forum")):
        return False
    of_forums = any(s.kind == "relation" and relations[s.value].subject == "forum" for s in symbols)
    numbered = any(s.kind in {"ordinal", "age", "extreme"} for s in symbols)
    last = any(s.kind == "pick" for s in symbols[:at])
    more = last or len(symbols) > at + len({*head[:1], *meetings})
    if of_forums or numbered or not more:
        return False
    return last or "?" not in question or any(is_plural(s, words) for s in meetings)
