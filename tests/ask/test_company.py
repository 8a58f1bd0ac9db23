"""Words that mean by their company, and other forms of known words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg.ask import NotUnderstoodError
from migkg.ask.inflection import Inflection
from migkg.errors import UsageError

if TYPE_CHECKING:
    from migkg.api import Asker
    from migkg.ask import Grammar

KNOWN = {"exists": (("relation", "found"),), "celebrated": (("relation", "held"),), "celebrating": (("be", "be"),)}


def shape(sparql: str) -> str:
    """A query without the identifiers' base and in one line."""
    return " ".join(sparql.replace("https://w3id.org/migkg/id/", "").split())


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Is Chile in the Quito Process?", "ASK { <forum/QUITO> mf:hasMember <state/CL> . }"),
        ("Les États-Unis sont-ils dans la CRM ?", "ASK { <forum/RCM> mf:hasMember <state/US> . }"),
        ("¿Está Chile en la CSM?", "ASK { <forum/SACM> mf:hasMember <state/CL> . }"),
    ],
)
def test_to_be_in_a_forum_is_to_be_a_member(grammar: Grammar, question: str, query: str) -> None:
    assert shape(grammar.read(question).sparql) == query


@pytest.mark.parametrize(
    ("question", "relation"),
    [
        ("Was Brazil at the seventh SACM?", "mf:hasParticipant <state/BR>"),
        ("Le Brésil était-il à la septième CSM ?", "mf:hasParticipant <state/BR>"),
        ("¿Estuvo Brasil en la séptima CSM?", "mf:hasParticipant <state/BR>"),
        ("How many states were in the seventh SACM?", "mf:hasParticipant ?answer"),
        ("Was the seventh SACM in Chile?", "mf:heldInCountry <state/CL>"),
        ("Which meetings were in Chile?", "mf:heldInCountry <state/CL>"),
        ("Which forums is Chile in?", "mf:hasMember <state/CL>"),
        ("How many countries does the SACM have?", "mf:hasMember ?answer"),
        ("Combien de pays compte la CSM ?", "mf:hasMember ?answer"),
        ("¿Qué países tiene la CSM?", "mf:hasMember ?answer"),
    ],
)
def test_to_be_and_to_have_say_a_relation_where_nothing_else_does(
    grammar: Grammar, question: str, relation: str
) -> None:
    assert relation in shape(grammar.read(question).sparql)


