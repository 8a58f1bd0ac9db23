"""All claims together: identity first, then acceptance, then what disagrees."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.fuse import documents, identity, meetings, persons
from migkg.fuse.accept import decide
from migkg.fuse.conflicts import contradictions, worded
from migkg.fuse.evidence import Origins
from migkg.fuse.resolve import (
    COUNTRY,
    Settled,
    countries_of_cities,
    countries_of_meetings,
    resolve,
    spellings_of_cities,
)
from migkg.fuse.scope import Scope, is_scoped, stated
from migkg.model import Fact, Fusion, Merge, Resolved, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from migkg.fuse.accept import Decision
    from migkg.model import Claim, Finding

    Pairs = Iterable[tuple[str, str]]
    Messages = Mapping[str, Mapping[str, Mapping[str, str]]]

_Group = tuple[str, str, str]
"""Settled subject, property, and for presence the state or body; else empty."""


def fuse(
    claims: Iterable[Claim],
    *,
    single_valued: frozenset[str],
    same: Pairs = (),
    distinct: Pairs = (),
    marks: Mapping[str, tuple[str, ...]] | None = None,
    messages: Messages | None = None,
) -> Fusion:
    """Settle who is who, accept one value where only one can hold, and list what disagrees.

    The order of the claims does not matter. `single_valued` names the predicates that take one value;
    `same` and `distinct` pair keys that people joined or kept apart; `marks` gives the URL and hash of each
    article, so that copies count as one witness; `messages` gives the sentences of findings by language.
    Raises DataError where a pair is both the same and distinct.
    """
    unique = predicates.unique(claims)
    joined, apart = tuple(same), tuple(distinct)
    identity.check(joined, apart)
    origins = Origins(unique, marks or {})
    settled, merges, refused = _identify(unique, joined, apart, origins)
    resolved = {claim.id: resolve(claim, settled) for claim in unique}
    accepted = [claim for claim in unique if resolved[claim.id].status is Status.ACCEPTED]
    groups, free = _grouped(accepted, resolved, single_valued)
    decisions = {key: decide(members, resolved, origins) for key, members in sorted(groups.items())}
    unclear = [key for key, decision in decisions.items() if decision.losers and meetings.is_unnumbered(key[0])]
    for key in unclear:
        _reject(groups.pop(key), resolved)
        del decisions[key]
    _dispute(decisions.values(), resolved)
    won = [_single(key, decision, groups[key]) for key, decision in decisions.items() if key[1] in single_valued]
    present = [c for key, members in groups.items() if key[1] not in single_valued for c in members]
    findings = [f for key, decision in decisions.items() for f in contradictions(key[0], decision, messages or {})]
    return Fusion(
        subjects=settled.subjects,
        resolved=resolved,
        facts=tuple(sorted(chain(won, _several(chain(free, present), resolved)), key=_fact_order)),
        findings=tuple(sorted(chain(findings, (worded(f, messages or {}) for f in refused)), key=_finding_order)),
        merges=merges,
    )


def _fact_order(fact: Fact) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    return fact.subject, fact.predicate, fact.object, fact.qualifiers


def _finding_order(finding: Finding) -> tuple[str, str, str, str]:
    return finding.check, finding.focus, finding.path, finding.value


def _identify(
    claims: Sequence[Claim], same: Pairs, distinct: Pairs, origins: Origins
) -> tuple[Settled, tuple[Merge, ...], tuple[Finding, ...]]:
    """Meetings first; persons by the meetings they share; then documents by the meeting that adopted them."""
    asked = identity.asked(same)
    scope = Scope(claims)
    profiles = meetings.profiles(claims, origins, scope)
    pairing = meetings.pair(profiles, origins)
    held = identity.unite(profiles, [*_of(asked, people=False), *pairing.proposals], distinct, meetings.prefer)

    def meeting_of(claim: Claim) -> str:
        own = scope.node(claim.subject, claim)
        return held.settled.get(own, own)

    people = persons.people(claims, meeting_of)
    proposals = [*_of(asked, people=True), *persons.pair(people)]
    named = identity.unite(people, proposals, distinct, persons.preference(people, origins))
    papers, same_papers = documents.settle(claims, meeting_of)
    subjects = dict(sorted((_plain(held.settled) | named.settled).items()))
    settled = Settled(
        scope=scope,
        subjects=subjects,
        countries=countries_of_cities(claims),
        spellings=spellings_of_cities(claims),
        held=countries_of_meetings(claims, meeting_of),
        documents=papers,
    )
    merges = tuple(sorted((*_unscoped(held.merges, subjects), *named.merges, *same_papers)))
    return settled, merges, pairing.findings


def _plain(settled: Mapping[str, str]) -> dict[str, str]:
    """The settled keys with those that sources stated: one that means several meetings stands for itself."""
    meant: dict[str, set[str]] = {}
    for node, kept in settled.items():
        if is_scoped(node):
            meant.setdefault(stated(node), set()).add(kept)
    plain = {key: next(iter(kept)) if len(kept) == 1 else key for key, kept in meant.items()}
    return plain | dict(settled)


def _unscoped(merges: Iterable[Merge], subjects: Mapping[str, str]) -> set[Merge]:
    """The merges by stated keys where these mean one meeting; that a scope falls back to its key is no merge."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for merge in merges:
        plain = stated(merge.old)
        old = plain if subjects.get(plain) == merge.kept else merge.old
        if old != merge.kept and plain != merge.kept:
            found.setdefault((merge.kept, old, merge.reason), set()).update(merge.claims)
    return {Merge(kept=k, old=o, reason=r, claims=tuple(sorted(c))) for (k, o, r), c in found.items()}


def _of(asked: Iterable[identity.Proposal], *, people: bool) -> list[identity.Proposal]:
    return [p for p in asked if (predicates.kind_of(p.one) == "person") is people]


def _grouped(
    claims: Iterable[Claim], resolved: Mapping[str, Resolved], single_valued: frozenset[str]
) -> tuple[dict[_Group, list[Claim]], list[Claim]]:
    """The claims that compete, by what they compete for, and those that compete with none."""
    groups: dict[_Group, list[Claim]] = {}
    free = []
    for claim in claims:
        found = resolved[claim.id]
        if found.predicate in single_valued:
            groups.setdefault((found.subject, found.predicate, ""), []).append(claim)
        elif found.predicate in predicates.PRESENCE:
            groups.setdefault((found.subject, predicates.PRESENT, found.object), []).append(claim)
        else:
            free.append(claim)
    return groups, free


def _reject(claims: Iterable[Claim], resolved: dict[str, Resolved]) -> None:
    """`CODE/x` of one text may be several meetings: values that differ tell so, and contradict nothing."""
    for claim in claims:
        resolved[claim.id] = replace(resolved[claim.id], status=Status.REJECTED, reason="several meetings")


def _dispute(decisions: Iterable[Decision], resolved: dict[str, Resolved]) -> None:
    for decision in decisions:
        for loser in decision.losers:
            for claim in loser.stating:
                resolved[claim.id] = replace(resolved[claim.id], status=Status.DISPUTED, reason="outvoted")


def _single(key: _Group, decision: Decision, members: Iterable[Claim]) -> Fact:
    lost = {claim.id for loser in decision.losers for claim in loser.stating}
    return Fact(
        subject=key[0],
        predicate=key[1],
        object=decision.winner.object,
        claims=tuple(sorted({claim.id for claim in members} - lost)),
    )


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
