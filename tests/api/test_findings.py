"""Findings as people and programs get them: names, evidence, remedy; JSON, SHACL reports, JUnit, annotations."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from migkg import store
from migkg.api import findings
from migkg.model import Finding, Quad, Severity, Term
from migkg.names import expand, literal, thing, word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MEETING, CITY, STATE = thing("meeting", "SACM/10"), thing("city", "quito-ec"), thing("state", "EC")
ROW, CLAIM, QUOTED = thing("row", "editions/E1"), thing("claim", "c1"), thing("claim", "c2")
ARTICLE, FORUM = thing("article", "a1"), thing("forum", "SACM")
MEMBERSHIP, BELONGS = thing("membership", "SACM/EC/member"), thing("claim", "c3")
POST, TENURE, HELD = thing("post", "director"), thing("tenure", "ana/director"), thing("claim", "c4")
TRIPLES = [
    (MEETING, expand("rdfs:label"), literal("SACM 10", lang="en")),
    (CITY, expand("rdfs:label"), literal("Quito", lang="en")),
    (word("heldIn"), expand("rdfs:label"), literal("se tient à", lang="fr")),
    (CLAIM, expand("rdf:subject"), MEETING),
    (CLAIM, expand("rdf:predicate"), word("heldIn")),
    (CLAIM, expand("rdf:object"), CITY),
    (CLAIM, word("status"), word("Accepted")),
    (CLAIM, word("field"), literal("city")),
    (CLAIM, word("cell"), literal("Quito")),
    (CLAIM, expand("prov:wasDerivedFrom"), ROW),
    (ROW, word("table"), literal("editions")),
    (ROW, word("line"), literal("12", datatype="xsd:integer")),
    (ROW, expand("dcterms:source"), expand("https://example.org/page")),
    (QUOTED, expand("rdf:subject"), MEETING),
    (QUOTED, expand("rdf:predicate"), word("year")),
    (QUOTED, word("status"), word("Disputed")),
    (QUOTED, word("quote"), literal("held in\n2010")),
    (QUOTED, expand("prov:wasDerivedFrom"), ARTICLE),
    (ARTICLE, expand("dcterms:identifier"), literal("a1")),
    (MEMBERSHIP, word("memberForum"), FORUM),
    (MEMBERSHIP, word("memberState"), STATE),
    (BELONGS, expand("rdf:subject"), FORUM),
    (BELONGS, expand("rdf:object"), STATE),
    (BELONGS, word("quote"), literal("Ecuador belongs to it")),
    (TENURE, word("tenureIn"), POST),
    (HELD, expand("rdf:object"), TENURE),
    (HELD, word("quote"), literal("Ana, the director")),
]
PLACED = Finding(
    severity=Severity.VIOLATION,
    check="HeldIn",
    focus=MEETING,
    path=word("heldIn"),
    value=CITY,
    message=(("en", "Two cities, 100% wrong."), ("es", "Dos ciudades.")),
    remedy=(("en", "Let one win."),),
    constraint="sh:MaxCountConstraintComponent",
)
LATE = Finding(
    severity=Severity.INFO, check="late", focus=MEETING, path=word("year"), message=(("fr", "Tard."),), claims=("c2",)
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[store.Store]:
    path: Path = tmp_path_factory.mktemp("found")
    quads: list[Quad] = [(*triple, Term("")) for triple in TRIPLES]
    store.build(path, quads, {})
    with store.Store.open(path) as opened:
        yield opened


def words(graph: store.Store, finding: Finding) -> list[str]:
    (shown,) = findings.show(graph, [finding], "en")
    return [where.words for where in shown.evidence]


def test_a_finding_names_the_thing_the_value_the_row_and_the_remedy(graph: store.Store) -> None:
    (shown,) = findings.show(graph, [PLACED], "en")
    assert (shown.label, shown.value, shown.message) == ("SACM 10", "Quito", "Two cities, 100% wrong.")
    assert dict(zip(findings.COLUMNS, findings.row(shown), strict=True)) == {
        "severity": "violation",
        "check": "HeldIn",
        "focus": "id:meeting/SACM/10",
        "label": "SACM 10",
        "path": shown.path,
        "value": "Quito",
        "message": "Two cities, 100% wrong.",
        "remedy": "Let one win.",
        "evidence": "data/reference/editions.csv, line 12: “city: Quito” (accepted)",
    }


def test_the_language_is_the_one_asked_for_else_english_else_any(graph: store.Store) -> None:
    placed, late = findings.show(graph, [PLACED, LATE], "es")
    assert (placed.message, placed.remedy, late.message, late.remedy) == ("Dos ciudades.", "Let one win.", "Tard.", "")


def test_evidence_is_what_the_finding_names_else_what_is_said_of_its_focus(graph: store.Store) -> None:
    assert words(graph, LATE) == ["held in\n2010"]
    (shown,) = findings.show(graph, [LATE], "en")
    assert str(shown.evidence[0]) == "a1: “held in 2010” (disputed)"
    unknown = Finding(severity=Severity.INFO, check="c", focus=MEETING, path=word("hasChair"))
    assert words(graph, unknown) == ["city: Quito", "held in\n2010"]


def test_a_value_that_nobody_states_has_no_evidence(graph: store.Store) -> None:
    number = literal("9", datatype="xsd:integer")
    gap = Finding(severity=Severity.INFO, check="c", focus=MEETING, path=word("ordinal"), value=number)
    assert words(graph, gap) == []
    other = Finding(severity=Severity.INFO, check="c", focus=MEETING, path=word("year"), value=number)
    assert words(graph, other) == ["held in\n2010"]


def test_nodes_that_no_claim_is_about_show_the_claims_that_made_them(graph: store.Store) -> None:
    found = [Finding(severity=Severity.INFO, check="c", focus=focus) for focus in (MEMBERSHIP, POST, QUOTED)]
    assert [words(graph, finding) for finding in found] == [
        ["Ecuador belongs to it"],
        ["Ana, the director"],
        ["held in\n2010"],
    ]


def test_json_keeps_all_languages_and_the_broken_constraint(graph: store.Store) -> None:
    (found,) = json.loads(findings.WRITERS["json"](findings.show(graph, [PLACED], "es")))
    assert found["message"] == "Dos ciudades."
    assert found["messages"] == dict(PLACED.message)
    assert found["constraint"] == "sh:MaxCountConstraintComponent"
    assert found["evidence"][0]["line"] == 12


def test_turtle_is_a_validation_report(graph: store.Store) -> None:
    text = findings.WRITERS["turtle"](findings.show(graph, [PLACED, LATE], "en"))
    report = rdflib.Graph().parse(data=text, format="turtle")
    (head,) = report.subjects(RDF.type, SH.ValidationReport)
    assert report.value(head, SH.conforms).toPython() is False  # type: ignore[union-attr]
    results = list(report.objects(head, SH.result))
    assert {str(report.value(r, SH.resultSeverity)).rpartition("#")[2] for r in results} == {"Violation", "Info"}
    (placed,) = report.subjects(SH.resultPath, rdflib.URIRef(word("heldIn")[1:-1]))
    assert str(report.value(placed, SH.value)) == CITY[1:-1]
    assert report.value(placed, SH.sourceConstraintComponent) == SH.MaxCountConstraintComponent
    assert {m.language for m in report.objects(placed, SH.resultMessage)} == {"en", "es"}  # type: ignore[attr-defined]


def test_nothing_found_conforms() -> None:
    report = rdflib.Graph().parse(data=findings.WRITERS["turtle"]([]), format="turtle")
    (conforms,) = report.objects(None, SH.conforms)
    assert conforms.toPython() is True  # type: ignore[attr-defined]


def test_junit_fails_what_must_be_repaired_and_skips_what_informs(graph: store.Store) -> None:
    root = ET.fromstring(findings.WRITERS["junit"](findings.show(graph, [PLACED, LATE], "en")))  # noqa: S314 - ours
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("2", "1", "1")
    failure = root.find(".//failure")
    assert failure is not None
    assert "Let one win." in (failure.text or "")
    assert "line 12" in (failure.text or "")


def test_github_annotations_point_to_the_line_of_the_table(graph: store.Store) -> None:
    placed, late = findings.WRITERS["github"](findings.show(graph, [PLACED, LATE], "en")).splitlines()
    assert placed.startswith("::error file=data/reference/editions.csv,line=12,title=HeldIn%3A SACM 10::")
    assert "100%25 wrong" in placed
    assert late.startswith("::notice title=late%3A SACM 10::Tard.")
