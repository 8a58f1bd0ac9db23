"""One lexicon for all tests of reading: the shipped one, without the attachment model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests import shipped
from tests.extract.makers import article, parts, reader

from migkg.extract import read
from migkg.extract.reader import begun

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.extract.discourse import Discourse
    from migkg.lexicon import Lexicon
    from migkg.model import Claim, Reading


NOT_READ = frozenset(Path(__file__).with_name("not_read.txt").read_text(encoding="utf-8").splitlines())
"""Tests of wordings that are not read, by name; see the file."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect of the wordings that are not read that they fail."""
    for item in items:
        if item.nodeid.rpartition("tests/extract/")[2] in NOT_READ:
            item.add_marker(pytest.mark.xfail(strict=True, reason="not read by the shipped weights"))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return shipped.rules()


@pytest.fixture(scope="session")
def reading(lexicon: Lexicon) -> Callable[..., Reading]:
    def of(text: str, lang: str = "en", published: str | None = None) -> Reading:
        return read(article(lang, text, published), lexicon)

    return of


@pytest.fixture(scope="session")
def claims(reading: Callable[..., Reading]) -> Callable[..., set[str]]:
    """The claims of a text as `subject predicate object` lines."""

    def of(text: str, lang: str = "en", published: str | None = None) -> set[str]:
        return {line(c) for c in reading(text, lang, published).claims}

    return of


@pytest.fixture(scope="session")
def beginning(lexicon: Lexicon) -> Callable[[str, str], Discourse]:
    """What is known of an article before its first sentence is read."""

    def of(text: str, lang: str) -> Discourse:
        return begun(parts(lexicon, lang, text), reader(lexicon, lang))

    return of


def line(claim: Claim) -> str:
    return f"{claim.subject} {claim.predicate} {claim.object}"
