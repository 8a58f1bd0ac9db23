"""What people judged of documented disagreements, by the settled subject and the property."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import predicates

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.fused import Judgement

FAMILIES = (
    frozenset({"year", "startDate", "endDate"}),
    frozenset({"heldIn", "heldInCountry"}),
    frozenset({"hasPosition", "hasTenure", "until"}),
    frozenset(predicates.PRESENCE),
    frozenset(predicates.ROLES),
)
"""Properties that say one thing together: what was judged of one explains a disagreement on another."""


class Judgements:
    """The judgements of `data/reference/contradictions.csv`, to be asked about values."""

    def __init__(self, judgements: Iterable[Judgement], subjects: Mapping[str, str]) -> None:
        self._found: dict[tuple[str, str], list[Judgement]] = {}
        for judgement in sorted(judgements, key=lambda j: (int(j.number), j.predicate)):
            if judgement.expressed:
                subject = subjects.get(judgement.subject, judgement.subject)
                self._found.setdefault((subject, judgement.predicate), []).append(judgement)

    def is_wrong(self, subject: str, predicate: str, value: str) -> bool:
        """Whether people found that this value is an error."""
        return any(value in judgement.wrong for judgement in self._found.get((subject, predicate), ()))

    def kind(self, subject: str, predicate: str, value: str) -> str:
        """The kind of the documented disagreement that this losing value belongs to, or the empty string.

        A judgement that names values in error is about these; one without is about every other value.
        """
        own = self._found.get((subject, predicate), [])
        named = [judgement for judgement in own if value in judgement.wrong]
        general = [judgement for judgement in own if not judgement.wrong]
        found = [*named, *general, *own, *self._related(subject, predicate)]
        return found[0].kind if found else ""

    def of(self, predicate: str) -> Iterable[tuple[str, Judgement]]:
        """The judgements on a property with their settled subjects, in order."""
        for (subject, name), judgements in sorted(self._found.items()):
            if name == predicate:
                yield from ((subject, judgement) for judgement in judgements)

    def _related(self, subject: str, predicate: str) -> list[Judgement]:
        related = sorted({name for family in FAMILIES if predicate in family for name in family} - {predicate})
        return [judgement for name in related for judgement in self._found.get((subject, name), ())]


no_judgements = Judgements((), {})
"""Nobody judged anything."""
