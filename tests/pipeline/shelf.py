"""A store in memory, for tests that change a graph thousands of times: what is tested is which quads go and come."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from migkg import store
from migkg.store import terms
from migkg.store.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.model import Quad
    from migkg.pipeline.incremental import Change


class Shelf(store.Store):
    """Read as a store is read; changed in place."""

    def __init__(self, quads: Iterable[Quad], about: dict[str, object], entries: Iterable[store.Entry] = ()) -> None:
        self._lock = -1
        self._quads = ox.Store()
        self._quads.extend(terms.parse_lines(quads))
        self._engine = Engine(self._quads)
        self.entries = store.Ledger()
        self.entries.change((), entries)
        self.describe(about)

    def close(self) -> None:
        """Nothing to close."""

    @contextmanager
    def ledger(self) -> Iterator[store.Ledger]:
        """The ledger, which is in memory too."""
        yield self.entries

    def apply(self, change: Change, about: dict[str, object]) -> None:
        """Write a change; what goes must be there, and what comes must not."""
        for quad in terms.parse_lines(change.removed):
            assert quad in self._quads
            self._quads.remove(quad)
        for quad in terms.parse_lines(change.added):
            assert quad not in self._quads
            self._quads.add(quad)
        if change.entries.anew:
            self.entries.close()
            self.entries = store.Ledger()
        self.entries.change(change.entries.removed, change.entries.added)
        self.describe(about)

    def describe(self, about: dict[str, object]) -> None:
        """Count as the store on disk counts."""
        graphs = Counter(quad[3][1:-1] for quad in self.quads())
        self.manifest: dict[str, Any] = {"graphs": dict(graphs), "quads": graphs.total(), "about": about}
