"""What each choice among the offers of an article would claim."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from migkg.extract import consolidate
from migkg.extract.context import Stated
from migkg.extract.discourse import Meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from migkg.extract.attachment import Offer
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
    settled = [(m, m.year, m.city) for m in meetings]

    def stated(number: int, option: int) -> Stated:
        candidate = offers[number].candidate
        facts = [consolidate.settled(f, discourse) for f in candidate.facts(candidate.options[option], 1.0)]
        made = tuple((_key(f), f.predicate, f.object) for f in consolidate.dated(facts, published))
        _restore(settled)
        subject = facts[0].subject if facts else ""
        return Stated(subject if isinstance(subject, str) else names[id(subject)], made)

    try:
        yield stated
    finally:
        _restore(before)


def _known(offers: Sequence[Offer], ruled: Sequence[Fact], discourse: Discourse) -> list[Meeting]:
    """Every meeting that something may be said of."""
    subjects = [o.subject for offer in offers for o in offer.candidate.options]
    every = [*discourse.meetings, *discourse.supposed.values(), *subjects, *(f.subject for f in ruled)]
    return list({id(m): m for m in every if isinstance(m, Meeting)}.values())


def _restore(states: Sequence[tuple[Meeting, str, str]]) -> None:
    for meeting, year, city in states:
        meeting.year, meeting.city = year, city


def _key(fact: Fact) -> str:
    return fact.subject.key if isinstance(fact.subject, Meeting) else fact.subject
