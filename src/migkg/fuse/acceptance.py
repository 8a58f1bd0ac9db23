"""From resolved claims to facts: what competes is decided, what cannot compete stands, what disagrees is named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.fuse import beside, coherent, kinds, members, order, series
from migkg.fuse.conflicts import Contradiction
from migkg.fuse.ranks import is_unnumbered
from migkg.fuse.resolve import COUNTRY
from migkg.model import Fact, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from migkg.fuse.accept import Decision, Rule
    from migkg.fused import Resolved
    from migkg.model import Claim

    Groups = Mapping[str, Mapping[str, Sequence[Claim]]]
    """Claims that compete, by settled subject and property."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What became of all claims: their status, the facts (sorted), and the disagreements."""

    resolved: Mapping[str, Resolved]
    facts: tuple[Fact, ...]
    contradictions: tuple[Contradiction, ...]


def accept(claims: Sequence[Claim], single_valued: frozenset[str], rule: Rule) -> Accepted:
    """Decide all that competes; `rule.resolved` has the claims without fault accepted for now."""
    resolved, contradictions = series.refuse(claims, rule)
    taken = [claim for claim in claims if resolved[claim.id].status is Status.ACCEPTED]
    single = _grouped((c for c in taken if resolved[c.id].predicate in single_valued), resolved)
    decisions = {subject: _decided(subject, groups, rule) for subject, groups in sorted(single.items())}
    _reject_unclear(decisions, single, resolved)
    contradictions += [
        Contradiction(subject=subject, loss=loss, kind=kinds.kind(subject, loss, found, rule))
        for subject, found in decisions.items()
        for decision in found.values()
        for loss in decision.losses
    ]
    contradictions += order.contradictions(decisions, rule)
    present = [claim for claim in taken if resolved[claim.id].predicate in predicates.PRESENCE]
    contradictions += _presences(present, rule)
    misread = beside.misread(taken, rule)
    wrong = {claim.id for contradiction in misread for claim in contradiction.loss.loser.stating}
    roles = (c for c in taken if resolved[c.id].predicate in predicates.ROLES and c.id not in wrong)
    belonging = members.settle(roles, rule)
    contradictions += [*misread, *belonging.contradictions]
    contradictions += beside.judged_wrong(taken, rule)
    for claim in chain.from_iterable(c.loss.loser.stating for c in contradictions):
        if resolved[claim.id].status is Status.ACCEPTED:
            resolved[claim.id] = replace(resolved[claim.id], status=Status.DISPUTED, reason="outvoted")
    contradictions += beside.contradictions((c for c in taken if resolved[c.id].status is Status.ACCEPTED), rule)
    rest = [c for c in taken if resolved[c.id].predicate not in {*single_valued, *predicates.ROLES}]
    facts = [*_singles(decisions, single, resolved), *belonging.facts, *_several(rest, resolved)]
    return Accepted(
        resolved=resolved, facts=tuple(sorted(facts, key=_fact_order)), contradictions=tuple(contradictions)
    )


def _fact_order(fact: Fact) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    return fact.subject, fact.predicate, fact.object, fact.qualifiers


def _grouped(claims: Iterable[Claim], resolved: Mapping[str, Resolved]) -> dict[str, dict[str, list[Claim]]]:
    groups: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        found = resolved[claim.id]
        groups.setdefault(found.subject, {}).setdefault(found.predicate, []).append(claim)
    return groups


def _decided(subject: str, groups: Mapping[str, Sequence[Claim]], rule: Rule) -> dict[str, Decision]:
    """What is said of a meeting without number and year may be said of several: nothing follows for the rest."""
    if not is_unnumbered(subject):
        return coherent.decide(subject, groups, rule)
    return {name: rule.decide(subject, rule.candidates(claims)) for name, claims in sorted(groups.items())}


def _reject_unclear(
    decisions: Mapping[str, dict[str, Decision]], groups: Groups, resolved: dict[str, Resolved]
) -> None:
    """`CODE/x` of one text may be several meetings: values that differ tell so, and contradict nothing."""
    for subject in filter(is_unnumbered, decisions):
        for name in [name for name, decision in decisions[subject].items() if decision.losses]:
            del decisions[subject][name]
            for claim in groups[subject][name]:
                resolved[claim.id] = replace(resolved[claim.id], status=Status.REJECTED, reason="several meetings")


def _presences(claims: Iterable[Claim], rule: Rule) -> list[Contradiction]:
    """Whether somebody was at a meeting: one answer for each."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        found = rule.resolved[claim.id]
        groups.setdefault((found.subject, found.object), []).append(claim)
    return [
        Contradiction(subject=meeting, loss=loss, kind=kinds.kind(meeting, loss, {}, rule))
        for (meeting, _), members_of in sorted(groups.items())
        for loss in rule.decide(meeting, rule.candidates(members_of)).losses
        if not is_unnumbered(meeting)
    ]


def _singles(
    decisions: Mapping[str, Mapping[str, Decision]], groups: Groups, resolved: Mapping[str, Resolved]
) -> list[Fact]:
    """One fact for each decision that has a winner; one whose claims were disputed since has none."""
    facts = []
    for subject, found in decisions.items():
        for name, decision in found.items():
            held = {c.id for c in groups[subject][name] if resolved[c.id].status is Status.ACCEPTED}
            if decision.winner is not None and held:
                facts.append(
                    Fact(subject=subject, predicate=name, object=decision.winner.object, claims=tuple(sorted(held)))
                )
    return facts


def _several(claims: Iterable[Claim], resolved: Mapping[str, Resolved]) -> list[Fact]:
    """The facts of properties that take many values: one for each value with its qualifiers."""
    ids: dict[tuple[str, str, str, tuple[tuple[str, str], ...]], list[str]] = {}
    for claim in claims:
        found = resolved[claim.id]
        if found.status is Status.ACCEPTED:
            narrowed = tuple(sorted((name, value) for name, value in claim.qualifiers if name != COUNTRY))
            ids.setdefault((found.subject, found.predicate, found.object, narrowed), []).append(claim.id)
    return [
        Fact(subject=s, predicate=p, object=o, qualifiers=q, claims=tuple(sorted(found)))
        for (s, p, o, q), found in ids.items()
    ]
