"""Clipped and polite questions, meetings beside others, successions, ages compared: how they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg.ask import NotUnderstoodError
from migkg.errors import UsageError
from migkg.query import Kind

if TYPE_CHECKING:
    from migkg.api import Asker
    from migkg.ask import Grammar


def shape(sparql: str) -> str:
    """A query without the identifiers' base and in one line."""
    return " ".join(sparql.replace("https://w3id.org/migkg/id/", "").split())


def names(asker: Asker, question: str) -> list[str]:
    """The last parts of the names of the answers."""
    return [str(row[0]).rpartition("/")[2].rstrip(">") for row in asker.ask(question).result.rows]


@pytest.mark.parametrize(
    ("clipped", "whole"),
    [
        ("members of the SACM please", "Which are the members of the SACM?"),
        ("SACM members?", "Which are the members of the SACM?"),
        ("SACM: members?", "Which are the members of the SACM?"),
        ("year the SACM was founded", "In which year was the SACM founded?"),
        ("founding year of the SACM", "In which year was the SACM founded?"),
        ("Could you please tell me who chaired the tenth SACM?", "Who chaired the tenth SACM?"),
        ("cities that hosted the SACM", "Which cities hosted the SACM?"),
        ("all cities that hosted the SACM", "Which cities hosted the SACM?"),
        ("Which SACM countries hosted the RCM?", "Which states that are members of the SACM hosted the RCM?"),
        ("meetings in Lima since 2010", "Which meetings were held in Lima since 2010?"),
        ("membres de la CSM, s'il vous plaît", "Quels sont les membres de la CSM ?"),
        ("Pourriez-vous m'indiquer qui a présidé la dixième CSM ?", "Qui a présidé la dixième CSM ?"),
        ("villes qui ont accueilli la CSM", "Quelles villes ont accueilli la CSM ?"),
        ("miembros de la CSM", "¿Cuáles son los miembros de la CSM?"),
        ("¿Podría decirme quién presidió la X CSM?", "¿Quién presidió la X CSM?"),
        ("foros de los que es miembro Chile", "¿De qué foros es miembro Chile?"),
    ],
)
def test_a_clipped_question_asks_for_its_noun(grammar: Grammar, clipped: str, whole: str) -> None:
    assert grammar.read(clipped).sparql == grammar.read(whole).sparql


@pytest.mark.parametrize(
    "question",
    [
        "Are the members of the SACM members of the RCM?",
        "Do SACM members chair the RCM?",
        "Les membres de la CSM ont-ils accueilli la CRM ?",
        "¿Los miembros de la CSM participaron en la X CRM?",
        "¿Todos los miembros de la CSM participaron en la X CSM?",
        "What did the members of the SACM agree on?",
        "Which states want to host the SACM?",
        "Quels pays voudraient accueillir la CSM ?",
        "¿Qué países quisieran acoger la CSM?",
        "Which forums cover Asia?",
    ],
)
def test_a_sentence_is_not_clipped_and_no_word_is_passed_over(grammar: Grammar, question: str) -> None:
    with pytest.raises(NotUnderstoodError):
        grammar.read(question)


@pytest.mark.parametrize(
    "question",
    [
        "Which states were at the twelfth SACM but not at the eleventh?",
        "Which states attended the twelfth SACM without having attended the eleventh?",
        "Quels États ont participé à la douzième CSM mais pas à la onzième ?",
        "¿Qué Estados participaron en la XII CSM pero no en la XI?",
    ],
)
def test_a_denial_may_speak_of_another_meeting(grammar: Grammar, question: str) -> None:
    sparql = shape(grammar.read(question).sparql)
    assert "?meeting mf:ordinal 12" in sparql
    assert "?meeting1 mf:ordinal 11" in sparql
    assert "FILTER EXISTS { ?meeting1 mf:hasParticipant ?somebody }" in sparql
    assert "FILTER NOT EXISTS { ?meeting1 mf:hasParticipant ?answer . }" in sparql


@pytest.mark.parametrize(
    "question",
    [
        "Which states hosted the SACM but never the RCM?",
        "Quels États ont accueilli la CSM mais jamais la CRM ?",
        "¿Qué Estados han acogido la CSM pero nunca la CRM?",
    ],
)
def test_a_denial_may_speak_of_another_series(grammar: Grammar, question: str) -> None:
    inside = shape(grammar.read(question).sparql).partition("FILTER NOT EXISTS")[2]
    assert "?meeting1 mf:editionOf <forum/RCM>" in inside


