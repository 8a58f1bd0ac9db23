"""Keys that mean one thing become one key: the part that meetings, persons and documents share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.errors import DataError
from migkg.fused import Merge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SAME = "same"
"""The reason of a merge that a person asked for."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Proposal:
    """Two keys that seem to be one, the reason (a code), and the claims that show it; low ranks go first."""

    rank: int
    one: str
    other: str
    reason: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The settled key of every key, and the merges that led there."""

    settled: dict[str, str]
    merges: tuple[Merge, ...]


def asked(pairs: Iterable[tuple[str, str]]) -> list[Proposal]:
    """The pairs that people declared to be the same, as proposals that go before all others."""
    return [Proposal(rank=0, one=min(pair), other=max(pair), reason=SAME) for pair in sorted(set(pairs))]


def check(same: Iterable[tuple[str, str]], distinct: Iterable[tuple[str, str]]) -> None:
    """Raise DataError where one pair is declared both the same and distinct."""
    both = {frozenset(pair) for pair in same} & {frozenset(pair) for pair in distinct}
    if both:
        keys = min(tuple(sorted(pair)) for pair in both)
        raise DataError(
            f"{' and '.join(keys)} are declared both the same and distinct", hint="remove one of the two declarations"
        )


def unite(
    keys: Iterable[str],
    proposals: Iterable[Proposal],
    distinct: Iterable[tuple[str, str]],
    prefer: Callable[[str], object],
) -> Identity:
    """Join what is proposed, strongest first, never two keys that are distinct, directly or through others.

    The kept key of a class is the least by `prefer`, then by itself.
    """
    ordered = sorted(set(proposals))
    members = {key: frozenset({key}) for key in keys}
    for proposal in ordered:
        for key in (proposal.one, proposal.other):
            members.setdefault(key, frozenset({key}))
    apart = {frozenset(pair) for pair in distinct}
    used = [proposal for proposal in ordered if _join(members, proposal, apart)]
    settled = {key: min(group, key=lambda k: (prefer(k), k)) for key, group in members.items()}
    return Identity(settled=dict(sorted(settled.items())), merges=_explain(settled, used))


def _join(members: dict[str, frozenset[str]], proposal: Proposal, apart: set[frozenset[str]]) -> bool:
    one, other = members[proposal.one], members[proposal.other]
    if one is other:
        return True
    if any(pair <= one | other and not pair <= one and not pair <= other for pair in apart):
        return False
    both = one | other
    members.update(dict.fromkeys(both, both))
    return True


def _explain(settled: dict[str, str], used: list[Proposal]) -> tuple[Merge, ...]:
    by_key: dict[str, list[Proposal]] = {}
    for proposal in used:
        for key in (proposal.one, proposal.other):
            by_key.setdefault(key, []).append(proposal)
    merges = [
        Merge(
            kept=settled[key],
            old=key,
            reason=proposals[0].reason,
            claims=tuple(sorted({claim for p in proposals for claim in p.claims})),
        )
        for key, proposals in by_key.items()
        if settled[key] != key
    ]
    return tuple(sorted(merges))
