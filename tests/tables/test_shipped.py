"""The shipped tables: complete, true to their source, and never accepted where they rest on memory."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from tests.tables.makers import SHIPPED

from migkg import names, predicates, tables
from migkg.model import Modality, RowEvidence
from migkg.resources import lexicon_sources
from migkg.tables.meetings import meetings

CLAIMS = tables.claims(SHIPPED)
THINGS = tables.things(SHIPPED)
JUDGEMENTS = tables.judgements(SHIPPED)
ORIGINAL = Path(__file__).parents[3] / "shared" / "reference"
ROWS = {
    "forums": 101,
    "members": 481,
    "editions": 296,
    "participation": 688,
    "organisations": 81,
    "officials": 143,
    "places": 113,
}


def cells(table: str, row: str) -> dict[str, str]:
    return next(dict(found.cells) for found in SHIPPED[table].rows if found.cells["row_id"] == row)


def objects(subject: str, predicate: str) -> set[str]:
    return {c.object for c in CLAIMS if (c.subject, c.predicate) == (subject, predicate) and c.verified}


def bounds_of_membership(key: str, bound: str) -> set[str]:
    return {
        dict(claim.qualifiers)[bound]
        for claim in CLAIMS
        if claim.predicate in predicates.ROLES
        and predicates.membership_key(claim.subject, claim.predicate, claim.object) == key
        and bound in dict(claim.qualifiers)
    }


def test_no_row_was_lost() -> None:
    assert {name: len(SHIPPED[name].rows) for name in ROWS} == ROWS


TWO_IN_ONE = {"E0204", "E0215", "E0222", "E0223"}
"""Rows whose original names two documents in one breath, where the table now has two."""


def test_every_cell_of_the_original_is_kept() -> None:
    for path in sorted(ORIGINAL.glob("*.csv")) if ORIGINAL.is_dir() else []:
        kept = {row.cells["row_id"]: row.cells for row in SHIPPED[path.stem].rows}
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["row_id"] in TWO_IN_ONE:
                    row["adopted_document"] = row["adopted_document"].replace(" and ", "; ")
                assert {column: kept[row["row_id"]][column] for column in row} == row


def test_every_claim_cites_a_cell_that_says_so() -> None:
    lines = {
        (name, row.cells["row_id"]): row
        for name, table in SHIPPED.items()
        for row in table.rows
        if "row_id" in row.cells
    }
    for claim in CLAIMS:
        assert isinstance(claim.evidence, RowEvidence)
        row = lines[claim.evidence.table, claim.evidence.row]
        assert (claim.evidence.line, claim.evidence.value) == (row.line, row.cells[claim.evidence.field])
        assert claim.evidence.value
        assert claim.evidence.source == row.cells["source"]


def test_a_claim_is_verified_exactly_where_its_row_and_field_were_seen() -> None:
    for claim in CLAIMS:
        assert isinstance(claim.evidence, RowEvidence)
        row = cells(claim.evidence.table, claim.evidence.row)
        recalled = row.get("recalled_fields", "").split(";")
        seen = row.get("status") != "recalled" and claim.evidence.field not in recalled and "forum_code" not in recalled
        assert claim.verified == seen


def test_every_verified_claim_has_a_source() -> None:
    assert [claim for claim in CLAIMS if claim.verified and not getattr(claim.evidence, "source", "")] == []


def test_every_claim_obeys_the_grammar_of_the_claim_table() -> None:
    for claim in CLAIMS:
        grammar = predicates.PREDICATES[claim.predicate]
        assert predicates.kind_of(claim.subject) in grammar.subjects
        assert predicates.object_kind(claim.predicate, claim.object)


def test_claims_and_things_are_each_there_once() -> None:
    assert len({claim.id for claim in CLAIMS}) == len(CLAIMS)
    assert Counter(thing.key for thing in THINGS).most_common(1)[0][1] == 1
    assert len({names.entity(thing.key) for thing in THINGS}) == len(THINGS)


def test_each_meeting_has_a_key_of_its_own() -> None:
    known = meetings(SHIPPED)
    assert len({meeting.key for meeting in known.values()}) == len(known) == 263


def test_what_claims_speak_of_is_described() -> None:
    described = {thing.key for thing in THINGS}
    spoken = {value for claim in CLAIMS if claim.verified for value in (claim.subject, claim.object)}
    assert {key for key in spoken if predicates.kind_of(key) in {"forum", "org"}} <= described


@pytest.mark.parametrize(
    ("subject", "predicate", "values"),
    [
        ("edition:SACM/2", "year", {"2001"}),
        ("edition:SACM/2", "heldIn", {"Santiago"}),
        ("edition:SACM/10", "heldIn", {"Cochabamba", "Tiquipaya"}),
        ("edition:SACM/19", "year", set()),
        ("edition:RCM/2017", "ordinal", {"12", "22"}),
        ("edition:FIBEMYD/2008", "ordinal", {"1", "2"}),
        ("edition:GFMD/14", "hasChair", {"FR", "AE", "MA", "EC"}),
        ("edition:BALI/8", "hasChair", {"person:Penny Wong", "person:Retno Marsudi"}),
        ("edition:IDM/2012-2", "startDate", {"2012-09-13"}),
        ("meeting:5+5/summit/1", "heldIn", {"Tunis"}),
        ("meeting:MIDSA/ministerial/7", "hasHost", {"CD"}),
        ("edition:SACM/12", "doesNotList", {"BO", "PY"}),
        ("forum:SACM", "established", {"1999", "2000", "2001"}),
    ],
)
def test_known_answers(subject: str, predicate: str, values: set[str]) -> None:
    assert objects(subject, predicate) == values


@pytest.mark.parametrize(
    ("number", "subject", "predicate"),
    [
        (row.cells["number"], row.cells["subject"], row.cells["predicate"])
        for row in SHIPPED["contradictions"].rows
        if row.cells["expressed"] == "competing"
    ],
)
def test_a_contradiction_said_to_be_expressed_has_both_sides(number: str, subject: str, predicate: str) -> None:
    if predicate in predicates.INTERVAL:
        assert len(bounds_of_membership(subject, predicate)) > 1, number
    elif predicate in predicates.PRESENCE:
        said = {(c.object, c.predicate) for c in CLAIMS if c.subject == subject and c.predicate in predicates.PRESENCE}
        assert len(said) > len({state for state, _ in said}), number
    else:
        assert len(objects(subject, predicate)) > 1, number


def test_each_documented_contradiction_is_judged_once() -> None:
    numbers = {int(row.cells["number"]) for row in SHIPPED["contradictions"].rows}
    assert numbers == set(range(1, 124))
    both = Counter((row.cells["number"], row.cells["expressed"] == "no") for row in SHIPPED["contradictions"].rows)
    assert len(both) == len(numbers)


def test_values_judged_wrong_are_values_that_a_row_gives() -> None:
    for judgement in JUDGEMENTS:
        given = bounds_of_membership(judgement.subject, judgement.predicate) | {
            value
            for claim in CLAIMS
            if claim.subject == judgement.subject
            for value in (claim.object, *dict(claim.qualifiers).values())
        }
        assert judgement.wrong <= given, judgement.number


def test_a_state_and_a_body_with_one_code_are_not_confused() -> None:
    holders = {predicates.post_parts(c.object)[1] for c in CLAIMS if c.predicate == "hasPosition"}
    assert {"AU", "EC"} <= holders
    assert not {"org:AU", "org:EC"} & holders


def test_no_claim_speaks_of_an_organ_that_the_lexicon_reads_as_its_body() -> None:
    lexicon = lexicon_sources().names["organisations"].rows
    codes = {row.cells["code"] for row in lexicon}
    organs = {row.cells["name"] for row in lexicon} - codes
    used = {
        value.removeprefix("org:") for claim in CLAIMS for value in (claim.object, claim.subject) if "org:" in value
    }
    assert not used & organs
    assert {code for code in used if "@" not in code} <= codes


def test_meetings_of_2026_are_announcements() -> None:
    late = {c.subject for c in CLAIMS if c.predicate == "year" and int(c.object) >= 2026}
    assert {c.modality for c in CLAIMS if c.subject in late and c.evidence.table == "editions"} == {Modality.PLANNED}  # type: ignore[union-attr]


def test_the_order_of_other_tables_does_not_matter() -> None:
    assert tables.claims(dict(reversed(list(SHIPPED.items())))) == CLAIMS
