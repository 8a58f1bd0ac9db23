r"""Facts in the wordings of Spanish-speaking press and ministries, in whole sentences: what is read, and what is not.

`wordings_es.tsv` has the language (a few are English or French), a text, in which `\n` ends a line, the claims that it
makes, and those that it does not make (`subject predicate object | ...`).
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests import shipped

from migkg import extract
from migkg.model import Article

_TABLE = Path(__file__).with_name("wordings_es.tsv")
with _TABLE.open(encoding="utf-8", newline="") as _lines:
    _WORDINGS = list(csv.DictReader(_lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _listed(cell: str) -> set[str]:
    return set(cell.split(" | ")) - {""}


@pytest.mark.parametrize("row", [pytest.param(row, id=row["text"][:60]) for row in _WORDINGS])
def test_a_wording_tells_what_it_says_and_nothing_of_another_meeting(row: dict[str, str]) -> None:
    text = row["text"].replace(r"\n", "\n")
    reading = extract.read(Article(id="test", lang=row["lang"], text=text, sha256=""), shipped.whole())
    told = {f"{c.subject} {c.predicate} {c.object}" for c in reading.claims}
    assert told >= _listed(row["claims"])
    assert told.isdisjoint(_listed(row["never"]))
