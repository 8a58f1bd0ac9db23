"""Which triple stands in which named graph; the default graph repeats all but the findings."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.mapping.claims import article_triples, claim_triples, model_triples
from migkg.mapping.describe import describe, superseded
from migkg.mapping.facts import fact_triples
from migkg.mapping.findings import finding_triples
from migkg.mapping.labels import Labels
from migkg.mapping.tenures import Tenures
from migkg.mapping.told import succession, topic_triples
from migkg.model import DEFAULT_GRAPH, RowEvidence
from migkg.names import graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from migkg.fused import Fusion
    from migkg.mapping.told import Topics
    from migkg.model import Article, Claim, Finding, Quad, Term, Thing, Triple

    Messages = Mapping[str, Mapping[str, Mapping[str, str]]]

ONTOLOGY, REFERENCE, FACTS, INFERRED, FINDINGS = "ontology", "reference", "facts", "inferred", "findings"


def in_graph(name: str, triples: Iterable[Triple]) -> list[Quad]:
    """The triples as quads of `graph:NAME`, each once, sorted."""
    where = graph(name)
    return [(*triple, where) for triple in sorted(set(triples))]


def reference_quads(things: Sequence[Thing], claims: Iterable[Claim], fusion: Fusion, messages: Messages) -> list[Quad]:
    """`graph:reference`: descriptions of all things, superseded keys, and the claims of table rows."""
    years = {fact.subject: fact.object for fact in fusion.facts if fact.predicate == "year"}
    tenures = Tenures(fusion.facts)
    rows = (claim for claim in predicates.unique(claims) if isinstance(claim.evidence, RowEvidence))
    return in_graph(
        REFERENCE,
        chain(
            describe(things, fusion, Labels(things, years, messages, fusion.names)),
            superseded(fusion),
            *(claim_triples(claim, fusion.resolved[claim.id], tenures) for claim in rows),
        ),
    )


def article_quads(article: Article, claims: Iterable[Claim], fusion: Fusion) -> list[Quad]:
    """`graph:article/ID`: the article, and those of the claims that it states."""
    return _article(article, claims, fusion, Tenures(fusion.facts))


def _article(article: Article, claims: Iterable[Claim], fusion: Fusion, tenures: Tenures) -> list[Quad]:
    own = [
        claim
        for claim in predicates.unique(claims)
        if not isinstance(claim.evidence, RowEvidence) and claim.evidence.article == article.id
    ]
    return in_graph(
        f"article/{article.id}",
        chain(
            article_triples(article),
            model_triples(own),
            *(claim_triples(claim, fusion.resolved[claim.id], tenures) for claim in own),
        ),
    )


def fact_quads(fusion: Fusion, topics: Topics = ()) -> list[Quad]:
    """`graph:facts`: the accepted direct triples, tenures, memberships, limits of dates, and what they tell."""
    facts = fusion.facts
    return in_graph(FACTS, chain(fact_triples(facts), topic_triples(facts, topics), succession(facts)))


def finding_quads(findings: Iterable[Finding]) -> list[Quad]:
    """`graph:findings`."""
    return in_graph(FINDINGS, chain.from_iterable(finding_triples(finding) for finding in findings))


def default_quads(quads: Iterable[Quad]) -> list[Quad]:
    """What a plain query sees: each triple once, but for those of `graph:findings`."""
    hidden = graph(FINDINGS)
    return [(s, p, o, DEFAULT_GRAPH) for s, p, o in sorted({quad[:3] for quad in quads if quad[3] != hidden})]


def quads(
    things: Sequence[Thing],
    articles: Iterable[Article],
    claims: Sequence[Claim],
    fusion: Fusion,
    messages: Messages,
    topics: Topics = (),
) -> list[Quad]:
    """All named graphs but those of ontology, inferred triples and the findings of later stages; no default graph."""
    tenures = Tenures(fusion.facts)
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        if not isinstance(claim.evidence, RowEvidence):
            by_article.setdefault(claim.evidence.article, []).append(claim)
    parts = [
        reference_quads(things, claims, fusion, messages),
        fact_quads(fusion, topics),
        finding_quads(fusion.findings),
        *(_article(article, by_article.get(article.id, []), fusion, tenures) for article in articles),
    ]
    return sorted(set(chain.from_iterable(parts)))


def is_article(name: Term) -> bool:
    """Whether a named graph is that of one article."""
    return name.startswith(graph("article/")[:-1])
