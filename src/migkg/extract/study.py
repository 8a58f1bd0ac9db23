"""What the attachment model learns from: every offer of an article with the claims that each choice would make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.extract import consolidate, reader
from migkg.extract.attachment import Offer, offers
from migkg.extract.discourse import Meeting
from migkg.extract.engine import engine

if TYPE_CHECKING:
    from migkg.extract.discourse import Discourse
    from migkg.extract.facts import Fact
    from migkg.lexicon import Lexicon
    from migkg.model import Article

Key = tuple[str, str, str]
"""Subject, predicate and object of a claim."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """An offer and, for each of its options, the claims it would make."""

    offer: Offer
    claims: tuple[tuple[Key, ...], ...]


def lessons(article: Article, lexicon: Lexicon) -> list[Lesson]:
    """All offers of an article in a language of the lexicon; the subjects are as the rules alone leave them."""
    reading = engine(lexicon, article.lang)
    if reading is None:
        return []
    prepared = reader.prepare(article, reading)
    published = article.published or reader.published_in(prepared)
    discourse = reader.begun(prepared, reading)
    found: list[Offer] = []
    ruled: list[Fact] = []
    for scene, facts in reader.scenes(prepared, reading, discourse):
        ruled += facts
        found += offers(scene, facts, reading.cues(scene.masked), article.lang)
    consolidate.dated(ruled, published)
    return [Lesson(offer, tuple(_claims(offer, n, discourse, published) for n in _numbers(offer))) for offer in found]


def _numbers(offer: Offer) -> range:
    return range(len(offer.candidate.options))


def _claims(offer: Offer, number: int, discourse: Discourse, published: str) -> tuple[Key, ...]:
    facts = [reader.settled(f, discourse) for f in offer.candidate.facts(offer.candidate.options[number], 1.0)]
    meetings = [(f.subject, f.subject.year, f.subject.city) for f in facts if isinstance(f.subject, Meeting)]
    made = consolidate.dated(facts, published)
    for meeting, year, city in meetings:  # what is only supposed must not be learnt of the meeting
        meeting.year, meeting.city = year, city
    return tuple((_key(f), f.predicate, f.object) for f in made)


def _key(fact: Fact) -> str:
    return fact.subject.key if isinstance(fact.subject, Meeting) else fact.subject
