"""The claim table: its form, and how one table is compared with another."""

from migkg.claim_table.evaluate import Aliases, Evaluation, evaluate, parse_aliases
from migkg.claim_table.table import ClaimRow, collapse, is_subject, parse, quoted, rows_of, source_of, to_json, to_tsv

__all__ = [
    "Aliases",
    "ClaimRow",
    "Evaluation",
    "collapse",
    "evaluate",
    "is_subject",
    "parse",
    "parse_aliases",
    "quoted",
    "rows_of",
    "source_of",
    "to_json",
    "to_tsv",
]
