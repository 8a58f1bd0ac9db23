"""Numbers beside a meeting that count something else, and meetings told by the name of a document."""

from __future__ import annotations

import pytest
from tests import shipped

from migkg import extract
from migkg.model import Article

KEY = "edition:SACM/10"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "For the third time Bolivia sent a delegation to the South American Conference on Migration in Cochabamba.",
        ),
        (
            "en",
            "The South American Conference on Migration, in Cochabamba, heard a third proposal, the fourth was refused.",
        ),
        ("en", "The South American Conference on Migration met in Lima in 2014. It was the first meeting since 2012."),
        (
            "fr",
            "La Conférence sud-américaine sur les migrations, à Lima, était la première réunion depuis la pandémie.",
        ),
        ("es", "La Conferencia Sudamericana sobre Migraciones de Lima fue la primera reunión presencial desde 2019."),
        (
            "fr",
            "Pour la troisième fois, la Bolivie a invité la Conférence sud-américaine sur les migrations à Cochabamba.",
        ),
        (
            "es",
            "Por tercera vez Bolivia envió una delegación a la Conferencia Sudamericana sobre Migraciones en Cochabamba.",
        ),
        (
            "es",
            "Asistieron 30 conferencias de prensa y 12 países a la Conferencia Sudamericana sobre Migraciones en Cochabamba.",
        ),
    ],
)
def test_what_is_counted_beside_a_meeting_is_not_its_number(lang: str, text: str) -> None:
    claims = extract.read(Article(id="a", text=text, lang=lang, sha256=""), shipped.whole()).claims
    assert not [c for c in claims if c.predicate == "ordinal"]


@pytest.mark.parametrize(
    ("lang", "text", "subject", "adopted"),
    [
        (
            "en",
            "In Quito, nine states signed the “Joint Declaration of the Third Quito Meeting”. The Quito Process goes on.",
            "edition:QUITO/3",
            "Joint Declaration of the Third Quito Meeting",
        ),
        (
            "en",
            "Nine states signed the Declaration of the Tenth South American Conference on Migration in Cochabamba.",
            KEY,
            "",
        ),
        (
            "fr",
            "La Déclaration de la dixième Conférence sud-américaine sur les migrations a été signée à Cochabamba.",
            KEY,
            "",
        ),
        (
            "es",
            "Nueve países firmaron la Declaración de la X Conferencia Sudamericana sobre Migraciones en Cochabamba.",
            KEY,
            "",
        ),
    ],
)
def test_a_document_names_the_meeting_that_it_is_of(lang: str, text: str, subject: str, adopted: str) -> None:
    claims = extract.read(Article(id="a", text=text, lang=lang, sha256=""), shipped.whole()).claims
    assert (subject, "ordinal") in {(c.subject, c.predicate) for c in claims}
    assert not adopted or (subject, "adopted", adopted) in {(c.subject, c.predicate, c.object) for c in claims}


SESSIONS = [
    ("en", "Regional Conference on Migration, 8th session (San José, 3-4 May 2003)", "edition:RCM/8"),
    ("en", "Regional Conference on Migration (RCM): eighth session, held in San José on 3 May 2003.", "edition:RCM/8"),
    ("fr", "Conférence sud-américaine sur les migrations, 8e session (Montevideo, 17-19 septembre)", "edition:SACM/8"),
    (
        "es",
        "Conferencia Sudamericana sobre Migraciones, VIII sesión, Montevideo, 17 de septiembre de 2008",
        "edition:SACM/8",
    ),
]
SITTINGS = [
    ("en", "At the Colombo Process, third session, ministers spoke about remittances sent to Kathmandu."),
    ("en", "GFMD Summit in Marrakesh, third session, 5 May 2018"),
    ("en", "The Fifth Colombo Process meeting, third session (Kathmandu, 3-4 May 2018), spoke about remittances."),
    ("fr", "Dialogue d'Abou Dhabi, 2e session : les envois de fonds. Le 3 mai 2019 à Dubaï."),
]


@pytest.mark.parametrize(("lang", "text", "subject"), SESSIONS)
def test_a_session_behind_a_series_with_its_place_is_its_number(lang: str, text: str, subject: str) -> None:
    claims = extract.read(Article(id="a", text=text, lang=lang, sha256=""), shipped.whole()).claims
    assert {(c.subject, c.predicate) for c in claims} >= {(subject, "ordinal"), (subject, "heldIn")}


@pytest.mark.parametrize(("lang", "text"), SITTINGS)
def test_one_of_several_sittings_is_no_number_of_the_series(lang: str, text: str) -> None:
    claims = extract.read(Article(id="a", text=text, lang=lang, sha256=""), shipped.whole()).claims
    assert not {c.object for c in claims if c.predicate == "ordinal"} & {"2", "3"}
