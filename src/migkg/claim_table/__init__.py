"""The claim table: its form, and (in `evaluate`) how one table is compared with another."""

from migkg.claim_table.table import (
    ClaimRow,
    collapse,
    is_subject,
    parse,
    place,
    quoted,
    rows_of,
    source_of,
    to_json,
    to_tsv,
)

__all__ = [
    "ClaimRow",
    "collapse",
    "is_subject",
    "parse",
    "place",
    "quoted",
    "rows_of",
    "source_of",
    "to_json",
    "to_tsv",
]
