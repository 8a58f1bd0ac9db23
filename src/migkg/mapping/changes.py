"""The quads that differ between two states of the claims, without mapping what they have in common.

The mapping is a sum of pieces: of claims, of things, of the facts about a subject, of findings. A piece whose
inputs are equal in both states gives equal quads; only the others are mapped, in both states, and compared.
The states may be those of a part of all claims, if what others have to do with these is said beside them.
Pieces that can give the same quad (facts about one post, keys with one IRI) are taken together. The tables and
the lexicons must be those of both states.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.mapping.claims import article_triples, claim_triples, model_triples
from migkg.mapping.describe import key_triples, met, superseded, thing_triples
from migkg.mapping.facts import fact_triples
from migkg.mapping.graphs import FACTS, REFERENCE, finding_quads, in_graph
from migkg.mapping.labels import Labels
from migkg.mapping.tenures import Tenures
from migkg.mapping.terms import node, post
from migkg.mapping.told import succession, topic_triples
from migkg.model import Evidence, RowEvidence

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from migkg.fused import Fusion
    from migkg.mapping.told import Topics
    from migkg.model import Article, Claim, Fact, Finding, Quad, Term, Thing

    Messages = Mapping[str, Mapping[str, Mapping[str, str]]]

_POST = "hasPosition"


@dataclass(frozen=True, kw_only=True)
class State:
    """All that is mapped: articles, claims (one for each id), what fusion made of them, and things."""

    articles: Sequence[Article]
    claims: Sequence[Claim]
    fusion: Fusion
    things: Sequence[Thing]
    messages: Messages
    topics: Topics = ()
    elsewhere: frozenset[str] = frozenset()
    """Keys that claims speak of which are not among these."""
    posts: tuple[Fact, ...] = ()
    """The facts of other claims about posts that these may change."""

    @cached_property
    def tenures(self) -> Tenures:
        """The tenures of all facts."""
        return Tenures(self.fusion.facts)

    @cached_property
    def years(self) -> dict[str, str]:
        """The accepted year of each meeting that has one."""
        return {fact.subject: fact.object for fact in self.fusion.facts if fact.predicate == "year"}

    @cached_property
    def by_key(self) -> dict[str, Thing]:
        """The described things by their keys."""
        return {thing.key: thing for thing in self.things}

    @cached_property
    def met(self) -> set[str]:
        """The keys that claims speak of, here or elsewhere."""
        return met(self.fusion) | self.elsewhere

    def claim_input(self, claim: Claim) -> Hashable:
        """What the triples of a claim are made from."""
        found = self.fusion.resolved[claim.id]
        if found.predicate != _POST:
            return claim, found
        return claim, found, self.tenures.node(found.subject, found.object, claim.qualifiers)

    def thing_input(self, key: str) -> Hashable:
        """What the description of a key is made from: itself, its year, its names, and the name of its forum."""
        session = predicates.session_parts(key)
        if session is not None:
            return key in self.met, self.thing_input(session[0])
        series = predicates.series_of(key)
        forum = self.by_key.get(f"forum:{key.partition(':')[2].partition('/')[0]}") if series else None
        of_forum = forum.labels if forum else ()
        return key in self.met, self.by_key.get(key), self.years.get(key), self.fusion.names.get(key), of_forum


def changes(old: State, new: State) -> tuple[set[Quad], set[Quad]]:
    """The quads that only the old state gives, and those that only the new one gives."""
    removed: set[Quad] = set()
    added: set[Quad] = set()
    for part in (_claims, _models, _articles, _things, _facts, _succession, _superseded, _findings):
        before, after = part(old, new)
        removed |= before - after
        added |= after - before
    return removed, added


_Sides = tuple[set["Quad"], set["Quad"]]


def _claims(old: State, new: State) -> _Sides:
    before = {claim.id: old.claim_input(claim) for claim in old.claims}
    after = {claim.id: new.claim_input(claim) for claim in new.claims}
    changed = _changed(before, after)
    return _claim_quads(old, changed), _claim_quads(new, changed)


def _changed(before: Mapping[str, Hashable], after: Mapping[str, Hashable]) -> set[str]:
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def _claim_quads(state: State, wanted: set[str]) -> set[Quad]:
    found: set[Quad] = set()
    for claim in state.claims:
        if claim.id in wanted:
            where = REFERENCE if isinstance(claim.evidence, RowEvidence) else f"article/{claim.evidence.article}"
            found.update(in_graph(where, claim_triples(claim, state.fusion.resolved[claim.id], state.tenures)))
    return found


def _models(old: State, new: State) -> _Sides:
    """Of an article that changes all claims are in the states, so that a model is gone only with its last claim."""

    def described(claims: Iterable[Claim]) -> set[Quad]:
        return {
            quad
            for claim in claims
            if isinstance(claim.evidence, Evidence)
            for quad in in_graph(f"article/{claim.evidence.article}", model_triples([claim]))
        }

    return described(old.claims), described(new.claims)


def _articles(old: State, new: State) -> _Sides:
    known = {id(article) for article in old.articles} & {id(article) for article in new.articles}

    def described(articles: Iterable[Article]) -> set[Quad]:
        fresh = (article for article in articles if id(article) not in known)
        return {quad for article in fresh for quad in in_graph(f"article/{article.id}", article_triples(article))}

    return described(old.articles), described(new.articles)


def _things(old: State, new: State) -> _Sides:
    keys = old.met | new.met | old.by_key.keys() | new.by_key.keys()
    changed = {node(key) for key in keys if old.thing_input(key) != new.thing_input(key)}
    shared = [key for key in sorted(keys) if node(key) in changed] if changed else []
    return _descriptions(old, shared), _descriptions(new, shared)


def _descriptions(state: State, keys: Sequence[str]) -> set[Quad]:
    labels = Labels(state.things, state.years, state.messages, state.fusion.names)
    things = [state.by_key[key] for key in keys if key in state.by_key]
    described = {node(thing.key) for thing in things}
    others = [key for key in keys if key in state.met and node(key) not in described]
    triples = chain(
        chain.from_iterable(thing_triples(thing, labels) for thing in things),
        chain.from_iterable(key_triples(key, labels) for key in others),
    )
    return set(in_graph(REFERENCE, triples))


def _facts(old: State, new: State) -> _Sides:
    differing = set(old.fusion.facts) ^ set(new.fusion.facts)
    subjects = {node(fact.subject) for fact in differing}
    posts = {post(fact.object) for fact in differing if fact.predicate == _POST}

    def affected(facts: Iterable[Fact]) -> Iterator[Fact]:
        nodes: dict[str, Term] = {}
        for fact in facts:
            if fact.subject not in nodes:
                nodes[fact.subject] = node(fact.subject)
            if nodes[fact.subject] in subjects or (fact.predicate == _POST and post(fact.object) in posts):
                yield fact

    if not differing:
        return set(), set()
    return (
        _fact_quads(list(affected((*old.fusion.facts, *old.posts))), old.topics),
        _fact_quads(list(affected((*new.fusion.facts, *new.posts))), new.topics),
    )


def _fact_quads(facts: Sequence[Fact], topics: Topics) -> set[Quad]:
    return set(in_graph(FACTS, chain(fact_triples(facts), topic_triples(facts, topics))))


def _succession(old: State, new: State) -> _Sides:
    return set(in_graph(FACTS, succession(old.fusion.facts))), set(in_graph(FACTS, succession(new.fusion.facts)))


def _superseded(old: State, new: State) -> _Sides:
    return set(in_graph(REFERENCE, superseded(old.fusion))), set(in_graph(REFERENCE, superseded(new.fusion)))


def _findings(old: State, new: State) -> _Sides:
    differing = {_named(f) for f in set(old.fusion.findings) ^ set(new.fusion.findings)}

    def quads(findings: Iterable[Finding]) -> set[Quad]:
        return set(finding_quads(f for f in findings if _named(f) in differing))

    return quads(old.fusion.findings), quads(new.fusion.findings)


def _named(finding: Finding) -> Hashable:
    """What the id of a finding is the hash of."""
    return finding.check, finding.focus, finding.path, finding.value, tuple(sorted(finding.claims))
