"""What stands in which graph, and how things, facts and findings look there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.fuse.makers import SINGLE, row, said

from migkg import mapping, names, resources, store
from migkg.fuse import fuse
from migkg.mapping.told import succession
from migkg.model import Article, Fact, Finding, Severity, Thing
from migkg.names import PREFIXES, expand, graph, literal, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.fused import Fusion
    from migkg.model import Claim, Quad

TEN = "edition:SACM/10"
ARTICLE = Article(
    id="a1",
    lang="en",
    title="A title",
    published="2010-10-25",
    url="https://example.org/a1",
    text="secret",
    sha256="ab",
)
MESSAGES = {
    "en": {
        "labels": {
            "edition": "{forum} {ordinal}",
            "edition_year": "{forum} {year}",
            "edition_numbered_year": "{forum} {ordinal} ({year})",
            "edition_unknown": "{forum} ?",
            "meeting": "{forum} {kind} {number}",
            "meeting_unknown": "{forum} {kind}",
            "membership": "{member} in {forum}",
        },
        "kinds": {"workshop": "workshop"},
    }
}
FORUM = Thing(key="forum:SACM", cls="Forum", labels=(("en", "South American Conference"), ("fr", "Conférence")))


def fused(*claims: Claim) -> Fusion:
    return fuse(claims, single_valued=SINGLE)


def short(quads: Iterable[Quad]) -> set[tuple[str, str, str]]:
    return {(shorten(s), shorten(p), shorten(o)) for s, p, o, _ in quads}


def facts(*claims: Claim) -> set[tuple[str, str, str]]:
    return short(mapping.fact_quads(fused(*claims)))


def reference(*claims: Claim, things: tuple[Thing, ...] = (FORUM,)) -> set[tuple[str, str, str]]:
    return short(mapping.reference_quads(things, claims, fused(*claims), MESSAGES))


@pytest.mark.parametrize(
    ("predicate", "value", "term"),
    [
        ("ordinal", "10", '"10"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("year", "2010", '"2010"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("startDate", "2010-10-25", '"2010-10-25"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("startDate", "2010-10", '"2010-10"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
        ("startDate", "2010", '"2010"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("startDate", "--10-25", '"--10-25"^^<http://www.w3.org/2001/XMLSchema#gMonthDay>'),
        ("heldInCountry", "BO", "<https://w3id.org/migkg/id/state/BO>"),
        ("hasHost", "org:IOM", "<https://w3id.org/migkg/id/org/IOM>"),
        ("hasSpeaker", "person:Ana Ruíz", "<https://w3id.org/migkg/id/official/ana-ruiz>"),
        ("adopted", "Lima Plan", "<https://w3id.org/migkg/id/document/lima-plan>"),
        ("hasTheme", "rights", '"rights"'),
    ],
)
def test_a_fact_is_a_direct_triple(predicate: str, value: str, term: str) -> None:
    quads = mapping.fact_quads(fused(said(TEN, predicate, value)))
    direct = [o for s, p, o, g in quads if p.endswith(f"#{predicate}>") and s.endswith("meeting/SACM/10>")]
    assert direct == [term]
    assert {g for *_, g in quads} == {graph("facts")}


def test_a_theme_has_its_language_and_a_city_its_country() -> None:
    theme = row(TEN, "hasTheme", "derechos", qualifiers=(("lang", "es"),))
    assert '"derechos"@es' in {o for _, _, o, _ in mapping.fact_quads(fused(theme))}
    assert ("id:meeting/SACM/10", "mf:heldIn", "id:city/quito-ec") in facts(said(TEN, "heldIn", "Quito", country="EC"))


@pytest.mark.parametrize(
    ("value", "limits"),
    [
        ("2010-10-25", {"2010-10-25"}),
        ("2010-02", {"2010-02-01", "2010-02-28"}),
        ("2010", {"2010-01-01", "2010-12-31"}),
        ("--11-08", set()),
    ],
)
def test_dates_get_their_limits(value: str, limits: set[str]) -> None:
    found = facts(said(TEN, "startDate", value))
    assert {o for _, p, o in found if p in {"mf:earliestStart", "mf:latestStart"}} == limits


def test_a_day_without_year_takes_the_accepted_year() -> None:
    found = facts(said(TEN, "endDate", "--11-08"), said(TEN, "year", "2010"))
    assert {(p, o) for _, p, o in found if "End" in p} == {
        ("mf:earliestEnd", "2010-11-08"),
        ("mf:latestEnd", "2010-11-08"),
    }


def test_a_position_is_a_tenure_in_a_post() -> None:
    claim = said("person:Ana Ruiz", "hasPosition", "Director @ org:AU")
    tenure, post = "id:tenure/ana-ruiz/director-org-au", "id:post/director-org-au"
    found = facts(claim)
    assert found >= {
        ("id:official/ana-ruiz", "mf:hasTenure", tenure),
        (tenure, "mf:tenureOf", "id:official/ana-ruiz"),
        (tenure, "mf:tenureIn", post),
        (post, "mf:postIn", "id:org/AU"),
        (post, "rdfs:label", "Director"),
    }
    own = short(mapping.article_quads(ARTICLE, [claim], fused(claim)))
    assert {(p, o) for s, p, o in own if s == f"id:claim/{claim.id}"} >= {
        ("rdf:predicate", "mf:hasTenure"),
        ("rdf:object", tenure),
        ("mf:statedPredicate", "hasPosition"),
    }
    assert "id:post/director-au" in {s for s, _, _ in facts(said("person:Ana Ruiz", "hasPosition", "Director @ AU"))}


def tenures(*intervals: tuple[tuple[str, str], ...]) -> set[str]:
    claims = [
        row("person:Ana Ruiz", "hasPosition", "Director @ PE", by=f"P{n}", qualifiers=qualifiers)
        for n, qualifiers in enumerate(intervals, 1)
    ]
    return {o for _, p, o in facts(*claims) if p == "mf:hasTenure"}


def test_one_interval_is_one_tenure_and_two_are_two() -> None:
    base = "id:tenure/ana-ruiz/director-pe"
    assert tenures(()) == {base}
    assert tenures((), (("from", "2009"),)) == {base}
    assert tenures((("from", "2009"),), (("from", "2015"), ("until", "2017"))) == {
        f"{base}/from-2009",
        f"{base}/from-2015-until-2017",
    }


def test_memberships_have_role_and_begin() -> None:
    found = facts(
        row("forum:SACM", "hasMember", "BO", qualifiers=(("from", "2000"),)),
        row("forum:SACM", "hasMember", "PE", by="E2", qualifiers=(("role", "suspended"),)),
        row("forum:SACM", "hasObserver", "MX", by="E3"),
        row("forum:SACM", "hasObserver", "org:IOM", by="E4"),
    )
    assert found >= {
        ("id:membership/SACM/BO/member", "mf:role", "mf:MemberRole"),
        ("id:membership/SACM/BO/member", "mf:from", "2000"),
        ("id:membership/SACM/PE/suspended", "mf:role", "mf:SuspendedRole"),
        ("id:membership/SACM/MX/observer", "mf:memberState", "id:state/MX"),
        ("id:membership/SACM/org-IOM/observer", "mf:memberState", "id:org/IOM"),
    }


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


def test_an_article_is_described_without_its_text() -> None:
    claim = said(TEN, "heldIn", "Quito")
    quads = mapping.article_quads(ARTICLE, [claim, said(TEN, "heldIn", "Lima", by="a2")], fused(claim))
    assert {g for *_, g in quads} == {graph("article/a1")}
    assert "secret" not in repr(quads)
    found = short(quads)
    assert found >= {
        ("id:article/a1", "dcterms:issued", "2010-10-25"),
        ("id:article/a1", "dcterms:source", "https://example.org/a1"),
        (f"id:claim/{claim.id}", "prov:wasDerivedFrom", "id:article/a1"),
        (f"id:claim/{claim.id}/position", "oa:end", str(claim.evidence.span.end)),  # type: ignore[union-attr]
        (f"id:claim/{claim.id}/quote", "oa:exact", "heldIn Quito"),
    }


def test_a_claim_by_a_language_model_is_attributed_to_it() -> None:
    ruled, first, second = said(TEN, "heldIn", "Quito"), said(TEN, "year", "2010"), said(TEN, "ordinal", "10")
    proposed = [
        replace(claim, evidence=replace(claim.evidence, rule="model:maker/little-1@b:x"))  # type: ignore[arg-type]
        for claim in (first, second)
    ]
    found = short(mapping.article_quads(ARTICLE, [ruled, *proposed], fused(ruled, *proposed)))
    agent = "id:model/maker/little-1%40b:x"
    assert {triple for triple in found if agent in triple} == {
        *((f"id:claim/{claim.id}", "prov:wasAttributedTo", agent) for claim in proposed),
        (agent, "rdf:type", "prov:SoftwareAgent"),
        (agent, "rdfs:label", "maker/little-1@b:x"),
    }
    assert not [
        triple for triple in short(mapping.article_quads(ARTICLE, [ruled], fused(ruled))) if "/model/" in triple[2]
    ]


def test_all_words_that_describe_an_article_and_its_claims_are_declared() -> None:
    claim = said(TEN, "heldIn", "Quito")
    proposed = replace(claim, evidence=replace(claim.evidence, rule="model:little-1"))  # type: ignore[arg-type]
    quads = mapping.article_quads(ARTICLE, [claim, proposed], fused(claim, proposed))
    used = {p for _, p, _, _ in quads} | {o for _, p, o, _ in quads if p == expand("rdf:type")}
    assert expand("prov:SoftwareAgent") in used
    ontology = [triple for name, text in resources.ontology_files() for triple in store.parse(text, path=name)]
    declared = {s for s, p, _ in ontology if p == expand("rdf:type")}
    assert {term for term in used - declared if not term.startswith(f"<{PREFIXES['rdf']}")} == {expand("rdfs:label")}


def test_disputed_values_live_in_claims_only() -> None:
    claims = [row(TEN, "heldIn", "Quito"), said(TEN, "heldIn", "Lima")]
    assert {o for _, p, o in facts(*claims) if p == "mf:heldIn"} == {"id:city/quito"}
    found = short(mapping.article_quads(ARTICLE, claims, fused(*claims)))
    me = f"id:claim/{claims[1].id}"
    assert found >= {
        (me, "mf:status", "mf:Disputed"),
        (me, "rdf:object", "id:city/lima"),
        (me, "mf:reason", "outvoted"),
    }


def test_a_claim_that_means_nothing_keeps_its_words() -> None:
    claims = [said(TEN, "heldIn", "BO"), said(TEN, "sings", "x", at=9)]
    found = short(mapping.article_quads(ARTICLE, claims, fused(*claims)))
    assert found >= {
        (f"id:claim/{claims[0].id}", "rdf:object", "BO"),
        (f"id:claim/{claims[0].id}", "mf:reason", "range"),
        (f"id:claim/{claims[1].id}", "mf:status", "mf:Rejected"),
    }


def test_findings_stand_apart_from_the_default_graph() -> None:
    claims = [row(TEN, "year", "2010"), said(TEN, "year", "2011")]
    fusion = fused(*claims)
    quads = mapping.quads((FORUM,), [ARTICLE], claims, fusion, MESSAGES)
    (finding,) = fusion.findings
    me = f"id:finding/{mapping.finding_id(finding)}"
    found = {t for t in short(quads) if t[0] == me}
    assert found >= {
        (me, "mf:severity", "mf:Warning"),
        (me, "mf:focus", "id:meeting/SACM/10"),
        (me, "mf:path", "mf:year"),
        (me, "mf:value", "2011"),
        *((me, "mf:onClaim", f"id:claim/{c.id}") for c in claims),
    }
    default = mapping.default_quads(quads)
    assert {g for *_, g in default} == {""}
    assert len(default) == len({q[:3] for q in quads if q[3] != graph("findings")})
    assert me not in {s for s, _, _ in short(default)}


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ("<https://example.org/x>", "<https://example.org/x>"),
        ("https://example.org/x", "<https://example.org/x>"),
        ('"Quito"@es', '"Quito"@es'),
        ("city:Quito/EC", "<https://w3id.org/migkg/id/city/quito-ec>"),
        ('a "word"', '"a \\"word\\""'),
    ],
)
def test_a_finding_shows_terms_keys_and_text(value: str, term: str) -> None:
    finding = Finding(
        severity=Severity.INFO, check="x", focus="forum:SACM", path="sh:path", value=value, message=(("en", "m"),),
        remedy=(("en", "r"),),
    )  # fmt: skip
    found = {str(p): o for _, p, o, _ in mapping.finding_quads([finding])}
    assert found["<https://w3id.org/migkg/ontology#value>"] == term
    assert found["<https://w3id.org/migkg/ontology#path>"] == '"sh:path"'


def test_in_graph_sorts_and_repeats_nothing() -> None:
    one, two = (literal("b"),) * 3, (literal("a"),) * 3
    assert [q[0] for q in mapping.in_graph(mapping.INFERRED, [one, two, one])] == ['"a"', '"b"']


def test_a_post_may_be_in_a_forum() -> None:
    found = facts(said("person:Ana Ruiz", "hasPosition", "Secretary @ forum:SACM"))
    assert ("id:post/secretary-forum-sacm", "mf:postIn", "id:forum/SACM") in found


def test_an_edition_is_followed_by_the_one_with_the_next_number() -> None:
    found = facts(
        *(said(f"edition:SACM/{n}", "ordinal", str(n)) for n in (1, 2, 4)), said("edition:RCM/3", "ordinal", "3")
    )
    assert {(s, o) for s, p, o in found if p == "mf:nextEdition"} == {("id:meeting/SACM/1", "id:meeting/SACM/2")}


def test_two_editions_with_one_number_follow_nothing() -> None:
    numbered = (("edition:SACM/1", "1"), ("edition:SACM/2", "2"), ("edition:SACM/2001", "2"), ("edition:SACM/3", "3"))
    known = [Fact(subject=subject, predicate="ordinal", object=number, claims=("c",)) for subject, number in numbered]
    assert list(succession(known)) == []
    assert len(list(succession(known[:2]))) == 1


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
