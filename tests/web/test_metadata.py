"""The files of a release and their description."""

from __future__ import annotations

import csv
import hashlib
import io
from typing import TYPE_CHECKING

import pytest
import rdflib
from rdflib import RDF, Namespace
from rdflib.compare import isomorphic

from migkg import names, query, resources
from migkg.web import dumps, graphs, metadata

if TYPE_CHECKING:
    from pathlib import Path

    from migkg.web.library import Library

BASE = "https://site.example/migkg/"
VOID = Namespace("http://rdfs.org/ns/void#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
SH = Namespace("http://www.w3.org/ns/shacl#")
PROFILES = ("shapes.ttl", "range.ttl", "mdr-vocabularies.shape.ttl", "deprecateduris.ttl")


@pytest.fixture(scope="module")
def contents(library: Library) -> dict[str, bytes]:
    return {dump.name: b"".join(dump.write(library)) for dump in dumps.dumps()}


@pytest.fixture(scope="module")
def described(library: Library, contents: dict[str, bytes]) -> rdflib.Graph:
    offers = [
        metadata.Offer(dump=dump, size=len(contents[dump.name]), sha256=hashlib.sha256(contents[dump.name]).hexdigest())
        for dump in dumps.dumps()
    ]
    return rdflib.Graph().parse(data=graphs.write(metadata.triples(library, BASE, offers), "ntriples"), format="nt")


def test_the_description_passes_the_shapes_of_dcat_ap(top: Path, described: rdflib.Graph) -> None:
    import pyshacl

    folder = top.parent / "shared" / "suites" / "dcat-ap-3.0.1"
    for name in PROFILES:
        if not (folder / name).is_file():
            continue
        shapes = rdflib.Graph().parse(folder / name)
        shapes.remove((None, rdflib.OWL.imports, None))
        # a warning tells who publishes outside of the European Union that this is so
        conforms, _, text = pyshacl.validate(described, shacl_graph=shapes, allow_warnings=True)
        assert conforms, text


def test_the_statistics_are_those_of_the_graph(library: Library, described: rdflib.Graph) -> None:
    dataset = rdflib.URIRef(f"{BASE}dataset")
    triples = set(library.store.triples())
    assert int(str(described.value(dataset, VOID.triples))) == len(triples)
    assert int(str(described.value(dataset, VOID.distinctSubjects))) == len({s for s, _, _ in triples})
    parts = {str(described.value(part, VOID["class"])): int(str(described.value(part, VOID.entities)))
             for part in described.objects(dataset, VOID.classPartition)}  # fmt: skip
    assert parts[f"{names.MF}Forum"] == 2
    assert parts[f"{names.MF}Claim"] == 3
    links = [described.value(subset, VOID.objectsTarget) for subset in described.objects(dataset, VOID.subset)]
    target = rdflib.URIRef(f"{BASE}dataset#target/http/publications.europa.eu")
    assert target in links
    assert described.value(target, VOID.uriSpace) == rdflib.Literal("http://publications.europa.eu/")
    assert not [term for triple in described for term in triple if isinstance(term, rdflib.BNode)]


def test_the_dataset_names_the_languages_of_its_texts(described: rdflib.Graph) -> None:
    def spoken(kind: str) -> set[str]:
        (node,) = described.subjects(RDF.type, DCAT[kind])
        return {str(lang).rpartition("/")[2] for lang in described.objects(node, rdflib.DCTERMS.language)}

    assert spoken("Catalog") == {"ENG", "FRA", "SPA"}
    assert spoken("Dataset") == {"ENG", "FRA", "SPA", "POR"}


def test_every_file_is_described_with_its_sum(described: rdflib.Graph, contents: dict[str, bytes]) -> None:
    spdx = Namespace("http://spdx.org/rdf/terms#")
    for name, content in contents.items():
        node = rdflib.URIRef(f"{BASE}dataset#{name}")
        assert described.value(node, DCAT.downloadURL) == rdflib.URIRef(f"{BASE}download/{name}")
        assert int(str(described.value(node, DCAT.byteSize))) == len(content)
        checksum = described.value(described.value(node, spdx.checksum), spdx.checksumValue)
        assert checksum is not None
        assert str(checksum).lower() == hashlib.sha256(content).hexdigest()


def test_the_edition_of_facts_has_no_evidence(contents: dict[str, bytes]) -> None:
    text = contents["migkg-facts.nt"].decode()
    assert "forum/TIDE" in text
    assert "/claim/" not in text
    assert "/row/" not in text
    assert "participatesIn" not in text
    assert "/claim/bb01/quote" in contents["migkg.nt"].decode()


@pytest.mark.parametrize("stem", ["migkg-facts", "migkg", "ontology"])
def test_the_same_graph_in_every_format(contents: dict[str, bytes], stem: str) -> None:
    wanted = rdflib.Graph().parse(data=contents[f"{stem}.nt"], format="nt")
    read = rdflib.Graph().parse(data=contents[f"{stem}.ttl"], format="turtle")
    assert len(wanted) > 100 or stem == "migkg-facts"
    assert isomorphic(wanted, read)


def test_tables_have_headers_and_rows(contents: dict[str, bytes]) -> None:
    for name, _ in resources.table_queries():
        rows = list(csv.reader(io.StringIO(contents[f"{name}.csv"].decode(), newline="")))
        assert all(len(row) == len(rows[0]) for row in rows), name
    meetings = list(csv.DictReader(io.StringIO(contents["meetings.csv"].decode(), newline="")))
    assert [row["ordinal"] for row in meetings] == ["1", "10", "2"]
    assert meetings[0]["city_name"] == "Port Lune"
    assert len(contents["claims.csv"].decode().splitlines()) == 4


def test_the_canned_queries_are_shared_as_executables(contents: dict[str, bytes]) -> None:
    graph = rdflib.Graph().parse(data=contents["queries.ttl"], format="turtle")
    texts = dict(resources.canned_queries())
    found = {str(node).rpartition("/")[2]: str(text) for node, text in graph.subject_objects(SH.select)}
    assert found.keys() <= texts.keys()
    assert len(set(graph.subjects(RDF.type, SH.SPARQLExecutable))) == len(texts)
    assert found["repeat-hosts"] == texts["repeat-hosts"] == query.parse("repeat-hosts", found["repeat-hosts"]).text
