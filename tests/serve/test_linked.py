"""Linked data: every identifier leads somewhere, by what a client accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import rdflib

from migkg import names

if TYPE_CHECKING:
    from starlette.testclient import TestClient

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
PARSERS = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdf": "xml"}


@pytest.mark.parametrize(
    ("accept", "location"),
    [
        (BROWSER, "/page/meeting/TIDE/1"),
        ("text/turtle", "/data/meeting/TIDE/1.ttl"),
        ("application/ld+json", "/data/meeting/TIDE/1.jsonld"),
        ("application/n-triples", "/data/meeting/TIDE/1.nt"),
        ("application/rdf+xml", "/data/meeting/TIDE/1.rdf"),
        ("text/html;q=0.4, application/rdf+xml;q=0.5", "/data/meeting/TIDE/1.rdf"),
        ("text/turtle;q=0.4, text/html", "/page/meeting/TIDE/1"),
        ("*/*", "/data/meeting/TIDE/1.ttl"),
    ],
)
def test_an_identifier_answers_see_other(client: TestClient, accept: str, location: str) -> None:
    response = client.get("/id/meeting/TIDE/1", headers={"Accept": accept})
    assert (response.status_code, response.headers["location"]) == (303, location)
    assert "Accept" in response.headers["vary"]
    assert client.get(location, headers={"Accept": accept}).status_code == 200


@pytest.mark.parametrize("ending", PARSERS)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_data_by_ending(client: TestClient, ending: str) -> None:
    response = client.get(f"/data/meeting/TIDE/1.{ending}")
    graph = rdflib.Graph().parse(data=response.text, format=PARSERS[ending])
    thing = rdflib.URIRef(names.ID + "meeting/TIDE/1")
    assert (thing, rdflib.URIRef(names.MF + "editionOf"), rdflib.URIRef(names.ID + "forum/TIDE")) in graph
    quote = rdflib.URIRef(names.ID + "claim/bb01/quote")
    assert list(graph.predicate_objects(quote)), "the words of the claims belong to it"
    assert f'<{names.ID}meeting/TIDE/1>; rel="describes"' in response.headers["link"]


def test_data_by_accept(client: TestClient) -> None:
    response = client.get("/data/meeting/TIDE/1", headers={"Accept": "application/n-triples"})
    assert response.headers["content-location"] == "/data/meeting/TIDE/1.nt"
    assert client.get("/data/meeting/TIDE/1", headers={"Accept": "text/html"}).status_code == 406
    assert client.get("/id/meeting/TIDE/1", headers={"Accept": "image/png"}).status_code == 406


def test_an_ending_on_an_identifier_is_a_wish(client: TestClient) -> None:
    response = client.get("/id/meeting/TIDE/1.jsonld", headers={"Accept": BROWSER})
    assert response.headers["location"] == "/data/meeting/TIDE/1.jsonld"
    assert client.get("/id/meeting/TIDE/1.html").headers["location"] == "/page/meeting/TIDE/1"


def test_every_identifier_of_the_graph_dereferences(client: TestClient) -> None:
    text = client.get("/graph/reference", headers={"Accept": "application/n-triples"}).text
    found = {str(s) for s in rdflib.Graph().parse(data=text, format="nt").subjects()} | {names.ID + "claim/bb01/quote"}
    assert len(found) > 15
    for address in found:
        path = "/id/" + address.removeprefix(names.ID)
        for accept in ("text/turtle", BROWSER):
            response = client.get(path, headers={"Accept": accept}, follow_redirects=True)
            assert response.status_code == 200, (address, accept)


def test_merged_missing_and_ambiguous_identifiers(client: TestClient) -> None:
    for start in ("id", "data", "page"):
        moved = client.get(f"/{start}/meeting/TIDE/2001")
        assert (moved.status_code, moved.headers["location"]) == (301, f"/{start}/meeting/TIDE/1")
        assert client.get(f"/{start}/meeting/TIDE/77").status_code == 404
    assert client.get("/data/meeting/TIDE/2001.nt").headers["location"] == "/data/meeting/TIDE/1.nt"
    assert client.get("/page/meeting/TIDE/2001.fr.html").headers["location"] == "/page/meeting/TIDE/1.fr.html"
    several = client.get("/page/document/declaration.en.html")
    assert several.text.count("declaration-") >= 2
    near = client.get("/page/meeting/TIDE/22", headers={"Accept": BROWSER})
    assert (near.status_code, "Tidewater Dialogue 2 (2002)" in near.text) == (404, True)


def test_names_that_are_no_ascii(client: TestClient) -> None:
    for path in ("/id/official/ana-%C3%B1", "/id/official/ana-ñ"):
        response = client.get(path, headers={"Accept": BROWSER})
        assert response.headers["location"] == "/page/official/ana-%C3%B1"
    assert "Ana Ñ" in client.get("/page/official/ana-%C3%B1.fr.html").text


def test_selectors_are_described_with_their_claim(client: TestClient) -> None:
    response = client.get("/id/claim/bb01/quote", headers={"Accept": "text/turtle"})
    assert response.headers["location"] == "/data/claim/bb01.ttl"
    assert "/quote" in client.get("/data/claim/bb01.nt").text


def test_the_ontology(client: TestClient) -> None:
    for path in ("/ontology", "/ontology/core", "/ontology/0.1.0"):
        response = client.get(path, headers={"Accept": "text/turtle"})
        assert (response.status_code, response.headers["location"]) == (303, "/ontology.ttl")
    graph = rdflib.Graph().parse(data=client.get("/ontology.ttl").text, format="turtle")
    assert (rdflib.URIRef(names.MF + "Forum"), rdflib.RDF.type, rdflib.OWL.Class) in graph
    page = client.get("/ontology", headers={"Accept": BROWSER}, follow_redirects=True)
    assert 'id="Forum"' in page.text
    assert client.get("/ontology.exe").status_code == 404
    assert 'lang="fr"' in client.get("/ontology.fr.html").text


def test_the_description_of_the_dataset(client: TestClient) -> None:
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    for path in ("/.well-known/void", "/dataset", "/catalog"):
        graph = rdflib.Graph().parse(data=client.get(path, headers={"Accept": "text/turtle"}).text, format="turtle")
        assert graph.value(rdflib.URIRef("http://testserver/dataset"), void.triples)
    assert client.get("/metadata.jsonld").headers["content-type"] == "application/ld+json"
    assert client.get("/metadata.exe").status_code == 404
    tag = client.get("/dataset").headers["etag"]
    assert client.get("/dataset", headers={"If-None-Match": tag}).status_code == 304
    for path in ("/dataset", "/catalog"):
        page = client.get(path, headers={"Accept": BROWSER})
        assert (page.status_code, page.headers["location"]) == (303, "/downloads")
        assert "Accept" in page.headers["vary"]
        assert client.get(path, headers={"Accept": BROWSER}, follow_redirects=True).status_code == 200


def test_a_named_graph_leads_people_to_a_page(client: TestClient) -> None:
    for graph, place in (("article/en-wild", "/page/article/en-wild"), ("facts", "/downloads")):
        page = client.get(f"/graph/{graph}", headers={"Accept": BROWSER})
        assert (page.status_code, page.headers["location"]) == (303, place)
        assert client.get(place, headers={"Accept": BROWSER}).status_code == 200
        data = client.get(f"/graph/{graph}", headers={"Accept": "text/turtle;q=0.9, text/html;q=0.1"})
        assert (data.status_code, data.headers["content-type"]) == (200, "text/turtle; charset=utf-8")
    assert client.get("/graph/none", headers={"Accept": BROWSER}).status_code == 404


def test_the_graph_store_protocol_reads(client: TestClient) -> None:
    facts = {"graph": names.GRAPH + "facts"}
    text = client.get("/graph-store", params=facts, headers={"Accept": "application/n-triples"}).text
    assert "heldIn" in text
    whole = client.get("/graph-store?default", headers={"Accept": "application/n-triples"}).text
    assert set(text.splitlines()) < set(whole.splitlines())
    assert client.head("/graph-store", params=facts).status_code == 200
    assert client.get("/graph-store", params={"graph": "https://elsewhere.example/"}).status_code == 404
    assert client.get("/graph-store").status_code == 400
    assert client.get("/graph-store?default&graph=x").status_code == 400
    for method in ("PUT", "POST", "DELETE"):
        assert client.request(method, "/graph-store", params=facts).status_code == 405


def test_downloads_are_the_same_as_the_graph(client: TestClient) -> None:
    response = client.get("/download/migkg-facts.nt")
    assert "forum/TIDE" in response.text
    part = client.get("/download/migkg-facts.nt", headers={"Range": "bytes=0-9"})
    assert (part.status_code, part.content) == (206, response.content[:10])
    tag = response.headers["etag"]
    assert client.get("/download/migkg-facts.nt", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/download/migkg-facts.nt", headers={"If-None-Match": "*"}).status_code == 304
    assert client.get("/download/migkg-facts.nt.gz").content[:2] == b"\x1f\x8b"
    for name in ("none.nt", "..%2F..%2Fetc%2Fpasswd", ".gz"):
        assert client.get(f"/download/{name}").status_code == 404
    listed = client.get("/downloads.en.html").text
    assert "download/migkg.nq.gz" in listed
