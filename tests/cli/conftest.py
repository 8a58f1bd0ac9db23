"""What the tests of the command line share."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.cli.calls import TEXT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def store(graph_store: Path) -> str:
    return str(graph_store)


@pytest.fixture
def own_store(graph_store: Path, tmp_path: Path) -> str:
    """A copy of the shipped graph that a test may change."""
    path = tmp_path / "graph"
    shutil.copytree(graph_store, path, symlinks=True)
    return str(path)


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "es-asuncion-2006.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)
