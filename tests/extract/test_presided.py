"""Meetings that only a post tells, and those that people held to prepare another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_PRESIDED = [
    (
        "en",
        "“Migration is no threat,” said Ana Soto, Chair of the Second Ministerial Conference of the Khartoum Process.",
        "edition:KHARTOUM/2 hasChair person:Ana Soto",
    ),
    (
        "en",
        "The Chair of the 12th South American Conference on Migration, Juan Soto, thanked the delegates in Santiago.",
        "edition:SACM/12 hasChair person:Juan Soto",
    ),
    (
        "en",
        "The tenth summit of the Global Forum on Migration and Development ended in Berlin. “It was a success,” said "
        "the co-chair of the Forum, El Habib Nadir.",
        "edition:GFMD/10 hasChair person:El Habib Nadir",
    ),
    (
        "es",
        "La presidenta de la séptima reunión plenaria del Proceso de Quito, Ana Soto, abrió el debate en Lima.",
        "edition:QUITO/7 hasChair person:Ana Soto",
    ),
    (
        "es",
        "La XII Conferencia Suramericana sobre Migraciones concluyó en Santiago. La presidenta de la Conferencia, Ana "
        "Soto, agradeció a los delegados.",
        "edition:SACM/12 hasChair person:Ana Soto",
    ),
    (
        "fr",
        "Juan Soto, président de la douzième Conférence sud-américaine sur les migrations, a remercié les délégués.",
        "edition:SACM/12 hasChair person:Juan Soto",
    ),
    (
        "fr",
        "La quatrième Conférence ministérielle du Processus de Rabat s'est achevée à Rome. Le président de la "
        "Conférence, Angelino Alfano, s'est félicité des résultats.",
        "edition:RABAT/4 hasChair person:Angelino Alfano",
    ),
]


@pytest.mark.parametrize(("lang", "text", "claim"), _PRESIDED)
def test_who_presides_over_a_meeting_that_the_post_tells(
    lang: str, text: str, claim: str, claims: Callable[..., set[str]]
) -> None:
    assert claim in claims(text, lang)


def test_a_forum_that_only_a_post_names_is_the_one_the_text_is_about(claims: Callable[..., set[str]]) -> None:
    text = (
        "Le président en exercice du Forum mondial sur la migration et le développement, l'ambassadeur Santiago "
        "Chávez Pareja, a ouvert le douzième sommet. Le douzième sommet se tient à Quito."
    )
    assert "edition:GFMD/12 heldIn Quito" in claims(text, "fr")


def test_the_chair_of_another_forum_presides_over_nothing(claims: Callable[..., set[str]]) -> None:
    text = (
        "The tenth summit of the Global Forum on Migration and Development ended in Berlin. The president of the "
        "business forum, Juan Vega, spoke."
    )
    assert "edition:GFMD/10 hasChair person:Juan Vega" not in claims(text, "en")


def test_the_first_meeting_of_a_former_chair_is_not_what_a_text_is_about(claims: Callable[..., set[str]]) -> None:
    text = (
        "Régine De Clercq, présidente de la première édition du Forum mondial sur la migration et le développement, "
        "était là. La onzième édition du Forum s'est ouverte à Marrakech."
    )
    found = claims(text, "fr")
    assert "edition:GFMD/11 heldIn Marrakesh" in found
    assert "edition:GFMD/1 heldIn Marrakesh" not in found


_PREPARED = [
    (
        "en",
        "Experts from nine states met in Montevideo to prepare the sixteenth South American Conference on Migration.",
        "SACM",
        "Montevideo",
        16,
    ),
    (
        "en",
        "Gathered in Abidjan in preparation for the sixth Ministerial Conference of the Rabat Process, experts spoke.",
        "RABAT",
        "Abidjan",
        6,
    ),
    (
        "es",
        "Los delegados se reunieron en Montevideo para preparar la XVI Conferencia Suramericana sobre Migraciones.",
        "SACM",
        "Montevideo",
        16,
    ),
    (
        "fr",
        "Réunis à Abidjan pour préparer la sixième Conférence ministérielle du Processus de Rabat, ils ont parlé.",
        "RABAT",
        "Abidjan",
        6,
    ),
]


@pytest.mark.parametrize(("lang", "text", "code", "city", "number"), _PREPARED)
def test_those_who_meet_to_prepare_a_meeting_hold_another(
    lang: str, text: str, code: str, city: str, number: int, claims: Callable[..., set[str]]
) -> None:
    found = claims(text, lang)
    assert f"meeting:{code}/preparatory/x heldIn {city}" in found
    assert f"edition:{code}/{number} heldIn {city}" not in found


def test_a_meeting_that_is_to_prepare_something_else_stays_itself(claims: Callable[..., set[str]]) -> None:
    text = "The sixth Ministerial Conference of the Rabat Process met in Cádiz to prepare the future."
    assert "edition:RABAT/6 heldIn Cádiz" in claims(text, "en")


@pytest.mark.parametrize("topic", ["l'immigration", "l'asile", "l'immigration clandestine", "l'émigration"])
def test_an_elided_article_leads_to_the_topic_of_a_conference(topic: str, claims: Callable[..., set[str]]) -> None:
    text = f"La conférence internationale sur {topic} s'est tenue à Lisbonne le 18 novembre 2007. L'Espagne y était."
    assert any(c.startswith("event:conference-") and c.endswith(" heldIn Lisbon") for c in claims(text, "fr"))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Les ministres du Processus de Rabat en sont à leur quatrième rencontre depuis janvier, à Lomé."),
        ("en", "It was the fourth meeting since January for the officials of the Rabat Process, held in Lomé."),
    ],
)
def test_meetings_counted_from_a_month_bear_no_number(lang: str, text: str, claims: Callable[..., set[str]]) -> None:
    assert not any("RABAT/4" in claim for claim in claims(text, lang))
