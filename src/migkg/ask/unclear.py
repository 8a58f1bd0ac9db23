"""What a question leaves unclear once its parts have their places: it is refused rather than guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.ask.checks import OF_ITSELF
from migkg.ask.model import All, MeetingRef, NotUnderstoodError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.ask.clauses import Clause, Sentence
    from migkg.ask.meetings import Meetings
    from migkg.ask.target import Target

_TEXTS = frozenset({"document", "theme"})


def refuse(target: Target, said: Sentence, meetings: Meetings) -> None:
    """NotUnderstoodError where the parts go together in more than one way, or in none that the graph knows."""
    of_meeting = [c for c in said.clauses if c.relation.subject == "meeting"]
    if said.now and (of_meeting or said.posts) and not meetings.tenure_is_dated:
        raise NotUnderstoodError("the graph does not say what holds now")
    if said.during and target.types == {"meeting"} and _is_one(meetings):
        raise NotUnderstoodError("a time is given, but nothing that lasted so long")
    _refuse_places(target, said, meetings, of_meeting)
    _refuse_counts(target, said)
    _refuse_several(target, said)
    if (
        said.ends
        and target.attribute
        and not (meetings.tenure_is_dated or _is_one(meetings) or said.period or said.places or said.clauses)
    ):
        raise NotUnderstoodError("it is not said of which meetings")


def _refuse_places(target: Target, said: Sentence, meetings: Meetings, of_meeting: Sequence[Clause]) -> None:
    """No reading for `the president of Chile`, nor for `a secretariat in Geneva`: only meetings have a place."""
    takes_state = any("state" in c.relation.objects and not c.relation.light for c in of_meeting)
    told = meetings.described is not None or target.types & OF_ITSELF
    places = tuple(place.text for place in said.places)
    if takes_state and not told and any(place.type == "state" for place in said.places):
        raise NotUnderstoodError("it is not clear what belongs to", places)
    named = meetings.described is not None and bool(meetings.described.kind or _is_one(meetings))
    if places and said.clauses and not (of_meeting or named or target.attribute):
        raise NotUnderstoodError("it is not clear what belongs to", places)


def _refuse_counts(target: Target, said: Sentence) -> None:
    """Years that something lasted and heads at a meeting are not counted, only years and persons that are known."""
    if target.form != "count":
        return
    told = said.clauses or said.places or said.period
    if (target.attribute or target.meeting == MeetingRef()) and not told:
        raise NotUnderstoodError("a number stands where none is expected")


def _refuse_several(target: Target, said: Sentence) -> None:
    """`the themes of A and B` are those of each, and no text is of both; so may `members` of two be counted."""
    for clause in said.clauses:
        if clause.asks != "object" or not isinstance(clause.subject, All):
            continue
        noun = target.form == "count" and target.types == clause.relation.open and len(target.types) > 1
        if target.types & _TEXTS or (noun and not said.common):
            raise NotUnderstoodError("it is not clear whether each or all are meant", (clause.relation.name,))


def _is_one(meetings: Meetings) -> bool:
    return meetings.described is not None and meetings.described.is_definite
