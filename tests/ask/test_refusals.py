"""What is not understood is refused with its reason, and nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migkg import resources
from migkg.ask import NotUnderstoodError
from migkg.store import Memory

if TYPE_CHECKING:
    from migkg.ask import Grammar

CHECKS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


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
        ("Which meetings took place before the 10th SACM?", "what all of them are"),
        ("¿Por qué se celebró la X CSM en Cochabamba?", "no place"),
        ("¿Cómo participó Chile en la X CSM?", "no place"),
        ("Quand le Pérou est-il membre de la CSM ?", "hang together"),
        ("Chile member of the SACM", "nothing is asked"),
        ("Bali Process created in 2002", "nothing is asked"),
        ("¿FMMD celebrado en Europa?", "nothing is asked"),
        ("Which SACM conferences came after the ninth?", "what all of them are"),
        ("¿Qué CSM es posterior a la décima?", "what all of them are"),
        ("Quels pays n'ont accueilli que la CSM ?", "what is meant by"),
        ("¿Qué país acogió más CSM que Chile?", "nothing is asked for by"),
        ("Which forums have members outside Africa?", "what is meant by"),
        ("Which states did the SACM host?", "what is meant by"),
        ("Which forums share a secretariat?", "no place"),
        ("What share of SACM members hosted it?", "nothing is asked for by"),
        ("How many members do the RCM and the SACM have in total?", "each or all"),
        ("How many members do the RCM and the SACM have?", "each or all"),
        ("What were the themes of the SACM and the RCM?", "each or all"),
        ("Did Chile and Peru host the SACM?", "each or all"),
        ("How many years has the SACM existed?", "where none is expected"),
        ("When did the SACM end?", "of which meetings"),
        ("Which forums have a secretariat in Geneva?", "no place"),
        ("Which forums have members in Geneva who are observers?", "no place"),
        ("Who chaired the Berlin Process?", "no place"),
        ("Who spoke for Chile at the SACM?", "no place"),
        ("Which states hosted the SACM as members?", "no place"),
        ("Which states that hosted the SACM took part in the twelfth?", "two descriptions of one meeting"),
        ("Which states took part in the SACM in Lima but never hosted it?", "which meetings are meant"),
        ("Which forums held meetings attended by Chile but not by Peru?", "which meetings are meant"),
        ("Who closed the tenth SACM?", "no place"),
        ("Will Chile host the SACM?", "what will be .*planned-only"),
        ("Where will the eighth ADD be held?", "what will be"),
        ("Où se tiendra la prochaine CSM ?", "what will be"),
        ("Quels pays participeront à la douzième CSM ?", "what will be"),
        ("¿Dónde se celebrará la octava ADD?", "what will be"),
        ("Which meetings are planned?", "what will be"),
        ("When is the next SACM?", "what will be .*planned-only"),
        ("Where is the next GFMD held?", "what will be"),
        ("Who hosts the next SACM?", "what will be"),
        ("What is the next conference of the SACM?", "what will be"),
        ("host of the next GFMD", "what will be"),
        ("When was the next SACM?", "no place"),
        ("Who hosted the next SACM?", "no place"),
        ("Quand est la prochaine CSM ?", "what will be"),
        ("¿Cuándo es la próxima CSM?", "what will be"),
        ("Which forums have Chile and Peru or Ecuador as members?", "what are the choices"),
        ("Which meetings took place during the 10th SACM?", "nothing that lasted"),
        ("When were the RCM and the SACM held?", "each or all"),
        ("Which forums support Chile?", "what is meant by"),
    ],
)
def test_refusals_say_why(grammar: Grammar, question: str, reason: str) -> None:
    with pytest.raises(NotUnderstoodError, match=reason):
        grammar.read(question)


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


@settings(max_examples=150, deadline=None, suppress_health_check=CHECKS)
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


@settings(max_examples=50, deadline=None, suppress_health_check=CHECKS)
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
