r"""What an English text states, and nothing beside it: words that rule a relation out, and those that leave no doubt.

`ruled_out_en.tsv` has a text, in which `\n` ends a line, and all the claims that it makes (`subject predicate object | ...`).
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests import shipped

from migkg import extract
from migkg.model import Article

FREE = frozenset({"ordinal", "year", "heldInCountry", "hasAttendee", "hasPosition"})
"""What follows from the key or the city, or is said of persons: not looked at."""
_TABLE = Path(__file__).with_name("ruled_out_en.tsv")
with _TABLE.open(encoding="utf-8", newline="") as _lines:
    _TEXTS = list(csv.DictReader(_lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["text"][:80]) for row in _TEXTS])
def test_what_is_stated_and_no_more(row: dict[str, str]) -> None:
    text = row["text"].replace(r"\n", "\n")
    reading = extract.read(Article(id="test", lang="en", text=text, sha256=""), shipped.whole())
    told = {f"{c.subject} {c.predicate} {c.object}" for c in reading.claims if c.predicate not in FREE}
    assert told == {claim for claim in row["claims"].split(" | ") if claim}
