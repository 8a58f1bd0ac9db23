"""How well the modality of claims is read, on claims whose modality people judged."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from tests import shipped

from migkg import resources
from migkg.extract import read
from migkg.model import Modality

GOLD = Path(__file__).resolve().parent
TABLE = GOLD / "modality" / "modality.tsv"
FLOORS = {Modality.STATED: (0.96, 0.97), Modality.PLANNED: (0.95, 0.94), Modality.REPORTED: (0.9, 0.8)}
"""Precision and recall that reading does not fall below."""
READ = 0.85
"""So much of the table at least is still read."""


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def figures() -> tuple[Counter[tuple[str, str]], int]:
    """How often a modality was judged and read so, and how many claims were read."""
    judged = {(r["article"], r["subject"], r["predicate"], r["object"]): r["modality"] for r in rows()}
    found: Counter[tuple[str, str]] = Counter()
    own = {article.id: article for article in resources.shipped_articles()}
    for name in sorted({key[0] for key in judged}):
        page = GOLD / "pages" / "articles" / f"{name}.txt"
        article = own[name] if name in own else resources.read_articles(str(page), lang=name[:2])[0]
        for claim in read(article, shipped.whole()).claims:
            gold = judged.get((name, claim.subject, claim.predicate, claim.object))
            if gold is not None:
                found[gold, claim.modality.value] += 1
    return found, len(judged)


def test_the_table_is_clean() -> None:
    table = rows()
    keys = [tuple(row.values())[1:5] for row in table]
    assert len(keys) == len(set(keys))
    assert {row["modality"] for row in table} == {m.value for m in Modality}
    assert {row["part"] for row in table} == {"develop", "test", "later"}
    pages = [row["article"] for row in table if re.fullmatch(r"..-f\d+-\d+", row["article"])]
    assert all(int(page.rpartition("-")[2]) % 2 for page in pages)


@pytest.mark.unmeasured
@pytest.mark.parametrize("modality", list(Modality))
def test_modality_is_read_no_worse_than_it_was(modality: Modality) -> None:
    found, judged = figures()
    assert found.total() >= READ * judged
    right = found[modality.value, modality.value]
    precision = right / sum(n for (_, said), n in found.items() if said == modality.value)
    recall = right / sum(n for (gold, _), n in found.items() if gold == modality.value)
    assert (precision >= FLOORS[modality][0], recall >= FLOORS[modality][1]) == (True, True), (precision, recall)
