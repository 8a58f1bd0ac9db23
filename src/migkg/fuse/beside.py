"""Disagreements on properties that take several values: no value loses, but the sides are named.

A member of a forum that another source calls an observer; two wordings of one theme; two ends of one tenure; and
whatever people documented in `data/reference/contradictions.csv` of such a property.
"""

from __future__ import annotations

from itertools import combinations, permutations
from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.claim_table import source_of
from migkg.fuse import kinds
from migkg.fuse.accept import Candidate, Loss
from migkg.fuse.conflicts import Contradiction
from migkg.model import RowEvidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from migkg.fuse.accept import Rule
    from migkg.model import Claim

    By = Mapping[tuple[str, ...], list[Claim]]

_POSITION, _THEME, _UNTIL = "hasPosition", "hasTheme", "until"
_DOCUMENTED = ("hasHost", "hasChair", _POSITION)
"""Properties with several values on which only people can tell a disagreement."""


def contradictions(claims: Iterable[Claim], rule: Rule) -> list[Contradiction]:
    """The disagreements among accepted claims, in the order of subject and property."""
    taken = list(claims)
    found = [*_roles(taken, rule), *_themes(taken, rule), *_tenures(taken, rule), *_documented(taken, rule)]
    return sorted(found, key=lambda c: (c.subject, c.loss.loser.predicate, c.loss.loser.object, c.loss.against.object))


