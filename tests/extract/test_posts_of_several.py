"""Posts told once for several persons, told of several posts in one breath, or by a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.makers import persons_of

if TYPE_CHECKING:
    from migkg.lexicon import Lexicon


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("en", "The labour ministers of Peru and Chile, Ana Lopes and Ivo Neto, met.", ["labour minister @ PE", "labour minister @ CL"]),
        ("en", "Foreign Ministers Ana Lopes of Peru and Ivo Neto of Chile met.", ["Foreign Minister @ PE", "Foreign Minister @ CL"]),
        ("en", "The Peruvian and Chilean interior ministers, Ana Lopes and Ivo Neto, met.", ["interior minister @ PE", "interior minister @ CL"]),
        ("es", "Los ministros de Trabajo de Perú y Chile, Ana Lopes e Ivo Neto, hablaron.", ["ministro de Trabajo @ PE", "ministro de Trabajo @ CL"]),
        ("fr", "Les ministres du Travail du Pérou, Ana Lopes, et du Chili, Ivo Neto, ont parlé.", ["ministre du Travail @ PE", "ministre du Travail @ CL"]),
        ("en", "The labour ministers of Peru, Chile and Brazil, Ana Lopes and Ivo Neto, met.", []),
    ],
)  # fmt: skip
def test_a_title_shared_by_persons_of_several_states(lexicon: Lexicon, lang: str, text: str, posts: list[str]) -> None:
    found = persons_of(lexicon, lang, text)

    assert [*found.get("Ana Lopes", []), *found.get("Ivo Neto", [])] == posts


def test_counterparts_of_several_states_share_the_title_told_before(lexicon: Lexicon) -> None:
    text = "El ministro del Interior de Perú, Leo Paz, recibió a sus homólogos de Chile, Ana Lopes, y Brasil, Ivo Neto."

    assert persons_of(lexicon, "es", text) == {
        "Leo Paz": ["ministro del Interior @ PE"],
        "Ana Lopes": ["ministro del Interior @ CL"],
        "Ivo Neto": ["ministro del Interior @ BR"],
    }


def test_two_posts_in_one_breath_are_of_one_state(lexicon: Lexicon) -> None:
    text = "Peru's Deputy Prime Minister and Minister of Trade Ana Lopes spoke."

    assert persons_of(lexicon, "en", text) == {"Ana Lopes": ["Deputy Prime Minister @ PE", "Minister of Trade @ PE"]}


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("es", "Vinieron el presidente de Perú, Luis Mora; el de Chile, Raúl Vera, y la de Honduras, Ana Paz.", {"Luis Mora": "presidente @ PE", "Raúl Vera": "presidente @ CL", "Ana Paz": "presidente @ HN"}),
        ("es", "Acudió el viceministro de Trabajo de Perú, Luis Mora; los de Chile, Raúl Vera y Juan Lima.", {"Raúl Vera": "viceministro de Trabajo @ CL", "Juan Lima": "viceministro de Trabajo @ CL"}),
        ("fr", "Sont venus le ministre de l'Intérieur du Mali, Moussa Keïta, celui du Niger, Ali Bako, et celle du Togo, Ana Mensah.", {"Ali Bako": "ministre de l'Intérieur @ NE", "Ana Mensah": "ministre de l'Intérieur @ TG"}),
        ("en", "The interior minister of Mali, Moussa Keita, and that of Niger, Ali Bako, spoke.", {"Ali Bako": "interior minister @ NE"}),
        ("fr", "On y a vu les présidents Moussa Keïta (Mali), Ali Bako (Niger) et Kossi Agbo (Togo).", {"Moussa Keïta": "président @ ML", "Kossi Agbo": "président @ TG"}),
        ("es", "Hablaron Luis Mora y Raúl Vera, ministros de Trabajo de Perú y Chile.", {"Luis Mora": "ministro de Trabajo @ PE", "Raúl Vera": "ministro de Trabajo @ CL"}),
        ("en", "Moussa Keita and Ali Bako, ministers of labour of Mali and Niger, spoke.", {"Moussa Keita": "minister of labour @ ML", "Ali Bako": "minister of labour @ NE"}),
    ],
)  # fmt: skip
def test_a_title_told_once_for_several(lexicon: Lexicon, lang: str, text: str, posts: dict[str, str]) -> None:
    found = persons_of(lexicon, lang, text)

    assert {person: found.get(person) for person in posts} == {person: [post] for person, post in posts.items()}


def test_one_who_is_told_of_by_what_was_said_of_another_has_a_title_of_its_own(lexicon: Lexicon) -> None:
    text = "Vinieron el presidente de Perú, Luis Mora, y la de Trabajo de Chile, Ana Paz."

    assert persons_of(lexicon, "es", text).get("Ana Paz") == []


@pytest.mark.parametrize(
    ("lang", "text", "person", "post"),
    [
        ("en", "Ms. Rosa Lind chaired it; she is Deputy Director for Asylum of the Swedish Ministry of Justice.", "Rosa Lind", "Deputy Director for Asylum of the Swedish Ministry of Justice @ SE"),
        ("en", "Rosa Lind opened it. She is Labour Attaché of the Philippines.", "Rosa Lind", "Labour Attaché @ PH"),
        ("fr", "Aïcha Moussa a ouvert la réunion ; elle est ministre de l'Intérieur du Niger.", "Aïcha Moussa", "ministre de l'Intérieur @ NE"),
        ("es", "La señora Rosa Vela habló; ella es directora de Migraciones de Ecuador.", "Rosa Vela", "directora de Migraciones @ EC"),
    ],
)  # fmt: skip
def test_a_post_that_a_pronoun_tells(lexicon: Lexicon, lang: str, text: str, person: str, post: str) -> None:
    assert persons_of(lexicon, lang, text).get(person) == [post]


def test_a_pronoun_behind_two_persons_is_neither(lexicon: Lexicon) -> None:
    text = "Rosa Lind said hello to Mr Ivo Neto. She is Labour Attaché of the Philippines."

    assert persons_of(lexicon, "en", text) == {"Rosa Lind": [], "Ivo Neto": []}
