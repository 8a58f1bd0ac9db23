"""What every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
SHARED = TOP.parent / "shared"


@pytest.fixture(scope="session")
def top() -> Path:
    """The folder of the project."""
    return TOP


@pytest.fixture(scope="session")
def graph_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the shipped data, built once for all tests; they only read it."""
    from migkg import pipeline

    path = tmp_path_factory.mktemp("shipped") / "graph"
    pipeline.build(path, [])
    return path
