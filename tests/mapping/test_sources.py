"""How articles, their claims and findings look, each in its graph."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fuse.makers import row, said
from tests.mapping.makers import ARTICLE, FORUM, MESSAGES, TEN, facts, fused, short

from migkg import mapping, resources, store
from migkg.model import Finding, Severity
from migkg.names import PREFIXES, expand, graph, literal


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
