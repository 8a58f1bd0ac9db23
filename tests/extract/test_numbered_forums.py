"""Keys of meetings in forms that a name alone does not show: numbers behind acronyms, twice-told numbers, those who met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg.extract import reader
from migkg.extract.engine import engine
from migkg.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Lexicon


@pytest.fixture
def spoken_of(lexicon: Lexicon) -> Callable[[str, str], set[str]]:
    """The keys of the meetings that the sentences of a text name; of a forum alone, its code."""

    def of(lang: str, text: str) -> set[str]:
        reading = engine(lexicon, lang)
        assert reading is not None
        prepared = reader.prepare(Article(id="test", lang=lang, text=text, sha256=""), reading)
        scenes = reader.scenes(prepared, reading, reader.begun(prepared, reading))
        anchors = [anchor for scene, _ in scenes for anchor in scene.anchors]
        return {a.meeting.key if a.meeting is not None else a.code for a in anchors}

    return of


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "Senegal hosted PAFOM 6 in Dakar in 2021.", {"edition:PAFOM/6"}),
        ("en", "The co-chairs of the GFMD-14 met in Geneva.", {"edition:GFMD/14"}),
        ("es", "CMC 3 se celebró en Bridgetown.", {"edition:CMC/3"}),
        ("en", "The RCM 11 member countries approved the plan.", {"RCM"}),
        ("en", "The GCM, 23 objectives in all, was adopted.", {"GCM"}),
        ("en", "The twelfth (12th) Meeting of the Regional Conference on Migration was held.", {"edition:RCM/12"}),
        ("en", "The fourth inter- ministerial meeting of COMMIT was held in Hanoi.", {"edition:COMMIT/4"}),
        (
            "en",
            "Senior officials of the Khartoum Process's member states were meeting in Rome.",
            {"meeting:KHARTOUM/senior-officials/x"},
        ),
        (
            "fr",
            "Les hauts fonctionnaires des pays membres du Processus de Khartoum se sont réunis à Rome.",
            {"meeting:KHARTOUM/senior-officials/x"},
        ),
        (
            "en",
            "Astana received the Ministerial Conference on Refugee Protection and International Migration.",
            {"meeting:ALMATY/ministerial/x"},
        ),
        (
            "en",
            "The second meeting of the GFMD Friends of the Forum was held online.",
            {"meeting:GFMD/technical/2"},
        ),
    ],
)
def test_a_number_or_those_who_met_tell_the_meeting(
    spoken_of: Callable[[str, str], set[str]], lang: str, text: str, wanted: set[str]
) -> None:
    assert spoken_of(lang, text) == wanted


def test_of_two_meetings_in_one_breath_the_text_is_about_the_higher(lexicon: Lexicon) -> None:
    text = "Working Group and Senior Officials' Meeting of the Khartoum Process\n\nThe meeting took place in Rome."
    reading = engine(lexicon, "en")
    assert reading is not None
    prepared = reader.prepare(Article(id="test", lang="en", text=text, sha256=""), reading)
    discourse = reader.begun(prepared, reading)
    list(reader.scenes(prepared, reading, discourse))
    assert discourse.topic is not None
    assert discourse.topic.key == "meeting:KHARTOUM/senior-officials/x"


def test_a_conference_before_any_forum_is_named_is_none_of_its_meetings(
    spoken_of: Callable[[str, str], set[str]],
) -> None:
    text = (
        "Ministers met in Bangkok for the International Symposium on Migration. They spoke for two days. Much was said. "
        "More was left out. Others came too. Guests spoke of the Regional Conference on Migration (RCM)."
    )
    assert {key.partition("/")[0] for key in spoken_of("en", text)} == {
        "event:international-symposium-migration",
        "RCM",
    }


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "en",
            "Past meetings of the Khartoum Process: Senior Officials' Meeting, Rome, 27 April 2015; "
            "Senior Officials' Meeting, Addis Ababa, 16 December 2016.",
            {"KHARTOUM", "meeting:KHARTOUM/senior-officials/2015", "meeting:KHARTOUM/senior-officials/2016"},
        ),
        (
            "en",
            "The Khartoum Process held a thematic meeting on trafficking (Cairo, May 2016) and a thematic meeting "
            "on return in Berlin on 3 March 2017.",
            {"KHARTOUM", "meeting:KHARTOUM/technical/2016", "meeting:KHARTOUM/technical/2017"},
        ),
        (
            "en",
            "The Prague Process began with the Ministerial Conference in Prague in April 2009. "
            "The Ministerial Conference in Poznan in November 2011 followed.",
            {"PRAGUE", "edition:PRAGUE/2009", "edition:PRAGUE/2011"},
        ),
        (
            "es",
            "La Conferencia Sudamericana sobre Migraciones celebró una reunión técnica en Lima el 3 de mayo de 2015 "
            "y otra reunión técnica en Quito en junio de 2016.",
            {"SACM", "meeting:SACM/technical/2015", "meeting:SACM/technical/2016"},
        ),
        (
            "en",
            "Bali Process\n\n2009\n\nThe ministerial conference is held in Bali.\n\n2013\n\n"
            "The ministerial conference is held again.",
            {"BALI", "edition:BALI/2009", "edition:BALI/2013"},
        ),
        (
            "en",
            "Prague Process Senior Officials' Meeting\n\nWednesday, 15 June 2016, 9:00 - Thursday, 16 June 2016, 14:00\n\n"
            "Location: Cracow, Poland",
            {"meeting:PRAGUE/senior-officials/2016"},
        ),
        (
            "en",
            "The Senior Officials' Meeting of the Khartoum Process for 2016-2020 and its work plan were discussed.",
            {"meeting:KHARTOUM/senior-officials/x"},
        ),
    ],
)
def test_the_year_beside_a_meeting_tells_it_from_others(
    spoken_of: Callable[[str, str], set[str]], lang: str, text: str, wanted: set[str]
) -> None:
    assert spoken_of(lang, text) == wanted


def test_a_day_at_the_front_of_a_sentence_is_that_of_its_meeting(
    spoken_of: Callable[[str, str], set[str]],
) -> None:
    text = "Guests came when, on 28 March 2023, the Almaty Process held its Senior Officials' Meeting online."
    assert "meeting:ALMATY/senior-officials/2023" in spoken_of("en", text)
    text = "The Almaty Process goes on. The plan of 3 May 2012 was given to the Technical Experts' Meeting."
    assert "meeting:ALMATY/technical/x" in spoken_of("en", text)
