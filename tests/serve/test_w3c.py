"""The W3C cases of the SPARQL 1.1 protocol and of the service description, where they are at hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rdflib
from rdflib import RDF, RDFS, Namespace
from rdflib.collection import Collection
from starlette.testclient import TestClient

from migkg import store
from migkg.model import Term
from migkg.serve.app import application
from migkg.serve.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from httpx2 import Response
    from rdflib.term import Node

SUITE = Path(__file__).resolve().parents[3] / "shared" / "suites" / "sparql11" / "protocol"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
STATUS = {"BadRequest": "400", "MethodNotAllowed": "405", "UnsupportedMediaType": "415"}
TYPES = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {"application/sparql-results+json", "application/sparql-results+xml", "text/csv"},
    "RDF": {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"},
}


def _manifest() -> rdflib.Graph:
    graph = rdflib.Graph()
    if SUITE.is_dir():
        graph.parse(SUITE / "manifest.ttl", publicID=(SUITE / "manifest.ttl").as_uri())
    return graph


MANIFEST = _manifest()
CASES = [case for _, entries in MANIFEST.subject_objects(MF.entries) for case in Collection(MANIFEST, entries)]
UPDATES = [case for case in CASES if "update" in str(case).rpartition("#")[2]]
QUERIES = [case for case in CASES if case not in UPDATES]


def _name(case: Node) -> str:
    return str(case).rpartition("#")[2]


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """An endpoint that has the graphs of the suite."""
    quads = [
        (s, p, o, Term(f"<{MANIFEST.value(data, RDFS.label)}>"))
        for data in set(MANIFEST.objects(None, UT.graphData))
        for s, p, o in store.parse(_file(MANIFEST.value(data, UT.graph)).read_text(), format="ntriples")
    ]
    path = tmp_path_factory.mktemp("w3c") / "graph"
    store.build(path, sorted(set(quads)), {})
    with TestClient(application(path, Settings()), raise_server_exceptions=False) as client:
        yield client


def _file(node: Node | None) -> Path:
    return SUITE / str(node).rpartition("/")[2]


def _send(client: TestClient, request: Node) -> Response:
    body = MANIFEST.value(request, HT.body)
    encoding = str(MANIFEST.value(body, CNT.characterEncoding) or "utf-8") if body else ""
    headers = MANIFEST.value(request, HT.headers)
    pairs = [
        (str(MANIFEST.value(header, HT.fieldName)), str(MANIFEST.value(header, HT.fieldValue)))
        for header in (Collection(MANIFEST, headers) if headers else ())
    ]
    return client.request(
        str(MANIFEST.value(request, HT.methodName)),
        str(MANIFEST.value(request, HT.absolutePath)),
        headers=pairs,
        content=str(MANIFEST.value(body, CNT.chars)).encode(encoding) if body else None,
    )


def _requests(case: Node) -> list[Node]:
    action = MANIFEST.value(case, MF.action)
    requests = MANIFEST.value(action, HT.requests)
    assert requests
    return list(Collection(MANIFEST, requests))


def _check(response: Response, wanted: Node | None) -> None:
    statuses = [
        str(status).rpartition("#")[2].removeprefix("StatusCode")
        for status in MANIFEST.objects(wanted, MF.expectedStatus)
    ]
    patterns = [STATUS.get(status, status).replace("x", r"\d") for status in statuses]
    assert any(re.fullmatch(pattern, str(response.status_code)) for pattern in patterns), response.text
    yes = MANIFEST.value(wanted, MF.expectedBoolean)
    if yes is not None:
        assert response.json()["boolean"] is (str(yes) == "true")
    kind = MANIFEST.value(wanted, MF.expectedFormat)
    if kind is not None:
        assert response.headers["content-type"].partition(";")[0] in TYPES[str(kind)]


def test_the_suite_is_whole_where_it_is_at_hand() -> None:
    assert [len(QUERIES), len(UPDATES)] == ([20, 14] if SUITE.is_dir() else [0, 0])


@pytest.mark.parametrize("case", QUERIES or [None], ids=lambda case: _name(case) if case else "none")
def test_a_query_case_passes(case: Node | None, endpoint: TestClient) -> None:
    for request in _requests(case) if case else []:
        _check(_send(endpoint, request), MANIFEST.value(request, HT.resp))


@pytest.mark.parametrize("case", UPDATES or [None], ids=lambda case: _name(case) if case else "none")
def test_an_update_case_is_refused(case: Node | None, endpoint: TestClient) -> None:
    before = endpoint.get("/health").json()["content"]
    for request in _requests(case)[:1] if case else []:  # what follows asks for the effect of the first
        assert _send(endpoint, request).status_code in {400, 403, 415}
    assert endpoint.get("/health").json()["content"] == before


def test_the_three_cases_of_the_service_description(client: TestClient) -> None:
    response = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert response.headers["content-type"].startswith("text/turtle")
    graph = rdflib.Graph().parse(data=response.text, format="turtle")
    (service,) = graph.subjects(RDF.type, SD.Service)
    assert graph.value(service, SD.endpoint) == rdflib.URIRef("http://testserver/sparql")
    dataset = graph.value(service, SD.defaultDataset)
    assert (dataset, RDF.type, SD.Dataset) in graph
    assert (graph.value(dataset, SD.defaultGraph), RDF.type, SD.Graph) in graph
    for named in graph.objects(dataset, SD.namedGraph):
        assert (named, RDF.type, SD.NamedGraph) in graph
        assert str(graph.value(named, SD.name)).startswith("https://w3id.org/migkg/graph/")
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in graph
    assert (service, SD.supportedLanguage, SD.SPARQL11Update) not in graph
