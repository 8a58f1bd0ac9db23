"""Things that the lexicons name but no table describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import shipped

from migkg import names, tables

if TYPE_CHECKING:
    from migkg.model import Thing

LEXICONS = shipped.sources().names


def one(key: str) -> Thing:
    (thing,) = tables.named(LEXICONS, {key})
    return thing


def test_a_state_has_its_codes_and_its_names_but_no_demonyms() -> None:
    bolivia = one("BO")
    assert bolivia.cls == "State"
    assert {("en", "Bolivia"), ("fr", "Bolivie"), ("es", "Bolivia")} <= set(bolivia.labels)
    assert dict(bolivia.properties)["mf:m49Code"] == names.literal("068")
    assert "Bolivian" not in {text for _, text in bolivia.names}


def test_a_city_lies_in_its_country() -> None:
    quito = one("city:Quito/EC")
    properties = dict(quito.properties)
    assert quito.cls == "City"
    assert properties["mf:inCountry"] == names.entity("EC")
    assert properties["skos:exactMatch"].startswith("<https://sws.geonames.org/")
    assert float(names.text_of(properties["geo:lat"])) < 1


def test_bodies_and_forums_have_a_code() -> None:
    assert dict(one("org:UNICEF").properties) == {"mf:code": names.literal("UNICEF")}
    assert one("forum:SACM").cls == "Forum"


def test_what_nobody_names_is_labelled_by_its_key() -> None:
    assert one("org:NOBODY-KNOWS").labels == (("", "NOBODY-KNOWS"),)
    assert one("city:Nowhere/EC").labels == (("", "Nowhere"),)
    assert dict(one("city:Nowhere/EC").properties) == {"mf:inCountry": names.entity("EC")}
