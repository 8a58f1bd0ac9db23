"""What each choice among the offers of an article would claim."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from migkg.extract import consolidate, settle
from migkg.extract.candidates import SETTLING
from migkg.extract.context import Stated
from migkg.extract.light import replace
from migkg.extract.meeting import Meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from migkg.extract.attachment import Offer
    from migkg.extract.candidates import Candidate, Option
    from migkg.extract.discourse import Discourse
    from migkg.extract.facts import Fact


@contextmanager
def supposing(
    offers: Sequence[Offer], ruled: Sequence[Fact], discourse: Discourse, published: str
) -> Iterator[Callable[[int, int], Stated]]:
    """What an offer, by its number, would state for one of its options, by theirs.

    Years and cities of meetings are as the rules alone leave them; what is only supposed is not learnt of the
    meetings: at the end they are as before.
    """
    meetings = _known(offers, ruled, discourse)
    names = {id(m): f"meeting {n}" for n, m in enumerate(meetings)}
    before = [(m, m.year, m.city) for m in meetings]
    consolidate.dated(ruled, published)
    meant = {id(m): settle.meant(m, discourse) for m in meetings}
    keys = {id(m): m.key for m in meetings}

    def stated(number: int, option: int) -> Stated:
        candidate = offers[number].candidate
        chosen = candidate.options[option]
        subject = meant.get(id(chosen.subject), chosen.subject)
        if candidate.relation in SETTLING:
            key, said = _settling(candidate, replace(chosen, subject=subject), published)
        else:
            key = subject if isinstance(subject, str) else keys[id(subject)]
            said = [(predicate, value) for predicate, value, _ in candidate.objects]
        name = subject if isinstance(subject, str) else names[id(subject)]
        return Stated(name, tuple((key, predicate, value) for predicate, value in said))

    try:
        yield stated
    finally:
        _restore(before)


def _settling(candidate: Candidate, option: Option, published: str) -> tuple[str, list[tuple[str, str]]]:
    """The key that the subject has when what is said of its time and place is true, and what is said."""
    subject = option.subject
    state = [(subject, subject.year, subject.city)] if isinstance(subject, Meeting) else []
    facts = consolidate.dated(candidate.facts(option, 1.0), published)
    key = subject if isinstance(subject, str) else subject.key
    _restore(state)
    return key, [(fact.predicate, fact.object) for fact in facts]


def _known(offers: Sequence[Offer], ruled: Sequence[Fact], discourse: Discourse) -> list[Meeting]:
    """Every meeting that something may be said of."""
    subjects = [o.subject for offer in offers for o in offer.candidate.options]
    every = [*discourse.meetings, *discourse.supposed.values(), *subjects, *(f.subject for f in ruled)]
    return list({id(m): m for m in every if isinstance(m, Meeting)}.values())


def _restore(states: Sequence[tuple[Meeting, str, str]]) -> None:
    for meeting, year, city in states:
        meeting.year, meeting.city = year, city
