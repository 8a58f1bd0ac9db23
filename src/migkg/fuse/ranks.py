"""The keys of meetings by what they say, and the reasons for which two become one, strongest first."""

from __future__ import annotations

from migkg import names, predicates

BY_ORDINAL, BY_ORDINAL_OF_YEAR, BY_YEAR, BY_OWN_YEAR = 1, 2, 3, 4
BY_DAYS, BY_KIND, BY_MEMORY, BY_OTHER_YEAR, BY_WORDS = 5, 6, 7, 8, 9
REASONS = {
    BY_ORDINAL: "ordinal",
    BY_ORDINAL_OF_YEAR: "ordinal of the year",
    BY_YEAR: "year",
    BY_OWN_YEAR: "own year",
    BY_DAYS: "same days",
    BY_KIND: "ordinal and days",
    BY_MEMORY: "recalled",
    BY_OTHER_YEAR: "disputed year",
    BY_WORDS: "same words",
}
MAIN = "edition:"
"""How the keys of main editions begin."""
_SMALL = 4
"""Words of fewer letters, mostly articles and prepositions, tell no event from another."""
NUMBERED, UNNUMBERED, EVENT = 0, 2, 3
"""The preference of a key with an ordinal, of one with neither ordinal nor year, and of one outside any series."""


def prefer(key: str) -> int:
    """The sort of a key: 0 with an ordinal, 1 with a year, 2 with neither, 3 of an event."""
    if is_event(key):
        return EVENT
    last = parts(key)[1]
    if predicates.is_ordinal(last):
        return NUMBERED
    return 1 if predicates.is_year(last) or predicates.is_numbered_year(last) else UNNUMBERED


def is_numbered(key: str) -> bool:
    """Whether a key is that of a meeting by its ordinal."""
    return prefer(key) == NUMBERED


def is_event(key: str) -> bool:
    """Whether a key is that of a one-off conference."""
    return predicates.kind_of(key) == "event"


def is_unnumbered(key: str) -> bool:
    """Whether a settled key is that of a meeting in one text, with neither ordinal nor year."""
    return predicates.series_of(key) is not None and parts(key)[1].startswith("x-")


def parts(key: str) -> tuple[str, str]:
    """The series of a meeting's key and its last part; of any other key itself and nothing."""
    return predicates.series_of(key) or (key, "")


def telling(key: str) -> tuple[str, ...]:
    """The words of an event's key that tell it from others, whatever their order; all of them, where all are short."""
    words = sorted(set(names.slug(key.partition(":")[2]).split("-")))
    long = tuple(word for word in words if len(word) >= _SMALL or word.isdecimal())
    return long or tuple(words)
