"""What people found of the documented disagreements: the rows of contradictions.csv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.fused import Judgement
from migkg.tables.entry import entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from migkg.model import Table

_UNEXPRESSED = "no"


def judged(tables: Mapping[str, Table]) -> Iterator[Judgement]:
    """The judgements in the order of the file."""
    for entry in entries(tables, "contradictions"):
        yield Judgement(
            number=entry.cell("number"),
            subject=entry.cell("subject"),
            predicate=entry.cell("predicate"),
            kind=entry.cell("kind"),
            wrong=frozenset(entry.parts("wrong")),
            expressed=entry.cell("expressed") != _UNEXPRESSED,
        )
