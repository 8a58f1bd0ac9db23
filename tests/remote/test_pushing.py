"""`migkg push`, and `--endpoint` on the commands that query."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.servers import closed_port

from migkg import api, names, remote
from migkg.api.endpoint import push
from migkg.cli.main import main
from migkg.errors import RemoteError, UsageError

from .conftest import oxigraph

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Server

pytestmark = pytest.mark.enable_socket


def call(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_every_graph_arrives_and_is_replaced(graph_store: Path, tmp_path: Path) -> None:
    with oxigraph(tmp_path) as server, api.open(graph_store) as graph:
        old = b'<https://example.org/a> <https://example.org/b> "old" .\n'
        remote.replace_graph(server.store, names.graph("facts"), old)
        told = call("push", "--store", str(graph_store), "--endpoint", server.store, "--verbose")
        assert "facts: " in told
        counted = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
        assert list(remote.query(server.query, counted).rows) == list(graph.query(counted).rows)
        everything = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        assert list(remote.query(server.query, everything).rows) == list(graph.query(everything).rows)


def test_single_graphs_can_be_named(graph_store: Path) -> None:
    with api.open(graph_store) as graph, pytest.raises(UsageError, match="the store has no graph 'fact'"):
        list(push(graph, "http://127.0.0.1:1/store", only=["fact"]))


def test_a_store_that_is_down_is_told(graph_store: Path) -> None:
    with closed_port() as port, api.open(graph_store) as graph, pytest.raises(RemoteError, match="cannot be reached"):
        list(push(graph, f"http://127.0.0.1:{port}/store", only=["findings"]))


def test_the_commands_ask_the_endpoint(loaded: Server, tmp_path: Path) -> None:
    """No store is needed: names are looked up at the endpoint."""
    there = ("--endpoint", loaded.query, "--store", str(tmp_path / "none"))
    rows = json.loads(call("run", "repeat-hosts", "--forum", "SACM", "--min", "2", "--format", "json", *there))
    assert {row["city"]["value"].rpartition("/")[2] for row in rows["results"]["bindings"]} >= {
        "quito-ec",
        "santiago-cl",
    }
    table = call("query", "SELECT ?c { <meeting/SACM/9> mf:heldIn ?c }", "--format", "table", "--evidence", *there)
    assert "Quito" in table
    assert "city: Quito" in table
    cut = call("query", "SELECT ?m { ?m mf:heldIn ?c }", "--format", "csv", "--page", "100", "--max-rows", "3", *there)
    assert "the answer was cut" in cut
    assert len(cut.splitlines()) == 5
    assert "no rows: line 1" in call("query", "SELECT ?m { ?m mf:heldAt ?c }", "--format", "csv", *there)
    told = CliRunner().invoke(main, ["run", "hosts", "--forum", "SACN", *there])
    assert isinstance(told.exception, UsageError)
    assert "did you mean SACM" in str(told.exception)
