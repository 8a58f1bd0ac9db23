"""The shipped ontology: it compiles, its closure is owlrl's, and every inferred triple has a proof that holds."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox
from tests.reason.makers import Reasoned
from tests.reason.test_against_owlrl import compared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.model import Triple

from migkg.model import Term
from migkg.names import expand
from migkg.reason import close, compile
from migkg.resources import ontology_files

DATA = """
@prefix mf: <https://w3id.org/migkg/ontology#> . @prefix : <https://w3id.org/migkg/id/> .
:meeting1 a mf:Conference ; mf:editionOf :forum ; mf:heldIn :city ; mf:nextEdition :meeting2 ; mf:hasSpeaker :ana .
:meeting2 a mf:Conference ; mf:editionOf :forum ; mf:hasHost :state ; mf:adopted :document . :forum a mf:Forum .
:city a mf:City ; mf:inCountry :state . :state a mf:State . :session a mf:Session ; mf:sessionOf :meeting1 ;
mf:hasSpeaker :luis . :unit mf:partOf :body . :body mf:partOf :whole . :ana mf:hasTenure :tenure . :tenure mf:tenureIn
:post . :post mf:postIn :body . :membership mf:memberForum :forum ; mf:memberState :state ; mf:role mf:MemberRole .
:forum mf:hasMember :state ; mf:hasSecretariat :body .
"""


def triples(quads: Iterable[ox.Quad]) -> list[Triple]:
    return [(Term(str(quad.subject)), Term(str(quad.predicate)), Term(str(quad.object))) for quad in quads]


@cache
def shipped() -> Reasoned:
    """The ontology's axioms (labels and definitions aside) with a little data."""
    axioms = [
        triple
        for _, text in ontology_files()
        for triple in triples(ox.parse(input=text, format=ox.RdfFormat.TURTLE))
        if not triple[2].startswith('"')
    ]
    data = triples(ox.parse(input=DATA, format=ox.RdfFormat.TURTLE))
    rules = compile(axioms)
    return Reasoned([*axioms, *data], rules, close(rules, data))


def test_the_ontology_is_consistent_with_ordinary_data() -> None:
    assert shipped().closure.clashes == ()


def test_its_closure_is_that_of_the_reference() -> None:
    ours, theirs = compared(shipped())
    assert ours - theirs == set()
    assert theirs - ours == set()


def test_every_inferred_triple_has_a_proof_that_the_judge_accepts() -> None:
    graph = shipped()
    assert len(graph.closure.inferred) > 100
    assert graph.unproved() == []


def test_nothing_published_mentions_a_blank_node() -> None:
    assert [triple for triple in shipped().closure.inferred if "_:" in (triple[0][:2], triple[2][:2])] == []


def test_hierarchies_and_chains_do_real_work() -> None:
    def said(subject: str, predicate: str, value: str) -> bool:
        triple = tuple(expand(curie) for curie in (f"id:{subject}", f"mf:{predicate}", f"id:{value}"))
        return triple in shipped().closure.inferred

    assert said("meeting1", "heldInCountry", "state")
    assert said("meeting2", "previousEdition", "meeting1")
    assert said("meeting1", "hasAttendee", "ana")
    assert said("meeting1", "hasSpeaker", "luis")
    assert said("ana", "holdsPost", "post")
    assert said("unit", "partOf", "whole")
