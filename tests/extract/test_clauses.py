"""What a clause right behind a meeting says belongs to that meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("lang", "text", "first", "second"),
    [
        (
            "en",
            "As asked at the third meeting of the Quito Process, which was held in Lima on 4 May 2018, the fourth meeting "
            "of the Quito Process opened in Bogota on 2 July 2019.",
            {"heldIn Lima", "startDate 2018-05-04"},
            {"heldIn Bogotá", "startDate 2019-07-02"},
        ),
        (
            "fr",
            "Comme l'avait demandé la troisième réunion du Processus de Quito, qui s'était tenue à Lima, le 4 mai 2018, "
            "la quatrième réunion du Processus de Quito s'est ouverte à Bogota le 2 juillet 2019.",
            {"heldIn Lima", "startDate 2018-05-04"},
            {"heldIn Bogotá", "startDate 2019-07-02"},
        ),
        (
            "es",
            "La IV reunión del Proceso de Quito se abrirá en Bogotá el 2 de julio de 2019. Así se decidió en la III "
            "reunión del Proceso de Quito, que acogió Perú en mayo de 2018.",
            {"hasHost PE"},
            {"heldIn Bogotá"},
        ),
        (
            "pt",
            "A quarta reunião do Processo de Quito será aberta em Bogotá em 2 de julho de 2019, como pediu a terceira "
            "reunião do Processo de Quito, realizada em Lima em 2018.",
            {"heldIn Lima"},
            {"heldIn Bogotá"},
        ),
    ],
)
def test_a_clause_is_of_the_meeting_before_it(
    claims: Callable[..., set[str]], lang: str, text: str, first: set[str], second: set[str]
) -> None:
    found = claims(text, lang)
    assert {f"edition:QUITO/3 {fact}" for fact in first} | {f"edition:QUITO/4 {fact}" for fact in second} <= found
    assert not {f"edition:QUITO/4 {fact}" for fact in first} & found


def test_a_meeting_meant_once_more_keeps_its_place_and_year(claims: Callable[..., set[str]]) -> None:
    text = (
        "La réunion du Processus de Quito s'est ouverte à Bogota. La présidence péruvienne, depuis la deuxième réunion, "
        "celle de 2018 à Lima, a beaucoup travaillé."
    )
    found = claims(text, "fr")
    assert {"edition:QUITO/2 heldIn Lima", "edition:QUITO/2 year 2018"} <= found
    assert not {c for c in found if c.endswith("heldIn Lima") and not c.startswith("edition:QUITO/2 ")}


def test_two_years_behind_a_forum_are_of_two_editions(claims: Callable[..., set[str]]) -> None:
    text = (
        "Le Forum mondial sur la migration et le développement, tenu à Manille en 2008 et à Athènes en 2009, continue."
    )
    found = claims(text, "fr")
    assert not {"edition:GFMD/2008 heldIn Athens", "edition:GFMD/2009 heldIn Manila"} & found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "fr",
            "Les hauts fonctionnaires des pays et organisations partenaires du Processus de Rabat se sont réunis à Lima.",
        ),
        ("es", "Los altos funcionarios de los países y organizaciones del Proceso de Rabat se reunieron en Lima."),
        ("en", "The senior officials of the member states and partner organisations of the Rabat Process met in Lima."),
    ],
)
def test_officials_of_the_states_of_a_forum_who_met_tell_a_meeting(
    claims: Callable[..., set[str]], lang: str, text: str
) -> None:
    assert "meeting:RABAT/senior-officials/x heldIn Lima" in claims(text, lang)
