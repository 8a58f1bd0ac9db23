"""Memberships: one interval for each state, forum and role, whichever of its claims give a bound.

A claim without dates supports those that have them; of competing bounds one is accepted by the rule of acceptance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.fuse import kinds
from migkg.fuse.conflicts import Contradiction
from migkg.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.fuse.accept import Rule
    from migkg.model import Claim

    Membership = tuple[str, str, str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Memberships:
    """The facts, the claims whose interval lost, and the disagreements."""

    facts: tuple[Fact, ...]
    lost: frozenset[str]
    contradictions: tuple[Contradiction, ...]


def settle(claims: Iterable[Claim], rule: Rule) -> Memberships:
    """The memberships that accepted claims with the predicates of `predicates.ROLES` state."""
    groups: dict[Membership, list[Claim]] = {}
    for claim in claims:
        found = rule.resolved[claim.id]
        others = tuple((name, value) for name, value in claim.qualifiers if name not in predicates.INTERVAL)
        groups.setdefault((found.subject, found.predicate, found.object, others), []).append(claim)
    facts, lost, contradictions = [], set(), []
    for group, members in sorted(groups.items()):
        interval, found_here = _interval(group, members, rule)
        contradictions += found_here
        losing = {claim.id for c in found_here for claim in c.loss.loser.stating}
        lost |= losing
        forum, predicate, member, others = group
        facts.append(
            Fact(
                subject=forum,
                predicate=predicate,
                object=member,
                qualifiers=tuple(sorted((*others, *interval))),
                claims=tuple(sorted({claim.id for claim in members} - losing)),
            )
        )
    return Memberships(facts=tuple(facts), lost=frozenset(lost), contradictions=tuple(contradictions))


def _interval(group: Membership, claims: list[Claim], rule: Rule) -> tuple[list[tuple[str, str]], list[Contradiction]]:
    """The accepted bounds of a membership and the disagreements on them."""
    forum, predicate, member, others = group
    subject = predicates.membership_key(forum, predicate, member, dict(others).get("role", ""))
    accepted: list[tuple[str, str]] = []
    found: list[Contradiction] = []
    for bound in predicates.INTERVAL:
        left = [claim for claim in claims if claim.id not in _losing(found)]
        decision = rule.decide(subject, rule.candidates(left, bound=bound))
        if decision.winner is not None:
            accepted.append((bound, decision.winner.object))
        found += [
            Contradiction(subject=subject, loss=loss, kind=kinds.kind(subject, loss, {}, rule))
            for loss in decision.losses
        ]
    return accepted, found


def _losing(found: Iterable[Contradiction]) -> set[str]:
    return {claim.id for contradiction in found for claim in contradiction.loss.loser.stating}
