"""The frozen values of names: each with what it names, and how long names vary."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of a thing: `kind` is forum, organisation, state, demonym or city.

    `value` is what the claim table writes (a forum code, `org:CODE`, an ISO code, a city's English name),
    `country` the ISO code of a city's state, `form` the kind of name (label, acronym, variant ...).
    `weight` ranks namesakes: the population of a city.
    """

    text: str
    lang: str
    kind: str
    value: str
    form: str = "label"
    country: str = ""
    weight: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WordForms:
    """How the words of long names vary in a language (`*`: in all of them)."""

    dropped: frozenset[str] = frozenset()
    """Words that carry no meaning in a name."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Word -> the one that stands for it."""
    endings: Mapping[str, str] = field(default_factory=dict)
    """Ending -> what stands in its place."""
    prefixes: Mapping[str, Words] = field(default_factory=dict)
    """Prefix that is often written apart -> how the words begin to which it belongs."""
    bodies: frozenset[str] = frozenset()
    """Words that make a name that of a body (`council`)."""
    organs: frozenset[str] = frozenset()
    """Words of names that are not those of a body of its own: of ministries, working parties, projects, meetings."""
    series: Words = ()
    """What a regional process is called that a text describes: `regional consultative process`."""
    regions: Mapping[str, str] = field(default_factory=dict)
    """Body (`org:CODE`) or word for a region -> the forum that is its regional process."""
    councils: Words = ()
    """What the council of a body is called for short."""
    sittings: Words = ()
    """What a meeting of a council is called."""
    genitives: Words = ()
    """Small words that make a name go on: `council of`."""
    council_of: Mapping[str, str] = field(default_factory=dict)
    """Body (`org:CODE`) -> the forum that is its council."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """All names, and what is known about forums and cities that is not a name."""

    names: tuple[Name, ...]
    plenary_kinds: Mapping[str, frozenset[str]]
    """Forum code -> kinds of meeting (`ministerial` ...) that are its main editions."""
    consultations: Mapping[str, str] = field(default_factory=dict)
    """Forum code -> the kind of meeting that consultations about it are."""
    sovereign: frozenset[str] = frozenset()
    """ISO codes of the member states of the United Nations."""
    capitals: Mapping[str, str] = field(default_factory=dict)
    """ISO code -> English name of the capital."""
    given: frozenset[str] = frozenset()
    """Given names of persons."""
    forms: Mapping[str, WordForms] = field(default_factory=dict)
    """Language -> how the words of long names vary in it."""
