"""The graph of the shipped tables, without articles: built once for the tests of the canned queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg import pipeline, store
from migkg.api import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    path = tmp_path_factory.mktemp("tables")
    made = pipeline.assemble([], [], pipeline.know(None), lambda *_: None)
    store.build(path, made.quads, {})
    with KnowledgeGraph(path) as graph:
        yield graph
