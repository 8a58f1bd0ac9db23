"""Who stands behind a claim: independent origins, and the weight they give."""

from __future__ import annotations

from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from migkg.claim_table import source_of
from migkg.model import Evidence, RowEvidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.model import Claim

NO_MARKS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Origins:
    """Sources that share an address or a hash are one origin: a copied error is one witness.

    `marks` maps the id of an article to its marks (URL, SHA-256); a table row is marked by the source it cites.
    `more` gives the marks of sources by which others may be one origin, whether they have claims here or not.
    """

    def __init__(
        self,
        claims: Iterable[Claim],
        marks: Mapping[str, tuple[str, ...]],
        more: Mapping[str, tuple[str, ...]] = NO_MARKS,
    ) -> None:
        self._parent: dict[str, str] = {}
        for source, found in chain(((source_node(c), marks_of(c, marks)) for c in claims), more.items()):
            self._parent.setdefault(source, source)
            for mark in found:
                self._join(source, f"mark {mark}")

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
        return frozenset(self._root(source_node(claim)) for claim in claims)

    def support(self, claims: Iterable[Claim]) -> tuple[int, int]:
        """The first two criteria of acceptance: origins of verified table rows, then origins of all kinds."""
        known = tuple(claims)
        return self.count(c for c in known if isinstance(c.evidence, RowEvidence)), self.count(known)


def marks_of(claim: Claim, marks: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """By what the source of a claim is known to be the copy of another."""
    evidence = claim.evidence
    found = (evidence.source,) if isinstance(evidence, RowEvidence) else marks.get(evidence.article, ())
    return tuple(mark for mark in found if mark)


def source_node(claim: Claim) -> str:
    """`article ID` or `row TABLE/ROW`."""
    kind = "article" if isinstance(claim.evidence, Evidence) else "row"
    return f"{kind} {source_of(claim)}"
