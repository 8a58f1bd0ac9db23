"""The words of questions: phrases of each language and the symbols they stand for; relations and their properties."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from migkg import names
from migkg.errors import DataError, Place
from migkg.extract.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from migkg.ask.relations import Relation
    from migkg.model import Term

SECTIONS = {
    "ask": frozenset({"who", "which", "where", "when", "howmany"}),
    "class": frozenset(
        [
            *("city", "state", "forum", "organisation", "official", "document", "theme", "post", "year", "date"),
            *("meeting", "conference", "preparatory", "intersessional", "ministerial", "senior-officials"),
            *("technical", "workshop", "summit", "regional", "interregional", "global"),
        ]
    ),
    "relation": None,
    "compare": frozenset({">=", ">", "<=", "<", "="}),
    "number": None,
    "times": frozenset({"times"}),
    "order": frozenset({"before", "after"}),
    "step": frozenset({"before", "after"}),
    "heir": frozenset({"before", "after"}),
    "than": frozenset({"before", "after", "same"}),
    "form": frozenset({"OnlineForm", "HybridForm"}),
    "period": frozenset({"since", "until", "between", "from", "of", "to", "by", "before", "after", "about"}),
    "also": frozenset({"where", "when"}),
    "extreme": frozenset({"most", "fewest"}),
    "age": frozenset({"oldest", "newest"}),
    "pick": frozenset({"last"}),
    "logic": frozenset({"not", "and", "but", "nor", "or"}),
    "all": frozenset({"all"}),
    "end": frozenset({"end"}),
    "now": frozenset({"now"}),
    "time": frozenset({"during"}),
    "tenure": frozenset({"serve"}),
    "unanswered": frozenset({"why", "how", "future"}),
    "lead": frozenset({"lead"}),
    "be": frozenset({"be"}),
    "again": frozenset({"again"}),
    "sum": frozenset({"sum"}),
    "opens": frozenset({"begin", "end"}),
    "have": frozenset({"have", "share"}),
    "about": frozenset({"about"}),
    "since": frozenset({"since"}),
    "begin": frozenset({"begin"}),
    "role": None,
    "edge": frozenset({"first", "last"}),
    "decade": frozenset({"decade"}),
    "region": None,
    "title": None,
    "doctype": None,
}
"""Section of words.toml -> the symbols it may define; None where other data defines them."""


CLIPPED = (
    "heads",
    "openers",
    "articles",
    "relatives",
    "finite",
    "plurals",
    "auxiliaries",
    "participles",
    "restricting",
    "present",
    "past",
    "upcoming",
    "doing",
    "apart",
    "common",
    "counting",
    "towns",
    "plain",
)
"""Lists of words by which questions without a question word and those of what will be are known, and endings of plural
nouns and participles.
"""

_ASIDE = frozenset({"endings", "inside", "clipped"})
"""Sections that define no phrases."""
_AS_WRITTEN = frozenset(
    {"relatives", "finite", "auxiliaries", "participles", "present", "past", "doing", "towns", "plain"}
)

Symbols = tuple[tuple[str, str], ...]
"""What a phrase stands for: (kind, value) once or several times, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language: phrase in normal form -> its symbols, none for words that say nothing.

    `spelt` gives the phrases that differ from another in accents alone, as they are written, in lower case.
    `doctypes` are the words for types of document as they are written, `endings` those of inflected words, folded;
    `inside` gives words that may stand inside a phrase (`ne font pas partie de`), with what they mean in front of it.
    `clipped` gives the words by which questions without a question word are known: `heads`, nouns among the relations;
    `openers` and `articles` that may precede them; `relatives` as they are written; `finite` verbs and pronouns that
    make a sentence behind a noun, `auxiliaries` those that make one anywhere; `plurals` and `participles` are
    the endings of plural nouns and of participles.
    `polite` are the phrases of several words that say nothing, the longest first.
    """

    lang: str
    phrases: Mapping[str, Symbols]
    spelt: Mapping[str, Symbols]
    doctypes: Mapping[str, tuple[str, ...]]
    endings: tuple[str, ...] = ()
    inside: Mapping[str, Symbols] = field(default_factory=dict)
    clipped: Mapping[str, frozenset[str]] = field(default_factory=dict)
    polite: tuple[str, ...] = ()


def regions(text: str, codes: Iterable[tuple[str, str]]) -> dict[str, tuple[Term, ...]]:
    """The states of the regions of regions.toml; `codes` pairs a state's ISO code with its M49 sub-region."""
    members: dict[str, list[str]] = {}
    for state, region in codes:
        members.setdefault(region, []).append(state)
    found = {}
    for name, parts in load(text, "data/ask/regions.toml").items():
        states = {state for part in parts for state in members.get(part, ())} - {part.lstrip("-") for part in parts}
        found[name] = tuple(names.entity(state) for state in sorted(states))
    return found


