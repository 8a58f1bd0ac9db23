"""Real SPARQL servers on loopback, each started by the tests and ended by its own process, with the shipped graph."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sysconfig
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

LOGIN = ("dba", "dba")


@dataclass(frozen=True)
class Server:
    """Where queries are asked, where graphs are put, and who may put them; `named` is where a default graph goes."""

    query: str
    store: str
    login: tuple[str, str] | None = None
    named: str = ""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], address: str, folder: Path) -> Iterator[None]:
    """A server until the block ends; it must answer within two minutes."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            deadline = time.monotonic() + 120
            while not answers(address):
                assert process.poll() is None, "the server ended"
                assert time.monotonic() < deadline, "the server does not answer"
                time.sleep(0.1)
            yield
        finally:
            process.kill()


def answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - loopback
    except OSError:
        return False
    return True


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    program = str(Path(sysconfig.get_path("scripts"), "oxigraph"))
    with running([program, "serve", "--bind", f"127.0.0.1:{port}"], f"{address}/query?query=ASK%7B%7D", folder):
        yield Server(query=f"{address}/query", store=f"{address}/store")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """Virtuoso sees all graphs as one, and keeps no default graph of its own."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings: dict[str, dict[str, object]] = {
        "Database": {"DatabaseFile": "v.db", "ErrorLogFile": "v.log", "LockFile": "v.lck", "TransactionFile": "v.trx", "xa_persistent_file": "v.pxa"},
        "TempDatabase": {"DatabaseFile": "t.db", "TransactionFile": "t.trx"},
        "Parameters": {"ServerPort": f"127.0.0.1:{free_port()}", "DisableUnixSocket": 1, "NumberOfBuffers": 8000, "MaxDirtyBuffers": 6000, "DirsAllowed": "."},
        "HTTPServer": {"ServerPort": f"127.0.0.1:{port}", "ServerThreads": 4},
        "SPARQL": {"ResultSetMaxRows": 500},
    }  # fmt: skip
    lines = (
        f"[{part}]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items()) for part, keys in settings.items()
    )
    (folder / "virtuoso.ini").write_text("".join(lines), encoding="utf-8")
    command = ["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"]
    with running(command, f"{address}/sparql?query=ASK%7B%7D", folder):
        store = f"{address}/sparql-graph-crud-auth"
        yield Server(query=f"{address}/sparql", store=store, login=LOGIN, named="https://w3id.org/migkg/graph/all")


SERVERS = {"oxigraph": oxigraph, **({"virtuoso": virtuoso} if shutil.which("virtuoso-t") else {})}
"""The servers at hand: Virtuoso comes from the system's packages, and is not everywhere."""


@pytest.fixture(scope="session", params=sorted(SERVERS))
def loaded(
    request: pytest.FixtureRequest, graph_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server that holds the shipped default graph."""
    from migkg import names, remote
    from migkg.model import DEFAULT_GRAPH, Term
    from migkg.store import Store

    pytest_socket = pytest.importorskip("pytest_socket")
    pytest_socket.enable_socket()
    with SERVERS[request.param](tmp_path_factory.mktemp(request.param)) as server:
        with Store.open(graph_store) as store:
            body = b"".join(store.export("ntriples"))
        graph = names.iri(server.named) if server.named else Term(DEFAULT_GRAPH)
        remote.replace_graph(server.store, graph, body, login=server.login)
        yield server
