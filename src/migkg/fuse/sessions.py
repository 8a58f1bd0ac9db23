"""Sessions follow their meetings: what becomes of the key of a meeting becomes of those of its sessions.

A theme that a text gives to a session is not that of the meeting: readers take it for one now and then.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.fused import Merge
from migkg.model import Evidence, Status
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from migkg.fuse.scope import Scope
    from migkg.fused import Resolved
    from migkg.model import Claim

OF_A_SESSION = "of a session"
"""The reason why a claim about a meeting is refused whose theme is that of a session."""
_THEME = "hasTheme"


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


def without_themes(claims: Sequence[Claim], resolved: Mapping[str, Resolved]) -> dict[str, Resolved]:
    """The resolved claims; those that give a meeting the theme which the same text gives to its session are refused."""
    told = {claim.id: place for claim in claims if (place := _theme(claim, resolved)) is not None}
    of_sessions = {place for claim, place in told.items() if predicates.session_parts(resolved[claim].subject)}
    return {
        claim: replace(found, status=Status.REJECTED, reason=OF_A_SESSION)
        if told.get(claim) in of_sessions and predicates.session_parts(found.subject) is None
        else found
        for claim, found in resolved.items()
    }


def _theme(claim: Claim, resolved: Mapping[str, Resolved]) -> tuple[str, str, str] | None:
    """The article, the meeting and the words of an accepted claim about a theme; None for any other."""
    found = resolved[claim.id]
    if claim.predicate != _THEME or found.status is not Status.ACCEPTED or not isinstance(claim.evidence, Evidence):
        return None
    return claim.evidence.article, meeting_of(found.subject), fold(found.object)
