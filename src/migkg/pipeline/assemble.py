"""From claims to a whole graph: fuse, map, reason, validate, check."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import fuse as fusing
from migkg import mapping, names, reason, store, tables, validate
from migkg.model import DEFAULT_GRAPH, Finding, Severity, Status, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from migkg.fuse import Ground, Joined
    from migkg.fused import Fusion
    from migkg.model import Article, Claim, Quad, Thing, Triple
    from migkg.pipeline.knowledge import Knowledge
    from migkg.query import Check
    from migkg.reason import Clash

Step = "Callable[[str], None]"
NAMED = frozenset({"org", "forum", "city"})
"""Kinds of key that the lexicons can describe; a bare key is a state."""
_CHECK, _SEVERITY = names.word("check"), names.word("severity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """A graph that is ready to be stored: its quads (sorted, each once), its findings, and figures."""

    quads: tuple[Quad, ...]
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    joined: Joined
    counts: Mapping[str, int]

    @property
    def fusion(self) -> Fusion:
        """What fusion made of all claims."""
        return self.joined.fusion


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many quads there are, how many triples a plain query sees, and how many of these are inferred."""

    quads: int
    triples: int
    inferred: int


def assemble(
    articles: Sequence[Article], claims: Sequence[Claim], knowledge: Knowledge, step: Callable[[str], None]
) -> Assembly:
    """The graph of the shipped tables and these articles with their claims."""
    step("fusing claims")
    everything = [*knowledge.claims, *claims]
    joined = fusing.join(everything, **ground(knowledge, articles))
    fusion = joined.fusion
    step("mapping to quads")
    topics = mapping.topics(knowledge.ontology)
    asserted = mapping.quads(things(fusion, knowledge), articles, everything, fusion, knowledge.messages, topics)
    ontology = mapping.in_graph(mapping.ONTOLOGY, knowledge.ontology)
    step("reasoning")
    hidden = names.graph(mapping.FINDINGS)
    closure = reason.close(knowledge.rules, {quad[:3] for quad in asserted if quad[3] != hidden})
    inferred = mapping.in_graph(mapping.INFERRED, closure.inferred)
    visible = mapping.default_quads([*asserted, *ontology, *inferred])
    step("validating")
    facts = [quad for quad in asserted if quad[3] == names.graph(mapping.FACTS)]
    found = (*_clashes(closure.clashes), *examine([*visible, *facts], knowledge))
    quads = {*asserted, *ontology, *inferred, *visible, *mapping.finding_quads(found)}
    sizes = Sizes(quads=len(quads), triples=len(visible), inferred=len(inferred))
    return Assembly(
        quads=tuple(sorted(quads)),
        findings=(*fusion.findings, *found),
        claims=tuple(everything),
        joined=joined,
        counts={**counts(articles, fusion, sizes), **tally(quad for quad in quads if quad[3] == hidden)},
    )


def ground(knowledge: Knowledge, articles: Iterable[Article] = ()) -> Ground:
    """What fusion is told of beforehand."""
    return {
        "single_valued": knowledge.single_valued,
        "same": knowledge.same,
        "distinct": knowledge.distinct,
        "marks": marks(articles),
        "messages": knowledge.messages,
        "judgements": knowledge.judgements,
        "honorifics": knowledge.honorifics,
        "titles": knowledge.titles,
    }


def marks(articles: Iterable[Article]) -> dict[str, tuple[str, ...]]:
    """By what articles are known to be copies of one another, by their ids."""
    return {article.id: (article.url, article.sha256) for article in articles}


def fuse(articles: Sequence[Article], claims: Sequence[Claim], knowledge: Knowledge) -> Fusion:
    """All claims seen together, those of the tables included."""
    return fusing.fuse(claims, **ground(knowledge, articles))


def examine(quads: Sequence[Quad], knowledge: Knowledge, engine: str = "shifty") -> list[Finding]:
    """What the shapes find wrong with the default graph, and the checks with that and with `graph:facts`."""
    triples: list[Triple] = [quad[:3] for quad in quads if quad[3] == DEFAULT_GRAPH]
    found = validate.validate(triples, knowledge.shapes, engine=engine)
    memory = store.Memory(quads)
    for check in knowledge.checks:
        found += _checked(check, memory)
    return found


def things(fusion: Fusion, knowledge: Knowledge, elsewhere: Collection[str] = ()) -> list[Thing]:
    """What the tables describe, then what the lexicons know of the other things that claims speak of."""
    described = {thing.key for thing in knowledge.things}
    spoken_of = mapping.met(fusion).union(elsewhere)
    unknown = {key for key in spoken_of - described if ":" not in key or key.partition(":")[0] in NAMED}
    return [*knowledge.things, *tables.named(knowledge.names, unknown)]


def _checked(check: Check, memory: store.Memory) -> list[Finding]:
    """A finding for each row: `?focus`, and where the query gives them `?path`, `?value` and `?claim`."""
    result = memory.query(check.text)
    found = []
    for row in result.rows:
        cells = dict(zip(result.variables, row, strict=True))
        claim = cells.get("claim")
        found.append(
            Finding(
                severity=check.severity,
                check=check.name,
                focus=cells.get("focus") or "",
                path=cells.get("path") or "",
                value=cells.get("value") or "",
                message=tuple(sorted(check.problem.items())),
                remedy=tuple(sorted(check.remedy.items())),
                claims=(names.text_of(claim).rpartition("/")[2],) if claim else (),
            )
        )
    return sorted(set(found), key=lambda f: (f.focus, f.path, f.value, f.claims))


def _clashes(clashes: Iterable[Clash]) -> list[Finding]:
    """A contradiction of the logic: a violation that names its rule and the triples that meet in it."""
    return [
        Finding(
            severity=Severity.VIOLATION,
            check=f"inconsistency/{clash.rule}",
            focus=clash.premises[0][0] if clash.premises else "",
            value=Term(" ; ".join(" ".join(map(names.shorten, triple)) for triple in clash.premises)),
        )
        for clash in clashes
    ]


def counts(articles: Sequence[Article], fusion: Fusion, sizes: Sizes) -> dict[str, int]:
    """The figures that a store keeps of itself, but for those of its findings."""
    states = [resolved.status for resolved in fusion.resolved.values()]
    return {
        "quads": sizes.quads,
        "triples": sizes.triples,
        "facts": len(fusion.facts),
        "inferred": sizes.inferred,
        "articles": len(articles),
        "claims": len(states),
        **{f"claims {status.value}": states.count(status) for status in Status},
    }


def tally(findings: Iterable[Quad]) -> dict[str, int]:
    """How many findings the quads of their graph tell of; the figures of quads that come and go can be added up."""
    said = Counter((predicate, value) for _, predicate, value, _ in findings if predicate in {_CHECK, _SEVERITY})
    checks = {value: number for (predicate, value), number in said.items() if predicate == _CHECK}
    return {
        "findings": sum(checks.values()),
        "contradictions": sum(number for value, number in checks.items() if value.startswith('"contradiction/')),
        "violations": said[_SEVERITY, names.word("Violation")],
    }
