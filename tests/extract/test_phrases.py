"""Phrases that name a meeting: every form of a number, heads and kinds, and what only looks like a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_CSM = "Conferencia Suramericana sobre Migraciones"
_CSA = "Conférence sud-américaine sur les migrations"


@pytest.mark.parametrize(
    ("lang", "text", "key"),
    [
        ("es", f"La 22.ª edición de la {_CSM} se celebró en Lima.", "edition:SACM/22"),
        ("es", f"La vigésimo-segunda edición de la {_CSM} se celebró en Lima.", "edition:SACM/22"),
        ("es", f"La quincuagésima séptima reunión de la {_CSM} se celebró en Lima.", "edition:SACM/57"),
        ("es", f"La 22a. reunión de la {_CSM} se celebró en Lima.", "edition:SACM/22"),
        ("es", f"La edición XXII de la {_CSM} se celebró en Lima.", "edition:SACM/22"),
        ("es", f"La edición número 22 de la {_CSM} se celebró en Lima.", "edition:SACM/22"),
        ("es", f"La cumbre 22 de la {_CSM} se celebró en Lima.", "edition:SACM/22"),
        ("es", "La centésima sesión del Consejo de la OIM se celebró en Ginebra.", "edition:IOM-COUNCIL/100"),
        ("es", f"La reunión entre sesiones de la {_CSM} se celebró en Lima.", "meeting:SACM/intersessional/x"),
        ("fr", f"Les 14es assises de la {_CSA} se sont tenues à Lima.", "edition:SACM/14"),
        ("fr", f"Les XIVes assises de la {_CSA} se sont tenues à Lima.", "edition:SACM/14"),
        ("fr", f"La 14 ème {_CSA} s'est tenue à Lima.", "edition:SACM/14"),
        ("fr", "La cent douzième session du Conseil de l'OIM s'est tenue à Genève.", "edition:IOM-COUNCIL/112"),
        (
            "fr",
            "La réunion des fonctionnaires de haut niveau du Processus de Rabat s'est tenue à Madrid.",
            "meeting:RABAT/senior-officials/x",
        ),
        (
            "fr",
            "La session ministérielle de la septième réunion du MIDSA s'est tenue à Kinshasa.",
            "edition:MIDSA/7",
        ),
        (
            "pt",
            "A quinquagésima segunda Conferência Sul-Americana sobre Migrações realizou-se em Lima.",
            "edition:SACM/52",
        ),
        ("en", "The Working Group of the Bali Process was held in Jakarta.", "meeting:BALI/technical/x"),
    ],
)
def test_a_phrase_names_its_meeting(claims: Callable[..., set[str]], lang: str, text: str, key: str) -> None:
    assert any(claim.startswith(f"{key} heldIn ") for claim in claims(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", f"La Secretaría Técnica de la {_CSM} está en Lima."),
        ("fr", "La présidence 2019 du Forum mondial sur la migration et le développement salue le Pérou."),
    ],
)
def test_what_belongs_to_a_forum_is_no_meeting(claims: Callable[..., set[str]], lang: str, text: str) -> None:
    assert not {c for c in claims(text, lang) if c.startswith(("meeting:", "edition:"))}


def test_the_session_of_an_assembly_is_none_of_the_forum(claims: Callable[..., set[str]]) -> None:
    text = (
        f"La décima {_CSM} se celebró en Lima. Pide a la Asamblea General que, en el septuagésimo sexto período "
        "de sesiones, celebrado en Nueva York, haga suyo el documento."
    )
    assert not {c for c in claims(text, "es") if "SACM/76" in c or "New York" in c}


def test_the_meeting_of_last_year_is_the_one_before(claims: Callable[..., set[str]]) -> None:
    text = f"La décima {_CSM} se abre en La Paz. La reunión del año pasado se celebró en Quito."
    assert "edition:SACM/9 heldIn Quito" in claims(text, "es")
