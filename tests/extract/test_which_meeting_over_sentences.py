"""Which meeting short articles are about, told over a headline and several sentences: its key, and no other.

`which_meeting.tsv` and `which_meeting_series.tsv` have a text (`\\n` for the end of a line), the day it was published, what is said of which meeting
(`subject predicate object; predicate object | subject ...`), and the meetings that may be read besides.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MEETINGS = ("edition:", "meeting:", "event:")
_TABLES = sorted(Path(__file__).parent.glob("which_meeting*.tsv"))
_TEXTS = [
    row
    for table in _TABLES
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
]


def _told(claims: str) -> Iterator[tuple[str, str]]:
    """The claims of one cell: their subject, and all of them."""
    for part in claims.split(" | "):
        subject, facts = part.split(" ", 1)
        for fact in facts.split("; "):
            yield subject, f"{subject} {fact}"


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['lang']}: {row['text'][:60]}") for row in _TEXTS])
def test_the_meeting_has_one_key(row: dict[str, str], claims: Callable[..., set[str]]) -> None:
    told = list(_told(row["claims"]))
    read = claims(row["text"].replace("\\n", "\n"), row["lang"], row["published"] or None)
    wanted = {claim for _, claim in told}
    assert wanted <= read, f"not read: {sorted(wanted - read)}"
    known = {subject for subject, _ in told} | set((row["allowed"] or "").split())
    subjects = {claim.split(" ", 1)[0] for claim in read}
    assert {s for s in subjects if s.startswith(_MEETINGS)} <= known
