"""Which names are one document: the same telling words, adopted at the same meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.fuse.resolve import document, fault
from migkg.model import Merge
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from migkg.model import Claim

_TELLING = 4
"""Letters from which a word tells documents apart; shorter ones are mostly articles and prepositions."""
_Named = dict[tuple[str, str], list["Claim"]]


def settle(
    claims: Iterable[Claim], meeting_of: Callable[[Claim], str]
) -> tuple[dict[tuple[str, str], str], tuple[Merge, ...]]:
    """The key of each document by (meeting, name as stated), and the merges that led there.

    A name that several meetings gave to their own document gets the meeting in brackets.
    """
    named: _Named = {}
    for claim in claims:
        if claim.predicate == "adopted" and fault(claim) in {"", "unverified"}:
            named.setdefault((meeting_of(claim), claim.object.removeprefix("document:")), []).append(claim)
    kept = _spellings(named)
    meetings: dict[str, set[str]] = {}
    for (meeting, _), name in kept.items():
        meetings.setdefault(fold(name), set()).add(meeting)
    keys = {
        (meeting, name): _key(spelling, meeting, shared=len(meetings[fold(spelling)]) > 1)
        for (meeting, name), spelling in kept.items()
    }
    return _with_prefixes(keys), _merges(named, keys)


def _spellings(named: _Named) -> dict[tuple[str, str], str]:
    """The spelling kept for each name of a meeting's documents: the one most claims write, then the least."""
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for meeting, name in named:
        groups.setdefault((meeting, _telling(name)), []).append(name)
    kept = {}
    for (meeting, _), names in groups.items():
        best = min(names, key=lambda n: (-len(named[meeting, n]), n))
        kept.update({(meeting, name): best for name in names})
    return kept


def _telling(name: str) -> tuple[str, ...]:
    words = fold(name).split()
    return tuple(sorted({w for w in words if len(w) >= _TELLING or w.isdigit()})) or tuple(words)


def _key(name: str, meeting: str, *, shared: bool) -> str:
    return document(f"{name} ({meeting.partition(':')[2]})" if shared else name)


def _with_prefixes(keys: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    return keys | {(meeting, document(name)): key for (meeting, name), key in keys.items()}


def _merges(named: _Named, keys: dict[tuple[str, str], str]) -> tuple[Merge, ...]:
    found: dict[tuple[str, str], set[str]] = {}
    for (meeting, name), key in keys.items():
        if key != document(name):
            ids = {claim.id for claim in named[meeting, name]}
            found.setdefault((key, document(name)), set()).update(ids)
    return tuple(
        Merge(kept=kept, old=old, reason="same document", claims=tuple(sorted(ids)))
        for (kept, old), ids in sorted(found.items())
    )
