"""A change to the graph at the cost of what it changes: which quads go, which come.

Only the part of all claims that the change bears on is fused, before and after; whatever is decided alike is left
alone. Only claims, things and facts that differ are mapped, the closure follows from the old one, and the graph itself
is only looked up. What comes out is what a full build of the same articles gives; where that cannot be had, the
answer is None.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg import fuse, mapping, names, reason
from migkg.model import DEFAULT_GRAPH, Fact, Status, Term
from migkg.pipeline import filing
from migkg.pipeline.assemble import tally, things
from migkg.pipeline.part import part
from migkg.pipeline.revalidate import Graphs, revalidate
from migkg.rules import is_literal
from migkg.store import Entries

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from migkg.fuse import Relations
    from migkg.fused import Fusion
    from migkg.model import Article, Claim, Quad, Thing, Triple
    from migkg.pipeline.knowledge import Knowledge
    from migkg.pipeline.part import Edition, Part, Side
    from migkg.store import Ledger, Store

_FINDINGS, _INFERRED = names.graph(mapping.FINDINGS), names.graph(mapping.INFERRED)
_UNASSERTED = frozenset({DEFAULT_GRAPH, _FINDINGS, _INFERRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Articles and claims that differ or may, what fusion makes of them, the things they speak of, and what others
    say of the same keys and posts."""

    articles: Sequence[Article]
    claims: Sequence[Claim]
    fusion: Fusion
    things: Sequence[Thing]
    elsewhere: frozenset[str] = frozenset()
    posts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The quads that go and those that come, with figures of the graph as it will be and what becomes of the ledger."""

    removed: frozenset[Quad]
    added: frozenset[Quad]
    counts: Mapping[str, int]
    entries: Entries = field(default_factory=Entries)


def follow(opened: Store, edition: Edition, knowledge: Knowledge, step: Callable[[str], None]) -> Change | None:
    """The change that an edition makes, under the same knowledge.

    None where it cannot be told from what differs: then the whole graph must be assembled.
    """
    if _inconsistent(opened):
        return None
    step("fusing claims")
    relations = fuse.Relations(knowledge.honorifics)
    with opened.ledger() as ledger:
        found = None if ledger is None else part(ledger, edition, knowledge, relations)
        if ledger is None or found is None:
            return None
        left = _left(opened, edition)
        before, after = _worlds(ledger, found, (left, edition.coming), knowledge)
        entries = _entries(found, relations)
    step("following the change")
    made = edit(opened, before, after, knowledge)
    if made is None:
        return None
    step("validating")
    gone, come = revalidate(Graphs(opened=opened, removed=made.removed, added=made.added), knowledge)
    removed, added = made.removed | gone, made.added | come
    figures = Counter(opened.manifest["about"]["counts"])
    figures.update(_figures(after))
    figures.subtract(_figures(before))
    figures.update(_tallied(removed, added))
    return Change(removed=removed, added=added, counts={**figures, **_sizes(opened, removed, added)}, entries=entries)


def _inconsistent(opened: Store) -> bool:
    """Whether the closure of the store contradicts itself: what is said of that is not made from single triples."""
    return opened.manifest["about"]["counts"]["violations"] > 0 and any(
        names.text_of(check).startswith("inconsistency/")
        for _, _, check in opened.triples(None, names.word("check"), None, _FINDINGS)
    )


def _left(opened: Store, edition: Edition) -> tuple[Article, ...]:
    """The articles that go, as they are stored."""
    quads = (quad for name in edition.leaving for quad in opened.quads(names.graph(f"article/{name}")))
    return tuple(mapping.read_articles(quads))


def _worlds(
    ledger: Ledger, found: Part, articles: tuple[Sequence[Article], Sequence[Article]], knowledge: Knowledge
) -> tuple[World, World]:
    """Both sides with what other claims say of what differs."""
    sides = (found.before, found.after)
    one, other = (side.joined.fusion for side in sides)
    core = {claim.id for claim in found.before.claims}
    elsewhere = _elsewhere(ledger, core, {mapping.node(key) for key in mapping.met(one) ^ mapping.met(other)})
    posts = _posts(ledger, core, {fact for fact in {*one.facts} ^ {*other.facts} if fact.predicate == "hasPosition"})

    def world(side: Side, own: Sequence[Article]) -> World:
        described = things(side.joined.fusion, knowledge, elsewhere)
        return World(
            articles=own,
            claims=side.claims,
            fusion=side.joined.fusion,
            things=described,
            elsewhere=elsewhere,
            posts=posts,
        )

    return world(sides[0], articles[0]), world(sides[1], articles[1])


def _elsewhere(ledger: Ledger, core: Collection[str], nodes: Collection[Term]) -> frozenset[str]:
    """The keys of these nodes that claims outside the core speak of."""
    outside = _outside(ledger, core, map(filing.met_term, nodes))
    return frozenset(key for filed in outside for key in filed.met if mapping.node(key) in nodes)


def _posts(ledger: Ledger, core: Collection[str], differing: Collection[Fact]) -> tuple[Fact, ...]:
    """The facts of claims outside the core on the posts of which one differs."""
    nodes = {mapping.post(fact.object) for fact in differing}
    facts = {
        Fact(
            subject=filed.resolved.subject,
            predicate=filed.resolved.predicate,
            object=filed.resolved.object,
            qualifiers=filed.claim.qualifiers,
            claims=(),
        )
        for filed in _outside(ledger, core, map(filing.post_term, nodes))
        if filing.holds_post(filed)
    }
    return tuple(sorted(facts, key=lambda fact: (fact.subject, fact.object, fact.qualifiers)))


def _outside(ledger: Ledger, core: Collection[str], terms: Iterable[str]) -> list[filing.Filed]:
    values = ledger.values(ledger.find(terms).difference(core))
    return [filing.read_filed(values[name]) for name in sorted(values)]


def _entries(found: Part, relations: Relations) -> Entries:
    """What becomes of the ledger: the claims that go, come, or are settled otherwise, and the sources that change."""
    after = {claim.id: filing.file(claim, found.after.joined) for claim in found.after.claims}
    going = {claim.id for claim in found.before.claims if claim.id not in after}
    fresh = [filing.entry(filed, relations) for name, filed in after.items() if found.filed.get(name) != filed]
    gone = {filing.source_id(node) for node, marks in found.given.items() if marks is None}
    sources = [filing.source_entry(node, marks) for node, marks in found.given.items() if marks is not None]
    return Entries(removed=frozenset(going | gone), added=(*fresh, *sources))


def _tallied(removed: Iterable[Quad], added: Iterable[Quad]) -> Counter[str]:
    """By how much the figures of the findings change."""
    found = Counter(tally(quad for quad in added if quad[3] == _FINDINGS))
    found.subtract(tally(quad for quad in removed if quad[3] == _FINDINGS))
    return found


def _figures(world: World) -> dict[str, int]:
    """The figures that a part adds to those of the whole."""
    states = Counter(found.status for found in world.fusion.resolved.values())
    return {
        "articles": len(world.articles),
        "facts": len(world.fusion.facts),
        "claims": states.total(),
        **{f"claims {status.value}": states[status] for status in Status},
    }


def _sizes(opened: Store, removed: Collection[Quad], added: Collection[Quad]) -> dict[str, int]:
    graphs = opened.manifest["graphs"]

    def grown(name: Term) -> int:
        change = sum(quad[3] == name for quad in added) - sum(quad[3] == name for quad in removed)
        return int(graphs.get(name[1:-1], 0)) + change

    return {
        "quads": int(opened.manifest["quads"]) + len(added) - len(removed),
        "triples": grown(DEFAULT_GRAPH),
        "inferred": grown(_INFERRED),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """The quads that go and those that come, without the findings of validation; disjoint."""

    removed: frozenset[Quad]
    added: frozenset[Quad]


def edit(opened: Store, old: World, new: World, knowledge: Knowledge) -> Edit | None:
    """What turns the stored graph of one world into that of another, under the same knowledge."""
    gone, come = mapping.changes(_state(old, knowledge), _state(new, knowledge))
    asserted = _Asserted(opened, gone, come)
    delta = reason.Incremental(knowledge.rules).follow(_looking(opened), asserted.after, asserted.lost, asserted.gained)
    if delta is None:
        return None
    removed, added = set(gone), set(come)
    removed |= {(*triple, DEFAULT_GRAPH) for triple in delta.removed}
    added |= {(*triple, DEFAULT_GRAPH) for triple in delta.added}
    removed |= {(*triple, _INFERRED) for triple in delta.removed | asserted.gained if _has(opened, triple, _INFERRED)}
    demoted = asserted.lost - delta.removed
    added |= {(*triple, _INFERRED) for triple in (delta.added | demoted) if not asserted.after(triple)}
    return Edit(removed=frozenset(removed - added), added=frozenset(added - removed))


def _state(world: World, knowledge: Knowledge) -> mapping.State:
    return mapping.State(
        articles=world.articles,
        claims=world.claims,
        fusion=world.fusion,
        things=world.things,
        messages=knowledge.messages,
        topics=mapping.topics(knowledge.ontology),
        elsewhere=world.elsewhere,
        posts=world.posts,
    )


class _Asserted:
    """Which triples some graph asserts, before and after a change of the named graphs."""

    def __init__(self, opened: Store, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        self._opened = opened
        self._gone = {quad for quad in gone if quad[3] != _FINDINGS}
        self._come = {quad[:3] for quad in come if quad[3] != _FINDINGS}
        self.lost = {t for t in sorted({quad[:3] for quad in self._gone}) if not self.after(t)}
        self.gained = {t for t in sorted(self._come) if not any(True for _ in self._graphs(t))}

    def after(self, triple: Triple) -> bool:
        """Whether a triple is asserted after the change."""
        return triple in self._come or any((*triple, graph) not in self._gone for graph in self._graphs(triple))

    def _graphs(self, triple: Triple) -> Iterator[Term]:
        if is_literal(triple[0]):
            return
        for graph in self._opened.graphs_of(triple):
            if graph not in _UNASSERTED:
                yield graph


def _looking(opened: Store) -> reason.Match:
    def match(subject: Term | None, predicate: Term | None, value: Term | None) -> Iterable[Triple]:
        return () if subject is not None and is_literal(subject) else opened.triples(subject, predicate, value)

    return match


def _has(opened: Store, triple: Triple, graph: Term) -> bool:
    return any(True for _ in opened.triples(*triple, graph))
