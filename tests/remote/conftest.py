"""Real SPARQL servers on loopback, each started by the tests and ended by its own process, with the shipped graph."""

from __future__ import annotations

import shutil
import sysconfig
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.servers import free_port, running

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


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    program = str(Path(sysconfig.get_path("scripts"), "oxigraph"))

    def command(port: int) -> list[str]:
        return [program, "serve", "--bind", f"127.0.0.1:{port}"]

    with running(command, "query?query=ASK%7B%7D", folder) as address:
        yield Server(query=f"{address}query", store=f"{address}store")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """Virtuoso sees all graphs as one, and keeps no default graph of its own."""

    def command(port: int) -> list[str]:
        settings: dict[str, dict[str, object]] = {
            "Database": {"DatabaseFile": "v.db", "ErrorLogFile": "v.log", "LockFile": "v.lck", "TransactionFile": "v.trx", "xa_persistent_file": "v.pxa"},
            "TempDatabase": {"DatabaseFile": "t.db", "TransactionFile": "t.trx"},
            "Parameters": {"ServerPort": f"127.0.0.1:{free_port()}", "DisableUnixSocket": 1, "NumberOfBuffers": 8000, "MaxDirtyBuffers": 6000, "DirsAllowed": "."},
            "HTTPServer": {"ServerPort": f"127.0.0.1:{port}", "ServerThreads": 4},
            "SPARQL": {"ResultSetMaxRows": 500},
        }  # fmt: skip
        parts = (
            f"[{part}]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())
            for part, keys in settings.items()
        )
        (folder / "virtuoso.ini").write_text("".join(parts), encoding="utf-8")
        return ["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"]

    with running(command, "sparql?query=ASK%7B%7D", folder) as address:
        store = f"{address}sparql-graph-crud-auth"
        yield Server(query=f"{address}sparql", store=store, login=LOGIN, named="https://w3id.org/migkg/graph/all")


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
