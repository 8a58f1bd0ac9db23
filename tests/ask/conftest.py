"""What the tests of plain questions share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import shipped

from migkg import api, resources
from migkg.ask import Grammar, Named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def grammar() -> Grammar:
    """The shipped words without a graph: no officials, documents or posts are known."""
    states = shipped.sources().names["states_codes"].rows
    regions = [(row.cells["iso2"], row.cells["region"]) for row in states]
    return Grammar(resources.ask_sources(), shipped.rules(), named=Named(), regions=regions)


@pytest.fixture(scope="session")
def asker(graph_store: Path) -> Iterator[api.Asker]:
    """Questions about the shipped graph."""
    with api.open(graph_store) as graph:
        yield api.Asker(graph)
