"""Lexicons: names of forums, organisations, states and cities, and the words and rules of each language.

`parse` turns what `resources.lexicon_sources()` read into one frozen `Lexicon`; it checks every key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from migkg.errors import DataError, Place
from migkg.lexicon import inflect, toml
from migkg.lexicon import names as _names
from migkg.lexicon.model import (
    Calendar,
    Grammar,
    Language,
    Layout,
    Lexicon,
    Meetings,
    Tongue,
)
from migkg.lexicon.naming import Name, Names, WordForms
from migkg.lexicon.persons import Persons
from migkg.lexicon.rules import Example, MoodExample, Moods, Rule, Sessions
from migkg.names import SESSION_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.model import Table

__all__ = ["Calendar", "Example", "Grammar", "Language", "Layout", "Lexicon", "Meetings", "MoodExample", "Moods"]
__all__ += ["Name", "Names", "Persons", "Rule", "Sessions", "Tongue", "WordForms", "parse"]

_PARTS: dict[str, type] = {
    "layout": Layout,
    "calendar": Calendar,
    "meetings": Meetings,
    "persons": Persons,
    "grammar": Grammar,
}
_OTHERS = "other_languages.toml"
_SESSIONS = "sessions.toml"
_ACTS = "acts.toml"
_MOODS = "modality.toml"
_MOOD_CLASSES = frozenset({"coming", "planned", "came", "appearing", "becoming", "timeless", "headline"}) | frozenset(
    {"by_word_of", "sources", "hearsay", "says", "says_plainly", "that", "speakers"}
)
_MODALITIES = {"stated", "planned", "reported"}
_SUBJECTS = {"anchor", "topic", "forum", "first", "sentence", "year"}


def parse(
    names: Mapping[str, Table],
    languages: Mapping[str, Mapping[str, str]],
    weights: Table | None = None,
    others: str = "",
) -> Lexicon:
    """The lexicon from the tables of names and, per language, the texts of its TOML files by relative name.

    `weights` is the table of the attachment model: relation, feature, weight. `others` is TOML: what tells texts in
    other languages, by the code of each.

    Raises DataError naming the file (and the line where it can be told) on a wrong key or value.
    """
    return Lexicon(
        names=_names.parse(names),
        languages={code: _language(code, files) for code, files in sorted(languages.items())},
        attachment=_weights(weights) if weights is not None else {},
        others={code: tongue for code, tongue in _tongues(others).items() if code not in languages},
    )


def _tongues(text: str) -> dict[str, Tongue]:
    found: dict[str, Tongue] = {}
    for code, table in toml.load(text, _OTHERS).items():
        if not isinstance(table, dict):
            at = Place(path=_OTHERS, line=toml.line_of(text, code))
            raise DataError(f"'{code}' is no table", hint=f"write [{code}] and its words under it", at=at)
        found[code] = toml.build(Tongue, table, _OTHERS, text)
    return found


def _weights(table: Table) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for row in table.rows:
        weight = row.cells["weight"]
        try:
            found.setdefault(row.cells["relation"], {})[row.cells["feature"]] = float(weight)
        except ValueError as error:
            at = Place(path=table.path, line=row.line)
            raise DataError(f"the weight '{weight}' is no number", hint="write a decimal number", at=at) from error
    return found


def _language(code: str, files: Mapping[str, str]) -> Language:
    parts: dict[str, Any] = {}
    for part, cls in _PARTS.items():
        file = f"{part}.toml"
        if file not in files:
            raise DataError(f"the file {file} is missing", hint="a language needs it", at=Place(path=code))
        path = f"{code}/{file}"
        parts[part] = toml.build(cls, toml.load(files[file], path), path, files[file])
    classes = _classes(code, files)
    rules = [
        rule
        for file, text in sorted(files.items())
        if file.startswith("rules/")
        for rule in _rules(f"{code}/{file}", text, classes)
    ]
    _refuse_strangers(code, files)
    sessions = _sessions(code, files.get(_SESSIONS, ""), classes)
    moods = _moods(f"{code}/{_MOODS}", files.get(_MOODS, ""))
    return Language(code=code, classes=classes, rules=tuple(rules), sessions=sessions, moods=moods, **parts)


def _moods(path: str, text: str) -> Moods:
    """The words that tell how a claim is put, and their examples; none where a language lacks the file."""
    table = toml.load(text, path)
    examples = tuple(toml.build(MoodExample, entry, path, text) for entry in table.pop("example", []))
    classes = inflect.classes_of(table, text, path)
    strange = sorted(set(classes) - _MOOD_CLASSES)
    if strange:
        at = Place(path=path, line=toml.line_of(text, strange[0]))
        hint = f"the classes are {', '.join(sorted(_MOOD_CLASSES))}"
        raise DataError(f"no class of words for modality is called '{strange[0]}'", hint=hint, at=at)
    return Moods(classes=classes, examples=examples)


def _sessions(code: str, text: str, classes: Mapping[str, tuple[str, ...]]) -> Sessions:
    """The words of the sessions of a meeting and their rules; none where a language lacks the file."""
    path = f"{code}/{_SESSIONS}"
    table = toml.load(text, path)
    rules = tuple(_rule(path, text, entry, classes) for entry in table.pop("rule", []))
    made = toml.build(Sessions, table, path, text, {"rules": rules})
    strange = sorted((set(made.kinds) | set(made.single)) - SESSION_KINDS)
    if strange:
        at = Place(path=path, line=toml.line_of(text, strange[0]))
        known = ", ".join(sorted(SESSION_KINDS))
        raise DataError(f"no session is of the kind '{strange[0]}'", hint=f"the kinds are {known}", at=at)
    return made


def _refuse_strangers(code: str, files: Mapping[str, str]) -> None:
    known = {f"{part}.toml" for part in _PARTS} | {"classes.toml", _ACTS, _MOODS, _SESSIONS}
    for file in sorted(files):
        if file not in known and not file.startswith("rules/"):
            raise DataError(
                f"no part of a language is called {file}",
                hint=f"the parts are {', '.join(sorted(known))} and rules/*.toml",
                at=Place(path=f"{code}/{file}"),
            )


def _classes(code: str, files: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The classes of words of a language, those of its acts in all their forms."""
    path, text = f"{code}/classes.toml", files.get("classes.toml", "")
    acts = inflect.classes(files.get(_ACTS, ""), f"{code}/{_ACTS}")
    return {**inflect.lists(toml.load(text, path), text, path), **acts}


