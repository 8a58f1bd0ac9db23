"""Relation rules compiled: a pass over all triggers says which rules are worth trying in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ahocorasick_rs

from migkg.errors import DataError, Place
from migkg.extract.fold import fold
from migkg.extract.item import SYMBOLS
from migkg.extract.vocabulary import bounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from migkg.lexicon import Language, Rule

S = SYMBOLS
_MEETING = f"[{S['meeting']}{S['forum']}]"
_MACROS = {
    "meeting": _MEETING,
    "edition": S["meeting"],
    "forum": S["forum"],
    "city": S["city"],
    "place": f"[{S['city']}{S['parties']}]",
    "parties": f"[{S['parties']}{S['list']}]",
    "list": S["list"],
    "demonym": S["demonym"],
    "date": f"[{S['date']}{S['period']}{S['year']}]",
    "day": f"[{S['date']}{S['period']}]",
    "period": S["period"],
    "today": S["today"],
    "here": S["here"],
    "year": S["year"],
    "persons": S["persons"],
    "quote": S["quote"],
    "document": S["document"],
    "session": S["session"],
}
_OPEN = {
    "gap": rf"(?:[^;{S['meeting']}{S['forum']}]{{0,80}}?)",
    "far": r"(?:[^;]{0,200}?)",
    "near": rf"(?:[^;,.{S['meeting']}{S['forum']}]{{0,40}}?)",
    "any": rf"(?:[^;.{S['meeting']}]{{0,160}}?)",
    "ordinal": S["ordinal"],
    "text": r"(?P<text>[^;:()]{4,170}?)",
    "start": r"(?:^ *|(?<=[.:;] )|(?<=[-•·*] ))",
}
_WORDS = "words"
_OBJECTS = {_WORDS, *SYMBOLS.values()} - {SYMBOLS[kind] for kind in ("meeting", "forum", "session")}
"""The symbols of what may be an object, and the mark of words that may."""
_SYMBOL = re.compile(f"[{''.join(SYMBOLS.values())}]")
_PLACE = re.compile(r"\{(\w+)\}|@([\w-]+)")


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule with its patterns over masked text."""

    rule: Rule
    patterns: tuple[tuple[re.Pattern[str], frozenset[str]], ...]
    """Each with the symbols of what it can give as an object: without any of them it gives nothing."""
    blockers: re.Pattern[str] | None


class RuleBook:
    """The rules of a language, indexed by their triggers."""

    def __init__(self, language: Language, *, across: bool = False) -> None:
        """Compile the rules for one sentence, or those that look `across` the end of the one before."""
        self._classes = language.classes
        self._rules = [self._compile(rule) for rule in language.rules if rule.across == across]
        by_trigger: dict[str, set[int]] = {}
        self._always: set[int] = set()
        for number, compiled in enumerate(self._rules):
            words = self._expand(compiled.rule)
            if not words:
                self._always.add(number)
            for word in words:
                by_trigger.setdefault(word, set()).add(number)
        self._triggers = sorted(by_trigger)
        self._owners = [frozenset(by_trigger[t]) for t in self._triggers]
        self._automaton = ahocorasick_rs.AhoCorasick(self._triggers or ["\uffff"])

    def matches(self, masked: str) -> Iterator[tuple[Compiled, re.Match[str]]]:
        """Every match of a rule whose trigger stands in the masked text, in the order of the rules."""
        present = {_WORDS, *_SYMBOL.findall(masked)}
        for number in sorted(self._wanted(masked)):
            compiled = self._rules[number]
            for pattern, objects in compiled.patterns:
                if objects.isdisjoint(present):
                    continue
                for match in pattern.finditer(masked):
                    if not _is_blocked(compiled, match):
                        yield compiled, match

    def _wanted(self, masked: str) -> set[int]:
        """The numbers of the rules whose trigger stands in the masked text."""
        hits = {index for index, _, _ in self._automaton.find_matches_as_indexes(masked, overlapping=True)}
        return self._always.union(*(self._owners[index] for index in hits)) if self._triggers else self._always

    def _expand(self, rule: Rule) -> list[str]:
        return list(_expanded(rule.triggers, self._classes))

    def _compile(self, rule: Rule) -> Compiled:
        triggers = bounded(self._expand(rule))
        patterns = []
        for pattern in rule.patterns:
            try:
                found = re.compile(self._pattern(pattern, triggers, rule))
                patterns.append((found, _objects(found)))
            except re.error as error:
                raise DataError(
                    f"rule '{rule.name}' has a pattern that is no regular expression: {error}",
                    hint="escape brackets",
                    at=Place(path=rule.path),
                ) from error
        blockers = re.compile(bounded(_expanded(rule.blockers, self._classes))) if rule.blockers else None
        return Compiled(rule, tuple(patterns), blockers)

    def _pattern(self, pattern: str, triggers: str, rule: Rule) -> str:
        counts: dict[str, int] = {}

        def fill(match: re.Match[str]) -> str:
            name, cls = match[1], match[2]
            if cls:
                if cls not in self._classes:
                    raise DataError(
                        f"rule '{rule.name}' names an unknown class '@{cls}'",
                        hint="see classes.toml",
                        at=Place(path=rule.path),
                    )
                return bounded(self._classes[cls])
            if name == "trigger":
                return triggers
            if name in _OPEN:
                return _OPEN[name]
            if name in _MACROS:
                counts[name] = counts.get(name, 0) + 1
                return f"(?P<{name}{counts[name]}>{_MACROS[name]})"
            if name.isdigit():
                return match.group()
            raise DataError(
                f"rule '{rule.name}' names an unknown place '{{{name}}}'",
                hint=f"known places: {', '.join(sorted([*_MACROS, *_OPEN, 'trigger']))}",
                at=Place(path=rule.path),
            )

        return _PLACE.sub(fill, _plain(pattern))


def _expanded(words: Iterable[str], classes: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for word in words:
        if word.startswith("@"):
            yield from (fold(w) for w in classes[word[1:]])
        else:
            yield fold(word)


def _objects(pattern: re.Pattern[str]) -> frozenset[str]:
    """The symbols of the places of a pattern that may give an object; words do whatever they are."""
    names = {group.rstrip("0123456789") for group in pattern.groupindex}
    return frozenset().union(*(_OBJECTS.intersection(_MACROS.get(name, {_WORDS})) for name in names))


def _plain(pattern: str) -> str:
    """The pattern with its accents folded; ASCII is left alone, for it may be syntax."""
    return "".join(c if c.isascii() else fold(c) for c in pattern)


def _is_blocked(compiled: Compiled, match: re.Match[str]) -> bool:
    if compiled.blockers is None:
        return False
    return bool(compiled.blockers.search(match.string, max(0, match.start() - 40), match.end()))