def test_two_meetings_and_a_year_are_not_told_apart(grammar: Grammar) -> None:
    with pytest.raises(NotUnderstoodError, match="two descriptions"):
        grammar.read("Which states hosted the SACM in 2010 but not the RCM?")


def test_neither_denies_both(grammar: Grammar) -> None:
    sparql = shape(grammar.read("Which members of the SACM are in neither the RCM nor the Quito Process?").sparql)
    assert sparql.count("FILTER NOT EXISTS") == 2
    assert sparql == shape(
        grammar.read("¿Qué miembros de la CSM no están ni en la CRM ni en el Proceso de Quito?").sparql
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Where was the GFMD before the one in Dhaka held?", "istanbul-tr"),
        ("Où s'est tenu le FMMD précédant celui de Dacca ?", "istanbul-tr"),
        ("¿Dónde se celebró el FMMD anterior al de Daca?", "istanbul-tr"),
        ("Which city hosted the GFMD following the Istanbul summit?", "dhaka-bd"),
        ("Where was the SACM held right after Quito in 2009?", "cochabamba-bo"),
        ("Where was the next SACM after the ninth held?", "cochabamba-bo"),
    ],
)
def test_a_place_tells_the_edition_beside(asker: Asker, question: str, answer: str) -> None:
    assert names(asker, question) == [answer]


@pytest.mark.parametrize(
    "question",
    [
        "Where was the SACM after the one in Montevideo held?",  # three were held there
        "Which conferences of the GFMD came before the one in Berlin?",
        "Which cities hosted the GFMD before Istanbul?",
    ],
)
def test_a_neighbour_of_several_or_all_of_them_is_not_guessed(asker: Asker, question: str) -> None:
    with pytest.raises(UsageError):
        asker.ask(question)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who succeeded William Lacy Swing as Director General of IOM?", "antonio-vitorino"),
        ("Who took over from William Lacy Swing at the head of IOM?", "antonio-vitorino"),
        ("Who was William Lacy Swing's predecessor as Director General of IOM?", "brunson-mckinley"),
        ("Whom did William Lacy Swing succeed as Director General of IOM?", "brunson-mckinley"),
        ("Who was Director General of IOM before William Lacy Swing?", "brunson-mckinley"),
        ("Qui fut le successeur de William Lacy Swing à l'OIM ?", "antonio-vitorino"),
        ("À qui William Lacy Swing a-t-il succédé comme directeur général de l'OIM ?", "brunson-mckinley"),
        ("¿Quién precedió a William Lacy Swing como director general de la OIM?", "brunson-mckinley"),
        ("¿A quién sucedió William Lacy Swing como director general de la OIM?", "brunson-mckinley"),
    ],
)
def test_holders_of_a_post_in_their_order(asker: Asker, question: str, answer: str) -> None:
    reply = asker.ask(question)
    assert [str(row[0]).rpartition("/")[2].rstrip(">") for row in reply.result.rows] == [answer]
    assert list(asker.evidence(reply))


@pytest.mark.parametrize(
    "question",
    ["Who will succeed Amy Pope?", "Who succeeded Amy Pope at the SACM?", "Who succeeded Chile at the SACM?"],
)
def test_nobody_succeeds_where_the_graph_knows_nobody(asker: Asker, question: str) -> None:
    with pytest.raises(UsageError):
        asker.ask(question)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Is the Rabat Process older than the Khartoum Process?", True),
        ("Was the Rabat Process founded after the Khartoum Process?", False),
        ("Le Processus de Rabat est-il plus récent que le Processus de Khartoum ?", False),
        ("¿Es el Proceso de Rabat más antiguo que el Proceso de Jartum?", True),
        ("Was the 13th GFMD held online?", True),
    ],
)
def test_yes_or_no(asker: Asker, question: str, holds: bool) -> None:  # the answer itself
    result = asker.ask(question).result
    assert result.kind is Kind.ASK
    assert result.boolean is holds


