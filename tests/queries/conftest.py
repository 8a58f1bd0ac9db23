"""The graph of the shipped tables, without articles: built once for the tests of the canned queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import shipped

from migkg import pipeline, store
from migkg.api import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def _build(path: Path) -> None:
    made = pipeline.assemble([], [], shipped.knowledge(), lambda *_: None)
    store.build(path, made.quads, {})


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph(shipped.made_once(tmp_path_factory, "tables", _build)) as graph:
        yield graph
