"""Remote endpoints: a real server with a small graph, and one that misbehaves in every way we know of."""

from __future__ import annotations

import contextlib
import json
import threading
import urllib.request
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from tests.servers import closed_port

from migkg import names, remote
from migkg.errors import RemoteError
from migkg.model import DEFAULT_GRAPH
from migkg.query import Kind
from migkg.store import Store, build

from .conftest import oxigraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from migkg.model import Quad

pytestmark = pytest.mark.enable_socket

MEETING = names.thing("meeting", "SACM/10")

QUADS: list[Quad] = [
    (MEETING, names.expand("rdf:type"), names.word("Conference"), DEFAULT_GRAPH),
    (MEETING, names.word("ordinal"), names.literal("10", datatype="xsd:integer"), DEFAULT_GRAPH),
    (MEETING, names.word("year"), names.literal("2010", datatype="xsd:gYear"), DEFAULT_GRAPH),
    (MEETING, names.expand("rdfs:label"), names.literal('X "Conférence"\n', lang="fr"), DEFAULT_GRAPH),
]
EVERYTHING = "SELECT ?p ?o ?none { ?m mf:ordinal ?n ; ?p ?o } ORDER BY ?p ?o"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real SPARQL server on loopback with the graph in it; ended by its own process."""
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as there:
        text = "".join(" ".join(quad[:3]) + " .\n" for quad in QUADS)
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{there.store}?default", text.encode(), {"Content-Type": "application/n-triples"}, method="PUT"
        )
        urllib.request.urlopen(request, timeout=60).close()  # noqa: S310 - loopback
        yield there.query


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Store]:
    build(tmp_path, QUADS, {})
    with Store.open(tmp_path) as store:
        yield store


def test_the_same_rows_as_the_embedded_store(server: str, here: Store) -> None:
    there, local = remote.query(server, EVERYTHING), here.query(EVERYTHING)
    assert (there.kind, there.variables) == (Kind.SELECT, ("p", "o", "none"))
    assert list(there.rows) == list(local.rows)


def test_the_same_boolean(server: str) -> None:
    assert remote.query(server, "ASK { ?m mf:ordinal 10 }").boolean
    assert not remote.query(server, "ASK { ?m mf:ordinal 11 }").boolean


def test_the_same_triples(server: str, here: Store) -> None:
    construct = "CONSTRUCT { ?m ?p ?o } WHERE { ?m mf:ordinal ?n ; ?p ?o }"
    there = remote.query(server, construct)
    assert there.kind is Kind.GRAPH
    assert list(there.triples) == sorted(here.query(construct).triples)


@pytest.mark.parametrize(
    "sparql",
    [
        "# Rows are counted by address, and loaded once.\n# Drop nothing, ask nobody.\nSELECT ?c { ?m mf:heldIn ?c }",
        "PREFIX add: <https://load.example/insert#>\nSELECT ?c { ?m mf:heldIn ?c } # delete",
        "BASE <https://w3id.org/migkg/id/clear/>\nSELECT ?c { ?m mf:heldIn ?c }",
    ],
)
def test_words_of_updates_in_comments_and_addresses_make_no_update(server: str, sparql: str) -> None:
    assert remote.query(server, sparql).kind is Kind.SELECT


def test_blank_nodes_arrive(server: str) -> None:
    result = remote.query(server, "SELECT ?b { BIND (BNODE() AS ?b) }")
    assert [str(row[0])[:2] for row in result.rows] == ["_:"]
    made = remote.query(server, "CONSTRUCT { [] a mf:Forum } WHERE {}")
    assert [str(triple[0])[:2] for triple in made.triples] == ["_:"]


def test_a_long_query_goes_by_post(server: str) -> None:
    values = " ".join(str(n) for n in range(2000))
    assert list(remote.query(server, f"SELECT ?n {{ ?m mf:ordinal ?n VALUES ?n {{ {values} }} }}").rows)


def test_the_words_of_the_endpoint_about_a_bad_query_are_kept(server: str) -> None:
    with pytest.raises(RemoteError, match=r"refused the query \(query bad formed\): .*expected"):
        remote.query(server, "SELECT * {")


def test_a_wrong_path_is_told(server: str) -> None:
    with pytest.raises(RemoteError, match=r"refused the query \(end point not found\)"):
        remote.query(server.replace("/query", "/nothing"), "ASK {}")


def test_an_endpoint_that_is_down_is_told() -> None:
    with closed_port() as port, pytest.raises(RemoteError, match=r"cannot be reached: .*; is it running\?"):
        remote.query(f"http://127.0.0.1:{port}/query", "ASK {}")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/x", "example.org/sparql", "http://", ""])
def test_only_web_addresses_are_endpoints(address: str) -> None:
    with pytest.raises(RemoteError, match="is not the address of an endpoint"):
        remote.query(address, "ASK {}")


def _already() -> threading.Event:
    """What nobody need wait for."""
    event = threading.Event()
    event.set()
    return event


@dataclass
class Answer:
    """What the misbehaving server says to one request."""

    status: int = 200
    kind: str = "application/sparql-results+json"
    body: bytes = b'{"head": {}, "boolean": true}'
    headers: dict[str, str] = field(default_factory=dict)
    awaits: threading.Event = field(default_factory=_already)


class Script(ThreadingHTTPServer):
    """A server that gives the answers of a list, one per request, and remembers the requests."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: list[Answer] = []
        self.seen: list[tuple[str, str, str]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/sparql"


class Handler(BaseHTTPRequestHandler):
    server: Script

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.seen.append((self.command, self.headers["User-Agent"], self.headers["Accept"]))
        answer = self.server.answers.pop(0)
        answer.awaits.wait()
        with contextlib.suppress(OSError):
            self.send_response(answer.status)
            for name, value in {"Content-Type": answer.kind, **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

    do_GET = _answer  # noqa: N815 - the name that the library calls
    do_POST = _answer  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def script() -> Iterator[Script]:
    with Script() as served:
        thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield served
        finally:
            served.shutdown()
            thread.join()


def test_it_says_who_asks(script: Script) -> None:
    script.answers = [Answer()]
    remote.query(script.address, "ASK {}")
    method, agent, accepted = script.seen[0]
    assert (method, agent.split()[0]) == ("GET", "migkg")
    assert "application/sparql-results+json" in accepted


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_endpoint_is_asked_again_after_pauses_that_double(script: Script, status: int) -> None:
    script.answers = [Answer(status=status), Answer(status=status), Answer(status=status), Answer()]
    pauses: list[float] = []
    assert remote.query(script.address, "ASK {}", sleep=pauses.append).boolean
    assert pauses == [0.5, 1.0, 2.0]


def test_the_pause_that_the_endpoint_asks_for_is_kept_within_reason(script: Script) -> None:
    script.answers = [
        Answer(status=429, headers={"Retry-After": "7"}),
        Answer(status=429, headers={"Retry-After": "86400"}),
        Answer(status=503, headers={"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}),
        Answer(),
    ]
    pauses: list[float] = []
    remote.query(script.address, "ASK {}", sleep=pauses.append)
    assert pauses == [7.0, 30.0, 2.0]


def test_patience_ends(script: Script) -> None:
    script.answers = [Answer(status=503)] * 4
    with pytest.raises(RemoteError, match=r"too busy \(HTTP 503\); try again later"):
        remote.query(script.address, "ASK {}", sleep=lambda _: None)
    assert len(script.seen) == 4


def test_other_refusals_are_not_tried_again(script: Script) -> None:
    script.answers = [Answer(status=403)]
    with pytest.raises(RemoteError, match="answered HTTP 403"):
        remote.query(script.address, "ASK {}")
    assert len(script.seen) == 1


def test_a_slow_endpoint_is_told(script: Script) -> None:
    asked_long_enough = threading.Event()
    script.answers = [Answer(awaits=asked_long_enough)]
    with pytest.raises(RemoteError, match="did not answer within 1 second;"):
        remote.query(script.address, "ASK {}", timeout=1)
    asked_long_enough.set()


def test_a_page_is_not_an_answer(script: Script) -> None:
    script.answers = [Answer(kind="text/html", body=b"<html>\n<title>Welcome</title>")]
    with pytest.raises(RemoteError, match=r"but with text/html: <html> <title>Welcome.*; check the address"):
        remote.query(script.address, "ASK {}")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b'{"head": {}}',
        b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "what", "value": "y"}}]}}',
        b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "uri", "value": "a b"}}]}}',
    ],
)
def test_broken_results_are_told(script: Script, body: bytes) -> None:
    script.answers = [Answer(body=body)]
    with pytest.raises(RemoteError, match="sent results that cannot be read"):
        remote.query(script.address, "SELECT ?x { ?x ?p ?o }")


def test_broken_turtle_is_told(script: Script) -> None:
    script.answers = [Answer(kind="text/turtle", body=b"<a> <b>")]
    with pytest.raises(RemoteError, match="sent results that cannot be read"):
        remote.query(script.address, "CONSTRUCT WHERE { ?s ?p ?o }")


def test_an_answer_that_breaks_off_is_told(script: Script) -> None:
    script.answers = [Answer(headers={"Content-Length": "9999"})]
    with pytest.raises(RemoteError, match="broke off"):
        remote.query(script.address, "ASK {}")


def test_typed_literals_as_virtuoso_writes_them(script: Script) -> None:
    value = {"type": "typed-literal", "datatype": f"{names.XSD}integer", "value": "3"}
    body = {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": value}]}}
    script.answers = [Answer(body=json.dumps(body).encode())]
    result = remote.query(script.address, "SELECT ?x { ?x ?p ?o }")
    assert list(result.rows) == [(names.literal("3", datatype="xsd:integer"),)]
