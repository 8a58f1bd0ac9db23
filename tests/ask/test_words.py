"""The words of questions: data that is tested like code."""

from __future__ import annotations

import tomllib
from collections import defaultdict

import pytest

from migkg import resources
from migkg.ask import relations, words
from migkg.errors import DataError

SOURCES = resources.ask_sources()
LANGUAGES = sorted(set(SOURCES) - {""})
RELATIONS = relations.read(SOURCES[""]["relations.toml"])


def symbols(lang: str) -> dict[str, list[str]]:
    """Symbol -> phrases of a language, over all its files."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in SOURCES[lang].values():
        for section, table in tomllib.loads(text).items():
            if section in {"endings", "inside", "clipped"}:
                continue
            for key, phrases in {"ignored": table}.items() if section == "ignored" else table.items():
                found[key if section == "ignored" else f"{section}:{key}"] += phrases
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_phrase_means_two_things(lang: str) -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for symbol, phrases in symbols(lang).items():
        for phrase in phrases:
            meanings[phrase.lower()].add(symbol)
    assert {phrase: found for phrase, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_says_every_relation_and_class(lang: str) -> None:
    have = set(symbols(lang))
    needed = {f"relation:{name}" for name in RELATIONS}
    everywhere = {s for other in LANGUAGES for s in symbols(other) if s.startswith(("class:", "ask:", "doctype:"))}
    assert (needed | everywhere) - have == set()


def test_properties_of_relations_exist_in_the_ontology() -> None:
    ontology = "\n".join(text for _, text in resources.ontology_files())
    paths = {path for relation in RELATIONS.values() for found in relation.paths.values() for path in found}
    assert [path for path in sorted(paths) if f"\nmf:{path} a owl:" not in ontology] == []


def test_labels_of_properties_are_words_of_their_relation() -> None:
    found = words.words("en", {}, RELATIONS, [("chair", "chairs"), ("host", "has host")])
    assert found.phrases["has host"] == (("relation", "host"),)


def test_accents_tell_apart_what_nothing_else_does() -> None:
    text = '[ask]\nwhere = ["où"]\n[logic]\nor = ["ou"]\n'
    found = words.words("fr", {"words.toml": text}, RELATIONS)
    assert found.spelt == {"où": (("ask", "where"),), "ou": (("logic", "or"),)}
    assert found.phrases == {"ou": (("ask", "where"),)}


def test_regions_are_their_states_without_those_left_out() -> None:
    found = words.regions('x = ["013", "-MX"]\n', [("CR", "013"), ("MX", "013"), ("FR", "155")])
    assert found == {"x": ("<https://w3id.org/migkg/id/state/CR>",)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_region_has_a_name_and_states(lang: str) -> None:
    regions = tomllib.loads(SOURCES[""]["regions.toml"])
    assert {f"region:{name}" for name in regions} == {s for s in symbols(lang) if s.startswith("region:")}


def test_a_phrase_may_stand_for_several_symbols() -> None:
    text = '[phrase]\n"compare:> number:1" = ["several"]\n'
    assert words.words("en", {"words.toml": text}, RELATIONS).phrases["several"] == (("compare", ">"), ("number", "1"))


@pytest.mark.parametrize(
    "text",
    [
        '[relation]\nhostt = ["hosted"]\n',
        '[nowhere]\nx = ["y"]\n',
        '[compare]\n"≥" = ["at least"]\n',
        '[phrase]\n"relation:none number:1" = ["x"]\n',
    ],
)
def test_an_unknown_symbol_is_an_error(text: str) -> None:
    with pytest.raises(DataError, match="no symbol of"):
        words.words("en", {"words.toml": text}, RELATIONS)


@pytest.mark.parametrize("text", ["[host]\nmain = true\n", '[host]\nsubject = "forum"\nmainn = true\n'])
def test_a_relation_needs_a_subject_and_known_keys(text: str) -> None:
    with pytest.raises(DataError, match="relation 'host'"):
        relations.read(text)


def test_broken_toml_names_the_file() -> None:
    with pytest.raises(DataError, match=r"data/ask/fr/words\.toml"):
        words.words("fr", {"words.toml": "[ask\n"}, RELATIONS)


def test_normal_form_ignores_case_accents_apostrophes_and_hyphens() -> None:
    assert words.normal("Qu’est-ce  que l'État 5+5 ?") == "qu est ce que l etat 5+5"
