"""How questions are read: symbols, parts, logical form, SPARQL; no graph is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migkg import resources
from migkg.ask import NotUnderstoodError
from migkg.ask.logic import Counted, InForum, InYears, Latest, Nth, Sits, Statement
from migkg.model import DEFAULT_GRAPH
from migkg.store import Memory, parse

if TYPE_CHECKING:
    from migkg.ask import Grammar, Understood


def atoms(understood: Understood, kind: type) -> list[object]:
    return [atom for atom in understood.form.atoms if isinstance(atom, kind)]


@pytest.mark.parametrize(
    ("question", "symbols"),
    [
        ("Where was the tenth SACM held?", ["ask where", "be be", "ordinal 10", "thing forum", "relation held"]),
        ("where was the 10th sacm held", ["ask where", "be be", "ordinal 10", "thing forum", "relation held"]),
        ("¿Dónde se celebró la X CSM?", ["ask where", "relation held", "ordinal 10", "thing forum"]),
        ("Où s'est tenue la dixième CSM ?", ["ask where", "relation held", "ordinal 10", "thing forum"]),
    ],
)
def test_symbols_are_the_same_in_every_language(grammar: Grammar, question: str, symbols: list[str]) -> None:
    lexed = grammar.lex(question)
    assert [f"{s.kind} {s.value}" for s in lexed.symbols] == symbols
    assert lexed.unknown == ()


@pytest.mark.parametrize(
    "questions",
    [
        ("Where was the tenth SACM held?", "¿Dónde se celebró la X CSM?", "Où s'est tenue la 10e CSM ?"),
        (
            "Which cities hosted the SACM at least twice?",
            "¿Qué ciudades fueron sede de la CSM al menos dos veces?",
            "Quelles villes ont accueilli la CSM au moins deux fois ?",
        ),
        (
            "Which states are members of the Prague Process but not of the Budapest Process?",
            "¿Qué Estados son miembros del Proceso de Praga pero no del Proceso de Budapest?",
            "Quels États sont membres du Processus de Prague mais pas du Processus de Budapest ?",
        ),
        (
            "Which forums were founded before 2000?",
            "¿Qué foros se fundaron antes de 2000?",
            "Quels forums ont été fondés avant 2000 ?",
        ),
        (
            "How many states took part in the fifth SACM?",
            "¿Cuántos Estados participaron en la quinta CSM?",
            "Combien d'États ont participé à la cinquième CSM ?",
        ),
    ],
)
def test_a_question_means_the_same_in_every_language(grammar: Grammar, questions: tuple[str, ...]) -> None:
    assert len({grammar.read(question).sparql for question in questions}) == 1


@pytest.mark.parametrize(
    ("question", "bounds"),
    [
        ("Which conferences took place in 2016?", (("=", "2016"),)),
        ("Which conferences took place since 2016?", ((">=", "2016"),)),
        ("Which conferences took place after 2016?", ((">", "2016"),)),
        ("Which conferences took place before 2016?", (("<", "2016"),)),
        ("Which conferences took place until 2016?", (("<=", "2016"),)),
        ("Which conferences took place between 2010 and 2016?", ((">=", "2010"), ("<=", "2016"))),
        ("¿Qué conferencias hubo desde 2010 hasta 2016?", ((">=", "2010"), ("<=", "2016"))),
        ("Which conferences took place in May 2016?", (("=", "2016-05"),)),
        ("Quelles conférences ont eu lieu le 3 mai 2016 ?", (("=", "2016-05-03"),)),
        ("¿Qué conferencias hubo entre mayo de 2015 y junio de 2016?", ((">=", "2015-05"), ("<=", "2016-06"))),
        ("Which conferences took place from 3 to 5 May 2016?", ((">=", "2016-05-03"), ("<=", "2016-05-05"))),
        ("Which conferences took place before May 2016?", (("<", "2016-05"),)),
    ],
)
def test_years(grammar: Grammar, question: str, bounds: tuple[tuple[str, str], ...]) -> None:
    assert [a.bounds for a in atoms(grammar.read(question), InYears) if isinstance(a, InYears)] == [bounds]


@pytest.mark.parametrize(
    ("question", "ordinal"),
    [
        ("Where was the SACM 12 held?", 12),
        ("Which edition of the SACM came before the ninth?", 8),
        ("Which edition of the SACM followed the ninth?", 10),
        ("Where was the edition of the SACM after the ninth held?", 10),
    ],
)
def test_editions_by_number_and_step(grammar: Grammar, question: str, ordinal: int) -> None:
    assert [a.ordinal for a in atoms(grammar.read(question), Nth) if isinstance(a, Nth)] == [ordinal]


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("Which cities hosted the SACM at least three times?", ("meeting", ">=", 3)),
        ("Which cities hosted the SACM exactly twice?", ("meeting", "=", 2)),
        ("Which city hosted the SACM most often?", ("meeting", "MAX", 0)),
        ("Which forums have more than ten members?", ("other0", ">", 10)),
        ("Which forum has the fewest members?", ("other0", "MIN", 0)),
        ("Which state is a member of the most forums?", ("forum", "MAX", 0)),
        ("Which year saw the most meetings?", ("meeting", "MAX", 0)),
    ],
)
def test_numbers_and_superlatives(grammar: Grammar, question: str, counted: tuple[str, str, int]) -> None:
    found = grammar.read(question).form.counted
    assert isinstance(found, Counted)
    assert (found.var.name, found.op, found.number) == counted


def test_a_bare_number_has_two_readings(grammar: Grammar) -> None:
    understood = grammar.read("Quelles villes ont accueilli deux fois la CSM ?")
    assert "HAVING (COUNT(DISTINCT ?meeting) >= 2)" in understood.sparql
    assert ["= 2)" in other.sparql for other in understood.alternatives] == [True]


def test_a_ministerial_meeting_is_the_edition_where_the_plenary_is_ministerial(grammar: Grammar) -> None:
    assert "mf:editionOf" in grammar.read("Who chaired the second ministerial conference of the Rabat Process?").sparql
    lesser = grammar.read("Who chaired the second preparatory meeting of the Almaty Process?").sparql
    assert "id/meeting/ALMATY/preparatory/2>" in lesser


def test_the_meeting_takes_the_only_forum_that_is_named(grammar: Grammar) -> None:
    understood = grammar.read("Which members of the SACM did not take part in the twelfth conference?")
    denied = [a for a in atoms(understood, Statement) if isinstance(a, Statement) and a.negated]
    assert [a.relation for a in denied] == ["participate"]
    assert "FILTER EXISTS { ?meeting mf:hasParticipant ?somebody }" in understood.sparql


def test_what_is_denied_of_any_meeting_stays_inside_the_denial(grammar: Grammar) -> None:
    sparql = grammar.read("Which members of the SACM have never hosted it?").sparql
    outside, _, inside = sparql.partition("FILTER NOT EXISTS")
    assert "?meeting" not in outside
    assert "mf:editionOf" in inside


def test_each_of_several_states_may_have_a_meeting_of_its_own(grammar: Grammar) -> None:
    sparql = grammar.read("Which forums did Chile and Peru both take part in?").sparql
    assert "?meeting1 mf:hasParticipant" in sparql
    assert "?meeting2 mf:hasParticipant" in sparql


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Who won the world cup?", "unknown words"),
        ("Who chaired the tenth conference?", "of which forum"),
        ("Who hosted?", "of which meetings"),
        ("Which states are members?", "which forum is meant"),
        ("Did Chile host?", "of which meetings"),
        ("Did the SACM meet in Chile and adopt?", "leaves something open"),
        ("Is Chile?", "no place"),
        ("How many?", "nothing is asked for"),
        ("Which forums was Peru a member of in 2005?", "nothing that happened then"),
        ("Who chaired and who spoke at the 16th SACM?", "no place"),
        ("How many times did Chile and Peru host the SACM?", "each or all"),
        ("Which officials of Chile chaired the SACM?", "no place"),
        ("Which cities hosted the fifth SACM and the sixth SACM in 2004 before 2005?", "no place"),
        ("Was the SACM founded?", "dated only"),
        ("Which states founded the SACM?", "without a year"),
        ("Which oldest cities hosted the SACM?", "age"),
        ("Which states took part in every SACM?", "no place"),
        ("Which states took part in every edition?", "not said of which forum"),
        ("Which states took part in every edition of the SACM since 2010?", "said of each of several"),
        ("Which states took part in every tenth edition of the SACM?", "what all of them are"),
        ("Did all members of the SACM host it?", "no place"),
        ("Which forums were founded in May 2000?", "the year of a founding only"),
        ("When was the SACM founded and when did it end?", "a founding has no end"),
        ("What was the last SACM before May 2016?", "by years only"),
        ("Which meetings took place in May?", "unknown words"),
        ("Which forums ended?", "no place"),
        ("Who hosted the ninth SACM, Chile or Peru?", "what is meant by"),
        ("Which forums have no members from Chile or Peru?", "what is meant by"),
        ("Which states hosted the SACM or the RCM at least twice?", "what is meant by"),
        ("Which conferences were held in 2010 or 2011?", "what are the choices"),
        ("Which forum met first?", "no place"),
        ("Who represented Chile at the 16th SACM?", "no place"),
        ("Which meetings took place before the 10th SACM?", "no place"),
        ("¿Por qué se celebró la X CSM en Cochabamba?", "no place"),
        ("¿Cómo participó Chile en la X CSM?", "no place"),
        ("Quand le Pérou est-il membre de la CSM ?", "hang together"),
    ],
)
def test_refusals_say_why(grammar: Grammar, question: str, reason: str) -> None:
    with pytest.raises(NotUnderstoodError, match=reason):
        grammar.read(question)


def test_a_list_goes_on_after_a_comma(grammar: Grammar) -> None:
    understood = grammar.read("Which forums have Chile, Peru and Ecuador as members?")
    assert len(atoms(understood, Statement)) == 3


@pytest.mark.parametrize(
    "question",
    [
        "Quels pays africains n'ont participé à aucune CSM ?",
        "¿Qué países africanos no han participado en ninguna CSM?",
        "Which African states have taken part in no SACM?",
    ],
)
def test_a_denial_behind_its_relation_is_one_denial(grammar: Grammar, question: str) -> None:
    found = [a for a in atoms(grammar.read(question), Statement) if isinstance(a, Statement)]
    assert [a.negated for a in found] == [True]


def test_two_names_are_meant_together_or_each(grammar: Grammar) -> None:
    understood = grammar.read("What are the members of the SACM and the RCM?")
    assert len(atoms(understood, Statement)) == 2
    assert ["VALUES ?named1" in other.sparql for other in understood.alternatives] == [True]


@pytest.mark.parametrize(
    ("question", "test"),
    [
        ("Was the tenth SACM held in 2010?", '(STR(?year) = "2010")'),
        ("Was the SACM founded before 2005?", '(STR(?established) < "2005")'),
    ],
)
def test_years_are_asked_by_yes_or_no(grammar: Grammar, question: str, test: str) -> None:
    understood = grammar.read(question)
    assert understood.sparql.startswith("ASK")
    assert test in understood.sparql
    assert understood.assumes


@pytest.mark.parametrize(
    "question",
    [
        "Which states are members of the SACM or the RCM?",
        "Quels États sont membres de la CSM ou de la CRM ?",
        "¿Qué Estados son miembros de la CSM o de la CRM?",
    ],
)
def test_one_of_several_is_enough_where_or_stands(grammar: Grammar, question: str) -> None:
    sparql = grammar.read(question).sparql
    assert "VALUES ?named1 { <https://w3id.org/migkg/id/forum/SACM> <https://w3id.org/migkg/id/forum/RCM> }" in sparql
    assert "?named1 mf:hasMember ?answer" in sparql


@pytest.mark.parametrize(
    "question",
    ["When did the tenth SACM end?", "Quand la dixième CSM s'est-elle terminée ?", "¿Cuándo terminó la décima CSM?"],
)
def test_the_end_of_a_meeting_is_its_last_day(grammar: Grammar, question: str) -> None:
    assert "?meeting mf:endDate ?answer" in grammar.read(question).sparql


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


def test_a_region_is_its_states(grammar: Grammar) -> None:
    sparql = grammar.read("Which Central American states are members of the RCM?").sparql
    assert "state/CR>" in sparql
    assert "state/MX>" not in sparql
    assert "mf:inCountry" in grammar.read("Which European cities hosted the GFMD?").sparql


def test_place_and_time_beside_the_answer(grammar: Grammar) -> None:
    sparql = grammar.read("Where and when was the fifth SACM held?").sparql
    assert sparql.startswith("SELECT DISTINCT ?answer ?start ?year WHERE")
    with pytest.raises(NotUnderstoodError, match="has none"):
        grammar.read("Which states are members of the RCM, and where?")


def test_words_spelt_like_an_unknown_one_are_suggested(grammar: Grammar) -> None:
    assert "participated" in grammar.nearest("particpated", "en")


PHRASES = sorted(
    {
        word
        for lang, files in resources.ask_sources().items()
        if lang == "en"
        for line in files["words.toml"].split("\n")
        for word in line.split('"')[1::2]
    }
    | {"SACM", "Rabat Process", "Chile", "Lima", "tenth", "2010", "3", "IOM"}
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=9))
def test_any_words_are_read_or_refused_and_a_reading_is_sparql(grammar: Grammar, phrases: list[str]) -> None:
    question = " ".join(phrases)
    try:
        understood = grammar.read(question)
    except NotUnderstoodError:
        return
    again = grammar.read(question)
    assert again == understood
    for sparql in (understood.sparql, understood.evidence, *(ask for ask, _ in understood.assumes)):
        Memory([]).query(sparql)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="bcdfghjklmnpqrtvwxz", min_size=6, max_size=12))
def test_one_unknown_word_is_enough_to_refuse(grammar: Grammar, word: str) -> None:
    with pytest.raises(NotUnderstoodError, match="unknown words"):
        grammar.read(f"Where was the {word} tenth SACM held?")


@pytest.mark.parametrize(
    "question",
    [
        "Which states have never hosted the GFMD?",
        "Quels pays n'ont pas participé à la dixième CSM ?",
        "¿Qué países no son miembros de la CSM?",
        "Where was the tenth SACM not held?",
    ],
)
def test_a_denial_alone_leaves_nobody_in_particular(grammar: Grammar, question: str) -> None:
    with pytest.raises(NotUnderstoodError, match="among whom"):
        grammar.read(question)


@pytest.mark.parametrize(
    "question",
    ["theme of the GFMD in 2017", "thème du FMMD 2017", "tema del FMMD 2017"],
)
def test_a_forum_and_a_year_mean_its_edition_where_there_was_one(grammar: Grammar, question: str) -> None:
    (of,) = atoms(grammar.read(question), InForum)
    assert isinstance(of, InForum)
    assert (of.main, of.year) == (False, "2017")


@pytest.mark.parametrize(
    "question",
    ["Who are the chairs of the Bali Process?", "Qui a présidé le Processus de Bali ?", "Chairs of the Bali Process"],
)
def test_who_chairs_a_forum_is_no_person(grammar: Grammar, question: str) -> None:
    read = grammar.read(question)
    (sits,) = atoms(read, Sits)
    assert isinstance(sits, Sits)
    assert sits.types == {"state", "organisation"}
    assert "mf:Official" in read.sparql


def test_officials_who_chaired_are_those_of_its_meetings(grammar: Grammar) -> None:
    for question in (
        "Which officials have chaired the Bali Process?",
        "Chairs of the Bali Process ministerial conferences",
    ):
        assert not atoms(grammar.read(question), Sits)


@pytest.mark.parametrize(
    "question",
    [
        "Which countries were missing from the list of participants of the second AFML?",
        "Quels pays ne figurent pas sur la liste des participants du deuxième AFML ?",
        "¿Qué países faltaban en la lista de participantes del segundo AFML?",
    ],
)
def test_what_is_missing_from_a_list_is_said_once(grammar: Grammar, question: str) -> None:
    (missing,) = atoms(grammar.read(question), Statement)
    assert isinstance(missing, Statement)
    assert missing.relation == "absent"


def test_the_last_that_something_was_so_of(grammar: Grammar) -> None:
    (latest,) = atoms(grammar.read("What was the most recent RCM hosted by Mexico?"), Latest)
    assert isinstance(latest, Latest)
    assert [relation for relation, _ in latest.said] == ["host"]


def test_editions_of_two_forums_are_both_meant(grammar: Grammar) -> None:
    read = grammar.read("Quels États ont accueilli une conférence du Processus de Rabat et une édition du FMMD ?")
    assert len(atoms(read, InForum)) == 2
