"""How questions are read: symbols, parts, logical form, SPARQL; no graph is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg.ask import NotUnderstoodError
from migkg.ask.logic import Counted, InForum, InYears, Latest, Nth, Sits, Statement

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