def test_forums_of_one_year_are_the_others(asker: Asker) -> None:
    assert names(asker, "Which forums were founded in the same year as the SACM?") == ["ACP-EU", "MIDSA", "MIDWA"]
    assert names(asker, "Quels forums sont plus anciens que le Processus de Budapest ?") == ["IGC"]


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Which meetings were held online?", "mf:form <https://w3id.org/migkg/ontology#OnlineForm>"),
        ("Quelles réunions ont été hybrides ?", "mf:form <https://w3id.org/migkg/ontology#HybridForm>"),
        ("List the virtual meetings", "mf:form <https://w3id.org/migkg/ontology#OnlineForm>"),
        ("Which SACM editions took place from 2020 onwards?", '>= "2020"'),
        ("Which SACM editions took place in 2020 or later?", '>= "2020"'),
        ("cities of the RCM, 1996-2003", '<= "2003"'),
        ("Which cities hosted the SACM three times or more?", ">= 3"),
        ("Quels pays appartiennent à cinq forums ou plus ?", ">= 5"),
        ("What was the first year in which Istanbul hosted a meeting?", "ORDER BY ASC"),
        ("Which country hosted the most recent SACM?", "?later mf:editionOf"),
        ("Which meetings opened in November 2018?", '"2018-11"'),
        ("Which was the last forum to be founded?", "MAX(STR(?founded))"),
        ("Which forums are global?", "mf:scope mf:GlobalProcess"),
        ("Which members of the SACM are also in the RCM?", "<forum/RCM> mf:hasMember ?answer"),
        ("¿Qué miembros de la CSM lo son también de la CRM?", "<forum/RCM> mf:hasMember ?answer"),
        ("Which states are members of the Rabat and Khartoum Processes?", "<forum/RABAT> mf:hasMember ?answer"),
        ("Quels pays sont membres du Processus de Rabat et de Khartoum ?", "<forum/KHARTOUM> mf:hasMember ?answer"),
        ("Who chaired the tenth South American Conference on Migration (SACM)?", "?meeting mf:ordinal 10"),
        ("Which forums predate 1997?", 'STR(?established) < "1997"'),
        ("Which SACMs were held in Lima?", "?answer mf:heldIn <city/lima-pe>"),
        ("Which forums held meetings in Quito?", "mf:heldIn <city/quito-ec>"),
        ("What did the Geneva GFMD of 2011 discuss?", "mf:hasTheme ?answer"),
    ],
)
def test_wordings(asker: Asker, question: str, part: str) -> None:
    assert part in shape(asker.understand(question).sparql)


@pytest.mark.parametrize(
    "question",
    [
        "Which states were at the first Quito Process meeting but missed the second?",
        "Which states were at the first but not at the second Quito Process meeting?",
        "Quels États étaient à la première réunion du Processus de Quito et absents de la deuxième ?",
        "¿Qué Estados que asistieron a la primera reunión del Proceso de Quito faltaron a la segunda?",
    ],
)
def test_beside_a_presence_an_absence_is_its_denial(asker: Asker, question: str) -> None:
    assert names(asker, question) == ["BO", "BR", "DO", "MX", "PA"]


def test_a_year_with_its_word_is_that_year(grammar: Grammar) -> None:
    whole = grammar.read("Quelles réunions ont eu lieu en 2002 ?").sparql
    assert grammar.read("Quelles réunions ont eu lieu au cours de l'année 2002 ?").sparql == whole
    assert grammar.read("¿Qué reuniones hubo en el año 2002?").sparql == grammar.read("2002 meetings").sparql == whole


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("How many cities hosted the SACM at least twice?", "SELECT (COUNT(DISTINCT ?answer) AS ?number)"),
        ("Did Peru host the SACM more than twice?", "FILTER (?those > 2)"),
        ("Which states attended both SACM 11 and 12?", "?meeting2 mf:ordinal 12"),
        ("To which forum does the Lilongwe meeting belong?", "?meeting mf:heldIn <city/lilongwe-mw>"),
    ],
)
def test_numbers_as_conditions(grammar: Grammar, question: str, part: str) -> None:
    assert part in shape(grammar.read(question).sparql)


@pytest.mark.parametrize(
    "question",
    [
        "Which countries took part in the GFMD in Manila?",
        "How many countries took part in the GFMD in Manila?",
        "Quels pays participent au Processus de Budapest ?",
        "Which cities hosted the SACM in 2031?",
        "From when to when was William Lacy Swing Director General of IOM?",
    ],
)
def test_nobody_is_no_answer_where_the_graph_names_nobody(asker: Asker, question: str) -> None:
    with pytest.raises(UsageError):
        asker.ask(question)


def test_beside_members_to_be_missing_is_to_be_no_member(grammar: Grammar) -> None:
    one = grammar.read("Which members of the SACM are missing from the RCM?")
    other = grammar.read("Which members of the SACM are not members of the RCM?")
    assert one.sparql == other.sparql
