r"""What a text states, and nothing beside it: words that rule a relation out, and those that leave no doubt.

`ruled_out_*.tsv` has a text, in which `\n` ends a line, and all the claims it makes (`subject predicate object | ...`).
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests import shipped

from migkg import extract
from migkg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

FREE = frozenset({"ordinal", "year", "heldInCountry", "hasAttendee", "hasPosition"})
"""What follows from the key or the city, or is said of persons: not looked at."""


def _texts(lang: str) -> Iterator[tuple[str, str, str]]:
    table = Path(__file__).with_name(f"ruled_out_{lang}.tsv")
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield lang, row["text"].replace(r"\n", "\n"), row["claims"]


_TEXTS = [pytest.param(*text, id=text[1][:80]) for lang in ("en", "es", "fr") for text in _texts(lang)]


@pytest.mark.parametrize(("lang", "text", "claims"), _TEXTS)
def test_what_is_stated_and_no_more(lang: str, text: str, claims: str) -> None:
    reading = extract.read(Article(id="test", lang=lang, text=text, sha256=""), shipped.whole())
    told = {f"{c.subject} {c.predicate} {c.object}" for c in reading.claims if c.predicate not in FREE}
    assert told == {claim for claim in claims.split(" | ") if claim}
