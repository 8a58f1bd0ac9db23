"""The order of the stages; only this room knows it."""

from migkg.pipeline.assemble import Assembly, assemble, examine
from migkg.pipeline.change import Report, build, construct, ingest, retract, revise, validate_store
from migkg.pipeline.compare import compare, tell
from migkg.pipeline.difference import Difference, difference, patch
from migkg.pipeline.knowledge import Knowledge, know, reading_knowledge, reasoning_rules
from migkg.pipeline.read import TABLE, accept_table, in_language, read

__all__ = [
    "TABLE",
    "Assembly",
    "Difference",
    "Knowledge",
    "Report",
    "accept_table",
    "assemble",
    "build",
    "compare",
    "construct",
    "difference",
    "examine",
    "in_language",
    "ingest",
    "know",
    "patch",
    "read",
    "reading_knowledge",
    "reasoning_rules",
    "retract",
    "revise",
    "tell",
    "validate_store",
]
