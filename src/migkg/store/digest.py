"""The content of a graph in one number that can follow a change without reading the graph again.

The digest of a set of quads is the sum of the SHA-256 of their canonical N-Quads lines, modulo 2**256. It
does not depend on the order, and adding or removing a quad adds or subtracts its hash.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODULUS = 1 << 256


class Digest:
    """Counts of quads by graph (the default graph is the empty name) and the hash of the whole."""

    def __init__(self, manifest: Mapping[str, Any] | None = None) -> None:
        known = manifest or {}
        self._sum = int(known.get("content", "0"), 16)
        self._graphs: Counter[str] = Counter(known.get("graphs", {}))

    def add(self, quad: ox.Quad, times: int = 1) -> None:
        """Count a quad in the engine's own form; `times` is -1 for one that went."""
        line = f"{quad} ."
        self._sum = (self._sum + times * int.from_bytes(hashlib.sha256(line.encode()).digest())) % _MODULUS
        name = quad.graph_name
        self._graphs["" if isinstance(name, ox.DefaultGraph) else name.value] += times

    def manifest(self) -> dict[str, object]:
        """The part of the manifest that describes the content."""
        graphs = {name: count for name, count in sorted(self._graphs.items()) if count}
        return {"content": f"{self._sum:064x}", "graphs": graphs, "quads": sum(graphs.values())}


def of_store(store: ox.Store) -> Digest:
    """The digest of everything in an engine's store."""
    digest = Digest()
    for quad in store.quads_for_pattern(None, None, None, None):
        digest.add(quad)
    return digest
