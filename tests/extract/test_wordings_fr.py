"""Facts in the wordings of the French press, of ministries, agencies and forums: what is read, and that nothing else is.

`wordings_fr.tsv` and `wordings_fr_press.tsv` have a text, the claims that it makes (`subject predicate object; predicate object | subject ...`) and
what may be read besides. Number, country and days of a meeting need not be told in full.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FOLLOWS = {"ordinal", "heldInCountry", "year", "startDate", "endDate"}
"""What may follow from the key, the city or the days of a meeting."""


def _rows(name: str) -> Iterator[dict[str, str]]:
    """The wordings of one table."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


_WORDINGS = [*_rows("wordings_fr.tsv"), *_rows("wordings_fr_press.tsv")]


def _told(claims: str) -> Iterator[tuple[str, str, str]]:
    """The claims of one cell as subject, predicate, object."""
    for part in claims.split(" | "):
        subject, facts = part.split(" ", 1)
        for fact in facts.split("; "):
            predicate, value = fact.split(" ", 1)
            yield subject, predicate, value


@pytest.mark.parametrize("row", [pytest.param(row, id=row["text"][:60]) for row in _WORDINGS])
def test_wording(row: dict[str, str], claims: Callable[..., set[str]]) -> None:
    told = set(_told(row["claims"]))
    read = {tuple(line.split(" ", 2)) for line in claims(row["text"], "fr") if not line.startswith("person:")}
    assert told <= read, f"not read: {sorted(told - read)}"
    known = {subject for subject, _, _ in told}
    given = {(subject, predicate) for subject, predicate, _ in told}
    more = {
        f"{subject} {predicate} {value}"
        for subject, predicate, value in read - told
        if not (subject in known and predicate in _FOLLOWS and (subject, predicate) not in given)
        and f"{predicate} {value}" not in (row["allowed"] or "")
        and predicate != "heldInCountry"
    }
    assert not more
