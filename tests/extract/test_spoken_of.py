"""What a text speaks of beyond single rules: names cut in two, forums told of as meetings, what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "name",
    [
        "Dialogue sur la migration (MIDSA) pour l'Afrique australe",
        "Dialogue sur « la migration pour l'Afrique australe »",
        "Dialogue sur la migration pour l'Afrique australe (MIDSA)",
    ],
)
def test_a_bracket_or_a_quotation_mark_does_not_cut_a_name(claims: Callable[..., set[str]], name: str) -> None:
    found = claims(f"La quatrième réunion du {name} s'est tenue à Lusaka.", "fr")
    assert "edition:MIDSA/4 heldIn Lusaka" in found


def test_a_forum_told_to_have_met_is_spoken_of_further(claims: Callable[..., set[str]]) -> None:
    text = "Le Sommet de La Valette sur la migration a réuni à La Valette, le 11 novembre 2015, des ministres. Malte le présidait."
    assert "edition:VALLETTA/2015 hasChair MT" in claims(text, "fr")


def test_two_forums_in_a_sentence_are_not_spoken_of_as_one(claims: Callable[..., set[str]]) -> None:
    text = (
        "Le Forum mondial sur la migration et le développement s'est réuni à Lima après la Conférence "
        "sud-américaine sur les migrations. Malte le présidait."
    )
    assert not {c for c in claims(text, "fr") if c.startswith("edition:") and c.endswith("hasChair MT")}


def test_the_number_of_an_earlier_meeting_is_counted(claims: Callable[..., set[str]]) -> None:
    text = (
        "La quinzième Conférence sud-américaine sur les migrations s'ouvre à Santiago. "
        "La réunion précédente s'était tenue à Lima en septembre 2014."
    )
    assert {"edition:SACM/14 ordinal 14", "edition:SACM/14 heldIn Lima"} <= claims(text, "fr")


def test_the_first_meeting_looked_back_on_began_the_forum(claims: Callable[..., set[str]]) -> None:
    text = (
        "La neuvième Conférence sud-américaine sur les migrations s'ouvre à Quito. "
        "La première conférence avait eu lieu à Buenos Aires en mai 2000."
    )
    assert "forum:SACM established 2000" in claims(text, "fr")
    stated = text + " La Conférence sud-américaine sur les migrations a été créée en 1999."
    assert {c for c in claims(stated, "fr") if "established" in c} == {"forum:SACM established 1999"}


def test_an_acronym_after_the_title_belongs_to_the_person(claims: Callable[..., set[str]]) -> None:
    text = (
        "Juan Soto Vega, Directeur général de l'Organisation internationale pour les migrations (OIM), participera à la "
        "neuvième Conférence sud-américaine sur les migrations."
    )
    assert "edition:SACM/9 hasAttendee person:Juan Soto Vega" in claims(text, "fr")


_NINTH = "la neuvième Conférence sud-américaine sur les migrations"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (f"Juan Soto préside {_NINTH}.", "hasChair person:Juan Soto"),
        (
            f"{_NINTH[0].upper() + _NINTH[1:]}, présidée par Ana Vega et Juan Soto, s'ouvre demain.",
            "hasChair person:Juan Soto",
        ),
        (f"Ana Vega et Juan Soto présidaient {_NINTH}.", "hasChair person:Ana Vega"),
    ],
)
def test_a_name_is_a_persons_by_what_only_persons_do(claims: Callable[..., set[str]], text: str, claim: str) -> None:
    assert f"edition:SACM/9 {claim}" in claims(text, "fr")


def test_a_name_beside_other_verbs_is_no_person(claims: Callable[..., set[str]]) -> None:
    assert not {c for c in claims(f"Terre Nouvelle a salué {_NINTH}, tenue à Lima.", "fr") if "person:" in c}


@pytest.mark.parametrize(
    ("title", "position"),
    [
        ("président de la Commission de l'Union africaine", "président de la Commission @ org:AU"),
        ("président du Conseil européen", "président du Conseil européen @ org:EU"),
        ("Directeur général de l'OIM", "Directeur général @ org:IOM"),
        (
            "Haut-Commissaire des Nations Unies pour les réfugiés",
            "Haut-Commissaire des Nations Unies pour les réfugiés @ org:UNHCR",
        ),
    ],
)
def test_an_organ_belongs_to_the_title_and_its_body_holds_the_post(
    claims: Callable[..., set[str]], title: str, position: str
) -> None:
    assert f"person:Juan Soto hasPosition {position}" in claims(f"Juan Soto, {title}, a ouvert {_NINTH}.", "fr")


def test_declaration_and_plan_share_their_place(claims: Callable[..., set[str]]) -> None:
    found = claims(f"{_NINTH[0].upper() + _NINTH[1:]} a adopté la Déclaration et le Plan d'action de Lima.", "fr")
    assert {"edition:SACM/9 adopted Plan d'action de Lima", "edition:SACM/9 adopted Déclaration de Lima"} <= found


def test_a_list_of_participating_states_without_a_meeting_is_that_of_the_members(
    claims: Callable[..., set[str]],
) -> None:
    listed = "The participating states are Norway, Poland, Greece and Ireland."
    assert "forum:IGC hasMember PL" in claims(f"The IGC is an informal forum on asylum. {listed}", "en")
    few = claims("Norway and Poland are participating in the IGC.", "en")
    assert not {c for c in few if "hasMember" in c}


@pytest.mark.parametrize(
    "text",
    [
        "The Fourth Bali Process Ministerial Conference on People Smuggling, Trafficking in Persons and Related "
        "Transnational Crime in Bali on 29 March 2011 was a success.",
        "The Fourth Conference on People Smuggling: the Bali Process, held in Bali on 29 March 2011, was a success.",
    ],
)
def test_the_rest_of_a_name_does_not_part_a_meeting_from_its_day(claims: Callable[..., set[str]], text: str) -> None:
    text = text.replace("Conference on People Smuggling:", "Bali Conference on People Smuggling:")
    assert {"edition:BALI/4 startDate 2011-03-29", "edition:BALI/4 heldIn Bali"} <= claims(text, "en")


def test_a_bare_number_is_that_of_the_lesser_meeting_spoken_of(claims: Callable[..., set[str]]) -> None:
    text = (
        "The Third Senior Officials' Meeting of the Almaty Process will be held in Astana. "
        "Representatives of Pakistan, Tajikistan and Turkmenistan will speak during the third meeting."
    )
    found = claims(text, "en")
    assert "meeting:ALMATY/senior-officials/3 hasParticipant TJ" in found
    assert not any(c.startswith("edition:") for c in found)


def test_entries_below_a_heading_are_a_list(claims: Callable[..., set[str]]) -> None:
    text = (
        "Established: 2000\n\nThe Migration Dialogue for Southern Africa (MIDSA) joins the countries of the region.\n\n"
        "  • Current Chair: Angola\n  • Past Chair: Malawi (2022), Mozambique (2021), Namibia (2019)\n\n"
        "Member States  (4 States)\n\n  • Angola\n  • Botswana\n  • Lesotho\n  • Zambia\n"
    )
    found = claims(text, "en")
    assert {"forum:MIDSA hasMember BW", "forum:MIDSA hasMember ZM", "forum:MIDSA hasChair AO"} <= found
    assert not any(c.startswith("edition:") for c in found)


def test_a_page_with_wide_spacing_is_read_as_one_without(claims: Callable[..., set[str]]) -> None:
    rows = (
        "The Third South American Conference on Migration was",
        "held in the city of",
        "Lima on 4 May 2011, and it brought together the",
        "representatives of Chile, Peru,",
        "and Uruguay, who spoke of",
        "the rights of migrants.",
    )
    found = claims("\n\n".join(rows), "en")
    assert {
        "edition:SACM/3 heldIn Lima",
        "edition:SACM/3 startDate 2011-05-04",
        "edition:SACM/3 hasParticipant UY",
    } <= found
