"""Validation after a change, at the cost of what the change touches.

From what shapes and checks read of the graph follows which things they may judge otherwise now. Only these are
validated, on the part of the graph that decides what is found wrong with them; what was found wrong with all others
stands in the store and stays.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import fuse, mapping, names, query, validate
from migkg.model import DEFAULT_GRAPH, Term
from migkg.pipeline.assemble import examine
from migkg.rules import is_literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from migkg.model import Finding, Quad, Triple
    from migkg.pipeline.knowledge import Knowledge
    from migkg.store import Store

_FACTS, _FINDINGS = names.graph(mapping.FACTS), names.graph(mapping.FINDINGS)
_CHECK, _FOCUS = names.word("check"), names.word("focus")
_LITERALS = "WellFormedLiteral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Graphs:
    """The default graph and that of the facts: as they are stored, and as a change leaves them."""

    opened: Store
    removed: Collection[Quad]
    added: Collection[Quad]

    def after(self) -> list[Quad]:
        """Both as they will be: what validation looks at."""
        graphs = (DEFAULT_GRAPH, _FACTS)
        kept = (quad for graph in graphs for quad in self.opened.quads(graph) if quad not in self.removed)
        return [*kept, *(quad for quad in sorted(self.added) if quad[3] in graphs)]


def revalidate(graphs: Graphs, knowledge: Knowledge) -> tuple[set[Quad], set[Quad]]:
    """The quads of findings that go and those that come, but for those of the findings of fusion."""
    reads = validate.reads(knowledge.shapes)
    for check in knowledge.checks:
        reads |= query.reads(check.text, "?focus")
    changed = {quad[:3] for quad in (*graphs.removed, *graphs.added) if quad[3] in {DEFAULT_GRAPH, _FACTS}}
    if reads.everything or any(s.startswith("_:") or p in reads.whole or o.startswith("_:") for s, p, o in changed):
        told = set(mapping.finding_quads(examine(graphs.after(), knowledge)))
        stored = list(graphs.opened.quads(_FINDINGS))
        fused = {s for s, p, o, _ in stored if _tells_of_fusion(p, o)}
        known = {quad for quad in stored if quad[0] not in fused}
        return known - told, told - known
    overlay = _Overlay(graphs)
    focuses = query.affected(reads.trails, changed, overlay.either)
    met = query.gathered(reads.trails, focuses, overlay.after)
    met.update(triple for name in sorted(reads.whole) for triple in overlay.after(None, name, None))
    found = [finding for finding in examine(overlay.quads(met), knowledge) if _concerns(finding, focuses)]
    found += validate.ill_formed(sorted(q[:3] for q in graphs.added if q[3] == DEFAULT_GRAPH), knowledge.shapes)
    known = set(_stored(graphs, focuses))
    told = set(mapping.finding_quads(found))
    return known - told, told - known


def _concerns(finding: Finding, focuses: Collection[Term]) -> bool:
    """Whether a finding about a part of the graph holds of the whole; literals are looked at one by one."""
    return finding.focus in focuses and finding.check != _LITERALS


def _stored(graphs: Graphs, focuses: set[Term]) -> Iterator[Quad]:
    """The findings of validation in the store that are made anew, or are about a literal that goes."""
    subjects = {quad[0] for quad in graphs.removed if quad[3] == DEFAULT_GRAPH}
    for focus in sorted(focuses | subjects):
        for finding, _, _ in graphs.opened.triples(None, _FOCUS, focus, _FINDINGS):
            quads = [(*triple, _FINDINGS) for triple in graphs.opened.triples(finding, None, None, _FINDINGS)]
            if any(_tells_of_fusion(p, o) for _, p, o, _ in quads):
                continue
            if _removed(quads, graphs) if _is_literal_check(quads) else focus in focuses:
                yield from quads


def _tells_of_fusion(predicate: Term, value: Term) -> bool:
    """Whether a triple says of a finding that it is one of fusion."""
    return predicate == _CHECK and names.text_of(value).startswith(fuse.CHECKS)


def _is_literal_check(quads: Iterable[Quad]) -> bool:
    return any(p == _CHECK and o == names.literal(_LITERALS) for _, p, o, _ in quads)


def _removed(quads: Iterable[Quad], graphs: Graphs) -> bool:
    """Whether the triple that a finding about a literal names goes."""
    said = {p: o for _, p, o, _ in quads}
    triple = (said[_FOCUS], said[names.word("path")], said[names.word("value")])
    return (*triple, DEFAULT_GRAPH) in graphs.removed


class _Overlay:
    """Look-ups in the default graph as it was or will be; each is made once."""

    def __init__(self, graphs: Graphs) -> None:
        self._graphs = graphs
        self._gone = {quad[:3] for quad in graphs.removed if quad[3] == DEFAULT_GRAPH}
        self._come: dict[tuple[Term | None, ...], list[Triple]] = defaultdict(list)
        self._known: dict[tuple[Term | None, ...], list[Triple]] = {}
        for s, p, o in sorted(quad[:3] for quad in graphs.added if quad[3] == DEFAULT_GRAPH):
            for pattern in ((s, p, None), (s, None, None), (None, p, o), (None, None, o), (None, p, None)):
                self._come[pattern].append((s, p, o))

    def either(self, subject: Term | None, predicate: Term | None, value: Term | None) -> list[Triple]:
        """The triples that match in the graph as it was or in the graph as it will be."""
        pattern = (subject, predicate, value)
        found = self._known.get(pattern)
        if found is None:
            found = [] if subject and is_literal(subject) else list(self._graphs.opened.triples(*pattern))
            found += self._come.get(pattern, ())
            self._known[pattern] = found
        return found

    def after(self, subject: Term | None, predicate: Term | None, value: Term | None) -> list[Triple]:
        """The triples that match in the graph as it will be."""
        found = self.either(subject, predicate, value)
        return [triple for triple in found if triple not in self._gone] if self._gone else found

    def quads(self, triples: Iterable[Triple]) -> list[Quad]:
        """Triples of the graph as it will be, in the default graph and where they are in that of the facts."""
        found: list[Quad] = []
        for triple in sorted(triples):
            found.append((*triple, DEFAULT_GRAPH))
            fact = (*triple, _FACTS)
            if fact in self._graphs.added or (fact not in self._graphs.removed and self._is_fact(triple)):
                found.append(fact)
        return found

    def _is_fact(self, triple: Triple) -> bool:
        return any(graph == _FACTS for graph in self._graphs.opened.graphs_of(triple))
