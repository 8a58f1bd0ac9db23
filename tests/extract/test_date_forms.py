"""Forms of dates in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg import extract
from migkg.extract.dates import DateFinder
from migkg.extract.fold import fold
from migkg.model import Article

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
        ("en", "3/4 May 2023", "2023-05-03", "2023-05-04"),
        ("en", "Tuesday 3 and Thursday 5 May of 2023", "2023-05-03", "2023-05-05"),
        ("en", "Wednesday, May 3, and Thursday, May 4, 2023", "2023-05-03", "2023-05-04"),
        ("en", "the 3rd, 4th and 5th of May", "--05-03", "--05-05"),
        ("en", "3, 4 May 2023", "2023-05-03", "2023-05-04"),
        ("en", "3-4-5 May 2023", "2023-05-03", "2023-05-05"),
        ("en", "(3-4/05)", "--05-03", "--05-04"),
        ("en", "(31/05)", "--05-31", "--05-31"),
        ("en", "Dec.14th, 2023", "2023-12-14", "2023-12-14"),
        ("en", "From May 3rd to the 5th", "--05-03", "--05-05"),
        ("en", "Friday, May 3 through the 5th, 2024", "2024-05-03", "2024-05-05"),
        ("en", "31-05-2023", "2023-05-31", "2023-05-31"),
        ("pt", "31-05-2023", "2023-05-31", "2023-05-31"),
        ("fr", "les 3, 4 mai", "--05-03", "--05-04"),
        ("fr", "les 3, 4 et 5 mai 2023", "2023-05-03", "2023-05-05"),
        ("fr", "du 3 mai jusqu'au 5 juin 2023", "2023-05-03", "2023-06-05"),
        ("fr", "du 3 au 5 du mois de mai 2023", "2023-05-03", "2023-05-05"),
        ("fr", "(03/05)", "--05-03", "--05-03"),
        ("es", "los días 3, 4 de mayo", "--05-03", "--05-04"),
        ("es", "3/4 de mayo de 2023", "2023-05-03", "2023-05-04"),
        ("es", "del 3 al 5 del mes de mayo de 2023", "2023-05-03", "2023-05-05"),
        ("es", "(3-4/05)", "--05-03", "--05-04"),
        ("pt", "nos dias 3, 4 de maio de 2023", "2023-05-03", "2023-05-04"),
        ("en", "3.-4.05.2023", "2023-05-03", "2023-05-04"),
        ("fr", "les 3./4.05.2023", "2023-05-03", "2023-05-04"),
        ("es", "3.-4.05.2023", "2023-05-03", "2023-05-04"),
        ("es", "3 al 4.05.2023", "2023-05-03", "2023-05-04"),
        ("pt", "3.-4.05.2023", "2023-05-03", "2023-05-04"),
    ],
)
def test_forms_of_dates(lexicon: Lexicon, lang: str, text: str, start: str, end: str) -> None:
    found = DateFinder(lexicon.languages[lang].calendar).find(fold(text))
    assert [(i.date.start, i.date.end) for i in found if i.date] == [(start, end)]


@pytest.mark.parametrize("text", ["29 February 2015", "February 30, 2016", "31/04/2016", "29-30 February 2016"])
def test_a_day_that_its_year_does_not_have_is_no_date(lexicon: Lexicon, text: str) -> None:
    found = DateFinder(lexicon.languages["en"].calendar).find(fold(text))
    assert all(len(day) < len("2015-02-29") for i in found if i.date for day in (i.date.start, i.date.end))


def test_a_day_is_not_completed_by_a_year_that_does_not_have_it(lexicon: Lexicon) -> None:
    text = "The 2015 South American Conference on Migration met in Lima. The Conference opened on {} February in Lima."
    told = {}
    for day in ("28", "29"):
        reading = extract.read(Article(id="test", lang="en", text=text.format(day), sha256=""), lexicon)
        told[day] = {c.object for c in reading.claims if c.predicate == "startDate"}
    assert told == {"28": {"2015-02-28"}, "29": {"--02-29"}}
