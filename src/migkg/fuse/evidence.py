"""Who stands behind a claim: independent origins, and the weight they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.claim_table import source_of
from migkg.model import Evidence, RowEvidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.model import Claim


class Origins:
    """Sources that share an address or a hash are one origin: a copied error is one witness.

    `marks` maps the id of an article to its marks (URL, SHA-256); a table row is marked by the source it cites.
    """

    def __init__(self, claims: Iterable[Claim], marks: Mapping[str, tuple[str, ...]]) -> None:
        self._parent: dict[str, str] = {}
        for claim in claims:
            source = _node(claim)
            self._parent.setdefault(source, source)
            for mark in self._marks(claim, marks):
                self._join(source, f"mark {mark}")

    @staticmethod
    def _marks(claim: Claim, marks: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        found = (
            (claim.evidence.source,)
            if isinstance(claim.evidence, RowEvidence)
            else marks.get(claim.evidence.article, ())
        )
        return tuple(mark for mark in found if mark)

    def _join(self, one: str, other: str) -> None:
        first, second = self._root(one), self._root(other)
        low, high = min(first, second), max(first, second)
        self._parent[high] = low

    def _root(self, node: str) -> str:
        self._parent.setdefault(node, node)
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def count(self, claims: Iterable[Claim]) -> int:
        """The number of independent origins among the sources of the claims."""
        return len(self.of(claims))

    def of(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The origins of the claims: sources that copy one another are one."""
        return frozenset(self._root(_node(claim)) for claim in claims)

    def support(self, claims: Iterable[Claim]) -> tuple[int, int]:
        """The first two criteria of acceptance: origins of verified table rows, then origins of all kinds."""
        known = tuple(claims)
        return self.count(c for c in known if isinstance(c.evidence, RowEvidence)), self.count(known)


def _node(claim: Claim) -> str:
    kind = "article" if isinstance(claim.evidence, Evidence) else "row"
    return f"{kind} {source_of(claim)}"
