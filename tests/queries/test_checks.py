"""Every check finds the fault that it is for, and nothing in a graph without faults."""

from __future__ import annotations

import pytest

from migkg import names, resources, store
from migkg.model import DEFAULT_GRAPH, Quad
from migkg.query import Check, parse_check, refuse_remote

CHECKS = {name: parse_check(f"queries/checks/{name}.rq", text) for name, text in resources.checks()}

SOUND = """
<forum/F> a mf:Forum ; rdfs:label "F"@en ; mf:code "F" ; mf:established "1990"^^xsd:gYear ; mf:hasMember <state/BO> .
<state/BO> a mf:State ; rdfs:label "Bolivia"@en .
<state/EC> a mf:State ; rdfs:label "Ecuador"@en .
<city/quito-ec> a mf:City ; rdfs:label "Quito"@en ; mf:inCountry <state/EC> .
<meeting/F/1> a mf:Meeting, mf:Conference ; mf:editionOf <forum/F> ; mf:meetingOf <forum/F> ; mf:ordinal 1 ;
    mf:year "2000"^^xsd:gYear ; mf:startDate "2000-05-01"^^xsd:date ; mf:endDate "2000-05-02"^^xsd:date ;
    mf:earliestStart "2000-05-01"^^xsd:date ; mf:latestStart "2000-05-01"^^xsd:date ;
    mf:earliestEnd "2000-05-02"^^xsd:date ; mf:latestEnd "2000-05-02"^^xsd:date ;
    mf:heldIn <city/quito-ec> ; mf:heldInCountry <state/EC> ; mf:hasParticipant <state/BO> .
<meeting/F/2> a mf:Meeting, mf:Conference ; mf:editionOf <forum/F> ; mf:meetingOf <forum/F> ; mf:ordinal 2 ;
    mf:year "2001"^^xsd:gYear ; mf:heldIn <city/quito-ec> ; mf:doesNotList <state/BO> .
<event/summit> a mf:Meeting .
<membership/F/BO/member> a mf:Membership ; mf:memberForum <forum/F> ; mf:memberState <state/BO> .
<tenure/a/b> a mf:Tenure ; mf:from "2008-10"^^xsd:gYearMonth ; mf:until "2008"^^xsd:gYear .
<article/a> a mf:Article .
<row/members/M1> a mf:TableRow .
<claim/1> a mf:Claim ; rdf:subject <forum/F> ; rdf:predicate mf:hasMember ; rdf:object <state/BO> ;
    mf:status mf:Accepted ; prov:wasDerivedFrom <row/members/M1> ; mf:field "iso2" ; mf:cell "BO" .
<claim/2> a mf:Claim ; mf:status mf:Accepted ; prov:wasDerivedFrom <article/a> ; mf:quote "Quito" ;
    oa:hasSelector <claim/2/quote> , <claim/2/position> , <claim/2/data> .
<claim/2/quote> oa:exact "Quito" .
<claim/2/position> a oa:TextPositionSelector ; oa:start 7 ; oa:end 12 .
<claim/2/data> a oa:DataPositionSelector ; oa:start 70 ; oa:end 82 .
"""
"""A small graph to which no check objects."""

