"""Forms of dates in Spanish, French and Portuguese."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg.extract.dates import DateFinder
from migkg.extract.fold import fold

if TYPE_CHECKING:
    from migkg.lexicon import Lexicon


@pytest.mark.parametrize(
    ("lang", "text", "start", "end"),
    [
        ("es", "el 1.º de mayo de 2023", "2023-05-01", "2023-05-01"),
        ("es", "el primero de mayo de 2023", "2023-05-01", "2023-05-01"),
        ("es", "mayo 3 de 2023", "2023-05-03", "2023-05-03"),
        ("es", "3 de mayo del año 2023", "2023-05-03", "2023-05-03"),
        ("es", "los días 30 y 31 de mayo y 1 de junio de 2023", "2023-05-30", "2023-06-01"),
        ("es", "del 30 de mayo de 2022 al 2 de junio de 2023", "2022-05-30", "2023-06-02"),
        ("es", "23 y 24 septiembre de 2023", "2023-09-23", "2023-09-24"),
        ("es", "03-MAY-2023", "2023-05-03", "2023-05-03"),
        ("fr", "les 30 et 31 mai et 1er juin 2023", "2023-05-30", "2023-06-01"),
        ("fr", "le premier mai 2023", "2023-05-01", "2023-05-01"),
        ("fr", "les 3 & 4 mai 2023", "2023-05-03", "2023-05-04"),
        ("fr", "le 3 mai de l'année 2023", "2023-05-03", "2023-05-03"),
        ("fr", "le 03-05-2023", "2023-05-03", "2023-05-03"),
        ("pt", "o primeiro de maio de 2023", "2023-05-01", "2023-05-01"),
    ],
)
def test_forms_of_dates(lexicon: Lexicon, lang: str, text: str, start: str, end: str) -> None:
    found = DateFinder(lexicon.languages[lang].calendar).find(fold(text))
    assert [(i.date.start, i.date.end) for i in found if i.date] == [(start, end)]
