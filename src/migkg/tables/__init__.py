"""The rows of data/reference checked, and turned into claims and descriptions of things.

Every function takes the tables by name, as `resources.tables()` reads them; the table `states` of the lexicons may
be among them, and its column `iso2` is then the list of valid country codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.model import RowEvidence
from migkg.tables.check import check, require
from migkg.tables.describe import describe
from migkg.tables.entry import entries
from migkg.tables.judged import judged
from migkg.tables.named import named
from migkg.tables.state import state

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.fused import Judgement
    from migkg.model import Claim, Table, Thing

__all__ = ["check", "claims", "judgements", "named", "same", "things"]


def claims(tables: Mapping[str, Table]) -> list[Claim]:
    """The claims of all rows, in the order of tables and rows; the first fault of the tables is a DataError.

    A claim that rests on memory has `verified` false: it can be suggested, never accepted. Where it cites no page
    at all it is left out: there is nothing that could be checked.
    """
    require(tables)
    return [claim for claim in state(tables) if claim.verified or _cites(claim)]


def _cites(claim: Claim) -> bool:
    return isinstance(claim.evidence, RowEvidence) and bool(claim.evidence.source)


def things(tables: Mapping[str, Table]) -> list[Thing]:
    """What the tables describe, each thing once; the first fault of the tables is a DataError."""
    require(tables)
    return list(describe(tables))


def judgements(tables: Mapping[str, Table]) -> list[Judgement]:
    """What people found of documented disagreements; the first fault of the tables is a DataError."""
    require(tables)
    return list(judged(tables))


def same(tables: Mapping[str, Table]) -> list[tuple[str, str]]:
    """The pairs of keys that people declared to be one: the rows of same.csv, and the spellings of an official."""
    pairs = [(entry.cell("key"), entry.cell("other")) for entry in entries(tables, "same")]
    for entry in entries(tables, "officials"):
        pairs += [(f"person:{entry.cell('name')}", f"person:{name}") for name in entry.parts("variants")]
    return sorted({pair for pair in pairs if pair[0] != pair[1]})
