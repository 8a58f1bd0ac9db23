"""One-off meetings: how they are named, and what belongs to them rather than to a forum that the page names too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("lang", "text", "claim"),
    [
        (
            "es",
            "El “Foro de Alto Nivel sobre Migrantes en Tránsito” se celebró en Lima el 3 de mayo de 2017.",
            "event:forum-high-level-migrants-lima-2017 heldIn Lima",
        ),
        (
            "fr",
            "La « Conférence internationale sur les migrants en transit » s'est tenue à Tunis le 3 mai 2017.",
            "event:conference-international-migrants-tunis-2017 heldIn Tunis",
        ),
        (
            "en",
            'The "International Conference on Migrants in Transit" was held in Tunis on 3 May 2017.',
            "event:international-conference-migrants-tunis-2017 heldIn Tunis",
        ),
    ],
)
def test_quotation_marks_do_not_hide_the_name_of_a_meeting(
    claims: Callable[..., set[str]], lang: str, text: str, claim: str
) -> None:
    assert claim in claims(text, lang)


def test_what_stands_in_quotation_marks_behind_a_meeting_is_its_theme(claims: Callable[..., set[str]]) -> None:
    text = (
        "La XV Conferencia Sudamericana sobre Migraciones se celebró en Santiago bajo el lema "
        "“Conferencia de pueblos y migración segura”."
    )

    assert "edition:SACM/15 hasTheme Conferencia de pueblos y migración segura" in claims(text, "es")


_EVENT = "El Foro de Alto Nivel sobre Migrantes en Tránsito se celebró en Lima el 3 de mayo de 2017. "
_FILLING = "Hubo debate. Hubo café. Hubo música. Hubo prisa. Hubo paz. "
_ALSO = "Colaboró también la Conferencia Regional sobre Migración (CRM). "


@pytest.mark.parametrize(
    ("text", "forum"),
    [(_EVENT + _FILLING + _ALSO, False), (_EVENT + _ALSO + _FILLING, True)],
    ids=["named far below", "named at once"],
)
def test_a_forum_named_far_below_an_event_does_not_own_it(
    claims: Callable[..., set[str]], text: str, forum: bool
) -> None:
    found = claims(text + "La cuarta reunión ministerial se celebrará en Quito.", "es")

    assert "event:forum-high-level-migrants-lima-2017 heldIn Lima" in found
    assert ("edition:RCM/4 heldIn Quito" in found) is forum


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        (
            "fr",
            "Les migrations au menu d'une conférence à Tunis",
            "L'Italie et la Libye ont envoyé des ministres. La conférence s'est tenue à Tunis le 3 mai 2017.",
        ),
        (
            "es",
            "La migración, en el menú de una conferencia en Lima",
            "Chile y Bolivia enviaron ministros. La conferencia se celebró en Lima el 3 de mayo de 2017.",
        ),
        (
            "en",
            "Migration on the menu of a conference in Tunis",
            "Italy and Libya sent ministers. The conference was held in Tunis on 3 May 2017.",
        ),
    ],
)
def test_a_title_on_migration_makes_a_nameless_conference_one_of_its_own(
    claims: Callable[..., set[str]], lang: str, title: str, text: str
) -> None:
    city = "Lima" if lang == "es" else "Tunis"
    key = f"event:conference-migration-{city.lower()}-2017 heldIn {city}"

    assert key in claims(f"{title}\n\n{text}", lang)
    assert key not in claims(f"{title}\n\n{text[text.index('.') + 1 :]}", lang)


def test_a_conference_on_anything_else_is_none(claims: Callable[..., set[str]]) -> None:
    title, text = (
        "Fish on the menu of a conference in Tunis",
        "Italy and Libya sent ministers. The conference was long.",
    )

    assert not claims(f"{title}\n\n{text}", "en")


@pytest.mark.parametrize(
    ("lang", "text", "key"),
    [
        (
            "es",
            "Como presidenta de la RIAM, Chile organiza el encuentro “Migración y tecnología”. El encuentro se celebrará en Lima.",
            "edition:RIAM/x",
        ),
        (
            "en",
            'The RCM organised the workshop "Migration and labour". The workshop was held in Lima.',
            "meeting:RCM/workshop/x",
        ),
        (
            "fr",
            "Chile organise la réunion « Migration et technologie ». La réunion se tiendra à Lima.",
            "event:meeting-migration-lima",
        ),
    ],
)
def test_a_meeting_with_a_title_is_that_of_the_forum_named_before_it(
    claims: Callable[..., set[str]], lang: str, text: str, key: str
) -> None:
    assert f"{key} heldIn Lima" in claims(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "fr",
            "Sommet international sur les migrants : la région se prépare\n\nLa semaine dernière, en vue du Sommet, s'est "
            "réuni le Processus de Rabat. La réunion s'est tenue à Dakar.",
        ),
        (
            "es",
            "Cumbre internacional sobre migrantes: la región se prepara\n\nLa semana pasada, antes de la Cumbre, se "
            "reunió el Proceso de Rabat. La reunión se celebró en Dakar.",
        ),
    ],
)
def test_a_forum_that_is_said_to_have_met_is_what_the_text_goes_on_with(
    claims: Callable[..., set[str]], lang: str, text: str
) -> None:
    assert "edition:RABAT/x heldIn Dakar" in claims(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le Processus de Rabat prépare ce rendez-vous de premier plan, qui s'est tenu à Dakar."),
        ("es", "El Proceso de Rabat prepara esta cita de primer orden, que se celebró en Dakar."),
    ],
)
def test_of_the_first_rank_is_no_number(claims: Callable[..., set[str]], lang: str, text: str) -> None:
    assert not any("/1 " in c for c in claims(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "es",
            "El Foro de Migración y Desarrollo reunirá a cien países\n\nQuito será la sede de la XII Cumbre del Foro "
            "Mundial sobre Migración y Desarrollo del 22 al 24 de enero de 2020.",
        ),
        (
            "fr",
            "Le Forum sur la migration et le développement réunira cent pays\n\nQuito accueillera le 12ème Forum "
            "mondial sur la migration et le développement du 22 au 24 janvier 2020.",
        ),
    ],
)
def test_a_title_may_cut_the_name_of_the_forum_short(claims: Callable[..., set[str]], lang: str, text: str) -> None:
    found = claims(text, lang)
    assert "edition:GFMD/12 heldIn Quito" in found
    assert not {c for c in found if c.startswith("event:")}


def test_a_name_with_a_word_of_its_own_is_no_short_form(claims: Callable[..., set[str]]) -> None:
    text = (
        "The Conference on Migration and Trafficking was held in Tunis on 3 May 2017. The Global Forum on Migration "
        "and Development was mentioned there."
    )
    assert any(c.startswith("event:conference") and c.endswith("heldIn Tunis") for c in claims(text, "en"))


@pytest.mark.parametrize(
    ("lang", "text", "claim"),
    [
        (
            "es",
            "Honduras abre la primera reunión sobre migración de la Caricom\n\nDelegados de Honduras, Chile y México "
            "asisten al encuentro, que se celebra en Comayagua.",
            "event:meeting-migration-comayagua heldIn Comayagua",
        ),
        (
            "fr",
            "Premier forum sur la mobilité de la main d'oeuvre : le Kenya y était\n\nLe Kenya, l'Ouganda et l'IGAD ont "
            "participé à la réunion, qui s'est tenue à Nairobi.",
            "event:forum-mobility-nairobi heldIn Nairobi",
        ),
    ],
)
def test_a_page_without_a_forum_may_be_about_a_meeting_on_migration(
    claims: Callable[..., set[str]], lang: str, text: str, claim: str
) -> None:
    assert claim in claims(text, lang)


def test_a_meeting_on_something_else_is_none(claims: Callable[..., set[str]]) -> None:
    text = "Honduras opens a meeting on coffee\n\nChile and Mexico attend the meeting, which takes place in Comayagua."
    assert not claims(text, "en")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "EU interior ministers met in Brussels on 14 March 2016 to discuss migration. Italy, Greece, Malta and Spain "
            "asked for more help.",
        ),
        ("en", "The interior ministers of Italy and Libya met in Rome on 14 March 2016 to discuss migration."),
        ("en", "Aid workers met in Geneva on 3 May 2014 to discuss migration from Syria, Iraq, Iran and Eritrea."),
        (
            "en",
            "Migrants from Mali, Niger, Chad and Sudan are in Libya. Officials from Tripoli met them on 4 May 2017.",
        ),
        (
            "es",
            "La ministra se reunió en Lima el 3 de mayo de 2019 con migrantes de Venezuela, Colombia, Haití y Cuba.",
        ),
        (
            "fr",
            "Les ministres de l'Union européenne se sont réunis à Luxembourg le 20 avril 2015 au sujet des migrants. La "
            "Grèce, l'Italie, Malte et l'Espagne demandent de l'aide.",
        ),
        (
            "en",
            "Police chiefs of Spain, France, Portugal and Morocco met in Malaga on 5 June 2018 to discuss violence.",
        ),
    ],
)
def test_those_of_a_body_of_two_states_or_of_none_hold_no_conference(
    claims: Callable[..., set[str]], lang: str, text: str
) -> None:
    assert not {claim for claim in claims(text, lang) if claim.startswith("event:")}


@pytest.mark.parametrize(
    ("lang", "text", "subject"),
    [
        (
            "es",
            "El traspaso de la presidencia del Proceso de Rabat se hizo en Cádiz en una ceremonia con motivo de la sexta "
            "Conferencia Ministerial del Proceso de Rabat, el 14 de diciembre de 2022.",
            "edition:RABAT/6",
        ),
        (
            "en",
            "France handed over the chair at a ceremony that closed the fourteenth summit of the Global Forum on Migration "
            "and Development in Geneva on 25 January 2024.",
            "edition:GFMD/14",
        ),
    ],
)
def test_a_ceremony_at_a_meeting_is_a_part_of_it(
    claims: Callable[..., set[str]], lang: str, text: str, subject: str
) -> None:
    read = claims(text, lang)
    assert any(claim.startswith(f"{subject} heldIn ") for claim in read)
    assert not {claim for claim in read if claim.startswith("event:")}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "The Bali Process deals with smuggling. The second meeting of the Process of Dialogue took place in Lima.",
        ),
        (
            "es",
            "El Proceso de Quito reúne a once países. La novena reunión del Proceso de Paz se celebró en Oslo en 2023.",
        ),
        ("fr", "Le Processus de Rabat a vingt ans. La deuxième réunion du Processus de Barcelone s'est tenue à Malte."),
    ],
)
def test_a_meeting_of_another_process_is_none_of_the_forum(
    claims: Callable[..., set[str]], lang: str, text: str
) -> None:
    assert not {claim for claim in claims(text, lang) if " heldIn " in claim}
