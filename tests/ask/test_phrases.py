"""Noun phrases and sentences, denials of all meetings, cities named like their state: how they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg.ask import NotUnderstoodError
from migkg.ask.logic import InYears
from migkg.ask.refusals import refuse_lost

if TYPE_CHECKING:
    from migkg.ask import Grammar


@pytest.mark.parametrize(
    ("phrase", "question"),
    [
        ("SACM held in Lima", "Which SACM was held in Lima?"),
        ("South American Conferences on Migration since 2015", "Which SACM were held since 2015?"),
        ("GFMD summits hosted by Mexico", "Which GFMD summits were hosted by Mexico?"),
        ("last SACM held in Uruguay", "What was the last SACM held in Uruguay?"),
        ("la CSM présidée par le Chili", "Quelle CSM a été présidée par le Chili ?"),
        ("Sommets du FMMD accueillis par le Mexique", "Quels sommets du FMMD ont été accueillis par le Mexique ?"),
        ("CSM celebradas en Quito", "¿Qué CSM se celebraron en Quito?"),
        ("Conferencias sudamericanas sobre migraciones que fueron presididas por Chile", "¿Qué CSM presidió Chile?"),
    ],
)
def test_meetings_that_are_named_without_a_verb_are_listed(grammar: Grammar, phrase: str, question: str) -> None:
    assert grammar.read(phrase).sparql == grammar.read(question).sparql


@pytest.mark.parametrize(
    "question",
    [
        "Chile hosted the SACM?",
        "is chile a member of the sacm",
        "Chile member of the SACM?",
        "The tenth SACM held in Bolivia?",
        "Le Chili fait partie de la CSM",
        "le chili est il membre de la csm",
        "Chile acogió la CSM",
        "¿Chile miembro de la CSM?",
    ],
)
def test_a_sentence_asks_for_yes_or_no(grammar: Grammar, question: str) -> None:
    assert grammar.read(question).sparql.startswith("ASK")


def test_an_accent_that_is_left_out_makes_no_verb(grammar: Grammar) -> None:
    assert grammar.read("CSM a Lima").sparql == grammar.read("CSM à Lima").sparql


@pytest.mark.parametrize(
    "question",
    [
        "Which states took part in the SACM but never hosted it?",
        "Quels pays ont participé à la CSM sans l'avoir accueillie ?",
        "¿Qué países participaron en la CSM pero nunca la acogieron?",
    ],
)
def test_what_is_denied_is_denied_of_all_meetings(grammar: Grammar, question: str) -> None:
    sparql = grammar.read(question).sparql
    denial = sparql.partition("FILTER NOT EXISTS")[2]
    assert "?meeting1 mf:editionOf" in denial
    assert "?meeting mf:hasParticipant ?answer" in sparql


def test_what_is_denied_of_the_meetings_themselves_stays_with_them(grammar: Grammar) -> None:
    sparql = grammar.read("Which states took part in the SACM conferences that were not chaired by Chile?").sparql
    assert "FILTER NOT EXISTS { ?meeting mf:hasChair <https://w3id.org/migkg/id/state/CL> . }" in sparql


def test_a_forum_may_itself_be_chaired_but_no_other_is(grammar: Grammar) -> None:
    sparql = grammar.read("Which forums did Chile chair?").sparql
    assert "UNION { ?answer a mf:Forum . BIND (?answer AS ?meeting) }" in sparql


@pytest.mark.parametrize(("place", "kind"), [("à Panama", "city"), ("au Panama", "state"), ("à Guatemala", "city")])
def test_a_word_of_towns_tells_a_city_from_its_country(grammar: Grammar, place: str, kind: str) -> None:
    (symbol,) = (s for s in grammar.lex(f"Quelles réunions ont eu lieu {place} ?").symbols if s.kind == "thing")
    assert symbol.value == kind
    assert [other for other, _ in symbol.others] == ["state" if kind == "city" else "city"]


def test_an_unknown_word_that_is_a_name_in_capitals_alone_stays_unknown(grammar: Grammar) -> None:
    assert grammar.lex("Which nice city hosted the SACM?").unknown == ("nice",)
    assert grammar.lex("Which meetings were held in Nice?").unknown == ()


@pytest.mark.parametrize(
    ("question", "bounds"),
    [
        ("Which meetings were held by 2010?", (("<=", "2010"),)),
        ("Quelles réunions se sont tenues d'ici 2010 ?", (("<=", "2010"),)),
        ("Which meetings were held later than 2010?", ((">", "2010"),)),
    ],
)
def test_small_words_in_front_of_a_year(grammar: Grammar, question: str, bounds: tuple[tuple[str, str], ...]) -> None:
    assert [a.bounds for a in grammar.read(question).form.atoms if isinstance(a, InYears)] == [bounds]


def test_a_number_is_asked_for_in_two_words(grammar: Grammar) -> None:
    long, short = "What is the total number of members of the SACM?", "How many members does the SACM have?"
    assert grammar.read(long).sparql == grammar.read(short).sparql
    common = grammar.read("How many members do the RCM and the SACM have in common?")
    assert common.sparql.startswith("SELECT (COUNT")


def test_no_is_an_answer_only_where_the_graph_names_somebody(grammar: Grammar) -> None:
    read = grammar.read("Does the EU take part in the Rabat Process?")
    assert any("?somebody" in query for query, _ in read.assumes)


def test_what_a_question_names_is_in_its_query(grammar: Grammar) -> None:
    (chile, *_) = grammar.lex("Chile").symbols
    refuse_lost([chile], "ASK { ?meeting mf:hasHost <https://w3id.org/migkg/id/state/CL> }")
    with pytest.raises(NotUnderstoodError, match="no place"):
        refuse_lost([chile], "ASK { ?meeting mf:hasHost <https://w3id.org/migkg/id/state/PE> }")
