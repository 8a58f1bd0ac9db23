"""The application on the little graph, asked without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from migkg.serve.app import application
from migkg.serve.pool import Limits
from migkg.serve.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Serving

LIMITS = Limits(timeout=3.0, quantum=0.2, max_rows=500, quick_slots=1, slow_slots=1, slow_room=2, patience=20.0)


@pytest.fixture(scope="session")
def client(little_store: Path) -> Iterator[TestClient]:
    """A client that follows no redirects and sees faults of the server as status 500."""
    app = application(little_store, Settings(limits=LIMITS, max_body=20_000, rate=0))
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as made:
        yield made


@pytest.fixture(scope="session")
def address(little_store: Path, serving: Serving) -> Iterator[str]:
    """A running server of the little graph: the address of its root, with a slash."""
    with serving(little_store) as base:
        yield base
