"""Which meeting of an article a supposed edition turns out to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.extract.item import SYMBOLS
from migkg.extract.light import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.extract.discourse import Discourse
    from migkg.extract.engine import Prepared
    from migkg.extract.facts import Fact
    from migkg.extract.meeting import Meeting


_WHEN = frozenset({"date", "startDate", "endDate", "year"})


def settled(fact: Fact, discourse: Discourse) -> Fact:
    """The fact; if its subject is a supposed edition that the text named after all, the fact of that one."""
    if isinstance(fact.subject, str):
        return fact
    subject = meant(fact.subject, discourse)
    return fact if subject is fact.subject else replace(fact, subject=subject)


def is_of_founding(fact: Fact, prepared: Sequence[Prepared]) -> bool:
    """Whether a fact gives a later or a lesser meeting the year in which something is said to have begun.

    So it is for any whose number and year are not told, where the forum that began stands before it.
    """
    meeting, masked = fact.subject, prepared[fact.sentence].masked
    if isinstance(meeting, str) or fact.predicate not in _WHEN or not masked.founding:
        return False
    at = next((at for at in masked.founding if masked.items[at].start <= fact.place < masked.items[at].end), -1)
    later = bool(meeting.kind) or (meeting.ordinal or 0) > 1
    unknown = not (meeting.ordinal or meeting.year) and SYMBOLS["forum"] in masked.text[: max(at, 0)]
    return at >= 0 and (later or unknown)


def meant(subject: Meeting, discourse: Discourse) -> Meeting:
    """The meeting; of a supposed edition the one that it turned out to be."""
    if not any(subject is m for m in discourse.supposed.values()):
        return subject
    return _named(subject, discourse) or subject


def _named(subject: Meeting, discourse: Discourse) -> Meeting | None:
    """The only meeting of the text that a supposed edition can be: of its year, else of a year that is not known.

    A meeting of the forum itself goes before a lesser one; one without a year is meant only if it is the only such,
    and the text speaks of no other year of the forum.
    """
    series = [m for m in discourse.meetings if m.code == subject.code]
    if not subject.year:
        series = [m for m in series if not m.past and (not m.time or m is discourse.topic)]
    for fitting in ([m for m in series if not m.kind], [m for m in series if m.kind]):
        same = [m for m in fitting if m.year == subject.year or not subject.year]
        if same:
            return _one(same, subject.year, discourse)
    years = {m.year for m in discourse.supposed.values() if m.code == subject.code and m.year}
    yearless = [m for m in discourse.meetings if m.code == subject.code and not m.year and not m.time]
    return _one(yearless, subject.year, discourse) if len(years) == 1 else None


def _one(meetings: Sequence[Meeting], year: str, discourse: Discourse) -> Meeting | None:
    """The only one of the meetings, or that of them which the text is about; None where neither tells.

    What was long past when the article was published is not what it is about.
    """
    if len(meetings) == 1:
        return meetings[0]
    if year and discourse.published and int(year) < int(discourse.published[:4]) - 1:
        return None
    told = (m for m in meetings if m is discourse.topic and not m.past and m.is_told)
    return next((m for m in told if discourse.years.get(id(m), frozenset()) <= {year}), None)