def _grouped(claims: Iterable[Claim], rule: Rule, *wanted: str) -> Iterator[tuple[str, list[Claim]]]:
    """By subject, the claims with one of the properties."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if rule.resolved[claim.id].predicate in wanted:
            groups.setdefault(rule.resolved[claim.id].subject, []).append(claim)
    yield from sorted(groups.items())


def _candidate(claims: list[Claim], rule: Rule) -> Candidate:
    found = rule.resolved[claims[0].id]
    return Candidate(predicate=found.predicate, object=found.object, stating=tuple(claims), supporting=tuple(claims))


def _between(subject: str, one: Candidate, other: Candidate, rule: Rule) -> Contradiction:
    """The disagreement of two values, told from the side of the weaker."""
    decision = rule.decide(subject, [one, other])
    winner = decision.winner or one
    loss = Loss(loser=other if winner is one else one, against=winner)
    return Contradiction(subject=subject, loss=loss, kind=kinds.kind(subject, loss, {}, rule))


def _by(claims: Iterable[Claim], rule: Rule) -> list[Candidate]:
    """The values of several claims, with the role that a membership has."""
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: c.id):
        found = rule.resolved[claim.id]
        groups.setdefault((found.predicate, found.object, dict(claim.qualifiers).get("role", "")), []).append(claim)
    return [_candidate(group, rule) for _, group in sorted(groups.items())]


def _roles(claims: Iterable[Claim], rule: Rule) -> Iterator[Contradiction]:
    """One state as member and as observer of one forum, at times that may be the same."""
    for forum, group in _grouped(claims, rule, *predicates.ROLES):
        for one, other in combinations(_by(group, rule), 2):
            differ = one.predicate != other.predicate and one.object == other.object
            if differ and not _apart(one.stating, other.stating):
                yield _between(forum, one, other, rule)


def _apart(one: Iterable[Claim], other: Iterable[Claim]) -> bool:
    """Whether every interval of one side lies before or after every one of the other."""
    return all(_disjoint(dict(a.qualifiers), dict(b.qualifiers)) for a in one for b in other)


def _disjoint(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    pairs = ((one.get("until", ""), other.get("from", "")), (other.get("until", ""), one.get("from", "")))
    return any(partial.before(end, start) for end, start in pairs)


def _themes(claims: Iterable[Claim], rule: Rule) -> Iterator[Contradiction]:
    """Two themes that tables give one meeting in one language; texts put a theme in many words."""
    rows = (claim for claim in claims if isinstance(claim.evidence, RowEvidence))
    for meeting, group in _grouped(rows, rule, _THEME):
        for one, other in combinations(_by(group, rule), 2):
            langs = {dict(claim.qualifiers).get("lang", "") for claim in (*one.stating, *other.stating)}
            if len(langs) == 1 and not _sources(one) & _sources(other):
                yield _between(meeting, one, other, rule)


def _tenures(claims: Iterable[Claim], rule: Rule) -> Iterator[Contradiction]:
    """Two ends of what must be one tenure: the posts in the same words, the beginnings one day or unknown."""
    for person, group in _grouped(claims, rule, _POSITION):
        ending = [claim for claim in sorted(group, key=lambda c: c.id) if dict(claim.qualifiers).get(_UNTIL)]
        for one, other in combinations(ending, 2):
            if _one_tenure(one, other, rule):
                yield _between(person, _end(one), _end(other), rule)


def _one_tenure(one: Claim, other: Claim, rule: Rule) -> bool:
    posts = [predicates.post_parts(rule.resolved[claim.id].object) for claim in (one, other)]
    mine, theirs = dict(one.qualifiers), dict(other.qualifiers)
    begin = (mine.get("from", ""), theirs.get("from", ""))
    return (
        posts[0][1] == posts[1][1]
        and kinds.same_words(title for title, _ in posts)
        and (not all(begin) or partial.overlaps(*begin))
        and not partial.overlaps(mine[_UNTIL], theirs[_UNTIL])
    )


def _end(claim: Claim) -> Candidate:
    return Candidate(predicate=_UNTIL, object=dict(claim.qualifiers)[_UNTIL], stating=(claim,), supporting=(claim,))


def _documented(claims: Iterable[Claim], rule: Rule) -> Iterator[Contradiction]:
    """Two values of a property that people documented: in general a person holds several posts, a meeting has
    several hosts."""
    for predicate in _DOCUMENTED:
        documented = {subject for subject, judgement in rule.judgements.of(predicate) if not judgement.wrong}
        rows = (claim for claim in claims if isinstance(claim.evidence, RowEvidence))
        for subject, group in _grouped(rows, rule, predicate):
            candidates = _by(group, rule) if subject in documented else []
            for one, other in combinations(candidates, 2):
                if _comparable(one, other):
                    yield _between(subject, one, other, rule)


def _comparable(one: Candidate, other: Candidate) -> bool:
    """Whether two values could be told of one thing: two persons, two states, two posts at one body."""
    if one.predicate != _POSITION:
        return predicates.kind_of(one.object) == predicates.kind_of(other.object)
    posts = [predicates.post_parts(candidate.object) for candidate in (one, other)]
    return posts[0][1] == posts[1][1] and not kinds.same_words(title for title, _ in posts)


def misread(claims: Iterable[Claim], rule: Rule) -> list[Contradiction]:
    """The roles that only texts give a state whose own page, by a row of the tables, gives it another: lists of
    observers are read as lists of members now and then."""
    found = []
    for forum, group in _grouped(claims, rule, *predicates.ROLES):
        for one, other in permutations(_by(group, rule), 2):
            if one.predicate != other.predicate and one.object == other.object and _is_copied(one, other, rule):
                kind = rule.judgements.kind(forum, one.predicate, one.object) or kinds.ERROR
                found.append(Contradiction(subject=forum, loss=Loss(loser=one, against=other), kind=kind))
    return found


def _is_copied(texts: Candidate, rows: Candidate, rule: Rule) -> bool:
    """Whether one value is only in texts, all of them copies of what the rows of the other cite."""
    cited = [claim for claim in rows.stating if isinstance(claim.evidence, RowEvidence)]
    only = not any(isinstance(claim.evidence, RowEvidence) for claim in texts.stating)
    return only and rule.origins.of(texts.stating) <= rule.origins.of(cited)


def judged_wrong(claims: Iterable[Claim], rule: Rule) -> list[Contradiction]:
    """The values of properties with several values that people found to be none, where another value is left."""
    found = []
    for predicate in (*_DOCUMENTED[:-1], _THEME):
        wanted = {subject for subject, judgement in rule.judgements.of(predicate) if judgement.wrong}
        for subject, group in _grouped(claims, rule, predicate):
            candidates = _by(group, rule) if subject in wanted else []
            wrong = [c for c in candidates if rule.judgements.is_wrong(subject, predicate, c.object)]
            best = rule.decide(subject, [c for c in candidates if c not in wrong]).winner
            losses = [Loss(loser=candidate, against=best) for candidate in wrong if best is not None]
            found += [
                Contradiction(subject=subject, loss=loss, kind=kinds.kind(subject, loss, {}, rule)) for loss in losses
            ]
    return found


def _sources(candidate: Candidate) -> set[str]:
    return {source_of(claim) for claim in candidate.stating}
