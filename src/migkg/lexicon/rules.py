"""The frozen values of a language's rules: of relations, of the sessions of a meeting, of how a thing is put."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.lexicon.naming import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence and what a rule must read (`gives`) or must not read (`never`) in it.

    Each expectation is `subject predicate object`; a sentence may be preceded by context.
    """

    text: str
    gives: Words = ()
    never: Words = ()
    context: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A relation rule: when a trigger is in the sentence, each pattern is tried over the masked text.

    One that `refuses` predicates reads nothing: what its patterns capture is no object of those predicates.
    """

    name: str
    patterns: Words
    triggers: Words
    predicate: str = ""
    refuses: Words = ()
    across: bool = False
    """Whether one that refuses is matched over the sentence before as well: `It has a bureau. It comprises ...`."""
    subject: str = "anchor"
    blockers: Words = ()
    modality: str = "stated"
    confidence: float = 0.9
    path: str = ""
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessions:
    """How a language speaks of the sessions of a meeting: words by kind, and rules of those who speak and preside."""

    kinds: Mapping[str, Words] = field(default_factory=dict)
    single: Words = ()
    """Kinds that a meeting has once: they need neither number nor title."""
    links: Words = ()
    """What joins a session to its meeting: `of the`."""
    number_words: Words = ()
    """What stands between a kind and its number: `no.`."""
    numbers: Mapping[str, Words] = field(default_factory=dict)
    """Figure -> words that stand for it behind a kind: `round table one`."""
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodExample:
    """A text, the day it was published, and claims it makes, by how it puts them: `subject predicate object`."""

    text: str
    published: str = ""
    stated: Words = ()
    planned: Words = ()
    reported: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moods:
    """How a language puts what it says: words by class, in all their forms, with examples."""

    classes: Mapping[str, Words] = field(default_factory=dict)
    examples: tuple[MoodExample, ...] = ()
