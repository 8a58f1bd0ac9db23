"""Articles that name no known forum, or only in passing: a meeting of states about migration is what they report on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.extract.discourse import Discourse


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Coastal states seek common line on boat departures\n\nThose who put to sea should find help "
            "sooner. To this end nine governments sent their interior ministers to Nouakchott this "
            "week. The conference, hosted by Mauritania with support from IOM, took place on 4 and 5 "
            "March 2019. Delegates of Senegal, Mali, Gambia, Spain and Portugal spoke about migrants "
            "who go missing at sea.",
        ),
        (
            "en",
            '"Safer Roads, Shorter Waits" was the title of a meeting that brought delegates of six '
            "countries to Tbilisi on 12 May 2016. Georgia, Armenia, Azerbaijan, Turkey, Ukraine and "
            "Moldova looked for a common answer to irregular migration. The meeting was opened by "
            "Interior Minister Giorgi Lomidze. Asylum seekers, he said, must not wait for years.",
        ),
        (
            "en",
            "A two-day regional workshop on data about labour migrants opened in Lusaka on 3 September "
            "2020. Experts from Zambia, Malawi, Botswana and Namibia take part. The workshop is "
            "organised by ILO and COMESA.",
        ),
        (
            "en",
            "Caribbean Migration Summit ends with declaration\n\nThe Caribbean Migration Summit closed "
            "in Bridgetown on 7 July 2018. Heads of government of Barbados, Jamaica, Guyana and Haiti "
            "adopted the Bridgetown Declaration. The Summit was chaired by Barbados.",
        ),
        (
            "en",
            "Vienna, 3 June 2014 - How can states along the Danube deal with trafficking in human "
            "beings? Ministers of Austria, Hungary, Romania, Serbia and Bulgaria gave their answer on "
            "Monday in Vienna at a high-level gathering convened by the Austrian government. The "
            "victims are mostly migrant women. The participants agreed on a plan.",
        ),
        (
            "fr",
            "Retour des migrants : une réunion régionale à Cotonou\n\nLe Bénin accueille depuis lundi "
            "une réunion de haut niveau consacrée au retour des migrants. Des ministres du Togo, du "
            "Ghana, du Niger et du Nigeria y participent. La rencontre se tient à Cotonou du 3 au 5 "
            "juin 2019.",
        ),
        (
            "fr",
            "Ils étaient venus du Gabon, du Congo, du Tchad et du Cameroun. À Libreville, le 14 mars "
            "2017, les ministres de l'Intérieur se sont penchés sur le sort des réfugiés et des "
            "migrants. La conférence, coorganisée par le HCR, a été ouverte par le Premier ministre "
            "gabonais. Elle s'est achevée par une déclaration.",
        ),
        (
            "fr",
            "Un atelier sous-régional sur les statistiques migratoires s'est ouvert mardi 9 avril 2019 "
            "à Bamako. Les délégués du Mali, du Sénégal, de la Mauritanie et du Burkina Faso y "
            "discutent d'indicateurs communs. L'OIM organise l'atelier.",
        ),
        (
            "fr",
            "Le sommet sur la diaspora s'est tenu à Port-Louis le 8 mai 2015. Des chefs d'État de "
            "Maurice, des Seychelles, des Comores et de Madagascar ont adopté la Déclaration de "
            "Port-Louis. Le sommet avait pour thème « Une diaspora, un océan ».",
        ),
        (
            "es",
            "Seis países buscan salidas a la crisis de los caminantes\n\nCancilleres y viceministros de "
            "Perú, Ecuador, Colombia, Chile, Brasil y Panamá se dieron cita en Lima el 8 de agosto de "
            "2019. El encuentro, convocado por el Perú, trató de los migrantes que cruzan los Andes a "
            "pie. Al cierre de la cita los países firmaron la Declaración de los Andes.",
        ),
        (
            "es",
            'La Cancillería de Panamá organiza la conferencia, que llevará por título "Niñez en '
            'tránsito: respuestas regionales". Se celebrará en Ciudad de Panamá los días 4 y 5 de '
            "octubre de 2018. Han confirmado su asistencia delegados de Costa Rica, Honduras, Guatemala "
            "y México. La migración infantil exige respuestas conjuntas, dijo la ministra.",
        ),
        (
            "es",
            "Un taller regional sobre trata y migración reúne desde hoy en San Salvador a funcionarios "
            "de Honduras, Guatemala, Nicaragua y El Salvador. El taller, que organiza la OIM, concluirá "
            "el 9 de mayo de 2014.",
        ),
        (
            "en",
            "The presidents of Niger and Libya opened a regional conference on migration in Agadez on 3 May 2016. Delegates "
            "of Mali, Chad and Algeria were there.",
        ),
        (
            "fr",
            "Les ministres du Niger et de la Libye ont ouvert à Agadez, le 3 mai 2016, une conférence régionale sur la "
            "migration. Des délégués du Mali, du Tchad et de l'Algérie y étaient.",
        ),
        (
            "es",
            "Los ministros de Chile y Bolivia abrieron en Arica, el 3 de mayo de 2016, una conferencia regional sobre "
            "migración. Acudieron delegados de Perú, Ecuador y Colombia.",
        ),
    ],
)
def test_a_meeting_of_states_is_what_the_article_is_about(
    beginning: Callable[[str, str], Discourse], lang: str, text: str
) -> None:
    topic = beginning(text, lang).topic
    assert topic is not None
    assert topic.event


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "The Ministry of Interior of Ghana held a national conference on migration in Accra on 21 June 2016. Minister "
            "Prosper Bani opened the conference, which was supported by IOM. District officials and traditional leaders "
            "attended. They discussed what Ghana should bring to the Global Forum on Migration and Development.",
        ),
        (
            "fr",
            "Le Ministère de l'Intérieur du Togo a tenu à Lomé, le 21 juin 2016, une conférence nationale sur la migration. "
            "Le ministre Damehame Yark a ouvert les travaux, appuyés par l'OIM. On y a discuté de ce que le Togo "
            "apporterait au Forum mondial sur la migration et le développement.",
        ),
        (
            "es",
            "El Ministerio de Relaciones Exteriores de Bolivia celebró en La Paz, el 21 de junio de 2016, una conferencia "
            "nacional sobre migración. El ministro David Choquehuanca inauguró la conferencia. Debatieron lo que Bolivia "
            "llevará al Foro Mundial sobre Migración y Desarrollo.",
        ),
        (
            "en",
            "Brussels hosted on 14 December 2022 the commemorative summit between the Association of Southeast Asian "
            "Nations (ASEAN) and the European Union. Charles Michel and Hun Sen presided over the meeting. The leaders "
            "spoke of trade. They also exchanged views on carrying out the Global Compact for Migration.",
        ),
        (
            "es",
            "Lima acogió los días 24 y 25 de mayo la tercera reunión de cancilleres entre la Alianza del Pacífico y la "
            "ASEAN. Néstor Popolizio presidió la reunión. Se habló en ella de comercio y de la aplicación del Pacto "
            "Mundial para la Migración.",
        ),
        (
            "fr",
            "Bruxelles a accueilli les 17 et 18 février 2022 le sommet entre l'Union européenne et l'Union africaine. "
            "Charles Michel et Macky Sall ont présidé la réunion. Les dirigeants ont parlé de vaccins et d'énergie. "
            "Ils ont aussi échangé sur la mise en œuvre du Pacte mondial pour les migrations.",
        ),
    ],
)
def test_a_forum_named_in_passing_has_no_part_in_the_meeting_of_others(
    beginning: Callable[[str, str], Discourse], claims: Callable[..., set[str]], lang: str, text: str
) -> None:
    assert not beginning(text, lang).forum
    assert not {c for c in claims(text, lang) if not c.startswith("person:")}


def test_a_document_is_named_in_passing_but_its_conference_and_its_consultations_are_not(
    beginning: Callable[[str, str], Discourse],
) -> None:
    conference = "The conference in Marrakech adopted the Global Compact for Migration on 10 December 2018."
    consultation = "The second round of consultations opened in Geneva. It is on the Global Compact for Migration."
    preparatory = "The minister opened the preparatory meeting for the Global Compact for Migration in Puerto Vallarta."
    assert beginning(preparatory, "en").forum == "GCM"
    assert beginning(conference, "en").forum == "GCM"
    assert beginning(consultation, "en").forum == "GCM"
