"""What kind of disagreement this is: as people judged it, else as far as the claims themselves can tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.claim_table import source_of
from migkg.model import Modality
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.fuse.accept import Candidate, Decision, Loss, Rule

CHANGE, COUNT, ERROR, NAMING, OPEN = "change over time", "count rule", "error", "naming", "open"
_SHARED = 0.5
"""The part of the words of a shorter title that a wording of the same has in common with the longer one."""
_FEW = 7
"""Days by which the first or last days of one meeting differ where sources count differently."""
_PLACE, _TIME = frozenset({"heldIn", "heldInCountry"}), frozenset({"year", *predicates.DATES})
_OTHER_DATE = dict(zip(predicates.DATES, reversed(predicates.DATES), strict=True))


def kind(subject: str, loss: Loss, decisions: Mapping[str, Decision], rule: Rule) -> str:
    """The kind of a disagreement: as people judged it, else by rule.

    `decisions` are those on the other properties of the same subject. A value that cannot stand beside another
    property's is part of the disagreement on that property.
    """
    cause = decisions.get(loss.cause.predicate) if loss.cause is not None else None
    related = [other for other in cause.losses if _related(loss.loser, other.loser)] if cause is not None else []
    judged = rule.judgements.kind(subject, loss.loser.predicate, loss.loser.object)
    if judged or not related:
        return judged or _by_rule(loss, decisions, rule)
    return min(kind(subject, replace(other, cause=None), decisions, rule) for other in related)


def _by_rule(loss: Loss, decisions: Mapping[str, Decision], rule: Rule) -> str:
    return next((name for name, holds in _RULES if holds(loss, decisions, rule)), OPEN)


def _changed(loss: Loss, _: Mapping[str, Decision], __: Rule) -> bool:
    """Whether one side only announces, or tells what another said, and the other states what came of it."""
    return _announced(loss.loser) != _announced(loss.against)


def _corrected(loss: Loss, _: Mapping[str, Decision], __: Rule) -> bool:
    """Whether all who give the losing value give the accepted one too."""
    return _sources(loss.loser) <= _sources(loss.against)


def _reworded(loss: Loss, _: Mapping[str, Decision], __: Rule) -> bool:
    return loss.loser.predicate == "hasTheme" and _alike(loss.loser.object, loss.against.object)


def _counted_elsewhere(loss: Loss, decisions: Mapping[str, Decision], rule: Rule) -> bool:
    """Whether those who give the losing value place the meeting in another city and another time alike.

    They do not err about this meeting: they count another one in its place.
    """
    told = rule.origins.of(loss.loser.stating)
    losses = [other.loser for found in decisions.values() for other in found.losses]
    lost = {loser.predicate for loser in losses if told & rule.origins.of(loser.stating)}
    return bool(lost & _PLACE) and bool(lost & _TIME)


def _shifted(loss: Loss, _: Mapping[str, Decision], __: Rule) -> bool:
    """Whether two numbers of one edition differ by one: the count begins with another meeting."""
    if loss.loser.predicate != "ordinal" or loss.against.predicate != "ordinal":
        return False
    return abs(int(loss.loser.object) - int(loss.against.object)) == 1


def _outnumbered(loss: Loss, _: Mapping[str, Decision], rule: Rule) -> bool:
    """Whether a single origin stands against several on what a meeting can have but once."""
    if loss.loser.predicate not in _TIME | {"ordinal", "hasEdition", *predicates.PRESENCE}:
        return False
    return rule.origins.count(loss.loser.witnesses) == 1 < rule.origins.count(loss.against.witnesses)


def slug(name: str) -> str:
    """The kind as the last part of a check's name."""
    return name.replace(" ", "-")


def _announced(candidate: Candidate) -> bool:
    """Whether the value is only planned, or the word of somebody else."""
    return all(claim.modality is not Modality.STATED for claim in candidate.supporting)


def _related(one: Candidate, other: Candidate) -> bool:
    return bool(_sources(one) & _sources(other))


def _counted(loss: Loss, decisions: Mapping[str, Decision], _: Rule) -> bool:
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


_RULES = (
    (CHANGE, _changed),
    (ERROR, _corrected),
    (COUNT, _counted),
    (COUNT, _counted_elsewhere),
    (COUNT, _shifted),
    (ERROR, _outnumbered),
    (NAMING, _reworded),
)
"""The kinds that a rule can tell, in the order in which the rules are asked."""
