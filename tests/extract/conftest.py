"""One lexicon for all tests of reading: the shipped one, without the attachment model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import shipped

from migkg.extract import read
from migkg.model import Article, Claim, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return shipped.rules()


@pytest.fixture(scope="session")
def reading(lexicon: Lexicon) -> Callable[..., Reading]:
    def of(text: str, lang: str = "en", published: str | None = None) -> Reading:
        return read(Article(id="test", lang=lang, published=published, text=text, sha256=""), lexicon)

    return of


@pytest.fixture(scope="session")
def claims(reading: Callable[..., Reading]) -> Callable[..., set[str]]:
    """The claims of a text as `subject predicate object` lines."""

    def of(text: str, lang: str = "en", published: str | None = None) -> set[str]:
        return {line(c) for c in reading(text, lang, published).claims}

    return of


def line(claim: Claim) -> str:
    return f"{claim.subject} {claim.predicate} {claim.object}"
