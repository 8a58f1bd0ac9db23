"""Series of meetings that a page numbers and no table has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("lang", "text", "key"),
    [
        (
            "en",
            "The fourth meeting of the Nordic Network on Migration was held in Oslo on 4 May 2019.",
            "NORDIC-NETWORK-MIGRATION/4",
        ),
        (
            "en",
            "The Mediterranean Committee on Labour Migration (MCLM) held its third annual meeting in Oslo on 7 June.",
            "MCLM/3",
        ),
        (
            "en",
            "The 6th annual meeting of the Euro-Mediterranean Council on Refugees (EMCR) was held in Oslo.",
            "EMCR/6",
        ),
        (
            "es",
            "La V Reunión Plenaria de la Red Iberoamericana contra la Trata de Personas (RICTP) se celebró en Oslo.",
            "RICTP/5",
        ),
        (
            "es",
            "El Comité Andino sobre Refugiados celebró su cuarta reunión anual en Oslo el 3 de junio de 2009.",
            "COMITE-ANDINO-REFUGIADOS/4",
        ),
        (
            "es",
            "La XLII Reunión de la Red Iberoamericana contra la Trata de Personas (RICTP) se celebró en Oslo.",
            "RICTP/42",
        ),
        (
            "fr",
            "La XIVe réunion du Comité régional sur les réfugiés et les migrants (CRRM) s'est tenue à Oslo.",
            "CRRM/14",
        ),
        (
            "fr",
            "La troisième réunion du Comité régional sur les réfugiés et les migrants (CRRM) s'est tenue à Oslo.",
            "CRRM/3",
        ),
        (
            "fr",
            "Le Réseau africain sur la traite des personnes a tenu sa deuxième réunion annuelle à Oslo le 6 juin 2014.",
            "RESEAU-AFRICAIN-TRAITE/2",
        ),
    ],
)
def test_its_code_is_the_acronym_or_the_words_of_its_name(
    claims: Callable[..., set[str]], lang: str, text: str, key: str
) -> None:
    assert f"edition:{key} heldIn Oslo" in claims(text, lang)


def test_what_follows_speaks_of_it_by_its_acronym(claims: Callable[..., set[str]]) -> None:
    text = (
        "The Mediterranean Committee on Labour Migration (MCLM) held its third annual meeting in Valletta. "
        "The fourth MCLM meeting will be held in Tunis."
    )
    assert {"edition:MCLM/3 heldIn Valletta", "edition:MCLM/4 heldIn Tunis"} <= claims(text, "en")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The 5th meeting of the National Committee on Migration was held in Accra on 4 May 2019."),
        ("en", "The third meeting of the Parliamentary Committee on Migration took place in London on 4 May 2019."),
        ("es", "La cuarta reunión del Comité Nacional sobre Migración se celebró en Lima el 4 de mayo de 2019."),
        ("en", "The fourth meeting of the Nordic Network on Forestry was held in Oslo on 4 May 2019."),
        ("fr", "La troisième réunion du comité de l'entreprise sur les migrants s'est tenue à Dakar en mai 2012."),
    ],
)
def test_what_is_national_or_on_something_else_is_no_series(
    claims: Callable[..., set[str]], lang: str, text: str
) -> None:
    assert not {c for c in claims(text, lang) if c.startswith(("edition:", "meeting:"))}


def test_the_regional_process_of_a_body_is_the_known_one(claims: Callable[..., set[str]]) -> None:
    text = (
        "IGAD opened the sixth meeting of the Regional Consultative Process on Migration in Kampala on 4 May 2019. "
        "The IGAD Secretariat thanked Uganda."
    )
    assert "edition:IGAD-RCP/6 ordinal 6" in claims(text, "en")


def test_a_page_on_a_known_forum_has_no_other(claims: Callable[..., set[str]]) -> None:
    text = (
        "The second meeting of the Global Forum on Migration and Development was held in Manila. "
        "The 3rd meeting of the Regional Committee on Migration was held in Cebu."
    )
    assert {c.split("/")[0] for c in claims(text, "en")} == {"edition:GFMD"}
