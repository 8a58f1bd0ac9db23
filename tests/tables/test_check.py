"""A fault in a table is one sentence with the file, the line and what to do."""

from __future__ import annotations

import pytest
from tests.tables.makers import SHIPPED, STATES, edition, made, table

from migkg import tables
from migkg.errors import DataError
from migkg.model import Table

MEETING = "NORTH/main/1/2010"
MEMBER = {"forum_code": "NORTH", "iso2": "EC", "role": "member"}


def faults(**rows: list[dict[str, str]]) -> list[str]:
    return [str(problem) for problem in tables.check(made(**rows))]


def test_tables_without_a_fault_pass() -> None:
    assert faults(editions=[edition(MEETING, city="Quito", country_iso2="EC", host_codes="EC; org:IOM")]) == []


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"iso2": "XX"}, "'XX' in column iso2 is not an ISO 3166-1 alpha-2 code; use two capital letters such as BO"),
        ({"iso2": ""}, "the column iso2 is empty; every row needs it"),
        ({"iso2": "EC "}, "'EC ' in column iso2 has spaces around it; remove them"),
        (
            {"forum_code": "SOUTH"},
            "'SOUTH' in column forum_code is not in column code of forums.csv; correct it, or add the row there",
        ),
        (
            {"role": "guest"},
            "'guest' in column role is not a role; use one of: member, observer, participating, suspended",
        ),
        (
            {"status": "sure"},
            "'sure' in column status is not a status; use one of: verified, disputed, recalled",
        ),
        ({"since": "May 2010"}, "'May 2010' in column since is not a date; write YYYY-MM-DD, YYYY-MM or YYYY"),
        (
            {"since": "2010-02-30"},
            "'2010-02-30' in column since is not a day of the calendar; correct the month or the day",
        ),
        (
            {"recalled_fields": "since;city"},
            "'since;city' in column recalled_fields has the part 'city', which is not a column; "
            "name columns of this table, separated by semicolons",
        ),
    ],
)
def test_a_wrong_cell_of_a_member(cells: dict[str, str], sentence: str) -> None:
    assert faults(members=[MEMBER | cells]) == [f"members.csv:2: {sentence}"]


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (
            {"ordinal": "01"},
            "'01' in column ordinal is not a number; write it in digits, without sign or zeros before it",
        ),
        ({"year": "10"}, "'10' in column year is not a year; write YYYY"),
        (
            {"chair_codes": "EC;XX"},
            "'EC;XX' in column chair_codes has the part 'XX', which is not an ISO 3166-1 alpha-2 code; "
            "use two capital letters such as BO",
        ),
        (
            {"host_codes": "org:ABC"},
            "'org:ABC' in column host_codes has the part 'org:ABC', which is not in column code of organisations.csv; "
            "correct it, or add the row there",
        ),
        (
            {"chair_codes": "city:Quito"},
            "'city:Quito' in column chair_codes has the part 'city:Quito', which is no agent; "
            "write BO, org:IOM or person:NAME",
        ),
        (
            {"city": "Quito", "country_iso2": "PE"},
            "the city 'Quito' is not in 'PE' by places.csv; correct the country, or add the city to places.csv",
        ),
        (
            {"start_date": "2010-05-03", "end_date": "2010-05-02"},
            "end_date 2010-05-02 is before start_date 2010-05-03; correct one of the two dates",
        ),
        (
            {"kind": "summit"},
            "the edition_id 'NORTH/main/1/2010' does not begin with 'NORTH/summit/'; "
            "correct the edition_id, the forum_code or the kind",
        ),
    ],
)
def test_a_wrong_cell_of_an_edition(cells: dict[str, str], sentence: str) -> None:
    assert faults(editions=[edition(MEETING) | cells]) == [f"editions.csv:2: {sentence}"]


@pytest.mark.parametrize(
    ("name", "cells", "sentence"),
    [
        (
            "participation",
            {"edition_id": "NORTH/main/9/2019", "iso2": "EC", "presence": "present"},
            "'NORTH/main/9/2019' in column edition_id is not in column edition_id of editions.csv; "
            "correct it, or add the row there",
        ),
        (
            "participation",
            {"edition_id": MEETING, "iso2": "EC", "presence": "asleep"},
            "'asleep' in column presence is not a presence; use one of: present, present as observer, "
            "present as guest, signed, announced, not listed, absent",
        ),
        (
            "officials",
            {"name": "Ana Mora", "position_en": "Envoy", "org_or_iso2": "ABC"},
            "'ABC' in column org_or_iso2 is neither a state nor a code of organisations.csv; "
            "correct it, or add the row there",
        ),
        (
            "officials",
            {"name": "Ana Mora", "org_or_iso2": "EC"},
            "the official has no position; fill position_en, position_es or position_fr",
        ),
        (
            "places",
            {"name_en": "Quito", "country_iso2": "EC", "lat": "0,2"},
            "'0,2' in column lat is not a decimal number; write it as -17.39",
        ),
        (
            "organisations",
            {"code": "IOM", "name_en": "Migration", "website": "iom.int"},
            "'iom.int' in column website is not an address; begin with https:// and encode spaces and brackets",
        ),
        (
            "distinct",
            {"key": "SACM/2", "other": "edition:SACM/3", "reason": "two"},
            "'SACM/2' in column key is not a key of the claim table; write it as edition:CODE/N, person:NAME or org:CODE",
        ),
    ],
)
def test_a_wrong_cell_of_another_table(name: str, cells: dict[str, str], sentence: str) -> None:
    rows = {"editions": [edition(MEETING)]} | {name: [cells]}
    assert faults(**rows) == [f"{name}.csv:2: {sentence}"]


