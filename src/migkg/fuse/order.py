"""Numbers of a series against its years: a later number belongs to no earlier year.

Where two editions disagree with this, the number of the one with less support is disputed: most often a text gave it
to the wrong series.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.fuse import kinds
from migkg.fuse.accept import Loss
from migkg.fuse.conflicts import Contradiction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.fuse.accept import Candidate, Decision, Rule

_MAIN = "edition:"
"""Lesser meetings of a forum are often numbered afresh each year."""
_ORDINAL, _YEAR = "ordinal", "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edition:
    key: str
    number: Candidate
    year: Candidate

    @property
    def place(self) -> tuple[int, int]:
        return int(self.number.object), int(self.year.object)

    def contradicts(self, other: _Edition) -> bool:
        (number, year), (its_number, its_year) = self.place, other.place
        return (number < its_number and year > its_year) or (number > its_number and year < its_year)


def contradictions(decisions: Mapping[str, Mapping[str, Decision]], rule: Rule) -> list[Contradiction]:
    """The numbers that contradict the order of years, by series; the weakest of a contradiction goes first."""
    series: dict[str, list[_Edition]] = {}
    for key, found in sorted(decisions.items()):
        parts = predicates.series_of(key)
        if parts is None or not parts[0].startswith(_MAIN) or predicates.is_numbered_year(parts[1]):
            continue
        number, year = _winner(found, _ORDINAL), _winner(found, _YEAR)
        if number is not None and year is not None:
            series.setdefault(parts[0], []).append(_Edition(key=key, number=number, year=year))
    return [contradiction for editions in series.values() for contradiction in _of(editions, rule)]


def _winner(found: Mapping[str, Decision], name: str) -> Candidate | None:
    return found[name].winner if name in found else None


def _of(editions: list[_Edition], rule: Rule) -> list[Contradiction]:
    found: list[Contradiction] = []
    left = list(editions)
    while True:
        clashing = [one for one in left if any(one.contradicts(other) for other in left)]
        if not clashing:
            return found
        weakest = min(clashing, key=lambda e: (rule.origins.support((*e.number.supporting, *e.year.supporting)), e.key))
        left.remove(weakest)
        other = next(edition for edition in left if weakest.contradicts(edition))
        loss = Loss(loser=weakest.number, against=other.year)
        kind = rule.judgements.kind(weakest.key, _ORDINAL, weakest.number.object) or kinds.OPEN
        found.append(Contradiction(subject=weakest.key, loss=loss, kind=kind))
