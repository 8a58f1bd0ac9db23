"""Short texts whose language is clear, and those of which nothing tells it."""

from __future__ import annotations

import pytest
from tests import shipped

from migkg.extract.language import detect


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "En la fecha de la cita de Lima se respaldaban sus propuestas."),
        ("es", "En la apertura habló la viceministra de Movilidad Humana y su equipo."),
        ("en", "Ministers who met there were told that migration is their common concern."),
        ("fr", "Les ministres se sont réunis à Dakar, mais ils ne sont pas d'accord."),
        ("pt", "As ministras reuniram-se em Brasília, mas não há acordo até agora."),
    ],
)
def test_a_short_text_is_told_by_its_small_words(lang: str, text: str) -> None:
    assert detect(text, shipped.whole()) == lang


@pytest.mark.parametrize("text", ["12345 67890", "Chile, Perú, Brasil", "De La"])
def test_what_nothing_tells_is_not_guessed(text: str) -> None:
    assert detect(text, shipped.whole()) == ""
