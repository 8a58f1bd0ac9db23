"""Texts made ready for the rules, and what is seen in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.extract.engine import engine
from migkg.extract.reader import prepare
from migkg.model import Article

if TYPE_CHECKING:
    from migkg.extract.engine import Engine, Prepared
    from migkg.lexicon import Lexicon


def article(lang: str, text: str, published: str | None = None) -> Article:
    """An article of a text."""
    return Article(id="test", lang=lang, published=published, text=text, sha256="")


def reader(lexicon: Lexicon, lang: str) -> Engine:
    """What reads a language."""
    found = engine(lexicon, lang)
    assert found is not None
    return found


def parts(lexicon: Lexicon, lang: str, text: str, published: str | None = None) -> list[Prepared]:
    """The sentences of a text as the rules see them."""
    return prepare(article(lang, text, published), reader(lexicon, lang))


def persons_of(lexicon: Lexicon, lang: str, text: str) -> dict[str, list[str]]:
    """Each person of a text with the posts, as `title @ body`."""
    found: dict[str, list[str]] = {}
    for part in parts(lexicon, lang, text):
        for item in part.masked.items.values():
            for person in item.members if item.kind == "persons" else ():
                told = found.setdefault(person.value, [])
                told += [f"{r.title} @ {r.body}" for r in person.roles if r.title]
    return found
