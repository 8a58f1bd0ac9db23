"""All claims together: identity first, then acceptance, then what disagrees."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Required, TypedDict, Unpack

from migkg import predicates
from migkg.fuse import documents, events, identity, meetings, persons, profile, ranks, sessions
from migkg.fuse.accept import Rule
from migkg.fuse.acceptance import accept
from migkg.fuse.conflicts import worded
from migkg.fuse.evidence import Origins
from migkg.fuse.judged import Judgements
from migkg.fuse.resolve import (
    Settled,
    countries_of_cities,
    countries_of_meetings,
    resolve,
    spellings_of_cities,
)
from migkg.fuse.scope import Scope, is_scoped, stated
from migkg.fuse.titles import Titles
from migkg.fused import Fusion, Merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from migkg.fused import Judgement
    from migkg.model import Claim, Finding

    Pairs = Iterable[tuple[str, str]]
    Messages = Mapping[str, Mapping[str, Mapping[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What bears on claims without being among them, where only a part of all claims is fused (`Relations`).

    `claims` tell who else there is, in which cities, with which documents; `meetings` gives the settled meeting of
    each; `sources` gives the marks of further sources, by node.
    """

    claims: tuple[Claim, ...] = ()
    meetings: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A fusion with what it settled: `meetings` gives the settled meeting of each claim, by id."""

    fusion: Fusion
    settled: Settled
    meetings: Mapping[str, str]


class Ground(TypedDict, total=False):
    """What is known before claims are fused: the keywords of `join`."""

    single_valued: Required[frozenset[str]]
    same: Pairs
    distinct: Pairs
    marks: Mapping[str, tuple[str, ...]]
    messages: Messages
    judgements: Iterable[Judgement]
    honorifics: frozenset[str]
    titles: Titles


def fuse(claims: Iterable[Claim], **ground: Unpack[Ground]) -> Fusion:
    """Settle who is who, accept one value where only one can hold, and list what disagrees; see `join`."""
    return join(claims, **ground).fusion


def join(claims: Iterable[Claim], *, beside: Beside | None = None, **ground: Unpack[Ground]) -> Joined:
    """Fuse claims, and tell what was settled on the way.

    The order of the claims does not matter. `single_valued` names the predicates that take one value;
    `same` and `distinct` pair keys that people joined or kept apart; `marks` gives the URL and hash of each
    article, so that copies count as one witness; `messages` gives the sentences of findings by language;
    `judgements` are what people found of documented disagreements; `honorifics` may stand before a person's name;
    `titles` reads the titles of documents; `beside` is what bears on the claims where they are but a part of all.
    Raises DataError where a pair is both the same and distinct.
    """
    unique = predicates.unique(claims)
    joined, apart = tuple(ground.get("same", ())), tuple(ground.get("distinct", ()))
    messages = ground.get("messages", {})
    identity.check(joined, apart)
    more = beside or Beside()
    origins = Origins((*unique, *more.claims), ground.get("marks", {}), more.sources)
    known = Known(
        same=joined,
        distinct=apart,
        honorifics=ground.get("honorifics", frozenset()),
        titles=ground.get("titles", Titles()),
        beside=more,
    )
    settled, merges, refused, held = _identify(unique, origins, known)
    resolved = sessions.without_themes(unique, {claim.id: resolve(claim, settled) for claim in unique})
    judged = Judgements(ground.get("judgements", ()), settled.subjects)
    found = accept(unique, ground["single_valued"], Rule(resolved=resolved, origins=origins, judgements=judged))
    findings = [
        *(contradiction.finding(messages) for contradiction in found.contradictions),
        *(worded(finding, messages) for finding in refused),
    ]
    fusion = Fusion(
        subjects=settled.subjects,
        resolved=found.resolved,
        facts=found.facts,
        findings=tuple(sorted(findings, key=_finding_order)),
        merges=merges,
        names=settled.names,
    )
    return Joined(fusion=fusion, settled=settled, meetings=held)


def _finding_order(finding: Finding) -> tuple[str, str, str, str, tuple[str, ...]]:
    return finding.check, finding.focus, finding.path, finding.value, finding.claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of identity beforehand: pairs that people joined or kept apart, words, and what bears on it."""

    same: tuple[tuple[str, str], ...]
    distinct: tuple[tuple[str, str], ...]
    honorifics: frozenset[str]
    titles: Titles
    beside: Beside


def _identify(
    claims: Sequence[Claim], origins: Origins, known: Known
) -> tuple[Settled, tuple[Merge, ...], tuple[Finding, ...], dict[str, str]]:
    """Meetings first; persons by the meetings they share; then documents by the meeting that adopted them."""
    asked = identity.asked(known.same)
    scope = Scope(claims, known.distinct, events.meant(claims))
    profiles = profile.profiles(claims, origins, scope)
    pairing = meetings.pair(profiles, origins)
    held = identity.unite(
        profiles, [*_of(asked, people=False), *pairing.proposals], known.distinct, meetings.preference(profiles)
    )

    def meeting_of(claim: Claim) -> str:
        if claim.id in known.beside.meetings:
            return known.beside.meetings[claim.id]
        own = sessions.meeting_of(scope.node(claim.subject, claim))
        return held.settled.get(own, own)

    everything = (*claims, *known.beside.claims)
    people = persons.people(everything, meeting_of, known.honorifics)
    declared = [p for p in _of(asked, people=True) if {p.one, p.other} <= people.keys()]
    proposals = [*declared, *persons.pair(people)]
    named = identity.unite(people, proposals, known.distinct, persons.preference(people, origins))
    papers = documents.settle(everything, meeting_of, titles=known.titles, same=known.same, distinct=known.distinct)
    of_meetings = _plain(held.settled)
    parts = sessions.settle(claims, scope, of_meetings)
    subjects = dict(sorted((of_meetings | parts | named.settled).items()))
    settled = Settled(
        scope=scope,
        subjects=subjects,
        countries=countries_of_cities(everything),
        spellings=spellings_of_cities(everything),
        held=countries_of_meetings(claims, meeting_of),
        documents=papers.keys,
        names=papers.names,
    )
    joined = sorted(_unscoped(held.merges, subjects))
    merges = tuple(sorted((*joined, *sessions.merges(joined, parts), *named.merges, *papers.merges)))
    return (
        settled,
        merges,
        tuple(_in_doubt(pairing.findings, held.settled)),
        {claim.id: meeting_of(claim) for claim in claims},
    )


def _in_doubt(refused: Iterable[Finding], settled: Mapping[str, str]) -> Iterator[Finding]:
    """The findings of what is still to be told apart: a key that became a numbered meeting is no other."""
    for finding in refused:
        kept = settled.get(finding.focus, finding.focus)
        if kept == finding.focus or not (ranks.is_numbered(kept) or kept == settled.get(finding.value)):
            yield replace(finding, focus=kept)


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
    kinds = {"person"} if people else predicates.MEETINGS
    return [p for p in asked if predicates.kind_of(p.one) in kinds]
