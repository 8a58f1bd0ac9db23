"""The endpoint: forms of answers, conditional requests, limits, and what it refuses."""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migkg import store
from migkg.errors import QueryError
from migkg.query.lexer import tokens
from migkg.serve import protocol
from migkg.serve.refusal import Refusal
from migkg.serve.shape import shape

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

SELECT = "SELECT ?m WHERE { ?m mf:editionOf <forum/TIDE> } ORDER BY ?m"
CONSTRUCT = "CONSTRUCT WHERE { <meeting/TIDE/1> ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"

FOREIGN = (
    "SELECT * { SERVICE <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <ADDRESS> { ?s ?p ?o } }",
    "SELECT * FROM <ADDRESS> { ?s ?p ?o }",
    "SELECT * FROM NAMED <ADDRESS> { GRAPH ?g { ?s ?p ?o } }",
    "LOAD <ADDRESS>",
    "SELECT * { GRAPH <ADDRESS> { ?s ?p ?o } }",
)


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        (SELECT, None, "application/sparql-results+json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv"),
        (SELECT, "text/tab-separated-values, text/csv;q=0.5", "text/tab-separated-values"),
        (SELECT, "text/html, */*;q=0.1", "application/sparql-results+json"),
        ("ASK { ?s ?p ?o }", "application/xml", "application/sparql-results+xml"),
        (CONSTRUCT, None, "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        ("DESCRIBE <meeting/TIDE/1>", "application/ld+json", "application/ld+json"),
    ],
)
def test_the_form_of_an_answer(client: TestClient, query: str, accept: str | None, kind: str) -> None:
    response = client.get("/sparql", params={"query": query}, headers={"Accept": accept} if accept else {})
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == kind
    assert response.headers["access-control-allow-origin"] == "*"
    assert "Accept" in response.headers["vary"]


def test_three_ways_to_ask(client: TestClient) -> None:
    form = {"Content-Type": protocol.FORM}
    direct = {"Content-Type": protocol.DIRECT}
    answers = [
        client.get("/sparql", params={"query": SELECT}).text,
        client.post("/sparql", data={"query": SELECT}, headers=form).text,
        client.post("/sparql/", content=SELECT, headers=direct).text,
    ]
    assert len(set(answers)) == 1
    assert len(json.loads(answers[0])["results"]["bindings"]) == 3


def test_the_parameter_format_speaks_for_clients_without_headers(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": SELECT, "format": "csv"}).text.startswith("m\r\n")
    refused = client.get("/sparql", params={"query": SELECT, "format": "exe"})
    assert refused.status_code == 400
    assert "csv" in refused.json()["detail"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT", 400),
        ("", 400),
        ("SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 400),
        ("SELECT * FROM <http://127.0.0.1:9/> WHERE { ?s ?p ?o }", 400),
        ("LOAD <http://127.0.0.1:9/>", 400),
        ("INSERT DATA { <a> <b> <c> }", 400),
        ("DROP ALL", 400),
    ],
)
def test_what_is_no_query_or_not_allowed(client: TestClient, query: str, status: int) -> None:
    response = client.get("/sparql", params={"query": query})
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["title"]
    assert "Traceback" not in response.text


def test_nothing_is_fetched_from_elsewhere(client: TestClient, socket_enabled: None) -> None:
    """A listener on loopback hears nothing, whatever a query names."""
    del socket_enabled
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.1)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    listener.accept()[0].close()
                    heard.append(b"somebody")
                except TimeoutError:
                    continue

        ear = threading.Thread(target=listen)
        ear.start()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
        for template in FOREIGN:
            query = template.replace("ADDRESS", address)
            assert client.get("/sparql", params={"query": query}).status_code in {200, 400}
            client.get("/sparql", params={"query": "ASK {}", "default-graph-uri": address, "named-graph-uri": address})
            client.post("/sparql", data={"update": query})
            client.post("/sparql", content=query, headers={"Content-Type": protocol.UPDATE})
        client.get("/graph-store", params={"graph": address})
        done.set()
        ear.join()
    assert heard == []


