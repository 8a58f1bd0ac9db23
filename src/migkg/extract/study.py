"""What the attachment model learns from: every offer of an article with the claims that each choice would make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.extract import reader
from migkg.extract.engine import engine
from migkg.extract.suppose import supposing

if TYPE_CHECKING:
    from migkg.extract.attachment import Offer
    from migkg.extract.context import Key, Stated
    from migkg.lexicon import Lexicon
    from migkg.model import Article


@dataclass(frozen=True, slots=True)
class Lesson:
    """An offer and, for each of its options, what it would state."""

    offer: Offer
    stated: tuple[Stated, ...]

    @property
    def claims(self) -> tuple[tuple[Key, ...], ...]:
        """The claims of each option."""
        return tuple(stated.claims for stated in self.stated)


def lessons(article: Article, lexicon: Lexicon) -> list[Lesson]:
    """All offers of an article in a language of the lexicon; the subjects are as the rules alone leave them."""
    reading = engine(lexicon, article.lang)
    if reading is None:
        return []
    prepared = reader.prepare(article, reading)
    discourse = reader.begun(prepared, reading)
    found, ruled = reader.offered(prepared, reading, discourse)
    with supposing(found, ruled, discourse, article.published or reader.published_in(prepared)) as stated:
        options = [range(len(offer.candidate.options)) for offer in found]
        return [Lesson(o, tuple(stated(n, k) for k in options[n])) for n, o in enumerate(found)]
