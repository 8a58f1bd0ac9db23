"""Days told without the name of a month: which month is meant, and what is no day but the number of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.makers import parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Lexicon
    from migkg.model import Reading


def days(lexicon: Lexicon, lang: str, text: str, published: str | None = None) -> list[str]:
    """The dates of a text, as `start/end` where they are more days than one."""
    spans = [
        (i.date.start, i.date.end)
        for p in parts(lexicon, lang, text, published)
        for i in p.mentions
        if i.date is not None
    ]
    return [start if start == end else f"{start}/{end}" for start, end in spans]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Conference will meet in Lima from the 20th to the 24th of this month."),
        ("fr", "La Conférence se tiendra à Lima du 20 au 24 de ce mois."),
        ("fr", "La Conférence se tiendra à Lima du lundi 20 au vendredi 24 du mois courant."),
        ("es", "La Conferencia se celebrará en Lima del 20 al 24 de este mes."),
        ("es", "La Conferencia se celebrará en Lima los días 20 a 24 del mes en curso."),
        ("pt", "A Conferência será realizada em Lima de 20 a 24 deste mês."),
    ],
)
def test_this_month_is_that_of_publication(lexicon: Lexicon, lang: str, text: str) -> None:
    assert days(lexicon, lang, text, "2012-09-10") == ["2012-09-20/2012-09-24"]
    assert days(lexicon, lang, text) == []
    assert days(lexicon, lang, text, "2012") == []


def test_this_month_is_not_told_where_another_was_just_spoken_of(lexicon: Lexicon) -> None:
    text = "The Conference was held in Lima on 3 {} 2012 and will go on on 20 of this month."
    assert days(lexicon, "en", text.format("September"), "2012-09-10") == ["2012-09-03", "2012-09-20"]
    assert days(lexicon, "en", text.format("August"), "2012-09-10") == ["2012-08-03"]


def test_the_dateline_tells_the_month_of_publication(lexicon: Lexicon) -> None:
    text = "LIMA, 10 September 2012 (PNA) - The Conference met today. It ends on 14 of this month.\n\nIt is in Lima."
    assert days(lexicon, "en", text) == ["2012-09-10", "2012-09-14"]


@pytest.mark.parametrize("day", ["20", "31"])
def test_a_day_has_to_be_one_of_its_month(lexicon: Lexicon, day: str) -> None:
    text = f"The Conference will open in Lima on {day} of this month."
    assert days(lexicon, "en", text, "2012-09-10") == (["2012-09-20"] if day == "20" else [])


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "It opened on 25 November 2010 in Lima and closed on the 26th.", "2010-11-26"),
        ("en", "It opened on 25 November in Lima. On Friday the 26th, ministers adopted a text.", "--11-26"),
        ("en", "It opened on 25 November 2010 and closed on the 2nd of the same month.", "2010-11-02"),
        ("fr", "Elle s'est ouverte le 25 novembre 2010 à Lima et le 26 à Quito.", "2010-11-26"),
        ("fr", "Elle s'est ouverte le 25 novembre 2010 et s'est close le 28 du même mois.", "2010-11-28"),
        ("es", "Se inauguró el 25 de noviembre en Lima y se clausuró el día 26.", "--11-26"),
        ("es", "Se inauguró el 25 de noviembre de 2010 y terminó el 28 del mismo mes.", "2010-11-28"),
        ("pt", "Começou em 25 de novembro de 2010 em Lima e terminou no dia 26.", "2010-11-26"),
    ],
)
def test_a_day_alone_is_of_the_month_told_just_before(lexicon: Lexicon, lang: str, text: str, told: str) -> None:
    assert days(lexicon, lang, text)[1:] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "It opened on 25 November in Lima. Delegates reported on the 26th meeting.",
        "It opened on 25 November in Lima. Delegates reported on the 26th and 27th meetings.",
        "It opened on 25 November in Lima. Delegates reported on the 26th, 27th and 28th meetings.",
        "It opened on 25 November in Lima. Delegates reported on the 26th annual meeting.",
        "The 25th Conference opened on 25 November in Lima. Delegates reported on the 26th.",
        "The twenty-sixth Conference opened on 25 November in Lima. Delegates reported on the 26th.",
        "The Conference opened on 25 November in Lima, with talks on the 26th, the 27th meeting being far.",
        "It opened on 5 November in Lima. Delegates reported on the 26th.",
        "It opened on 30 November in Lima. Delegates reported on the 26th.",
        "It opened on 25 November in Lima. Ministers came. Delegates left on the 26th.",
    ],
)
def test_the_number_of_a_meeting_is_no_day(lexicon: Lexicon, text: str) -> None:
    assert len(days(lexicon, "en", text)) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It ended on Friday, 14 October 2022, in Lima. It had begun on Wednesday the 12th.", "2022-10-12"),
        ("The 11th Conference ended on 14 October 2022 in Lima. It had begun on Wednesday the 12th.", "2022-10-12"),
        ("It ended on 14 October 2022 in Lima. It will be taken up on Monday the 31st.", "2022-10-31"),
        ("It ended on 14 October 2022 in Lima. It had begun on Monday the 12th.", ""),
        ("It ended on 14 October 2022 in Lima. It had begun on the 12th.", ""),
        ("It ended on 14 October in Lima. It had begun on Wednesday the 12th.", ""),
    ],
)
def test_a_weekday_tells_that_a_number_is_a_day(lexicon: Lexicon, text: str, told: str) -> None:
    assert days(lexicon, "en", text)[1:] == ([told] if told else [])


def test_a_day_alone_needs_a_month(lexicon: Lexicon) -> None:
    assert days(lexicon, "en", "The Conference opened in Lima. Ministers left on the 26th.", "2010-11-25") == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The South American Conference on Migration opened in Lima on 25 November 2010 and closed on the 26th."),
        ("es", "La Conferencia Sudamericana sobre Migraciones se celebró en Lima del 25 al 26 de este mes."),
    ],
)
def test_days_of_a_meeting_without_a_month(reading: Callable[..., Reading], lang: str, text: str) -> None:
    told = {c.predicate: c.object for c in reading(text, lang, published="2010-11-27").claims}
    assert (told["startDate"], told["endDate"]) == ("2010-11-25", "2010-11-26")
