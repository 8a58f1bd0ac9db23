"""Lists of states and bodies, the lines they stand in, and what a page has beside its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.makers import parts

from migkg.extract.layout import lines
from migkg.extract.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Lexicon

Parties = list[list[str]]


def _parties(lexicon: Lexicon, text: str, lang: str = "en") -> Parties:
    """The members of each list of a text, from left to right."""
    items = [i for p in parts(lexicon, lang, text) for _, i in sorted(p.masked.items.items())]
    return [[m.value for m in i.members] for i in items if i.kind in {"parties", "list"}]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "Delegates came from Chile, Peru and Ecuador.", [["CL", "PE", "EC"]]),
        ("en", "IOM, the UN agency for migration, gave help.", [["org:IOM"], ["org:UN"]]),
        ("en", "Thanks went to the outgoing chair, Chile, the Netherlands said.", [["CL"], ["NL"]]),
        ("en", "Supported by IOM and Switzerland, the Migration Dialogue for West Africa met.", [["org:IOM", "CH"]]),
        ("en", "The five (Chile, Peru) were there.", [["CL", "PE"]]),
        ("en", "Chile, Peru and others were there.", [["CL", "PE"]]),
        ("en", "Chile, Peru, Freedonia and Ecuador were there.", [["CL", "PE", "EC"]]),
        ("en", "Chile (observer), Peru [1], Ecuador* and Brazil were there.", [["CL", "PE", "EC", "BR"]]),
        ("en", "Delegations from Chile, both Sudans, Peru and Ecuador.", [["CL", "PE", "EC"]]),
        ("en", "Member states: Chile | Peru | Ecuador", [["CL", "PE", "EC"]]),
        ("en", "Members\nChile – Ministry of Labour\nPeru – Home Office\nEcuador – Ministry of Work\n", [["CL", "PE", "EC"]]),
        ("en", "The states were:\nChile\nPeru\nFreedonia\nEcuador\n", [["CL", "PE", "EC"]]),
        ("en", "Australia; Chile; Peru; Ecuador took part.", [["AU", "CL", "PE", "EC"]]),
        ("en", "Members\n\nAustralia Chile\nPeru Ecuador\n\nThe end came soon.", [["AU", "CL", "PE", "EC"]]),
        ("fr", "Parmi les partenaires : l'OIM, l'Union européenne, le Bureau International de Travail (BIT) et le Chili.", [["org:IOM", "org:EU", "org:ILO", "CL"]]),
        ("fr", "Les pays du 5+5, Algérie, Maroc, Tunisie et Libye, débattaient.", [["DZ", "MA", "TN", "LY"]]),
        ("es", "Con Chile, la Comunidad de Desarrollo del África Meridional (SADC por sus siglas en inglés), Perú y la OIM.", [["CL", "org:SADC", "PE", "org:IOM"]]),
    ],
)  # fmt: skip
def test_members_of_lists(lexicon: Lexicon, lang: str, text: str, wanted: Parties) -> None:
    assert _parties(lexicon, text, lang) == wanted


def test_a_pair_in_a_heading_needs_no_word_between(lexicon: Lexicon) -> None:
    assert _parties(lexicon, "Chile, Peru sign pact\n\nThey met for the first time in years.") == [["CL", "PE"]]


def test_a_column_of_names_is_one_list(lexicon: Lexicon) -> None:
    rows = [
        "Albania Armenia",
        "Austria",
        "Belarus Belgium",
        "Malta Republic of",
        "Moldova Montenegro",
        "Ukraine United",
    ]
    page = "States of the process\n\n" + "\n\n".join([*rows, "Kingdom"]) + "\n\nThe process met in Lima last year.\n"
    found = _parties(lexicon, page)
    assert found == [["AL", "AM", "AT", "BY", "BE", "MT", "MD", "ME", "UA", "GB"]]


@pytest.mark.parametrize("mark", ["-", "•", "1.", "▪", "–", "🇨🇱"])
def test_entries_behind_a_colon_are_one_sentence(lexicon: Lexicon, mark: str) -> None:
    page = f"The states were:\n{mark} Chile\n{mark} Peru\n{mark} Ecuador\n"
    found = sentences(page, lexicon.languages["en"].layout)
    assert [s.text for s in found] == ["The states were: Chile, Peru, Ecuador"]


def test_long_entries_that_end_in_semicolons_are_one_sentence(lexicon: Lexicon) -> None:
    text = (
        "The Third South American Conference on Migration was opened by:\n"
        "- Mr Juan Soto Vega, Minister of Labour and of Social Promotion of Peru, for the host;\n"
        "- Ms Ana Torres Paz, Vice Minister of Foreign Affairs of Chile, for the presidency; and\n"
        "- Mr John Smith, Director General of the International Organization for Migration, for the organizers of it.\n"
        "- They all thanked the ministers who had made the long way to Lima and those who stayed at home.\n"
    )
    found = sentences(text, lexicon.languages["en"].layout)
    assert [len(s.text) > 200 for s in found] == [True, False]
    assert "presidency; and Mr John Smith" in found[0].text


def test_a_number_before_a_heading_is_no_sentence(lexicon: Lexicon) -> None:
    found = sentences("1. Opening of the meeting was done by Ms. Soto. It was short.", lexicon.languages["en"].layout)
    assert [s.text for s in found] == ["1. Opening of the meeting was done by Ms. Soto.", "It was short."]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("date 2023-02-12 The ministers met.\n", ["stamp", "text"]),
        ("date 2023-02 The ministers met.\n", ["menu", "text"]),
        ("The date 2023-02-12 was set.\n", ["text"]),
        ("Read also: Ministers met in Lima\nThe ministers met.\n", ["menu", "text"]),
        ("The ministers met in Lima to talk about it all.\nRelated news\nA ship sank\n", ["text", "menu", "menu"]),
        ("More news\nThe ministers met in Lima to talk about it all.\n", ["text", "text"]),
    ],
)
def test_what_is_no_text(lexicon: Lexicon, page: str, wanted: list[str]) -> None:
    assert [line.kind for line in lines(page, lexicon.languages["en"].layout)] == wanted


def test_a_stamp_gives_the_year(claims: Callable[..., set[str]]) -> None:
    text = "date 2010-10-25 The Third South American Conference on Migration will be held from 8 to 12 November."
    assert "edition:SACM/3 startDate 2010-11-08" in claims(text)


AGENDA = (
    "The Prague Process met in Lima. It was a long day.\n\nAgenda\n\nOpening remarks\n\n"
    "• Mr John Smith, Director General of IOM\n\nModerator: Ms Ana Soto\n\nSpeakers:\n\n"
    "• Ms Ana Torres, Minister of Labour and Social Security of Chile\n\n• Mr Juan Soto Vega, Minister of Labour and Employment of Peru\n\n"
    "They all went home in the evening.\n\nEnd of the page\n"
)


def test_entries_know_the_heading_they_stand_under(lexicon: Lexicon) -> None:
    headings = {p.sentence.text: p.masked.heading for p in parts(lexicon, "en", AGENDA)}
    assert headings["It was a long day."] == ""
    assert headings["Opening remarks"] == "agenda"
    assert headings["• Mr John Smith, Director General of IOM"] == "opening remarks"
    assert headings["• Mr Juan Soto Vega, Minister of Labour and Employment of Peru"] == "speakers:"
    assert headings["They all went home in the evening."] == ""


def test_a_line_of_names_is_no_heading(lexicon: Lexicon) -> None:
    text = "Co-chairs\n\nMr John Smith\n\nMs Ana Torres, Minister of Labour of Chile\n\nThey met in Lima. It rained.\n"
    headings = [p.masked.heading for p in parts(lexicon, "en", text)]
    assert headings == ["", "co-chairs", "co-chairs", "", ""]


@pytest.mark.parametrize(
    "text",
    [
        "The Migration Dialogue for Southern Africa is a process.\n\nPast chairs:\n\n- Malawi (2022)\n- Namibia (2019)\n- Zambia (2018)",
        "The Colombo Process has grown. Nepal (2003), India (2003) and Cambodia (2016) joined it.",
        "El Proceso de Quito crece. Se adhirieron Chile (2018), Perú (2018) y México (2019).",
    ],
)
def test_states_with_years_that_presided_or_joined_held_no_meeting(claims: Callable[..., set[str]], text: str) -> None:
    lang = "es" if "Proceso" in text else "en"
    assert not any(" heldInCountry " in line for line in claims(text, lang))


@pytest.mark.parametrize(
    ("listed", "chairs"),
    [
        ("Chile, Ecuador, Perú, Bolivia y Uruguay", {"UY"}),
        ("Chile, Ecuador y Perú", {"CL", "EC", "PE"}),
    ],
)
def test_of_many_states_the_last_presides(claims: Callable[..., set[str]], listed: str, chairs: set[str]) -> None:
    text = (
        f"La Segunda Conferencia Suramericana sobre Migraciones se reunió en Lima. Asistieron {listed}, que presidió."
    )
    said = "edition:SACM/2 hasChair "
    assert {c.removeprefix(said) for c in claims(text, "es") if c.startswith(said)} == chairs


@pytest.mark.parametrize(
    "text",
    [
        "History of the Regional Conference on Migration\n\n1996: Puebla, Mexico\n1997: Panama City, Panama\n1998: Ottawa, Canada",
        "The Regional Conference on Migration met thrice: 1996 – Puebla, 1997 – Panama City, 1998 – Ottawa.",
    ],
)
def test_a_list_may_begin_each_edition_with_its_year(claims: Callable[..., set[str]], text: str) -> None:
    found = claims(text)
    assert {
        "edition:RCM/1996 heldIn Puebla",
        "edition:RCM/1997 heldIn Panama City",
        "edition:RCM/1998 heldIn Ottawa",
    } <= found
    assert "edition:RCM/1998 heldIn Panama City" not in found


def test_a_number_before_a_host_or_a_place_is_that_of_the_edition(claims: Callable[..., set[str]]) -> None:
    text = (
        "The fourth Colombo Process Ministerial Consultation was hosted by Bangladesh in Dhaka in April 2011, the fifth by "
        "Sri Lanka in Colombo in August 2016 and the sixth by Afghanistan in Kathmandu in November 2018."
    )
    found = claims(text)
    assert {"edition:COLOMBO/5 heldIn Colombo", "edition:COLOMBO/6 heldIn Kathmandu"} <= found
    assert not any(claim.startswith("edition:COLOMBO/20") for claim in found)
