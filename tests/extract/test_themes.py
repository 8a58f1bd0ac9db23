"""Themes that are told by the words around them, without quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.makers import parts

if TYPE_CHECKING:
    from migkg.lexicon import Lexicon


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "They met in Lima under the theme Borders that unite families, held in May.", "Borders that unite families"),
        ("en", "The theme of the conference was Migration as a bridge between peoples.", "Migration as a bridge between peoples"),
        ("en", "Theme: People on the move.", "People on the move"),
        ("en", "The forum, on the theme of Safe Migration for All, was held in Lima.", "Safe Migration for All"),
        ("en", "Giving Families a Home: such was the broad theme.", "Giving Families a Home"),
        ("en", "Giving Families a Home is what the summit had chosen for its theme.", "Giving Families a Home"),
        ("en", "The summit has for its theme Work: a New Way to See It.", "Work: a New Way to See It"),
        ("es", "La reunión tuvo por tema una migración que una a los pueblos y, con él, una agenda.", "una migración que una a los pueblos"),
        ("es", "Este año el tema es la migración laboral en los Andes.", "la migración laboral en los Andes"),
        ("fr", "La conférence s'est réunie sous le thème Partir et revenir chez soi, qui plaît.", "Partir et revenir chez soi"),
        ("fr", "Le sommet a pour thème la gouvernance des migrations du travail.", "la gouvernance des migrations du travail"),
        ("pt", "A conferência tem por tema a integração dos povos do sul.", "a integração dos povos do sul"),
        ("en", "The theme was discussed at length by all of them.", ""),
        ("en", "The theme of the day is very timely for the whole region.", ""),
        ("en", "Work was divided by theme and by area of the world.", ""),
        ("en", "Theme: Nice.", ""),
    ],
)  # fmt: skip
def test_themes_without_quotation_marks(lexicon: Lexicon, lang: str, text: str, wanted: str) -> None:
    found = [
        p.sentence.text[i.start : i.end]
        for p in parts(lexicon, lang, text)
        for i in p.masked.items.values()
        if i.kind == "quote"
    ]
    assert found == ([wanted] if wanted else [])


def test_quoted_words_are_the_theme(lexicon: Lexicon) -> None:
    text = 'The theme of the conference is Migration, said all, "Borders that unite".'
    found = [
        p.sentence.text[i.start : i.end]
        for p in parts(lexicon, "en", text)
        for i in p.masked.items.values()
        if i.kind == "quote"
    ]
    assert found == ['"Borders that unite"']


def quoted(lexicon: Lexicon, lang: str, text: str) -> list[str]:
    """The quoted phrases of a sentence."""
    (prepared,) = parts(lexicon, lang, text)
    return [text[item.start : item.end] for item in prepared.masked.items.values() if item.kind == "quote"]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "The theme of the GFMD was {}.", "‘People’s paths and their dignity’"),
        ("es", "El GFMD tuvo por lema {}.", "'Caminos de ida y vuelta'"),
        ("fr", "Le GFMD avait pour thème {}.", "‘’les chemins de l'exil et du retour’’"),
    ],
)
def test_single_quotation_marks_hold_a_title_too(lexicon: Lexicon, lang: str, text: str, wanted: str) -> None:
    assert quoted(lexicon, lang, text.format(wanted)) == [wanted]


@pytest.mark.parametrize(
    "text", ["It's the migrants' own conference, the states' and the people's.", "The 'GFMD' met."]
)
def test_an_apostrophe_is_no_quotation_mark(lexicon: Lexicon, text: str) -> None:
    assert quoted(lexicon, "en", text) == []
