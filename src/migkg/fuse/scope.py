"""Whose meeting a key names: some keys of the claim table mean one meeting only within one source.

`CODE/x` does always. A year does where the year has several meetings of the series, and in series of lesser
meetings, of which a year may have any number. An ordinal does in a series that is numbered afresh each year (the
tables' keys are `2012-2`, or sources put several of its numbers into several years each): there it needs its year. And
an ordinal does where a text lets the meeting begin on the very day of another edition of the tables: the text has
counted wrongly. The words for an event do where texts cannot mean the same by them (`events.meant`).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.fuse.evidence import source_node
from migkg.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from migkg.model import Claim

_IN = "-in-"
_YEARLY = ("year", *predicates.DATES)
_DAY = len("2017-11-27")
_CROWD = 2
"""A year with this many meetings of one series names none of them."""
_OFTEN = 3
"""Years in which a number must come so that it is not taken for that of one edition."""


class Scope:
    """Tells for each key and claim which node it names, from what all claims say about their series."""

    def __init__(
        self,
        claims: Sequence[Claim],
        distinct: Iterable[tuple[str, str]] = (),
        events: Mapping[tuple[str, str], str] | None = None,
    ) -> None:
        """`events` names the source whose event it is by key and source, where others mean another by the key."""
        self._events = events or {}
        self._afresh: set[str] = set()
        keys: dict[tuple[str, str], set[str]] = {}
        years: dict[tuple[str, str], set[str]] = {}
        for claim in claims:
            parts = predicates.series_of(claim.subject)
            if parts is None or parts[1] == "x":
                continue
            series, last = parts
            if predicates.is_numbered_year(last):
                self._afresh.add(series)
            year = partial.year_of(claim.object) if claim.verified and claim.predicate in _YEARLY else ""
            if year and not predicates.is_year(last):
                keys.setdefault((series, year), set()).add(last)
                years.setdefault((series, last), set()).add(year)
        self._miscounted = _miscounted(claims, frozenset(map(frozenset, distinct)))
        self._afresh |= _repeated(years)
        self._crowded = {place for place, named in keys.items() if len(named) >= _CROWD}

    def node(self, key: str, claim: Claim) -> str:
        """The key itself, or the key within the article or row of the claim."""
        session = predicates.session_parts(key)
        if session is not None:
            return predicates.session_key(self.node(session[0], claim), session[1])
        parts = predicates.series_of(key)
        if parts is None:
            return self._event(key, claim)
        evidence = claim.evidence
        quoted = isinstance(evidence, Evidence)
        source = (evidence.article if isinstance(evidence, Evidence) else evidence.row).replace("/", "-")
        if parts[1] == "x":
            return f"{key}-{source}"
        alone = quoted and (self._ambiguous(*parts) or (source, key) in self._miscounted)
        return f"{key}{_IN}{source}" if alone else key

    def _event(self, key: str, claim: Claim) -> str:
        whose = self._events.get((key, source_node(claim)))
        return key if whose is None else f"{key}{predicates.OF_SOURCE}{whose.partition(' ')[2].replace('/', '-')}"

    def _ambiguous(self, series: str, last: str) -> bool:
        if predicates.is_year(last):
            return (series, last) in self._crowded or series.startswith("meeting:")
        return series in self._afresh and predicates.is_ordinal(last)


def _repeated(years: Mapping[tuple[str, str], set[str]]) -> set[str]:
    """The series of which several numbers come in several years; one alone may be an error.

    Editions are rarely numbered afresh: of these each such number must come in more years.
    """
    found = Counter(
        series
        for (series, last), told in years.items()
        if predicates.is_ordinal(last) and len(told) >= (_CROWD if series.startswith("meeting:") else _OFTEN)
    )
    return {series for series, count in found.items() if count >= _CROWD}


def _miscounted(claims: Sequence[Claim], distinct: frozenset[frozenset[str]]) -> frozenset[tuple[str, str]]:
    """(article, key) where the article's first day is that of another key of the tables, and not that of its own.

    Where the tables do not tell the day of its own, people must have said that the two are distinct.
    """
    begun: dict[tuple[str, str], set[str]] = {}
    days: dict[str, set[str]] = {}
    told: list[tuple[str, str, str, str]] = []
    for claim in claims:
        parts = predicates.series_of(claim.subject) if claim.predicate == "startDate" else None
        if parts is None or not claim.verified or len(claim.object) != _DAY:
            continue
        if isinstance(claim.evidence, Evidence):
            told.append((claim.evidence.article.replace("/", "-"), claim.subject, parts[0], claim.object))
        else:
            begun.setdefault((parts[0], claim.object), set()).add(claim.subject)
            days.setdefault(claim.subject, set()).add(claim.object)
    found = set()
    for article, key, series, day in told:
        others = begun.get((series, day), set()) - {key}
        known = days.get(key, set())
        if day not in known and any(known or frozenset({key, other}) in distinct for other in others):
            found.add((article, key))
    return frozenset(found)


def stated(node: str) -> str:
    """The key that a source stated for a node: `edition:IDM/2012` of `edition:IDM/2012-in-fr-seed`."""
    return node.partition(_mark(node))[0]


def is_scoped(node: str) -> bool:
    """Whether a node is a year or an ordinal, or the words for an event, within one source."""
    return _mark(node) in node


def _mark(node: str) -> str:
    return predicates.OF_SOURCE if node.startswith("event:") else _IN
