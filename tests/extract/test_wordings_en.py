r"""Facts in the wordings of press and ministries, in English: what is read, and nothing of any other meeting.

`wordings_en.tsv` has a text, in which `\n` ends a line, and the claims that it makes (`subject predicate object | ...`).
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
_TABLE = Path(__file__).with_name("wordings_en.tsv")
with _TABLE.open(encoding="utf-8", newline="") as _lines:
    _WORDINGS = list(csv.DictReader(_lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["text"][:60]) for row in _WORDINGS])
def test_what_a_wording_tells_is_read(row: dict[str, str]) -> None:
    wanted = set(row["claims"].split(" | "))
    text = row["text"].replace(r"\n", "\n")
    reading = extract.read(Article(id="test", lang="en", text=text, sha256=""), shipped.whole())
    told = {f"{c.subject} {c.predicate} {c.object}" for c in reading.claims if c.predicate not in FREE}
    assert told >= wanted
    assert {line.split()[0] for line in told} == {line.split()[0] for line in wanted}
