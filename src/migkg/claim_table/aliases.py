"""Other keys than those of the gold that count as the same, as a table tells them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg.claim_table.compare import key
from migkg.errors import DataError, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

EVERYWHERE = "*"

Names = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Aliases:
    """Other keys that count as the same: (article or `*`, subject or object) -> also accepted -> gold."""

    table: Mapping[tuple[str, str], Names] = field(default_factory=dict)

    def of(self, article: str) -> tuple[list[Names], list[Names]]:
        """The tables of subjects and of objects that hold for an article, the general ones first."""
        subjects, objects = (
            [self.table.get((where, what), {}) for where in (EVERYWHERE, article)] for what in ("subject", "object")
        )
        return subjects, objects


def parse_aliases(text: str, path: str) -> Aliases:
    """The table `article_id, subject|object, gold, also_accepted` with a header line."""
    table: dict[tuple[str, str], Names] = {}
    for number, line in enumerate(text.split("\n")[1:], 2):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < 4 or cells[1] not in {"subject", "object"}:
            raise DataError(
                "an alias needs article, 'subject' or 'object', gold and also accepted",
                hint="separate them by tabs",
                at=Place(path=path, line=number),
            )
        article, what, gold, other = cells[:4]
        found = table.setdefault((article, what), {})
        found.setdefault(_any_event(other) or key(other), []).append(gold)
    return Aliases(table)


def _any_event(name: str) -> str:
    return EVERYWHERE if name == "event:*" else ""
