"""What kind of disagreement this is: as people judged it, else as far as the claims themselves can tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.claim_table import source_of
from migkg.model import Modality
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.fuse.accept import Candidate, Decision, Loss
    from migkg.fuse.judged import Judgements

CHANGE, COUNT, ERROR, NAMING, OPEN = "change over time", "count rule", "error", "naming", "open"
_SHARED = 0.5
"""The part of the words of a shorter title that a wording of the same has in common with the longer one."""
_FEW = 7
"""Days by which the first or last days of one meeting differ where sources count differently."""
_OTHER_DATE = dict(zip(predicates.DATES, reversed(predicates.DATES), strict=True))


def kind(subject: str, loss: Loss, decisions: Mapping[str, Decision], judgements: Judgements) -> str:
    """The kind of a disagreement; `decisions` are those on the other properties of the same subject.

    A value that cannot stand beside another property's is part of the disagreement on that property.
    """
    loser, winner = loss.loser, loss.against
    judged = judgements.kind(subject, loser.predicate, loser.object)
    if judged:
        return judged
    cause = decisions.get(loss.cause.predicate) if loss.cause is not None else None
    if cause is not None:
        causes = sorted(kind(subject, other, {}, judgements) for other in cause.losses if _related(loser, other.loser))
        if causes:
            return causes[0]
    if _announced(loser) != _announced(winner):
        return CHANGE
    if _sources(loser) <= _sources(winner):
        return ERROR
    if _counted(loss, decisions):
        return COUNT
    return NAMING if loser.predicate == "hasTheme" and _alike(loser.object, winner.object) else OPEN


def slug(name: str) -> str:
    """The kind as the last part of a check's name."""
    return name.replace(" ", "-")


def _announced(candidate: Candidate) -> bool:
    """Whether the value is only planned, or the word of somebody else."""
    return all(claim.modality is not Modality.STATED for claim in candidate.supporting)


def _related(one: Candidate, other: Candidate) -> bool:
    return bool(_sources(one) & _sources(other))


def _counted(loss: Loss, decisions: Mapping[str, Decision]) -> bool:
    """Whether those who give another first day, a few days off, give the accepted last day, or the other way about.

    They count days differently (an evening, a day of civil society) but mean one meeting.
    """
    other = decisions.get(_OTHER_DATE.get(loss.loser.predicate, ""))
    if other is None or other.winner is None or not _near(loss.loser.object, loss.against.object):
        return False
    return bool(_sources(loss.loser) & frozenset(map(source_of, other.winner.supporting)))


def _near(one: str, other: str) -> bool:
    first, second = partial.bounds(one), partial.bounds(other)
    if first is None or second is None:
        return False
    return abs((date.fromisoformat(first[0]) - date.fromisoformat(second[0])).days) <= _FEW


def _sources(candidate: Candidate) -> frozenset[str]:
    return frozenset(source_of(claim) for claim in candidate.stating)


def _alike(one: str, other: str) -> bool:
    words = sorted((_words(one), _words(other)), key=len)
    return len(words[0] & words[1]) >= _SHARED * len(words[0])


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def same_words(titles: Iterable[str]) -> bool:
    """Whether the words of the shorter title all stand in the longer one."""
    words = sorted((_words(title) for title in titles), key=len)
    return words[0] <= words[-1]