_IRIS = {"organisation": "org"}
"""Types of things whose IRIs have another word."""


def further_names(text: str) -> dict[str, tuple[str, tuple[Term, ...]]]:
    """The names of names.toml in normal form, with the type and the thing of each."""
    return {
        normal(name): (kind, (names.thing(_IRIS.get(kind, kind), key),))
        for kind, table in load(text, "data/ask/names.toml").items()
        if isinstance(table, dict)
        for key, known in table.items()
        for name in known
    }


def no_names(text: str) -> frozenset[str]:
    """What names.toml says is no name in a question, in normal form."""
    return frozenset(normal(name) for name in load(text, "data/ask/names.toml")["never"])


def words(
    lang: str, files: Mapping[str, str], known: Mapping[str, Relation], labels: Iterable[tuple[str, str]] = ()
) -> Words:
    """The words of a language from its files; `labels` pairs a name of a relation with a label of its property."""
    entries = list(_entries(lang, files))
    phrases: dict[str, Symbols] = {}
    for name, label in labels:
        phrases.setdefault(normal(label), (("relation", name),))
    said = [
        ((() if section == "ignored" else _symbols(section, symbol, known, path)), variants)
        for section, symbol, variants, path in entries
        if section not in _ASIDE
    ]
    spelt = _spelt(said, phrases)
    silent = (phrase for phrase, means in phrases.items() if not means and " " in phrase)
    return Words(
        lang=lang,
        phrases=phrases,
        spelt=spelt,
        doctypes={symbol: tuple(variants) for section, symbol, variants, _ in entries if section == "doctype"},
        endings=tuple(v for section, _, variants, _ in entries if section == "endings" for v in variants),
        inside={
            normal(v): (("logic", symbol),)
            for section, symbol, variants, _ in entries
            if section == "inside"
            for v in variants
        },
        clipped=dict.fromkeys(CLIPPED, frozenset())
        | {symbol: _listed(symbol, variants) for section, symbol, variants, _ in entries if section == "clipped"},
        polite=tuple(sorted(silent, key=lambda phrase: (-len(phrase), phrase))),
    )


def _spelt(said: Iterable[tuple[Symbols, list[str]]], phrases: dict[str, Symbols]) -> dict[str, Symbols]:
    """Adds the phrases, and gives those that differ from another in accents alone, as they are written."""
    spelt: dict[str, Symbols] = {}
    written: dict[str, tuple[str, Symbols]] = {}
    for means, variants in said:
        for variant in variants:
            key, raw = normal(variant), variant.lower()
            first, other = written.setdefault(key, (raw, means))
            if other != means and first != raw:
                spelt |= {first: other, raw: means}
            else:
                phrases[key] = means
    return spelt


def _listed(symbol: str, variants: list[str]) -> frozenset[str]:
    """A list of words of clipped questions; some are looked for as they are written."""
    return frozenset(v.lower() if symbol in _AS_WRITTEN else normal(v) for v in variants)


def _entries(lang: str, files: Mapping[str, str]) -> Iterator[tuple[str, str, list[str], str]]:
    """Section, symbol and phrases of every line of a language's files, with the path of the file."""
    for file, text in sorted(files.items()):
        path = f"data/ask/{lang}/{file}"
        for section, table in load(text, path).items():
            if section == "ignored":
                yield section, "", table, path
            else:
                yield from ((section, symbol, variants, path) for symbol, variants in table.items())


def normal(text: str) -> str:
    """A phrase in the form in which it is looked up: folded, apostrophes and hyphens as spaces, single spaces."""
    return " ".join("".join(c if c.isalnum() or c == "+" else " " for c in fold(text)).split())


def _symbols(section: str, symbol: str, known: Mapping[str, Relation], path: str) -> tuple[tuple[str, str], ...]:
    """The symbols that a key stands for: `host` in its own section, or `compare:> number:1` in `phrase`."""
    pairs = [part.split(":", 1) for part in symbol.split()] if section == "phrase" else [[section, symbol]]
    for pair in pairs:
        kind, value = pair[0], pair[-1]
        allowed = frozenset(known) if kind in {"relation", "role"} else SECTIONS.get(kind, frozenset())
        if allowed is not None and value not in allowed:
            raise DataError(
                f"'{symbol}' is no symbol of [{section}]",
                hint=f"sections: {', '.join(sorted(SECTIONS))}, phrase, ignored",
                at=Place(path=path),
            )
    return tuple((pair[0], pair[-1]) for pair in pairs)


def load(text: str, path: str) -> dict[str, Any]:
    """A TOML file of the words; DataError with its path where it is none."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"not valid TOML: {error}", hint="see https://toml.io", at=Place(path=path)) from error
