"""The rule of acceptance: which of competing values becomes the fact, and which stay disputed.

Over all claims about one subject and one single-valued property, the first criterion that tells decides:
origins of verified table rows; independent origins of all kinds; stated over planned over reported; the
more precise value; the latest publication; the least value. A value is supported by the claims that state
it and by those that state a less precise form of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.model import Modality

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.fuse.evidence import Origins
    from migkg.model import Claim, Resolved

_MODALITY = {Modality.STATED: 2, Modality.PLANNED: 1, Modality.REPORTED: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A value, as predicate and object, with the claims that state it and those that support it."""

    predicate: str
    object: str
    stating: tuple[Claim, ...]
    supporting: tuple[Claim, ...]

    @property
    def precision(self) -> int:
        """How much the value says: of a date its parts, of presence whether it is more than a gap in a list."""
        date = partial.parse(self.object)
        return predicates.PRESENCE.get(self.predicate, 0) if date is None else date.precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The accepted value, and the values that lost."""

    winner: Candidate
    losers: tuple[Candidate, ...]


def decide(claims: Sequence[Claim], resolved: Mapping[str, Resolved], origins: Origins) -> Decision:
    """Choose among the values of one property (or one presence); values that can mean the same do not lose."""
    stating: dict[tuple[str, str], list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: c.id):
        found = resolved[claim.id]
        stating.setdefault((found.predicate, found.object), []).append(claim)
    candidates = [_candidate(key, stating) for key in sorted(stating)]
    winner = max(candidates, key=lambda c: _weight(c, origins))
    losers = [c for c in candidates if c is not winner and not _compatible(winner, c)]
    return Decision(winner=winner, losers=tuple(losers))


def _candidate(key: tuple[str, str], stating: Mapping[tuple[str, str], list[Claim]]) -> Candidate:
    predicate, value = key
    vaguer = [
        claim
        for (other, vague), claims in stating.items()
        if other == predicate and partial.refines(value, vague)
        for claim in claims
    ]
    own = tuple(stating[key])
    return Candidate(predicate=predicate, object=value, stating=own, supporting=(*own, *vaguer))


def _weight(candidate: Candidate, origins: Origins) -> tuple[tuple[int, int], int, int, str]:
    """The criteria but the last: the least value is the first of the candidates, which `max` keeps in a draw."""
    return (
        origins.support(candidate.supporting),
        max(_MODALITY[claim.modality] for claim in candidate.supporting),
        candidate.precision,
        max(claim.published or "" for claim in candidate.supporting),
    )


def _compatible(winner: Candidate, other: Candidate) -> bool:
    if winner.predicate != other.predicate:
        return predicates.PRESENT not in {winner.predicate, other.predicate}
    return partial.overlaps(winner.object, other.object)