def _rules(path: str, text: str, classes: Mapping[str, tuple[str, ...]]) -> list[Rule]:
    table = toml.load(text, path)
    strange = sorted(set(table) - {"rule"})
    if strange:
        at = Place(path=path, line=toml.line_of(text, strange[0]))
        raise DataError(f"unknown table '{strange[0]}'", hint="a file of rules holds [[rule]] tables", at=at)
    return [_rule(path, text, entry, classes) for entry in table.get("rule", [])]


def _rule(path: str, text: str, entry: dict[str, Any], classes: Mapping[str, tuple[str, ...]]) -> Rule:
    rest = {k: v for k, v in entry.items() if k != "example"}
    examples = tuple(toml.build(Example, e, path, text) for e in entry.get("example", []))
    rule = toml.build(Rule, rest, path, text, {"path": path, "examples": examples})
    at = Place(path=path, line=toml.line_of(text, f'name = "{rule.name}"'))
    if rule.modality not in _MODALITIES or rule.subject not in _SUBJECTS or not 0 <= rule.confidence <= 1:
        raise DataError(
            f"rule '{rule.name}' has an impossible modality, subject or confidence",
            hint=f"modality: {sorted(_MODALITIES)}; subject: {sorted(_SUBJECTS)}; confidence: 0 to 1",
            at=at,
        )
    if bool(rule.predicate) == bool(rule.refuses):
        hint = "write predicate, or refuses with a list of predicates"
        raise DataError(f"rule '{rule.name}' neither reads nor refuses, or both", hint=hint, at=at)
    for trigger in rule.triggers:
        if trigger.startswith("@") and trigger[1:] not in classes:
            raise DataError(f"rule '{rule.name}' names an unknown class '{trigger}'", hint="see classes.toml", at=at)
    return rule
