"""What each choice among the offers of an article would claim."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
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

    meant = {id(m): consolidate.meant(m, discourse) for m in meetings}

    def stated(number: int, option: int) -> Stated:
        candidate = offers[number].candidate
        chosen = candidate.options[option]
        subject = meant.get(id(chosen.subject), chosen.subject)
        facts = consolidate.dated(candidate.facts(replace(chosen, subject=subject), 1.0), published)
        key = subject if isinstance(subject, str) else subject.key
        made = tuple((key, fact.predicate, fact.object) for fact in facts)
        _restore(settled)
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
