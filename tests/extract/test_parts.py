"""The stages one by one: dates, layout, persons, datelines, meetings and what they refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg.extract.dates import DateFinder
from migkg.extract.fold import fold
from migkg.extract.layout import lines
from migkg.extract.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Lexicon


@pytest.mark.parametrize(
    ("lang", "text", "start", "end"),
    [
        ("en", "8 to 12 November 2010", "2010-11-08", "2010-11-12"),
        ("en", "from the 31st October to 2nd November 2023", "2023-10-31", "2023-11-02"),
        ("en", "July 21-22", "--07-21", "--07-22"),
        ("en", "29 April - 01 May 2014", "2014-04-29", "2014-05-01"),
        ("en", "May 2012", "2012-05", "2012-05"),
        ("en", "in 2012", "2012", "2012"),
        ("en", "2025-09-12", "2025-09-12", "2025-09-12"),
        ("fr", "les 3 et 4 mai", "--05-03", "--05-04"),
        ("fr", "du 8 au 12 novembre", "--11-08", "--11-12"),
        ("fr", "le 1er octobre 2008", "2008-10-01", "2008-10-01"),
        ("es", "los días 4 y 5 de junio de 2009", "2009-06-04", "2009-06-05"),
        ("es", "los días 22, 23 y 24 de noviembre de 2023", "2023-11-22", "2023-11-24"),
        ("es", "del 30 de mayo al 2 de junio", "--05-30", "--06-02"),
    ],
)
def test_dates(lexicon: Lexicon, lang: str, text: str, start: str, end: str) -> None:
    found = DateFinder(lexicon.languages[lang].calendar).find(fold(text))
    assert [(i.date.start, i.date.end) for i in found if i.date] == [(start, end)]


@pytest.mark.parametrize("text", ["31 February 2010", "45 May 2010", "no date here", "2010 000"])
def test_impossible_dates_are_not_days(lexicon: Lexicon, text: str) -> None:
    found = DateFinder(lexicon.languages["en"].calendar).find(fold(text))
    assert not [i for i in found if i.date and i.date.is_day]


def test_fold_keeps_the_length() -> None:
    for text in ("Asunción “Čair” 5º", "İstanbul ﬁn ß", "a\r\nb\u2028c"):
        assert len(fold(text)) == len(text)


def test_a_menu_is_no_text(lexicon: Lexicon) -> None:
    page = "-\nAbout\nAboutWe work for migrants.\nStructure\nStructure\n- Jobs\n- 2030 Agenda\nThe news begins here.\n"
    layout = lexicon.languages["en"].layout
    assert [line.text for line in lines(page, layout) if line.kind == "text"] == ["The news begins here."]


def test_a_title_printed_twice_is_read_once(lexicon: Lexicon) -> None:
    page = "A forum opens in Lima\n\nA forum opens in Lima\n\nMinisters came. They spoke with Mr. Soto about it.\n"
    found = sentences(page, lexicon.languages["en"].layout)
    assert [s.text for s in found] == ["A forum opens in Lima", "Ministers came.", "They spoke with Mr. Soto about it."]
    assert [s.title for s in found] == [True, False, False]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "fr",
            "La Première ministre italienne, Giulia Rosso, le Premier ministre maltais, Paolo Borg, et le président "
            "tchadien, Ali Déby, ont participé à la troisième Conférence sud-américaine sur les migrations.",
            {
                "person:Giulia Rosso hasPosition Première ministre @ IT",
                "person:Paolo Borg hasPosition Premier ministre @ MT",
            },
        ),
        (
            "es",
            "Ana Soto, Secretaria de Estado de Inmigración de España; Luis Vera, Director General de Inmigración de "
            "Argentina, hablaron en la Tercera Conferencia Suramericana sobre Migraciones.",
            {
                "person:Ana Soto hasPosition Secretaria de Estado de Inmigración @ ES",
                "person:Luis Vera hasPosition Director General de Inmigración @ AR",
            },
        ),
        (
            "en",
            "Botswana's Minister of Labour, Anna Moilwa, and IOM Director General John Smith opened the Third South "
            "American Conference on Migration.",
            {
                "person:Anna Moilwa hasPosition Minister of Labour @ BW",
                "person:John Smith hasPosition Director General @ org:IOM",
                "edition:SACM/3 hasSpeaker person:John Smith",
            },
        ),
    ],
)
def test_persons_in_both_orders(claims: Callable[..., set[str]], lang: str, text: str, wanted: set[str]) -> None:
    assert wanted <= claims(text, lang)


def test_a_dateline_gives_the_year_and_nothing_else(claims: Callable[..., set[str]]) -> None:
    text = "Cairo, 29 March 2010 - The Third South American Conference on Migration will be held from 8 to 12 November."
    found = claims(text)
    assert "edition:SACM/3 startDate 2010-11-08" in found
    assert not [c for c in found if "Cairo" in c or " EG" in c or "03-29" in c]


def test_the_publication_date_completes_a_day_to_the_nearest_year(claims: Callable[..., set[str]]) -> None:
    text = "The Third South American Conference on Migration will be held on 12 January."
    assert "edition:SACM/3 startDate 2011-01-12" in claims(text, published="2010-12-20")
    assert "edition:SACM/3 startDate --01-12" in claims(text)


def test_a_summit_of_another_kind_keeps_its_facts(claims: Callable[..., set[str]]) -> None:
    text = (
        "The Third South American Conference on Migration took place in Lima. "
        "The Ninth Summit of the Americas was held in Los Angeles in June 2022."
    )
    assert not [c for c in claims(text) if "Los Angeles" in c or "2022" in c]


def test_two_meetings_in_one_breath_share_place_and_time(claims: Callable[..., set[str]]) -> None:
    text = (
        "The Colombo Process will hold its Fifth Senior Officials' Meeting and its Sixth Ministerial Consultation in "
        "Kathmandu from 15 to 16 November 2018."
    )
    found = claims(text)
    assert {"edition:COLOMBO/6 heldIn Kathmandu", "meeting:COLOMBO/senior-officials/5 heldIn Kathmandu"} <= found


def test_lists_of_editions(claims: Callable[..., set[str]]) -> None:
    text = "The Rabat Process has met at ministerial level in Rabat (2006), Paris (2008) and Dakar (2011)."
    assert {"edition:RABAT/2008 heldIn Paris", "edition:RABAT/2011 year 2011"} <= claims(text)
    days = "The Budapest Process: Berlin on 30 October 1991, Budapest on 15 February 1993, Prague on 14 October 1997."
    assert {"edition:BUDAPEST/1991 startDate 1991-10-30", "edition:BUDAPEST/1993 heldIn Budapest"} <= claims(days)


def test_a_name_shared_by_a_state_and_a_territory_means_the_state_in_a_list(claims: Callable[..., set[str]]) -> None:
    text = "La troisième Conférence sud-américaine sur les migrations a réuni des délégations du Chili, de la Guyane et du Pérou."
    found = claims(text, "fr")
    assert "edition:SACM/3 hasParticipant GY" in found
    assert "edition:SACM/3 hasParticipant GF" not in found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "IOM trained 40 border officers in Mombasa, Kenya, on 3 May 2017 with funding from the European Union."),
        ("fr", "L'OIM a formé 40 agents à Dakar le 3 mai 2017 avec l'appui de l'Union européenne."),
        ("es", "La OIM capacitó a 40 agentes en Lima el 3 de mayo de 2017 con el apoyo de la Unión Europea."),
        ("en", "Jane Doe, Director General of IOM, met the President of Peru, Juan Soto."),
    ],
)
def test_what_states_nothing_gives_nothing(claims: Callable[..., set[str]], lang: str, text: str) -> None:
    assert claims(text, lang) == set()


def test_qualifiers_and_confidence(reading: Callable[..., object]) -> None:
    from migkg.model import Reading

    found = reading(
        'The Third South American Conference on Migration was held in Lima under the theme "Migration and rights of all".'
    )
    assert isinstance(found, Reading)
    by = {c.predicate: c for c in found.claims}
    assert by["heldIn"].qualifiers == (("country", "PE"),)
    assert by["hasTheme"].qualifiers == (("lang", "en"),)
    assert by["heldIn"].evidence.rule == "en/held-place"  # type: ignore[union-attr]


def test_a_heading_in_capitals_goes_on_behind_a_small_word(lexicon: Lexicon) -> None:
    page = (
        "12th SESSION\nOF THE COUNCIL FOR THE MOVEMENTS OF PEOPLE\n\n"
        "Madam Chair, we thank those who have prepared this session so well.\n"
    )
    found = sentences(page, lexicon.languages["en"].layout)
    assert found[0].text == "12th SESSION OF THE COUNCIL FOR THE MOVEMENTS OF PEOPLE"


@pytest.mark.parametrize("words", ["the conference met in Quito and ", "x" * 50])
def test_a_text_without_full_stops_is_read_in_pieces(lexicon: Lexicon, words: str) -> None:
    page = (words * 400).strip()
    found = sentences(page, lexicon.languages["en"].layout)
    assert len(found) > 3
    assert max(len(sentence.text) for sentence in found) <= 4000
    spans = [sentence.span(0, len(sentence.text), page) for sentence in found]
    assert [span.exact for span in spans] == [sentence.text for sentence in found]
    kept = (" " if " " in words else "").join(sentence.text for sentence in found)
    assert kept == page


def test_a_long_sentence_that_people_write_stays_whole(lexicon: Lexicon) -> None:
    page = f"{'and Quito, ' * 300}met."
    assert [sentence.text for sentence in sentences(page, lexicon.languages["en"].layout)] == [page]
