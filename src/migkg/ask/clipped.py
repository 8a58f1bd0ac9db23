"""Clipped questions: `members of the RCM`, `year the forum was founded` ask for their first noun."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from migkg.ask.model import MEETING_KINDS, NotUnderstoodError, Symbol
from migkg.ask.words import normal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.ask.relations import Relation
    from migkg.ask.words import Words

_TOKEN = re.compile(r"[^\W_]+")
_DESCRIBES = frozenset({"ordinal", "pick", "year", "date", "number", "doctype", "form", "period"})
_NOUNS = frozenset({"city", "state", "forum", "organisation", "official", "document", "year", "date", "post"})
_DEGREES = frozenset({"all", "age"})
"""Kinds of symbols that may precede the noun: `all members`, `newest forum`."""
_SILENT = frozenset({"be", "have"})


def asked(
    symbols: Sequence[Symbol], question: str, words: Words, relations: Mapping[str, Relation], belonging: str
) -> list[Symbol]:
    """The symbols with a question word in front of the noun that a clipped question starts with; else as they are.

    `belonging` is the relation of a forum to its states.
    """
    found = _compounds(list(symbols), words, belonging)
    if found and found[0].is_a("doctype"):
        return found
    _refuse_inverted(found, question, words)
    at = _head(found, question, words)
    if at is None:
        return _holder(found)
    head = found[at]
    led = all(s.kind in _DEGREES for s in found[:at])
    if led and _is_sentence(found[at + 1 :], question, head, words):
        return found
    later = [s for s in found[at:] if not (s.kind == "ask" and _raw(s) in words.clipped["relatives"])]
    if any(s.kind == "ask" for s in later):
        return found
    asking = replace(head, kind="ask", value="which", end=head.start, text="")
    asks = [asking]
    if head.kind == "relation" and relations[head.value].objects == {"year"}:
        asks.append(replace(asking, kind="class", value="year"))
    kept = [s for s in found[:at] if s.kind != "all"]
    if all(s.kind == "age" for s in kept):
        return [*asks, *kept, *later]
    return [*kept, *asks, *later]


def _refuse_inverted(symbols: Sequence[Symbol], question: str, words: Words) -> None:
    """`What did the members agree on`: the noun behind the verb is not what is asked for."""
    for one, two in pairwise(symbols[:2]):
        verb = normal(question[one.end : two.start]).split()[:1]
        noun = one.is_a("ask", "which") and two.kind == "relation" and is_noun(two, words)
        if noun and verb and verb[0] in words.clipped["finite"]:
            raise NotUnderstoodError("nothing is asked for by", (one.text,))


def _compounds(symbols: list[Symbol], words: Words, belonging: str) -> list[Symbol]:
    """`Which RCM members`, `how many RCM countries`: the forum is that of the noun behind it, not what is asked for."""
    for at in range(len(symbols) - 2):
        ask, forum, noun = symbols[at : at + 3]
        beside = noun.start - forum.end == 1 and forum.is_a("thing", "forum") and ask.is_a("ask", "which", "howmany")
        if beside and noun.kind == "relation" and is_noun(noun, words):
            return [*symbols[:at], ask, noun, forum, *symbols[at + 3 :]]
        if beside and noun.is_a("class", "state"):
            member = replace(noun, kind="relation", value=belonging)
            return [*symbols[:at], ask, noun, member, forum, *symbols[at + 3 :]]
    return symbols


def _head(symbols: Sequence[Symbol], question: str, words: Words) -> int | None:
    """The place of the noun: the first symbol, or the first behind the name of a forum or a meeting."""
    nouns = [at for at, s in enumerate(symbols) if is_noun(s, words)] or [
        at for at, s in enumerate(symbols) if is_meeting(s) and is_plural(s, words)
    ]
    at = nouns[0] if nouns else 0
    before = [s for s in symbols[:at] if s.kind not in _DEGREES]
    dated = all(s.kind in {"year", "date", "dates"} for s in before)  # `2002 meetings`
    if not nouns or not (dated or any(s.is_a("thing", "forum") for s in before)):
        return None
    if any(not (s.kind in _DESCRIBES or s.is_a("thing", "forum", "city") or is_meeting(s)) for s in before):
        return None
    after = symbols[at + 1] if at + 1 < len(symbols) else None
    if after and symbols[at].kind == "class" and after.is_a("thing", symbols[at].value):
        return None
    return at if _opens(question[: symbols[0].start], words, firmly=False) else None


def is_noun(symbol: Symbol, words: Words) -> bool:
    """Whether it is a noun that can be asked for: a class, or a noun among the words of relations."""
    if symbol.kind == "relation":
        return normal(symbol.text) in words.clipped["heads"]
    return symbol.is_a("class", *_NOUNS)


def is_meeting(symbol: Symbol) -> bool:
    """Whether it is a word for meetings."""
    return symbol.is_a("class", *MEETING_KINDS)


def _opens(before: str, words: Words, *, firmly: bool) -> bool:
    """Whether nothing but polite words and an article stands in front of the noun."""
    text = normal(before)
    while cut := next((p for p in words.polite if f"{text} ".startswith(f"{p} ")), ""):
        text = text[len(cut) :].strip()
    return not text or text in words.clipped["openers"] or (not firmly and text in words.clipped["articles"])


def _is_sentence(after: Sequence[Symbol], question: str, head: Symbol, words: Words) -> bool:
    """Whether a verb follows that no relative word introduces: `los miembros son ...?` asks for yes or no."""
    spoken = [(start, word) for start, word in _spoken(question, words) if start >= head.end]
    end = next((start for start, word in spoken if word in words.clipped["relatives"]), len(question))
    if any(start < end and word in words.clipped["finite"] for start, word in spoken):
        return True
    firmly = _opens(question[: head.start], words, firmly=True)
    verbs = (s for s in after if s.kind == "relation" and head.end < s.start < end and not is_noun(s, words))
    return not firmly and any(True for _ in verbs)


def _spoken(question: str, words: Words) -> list[tuple[int, str]]:
    """The words as they are written, in lower case, without those of polite phrases, with their places."""
    found = [(m.start(), m.group().lower()) for m in _TOKEN.finditer(question)]
    plain = [normal(word) for _, word in found]
    for phrase in words.polite:
        if f" {phrase} " not in f" {' '.join(plain)} " or words.clipped["relatives"] & set(phrase.split()):
            continue
        size = len(phrase.split())
        for at in range(len(found) - size, -1, -1):
            if " ".join(plain[at : at + size]) == phrase:
                del found[at : at + size], plain[at : at + size]
    return found


def unpolite(question: str, words: Words) -> list[tuple[int, str]]:
    """The words as they are written, in lower case, without the polite phrases that a question starts with."""
    found = [(m.start(), m.group().lower()) for m in _TOKEN.finditer(question)]
    while cut := next((p for p in words.polite if _starts(found, p.split())), ""):
        del found[: len(cut.split())]
    return found


def _starts(found: Sequence[tuple[int, str]], phrase: Sequence[str]) -> bool:
    return len(found) > len(phrase) and [normal(word) for _, word in found[: len(phrase)]] == phrase


def is_participle(symbol: Symbol, words: Words) -> bool:
    """`held in`, `celebradas`: a form that says of what a thing is, as they are written."""
    first, *_ = symbol.text.lower().split()
    return first.endswith(tuple(sorted(words.clipped["participles"])))


def is_plural(symbol: Symbol, words: Words) -> bool:
    """Whether its word stands in the plural."""
    return symbol.text.lower().endswith(tuple(words.clipped["plurals"]))


def _raw(symbol: Symbol) -> str:
    return symbol.text.lower()


def _holder(symbols: list[Symbol]) -> list[Symbol]:
    """`Director General of IOM in 2020`: the holder of a post that nothing else is said of."""
    first = symbols[:2]
    named = len(first) > 1 and first[0].is_a("thing", "organisation") and first[1].kind == "title"
    titled = named or (bool(first) and first[0].kind == "title")
    saying = {"ask", "relation", "tenure", "lead", "end", "since", "begin", "class", *_SILENT}
    if not titled or any(s.kind in saying or s.is_a("thing", "official") for s in symbols):
        return symbols
    return [replace(symbols[0], kind="ask", value="who", end=symbols[0].start, text=""), *symbols]
