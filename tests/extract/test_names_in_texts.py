"""Names of forums and bodies as texts write them: not quite as in the tables, or introduced by the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Lexicon
    from migkg.model import Reading

NCDP = "The National Commission for Displaced Persons (NCDP) met. "


def seen(reading: Callable[..., Reading], text: str, lang: str = "en") -> set[str]:
    """The forums and bodies mentioned in a text."""
    return {value for _, kind, value in reading(text, lang).mentions if kind in {"forum", "org"}}


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("The Dialogue on Migrations of the cold South met.", "en", ""),
        ("The Structured and Comprehensive Dialogue was launched.", "en", "EU-CELAC"),
        ("Hoy termina la II Reunión Internacional de Quito.", "es", "QUITO"),
        ("El Comité Andino de las Autoridades de Migración acordó el plan.", "es", "CAAM"),
        ("The Globalized Forum on Migration met.", "en", ""),
        ("The Ibero American Network of the Migration Authorities met.", "en", "RIAM"),
        ("Officials of the Inter Governmental Authority for Development came.", "en", "org:IGAD"),
        ("La Conferencia Sur Americana (Lima) para las Migraciones terminó.", "es", "SACM"),
        ("El Foro Global sobre las Migraciones y Desarrollo terminó.", "es", "GFMD"),
        ("Le Forum mondial pour les migrations et le développement commence.", "fr", "GFMD"),
        ("Le Dialogue pour les migrations en Afrique Australe commence.", "fr", "MIDSA"),
        ("La red de las autoridades migratorias de los iberoamericanos.", "es", ""),
        ("The Regional Conference. Migration was its theme.", "en", ""),
        ("The Conference, on South, American, Migration.", "en", ""),
    ],
)
def test_a_long_name_is_seen_however_its_small_words_and_endings_vary(
    reading: Callable[..., Reading], text: str, lang: str, value: str
) -> None:
    assert seen(reading, text, lang) == ({value} if value else set())


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("A high-level dialogue on international migration and development was called for May.", "en", "HLD"),
        ("Se convocó un diálogo de alto nivel sobre las migraciones internacionales y el desarrollo.", "es", "HLD"),
        ("On prépare le dialogue de haut niveau de l'ONU sur les migrations et le développement.", "fr", "HLD"),
        ("Il rentre du congrès afro-européen sur les migrations et le développement.", "fr", "RABAT"),
        ("Volvió de la conferencia ministerial euro-africana.", "es", "RABAT"),
        ("The ministerial regional conference on migrant smuggling and human trafficking is over.", "en", "BALI"),
        ("They held a regional conference on migration.", "en", ""),
        ("They held a high-level meeting on migration.", "en", ""),
        ("On a tenu un dialogue de haut niveau sur la migration.", "fr", ""),
        ("La conférence ministérielle sur “la migration” a pris fin.", "fr", ""),
    ],
)
def test_a_name_told_in_full_needs_no_capital_and_a_shorter_one_is_a_description(
    reading: Callable[..., Reading], text: str, lang: str, value: str
) -> None:
    forums = {found for _, kind, found in reading(text, lang).mentions if kind == "forum"}
    assert forums == ({value} if value else set())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (NCDP + "The NCDP spoke.", "org:NCDP"),
        ("The Nigerians in Diaspora Commission (NIDCOM) met.", "org:NIDCOM"),
        ('The "Refugee Learning Trust" ("RELT") met.', "org:RELT"),
        ("The Ministry of Home Affairs and Heritage Council (MHAHC) met.", ""),
        ("The Steering Committee of Experts (SCE) met.", ""),
        ("The Council met in the old town (XYZ).", ""),
        ("Economic Council Partners (ECPs) met.", ""),
        ("The Learning Trust (LT) met.", ""),
        ("The Great Council opened its Wide Network (GN) again.", ""),
        ("A Council of Very Many Words That Nobody Can Ever Remember Well (CW) met.", ""),
    ],
)
def test_an_acronym_in_brackets_behind_the_name_of_a_body_is_its_code(
    reading: Callable[..., Reading], text: str, value: str
) -> None:
    assert seen(reading, text) == ({value} if value else set())


def test_an_acronym_behind_a_known_name_stands_for_the_same_thing(reading: Callable[..., Reading]) -> None:
    text = "The Migration Dialogue for West Africa (MEDWA) met. MEDWA ended. The African Union (PRDG) came."
    spans = [(text[span.start : span.end], value) for span, kind, value in reading(text).mentions if kind == "forum"]

    assert spans == [("Migration Dialogue for West Africa", "MIDWA"), ("MEDWA", "MIDWA"), ("MEDWA", "MIDWA")]
    assert seen(reading, text) == {"MIDWA", "org:AU"}


def test_an_acronym_that_another_forum_spells_is_that_of_the_other(reading: Callable[..., Reading]) -> None:
    text = (
        "The SCM met in Lima. Delegates came to the South American Conference on Migration; Panama, which presides over "
        "the Regional Conference on Migration (SCM), came too."
    )
    spans = [(text[s.start : s.end], value) for s, kind, value in reading(text).mentions if kind == "forum"]

    assert [value for name, value in spans if name == "SCM"] == ["SACM", "SACM"]


@pytest.mark.parametrize(
    ("text", "forums"),
    [
        ("The talks ended. MTM/ABC/DEFG", set()),
        ("The MTM met with IOM/UNHCR in Lima.", {"MTM", "org:IOM", "org:UNHCR"}),
        ("The MTM met with IOM/UNHCR/ILO in Lima.", {"MTM", "org:IOM", "org:UNHCR", "org:ILO"}),
    ],
)
def test_initials_that_sign_a_report_are_no_forum(reading: Callable[..., Reading], text: str, forums: set[str]) -> None:
    assert seen(reading, text) == forums


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La Commission centraméricaine des responsables de la mobilité (OCAM en espagnol) a ouvert."),
        ("es", "La Comisión de Encargados de Movilidad del Istmo (OCAM, por sus siglas) abrió."),
        ("en", "Yesterday the Isthmian Mobility Commission of Officers (OCAM) opened."),
    ],
)
def test_an_unknown_name_before_a_known_acronym_is_that_of_the_forum(
    reading: Callable[..., Reading], lang: str, text: str
) -> None:
    name = text[text.index("Commission" if lang == "fr" else "Comisión" if lang == "es" else "Isthmian") :].split(" (")[
        0
    ]
    again = f"{text} {name} closed."
    spans = [again[s.start : s.end] for s, kind, value in reading(again, lang).mentions if value == "OCAM"]

    assert spans == [name, "OCAM", name]


@pytest.mark.parametrize(
    "text",
    ["The Isthmian Commission (OCAM) opened.", "The African Union Commission of Mobility Officers (OCAM) opened."],
)
def test_a_short_name_or_one_with_a_known_name_in_it_is_not_made_known(
    reading: Callable[..., Reading], text: str
) -> None:
    assert [text[s.start : s.end] for s, _, value in reading(text).mentions if value == "OCAM"] == ["OCAM"]


def test_a_known_name_that_holds_an_introduced_one_goes_before_it(reading: Callable[..., Reading]) -> None:
    text = (
        "The Global Organisation Trust of Helpers (GOTH) met. The Ibero-American Network of Migration Authorities came."
    )

    assert seen(reading, text) == {"org:GOTH", "RIAM"}


def test_what_one_page_introduces_is_unknown_on_the_next(reading: Callable[..., Reading]) -> None:
    assert seen(reading, NCDP) == {"org:NCDP"}
    assert seen(reading, "The NCDP spoke.") == set()


def test_the_same_text_gives_the_same_mentions_twice(lexicon: Lexicon, reading: Callable[..., Reading]) -> None:
    article = Article(id="test", lang="en", published=None, text=NCDP, sha256="")

    assert "en" in lexicon.languages
    assert reading(article.text).mentions == reading(NCDP).mentions


@pytest.mark.parametrize(
    ("text", "lang", "known"),
    [
        ("La Conferencia euro – africana terminó.", "es", {("forum", "RABAT")}),
        ("The Euro - African Process met.", "en", {("forum", "RABAT")}),
        ("A delegate of Guinea - Bissau spoke.", "en", {("state", "GW")}),
        ("Le Timor- Leste et le Sri Lanka y étaient.", "fr", {("state", "TL"), ("state", "LK")}),
        ("Geneva – IOM is content.", "en", {("city", "Geneva"), ("org", "org:IOM")}),
        ("Officials came from Sri - Lanka.", "en", set()),
    ],
)
def test_a_hyphen_may_be_set_apart_where_a_name_has_one(
    reading: Callable[..., Reading], text: str, lang: str, known: set[tuple[str, str]]
) -> None:
    assert {(kind, value) for _, kind, value in reading(text, lang).mentions} == known


def test_the_end_of_a_name_is_that_of_the_forum_named_before_it(reading: Callable[..., Reading]) -> None:
    text = "La RIAM nació en el Segundo Coloquio de Autoridades Migratorias."

    assert seen(reading, text, "es") == {"RIAM"}


def test_bodies_that_come_to_meetings_on_migration(reading: Callable[..., Reading]) -> None:
    english = (
        "Envoys of UNCCD, the International Maritime Organization, LAS and the International Detention Coalition came."
    )
    french = "Des délégués du CNULCD et de la Confédération générale des syndicats étaient là."
    spanish = "Acudieron la LEA y el Centro de Ayuda y Asistencia Humanitaria Rey Salman."

    assert seen(reading, english) == {"org:UNCCD", "org:IMO", "org:LAS", "org:IDC"}
    assert seen(reading, french, "fr") == {"org:UNCCD", "org:GCTU"}
    assert seen(reading, spanish, "es") == {"org:LAS", "org:KSRELIEF"}
