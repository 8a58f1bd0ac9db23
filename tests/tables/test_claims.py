"""What made-up rows claim: keys of meetings, competing variants, plans, and what is only remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tables.makers import edition, made

from migkg import tables
from migkg.model import Modality, RowEvidence

if TYPE_CHECKING:
    from migkg.model import Claim


def claims(**rows: list[dict[str, str]]) -> list[Claim]:
    cited = {name: [{"source": "https://example.org/", **row} for row in some] for name, some in rows.items()}
    return tables.claims(made(**cited))


def test_what_is_remembered_without_any_page_makes_no_claim() -> None:
    row = edition("NORTH/main/3/2010", status="recalled")
    assert tables.claims(made(editions=[row])) == []
    assert tables.claims(made(editions=[row | {"source": "https://example.org/"}]))


def about(found: list[Claim], predicate: str) -> list[tuple[str, str, bool]]:
    return [(c.subject, c.object, c.verified) for c in found if c.predicate == predicate]


@pytest.mark.parametrize(
    ("edition_id", "cells", "key"),
    [
        ("NORTH/main/3/2010", {}, "edition:NORTH/3"),
        ("NORTH/summit/3/2010", {}, "edition:NORTH/3"),
        ("NORTH/ministerial/3/2010", {}, "meeting:NORTH/ministerial/3"),
        ("NORTH/main//2010", {}, "edition:NORTH/2010"),
        ("NORTH/main/3/2010", {"recalled_fields": "ordinal"}, "edition:NORTH/2010"),
        ("NORTH/main/3/2010", {"recalled_fields": "ordinal;year"}, "edition:NORTH/x-R2"),
        ("NORTH/main/3/2010", {"status": "recalled"}, "edition:NORTH/3"),
        ("NORTH/workshop//", {}, "meeting:NORTH/workshop/x-R2"),
    ],
)
def test_the_key_of_a_meeting(edition_id: str, cells: dict[str, str], key: str) -> None:
    found = claims(editions=[edition(edition_id, city="Quito", country_iso2="EC") | cells])
    assert {claim.subject for claim in found} == {key}


def test_meetings_numbered_afresh_each_year_are_known_by_year_and_number() -> None:
    found = claims(editions=[edition(f"NORTH/main/{n}/{y}") for y in ("2012", "2013") for n in ("1", "2")])
    keys = ["edition:NORTH/2012-1", "edition:NORTH/2012-2", "edition:NORTH/2013-1", "edition:NORTH/2013-2"]
    assert sorted({claim.subject for claim in found}) == keys
    assert about(found, "ordinal") == []


def test_variants_speak_of_one_meeting_though_they_disagree_on_its_year() -> None:
    rows = [edition("NORTH/main/2/2010"), edition("NORTH/main/2/2010", variant="2", year="2011")]
    assert about(claims(editions=rows), "year") == [
        ("edition:NORTH/2", "2010", True),
        ("edition:NORTH/2", "2011", True),
    ]


def test_a_disputed_ordinal_is_no_key() -> None:
    rows = [edition("NORTH/main/2/2010"), edition("NORTH/main/2/2010", variant="2", ordinal="3")]
    found = claims(editions=rows)
    assert about(found, "ordinal") == [("edition:NORTH/2010", "2", True), ("edition:NORTH/2010", "3", True)]


def test_where_ordinal_and_year_are_disputed_the_first_ordinal_is_the_key() -> None:
    rows = [edition("NORTH/main/2/2010"), edition("NORTH/main/2/2010", variant="2", ordinal="3", year="2011")]
    assert {claim.subject for claim in claims(editions=rows)} == {"edition:NORTH/2"}


def test_a_recalled_field_is_a_claim_that_cannot_be_accepted() -> None:
    found = claims(editions=[edition("NORTH/main/2/2010", start_date="2010-05-03", recalled_fields="start_date")])
    assert about(found, "startDate") == [("edition:NORTH/2", "2010-05-03", False)]
    assert about(found, "year") == [("edition:NORTH/2", "2010", True)]


@pytest.mark.parametrize(("day", "stated"), [("2010-05-03", [("--05-03", True)]), ("2010-05", [])])
def test_a_day_without_its_year_is_all_that_a_source_shows(day: str, stated: list[tuple[str, bool]]) -> None:
    found = claims(editions=[edition("NORTH/main/2/2010", start_date=day, recalled_fields="year")])
    assert [(c.object, c.verified) for c in found if c.predicate == "startDate"] == stated
    assert [(c.object, c.verified) for c in found if c.predicate == "year"] == [("2010", False)]


def test_nothing_of_a_recalled_row_can_be_accepted() -> None:
    rows = [edition("NORTH/main/2/2010", status="recalled")]
    present = {"edition_id": "NORTH/main/2/2010", "iso2": "EC", "presence": "present"}
    found = claims(editions=rows, participation=[present])
    assert found
    assert not any(claim.verified for claim in found)


def test_the_evidence_is_the_cell_as_the_source_puts_it() -> None:
    cells = {"chair": "Ana Mora and Peru", "chair_codes": "person:Ana Mora; PE", "source": "https://example.org/a"}
    found = claims(editions=[edition("NORTH/main/2/2010", **cells, note="seen")])
    chairs = [claim for claim in found if claim.predicate == "hasChair"]
    assert [claim.object for claim in chairs] == ["person:Ana Mora", "PE"]
    assert {claim.evidence for claim in chairs} == {
        RowEvidence(
            table="editions",
            row="R2",
            line=2,
            field="chair",
            value="Ana Mora and Peru",
            source="https://example.org/a",
            note="seen",
        )
    }


def test_an_edition_states_place_theme_and_documents() -> None:
    cells = {"city": "Quito", "country_iso2": "EC", "theme_en": "Free movement", "adopted_document": "Plan; Charter"}
    found = claims(editions=[edition("NORTH/main/2/2010", **cells)])
    stated = {(claim.predicate, claim.object, claim.qualifiers) for claim in found}
    assert stated == {
        ("ordinal", "2", ()),
        ("year", "2010", ()),
        ("heldInCountry", "EC", ()),
        ("heldIn", "Quito", (("country", "EC"),)),
        ("hasTheme", "Free movement", (("lang", "en"),)),
        ("adopted", "Plan", (("lang", "en"),)),
        ("adopted", "Charter", (("lang", "en"),)),
    }


def test_an_announced_meeting_is_planned() -> None:
    found = claims(editions=[edition("NORTH/main/2/2030", modality="planned")])
    assert {claim.modality for claim in found} == {Modality.PLANNED}


@pytest.mark.parametrize(
    ("presence", "predicate", "qualifiers", "modality"),
    [
        ("present", "hasParticipant", (), Modality.STATED),
        ("present as observer", "hasParticipant", (("presence", "observer"),), Modality.STATED),
        ("present as guest", "hasParticipant", (("presence", "guest"),), Modality.STATED),
        ("signed", "hasParticipant", (("presence", "signed"),), Modality.STATED),
        ("announced", "hasParticipant", (("presence", "announced"),), Modality.PLANNED),
        ("not listed", "doesNotList", (), Modality.STATED),
        ("absent", "lacks", (), Modality.STATED),
    ],
)
def test_presence(presence: str, predicate: str, qualifiers: tuple[tuple[str, str], ...], modality: Modality) -> None:
    row = {"edition_id": "NORTH/main/2/2010", "iso2": "PE", "presence": presence}
    last = claims(editions=[edition("NORTH/main/2/2010")], participation=[row])[-1]
    assert (last.subject, last.predicate, last.object) == ("edition:NORTH/2", predicate, "PE")
    assert (last.qualifiers, last.modality) == (qualifiers, modality)


@pytest.mark.parametrize(
    ("role", "predicate", "qualifiers"),
    [
        ("member", "hasMember", (("from", "2008"),)),
        ("observer", "hasObserver", (("from", "2008"),)),
        ("participating", "hasMember", (("from", "2008"), ("role", "participating"))),
        ("suspended", "hasMember", (("from", "2008"), ("role", "suspended"))),
    ],
)
def test_membership(role: str, predicate: str, qualifiers: tuple[tuple[str, str], ...]) -> None:
    (claim,) = claims(members=[{"forum_code": "NORTH", "iso2": "PE", "role": role, "since": "2008"}])
    assert (claim.subject, claim.predicate, claim.object) == ("forum:NORTH", predicate, "PE")
    assert claim.qualifiers == qualifiers


def test_a_forum_states_its_founding_and_its_secretariat() -> None:
    forum = {"code": "NORTH", "name_en": "Northern Talks", "founded": "2001"}
    forum |= {"secretariat_org": "IOM (for now)", "secretariat_code": "IOM", "recalled_fields": "secretariat_org"}
    found = claims(forums=[forum])
    assert about(found, "established") == [("forum:NORTH", "2001", True)]
    assert about(found, "hasSecretariat") == [("forum:NORTH", "org:IOM", False)]


@pytest.mark.parametrize(
    ("cells", "value", "lang", "verified"),
    [
        ({"position_en": "Envoy", "position_es": "Enviada"}, "Envoy @ EC", "en", True),
        (
            {"position_en": "Envoy", "position_es": "Enviada", "recalled_fields": "position_en"},
            "Enviada @ EC",
            "es",
            True,
        ),
        ({"position_en": "Envoy", "recalled_fields": "position_en"}, "Envoy @ EC", "en", False),
        ({"position_en": "Envoy", "org_or_iso2": "IOM"}, "Envoy @ org:IOM", "en", True),
    ],
)
def test_a_position_is_stated_in_the_language_that_was_seen(
    cells: dict[str, str], value: str, lang: str, verified: bool
) -> None:
    (claim,) = claims(officials=[{"name": "Ana Mora", "org_or_iso2": "EC"} | cells])
    assert (claim.subject, claim.predicate, claim.object) == ("person:Ana Mora", "hasPosition", value)
    assert (claim.qualifiers, claim.verified) == ((("lang", lang),), verified)


def test_the_term_of_an_office_leaves_out_what_is_remembered() -> None:
    cells = {"from": "2009-06", "to": "2013", "recalled_fields": "to"}
    (claim,) = claims(officials=[{"name": "Ana Mora", "org_or_iso2": "EC", "position_en": "Envoy"} | cells])
    assert claim.qualifiers == (("from", "2009-06"), ("lang", "en"))


def test_a_counterclaim_competes_with_the_row() -> None:
    row = {"subject": "edition:NORTH/2", "predicate": "heldIn", "object": "Quito", "source": "https://example.org/b"}
    row |= {"modality": "planned", "contradiction": "7", "kind": "open"}
    last = claims(editions=[edition("NORTH/main/2/2010")], counterclaims=[row])[-1]
    assert (last.subject, last.predicate, last.object) == ("edition:NORTH/2", "heldIn", "Quito")
    assert (last.qualifiers, last.modality) == ((("country", "EC"),), Modality.PLANNED)
