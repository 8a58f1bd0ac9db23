"""A clause between commas, dashes or brackets behind a meeting tells nothing of what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Lexicon

ASIDES = [
    (
        "fr",
        "La 12e édition du FMMD, qui intervient après le Forum d'examen des migrations internationales, s'est ouverte lundi "
        "à Quito.",
        "edition:GFMD/12 heldIn Quito",
        "edition:IMRF/x heldIn Quito",
    ),
    (
        "fr",
        "La conférence du Processus de Khartoum, précédée d'une réunion des hauts fonctionnaires, s'est achevée par "
        "l'adoption de la Déclaration du Caire.",
        "edition:KHARTOUM/x adopted Déclaration du Caire",
        "meeting:KHARTOUM/senior-officials/x adopted Déclaration du Caire",
    ),
    (
        "fr",
        "La conférence du Processus de Rabat – la première depuis le Sommet de La Valette – s'est tenue à Marrakech.",
        "edition:RABAT/x heldIn Marrakesh",
        "edition:VALLETTA/x heldIn Marrakesh",
    ),
    (
        "en",
        "The 12th GFMD Summit, convened days after the International Migration Review Forum, was held in Quito.",
        "edition:GFMD/12 heldIn Quito",
        "edition:IMRF/x heldIn Quito",
    ),
    (
        "en",
        "The fifth conference of the Rabat Process, preceded by a senior officials' meeting, adopted the Marrakesh "
        "Declaration.",
        "edition:RABAT/5 adopted Marrakesh Declaration",
        "meeting:RABAT/senior-officials/x adopted Marrakesh Declaration",
    ),
    (
        "es",
        "La X Conferencia Sudamericana sobre Migraciones, que se celebra después del Foro Mundial sobre Migración y "
        "Desarrollo, se inauguró en Cochabamba.",
        "edition:SACM/10 heldIn Cochabamba",
        "edition:GFMD/x heldIn Cochabamba",
    ),
]
TWO_STATES = [
    (
        "fr",
        "Sous la coprésidence franco-sénégalaise, la troisième conférence du Processus de Rabat s'est ouverte à Dakar.",
        {"edition:RABAT/3 hasChair FR", "edition:RABAT/3 hasChair SN"},
    ),
    (
        "fr",
        "Le 11e FMMD s'est achevé sous coprésidence maroco-allemande.",
        {"edition:GFMD/11 hasChair MA", "edition:GFMD/11 hasChair DE"},
    ),
    (
        "fr",
        "La 4e réunion du Dialogue 5+5 sur la migration est placée sous présidence algéro-espagnole.",
        {"edition:5+5/4 hasChair DZ", "edition:5+5/4 hasChair ES"},
    ),
]
RECEIVED = [
    ("fr", "Lomé abrite depuis mardi les experts du MIDWA.", "meeting:MIDWA/technical/x heldIn Lomé"),
    (
        "fr",
        "Madrid accueille les hauts fonctionnaires du Processus de Rabat le 14 mai 2014.",
        "meeting:RABAT/senior-officials/2014 heldIn Madrid",
    ),
    (
        "en",
        "Madrid hosts the senior officials of the Rabat Process on 14 and 15 May 2014.",
        "meeting:RABAT/senior-officials/2014 heldIn Madrid",
    ),
    (
        "es",
        "Madrid acoge a los altos funcionarios del Proceso de Rabat el 14 de mayo de 2014.",
        "meeting:RABAT/senior-officials/2014 heldIn Madrid",
    ),
]
FOLLOWING = [
    (
        "fr",
        "La première conférence du Processus de Rabat a eu lieu à Rabat en 2006, les trois suivantes à Paris (2008), Dakar "
        "(2011) et Rome (2014).",
    ),
    (
        "en",
        "The first conference of the Rabat Process was held in Rabat in 2006, the next three in Paris (2008), Dakar (2011) "
        "and Rome (2014).",
    ),
    (
        "es",
        "La primera conferencia del Proceso de Rabat se celebró en Rabat en 2006 y las tres siguientes en París (2008), "
        "Dakar (2011) y Roma (2014).",
    ),
]


@pytest.mark.parametrize(("lang", "text", "told", "never"), ASIDES)
def test_the_sentence_goes_on_about_the_meeting_before_the_clause(
    claims: Callable[..., set[str]], lang: str, text: str, told: str, never: str
) -> None:
    read = claims(text, lang)
    assert told in read
    assert never not in read


def test_the_next_meeting_named_behind_a_comma_is_no_part_of_the_clause(claims: Callable[..., set[str]]) -> None:
    text = "Tras la X CSM, celebrada en Cochabamba, la próxima reunión, la XI, será en Brasilia."
    assert "edition:SACM/10 heldIn Brasília" not in claims(text, "es")


@pytest.mark.parametrize(("lang", "text", "told"), TWO_STATES)
def test_a_word_for_two_states(claims: Callable[..., set[str]], lang: str, text: str, told: set[str]) -> None:
    assert told <= claims(text, lang)


def test_the_words_for_two_states_tell_states_that_exist(lexicon: Lexicon) -> None:
    states = {name.value for name in lexicon.names.names if name.kind == "state"}
    told = {state for language in lexicon.languages.values() for state in language.grammar.compounds.values()}
    assert told
    assert told <= states


@pytest.mark.parametrize(("lang", "text", "told"), RECEIVED)
def test_those_whom_a_city_receives_hold_a_meeting(
    claims: Callable[..., set[str]], lang: str, text: str, told: str
) -> None:
    assert told in claims(text, lang)


@pytest.mark.parametrize(("lang", "text"), FOLLOWING)
def test_the_following_meetings_are_counted(claims: Callable[..., set[str]], lang: str, text: str) -> None:
    read = claims(text, lang)
    assert {"edition:RABAT/2 heldIn Paris", "edition:RABAT/3 heldIn Dakar", "edition:RABAT/4 heldIn Rome"} <= read
    assert "edition:RABAT/2008 heldIn Paris" not in read
