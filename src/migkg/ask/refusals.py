"""Turns of phrase that have no reading, seen in the symbols before anything is made of them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from migkg.ask.clipped import is_meeting, is_participle, is_plural
from migkg.ask.model import NotUnderstoodError
from migkg.ask.turns import AGENTS
from migkg.ask.words import normal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.ask.model import Symbol
    from migkg.ask.relations import Relation
    from migkg.ask.words import Words

_TOKEN = re.compile(r"[^\W_]+")
_VERBAL = frozenset(
    {"relation", "be", "have", "title", "tenure", "begin", "end", "lead", "opens", "since", "about", "step", "heir"}
)
_DATED = frozenset({"year", "date", "dates", "period", "ordinal", "time", "order", "decade", "step", "heir", "since"})
_TITLED = frozenset({"title", "lead", "doctype", "tenure", "step", "heir"})
"""Kinds of symbols that go with the name of a body or city and make another thing of it."""
_FIXED = _DATED - {"step"}
"""Kinds of symbols that tell after what something is the next."""
_FUTURE = "no question is answered about what will be (plans are listed by 'migkg run planned-only')"
_BESIDE = frozenset({"be", "relation"})


def checked(
    symbols: Sequence[Symbol], question: str, words: Words, relations: Mapping[str, Relation]
) -> tuple[Symbol, ...]:
    """The symbols, without those that say nothing more; NotUnderstoodError where a turn has no reading."""
    _refuse_restricted(symbols, question, words)
    _refuse_dangling(symbols, words)
    _refuse_outside(symbols)
    _refuse_shares(symbols)
    _refuse_present(symbols, question, words)
    _refuse_inverted(symbols, question, words, relations)
    _refuse_acting(symbols, words, relations)
    return tuple(_marked(_summed(_counted(symbols, words)), question, words))


def refuse_future(symbols: Sequence[Symbol], question: str, words: Words) -> None:
    """`Where will it be held`: plans are in the graph, but what was planned is no answer to what will be."""
    said = [s for s in symbols if s.is_a("unanswered", "future")] or _upcoming(symbols, question, words)
    if future := tuple(dict.fromkeys(s.text for s in said)):
        raise NotUnderstoodError(_FUTURE, future)


def _upcoming(symbols: Sequence[Symbol], question: str, words: Words) -> list[Symbol]:
    """`When is the next SACM`: the next from now on, where nothing tells after what and no verb tells of the past."""
    if any(s.kind in _FIXED for s in symbols):
        return []
    said = {word.lower() for word in _TOKEN.findall(question)}
    done = any(s.kind == "relation" and is_participle(s, words) for s in symbols)
    if said & words.clipped["past"] or (done and not said & words.clipped["present"]):
        return []
    return [s for s in symbols if s.kind == "step" and normal(s.text) in words.clipped["upcoming"]]


def refuse_many(symbols: Sequence[Symbol], question: str, words: Words) -> None:
    """A plural noun for meetings beside a word for the next or the last one: not the neighbour, but all of them."""
    numbered = any(s.kind == "ordinal" for s in symbols)
    steps = [at for at, s in enumerate(symbols) if s.kind == "step" or (numbered and s.kind == "order")]
    for at in steps:
        _refuse_said_of(symbols, at, question, words)
        before = [s for s in symbols[:at] if s.kind not in _BESIDE and not s.is_a("thing", "forum")]
        near = before[-1:] if numbered else symbols
        if plural := next((s for s in near if is_meeting(s) and is_plural(s, words)), None):
            raise NotUnderstoodError("it is not clear what all of them are", (plural.text,))


def refuse_lost(symbols: Sequence[Symbol], query: str) -> None:
    """Whatever a question names must be in its query: a last check on all that reads it.

    A body may be there by its post, a city by the document that is called after it.
    """
    titled = any(s.kind in _TITLED for s in symbols)
    for symbol in symbols:
        elsewhere = titled and symbol.is_a("thing", "organisation", "state", "city")
        lost = symbol.kind == "thing" and not any(term in query for term in symbol.terms)
        if (lost and not elsewhere) or (symbol.kind == "year" and symbol.value not in query):
            raise NotUnderstoodError("no place in the question for", (symbol.text,))


def _refuse_said_of(symbols: Sequence[Symbol], at: int, question: str, words: Words) -> None:
    """`Which conference is later than the tenth`: any of those that are."""
    then = symbols[at].kind == "order" and at and any(s.kind == "ordinal" for s in symbols[at + 1 : at + 2])
    said = {word.lower() for word in _TOKEN.findall(question[symbols[at - 1].start : symbols[at].start])}
    if then and words.clipped["present"] & said:
        raise NotUnderstoodError("it is not clear what all of them are", (symbols[at].text,))


def _refuse_restricted(symbols: Sequence[Symbol], question: str, words: Words) -> None:
    """`n'ont accueilli que la CSM`: half of a denial, and a word that goes on instead of the other half, restrict."""
    said = [m for m in _TOKEN.finditer(question) if normal(m.group()) in words.clipped["restricting"]]
    denied = any(s.is_a("logic", "not", "nor") or s.is_a("compare", "=") for s in symbols)
    goes_on = [s for s in symbols if s.kind == "ask" and s.text.lower() in words.clipped["relatives"]]
    if said and not denied and any(s.start > said[0].start() for s in goes_on):
        raise NotUnderstoodError("it is not clear what is meant by", tuple(m.group() for m in said))


def _refuse_dangling(symbols: Sequence[Symbol], words: Words) -> None:
    """`más conferencias que Chile`: a relative word that no verb follows compares."""
    asks = [at for at, s in enumerate(symbols) if s.kind == "ask"]
    for at in asks[1:]:
        relative = symbols[at].text.lower() in words.clipped["relatives"] and symbols[at - 1].kind != "ask"
        if relative and not any(s.kind in _VERBAL for s in symbols[at + 1 :]):
            raise NotUnderstoodError("nothing is asked for by", (symbols[at].text,))


def _refuse_outside(symbols: Sequence[Symbol]) -> None:
    """`members outside Africa`: where a noun stands in front of it, the word says of what kind, not that none is."""
    for before, denial, relation, place in zip(symbols, symbols[1:], symbols[2:], symbols[3:], strict=False):
        one = denial.is_a("logic", "not") and relation.kind == "relation" and denial.start == relation.start
        if one and before.is_a("relation", relation.value) and place.is_a("thing", "state"):
            raise NotUnderstoodError("it is not clear what is meant by", (denial.text,))


def _refuse_shares(symbols: Sequence[Symbol]) -> None:
    """`What share of the members`: part of a whole is not counted."""
    for one, two in pairwise(symbols):
        if one.kind == "ask" and two.is_a("have", "share"):
            raise NotUnderstoodError("nothing is asked for by", (one.text, two.text))


def _refuse_present(symbols: Sequence[Symbol], question: str, words: Words) -> None:
    """`Who is Director General`: who holds a post now is not known, only who held it when."""
    if not any(s.kind == "title" for s in symbols) or any(s.kind in _DATED for s in symbols):
        return
    present = {word.lower() for word in _TOKEN.findall(question)} & words.clipped["present"]
    if present and not any(s.is_a("thing", "official", "forum") for s in symbols):
        raise NotUnderstoodError("the graph does not say what holds now", tuple(sorted(present)))


def _refuse_inverted(symbols: Sequence[Symbol], question: str, words: Words, relations: Mapping[str, Relation]) -> None:
    """`Which states did the forum host`: a forum does not do what is done to it."""
    for ask, noun, forum in zip(symbols, symbols[1:], symbols[2:], strict=False):
        between = {word.lower() for word in _TOKEN.findall(question[noun.end : forum.start])}
        does = forum.is_a("thing", "forum") and ask.kind == "ask" and between & words.clipped["doing"]
        acts = [s for s in symbols if s.kind == "relation" and s.start > forum.end and relations[s.value].acts]
        if does and noun.is_a("class", "state", "organisation", "official") and acts:
            raise NotUnderstoodError("it is not clear what is meant by", (acts[0].text,))


def _refuse_acting(symbols: Sequence[Symbol], words: Words, relations: Mapping[str, Relation]) -> None:
    """`Which forums support IOM`: nor does it, where the language tells by the order of words who does."""
    for ask, noun, act, agent in zip(symbols, symbols[1:], symbols[2:], symbols[3:], strict=False):
        forums = (
            ask.kind == "ask" and (noun.is_a("class", "forum") or is_meeting(noun)) and agent.is_a("thing", *AGENTS)
        )
        acts = act.kind == "relation" and relations[act.value].acts and not is_participle(act, words)
        if words.clipped["doing"] and forums and acts:
            raise NotUnderstoodError("it is not clear what is meant by", (act.text,))


def _counted(symbols: Sequence[Symbol], words: Words) -> list[Symbol]:
    """`What is the number of`: a number is asked for; `which forums count Chile among their members`: none is."""
    out: list[Symbol] = []
    for symbol in symbols:
        numbers = symbol.is_a("ask", "howmany")
        if numbers and out and normal(symbol.text) in words.clipped["counting"]:
            out.append(replace(symbol, kind="have", value="have"))
        elif numbers and out and out[-1].is_a("ask", "which"):
            out[-1] = symbol
        else:
            out.append(symbol)
    return out


def _summed(symbols: Sequence[Symbol]) -> list[Symbol]:
    """`in total` says nothing more of one thing; of several it may be the sum of each."""
    total = next((s for s in symbols if s.kind == "sum"), None)
    if total is not None and any(s.is_a("logic", "and") for s in symbols):
        raise NotUnderstoodError("it is not clear whether each or all are meant", (total.text,))
    return [s for s in symbols if s.kind != "sum"]


def _marked(symbols: Sequence[Symbol], question: str, words: Words) -> list[Symbol]:
    """`with Chile`, `for Chile`: what stands behind such a word is no place of a meeting."""
    if not symbols:
        return []
    out = [symbols[0]]
    for before, symbol in pairwise(symbols):
        gap = {normal(word) for word in _TOKEN.findall(question[before.end : symbol.start])}
        apart = symbol.is_a("thing", "city", "state") and bool(gap & words.clipped["apart"])
        out.append(replace(symbol, apart=True) if apart else symbol)
    return out


def shares(question: str, words: Words) -> bool:
    """Whether a question says that several have something in common."""
    return any(normal(word) in words.clipped["common"] for word in _TOKEN.findall(question))
