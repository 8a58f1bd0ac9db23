"""Persons: their names in every place of a sentence, and the titles that lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.makers import article, parts, persons_of

from migkg.extract import read

if TYPE_CHECKING:
    from migkg.lexicon import Lexicon


def test_a_row_of_titles_leads_to_the_next_name(lexicon: Lexicon) -> None:
    text = (
        "Abrieron el Presidente Pro-Témpore de la CRM, Vicecanciller de Panamá, Leo Paz, y el Presidente Pro-Témpore de la CSM, "
        "Director General de Migraciones de Chile, Ivo Neto."
    )

    assert persons_of(lexicon, "es", text) == {
        "Leo Paz": ["Presidente Pro-Témpore @ org:RCM", "Vicecanciller @ PA"],
        "Ivo Neto": ["Presidente Pro-Témpore @ org:SACM", "Director General de Migraciones @ CL"],
    }


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Mr Ivo Neto, Chair of the Meeting, spoke."),
        ("en", "Ivo Neto, Minister of Trade of Peru and President of the Intergovernmental Conference, spoke."),
        ("fr", "Le président de la 3e Conférence ministérielle, M. Ivo Neto, a parlé."),
        (
            "en",
            "Senator Ana Lopes and Mr Ivo Neto came. The Co-Chairs of the Bali Process, Ana Lopes and Ivo Neto, spoke.",
        ),
    ],
)
def test_who_presides_over_a_meeting_is_known_by_the_title(lexicon: Lexicon, lang: str, text: str) -> None:
    items = [i for part in parts(lexicon, lang, text) for i in part.masked.items.values()]
    persons = [p for i in items for p in i.members if p.value == "Ivo Neto"]

    assert any(role.chairs for role in persons[-1].roles)


def test_names_with_initials_and_titles_joined_by_a_dash(lexicon: Lexicon) -> None:
    text = "The Director of Labour of Peru-Ms A. Lopes, the Director of Trade of Chile-Mr Ivo Neto, came."

    assert persons_of(lexicon, "en", text) == {
        "A. Lopes": ["Director of Labour @ PE"],
        "Ivo Neto": ["Director of Trade @ CL"],
    }


def test_rows_of_names_without_stops_keep_each_title_with_its_name(lexicon: Lexicon) -> None:
    text = (
        "Mr. Abel Banda, Minister of Home Affairs, Malawi Ms. Rose Phiri, Director of Immigration, Zambia "
        "Dr. Tomaz Neto, Permanent Secretary, Ministry of Interior, Angola"
    )

    assert persons_of(lexicon, "en", text) == {
        "Abel Banda": ["Minister of Home Affairs @ MW"],
        "Rose Phiri": ["Director of Immigration @ ZM"],
        "Tomaz Neto": ["Permanent Secretary, Ministry of Interior @ AO"],
    }


def test_titles_before_names_keep_to_the_name_they_lead_to(lexicon: Lexicon) -> None:
    text = "The Minister of Labour of Malawi, Hon Abel Banda, MP, the Director of Immigration of Zambia, Ms Rose Phiri, came."

    assert persons_of(lexicon, "en", text) == {
        "Abel Banda": ["Minister of Labour @ MW"],
        "Rose Phiri": ["Director of Immigration @ ZM"],
    }


def test_a_post_told_again_in_fewer_words_is_told_once(lexicon: Lexicon) -> None:
    text = "Abel Banda, Director General of IOM, spoke. Banda, as Director of IOM, agreed."

    assert persons_of(lexicon, "en", text) == {"Abel Banda": ["Director General @ org:IOM"]}


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "It was co-moderated by Ana Lopez and Tariq Aziz.", {"Ana Lopez", "Tariq Aziz"}),
        ("en", "Ana Lopez, Zyx Abcde and Tariq Aziz came.", {"Ana Lopez", "Zyx Abcde", "Tariq Aziz"}),
        ("es", "Pidió la palabra Rodrigo Pardo.", {"Rodrigo Pardo"}),
        ("fr", "Dilip Rath, de la Banque mondiale, est venu.", {"Dilip Rath"}),
    ],
)
def test_names_without_titles(lexicon: Lexicon, lang: str, text: str, wanted: set[str]) -> None:
    assert set(persons_of(lexicon, lang, text)) == wanted


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lake Victoria and Mount Kenya were visited. Save the Children came. Open Society Foundations came."),
        ("en", "The Ambassador Hotel received the Deputy Minister and the Permanent Secretary."),
        ("es", "La Secretaría Técnica recibió a Observadores e Invitados Especiales."),
        ("fr", "Le Coordinateur du Bureau National est venu avec le Secrétariat Technique."),
    ],
)
def test_what_is_no_person(lexicon: Lexicon, lang: str, text: str) -> None:
    assert persons_of(lexicon, lang, text) == {}


def test_at_the_head_is_no_post(lexicon: Lexicon) -> None:
    text = "Chad sent a delegation with Mr. El Hadji Sarr, at its head."
    assert persons_of(lexicon, "en", text) == {"El Hadji Sarr": []}


@pytest.mark.parametrize(
    ("lang", "text", "person"),
    [
        ("fr", "Le président François Hollande est venu.", "François Hollande"),
        ("en", "Minister Ana Jordan spoke.", "Ana Jordan"),
        ("en", "Minister Julie Bishop spoke.", "Julie Bishop"),
    ],
)
def test_a_last_name_that_is_a_state_or_a_form_of_address(lexicon: Lexicon, lang: str, text: str, person: str) -> None:
    assert list(persons_of(lexicon, lang, text)) == [person]


def test_posts_alone_are_no_news_of_a_meeting(lexicon: Lexicon) -> None:
    text = "Migrants deserve better\n\nMigrants are welcome, said Peru's Labour Minister Ana Lopes."

    assert read(article("en", text), lexicon).claims == ()
