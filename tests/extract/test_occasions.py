"""Articles that name no known forum: which of them report on a meeting of states about migration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg.extract.engine import engine
from migkg.extract.reader import begun, prepare
from migkg.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.extract.discourse import Discourse
    from migkg.lexicon import Lexicon


@pytest.fixture
def beginning(lexicon: Lexicon) -> Callable[[str, str], Discourse]:
    """What is known of an article before its first sentence is read."""

    def of(text: str, lang: str) -> Discourse:
        reader = engine(lexicon, lang)
        assert reader is not None
        return begun(prepare(Article(id="test", lang=lang, text=text, sha256=""), reader), reader)

    return of


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
            "Church network speaks up for migrants\n\nBishops from Kenya, Uganda, Tanzania and Rwanda "
            "ended a conference on migration in Nairobi on 4 May 2015. The conference was organised by "
            "the Association of Episcopal Conferences. Refugees need pastors, they said.",
        ),
        (
            "en",
            "Students debate migration\n\nA conference at the University of Ghent on 5 June 2018 asked "
            "why migrants leave Mali, Niger and Chad. The conference was organised by students. "
            "Professor Ann Maes spoke on asylum.",
        ),
        (
            "en",
            "Seventy officers of the immigration service completed a training workshop on trafficking "
            "in Accra on 4 April 2017. IOM and the United States paid for the workshop. Smuggling of "
            "migrants is on the rise, the instructor from Canada said. The officers come from ten "
            "regions of Ghana.",
        ),
        (
            "en",
            "The ministers of Italy and Tunisia met in Rome on 3 June 2020. Migration was at the centre "
            "of the meeting. Italy will give boats. Migrants from Mali and Niger leave from Sfax.",
        ),
        (
            "en",
            "The African Union summit opened in Addis Ababa on 29 January 2018. Corruption is the theme "
            "of the summit. Heads of state of Rwanda, Guinea and Chad spoke. On the sidelines the "
            "situation of migrants in Libya came up.",
        ),
        (
            "en",
            "At a press conference in Geneva on 3 May 2017 IOM said that 40,000 migrants had reached "
            "Italy, Greece, Spain and Cyprus. Most migrants come from Nigeria, Guinea and Bangladesh. "
            "The press conference was opened by spokesman Joel Millman.",
        ),
        (
            "fr",
            "Un forum de la société civile sur la migration s'est tenu à Dakar le 3 mars 2016. Des ONG "
            "du Mali, du Niger, de la Guinée et du Sénégal ont débattu des droits des migrants. Le "
            "forum a été organisé par un réseau d'associations.",
        ),
        (
            "fr",
            "Un atelier national de validation de la politique migratoire s'est tenu à Niamey le 5 mai "
            "2018. Le ministre de l'Intérieur a ouvert l'atelier. L'OIM, la France et l'Italie ont "
            "appuyé le Niger.",
        ),
        (
            "fr",
            "L'Assemblée nationale a examiné mardi 4 mai 2021 à Paris le projet de loi sur l'asile et "
            "l'immigration. Les migrants venus d'Afghanistan, de Syrie et d'Irak sont concernés. La "
            "séance a duré dix heures. Une conférence des présidents est prévue jeudi.",
        ),
        (
            "es",
            "La red de organizaciones de la sociedad civil celebró en Tegucigalpa el 4 de mayo de 2012 "
            "un encuentro sobre migrantes. Delegados de Honduras, Guatemala, México y El Salvador "
            "pidieron respeto a los migrantes. El encuentro fue organizado por Cáritas.",
        ),
        (
            "es",
            "En conferencia de prensa, el director de Migración de Panamá dijo el 3 de junio de 2021 "
            "que los migrantes de Haití, Cuba y Venezuela siguen llegando por el Darién. La conferencia "
            "de prensa se realizó en Ciudad de Panamá.",
        ),
        (
            "es",
            "Los presidentes de Colombia y Venezuela se reunieron en Caracas el 1 de noviembre de 2022. "
            "En la reunión hablaron de migración y de la frontera. Ecuador y Perú también reciben "
            "migrantes.",
        ),
    ],
)
def test_meetings_of_others_of_two_states_or_on_other_matters_are_none(
    beginning: Callable[[str, str], Discourse], claims: Callable[..., set[str]], lang: str, text: str
) -> None:
    assert beginning(text, lang).topic is None
    assert not {c for c in claims(text, lang) if " heldIn " in c}


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


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "More than eighty groups will hold an alternative summit on migration in Athens on 4 and 5 June 2011. They are "
            "from Greece, Italy, Spain and Morocco. The second People's Conference on Migration will open on 4 June.",
        ),
        (
            "en",
            "A civil society conference on migrants' rights opened in Bangkok on 7 May 2013. Activists from Nepal, India, "
            "Malaysia and Jordan took part in the conference. Ministers of three countries sent messages.",
        ),
        (
            "fr",
            "Quelque 160 collectifs du Maroc, du Mali, d'Espagne et de France appellent à un contre-sommet sur les "
            "migrations, qui aura lieu à Marseille les 17 et 18 octobre 2008. Ce sommet veut parler aux ministres.",
        ),
        (
            "fr",
            "Une conférence citoyenne sur les migrations s'ouvrira à Oujda le 4 juin 2009. Des délégués du Maroc, "
            "d'Algérie, de Tunisie et d'Italie sont attendus à la conférence, dont les ministres ont été informés.",
        ),
        (
            "es",
            "Los colectivos de México, Guatemala, El Salvador y Honduras celebrarán en Tapachula, los días 4 y 5 de junio "
            "de 2011, una cumbre alternativa sobre migraciones. La cumbre enviará su manifiesto a los presidentes.",
        ),
        (
            "es",
            "El II Encuentro Ciudadano sobre Migraciones tuvo lugar en Quito el 9 de julio de 2010. Acudieron delegados de "
            "Perú, Ecuador, Colombia y Chile. El encuentro pidió a los cancilleres que lo escuchen.",
        ),
    ],
)
def test_what_is_called_a_meeting_of_citizens_is_none_of_states(
    beginning: Callable[[str, str], Discourse], claims: Callable[..., set[str]], lang: str, text: str
) -> None:
    assert beginning(text, lang).is_private
    assert not claims(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Officials of the foreign ministry of Guatemala took part last week in a workshop on consular protection of "
            "migrant children. It was run in Antigua by UNHCR. The manual follows guidelines of the Regional Conference on "
            "Migration. Vice-Minister Pablo García closed the workshop.",
        ),
        (
            "fr",
            "L'OIM a organisé à Douala, du 12 au 14 mars 2018, un atelier sur la protection des migrants pour trente agents "
            "du Cameroun. Le chef de mission Boubacar Seybou a ouvert l'atelier. Le manuel suit le Processus de Rabat.",
        ),
        (
            "es",
            'La Procuraduría de los Derechos Humanos de Guatemala organizó en Antigua el seminario "Trata de personas y '
            'migración" los días 3 y 4 de agosto. Habló en él Mario Morales, magistrado. El seminario se enmarca en el plan '
            "de la Conferencia Regional sobre Migración. Lo financió la Unión Europea.",
        ),
    ],
)
def test_a_workshop_near_which_one_state_is_told_is_none_of_states(
    beginning: Callable[[str, str], Discourse], claims: Callable[..., set[str]], lang: str, text: str
) -> None:
    assert beginning(text, lang).is_private
    assert not {c for c in claims(text, lang) if not c.startswith("person:")}


def test_a_surname_is_no_church(beginning: Callable[[str, str], Discourse]) -> None:
    text = (
        "Para Iglesias la migración pide acuerdos. Así ve Enrique Iglesias, secretario general, el Encuentro "
        "Iberoamericano sobre Migración y Desarrollo que se celebró en Madrid el 18 de julio de 2006."
    )
    assert not beginning(text, "es").is_private
