"""Articles on meetings of others than states, of one state, or on other matters: they report on no meeting of states."""

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
