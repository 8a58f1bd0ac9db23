"""How things, documents and topics are described, whatever is claimed of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.fuse.makers import SINGLE, row, said
from tests.mapping.makers import FORUM, MESSAGES, TEN, facts, fused, reference, short

from migkg import mapping, names, resources, store
from migkg.fuse import fuse
from migkg.model import Thing
from migkg.names import literal, shorten

if TYPE_CHECKING:
    from migkg.model import Claim


def test_things_are_described_once_as_the_tables_have_them() -> None:
    thing = Thing(
        key="city:Quito/EC",
        cls="mf:City",
        labels=(("en", "Quito"),),
        names=(("", "San Francisco de Quito"),),
        properties=(("geo:lat", literal("-0.22985", datatype="xsd:decimal")),),
    )
    found = reference(said(TEN, "heldIn", "Quito", country="EC"), things=(thing,))
    assert {(p, o) for s, p, o in found if s == "id:city/quito-ec"} == {
        ("rdf:type", "mf:City"),
        ("rdfs:label", "Quito"),
        ("skos:altLabel", "San Francisco de Quito"),
        ("geo:lat", "-0.22985"),
    }


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (said(TEN, "hasHost", "BO"), ("id:meeting/SACM/10", "rdf:type", "mf:Conference")),
        (said(TEN, "hasHost", "BO"), ("id:meeting/SACM/10", "mf:editionOf", "id:forum/SACM")),
        (said(TEN, "hasHost", "BO"), ("id:meeting/SACM/10", "rdfs:label", "South American Conference 10")),
        (said(TEN, "year", "2010"), ("id:meeting/SACM/10", "rdfs:label", "South American Conference 10 (2010)")),
        (said("edition:SACM/2010", "hasHost", "BO"), ("id:meeting/SACM/2010", "rdfs:label", "South American Conference 2010")),
        (said("edition:SACM/x", "hasHost", "BO"), ("id:meeting/SACM/x-a1", "rdfs:label", "South American Conference ?")),
        (said("meeting:SACM/workshop/3", "hasHost", "BO"), ("id:meeting/SACM/workshop/3", "rdf:type", "mf:Workshop")),
        (said("meeting:SACM/workshop/3", "hasHost", "BO"), ("id:meeting/SACM/workshop/3", "mf:meetingOf", "id:forum/SACM")),
        (
            said("meeting:SACM/workshop/3", "hasHost", "BO"),
            ("id:meeting/SACM/workshop/3", "rdfs:label", "South American Conference workshop 3"),
        ),
        (
            said("meeting:SACM/retreat/x", "hasHost", "BO"),
            ("id:meeting/SACM/retreat/x-a1", "rdfs:label", "South American Conference retreat"),
        ),
        (said("meeting:SACM/retreat/x", "hasHost", "BO"), ("id:meeting/SACM/retreat/x-a1", "rdf:type", "mf:Meeting")),
        (said("event:paris-talks", "hasHost", "FR"), ("id:event/paris-talks", "rdfs:label", "paris talks")),
        (said(TEN, "hasHost", "BO"), ("id:state/BO", "mf:isoCode", "BO")),
        (said(TEN, "hasHost", "org:IOM"), ("id:org/IOM", "mf:code", "IOM")),
        (said("edition:NEW/1", "hasHost", "BO"), ("id:forum/NEW", "mf:code", "NEW")),
        (said(TEN, "heldIn", "Quito", country="EC"), ("id:city/quito-ec", "mf:inCountry", "id:state/EC")),
        (said(TEN, "heldIn", "Quito", country="EC"), ("id:state/EC", "rdf:type", "mf:State")),
        (said(TEN, "heldIn", "Ovalle"), ("id:city/ovalle", "rdfs:label", "Ovalle")),
        (said("person:Ana Ruiz", "hasPosition", "Minister @ PE"), ("id:official/ana-ruiz", "rdfs:label", "Ana Ruiz")),
        (said("person:Ana Ruiz", "hasPosition", "Minister @ PE"), ("id:state/PE", "rdf:type", "mf:State")),
        (said(TEN, "adopted", "Lima Plan"), ("id:document/lima-plan", "rdf:type", "mf:Document")),
    ],
)  # fmt: skip
def test_what_no_table_describes_is_described_by_its_key(claim: Claim, expected: tuple[str, str, str]) -> None:
    assert expected in reference(claim)


def test_a_membership_of_the_tables_gets_a_label() -> None:
    thing = Thing(key="membership:SACM/BO/member", cls="Membership")
    assert ("id:membership/SACM/BO/member", "rdfs:label", "BO in South American Conference") in reference(
        things=(FORUM, thing)
    )


def test_a_superseded_iri_leads_to_the_new_one() -> None:
    claims = [row("edition:SACM/2", "year", "2001"), said("edition:SACM/2001", "hasHost", "CL")]
    assert ("id:meeting/SACM/2001", "dcterms:isReplacedBy", "id:meeting/SACM/2") in reference(*claims)
    assert ("id:meeting/SACM/2", "mf:hasHost", "id:state/CL") in facts(*claims)


TOPICS = (
    ("labour migration", names.thing("topic", "labour-migration")),
    ("migration", names.thing("topic", "migration")),
    ("refugees", names.thing("topic", "refugees")),
    ("refugies", names.thing("topic", "refugees")),
)


@pytest.mark.parametrize(
    ("theme", "topics"),
    [
        ("Refugees and labour migration", {"labour-migration", "refugees"}),
        ("Migration and réfugiés", {"migration", "refugees"}),
        ("Immigration", set()),
        ("Labour and migration", {"migration"}),
    ],
)
def test_a_theme_names_topics_by_whole_words_and_longest_names(theme: str, topics: set[str]) -> None:
    quads = short(mapping.fact_quads(fused(said(TEN, "hasTheme", theme)), TOPICS))
    assert {o.removeprefix("id:topic/") for _, p, o in quads if p == "mf:hasTopic"} == topics


def test_the_scheme_gives_its_names_in_every_language() -> None:
    shipped = [triple for name, text in resources.ontology_files() for triple in store.parse(text, path=name)]
    named = dict(mapping.topics(shipped))
    assert named["migration"] == named["migracion"] == names.thing("topic", "migration")
    assert named["labour migration"] == names.thing("topic", "labour-migration")


def test_a_document_has_a_label_in_each_language_and_its_other_names() -> None:
    named = [("en", "Lima Plan"), ("en", "Lima Plan"), ("en", "The Lima Plan"), ("es", "Plan Lima")]
    claims = [said(TEN, "adopted", name, by=f"a{n}", lang=lang) for n, (lang, name) in enumerate(named)]
    fusion = fuse(claims, single_valued=SINGLE, same=[("document:Lima Plan", f"document:{n}") for _, n in named[2:]])
    document = names.entity("document:Lima Plan")
    found = {
        (shorten(p), o)
        for s, p, o, _ in mapping.reference_quads([], claims, fusion, MESSAGES)
        if s == document and "abel" in p
    }
    assert found == {
        ("rdfs:label", '"Lima Plan"@en'),
        ("rdfs:label", '"Plan Lima"@es'),
        ("skos:altLabel", '"The Lima Plan"@en'),
    }
