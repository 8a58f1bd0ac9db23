"""Sessions follow their meetings: what becomes of the key of a meeting becomes of those of its sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import predicates
from migkg.model import Merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from migkg.fuse.scope import Scope
    from migkg.model import Claim


def meeting_of(key: str) -> str:
    """The key of the meeting that a session is part of; any other key itself."""
    parts = predicates.session_parts(key)
    return parts[0] if parts is not None else key


def settle(claims: Iterable[Claim], scope: Scope, subjects: Mapping[str, str]) -> dict[str, str]:
    """The settled key of each session, as stated and within its source, from those of the meetings."""
    found: dict[str, str] = {}
    meant: dict[str, set[str]] = {}
    for claim in claims:
        own = scope.node(claim.subject, claim)
        parts = predicates.session_parts(own)
        if parts is not None:
            found[own] = predicates.session_key(subjects.get(parts[0], parts[0]), parts[1])
            meant.setdefault(claim.subject, set()).add(found[own])
    stated = {key: next(iter(kept)) for key, kept in meant.items() if len(kept) == 1}
    return stated | found


def merges(of_meetings: Sequence[Merge], sessions: Mapping[str, str]) -> set[Merge]:
    """The merges of sessions that those of their meetings bring about."""
    by_old = {merge.old: merge for merge in of_meetings}
    found = set()
    for key, kept in sessions.items():
        merge = by_old.get(meeting_of(key))
        if merge is not None and key != kept:
            found.add(Merge(kept=kept, old=key, reason=merge.reason, claims=merge.claims))
    return found
