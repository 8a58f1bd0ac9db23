"""What questions find in a little graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg.model import DEFAULT_GRAPH
from migkg.store import Memory, parse

if TYPE_CHECKING:
    from migkg.ask import Grammar


HELD = """@prefix mf: <https://w3id.org/migkg/ontology#> . @prefix id: <https://w3id.org/migkg/id/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix m: <https://w3id.org/migkg/id/meeting/SACM/> .
id:state\\/CL a mf:State . id:state\\/PE a mf:State .
"""


def shown(grammar: Grammar, question: str, text: str) -> set[str]:
    """The last parts of the names of the things that a question finds in a graph written as Turtle."""
    forum = "id:forum\\/SACM a mf:Forum . "
    memory = Memory((s, p, o, DEFAULT_GRAPH) for s, p, o in parse(HELD + forum + text))
    return {str(row[0]).rpartition("/")[2].rstrip(">") for row in memory.query(grammar.read(question).sparql).rows}


EDITION = "a mf:Meeting , mf:Conference ; mf:editionOf id:forum\\/SACM ; mf:meetingOf id:forum\\/SACM"
DATES = f"""
m:1 {EDITION} ; mf:year "2010"^^xsd:gYear .
m:2 {EDITION} ; mf:year "2011"^^xsd:gYear ; mf:earliestStart "2011-04-30"^^xsd:date ; mf:latestStart "2011-04-30"^^xsd:date ;
    mf:earliestEnd "2011-05-02"^^xsd:date ; mf:latestEnd "2011-05-02"^^xsd:date .
m:3 {EDITION} ; mf:year "2011"^^xsd:gYear ; mf:earliestStart "2011-05-01"^^xsd:date ; mf:latestStart "2011-05-31"^^xsd:date .
m:4 {EDITION} ; mf:year "2012"^^xsd:gYear ; mf:earliestStart "2012-06-01"^^xsd:date ; mf:latestStart "2012-06-01"^^xsd:date .
"""


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("in May 2011", {"2", "3"}),
        ("in April 2011", {"2"}),
        ("on 1 May 2011", {"2"}),
        ("in June 2010", set()),
        ("before May 2011", {"1", "2"}),
        ("before July 2010", set()),
        ("since May 2011", {"3", "4"}),
        ("after May 2011", {"4"}),
        ("until May 2011", {"1", "2", "3"}),
        ("between April 2011 and May 2011", {"2", "3"}),
        ("from 1 to 3 June 2012", {"4"}),
    ],
)
def test_a_meeting_lies_where_it_is_sure_to(grammar: Grammar, when: str, found: set[str]) -> None:
    assert shown(grammar, f"Which conferences of the SACM were held {when}?", DATES) == found


def test_the_last_before_a_year_is_the_last_of_those_before(grammar: Grammar) -> None:
    assert shown(grammar, "What was the last edition of the SACM before 2012?", DATES) == {"2", "3"}


def test_a_state_took_part_in_every_edition_with_participants(grammar: Grammar) -> None:
    text = f"m:1 {EDITION} ; mf:hasParticipant id:state\\/CL , id:state\\/PE . m:2 {EDITION} ; mf:hasParticipant id:state\\/CL . m:3 {EDITION} ."
    assert shown(grammar, "Which states took part in every edition of the SACM?", text) == {"CL"}


def test_a_denial_of_a_region_is_a_denial_of_each_of_its_states(grammar: Grammar) -> None:
    text = "id:forum\\/RCM a mf:Forum ; mf:hasMember id:state\\/MX . id:forum\\/SACM mf:hasMember id:state\\/CL , id:state\\/MX ."
    assert shown(grammar, "Which forums have no members from South America?", text) == {"RCM"}