@pytest.mark.parametrize(
    "question",
    [
        "Is Chile in Lima?",
        "Which forums are in Chile?",
        "Which country is the Quito Process in?",
        "Who is the SACM?",
        "What does the SACM have?",
        "What about Chile?",
        "Tell me about the SACM",
        "Since when has Peru been a member of the RCM?",
        "Which women spoke at the SACM?",
        "Who runs the GFMD?",
        "Which forums were founded in the 2000s?",
        "Which forums existed in 2005?",
        "Which Chilean officials chaired the SACM?",
        "Which is older, Chile or Peru?",
        "Which is older, the SACM or the tenth RCM?",
        "Which city hosted the SACM for the first time?",
    ],
)
def test_what_they_do_not_say_is_not_guessed(grammar: Grammar, question: str) -> None:
    with pytest.raises(NotUnderstoodError):
        grammar.read(question)


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Who led the tenth SACM?", "mf:hasChair ?answer"),
        ("Qui était aux commandes de la dixième CSM ?", "mf:hasChair ?answer"),
        ("¿Quién lideró la X CSM?", "mf:hasChair ?answer"),
        ("Who runs the secretariat of the SACM?", "<forum/SACM> mf:hasSecretariat ?answer"),
        ("When did the Colombo Process start?", "<forum/COLOMBO> mf:established ?answer"),
        ("When did the tenth SACM start?", "mf:ordinal 10"),
        ("¿Cuándo arrancó la CSM de Quito?", "mf:heldIn <city/quito-ec>"),
        ("Which countries sit in the RCM as observers?", "<forum/RCM> mf:hasObserver ?answer"),
        ("Quels pays participent à la CSM en tant que membres ?", "<forum/SACM> mf:hasMember ?answer"),
        ("When did Chile host the SACM for the first time?", "ORDER BY ASC(STR(?answer)) LIMIT 1"),
        ("¿Cuándo fue la última vez que Quito acogió la CSM?", "ORDER BY DESC(STR(?answer)) LIMIT 1"),
        (
            "À quand remonte la dernière CSM tenue à Quito ?",
            "?later mf:editionOf <forum/SACM> ; mf:heldIn <city/quito-ec>",
        ),
        ("Which is older, the SACM or the RCM?", "VALUES ?answer { <forum/SACM> <forum/RCM> }"),
        ("¿Cuál se fundó antes, la CSM o la CRM?", "MIN(STR(?founded))"),
        ("Which forums do Peru and Ecuador share?", "?answer mf:hasMember <state/EC>"),
        ("Which organisations share the secretariat of the SACM?", "<forum/SACM> mf:hasSecretariat ?answer"),
        ("Which forums were founded in the 1990s?", 'STR(?established) >= "1990" && STR(?established) <= "1999"'),
        ("Quels forums ont été créés dans les années 1990 ?", 'STR(?established) <= "1999"'),
        ("Quels membres du Processus de Quito ne font pas partie de la CSM ?", "FILTER NOT EXISTS"),
        ("In which year did Chile last host the SACM?", "ORDER BY DESC(STR(?answer)) LIMIT 1"),
        ("¿Quiénes hablaron durante la X CSM?", "mf:hasSpeaker ?answer"),
        ("Which French cities hosted the Rabat Process?", "?answer mf:inCountry <state/FR>"),
        ("Since when has the Colombo Process existed?", "<forum/COLOMBO> mf:established ?answer"),
        ("De quelle année date la septième CSM ?", "mf:year ?answer"),
        ("Which state has hosted the SACM the most?", "COUNT(DISTINCT ?meeting)"),
        ("What was the Brussels meeting of the GFMD about?", "mf:hasTheme ?answer"),
    ],
)
def test_words_mean_by_their_company(grammar: Grammar, question: str, part: str) -> None:
    assert part in shape(grammar.read(question).sparql)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Since when does Amy Pope head IOM?", "2023-10-01"),
        ("¿Desde cuándo dirige Amy Pope la OIM?", "2023-10-01"),
        ("In which year did William Lacy Swing become Director General of IOM?", "2008"),
        ("Until when was António Vitorino Director General of IOM?", "2023-09-30"),
    ],
)
def test_a_tenure_begins_and_ends(asker: Asker, question: str, answer: str) -> None:
    reply = asker.ask(question)
    assert [row[0] for row in reply.result.rows if row[0] and f'"{answer}"' in row[0]]
    assert len(list(reply.result.rows)) == 1
    assert list(asker.evidence(reply))


@pytest.mark.parametrize(
    "question",
    [
        "When did Laura Thompson leave office?",
        "When did Colombia take over the GFMD?",
        "When was the last time William Lacy Swing was Director General of IOM?",
    ],
)
def test_a_tenure_of_no_post_that_is_named_has_no_dates(asker: Asker, question: str) -> None:
    with pytest.raises(UsageError):
        asker.ask(question)


def test_a_topic_is_what_a_theme_names_and_the_theme_is_its_evidence(asker: Asker) -> None:
    reply = asker.ask("Quelles éditions de la CRM ont porté sur la traite des personnes ?")
    assert [row[0] for row in reply.result.rows] == ["<https://w3id.org/migkg/id/meeting/RCM/19>"]
    assert {found.predicate for found in asker.evidence(reply)} >= {"hasTheme"}


def test_a_document_that_is_created_is_adopted(asker: Asker) -> None:
    reply = asker.ask("When was the Kathmandu Declaration created?")
    assert [row[0] for row in reply.result.rows] == ['"2018-11-16"^^<http://www.w3.org/2001/XMLSchema#date>']


def test_another_form_is_understood_where_there_is_no_choice() -> None:
    forms = Inflection(KNOWN, ("s", "ed", "ing"))
    assert forms.means("existed") == (("relation", "found"),)
    assert forms.means("celebrates") is None
    assert forms.means("is") is None


@given(st.text("abcdes ", max_size=20))
def test_a_stem_never_grows_and_is_never_short(phrase: str) -> None:
    forms = Inflection(KNOWN, ("s", "ed", "ing"))
    for word, stem in zip(phrase.split(), forms.stems(phrase).split(), strict=True):
        assert word.startswith(stem)
        assert len(stem) >= min(len(word), 4)
