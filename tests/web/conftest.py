"""The little graph as pages read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg import api
from migkg.web import pages
from migkg.web.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from migkg.web.pages import Shelf


@pytest.fixture(scope="session")
def library(little_store: Path) -> Iterator[Library]:
    """The little graph."""
    with api.open(little_store) as graph:
        yield Library(graph)


@pytest.fixture(scope="session")
def shelf(library: Library) -> Shelf:
    """The little graph with the canned queries."""
    return pages.shelf(library)
