"""Which meeting a phrase names: its forum, its kind, its number, and which of several a later phrase means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg.extract.study import lessons
from migkg.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Lexicon


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "en",
            "The Second Preparatory Meeting for the Fifth Ministerial Conference of the Budapest Process was held in Tbilisi.",
            "meeting:BUDAPEST/preparatory/2 heldIn Tbilisi",
        ),
        (
            "es",
            "La II Reunión Intersesional de la XV Conferencia Sudamericana sobre Migraciones tuvo lugar en Santiago.",
            "meeting:SACM/intersessional/2 heldIn Santiago",
        ),
        (
            "fr",
            "La deuxième réunion préparatoire de la cinquième Conférence ministérielle du Processus de Budapest s'est tenue à Tbilissi.",
            "meeting:BUDAPEST/preparatory/2 heldIn Tbilisi",
        ),
        (
            "en",
            "The Almaty Process held the Third Meeting of its Technical Experts' Group in Astana.",
            "meeting:ALMATY/technical/3 heldIn Astana",
        ),
        (
            "en",
            "The Bali Process Working Group on Trafficking in Persons held its third annual meeting in Manila.",
            "meeting:BALI/technical/3 heldIn Manila",
        ),
        (
            "en",
            "SOM5 of the Colombo Process took place in Kathmandu.",
            "meeting:COLOMBO/senior-officials/5 heldIn Kathmandu",
        ),
        (
            "en",
            "Ahead of the 6th Ministerial Consultation of the Colombo Process, a Senior Officials' Meeting was held in Kabul.",
            "meeting:COLOMBO/senior-officials/x heldIn Kabul",
        ),
        (
            "en",
            "The Migration Dialogue for Southern Africa (MIDSA) held a ministerial conference in Windhoek.",
            "meeting:MIDSA/ministerial/x heldIn Windhoek",
        ),
        ("en", "The XVth Regional Conference on Migration was held in Tapachula.", "edition:RCM/15 heldIn Tapachula"),
        (
            "fr",
            "La session ministérielle de la 7e Conférence du Dialogue sur les migrations en Afrique australe (MIDSA) s'est tenue à Kinshasa.",
            "edition:MIDSA/7 heldIn Kinshasa",
        ),
    ],
)
def test_a_phrase_tells_the_kind_and_the_number(
    claims: Callable[..., set[str]], lang: str, text: str, wanted: str
) -> None:
    assert wanted in claims(text, lang)


@pytest.mark.parametrize(
    ("lang", "number", "ordinal"),
    [
        ("en", "forty-second", 42),
        ("en", "hundred and tenth", 110),
        ("en", "one hundred twenty first", 121),
        ("es", "quincuagésima tercera", 53),
        ("es", "centésima decimoquinta", 115),
        ("fr", "cent trente et unième", 131),
        ("pt", "quadragésima terceira", 43),
        ("pt", "centésima décima primeira", 111),
    ],
)
def test_high_numbers_in_words(claims: Callable[..., set[str]], lang: str, number: str, ordinal: int) -> None:
    sentence = {
        "en": "The {} South American Conference on Migration was held in Lima.",
        "es": "La {} Conferencia Sudamericana sobre Migraciones se celebró en Lima.",
        "fr": "La {} Conférence sud-américaine sur les migrations s'est tenue à Lima.",
        "pt": "A {} Conferência Sul-Americana sobre Migrações foi realizada em Lima.",
    }[lang]
    assert f"edition:SACM/{ordinal} heldIn Lima" in claims(sentence.format(number), lang)


def test_a_list_of_editions_is_about_none_of_them(claims: Callable[..., set[str]]) -> None:
    text = (
        "I South American Conference on Migration, Buenos Aires (2000), II South American Conference on Migration, "
        "Santiago (2001), III South American Conference on Migration, Quito (2002), IV South American Conference on "
        "Migration, Montevideo (2003). Delegations of Peru and Chile met for the XII South American Conference on Migration."
        " The conference was opened by Ana Lopes, Minister of Labour of Peru."
    )
    found = claims(text)
    assert "edition:SACM/12 hasSpeaker person:Ana Lopes" in found
    assert not any(claim.startswith("edition:SACM/1 hasSpeaker") for claim in found)


def test_a_number_that_goes_on_with_a_series_is_of_its_kind(claims: Callable[..., set[str]]) -> None:
    text = (
        "The first Senior Officials' Meeting of the Almaty Process was held in Almaty in 2014. "
        "The second Senior Officials' Meeting of the Almaty Process was held in Astana in 2015. "
        "The third Senior Officials' Meeting was held in Bishkek. The Almaty Process held its fourth meeting in Osh."
    )
    assert "meeting:ALMATY/senior-officials/4 heldIn Osh" in claims(text)


def test_a_list_of_bare_numbers_names_editions(claims: Callable[..., set[str]]) -> None:
    found = claims(
        "The 15th meeting of the 5+5 Dialogue was held in Valletta. Earlier ones: 14th in Algiers (21 January 2018), "
        "13th in Marseille (28 October 2016) and V in Tunis (2010)."
    )
    assert {"edition:5+5/14 heldIn Algiers", "edition:5+5/13 startDate 2016-10-28", "edition:5+5/5 year 2010"} <= found


def test_a_document_called_after_a_city_tells_the_forum(claims: Callable[..., set[str]]) -> None:
    text = (
        "Trece países suscribieron el martes la Declaración de Quito sobre los migrantes. La reunión regional se celebró en "
        "Quito el 4 de septiembre de 2018."
    )
    assert "edition:QUITO/2018 heldIn Quito" in claims(text, "es")


def test_a_numbered_conference_on_migrations_is_that_of_the_forum(claims: Callable[..., set[str]]) -> None:
    text = (
        "La X Conferencia de Migraciones concluyó en Cochabamba. Los países de la Conferencia Sudamericana sobre "
        "Migraciones aprobaron dos documentos."
    )
    assert "edition:SACM/10 heldIn Cochabamba" in claims(text, "es")


def test_a_bare_number_looks_back(claims: Callable[..., set[str]]) -> None:
    text = (
        "The fifth meeting of the Global Forum on Migration and Development was held in Geneva. "
        "The first, held in Brussels in July 2007, brought together many states."
    )
    assert "edition:GFMD/1 heldIn Brussels" in claims(text)


def test_a_bare_number_means_no_meeting_where_meetings_are_not_numbered(claims: Callable[..., set[str]]) -> None:
    text = "The Colombo Process thanks its chairs, with Sri Lanka, the first, and Nepal, the second, among them."
    assert not {c for c in claims(text) if c.startswith("edition:")}


def test_the_forum_means_the_meeting_named_just_before(claims: Callable[..., set[str]]) -> None:
    text = (
        "The Global Forum on Migration and Development held its ninth meeting in Dhaka. "
        "For the eighth meeting the Forum went to Istanbul, where it took place from 14 to 16 October 2015."
    )
    assert "edition:GFMD/8 startDate 2015-10-14" in claims(text)


def test_a_term_of_two_years_is_no_edition(claims: Callable[..., set[str]]) -> None:
    found = claims("Tajikistan has hosted a meeting under its chairmanship of the Almaty Process 2019-2020.")
    assert "edition:ALMATY/2019" not in {c.split()[0] for c in found}


def test_a_meeting_of_two_forums_belongs_to_neither(claims: Callable[..., set[str]]) -> None:
    found = claims(
        "The joint meeting of the Khartoum Process and the Rabat Process took place in Malta on 8 February 2017."
    )
    assert {c.split()[0] for c in found} == {"event:meeting-khartoum-rabat-2017"}


def test_the_city_that_a_forum_is_called_after_tells_the_forum(claims: Callable[..., set[str]]) -> None:
    text = "The II International Meeting of Quito took place on 23 November 2018."
    assert "edition:QUITO/2 ordinal 2" in claims(text)
    assert not claims("The International Meeting of Khartoum on trade took place on 23 November 2018.")


def test_words_for_a_meeting_count_for_the_forum_called_so(claims: Callable[..., set[str]]) -> None:
    text = (
        "Istanbul was where the 8th meeting was held, on 14-16 October 2015. This year's Forum stands on three pillars, "
        "apart from the High-level Dialogue on International Migration and Development. The Forum went on to Dhaka. "
        "To the GFMD this means much. The Forum grows."
    )
    assert "edition:GFMD/8 year 2015" in claims(text)


def test_a_mere_gathering_has_no_name_of_its_own(claims: Callable[..., set[str]]) -> None:
    assert not {
        c for c in claims("The gathering on migration took place in Lima on 4 May 2016.") if c.startswith("event:")
    }


def test_what_two_forums_hold_as_their_own_is_their_common_meeting(claims: Callable[..., set[str]]) -> None:
    text = (
        "Montevideo es el lugar de encuentro de la Conferencia Regional sobre Migración (CRM) y la Conferencia "
        "Suramericana sobre Migraciones (CSM), que celebran su primera Reunión Plenaria."
    )
    assert not {c for c in claims(text, "es") if c.startswith("edition:")}


def test_a_word_that_was_said_of_a_meeting_goes_on_meaning_its_forum(claims: Callable[..., set[str]]) -> None:
    text = (
        "Peru hosted the ninth summit of the Global Forum on Migration and Development in Lima in May 2016. "
        "The eighth summit had been held in Istanbul. What the Valletta Summit brought is another question."
    )
    assert "edition:GFMD/8 heldIn Istanbul" in claims(text)


def test_a_number_before_the_forum_is_that_of_its_meeting(claims: Callable[..., set[str]]) -> None:
    text = "The meeting, the 12th of the Regional Conference on Migration, took place in New Orleans on 24 April 2007."
    assert "edition:RCM/12 heldIn New Orleans" in claims(text)


def test_the_next_needs_no_word_for_a_meeting(claims: Callable[..., set[str]]) -> None:
    text = "The 12th meeting of the Global Forum on Migration and Development took place in Quito in January 2020. "
    found = claims(text + "The next will be held in Dubai in 2021.")
    assert {"edition:GFMD/12 heldIn Quito", "edition:GFMD/2021 heldIn Dubai"} <= found


@pytest.mark.parametrize(
    ("lang", "text", "claim"),
    [
        (
            "es",
            "La VIII Reunión de la RIAM se celebrará en Lima. Así se decidió en el VII Congreso de la RIAM, que se celebró en "
            "Panamá. En la cita de Panamá participaron Chile y Bolivia.",
            "edition:RIAM/7 hasParticipant CL",
        ),
        (
            "en",
            "The 8th South American Conference on Migration was held in Lima. The seventh conference was held in Caracas. "
            "Chile and Bolivia took part in the Caracas conference.",
            "edition:SACM/7 hasParticipant CL",
        ),
        (
            "fr",
            "La huitième Conférence sud-américaine sur les migrations s'est tenue à Lima. La septième conférence s'était "
            "tenue à Caracas. Le Chili et la Bolivie ont participé à la conférence de Caracas.",
            "edition:SACM/7 hasParticipant CL",
        ),
    ],
)
def test_a_meeting_called_after_a_place_is_the_one_held_there(
    claims: Callable[..., set[str]], lang: str, text: str, claim: str
) -> None:
    assert claim in claims(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "The 100th session of the IOM Council opened in Geneva. The 68th session of the United Nations General Assembly "
            "was held in New York.",
        ),
        (
            "es",
            "La 100ª sesión del Consejo de la OIM se abrió en Ginebra. La 68ª sesión de las Naciones Unidas se celebró en "
            "Nueva York.",
        ),
        (
            "fr",
            "La 100e session du Conseil de l'OIM s'est ouverte à Genève. La 68e session des Nations Unies s'est tenue à "
            "New York.",
        ),
    ],
)
def test_the_session_of_another_body_is_none_of_the_forum(
    claims: Callable[..., set[str]], lang: str, text: str
) -> None:
    assert {c.split()[0] for c in claims(text, lang)} == {"edition:IOM-COUNCIL/100"}


def test_an_acronym_behind_a_meeting_is_part_of_its_name(lexicon: Lexicon) -> None:
    text = (
        "La primera Reunión Plenaria entre la Conferencia Regional sobre Migración (CRM) y la Conferencia Suramericana "
        "sobre Migraciones (CSM) se desarrolló en Montevideo los días 8 y 9 de mayo de 2018."
    )
    article = Article(id="a", lang="es", published=None, text=text, sha256="")
    offered = {claim[0] for lesson in lessons(article, lexicon) for claims in lesson.claims for claim in claims}
    assert "edition:CRM-CSM/1" in offered
    assert not any("SACM" in subject for subject in offered if subject.startswith("edition:"))
