"""The year of a day that a sentence tells without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.extract.item import Date

if TYPE_CHECKING:
    from migkg.extract.facts import Scene
    from migkg.extract.item import Item


def dated(item: Item, scene: Scene) -> Date | None:
    """The date of an item, its year taken from the sentence if that names one year only.

    Where it names none by itself, the dates before it tell the year: `from 3 May 2011, and closes on 5 May`.
    """
    date = item.date
    if date is None or not date.start.startswith("--"):
        return date
    items = ((p, i) for p, i in scene.masked.items.items() if p not in scene.masked.founding)
    dates = [i for _, i in items if i.date is not None and not _is_apart(item, i, scene)]
    years = {i.date.start for i in dates if i.kind == "year" and i.date is not None}
    years = years or {i.date.year for i in dates if i.start < item.start and i.date is not None and i.date.year}
    years = years or {i.date.year for i in dates if i.date is not None and i.date.year and _is_near(date, i.date)}
    if len(years) != 1:
        return date
    year = years.pop()
    return Date(year + date.start[1:], year + date.end[1:])


def _is_apart(item: Item, other: Item, scene: Scene) -> bool:
    """Whether what stands behind an item belongs to a clause of its own: `on 3 May, which is to end by 2018`."""
    return any(item.end <= at < other.start for at in scene.masked.relatives)


def _is_near(date: Date, other: Date) -> bool:
    """Whether a day without a year lies in the month of another, which tells it: `on 15 and on 16 December 2016`."""
    return other.is_day and date.start[2:4] == other.start[5:7]
