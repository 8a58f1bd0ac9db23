"""What follows from the ontology by its own reasoner: the chains work, what excludes itself clashes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from migkg import reason
from migkg.names import expand, thing

if TYPE_CHECKING:
    from migkg.model import Term, Triple

HERE = Path(__file__).parent
ONTOLOGY = HERE.parents[1] / "ontology"
A = expand("rdf:type")


@cache
def rules() -> reason.Rules:
    from rdflib import Graph

    from migkg.validate.ntriples import parse

    graph = Graph()
    for path in sorted(ONTOLOGY.glob("*.ttl")):
        graph.parse(path)
    return reason.compile(parse(graph.serialize(format="nt", encoding="utf-8").decode()))


def term(text: str) -> Term:
    """`mf:Forum` as a word, `forum/TEST` as a thing."""
    return expand(text) if ":" in text else thing(*text.split("/", 1))


def said(*statements: str) -> set[Triple]:
    """`forum/TEST mf:hasMember state/BO`, one statement a string; `a` is rdf:type."""
    split = [statement.split() for statement in statements]
    return {(term(s), A if p == "a" else term(p), term(o)) for s, p, o in split}


FOLLOWS = [
    ("city to country", ["meeting/T mf:heldIn city/c", "city/c mf:inCountry state/BO"], "meeting/T mf:heldInCountry state/BO"),
    ("session to forum", ["session/s mf:sessionOf meeting/T", "meeting/T mf:editionOf forum/F"], "session/s mf:belongsToForum forum/F"),
    ("edition to meeting", ["meeting/T mf:editionOf forum/F"], "forum/F mf:hasMeeting meeting/T"),
    ("edition to conference", ["meeting/T mf:editionOf forum/F"], "meeting/T a mf:Conference"),
    ("speaker to attendee", ["meeting/T mf:hasSpeaker official/o"], "official/o mf:attends meeting/T"),
    ("speaker of a session", ["session/s mf:sessionOf meeting/T", "session/s mf:hasSpeaker official/o"], "meeting/T mf:hasSpeaker official/o"),
    ("tenure to post", ["official/o mf:hasTenure tenure/t", "tenure/t mf:tenureIn post/p"], "post/p mf:heldBy official/o"),
    ("post to body", ["tenure/t mf:tenureOf official/o", "tenure/t mf:tenureIn post/p", "post/p mf:postIn org/IOM"], "official/o mf:serves org/IOM"),
    ("membership to state", ["membership/m mf:memberForum forum/F", "membership/m mf:memberState state/BO"], "state/BO mf:involvedIn forum/F"),
    ("member to involved", ["state/BO mf:memberOf forum/F"], "forum/F mf:involves state/BO"),
    ("next to previous", ["meeting/T mf:nextEdition meeting/U"], "meeting/U mf:previousEdition meeting/T"),
    ("part of a part", ["org/A mf:partOf org/B", "org/B mf:partOf org/C"], "org/C mf:hasPart org/A"),
    ("to schema.org", ["session/s mf:sessionOf meeting/T"], "meeting/T a schema:Event"),
    ("to W3C ORG", ["membership/m mf:memberForum forum/F"], "forum/F a org:OrganizationalCollaboration"),
    ("to FOAF", ["official/o a mf:Official"], "official/o a foaf:Person"),
    ("to PROV-O", ["claim/c a mf:Claim"], "claim/c a prov:Entity"),
    ("narrower topic", [], "topic/migration skos:narrower topic/labour-migration"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "then"), [case[1:] for case in FOLLOWS], ids=[case[0] for case in FOLLOWS])
def test_it_follows(given: list[str], then: str) -> None:
    facts = said(*given)
    if not facts:
        facts = said("topic/labour-migration skos:broader topic/migration")
    closure = reason.close(rules(), facts)
    assert said(then) <= set(closure.inferred)
    assert not closure.clashes


NOT_FOLLOWS = [
    ("a state is no country of schema.org", ["state/HK a mf:State"], "state/HK a schema:Country"),
    ("a state is no organisation", ["post/p mf:postIn state/BO"], "state/BO a org:Organization"),
    ("a participant may be either", ["meeting/T mf:hasParticipant state/BO"], "state/BO a mf:State"),
    ("two venues stay two", ["meeting/T mf:heldIn city/c", "meeting/T mf:heldIn city/d"], "city/c owl:sameAs city/d"),
    ("an observer is no member", ["forum/F mf:hasObserver state/BO"], "forum/F mf:hasMember state/BO"),
]


@pytest.mark.parametrize(("given", "then"), [case[1:] for case in NOT_FOLLOWS], ids=[case[0] for case in NOT_FOLLOWS])
def test_it_does_not_follow(given: list[str], then: str) -> None:
    closure = reason.close(rules(), said(*given))
    assert not said(then) & (set(closure.inferred) | said(*given))
    assert not closure.clashes


@pytest.mark.parametrize(
    "given",
    [
        ["city/c a mf:City", "city/c a mf:State"],
        ["meeting/T mf:hasSpeaker state/BO", "state/BO a mf:State"],
        ["session/s mf:sessionOf meeting/T", "session/s a mf:Conference"],
        ["forum/F mf:hasMember official/o", "official/o a mf:Organisation", "official/o a mf:Official"],
        ["meeting/T mf:nextEdition meeting/U", "meeting/U mf:nextEdition meeting/T"],
        ["claim/c a mf:Claim", "claim/c a mf:Finding"],
        ["meeting/T a mf:Conference", "meeting/T a mf:PreparatoryMeeting"],
    ],
)
def test_it_clashes(given: list[str]) -> None:
    assert reason.close(rules(), said(*given)).clashes


def test_a_host_that_presides_does_not_clash() -> None:
    given = said(
        "meeting/T mf:hasHost state/BO", "meeting/T mf:hasChair state/BO", "forum/F mf:hasChair official/o",
        "state/BO a mf:State", "official/o a mf:Official", "meeting/T a mf:MinisterialMeeting", "meeting/T mf:editionOf forum/F",
    )  # fmt: skip
    assert not reason.close(rules(), given).clashes