FAULTS: dict[str, tuple[str, set[str]]] = {
    "city-without-country": ("<city/x> a mf:City ; rdfs:label 'X'@en .", {"city/x"}),
    "claim-quotes-nothing": (
        "<claim/9> a mf:Claim ; mf:status mf:Accepted ; prov:wasDerivedFrom <article/a> ; mf:quote '' .",
        {"claim/9"},
    ),
    "claim-without-cell": (
        "<claim/9> a mf:Claim ; mf:status mf:Accepted ; prov:wasDerivedFrom <row/members/M1> ; mf:field 'iso2' .",
        {"claim/9"},
    ),
    "claim-without-source": ("<claim/9> a mf:Claim ; mf:status mf:Accepted .", {"claim/9"}),
    "claim-without-status": (
        "<claim/2> mf:status mf:Disputed . <claim/9> a mf:Claim ; prov:wasDerivedFrom <article/a> ; mf:quote 'x' .",
        {"claim/2", "claim/9"},
    ),
    "conference-without-place": (
        "<meeting/F/3> a mf:Conference, mf:Meeting ; mf:meetingOf <forum/F> ; mf:year '2002'^^xsd:gYear .",
        {"meeting/F/3"},
    ),
    "conference-without-year": (
        "<meeting/F/3> a mf:Conference, mf:Meeting ; mf:meetingOf <forum/F> ; mf:heldInCountry <state/BO> .",
        {"meeting/F/3"},
    ),
    "country-of-another-city": ("<meeting/F/1> mf:heldInCountry <state/BO> .", {"meeting/F/1"}),
    "edition-before-founding": (
        "<meeting/F/x> mf:editionOf <forum/F> ; mf:year '1989'^^xsd:gYear .",
        {"meeting/F/x"},
    ),
    "editions-on-same-days": (
        "<meeting/F/x> mf:editionOf <forum/F> ; mf:startDate '2000-05-01'^^xsd:date .",
        {"meeting/F/1"},
    ),
    "end-before-start": (
        "<meeting/F/x> mf:endDate '2000-01'^^xsd:gYearMonth ; mf:latestEnd '2000-01-31'^^xsd:date ; "
        "mf:earliestStart '2000-02-01'^^xsd:date .",
        {"meeting/F/x"},
    ),
    "fact-without-claim": ("", {"meeting/F/7"}),
    "forum-without-code": ("<forum/G> a mf:Forum ; rdfs:label 'G'@en .", {"forum/G"}),
    "long-meeting": (
        "<meeting/F/x> mf:startDate '2000-01-01'^^xsd:date ; mf:endDate '2000-03-01'^^xsd:date .",
        {"meeting/F/x"},
    ),
    "meeting-without-forum": (
        "<meeting/G/1> a mf:Meeting . <meeting/H/1> a mf:Meeting ; mf:meetingOf <forum/H> .",
        {"meeting/G/1", "meeting/H/1"},
    ),
    "member-of-unknown-forum": ("<forum/G> mf:hasMember <state/BO> .", {"forum/G"}),
    "membership-without-evidence": (
        "<membership/F/EC/member> a mf:Membership ; mf:memberForum <forum/F> ; mf:memberState <state/EC> .",
        {"membership/F/EC/member"},
    ),
    "ordinal-against-dates": (
        "<meeting/F/3> mf:editionOf <forum/F> ; mf:ordinal 3 ; mf:year '1999'^^xsd:gYear .",
        {"meeting/F/1", "meeting/F/2"},
    ),
    "ordinal-gap": ("<meeting/F/5> mf:editionOf <forum/F> ; mf:ordinal 5 .", {"forum/F"}),
    "ordinal-twice": ("<meeting/F/x> mf:editionOf <forum/F> ; mf:ordinal 2 .", {"meeting/F/2"}),
    "present-and-missing": ("<meeting/F/1> mf:lacks <state/BO> .", {"meeting/F/1"}),
    "selector-length": ("<claim/2/quote> oa:exact 'Quit' .", {"claim/2"}),
    "tenure-reversed": (
        "<tenure/a/c> mf:from '2010'^^xsd:gYear ; mf:until '2009-12'^^xsd:gYearMonth .",
        {"tenure/a/c"},
    ),
    "thing-without-label": ("<org/X> a mf:Organisation .", {"org/X"}),
    "year-against-date": (
        "<meeting/F/x> mf:year '2001'^^xsd:gYear ; mf:earliestStart '2000-02-01'^^xsd:date ; "
        "mf:latestStart '2000-02-01'^^xsd:date .",
        {"meeting/F/x"},
    ),
}
LONELY: Quad = (
    names.thing("meeting", "F/7"),
    names.word("ordinal"),
    names.literal("7", datatype="xsd:integer"),
    names.graph("facts"),
)


def found(check: Check, turtle: str, *more: Quad) -> set[str]:
    """The things that a check complains about, as the ends of their IRIs."""
    head = "".join(f"@prefix {prefix}: <{base}> .\n" for prefix, base in names.PREFIXES.items())
    triples = store.parse(head + turtle, base=names.ID)
    memory = store.Memory([*((s, p, o, DEFAULT_GRAPH) for s, p, o in triples), *more])
    result = memory.query(check.text)
    place = result.variables.index("focus")
    focuses = {row[place] for row in result.rows}
    assert None not in focuses
    return {names.text_of(str(focus)).removeprefix(names.ID) for focus in focuses}


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_it_finds_nothing_where_nothing_is_wrong(name: str) -> None:
    assert found(CHECKS[name], SOUND) == set()


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_it_finds_its_fault(name: str) -> None:
    fault, focuses = FAULTS[name]
    more = [LONELY] if name == "fact-without-claim" else []
    assert found(CHECKS[name], SOUND + fault, *more) == focuses


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_it_gives_what_a_finding_needs(name: str) -> None:
    refuse_remote(CHECKS[name].text)
    variables = set(store.Memory([]).query(CHECKS[name].text).variables)
    assert {"focus"} <= variables <= {"focus", "path", "value", "claim"}
