"""What texts of several sentences showed: years that belong to another meeting, names in quotation marks, topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_FOUNDED = [
    (
        "en",
        "The South American Conference on Migration was founded in Lima in 1999. The fifteenth conference was held in "
        "Santiago.",
    ),
    (
        "es",
        "La Conferencia Suramericana sobre Migraciones, creada en Lima en 1999, se reúne cada año. La decimoquinta "
        "conferencia se celebró en Santiago.",
    ),
    (
        "fr",
        "La Conférence sud-américaine sur les migrations, créée à Lima en 1999, se réunit chaque année. La quinzième "
        "conférence s'est tenue à Santiago.",
    ),
]


@pytest.mark.parametrize(("lang", "text"), _FOUNDED)
def test_the_year_of_the_founding_is_that_of_no_edition(lang: str, text: str, claims: Callable[..., set[str]]) -> None:
    found = claims(text, lang)
    assert "forum:SACM established 1999" in found
    assert "edition:SACM/15 heldIn Santiago" in found
    assert "edition:SACM/15 year 1999" not in found


_BEFORE = [
    (
        "en",
        "The sixth Ministerial Conference of the Rabat Process opened in Cádiz. The previous conference was held in ",
    ),
    (
        "es",
        "La sexta Conferencia Ministerial del Proceso de Rabat comenzó en Cádiz. La conferencia anterior se celebró en ",
    ),
    (
        "fr",
        "La sixième Conférence ministérielle du Processus de Rabat a débuté à Cadix. La précédente conférence s'était tenue à ",
    ),
]


@pytest.mark.parametrize(("lang", "text"), _BEFORE)
def test_the_year_of_the_meeting_before_is_told_of_it(lang: str, text: str, claims: Callable[..., set[str]]) -> None:
    found = claims(f"{text}Marrakech {'in' if lang == 'en' else 'en'} 2018.", lang)
    assert {"edition:RABAT/5 heldIn Marrakesh", "edition:RABAT/5 year 2018"} <= found
    assert "edition:RABAT/2018 year 2018" not in found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The second “Global Forum on Migration and Development” ended in Manila."),
        ("es", "El segundo «Foro Mundial sobre Migración y Desarrollo» concluyó en Manila."),
        ("fr", "Le second « Forum mondial sur la migration et le développement » s'est conclu à Manille."),
    ],
)
def test_a_number_before_a_name_in_quotation_marks(lang: str, text: str, claims: Callable[..., set[str]]) -> None:
    assert {"edition:GFMD/2 ordinal 2", "edition:GFMD/2 heldIn Manila"} <= claims(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The thematic meeting on asylum of the Rabat Process was held in Lisbon on 4 May 2016."),
        ("es", "La reunión temática sobre asilo del Proceso de Rabat se celebró en Lisboa el 4 de mayo de 2016."),
        ("fr", "La réunion thématique sur l'asile du Processus de Rabat s'est tenue à Lisbonne le 4 mai 2016."),
    ],
)
def test_a_lesser_meeting_with_its_topic_before_its_forum(
    lang: str, text: str, claims: Callable[..., set[str]]
) -> None:
    assert "meeting:RABAT/technical/2016 heldIn Lisbon" in claims(text, lang)


def test_a_conference_on_a_topic_in_quotation_marks(claims: Callable[..., set[str]]) -> None:
    text = (
        "La Belgique et l'OIM ont ouvert à Bruxelles une conférence internationale sur « la migration et le "
        "développement »."
    )
    assert any(c.startswith("event:conference-") and c.endswith("heldIn Brussels") for c in claims(text, "fr"))


def test_a_day_since_which_a_state_presides_is_none_of_the_meeting(claims: Callable[..., set[str]]) -> None:
    text = (
        "Le sixième sommet du Forum mondial sur la migration et le développement, présidé par Maurice depuis le "
        "1er janvier 2012, s'est tenu à Port-Louis."
    )
    assert not any("2012-01-01" in claim for claim in claims(text, "fr"))


def test_a_place_with_a_hyphen_opens_a_dateline(claims: Callable[..., set[str]]) -> None:
    text = (
        "Berne-Wabern, 14.12.2022 - Les 13 et 14 décembre, la Conférence ministérielle du Processus de Rabat s'est "
        "tenue à Cadix."
    )
    found = claims(text, "fr")
    assert "edition:RABAT/x heldIn Cádiz" in found
    assert not any("Bern" in claim for claim in found)


def test_the_year_of_a_process_that_stands_before_is_not_that_of_its_meeting(claims: Callable[..., set[str]]) -> None:
    text = (
        "Les délégués se sont réunis à Port-d'Espagne dans le cadre des Consultations des Caraïbes sur la migration, un "
        "processus établi en janvier 2016."
    )
    assert not any(" year 2016" in claim for claim in claims(text, "fr"))


def test_who_sent_nobody_took_no_part(claims: Callable[..., set[str]]) -> None:
    text = (
        "La conférence internationale sur les migrations s'est tenue à Rome avec la participation du Maroc, de la Libye "
        "et de Malte. La France et l'Espagne n'ont pas envoyé de représentants à la conférence."
    )
    found = claims(text, "fr")
    assert any(c.endswith("hasParticipant MA") for c in found)
    assert not any(c.endswith(("hasParticipant FR", "hasParticipant ES")) for c in found)
