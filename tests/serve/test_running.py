"""A server of its own on loopback: started, asked, given a new graph, stopped by its process id."""

from __future__ import annotations

import http.client
import re
import socket
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from migkg import store
from migkg.model import DEFAULT_GRAPH
from migkg.names import ID, expand, iri, literal
from migkg.serve import patience

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from migkg.model import Quad

pytestmark = pytest.mark.usefixtures("socket_enabled")

FORUM = "<https://w3id.org/migkg/ontology#Forum>"


def _graph(*keys: str) -> list[Quad]:
    quads: list[Quad] = []
    for key in keys:
        thing = iri(ID + key)
        quads.append((thing, expand("rdf:type"), expand("mf:Forum"), DEFAULT_GRAPH))
        quads.append((thing, expand("rdfs:label"), literal(key, lang="en"), DEFAULT_GRAPH))
    return quads


class Server:
    """A process of ours, its port, and what it says on standard error."""

    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-m", "migkg", "serve", "--store", str(path), "--port", "0"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self.lines: list[str] = []
        assert self.process.stderr
        first = self.process.stderr.readline()
        found = re.search(r"serving http://127\.0\.0\.1:([0-9]+)/", first)
        assert found, first
        self.port = int(found[1])
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr
        self.lines.extend(self.process.stderr)

    def get(self, path: str, method: str = "GET") -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path)
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def stop(self) -> int:
        self.process.terminate()
        code = self.process.wait(timeout=60)
        self._reader.join()
        assert self.process.stderr
        self.process.stderr.close()
        return code


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    store.build(tmp_path / "graph", _graph("forum/OLD", "forum/BOTH"), {})
    made = Server(tmp_path / "graph")
    try:
        yield made
    finally:
        if made.process.poll() is None:
            made.stop()


def test_a_new_generation_is_taken_up_without_dropping_a_request(server: Server, tmp_path: Path) -> None:
    assert server.get("/data/forum/OLD.ttl")[0] == 200
    failed: list[object] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            status, body = server.get("/sparql?query=ASK%20%7B%20?s%20?p%20?o%20%7D")
            if status != 200 or b"true" not in body:
                failed.append((status, body))

    clients = [threading.Thread(target=ask) for _ in range(4)]
    for client in clients:
        client.start()
    try:
        store.build(tmp_path / "graph", _graph("forum/NEW", "forum/BOTH"), {})
        end = time.monotonic() + 120
        while server.get("/data/forum/NEW.ttl")[0] != 200 and time.monotonic() < end:
            time.sleep(0.1)
    finally:
        done.set()
        for client in clients:
            client.join()
    assert failed == []
    assert [server.get(f"/id/forum/{name}")[0] for name in ("NEW", "BOTH", "OLD", "NONE")] == [303, 303, 410, 404]
    assert b"migkg_reloads_total 1" in server.get("/metrics")[1]


def test_it_stops_in_good_order_and_logs_one_object_a_line(server: Server) -> None:
    assert server.get("/health", "HEAD") == (200, b"")
    assert server.get("/%0a%7B%22event%22:%22forged%22%7D")[0] == 404
    assert server.stop() in {0, -15}
    events = [line for line in server.lines if line.strip()]
    assert all(line.startswith('{"time": ') for line in events), events
    assert '"path": "/health", "status": 200' in events[0]


def test_an_address_that_is_taken(server: Server, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "migkg", "serve", "--store", str(tmp_path / "graph"), "--port", str(server.port)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "cannot listen on 127.0.0.1" in done.stderr
    assert "Traceback" not in done.stderr
    none = [*command[:5], str(tmp_path / "none")]
    assert subprocess.run(none, check=False, capture_output=True, timeout=60).returncode == 1


def test_whoever_sends_a_request_too_slowly_is_cut_off(server: Server) -> None:
    start = time.monotonic()
    silent = socket.create_connection(("127.0.0.1", server.port), timeout=120)
    slow = socket.create_connection(("127.0.0.1", server.port), timeout=120)
    with silent, slow:
        slow.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        ended = False
        while not ended and time.monotonic() < start + 120:
            time.sleep(0.5)
            try:
                slow.sendall(b"z")
            except OSError:
                ended = True
        assert ended
        assert silent.recv(100) == b""
        assert server.get("/health")[0] == 200
    assert time.monotonic() - start > patience.SECONDS


def test_a_body_that_drips_is_not_awaited(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=120) as slow:
        head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 90\r\n\r\nASK"
        slow.sendall(head)
        assert b" 408 " in slow.recv(4000)
