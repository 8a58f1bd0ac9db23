"""Queries on quads that are not (yet) in a store on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from migkg.store import terms
from migkg.store.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.model import Quad
    from migkg.query import Result


class Memory:
    """A set of quads that can be queried; it is gone with the object."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        store = ox.Store()
        store.bulk_extend(terms.parse_lines(quads))
        self._engine = Engine(store)

    def query(self, sparql: str) -> Result:
        """Answer one of the project's own queries; QueryError where it cannot."""
        return self._engine.run(sparql)
