"""A lesser meeting keeps its facts: beside the edition that it prepares, in a heading, called after a city."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.model import Reading


def subjects(found: set[str], predicate: str) -> set[str]:
    return {claim.split()[0] for claim in found if claim.split()[1] == predicate}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Second Preparatory Meeting for the 6th Ministerial Conference of the Budapest Process\n\n"
            "Three such meetings lead up to the 6th Ministerial Conference of the Budapest Process in Istanbul. "
            "It was hosted by Georgia and took place in Batumi on 4 May 2018.",
        ),
        (
            "es",
            "Segunda reunión preparatoria de la Sexta Conferencia Ministerial del Proceso de Budapest\n\n"
            "Tres reuniones llevan a la Sexta Conferencia Ministerial del Proceso de Budapest en Estambul. "
            "Se celebró en Batumi el 4 de mayo de 2018.",
        ),
        (
            "fr",
            "Deuxième réunion préparatoire de la sixième Conférence ministérielle du Processus de Budapest\n\n"
            "Trois réunions mènent à la sixième Conférence ministérielle du Processus de Budapest à Istanbul. "
            "Elle s'est tenue à Batoumi le 4 mai 2018.",
        ),
    ],
)
def test_the_edition_that_is_prepared_does_not_take_over(claims: Callable[..., set[str]], lang: str, text: str) -> None:
    assert subjects(claims(text, lang), "startDate") == {"meeting:BUDAPEST/preparatory/2"}


def test_a_heading_names_a_lesser_meeting_without_article(claims: Callable[..., set[str]]) -> None:
    text = (
        "Senior Officials' Meeting in Tunis, Tunisia, on 3 and 4 April 2019\n\n"
        "For two days the partners of the Rabat Process were together. Spain had sent a delegation."
    )
    assert "meeting:RABAT/senior-officials/2019 heldIn Tunis" in claims(text)


def test_in_a_heading_ministers_who_meet_are_no_meeting(claims: Callable[..., set[str]]) -> None:
    text = (
        "Ministers meet the press\n\n"
        "Yesterday the Third Ministerial Conference of the Bali Process was held in Bali. The Conference was attended by Fiji."
    )
    assert {c.split()[0] for c in claims(text)} == {"edition:BALI/3"}


def test_a_process_that_holds_its_lesser_meeting_speaks_of_it_from_the_first_word(
    claims: Callable[..., set[str]],
) -> None:
    text = (
        "Delegations from Armenia, Georgia and Poland took part. So it was in Riga, when the Prague Process held its Senior "
        "Officials' Meeting."
    )
    assert subjects(claims(text), "hasParticipant") == {"meeting:PRAGUE/senior-officials/x"}


def test_the_city_before_a_lesser_meeting_may_tell_another_forum(claims: Callable[..., set[str]]) -> None:
    text = (
        "The Rabat Process held its Senior Officials' Meeting in Ouagadougou on 12 February 2019. It heard the conclusions of "
        "the Valletta Senior Officials' Meeting, which was held in Addis Ababa on 14 and 15 November 2018."
    )
    assert {
        "meeting:RABAT/senior-officials/2019 heldIn Ouagadougou",
        "meeting:VALLETTA/senior-officials/2018 heldIn Addis Ababa",
    } <= claims(text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "The meeting of the Quito Process on Venezuelan migrants ended on 4 September 2018. Ecuador hosted this first meeting. "
            "It also offered to host a second meeting. Peru and Chile took part in the meeting.",
        ),
        (
            "es",
            "La reunión del Proceso de Quito sobre los migrantes venezolanos terminó el 4 de septiembre de 2018. "
            "Ecuador fue anfitrión de esta primera reunión. Participaron en la reunión Perú y Chile.",
        ),
    ],
)
def test_this_first_meeting_is_the_one_spoken_of(claims: Callable[..., set[str]], lang: str, text: str) -> None:
    found = claims(text, lang)
    assert subjects(found, "year") | subjects(found, "hasParticipant") == {"edition:QUITO/1"}


def test_the_first_meeting_of_a_forum_is_history_where_the_text_is_about_a_lesser_one(
    claims: Callable[..., set[str]],
) -> None:
    text = (
        "The Working Group of the Prague Process met in Kyiv. The first conference of the Prague Process was held in 2009. "
        "Delegations from Armenia, Georgia and Poland took part."
    )
    assert subjects(claims(text), "hasParticipant") == {"meeting:PRAGUE/technical/x"}


def test_written_as_a_name_a_lesser_meeting_needs_no_article(claims: Callable[..., set[str]]) -> None:
    text = "The Almaty Process is young. In 2016 Bishkek hosted Senior Officials' Meeting of two days."
    assert {c.split()[0] for c in claims(text)} == {"meeting:ALMATY/senior-officials/2016"}


def test_a_conference_on_something_else_is_not_that_of_the_process(reading: Callable[..., Reading]) -> None:
    text = (
        "The Second Senior Officials' Meeting of the Almaty Process took place in Astana. Its states had met at the "
        "Regional Conference on Sensitive Borders."
    )
    assert {c.subject for c in reading(text).claims} == {"meeting:ALMATY/senior-officials/2"}


def test_a_city_and_an_adjective_may_stand_between_number_and_name(claims: Callable[..., set[str]]) -> None:
    text = (
        "From 28 to 30 April 2003 ministers held the Second Bali Regional Ministers Conference on People Smuggling. "
        "The Bali Process thanked Indonesia."
    )
    assert "edition:BALI/2 ordinal 2" in claims(text)


def test_an_anniversary_counts_no_meetings(claims: Callable[..., set[str]]) -> None:
    text = (
        "The Eighth Ministerial Conference of the Bali Process was held in Adelaide. "
        "The Framework, too, had an anniversary, its 10th; the Office owes its existence to it."
    )
    assert "edition:BALI/10" not in {c.split()[0] for c in claims(text)}


def test_what_meetings_lead_up_to_is_yet_to_come(claims: Callable[..., set[str]]) -> None:
    text = (
        "The Third Preparatory Meeting of the Budapest Process was held in Tbilisi. Four such meetings lead up to the "
        "Ministerial Conference. Delegations from Armenia, Georgia and Poland took part."
    )
    assert subjects(claims(text), "hasParticipant") == {"meeting:BUDAPEST/preparatory/3"}
