"""The order of the stages; only this room knows it."""

from migkg.pipeline.assemble import Assembly, assemble, examine
from migkg.pipeline.change import Report, build, ingest, retract, validate_store
from migkg.pipeline.knowledge import Knowledge, know, reading_knowledge
from migkg.pipeline.read import accept_table, read

__all__ = [
    "Assembly",
    "Knowledge",
    "Report",
    "accept_table",
    "assemble",
    "build",
    "examine",
    "ingest",
    "know",
    "read",
    "reading_knowledge",
    "retract",
    "validate_store",
]
