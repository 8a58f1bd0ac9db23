"""Forms that the press has and forums have not: what is read of them, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg.extract.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable

NOT_READ = [
    (
        "a council of ministers is no meeting of the forum",
        "fr",
        "Le MIDSA se réunira à Kinshasa. L'annonce a été faite le 8 septembre 2023 lors de la 112e réunion du conseil des "
        "ministres.",
        "MIDSA/112",
    ),
    (
        "nor are heads of state",
        "en",
        "The MIDSA will meet in Kinshasa. The 43rd Summit of Heads of State was held in Luanda on 17 August 2023.",
        "MIDSA/43",
    ),
    (
        "workshops in general are no meeting",
        "fr",
        "Le Processus de Khartoum prévoit une série de conventions et d'ateliers. Ana Diop a pris la parole.",
        "workshop",
    ),
    (
        "a dialogue in general is no meeting",
        "fr",
        "Selon M. Maes, ce Processus de Rabat repose sur un dialogue sur les migrations. Il a regretté que le pays, hostile à "
        "tout dialogue sur les questions de migrations, ait refusé la Déclaration de Marrakech, adoptée mercredi.",
        "event:",
    ),
    (
        "the second of a year is not the second of all",
        "fr",
        "Le Dialogue international sur la migration se réunit à Genève les 18 et 19 juillet 2017. Cette réunion, deuxième "
        "dialogue de ce type cette année, est organisée par l'OIM.",
        "IDM/2 ",
    ),
    (
        "the same in English",
        "en",
        "The International Dialogue on Migration meets in Geneva on 18 July 2017. The second meeting this year is held by "
        "the IOM.",
        "IDM/2 ",
    ),
    (
        "the place and date of a dateline with a full stop",
        "fr",
        "Le MIDWA s'est réuni à Lomé.\n\nAbuja, le 1er août 2017. La réunion du MIDWA a salué la CEDEAO.",
        "heldIn Abuja",
    ),
    (
        "the country of the host where the city is elsewhere",
        "fr",
        "Le 14e Sommet du FMMD se tient à Genève du 23 au 25 janvier 2024. La France organise le 14e Sommet du FMMD.",
        "heldInCountry FR",
    ),
    (
        "who only observes is no member",
        "fr",
        "Les pays du Processus de Rabat (Algérie (observateur), Bénin, Gabon, Ghana, Libye (observateur), Mali et Togo) se "
        "réunissent demain.",
        "hasMember DZ",
    ),
    (
        "who receives the chairmanship receives no meeting",
        "fr",
        "L'Équateur reçoit le relais pour la présidence du FMMD à l'issue du 11e Sommet du FMMD.",
        "hasHost EC",
    ),
    (
        "the same in English",
        "en",
        "Sweden received the chairmanship of the GFMD at the end of the sixth GFMD Summit.",
        "hasHost SE",
    ),
    (
        "a national meeting is none of the forum",
        "fr",
        "Le Burkina Faso préside le Processus de Rabat. Une réunion de concertation nationale se tiendra à Ouagadougou le 27 "
        "septembre 2018.",
        "heldIn Ouagadougou",
    ),
    (
        "what follows a name and another office is another person",
        "fr",
        "Le commissaire européen Dimitris Papadakis et le ministre de l'Intérieur de l'Estonie ont pris part à la 5e "
        "conférence du Processus de Rabat.",
        "@ EE",
    ),
    (
        "states of a body are not the body",
        "en",
        "Ministers of the EU Member States and Norway attended the fifth conference of the Rabat Process.",
        "hasParticipant org:EU",
    ),
    (
        "who founded the forum does not host its meetings",
        "fr",
        "Créé en 2000 à l'initiative de l'OIM, le MIDSA a tenu sa réunion ministérielle à Maputo en juillet 2015.",
        "hasHost org:IOM",
    ),
]
READ = [
    (
        "a name with its article",
        "fr",
        "Le ministre marocain de l'Emploi, El Mehdi Alaoui, a pris part à la 8e réunion du Dialogue 5+5 sur la migration.",
        "edition:5+5/8 hasAttendee person:El Mehdi Alaoui",
    ),
    (
        "a form of address without a space",
        "fr",
        "Le ministre algérien, M.Kamel Haddad, a pris part à la 8e réunion du Dialogue 5+5 sur la migration.",
        "edition:5+5/8 hasAttendee person:Kamel Haddad",
    ),
    (
        "an initial for a name told in full",
        "fr",
        "La ministre malienne Awa Diarra participe à la 5e conférence du Processus de Rabat à Marrakech. « Il faut agir », a "
        "affirmé A. Diarra à l'ouverture de la conférence.",
        "edition:RABAT/5 hasSpeaker person:Awa Diarra",
    ),
    (
        "a city amid the name",
        "fr",
        "La réunion de Lomé du MIDWA a adopté la Déclaration de Lomé.",
        "edition:MIDWA/x heldIn Lomé",
    ),
    (
        "a city that is a state, in a list",
        "fr",
        "Le PAFOM s'est réuni à Lusaka (Zambie) en 2016, à Kampala (Ouganda) en 2017 et à Djibouti en 2018.",
        "edition:PAFOM/2018 heldIn Djibouti",
    ),
    (
        "quotation marks that open twice",
        "fr",
        "Le 6e Forum panafricain sur les migrations, qui a pour thème cette année “Gouverner la mobilité en Afrique“, "
        "s'est ouvert à Dakar.",
        "edition:PAFOM/6 hasTheme Gouverner la mobilité en Afrique",
    ),
    (
        "the chairmanship of a state is no ministry",
        "fr",
        "La 5e conférence du Processus de Rabat s'est tenue à Marrakech sous la présidence du Maroc.",
        "edition:RABAT/5 hasChair MA",
    ),
    (
        "the same in Spanish",
        "es",
        "La IX Conferencia Sudamericana sobre Migraciones se realizó en Quito bajo la presidencia del Ecuador.",
        "edition:SACM/9 hasChair EC",
    ),
    (
        "a counterpart presides as well",
        "fr",
        "La rencontre, co-présidée par le ministre algérien, Kamel Haddad, et son homologue français, Luc Morel, réunit les "
        "ministres du Dialogue 5+5 sur la migration à Alger.",
        "edition:5+5/x hasChair person:Luc Morel",
    ),
    (
        "the same in English",
        "en",
        "The fifth conference of the Rabat Process was co-chaired by the Moroccan minister, Nasser Alami, and his Belgian "
        "counterpart, Luc Maes.",
        "edition:RABAT/5 hasChair person:Luc Maes",
    ),
    (
        "a chairmanship handed on",
        "en",
        "Belgium passed the torch to Burkina Faso at the head of the Rabat Process.",
        "forum:RABAT hasChair BF",
    ),
    (
        "a delegation is one of its state",
        "fr",
        "Le ministre de l'Intérieur, Saïd Nour, a conduit la délégation djiboutienne à la deuxième conférence du Processus "
        "de Khartoum.",
        "edition:KHARTOUM/2 hasParticipant DJ",
    ),
    (
        "a year of another clause is not that of the day",
        "fr",
        "Le 9e FMMD s'est achevé le 12 décembre à Dacca ; il a porté sur le Pacte mondial, qui devrait être adopté en 2018.",
        "edition:GFMD/9 endDate --12-12",
    ),
]


@pytest.mark.parametrize(("lang", "text", "never"), [pytest.param(*row[1:], id=row[0]) for row in NOT_READ])
def test_what_is_not_read(claims: Callable[..., set[str]], lang: str, text: str, never: str) -> None:
    assert not [line for line in claims(text, lang) if never in line]


@pytest.mark.parametrize(("lang", "text", "told"), [pytest.param(*row[1:], id=row[0]) for row in READ])
def test_what_is_read(claims: Callable[..., set[str]], lang: str, text: str, told: str) -> None:
    assert told in claims(text, lang)


def test_who_observes_leaves_the_others_members(claims: Callable[..., set[str]]) -> None:
    text = "Les pays du Processus de Rabat (Algérie (observateur), Bénin, Gabon, Ghana et Togo) se réunissent demain."
    read = claims(text, "fr")
    assert {"forum:RABAT hasMember BJ", "forum:RABAT hasMember TG"} <= read
    assert "forum:RABAT hasMember DZ" not in read


def test_a_work_is_no_opening() -> None:
    assert fold("mise en œuvre") != fold("mise en ouvre")
