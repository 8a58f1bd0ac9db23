"""What the tables describe: names, properties that a source shows, nothing that is only remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tables.makers import made

from migkg import tables
from migkg.tables.describe import decimal

if TYPE_CHECKING:
    from migkg.model import Thing


def things(**rows: list[dict[str, str]]) -> dict[str, Thing]:
    return {thing.key: thing for thing in tables.things(made(**rows))}


def test_a_forum() -> None:
    row = {"code": "NORTH", "name_en": "Northern Talks", "name_fr": "Entretiens du Nord", "acronyms": "NT;EN"}
    row |= {"scope": "regional", "website": "https://example.org", "other_names": "Talks"}
    disputed = {"code": "NORTH", "name_en": "Northern Talks", "founded": "2001", "status": "disputed"}
    thing = things(forums=[row, disputed])["forum:NORTH"]
    assert thing.cls == "Forum"
    assert thing.labels == (("en", "Northern Talks"), ("fr", "Entretiens du Nord"))
    assert thing.names == (("", "NT"), ("", "EN"), ("", "Talks"))
    assert thing.properties == (
        ("mf:code", '"NORTH"'),
        ("foaf:homepage", "<https://example.org>"),
        ("mf:scope", "<https://w3id.org/migkg/ontology#RegionalProcess>"),
    )


def test_a_forum_of_which_only_some_members_are_listed_says_so() -> None:
    row = {"code": "NORTH", "name_en": "Northern Talks"}
    some = '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    said = {
        told: things(forums=[row | {"members_listed": told}])["forum:NORTH"].properties[1:] for told in ("", "some")
    }
    assert said == {"": (), "some": (("mf:listsSomeMembers", some),)}


def test_what_is_remembered_is_no_property() -> None:
    row = {"code": "NORTH", "name_en": "Northern Talks", "scope": "regional", "website": "https://example.org"}
    known = things(forums=[row | {"recalled_fields": "scope;website;name_en"}])["forum:NORTH"]
    assert known.properties == (("mf:code", '"NORTH"'),)
    assert known.labels == (("en", "Northern Talks"),)
    assert "forum:NORTH" not in things(forums=[row | {"status": "recalled"}])


@pytest.mark.parametrize(("match", "curie"), [("exact", "skos:exactMatch"), ("close", "skos:closeMatch")])
def test_a_city(match: str, curie: str) -> None:
    row = {"name_en": "Quito", "name_es": "Quito", "country_iso2": "EC", "geonames_id": "3652462", "match": match}
    row |= {"lat": "-0.2300", "lon": "-78.52495", "wikidata_id": "Q2900"}
    thing = things(places=[row])["city:Quito/EC"]
    assert (thing.cls, thing.labels) == ("City", (("en", "Quito"), ("es", "Quito")))
    assert thing.properties == (
        ("mf:inCountry", "<https://w3id.org/migkg/id/state/EC>"),
        (curie, "<https://sws.geonames.org/3652462/>"),
        ("skos:exactMatch", "<http://www.wikidata.org/entity/Q2900>"),
        ("geo:lat", '"-0.23"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("geo:long", '"-78.52495"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
    )


@pytest.mark.parametrize(
    ("text", "canonical"),
    [("5", "5.0"), ("-17.3900", "-17.39"), ("007.5", "7.5"), ("-0.0", "0.0"), ("0.25", "0.25"), ("-0.25", "-0.25")],
)
def test_decimals_are_canonical(text: str, canonical: str) -> None:
    assert decimal(text) == canonical


def test_an_organisation_is_part_of_its_parent_if_a_source_shows_it() -> None:
    whole = {"code": "UN", "name_en": "United Nations"}
    part = {"code": "IOM", "name_en": "Migration", "parent": "UN", "variants": "OIM;UN Migration"}
    assert things(organisations=[whole, part])["org:IOM"].properties == (
        ("mf:code", '"IOM"'),
        ("mf:partOf", "<https://w3id.org/migkg/id/org/UN>"),
    )
    remembered = things(organisations=[whole, part | {"recalled_fields": "parent"}])["org:IOM"]
    assert remembered.properties == (("mf:code", '"IOM"'),)
    assert remembered.names == (("", "OIM"), ("", "UN Migration"))


def test_an_official_is_one_thing_with_all_spellings() -> None:
    one = {"name": "Ana Mora", "position_en": "Envoy", "org_or_iso2": "EC", "variants": "A. Mora"}
    other = one | {"position_en": "Minister", "variants": "Ana María Mora;A. Mora"}
    thing = things(officials=[one, other])["person:Ana Mora"]
    assert (thing.cls, thing.labels) == ("Official", (("", "Ana Mora"),))
    assert thing.names == (("", "A. Mora"), ("", "Ana María Mora"))


def test_a_membership_joins_the_rows_of_one_role() -> None:
    row = {"forum_code": "NORTH", "iso2": "EC", "role": "observer", "source": "https://example.org/a"}
    rows = [
        row,
        row | {"since": "2008-05", "source": "https://example.org/b"},
        row | {"iso2": "PE", "status": "disputed"},
    ]
    found = things(members=rows)
    thing = found["membership:NORTH/EC/observer"]
    assert thing.cls == "Membership"
    assert thing.properties == (
        ("mf:memberForum", "<https://w3id.org/migkg/id/forum/NORTH>"),
        ("mf:memberState", "<https://w3id.org/migkg/id/state/EC>"),
        ("mf:role", "<https://w3id.org/migkg/ontology#ObserverRole>"),
        ("mf:from", '"2008-05"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
        ("prov:wasDerivedFrom", "<https://w3id.org/migkg/id/row/members/R2>"),
        ("prov:wasDerivedFrom", "<https://w3id.org/migkg/id/row/members/R3>"),
    )
    assert "membership:NORTH/PE/observer" not in found