def test_a_dataset_is_that_of_the_request(client: TestClient) -> None:
    facts, inferred = ("https://w3id.org/migkg/graph/" + name for name in ("facts", "inferred"))
    query = "ASK { <meeting/TIDE/1> mf:meetingOf ?f }"
    for graph, yes in ((facts, False), (inferred, True), ("https://w3id.org/migkg/graph/none", False)):
        response = client.get("/sparql", params={"query": query, "default-graph-uri": graph})
        assert response.json()["boolean"] is yes
    named = {"query": "ASK { GRAPH ?g { ?s mf:heldIn ?o } }", "named-graph-uri": facts}
    assert client.get("/sparql", params=named).json()["boolean"]
    assert client.get("/sparql", params={"query": "ASK {}", "default-graph-uri": "no iri>"}).status_code == 400


def test_conditional_requests(client: TestClient) -> None:
    params = {"query": SELECT}
    first = client.get("/sparql", params=params)
    tag = first.headers["etag"]
    again = client.get("/sparql", params=params, headers={"If-None-Match": f'"other", W/{tag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag
    assert client.get("/sparql", params={**params, "format": "csv"}).headers["etag"] != tag
    assert (
        client.get("/sparql", params={"query": "SELECT (RAND() AS ?x) {}"}, headers={"If-None-Match": tag}).status_code
        == 200
    )


def test_head_has_the_headers_of_get_and_no_body(client: TestClient) -> None:
    get, head = (client.request(method, "/sparql", params={"query": SELECT}) for method in ("GET", "HEAD"))
    assert head.content == b""
    assert head.headers["etag"] == get.headers["etag"]
    assert head.headers["content-length"] == get.headers["content-length"]


def test_long_answers_are_compressed_for_those_who_can_read_it(client: TestClient) -> None:
    params = {"query": "SELECT * { ?s ?p ?o } LIMIT 100", "format": "csv"}
    plain = client.get("/sparql", params=params, headers={"Accept-Encoding": "identity"})
    with client.stream("GET", "/sparql", params=params, headers={"Accept-Encoding": "gzip;q=0.8"}) as packed:
        raw = b"".join(packed.iter_raw())
    assert gzip.decompress(raw) == plain.content
    assert packed.headers["etag"] == plain.headers["etag"][:-1] + '-gzip"'
    assert "content-encoding" not in plain.headers
    assert (
        "content-encoding" not in client.get("/sparql", params=params, headers={"Accept-Encoding": "gzip;q=0"}).headers
    )
    held = client.get("/sparql", params=params, headers={"If-None-Match": packed.headers["etag"]})
    assert held.status_code == 304


def test_an_answer_that_was_cut_says_so(client: TestClient) -> None:
    response = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
    assert response.headers["migkg-truncated"] == "true"
    assert len(response.json()["results"]["bindings"]) == 500
    assert "migkg-truncated" not in client.get("/sparql", params={"query": SELECT}).headers


def test_requests_that_are_too_long(client: TestClient) -> None:
    assert client.post("/sparql", data={"query": "#" * 30_000}).status_code == 413
    assert client.post("/sparql", content="x=1&" * 70, headers={"Content-Type": protocol.FORM}).status_code == 400


def test_a_query_that_never_ends_is_stopped(client: TestClient) -> None:
    response = client.get("/sparql", params={"query": ENDLESS})
    assert response.status_code == 503
    assert "stopped after 3 seconds" in response.json()["title"]
    assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200
    assert "migkg_queries_stopped_total 1" in client.get("/metrics").text


def test_methods(client: TestClient) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        response = client.request(method, "/sparql", params={"query": SELECT})
        assert response.status_code == 405
        assert "GET" in response.headers["allow"]
    allowed = client.options(
        "/sparql", headers={"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    )
    assert allowed.status_code == 204
    assert "POST" in allowed.headers["access-control-allow-methods"]


def test_a_browser_that_asks_nothing_gets_the_editor(client: TestClient) -> None:
    response = client.get("/sparql", headers={"Accept": "text/html"})
    assert (response.status_code, response.headers["location"]) == (303, "/sparql.html")
    assert client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": "image/png"}).status_code == 406


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(
    st.binary(max_size=60),
    st.text(max_size=20),
    st.sampled_from([protocol.FORM, protocol.DIRECT, protocol.UPDATE, "x"]),
)
def test_no_request_breaks_the_reading(body: bytes, query: str, kind: str) -> None:
    for method in ("GET", "POST"):
        with contextlib.suppress(Refusal):
            asked = protocol.read(method, query, kind, body)
            assert asked is None or isinstance(asked.query, str)


def _shape(sparql: str) -> tuple[str, int]:
    return shape(tuple(tokens(sparql)))


def test_the_shape_of_a_query() -> None:
    assert _shape("SELECT ?a { ?a mf:x <y> } # z") == _shape("select  ?b {?b mf:z\n<u>}")
    assert _shape("SELECT ?a {} LIMIT 1")[0] != _shape("SELECT ?a {} LIMIT 1000")[0]
    assert _shape("ASK { ?a ?b ?a }")[0] != _shape("ASK { ?a ?b ?c }")[0]
    assert _shape(ENDLESS)[1] > _shape(SELECT)[1]


def test_json_is_written_by_the_engine_unless_the_answer_is_long(client: TestClient) -> None:
    few = client.get("/sparql", params={"query": "SELECT ?s ?o { ?s rdfs:label ?o } ORDER BY ?s ?o LIMIT 40"})
    assert few.text.startswith('{"head":{"vars":["s","o"]}')
    assert len(few.json()["results"]["bindings"]) == 40
    assert "Migkg-Truncated" not in few.headers
    many = client.get("/sparql", params={"query": "SELECT ?s ?p ?o { ?s ?p ?o }"})
    assert len(many.json()["results"]["bindings"]) == 500
    assert many.headers["Migkg-Truncated"] == "true"
    yes = client.get("/sparql", params={"query": "ASK { ?s a mf:Forum }"})
    assert yes.json() == {"head": {}, "boolean": True}
    wrong = client.get("/sparql", params={"query": "SELECT ?s { ?s a }"})
    assert wrong.status_code == 400


def test_an_answer_longer_than_a_page_is_cut_by_rows(little_store: Path) -> None:
    long = 'SELECT (CONCAT(?a, ?a, ?a, ?a, ?a) AS ?x) { VALUES ?a { "%s" } VALUES ?n { %s } }'
    query = long % ("y" * 30_000, " ".join(map(str, range(50))))
    with store.Store.open(little_store) as opened:
        found = opened.json_within(query, store.Allowance(timeout=20, max_rows=7))
        assert not isinstance(found, bytes)
        assert (len(list(found.rows)), found.complete) == (7, False)
        graph = opened.json_within("CONSTRUCT { ?s a mf:Forum } { ?s a mf:Forum }", store.Allowance(timeout=20))
        assert not isinstance(graph, bytes)
        assert len(list(graph.triples)) == 2
        with pytest.raises(QueryError):
            opened.json_within("SELECT ?s { ?s a }", store.Allowance(timeout=20))


def test_the_same_answer_is_not_worked_out_twice(client: TestClient) -> None:
    params = {"query": "SELECT ?s { ?s a mf:State } ORDER BY ?s", "format": "tsv"}
    first = client.get("/sparql", params=params)
    edition = client.app.state.editions.current  # type: ignore[attr-defined] # the application is Starlette's
    asked = edition.pool.ask
    edition.pool.ask = None
    try:
        again = client.get("/sparql", params=params)
    finally:
        edition.pool.ask = asked
    assert (again.status_code, again.text, again.headers["etag"]) == (200, first.text, first.headers["etag"])