@pytest.mark.parametrize(
    ("subject", "predicate", "value", "sentence"),
    [
        ("SACM/1", "year", "1999", "'SACM/1' in column subject is not a subject; write forum:CODE, edition:CODE/N, "
            "meeting:CODE/KIND/N or person:NAME"),
        ("edition:SOUTH/1", "year", "1999", "'edition:SOUTH/1' in column subject names the unknown forum SOUTH; "
            "use a code of forums.csv"),
        ("edition:NORTH/2", "year", "1999", "no row of editions.csv is about 'edition:NORTH/2'; "
            "write the key that the claims of that meeting have"),
        ("forum:NORTH", "year", "1999", "'forum:NORTH' cannot be the subject of year; correct the subject or the predicate"),
        ("edition:NORTH/1", "year", "Lima", "'Lima' cannot be the object of year; correct the object or the predicate"),
        ("edition:NORTH/1", "heldIn", "Lima", "the city 'Lima' is not in places.csv; correct it, or add the city there"),
    ],
)  # fmt: skip
def test_a_wrong_counterclaim(subject: str, predicate: str, value: str, sentence: str) -> None:
    row = {"subject": subject, "predicate": predicate, "object": value, "source": "https://example.org/a"}
    row |= {"modality": "stated", "contradiction": "7", "kind": "error"}
    assert faults(editions=[edition(MEETING)], counterclaims=[row]) == [f"counterclaims.csv:2: {sentence}"]


def test_a_contradiction_is_about_a_meeting_of_the_tables() -> None:
    row = {"number": "7", "subject": "edition:NORTH/2", "predicate": "year", "kind": "open", "expressed": "no"}
    assert faults(contradictions=[row]) == [
        "contradictions.csv:2: no row of editions.csv is about 'edition:NORTH/2'; "
        "write the key that the claims of that meeting have"
    ]


def test_a_duplicate_key_names_both_lines() -> None:
    assert faults(members=[MEMBER, MEMBER | {"since": "2010"}, MEMBER]) == [
        "members.csv:4: the row has the key of line 2 (forum_code 'NORTH', iso2 'EC', role 'member', since '', source ''); "
        "join the two rows, or correct one key"
    ]


def test_a_row_id_is_given_once() -> None:
    rows = [MEMBER | {"row_id": "M1"}, MEMBER | {"row_id": "M1", "iso2": "PE"}]
    assert faults(members=rows) == [
        "members.csv:3: the row has the key of line 2 (row_id 'M1'); join the two rows, or correct one key"
    ]


def test_columns_must_be_those_of_the_schema() -> None:
    given = made()
    members = given["members"]
    columns = (*members.columns[:-1], "remark")
    given["members"] = Table(name="members", path="members.csv", columns=columns, rows=())
    known = ", ".join(members.columns)
    assert [str(problem) for problem in tables.check(given)] == [
        f"members.csv:1: the column 'remark' is unknown; the columns are {known}",
        "members.csv:1: the column 'note' is missing; add it to the header and to every row",
    ]


@pytest.mark.parametrize("name", ["schema", "vocabulary", "editions"])
def test_a_table_that_is_missing(name: str) -> None:
    given = made()
    del given[name]
    problems = [str(problem) for problem in tables.check(given)]
    assert problems == [f"data/reference/{name}.csv: the table {name} is missing; restore the file"]


def test_an_unknown_type_in_the_schema() -> None:
    given = made()
    row = {"table": "members", "column": "iso2", "type": "flag"}
    given["schema"] = table("schema", [row])
    first = str(tables.check(given)[0])
    assert first.startswith("schema.csv:2: 'flag' is not a type of column; use one of: text, integer, year")


def test_all_faults_are_listed_in_order_and_the_first_is_raised() -> None:
    given = made(
        members=[MEMBER | {"iso2": "XX"}, MEMBER | {"role": "guest", "since": "soon"}],
        editions=[edition(MEETING, year="10")],
    )
    where = [str(problem.at) for problem in tables.check(given)]
    assert where == ["members.csv:2", "members.csv:3", "members.csv:3", "editions.csv:2"]
    for turn in (tables.claims, tables.things):
        with pytest.raises(DataError, match=r"^members\.csv:2: 'XX' in column iso2"):
            turn(given)


def test_without_a_list_of_states_only_the_form_of_a_code_is_checked() -> None:
    given = made(members=[MEMBER | {"iso2": "XX"}, MEMBER | {"iso2": "Ec"}])
    del given["states"]
    assert [str(problem.at) for problem in tables.check(given)] == ["members.csv:3"]


def test_the_shipped_tables_have_no_fault() -> None:
    assert tables.check({**SHIPPED, "states": STATES}) == []
