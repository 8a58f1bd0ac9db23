"""Lexicons: the shipped files parse, and a wrong key or value is named with its file and line."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest
from tests import shipped

import migkg
from migkg.errors import DataError
from migkg.lexicon import Calendar, Grammar, Layout, Meetings, Names, Persons, Tongue, WordForms, parse
from migkg.model import Row, Table

_SOURCES = shipped.sources()
_PARTS = ("layout.toml", "calendar.toml", "meetings.toml", "persons.toml", "grammar.toml")


def _table(name: str, columns: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    cells = [Row(line=n, cells=dict(zip(columns, row, strict=True))) for n, row in enumerate(rows, 2)]
    return Table(name=name, path=f"names/{name}.csv", columns=columns, rows=tuple(cells))


def _with(file: str, text: str) -> dict[str, dict[str, str]]:
    return {"en": {**_SOURCES.languages["en"], file: text}}


def test_shipped_lexicons_are_whole() -> None:
    lexicon = parse(_SOURCES.names, _SOURCES.languages)
    assert {"en", "es", "fr"} <= set(lexicon.languages)
    assert all(len(language.calendar.months) == 12 for language in lexicon.languages.values())


@pytest.mark.parametrize("part", ["layout", "calendar", "meetings", "persons", "grammar", "sessions"])
def test_every_key_is_written_in_some_language(part: str) -> None:
    parts = [getattr(language, part) for language in shipped.rules().languages.values()]
    assert [f.name for f in fields(parts[0]) if not any(getattr(each, f.name) for each in parts)] == []


@pytest.mark.parametrize("part", [Calendar, Grammar, Layout, Meetings, Names, Persons, Tongue, WordForms])
def test_every_field_is_read_by_the_code(part: type) -> None:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in Path(migkg.__file__).parent.rglob("*.py"))
    read = {node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert [f.name for f in fields(part) if f.name not in read] == []


def test_a_folder_counts_before_a_table_of_the_same_language() -> None:
    languages = {"en": _SOURCES.languages["en"]}
    others = '[en]\nsmall_words = ["zworg"]\n[de]\nsmall_words = ["der"]\nword_endings = ["ung"]\n'
    assert parse(_SOURCES.names, languages, others=others).others == {
        "de": Tongue(small_words=("der",), word_endings=("ung",))
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("de = 1", "other_languages.toml:1: 'de' is no table; write [de] and its words under it"),
        ("[de]\nwords = []", "other_languages.toml:2: unknown key 'words'; did you mean 'small_words'?"),
        ("[de]\nsmall_words = 'der'", "other_languages.toml:2: 'small_words' is not a list of texts"),
        ("[de]\nword_endings = ['ung']", "other_languages.toml: the key 'small_words' is missing; add it"),
        ("[de", "other_languages.toml: not valid TOML"),
    ],
)
def test_a_fault_in_the_other_languages_is_named(text: str, sentence: str) -> None:
    with pytest.raises(DataError) as caught:
        parse(_SOURCES.names, _SOURCES.languages, others=text)
    assert str(caught.value).startswith(sentence)


def test_names_of_every_kind_are_read() -> None:
    names = {
        "states": _table(
            "states",
            ("iso2", "lang", "name", "kind"),
            ("PE", "en", "Peru", "label"),
            ("PE", "en", "Peruvian", "demonym"),
        ),
        "forums": _table("forums", ("code", "lang", "name", "kind"), ("SACM", "*", "CSM", "acronym")),
        "organisations": _table("organisations", ("code", "lang", "name", "kind"), ("IOM", "fr", "OIM", "acronym")),
        "cities": _table(
            "cities",
            ("name_en", "iso2", "lang", "name", "kind"),
            ("Lima", "PE", "en", "Lima", "label"),
            ("Mobile", "US", "en", "Mobile", "label"),
        ),
        "cities_info": _table(
            "cities_info", ("name_en", "iso2", "population", "capital"), ("Lima", "PE", "9000000", "yes")
        ),
        "cities_block": _table("cities_block", ("name", "reason"), ("Mobile", "an ordinary word")),
        "forum_traits": _table(
            "forum_traits", ("code", "plenary_kinds", "consultations"), ("BALI", "main;ministerial", "")
        ),
        "states_codes": _table("states_codes", ("iso2", "un_member"), ("PE", "yes"), ("GF", "no")),
    }
    found = parse(names, {}).names
    assert {(n.kind, n.value) for n in found.names} == {
        ("state", "PE"),
        ("demonym", "PE"),
        ("forum", "SACM"),
        ("organisation", "org:IOM"),
        ("city", "Lima"),
    }
    assert next(n.weight for n in found.names if n.kind == "city") == 9_000_000
    assert found.plenary_kinds["BALI"] == {"main", "ministerial"}
    assert found.sovereign == {"PE"}


@pytest.mark.parametrize(
    ("columns", "row", "message"),
    [
        (("iso2", "lang", "name"), ("PE", "en", "Peru"), "column 'kind' is missing"),
        (("iso2", "lang", "name", "kind"), ("PE", "en", " ", "label"), "'name' is empty"),
        (("iso2", "lang", "name", "kind"), ("", "en", "Peru", "label"), "'iso2' is empty"),
    ],
)
def test_a_faulty_table_is_named(columns: tuple[str, ...], row: tuple[str, ...], message: str) -> None:
    with pytest.raises(DataError, match=re.escape(message)) as caught:
        parse({"states": _table("states", columns, row)}, {})
    assert "names/states.csv" in str(caught.value)


@pytest.mark.parametrize(
    ("table", "row", "kinds"),
    [
        ("forums", ("SACM", "en", "South American Conference", "ministeral"), "acronym, preparatory"),
        ("organisations", ("IOM", "en", "IOM", ""), "label, variant, acronym"),
        ("states", ("PE", "en", "Peru", "Label"), "historical, demonym"),
        ("cities", ("Lima", "PE", "en", "Lima", "acronym"), "label, variant"),
    ],
)
def test_a_kind_of_name_that_is_none_is_refused_with_its_line(table: str, row: tuple[str, ...], kinds: str) -> None:
    key = {"states": ("iso2",), "cities": ("name_en", "iso2")}.get(table, ("code",))
    with pytest.raises(DataError, match=re.escape(f"no name is of the kind '{row[-1]}'; the kinds are ")) as caught:
        parse({table: _table(table, (*key, "lang", "name", "kind"), row)}, {})
    assert f"names/{table}.csv:2" in str(caught.value)
    assert kinds in str(caught.value)


def test_a_name_of_a_forum_may_mean_a_kind_of_its_meetings() -> None:
    row = ("BALI", "en", "Bali Ministerial", "ministerial")
    found = parse({"forums": _table("forums", ("code", "lang", "name", "kind"), row)}, {}).names
    assert [name.form for name in found.names] == ["ministerial"]


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("layout.toml", "contact = [\n", "not valid TOML"),
        ("layout.toml", 'contact = ["x"]\ncontakt = ["y"]\n', "did you mean 'contact'"),
        ("layout.toml", 'zzz = ["y"]\n', "known keys"),
        ("layout.toml", 'contact = "x"\n', "is not a list of texts"),
        ("calendar.toml", 'months = [["x"]]\nshapes = []\n', "'weekdays' is missing"),
        ("calendar.toml", 'months = ["x"]\n', "is not a list of lists of texts"),
        ("meetings.toml", 'heads = ["x"]\n', "is not a table of lists of texts"),
        ("meetings.toml", "[english]\na = 1\n", "is not a table of texts"),
        ("classes.toml", 'held = "x"\n', "'held' is not a list of texts"),
        ("rules/x.toml", "[other]\na = 1\n", "unknown table 'other'"),
        ("rules/x.toml", '[[rule]]\nname = "a"\n', "'patterns' is missing"),
        (
            "rules/x.toml",
            '[[rule]]\nname = "a"\npredicate = "held"\ntriggers = ["@nope"]\npatterns = []\n',
            "unknown class '@nope'",
        ),
        (
            "rules/x.toml",
            '[[rule]]\nname = "a"\npredicate = "held"\ntriggers = []\npatterns = []\nconfidence = 2\n',
            "impossible modality",
        ),
        (
            "rules/x.toml",
            '[[rule]]\nname = "a"\npredicate = "held"\ntriggers = []\npatterns = []\nconfidence = "x"\n',
            "is not a number",
        ),
        ("other.toml", "a = 1\n", "no part of a language is called other.toml"),
        ("modality.toml", '[classes]\nsomeday = ["x"]\n', "no class of words for modality is called 'someday'"),
        ("modality.toml", '[words]\ncoming = ["x"]\n', "unknown table 'words'"),
        ("modality.toml", '[[example]]\nplanned = ["x"]\n', "'text' is missing"),
    ],
)
def test_a_faulty_file_is_named(file: str, text: str, message: str) -> None:
    with pytest.raises(DataError, match=re.escape(message)) as caught:
        parse({}, _with(file, text))
    assert f"en/{file}" in str(caught.value)


def test_the_line_of_a_wrong_key_is_told() -> None:
    with pytest.raises(DataError, match=r"en/layout\.toml:2"):
        parse({}, _with("layout.toml", 'contact = ["x"]\ncontakt = ["y"]\n'))


@pytest.mark.parametrize("part", _PARTS)
def test_a_missing_part_is_named(part: str) -> None:
    files = {name: text for name, text in _SOURCES.languages["en"].items() if name != part}
    with pytest.raises(DataError, match=f"the file {part} is missing"):
        parse({}, {"en": files})


@pytest.mark.parametrize(
    ("pattern", "message"),
    [("{nope}", "unknown place"), ("@nope", "unknown class"), ("(", "no regular expression")],
)
def test_a_faulty_pattern_is_named(pattern: str, message: str) -> None:
    from migkg.extract.rules import RuleBook

    rule = f'[[rule]]\nname = "a"\npredicate = "held"\ntriggers = []\npatterns = ["{pattern}"]\n'
    language = parse({}, _with("rules/x.toml", rule)).languages["en"]
    with pytest.raises(DataError, match=message):
        RuleBook(language)
