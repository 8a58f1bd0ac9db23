"""Forums that a page describes by what they are and the region they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("lang", "text", "code"),
    [
        (
            "en",
            "Cairo hosted the fifth meeting of the regional consultative process for Arab countries on 4 May 2019.",
            "ARCP",
        ),
        ("en", "Kampala hosted the second meeting of the consultative process of IGAD on 4 May 2019.", "IGAD-RCP"),
        (
            "fr",
            "Le Caire a accueilli la 5ème réunion du processus consultatif régional pour les pays arabes le 4 mai 2019.",
            "ARCP",
        ),
        ("es", "El Cairo acogió la quinta reunión del proceso de consulta regional de los países árabes.", "ARCP"),
        ("pt", "O Cairo sediou a quinta reunião do processo consultivo regional dos países árabes.", "ARCP"),
    ],
)
def test_a_region_tells_which_process_is_meant(
    claims: Callable[..., set[str]], lang: str, text: str, code: str
) -> None:
    number = 2 if "second" in text else 5
    assert f"edition:{code}/{number} ordinal {number}" in claims(text, lang)


def test_told_once_the_words_mean_it_without_the_region(claims: Callable[..., set[str]]) -> None:
    text = (
        "La Tunisie a pris part à la 5ème réunion du processus consultatif régional pour les pays arabes au Caire. "
        "Le processus consultatif régional a été créé en 2014."
    )
    assert "forum:ARCP established 2014" in claims(text, "fr")


def test_a_process_of_no_known_region_is_none(claims: Callable[..., set[str]]) -> None:
    text = "Rome hosted the fifth meeting of the regional consultative process for alpine valleys on 4 May 2019."
    assert not {c for c in claims(text, "en") if c.startswith("edition:")}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "IGAD opened the sixth meeting of the regional consultative process on migration in Kampala on 4 May 2019. "
            "The IGAD Secretariat thanked Uganda.",
        ),
        ("en", "Uganda thanked IGAD. The 6th RCP meeting was opened in Kampala on 4 May 2019. IGAD had called it."),
        (
            "fr",
            "L'IGAD a ouvert à Kampala, le 4 mai 2019, la sixième réunion du processus consultatif régional sur les "
            "migrations. L'Ouganda a remercié l'IGAD.",
        ),
        (
            "es",
            "La IGAD abrió en Kampala el 4 de mayo de 2019 la sexta reunión del proceso consultivo regional sobre "
            "migración. Uganda dio las gracias a la IGAD.",
        ),
    ],
)
def test_without_a_region_it_is_the_process_of_the_body_that_the_page_is_about(
    claims: Callable[..., set[str]], lang: str, text: str
) -> None:
    assert "edition:IGAD-RCP/6 ordinal 6" in claims(text, lang)


def test_of_two_bodies_named_alike_neither_is_meant(claims: Callable[..., set[str]]) -> None:
    text = (
        "IGAD and the EAC met in Kampala on 4 May 2019. It was the sixth meeting of the regional consultative process "
        "on migration. There the EAC thanked IGAD."
    )
    assert not {c for c in claims(text, "en") if "RCP" in c}


def test_a_page_that_names_a_forum_has_no_need_of_its_bodies(claims: Callable[..., set[str]]) -> None:
    text = (
        "Kampala hosted the ninth meeting of the Khartoum Process on 4 May 2019. IGAD spoke there of its regional "
        "consultative process. IGAD thanked Uganda."
    )
    assert not {c for c in claims(text, "en") if "IGAD-RCP" in c}
