"""A change to the graph at the cost of what it changes: which quads go, which come.

Fusion sees all claims, before and after; whatever it decides alike is left alone. Only claims, things and facts
that differ are mapped, the closure follows from the old one, and the graph itself is only looked up. What
comes out is what a full build of the same articles gives; where that cannot be had, the answer is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import mapping, names, predicates, reason
from migkg.model import DEFAULT_GRAPH, Term
from migkg.pipeline.assemble import Sizes, counts, fuse, tally, things
from migkg.pipeline.revalidate import Graphs, revalidate
from migkg.rules import is_literal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from migkg.model import Article, Claim, Fusion, Quad, Thing, Triple
    from migkg.pipeline.knowledge import Knowledge
    from migkg.store import Store

    Stated = tuple[Sequence[Article], Sequence[Claim]]

_FINDINGS, _INFERRED = names.graph(mapping.FINDINGS), names.graph(mapping.INFERRED)
_UNASSERTED = frozenset({DEFAULT_GRAPH, _FINDINGS, _INFERRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Articles, their claims and those of the tables, what fusion makes of them, and the things they speak of."""

    articles: Sequence[Article]
    claims: Sequence[Claim]
    fusion: Fusion
    things: Sequence[Thing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The quads that go and those that come, with figures of the graph as it will be."""

    removed: frozenset[Quad]
    added: frozenset[Quad]
    counts: Mapping[str, int]


def follow(opened: Store, old: Stated, new: Stated, knowledge: Knowledge, step: Callable[[str], None]) -> Change | None:
    """The change from one set of articles and their claims to another, under the same knowledge.

    None where it cannot be told from what differs: then the whole graph must be assembled.
    """
    if _inconsistent(opened):
        return None
    step("fusing claims")
    before, after = _world(old, knowledge), _world(new, knowledge)
    step("following the change")
    made = edit(opened, before, after, knowledge)
    if made is None:
        return None
    step("validating")
    gone, come = revalidate(
        Graphs(opened=opened, removed=made.removed, added=made.added),
        knowledge,
        mapping.finding_nodes(before.fusion.findings),
    )
    removed, added = made.removed | gone, made.added | come
    figures = counts(after.articles, after.fusion, _sizes(opened, removed, added))
    return Change(removed=removed, added=added, counts={**figures, **_tallied(opened, removed, added)})


def _inconsistent(opened: Store) -> bool:
    """Whether the closure of the store contradicts itself: what is said of that is not made from single triples."""
    return any(
        names.text_of(check).startswith("inconsistency/")
        for _, _, check in opened.triples(None, names.word("check"), None, _FINDINGS)
    )


def _tallied(opened: Store, removed: Iterable[Quad], added: Iterable[Quad]) -> dict[str, int]:
    """The figures of the findings, from those of the store."""
    known = opened.manifest["about"]["counts"]
    gone, come = (tally(quad for quad in quads if quad[3] == _FINDINGS) for quads in (removed, added))
    return {name: known[name] + come[name] - gone[name] for name in come}


def _world(stated: Stated, knowledge: Knowledge) -> World:
    articles, claims = stated
    everything = [*knowledge.claims, *claims]
    fusion = fuse(articles, everything, knowledge)
    return World(articles=articles, claims=everything, fusion=fusion, things=things(fusion, knowledge))


def _sizes(opened: Store, removed: Collection[Quad], added: Collection[Quad]) -> Sizes:
    graphs = opened.manifest["graphs"]

    def grown(name: Term) -> int:
        change = sum(quad[3] == name for quad in added) - sum(quad[3] == name for quad in removed)
        return int(graphs.get(name[1:-1], 0)) + change

    return Sizes(
        quads=int(opened.manifest["quads"]) + len(added) - len(removed),
        triples=grown(DEFAULT_GRAPH),
        inferred=grown(_INFERRED),
    )


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
        claims=predicates.unique(world.claims),
        fusion=world.fusion,
        things=world.things,
        messages=knowledge.messages,
        topics=mapping.topics(knowledge.ontology),
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
