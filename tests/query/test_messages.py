"""What ten faults of every day look like on standard error: one sentence that says what to do."""

from __future__ import annotations

import json
import re
import shutil
import socket
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.servers import closed_port

from migkg.cli.main import main
from migkg.errors import MigkgError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CITY = "SELECT ?c { <meeting/SACM/9> mf:heldIn ?c }"
FAULTS: list[tuple[str, tuple[str, ...], int, str]] = [
    ("a typo in a property", ("query", "SELECT ?c { ?m mf:heldAt ?c }"), 0, r"no rows: line 1: \?m mf:heldAt \?c matches nothing: the graph has no mf:heldAt, did you mean mf:heldIn\?"),
    ("a missing brace", ("query", "SELECT ?c { ?m mf:heldIn ?c"), 2, r"query:1:\d+: the query cannot be parsed here, .*; 1 '}' may be missing"),
    ("an unknown forum", ("run", "hosts", "--forum", "SACN"), 2, r"'SACN' is not known as forum; did you mean SACM\?"),
    ("an empty result", ("query", "SELECT ?m { ?m mf:year 2009 }"), 0, r'no rows: line 1: \?m mf:year .* matches nothing: the graph writes "2009"\^\^xsd:gYear'),
    ("an endpoint that is down", ("query", CITY, "--endpoint", "http://127.0.0.1:{down}/sparql"), 1, r"http\S+ cannot be reached: .*; is it running\?"),
    ("an endpoint that is slow", ("query", CITY, "--endpoint", "http://127.0.0.1:{slow}/sparql", "--timeout", "1"), 1, r"http\S+ did not answer within 1 second; allow more with --timeout, or ask for less"),
    ("a value of another type", ("run", "repeat-hosts", "--min", "two"), 2, r"'two' is not a value for min; write a whole number"),
    ("an unknown format", ("query", CITY, "--format", "xls"), 2, r"'xls' is not a format here; did you mean xml\?"),
    ("no store yet", ("query", CITY, "--store", "{none}"), 1, r"there is no store in \S+; run 'migkg build' to make it, or .*"),
    ("a store of another version", ("query", CITY, "--store", "{old}"), 1, r"the store in \S+ has format 0, and this version of migkg reads 1; .*"),
]  # fmt: skip


@pytest.fixture
def places(graph_store: Path, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The addresses and folders that the commands name: a closed port, a server that never answers, a store of old."""
    shutil.copytree(graph_store, tmp_path / "old", symlinks=True)
    for manifest in (tmp_path / "old").glob("generation-*/manifest.json"):
        content = json.loads(manifest.read_text(encoding="utf-8"))
        manifest.write_text(json.dumps({**content, "format": 0}), encoding="utf-8")
    with closed_port() as down, socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        yield {
            "down": str(down),
            "slow": str(deaf.getsockname()[1]),
            "none": str(tmp_path / "none"),
            "old": str(tmp_path / "old"),
        }


@pytest.mark.enable_socket
def test_ten_messages(graph_store: Path, places: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIGKG_STORE", str(graph_store))
    for name, arguments, code, expected in FAULTS:
        said, exit_code = told([re.sub(r"\{(down|slow|none|old)\}", lambda m: places[m[1]], a) for a in arguments])
        print(f"{name} (exit {exit_code})\n    {said.rstrip()}")  # noqa: T201 - to be read with `pytest -s`
        assert re.fullmatch(expected, said.split("\n")[0]), name
        assert exit_code == code, name


def told(arguments: list[str]) -> tuple[str, int]:
    """What a command says on standard error, and its exit code, as `migkg` would give them."""
    result = CliRunner().invoke(main, arguments)
    if isinstance(result.exception, MigkgError):
        return str(result.exception), result.exception.exit_code
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.stderr, result.exit_code
