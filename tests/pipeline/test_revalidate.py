"""What is found wrong after a change, told from what the change touches, is what is found in the whole graph.

`MIGKG_SEQUENCES` sets how many random edits are tried: 25 where it is not set.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.validate import graphs

from migkg import mapping, names, pipeline, query, validate
from migkg.model import DEFAULT_GRAPH, Finding, Severity, Term
from migkg.pipeline.revalidate import Graphs, revalidate

from .shelf import Shelf
from .worlds import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.model import Quad, Triple

FACTS, FINDINGS = names.graph("facts"), names.graph("findings")
FUSED = Finding(severity=Severity.INFO, check="contradiction/heldIn/open", focus=f"<{names.ID}meeting/TEST/1>")
FUSED_QUADS = frozenset(mapping.finding_quads([FUSED]))


@cache
def sound() -> tuple[Triple, ...]:
    """The correct graph of the shapes' tests, and what each of their errors adds to it or takes away."""
    return tuple(sorted(kept(graphs.triples(graphs.good()))))


def kept(triples: Iterable[Triple]) -> set[Triple]:
    """The triples as a store gives them back: it writes some literals in another form."""
    return {quad[:3] for quad in Shelf({(*triple, DEFAULT_GRAPH) for triple in triples}, {}).quads()}


@cache
def errors() -> tuple[tuple[frozenset[Triple], frozenset[Triple]], ...]:
    before = set(sound())
    changed = [kept(graphs.changed(seed["change"])) for _, seed in sorted(graphs.seeds().items())]
    return tuple((frozenset(before - after), frozenset(after - before)) for after in changed)


@cache
def read() -> tuple[Term, ...]:
    """The predicates that shapes and checks read."""
    found = [validate.reads(shipped().shapes), *(query.reads(check.text, "?focus") for check in shipped().checks)]
    return tuple(sorted({name for reads in found for name in reads.predicates or ()} - {names.expand("rdf:type")}))


@st.composite
def edits(draw: st.DrawFn) -> tuple[frozenset[Quad], frozenset[Quad]]:
    """Quads that go and come: errors that shapes are made for, triples at random, and facts that become inferred."""
    nodes = sorted({term for triple in sound() for term in (triple[0], triple[2])})
    subjects = sorted({triple[0] for triple in sound()})
    kinds = sorted({triple[2] for triple in sound() if triple[1] == names.expand("rdf:type")})
    removed = set(draw(st.lists(st.sampled_from(sound()), max_size=4)))
    added = set(draw(st.lists(st.tuples(*map(st.sampled_from, (subjects, read(), nodes))), max_size=4)))
    typed = draw(st.lists(st.tuples(st.sampled_from(subjects), st.sampled_from(kinds)), max_size=1))
    added |= {(subject, names.expand("rdf:type"), kind) for subject, kind in typed}
    for gone, come in draw(st.lists(st.sampled_from(errors()), max_size=2)):
        removed |= gone
        added |= come
    demoted = draw(st.lists(st.sampled_from(sound()), max_size=2))
    leaving = {(*triple, graph) for triple in removed - added for graph in (DEFAULT_GRAPH, FACTS)}
    coming = {(*triple, draw(st.sampled_from((DEFAULT_GRAPH, FACTS)))) for triple in added - set(sound())}
    coming |= {(*triple, DEFAULT_GRAPH) for triple in added - set(sound())}
    return frozenset(leaving | {(*triple, FACTS) for triple in demoted}), frozenset(coming)


def found(quads: set[Quad]) -> set[Quad]:
    examined = [quad for quad in sorted(quads) if quad[3] in {DEFAULT_GRAPH, FACTS}]
    return set(mapping.finding_quads(pipeline.examine(examined, shipped())))


@pytest.mark.unmeasured
@settings(
    max_examples=int(os.environ.get("MIGKG_SEQUENCES", "25")),
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # to shrink an edit takes minutes
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(first=edits(), second=edits())
def test_the_findings_after_a_change_are_those_of_the_whole_graph(
    first: tuple[frozenset[Quad], frozenset[Quad]], second: tuple[frozenset[Quad], frozenset[Quad]]
) -> None:
    base = {(*triple, graph) for triple in sound() for graph in (DEFAULT_GRAPH, FACTS)}
    before = (base - first[0]) | first[1]
    after = (before - second[0]) | second[1]
    known = found(before)
    opened = Shelf(before | known | FUSED_QUADS, {})
    gone, come = revalidate(Graphs(opened=opened, removed=before - after, added=after - before), shipped())
    assert gone <= known
    assert (known - gone) | come == found(after)


def test_what_cannot_be_followed_is_validated_whole() -> None:
    """A class hierarchy that changes, and a blank node."""
    base = {(*triple, graph) for triple in sound() for graph in (DEFAULT_GRAPH, FACTS)}
    meeting, narrower = names.thing("meeting", "TEST/1"), names.expand("rdfs:subClassOf")
    for triple in (
        (names.word("Conference"), narrower, names.word("Document")),
        (Term("_:x"), names.expand("rdf:type"), names.word("Meeting")),
        (meeting, names.word("heldIn"), Term("_:x")),
    ):
        added = {(*triple, DEFAULT_GRAPH)}
        known = found(base)
        gone, come = revalidate(Graphs(opened=Shelf(base | known, {}), removed=(), added=added), shipped())
        assert (known - gone) | come == found(base | added)
        assert come


@pytest.mark.parametrize("name", ["shapes", "checks"])
def test_shapes_and_checks_of_the_project_can_be_followed(name: str) -> None:
    knowledge = shipped()
    if name == "shapes":
        assert not validate.reads(knowledge.shapes).everything
    else:
        unread = {check.name for check in knowledge.checks if not query.reads(check.text, "?focus").trails}
        assert not unread
