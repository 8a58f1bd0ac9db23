"""What starts the servers of others: a port that somebody else took is no fault, one that is closed stays so."""

from __future__ import annotations

import socket
import sys
import urllib.request
from typing import TYPE_CHECKING

import pytest
from tests.servers import TRIES, closed_port, running

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.enable_socket


def test_a_server_whose_port_was_taken_is_started_on_another(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        ports = [int(taken.getsockname()[1])]

        def command(port: int) -> list[str]:
            wanted = ports.pop() if ports else port
            return [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(wanted)]

        (tmp_path / "here").write_text("yes", encoding="utf-8")
        with running(command, "here", tmp_path) as address:
            assert urllib.request.urlopen(f"{address}here", timeout=10).read() == b"yes"  # noqa: S310 - loopback


def test_a_server_that_always_ends_is_told(tmp_path: Path) -> None:
    tried = []

    def command(port: int) -> list[str]:
        tried.append(port)
        return [sys.executable, "-c", "raise SystemExit(3)"]

    with pytest.raises(AssertionError, match="ended"), running(command, "", tmp_path):
        pass
    assert len(tried) == TRIES


def test_a_closed_port_refuses_and_cannot_be_taken() -> None:
    with closed_port() as port, socket.socket() as other:
        assert other.connect_ex(("127.0.0.1", port)) != 0
        with socket.socket() as third, pytest.raises(OSError, match="in use"):
            third.bind(("127.0.0.1", port))
