"""The rule of acceptance: which of competing values becomes the fact, and which stay disputed.

Over all claims about one subject and one single-valued property, the first criterion that tells decides:
values that people judged an error go last, then values that rest only on sources at odds with what was
accepted of the same meeting before; origins of verified table rows, then independent origins of all kinds,
both counted first over what is stated and then over what is announced or reported too; planned over reported;
the more precise value; the latest publication; the least value. A value is supported by the claims that state
it and by those that state a less precise form of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.claim_table import source_of
from migkg.fuse.judged import no_judgements
from migkg.model import Modality

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from migkg.fuse.evidence import Origins
    from migkg.fuse.judged import Judgements
    from migkg.fused import Resolved
    from migkg.model import Claim

NOTHING: Mapping[str, Sequence[Claim]] = MappingProxyType({})
_MODALITY = {Modality.STATED: 2, Modality.PLANNED: 1, Modality.REPORTED: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A value, as predicate and object, with the claims that state it and those that support it.

    `aside` are claims about another property that speak for the value too: a day for its year, a city for its country.
    """

    predicate: str
    object: str
    stating: tuple[Claim, ...]
    supporting: tuple[Claim, ...]
    aside: tuple[Claim, ...] = ()

    @property
    def witnesses(self) -> tuple[Claim, ...]:
        """All claims that speak for the value."""
        return (*self.supporting, *self.aside)

    @property
    def precision(self) -> int:
        """How much the value says: of a date its parts, of presence whether it is more than a gap in a list."""
        values = (self.object, *(claim.object for claim in self.aside))
        dates = [date.precision for value in values if (date := partial.parse(value)) is not None]
        return max(dates, default=predicates.PRESENCE.get(self.predicate, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A value that lost, and the accepted value that stands against it.

    `cause` is the accepted value of another property beside which it could not stand; it is `against` too where no
    value of the property itself was accepted.
    """

    loser: Candidate
    against: Candidate
    cause: Candidate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The accepted value, None where no value can stand, and the values that lost."""

    winner: Candidate | None
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The rule of acceptance with what it needs to know: origins of sources, and what people judged."""

    resolved: Mapping[str, Resolved]
    origins: Origins
    judgements: Judgements = no_judgements

    def candidates(
        self, claims: Sequence[Claim], aside: Mapping[str, Sequence[Claim]] = NOTHING, bound: str = ""
    ) -> list[Candidate]:
        """The values that the claims state, least first; `aside` gives by value the claims that speak for it too.

        With `bound` (`from`, `until`) the values are those of this qualifier; claims without it state none.
        """
        stating: dict[tuple[str, str], list[Claim]] = {}
        for claim in sorted(claims, key=lambda c: c.id):
            found = self.resolved[claim.id]
            key = (bound, dict(claim.qualifiers).get(bound, "")) if bound else (found.predicate, found.object)
            if key[1]:
                stating.setdefault(key, []).append(claim)
        return [_candidate(key, stating, aside.get(key[1], ())) for key in sorted(stating)]

    def decide(
        self,
        subject: str,
        candidates: Sequence[Candidate],
        excluded: Callable[[Candidate], Candidate | None] = lambda _: None,
        odd: frozenset[str] = frozenset(),
    ) -> Decision:
        """Choose among candidates; those that can mean the same as the winner do not lose.

        `excluded` gives the accepted value beside which a candidate cannot stand; `odd` names the sources at odds
        with what was accepted before.
        """
        barred = [(candidate, cause) for candidate in candidates if (cause := excluded(candidate)) is not None]
        possible = [candidate for candidate in candidates if excluded(candidate) is None]
        winner = max(possible, key=lambda c: self._weight(subject, c, odd), default=None)
        losses = [Loss(loser=candidate, against=winner or cause, cause=cause) for candidate, cause in barred]
        if winner is not None:
            losses += [Loss(loser=c, against=winner) for c in possible if c is not winner and not compatible(winner, c)]
        return Decision(winner=winner, losses=tuple(sorted(losses, key=lambda loss: loss.loser.object)))

    def _weight(self, subject: str, candidate: Candidate, odd: frozenset[str]) -> tuple[object, ...]:
        """The criteria but the last: the least value is the first of the candidates, which `max` keeps in a draw."""
        witnesses = candidate.witnesses
        return (
            not self.judgements.is_wrong(subject, candidate.predicate, candidate.object),
            any(source_of(claim) not in odd for claim in witnesses),
            self.origins.support(_stated(witnesses)),
            self.origins.support(witnesses),
            max(_MODALITY[claim.modality] for claim in witnesses),
            candidate.precision,
            max(claim.published or "" for claim in candidate.supporting),
        )


def _stated(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.modality is Modality.STATED]


def _candidate(
    key: tuple[str, str], stating: Mapping[tuple[str, str], list[Claim]], aside: Sequence[Claim]
) -> Candidate:
    predicate, value = key
    vaguer = [
        claim
        for (other, vague), claims in stating.items()
        if other == predicate and partial.refines(value, vague)
        for claim in claims
    ]
    own = tuple(stating[key])
    return Candidate(predicate=predicate, object=value, stating=own, supporting=(*own, *vaguer), aside=tuple(aside))


def compatible(winner: Candidate, other: Candidate) -> bool:
    """Whether a value can hold beside the accepted one."""
    if winner.predicate != other.predicate:
        return predicates.PRESENT not in {winner.predicate, other.predicate}
    return partial.overlaps(winner.object, other.object)
