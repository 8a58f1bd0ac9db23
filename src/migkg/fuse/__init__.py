"""Claims of articles and tables meet: who is who, which value is accepted, who contradicts whom."""

from migkg.fuse.conflicts import CHECKS
from migkg.fuse.evidence import marks_of, source_node
from migkg.fuse.fusion import Beside, Ground, Joined, fuse, join
from migkg.fuse.persons import could_be_one
from migkg.fuse.ranks import is_event
from migkg.fuse.relations import (
    Relations,
    city_of,
    city_term,
    day_of,
    day_term,
    document_term,
    is_document,
    people,
    unit,
    units,
)
from migkg.fuse.titles import Titles

__all__ = [
    "CHECKS",
    "Beside",
    "Ground",
    "Joined",
    "Relations",
    "Titles",
    "city_of",
    "city_term",
    "could_be_one",
    "day_of",
    "day_term",
    "document_term",
    "fuse",
    "is_document",
    "is_event",
    "join",
    "marks_of",
    "people",
    "source_node",
    "unit",
    "units",
]
