"""Capitals: a city, the words that say whose capital it is, and its province are one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.makers import parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Lexicon


def _places(lexicon: Lexicon, lang: str, text: str) -> list[tuple[str, str]]:
    """Kind and value of each place, state and adjective of a state."""
    (prepared,) = parts(lexicon, lang, text)
    items = [item for _, item in sorted(prepared.masked.items.items())]
    return [(item.kind, item.value) for item in items if item.kind in {"city", "parties", "demonym"}]


@pytest.mark.parametrize(
    ("lang", "text", "city"),
    [
        ("en", "The talks were held in Managua, the capital of Nicaragua.", "Managua"),
        ("en", "The talks were held in Managua (Nicaragua's capital).", "Managua"),
        ("en", "The talks were held in the Nicaraguan capital.", "Managua"),
        ("fr", "Les travaux ont lieu à Nouakchott, capitale de la Mauritanie.", "Nouakchott"),
        ("fr", "Les travaux ont lieu dans la capitale mauritanienne.", "Nouakchott"),
        ("fr", "Les travaux ont lieu à Arequipa (province d'Arequipa), au Pérou.", "Arequipa"),
        ("es", "Los debates fueron en Asunción, la capital paraguaya.", "Asunción"),
        ("pt", "Os debates foram em Assunção, capital do Paraguai.", "Asunción"),
    ],
)
def test_a_capital_and_its_state_are_one_place(lexicon: Lexicon, lang: str, text: str, city: str) -> None:
    ((kind, value),) = _places(lexicon, lang, text)
    assert (kind, value) == ("city", city)


@pytest.mark.parametrize(
    ("lang", "text", "city"),
    [
        ("en", "The Pan-African Forum on Migration was held in Djibouti in 2018.", "Djibouti"),
        ("fr", "Le Forum panafricain sur la migration s'est tenu à Djibouti en 2018.", "Djibouti"),
        ("es", "El Foro Panafricano sobre Migración se celebró en Singapur en 2018.", "Singapore"),
        ("fr", "Le Forum panafricain sur la migration s'est tenu au Panama en 2018.", ""),
        ("es", "El Foro Panafricano sobre Migración se celebró en Túnez en 2018.", ""),
        ("en", "The Pan-African Forum on Migration was held in the City of Panama in 2018.", "Panama City"),
    ],
)
def test_what_is_a_city_and_a_state_is_both(claims: Callable[..., set[str]], lang: str, text: str, city: str) -> None:
    found = {claim.split(" ", 1)[1] for claim in claims(text, lang)}
    assert any(claim.startswith("heldInCountry") for claim in found)
    assert {claim for claim in found if claim.startswith("heldIn ")} == ({f"heldIn {city}"} if city else set())


def test_a_city_beside_another_capital_keeps_its_own_place(lexicon: Lexicon) -> None:
    found = _places(lexicon, "en", "Flights leave from Arequipa, the capital of Paraguay is far.")
    assert [value for _, value in found] == ["Arequipa", "Asunción"]
