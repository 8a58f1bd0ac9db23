"""The council of a body that a page calls no more than that, and series of meetings told by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("lang", "text", "number"),
    [
        (
            "es",
            "ORGANIZACIÓN INTERNACIONAL PARA LAS MIGRACIONES\n\nNONAGÉSIMA SEGUNDA SESIÓN DEL CONSEJO\n"
            "Ginebra, 28 de noviembre al 1 de diciembre de 2006\n\nINTERVENCIÓN DE CHILE\n\nAgradecemos a la OIM.",
            92,
        ),
        ("es", "Perú participa en el 110 Consejo de la OIM en Ginebra, del 26 al 29 de noviembre de 2019.", 110),
        ("es", "El embajador intervino en la sesión 112 del Consejo de la OIM, que se celebra en Ginebra.", 112),
        (
            "fr",
            "101ème session : le Conseil de l'OIM clôt ses travaux\n\n"
            "Genève - Réuni cette semaine (27-30/11) à Genève, le Conseil de l'OIM a admis trois nouveaux membres.",
            101,
        ),
        (
            "fr",
            "Le Bénin à la 114e session du Conseil\n\nLa ministre a pris la parole à la 114e session du Conseil à "
            "Genève le 28 novembre 2023. L'OIM compte 175 États membres. Le Conseil de sécurité a été saisi.",
            114,
        ),
        (
            "en",
            "IOM Council meets\n\nThe 103rd session opened in Geneva on 26 November 2013. IOM Director General "
            "William Lacy Swing addressed the Council.",
            103,
        ),
        (
            "en",
            "Kenya told the 99th session of the Council in Geneva on 2 December 2010 that IOM needs more money. "
            "IOM thanked Kenya.",
            99,
        ),
    ],
)
def test_a_session_of_the_council_is_that_of_the_body_the_page_is_about(
    claims: Callable[..., set[str]], lang: str, text: str, number: int
) -> None:
    assert f"edition:IOM-COUNCIL/{number} ordinal {number}" in claims(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Security Council session of 4 May 2020 in New York heard IOM. IOM asked for help in Libya."),
        ("en", "The 50th session of the Council of Ministers was held in Addis Ababa on 4 May 2020. IOM attended."),
        ("en", "The 44th session of the Council for Trade met in Geneva on 4 May 2019. IOM was there."),
        ("fr", "La 12e session ordinaire du Conseil des ministres s'est tenue à Niamey le 4 mai 2021, avec l'OIM."),
        ("fr", "La 44e session du Conseil d'administration s'est tenue à Genève le 4 mai 2010. L'OIM a parlé."),
        ("es", "La sesión del Consejo de Seguridad se celebró en Nueva York el 4 de mayo de 2021. La OIM habló."),
        ("es", "La 44 sesión del Consejo Económico y Social se celebró en Nueva York el 4 de mayo. La OIM habló."),
        ("en", "The 99th session of the Council was held in Geneva on 2 May 2010. ILO and ILO met ILO. IOM came."),
    ],
)
def test_the_council_of_something_else_is_not_that_of_the_body(
    claims: Callable[..., set[str]], lang: str, text: str
) -> None:
    assert not {c for c in claims(text, lang) if "IOM-COUNCIL" in c}


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "en",
            "Quito hosted the ministerial event of the Cartagena +40 process on 11 and 12 December 2024.",
            "edition:CARTAGENA/2024 heldIn Quito",
        ),
        (
            "es",
            "El Proceso Cartagena+40 celebró su reunión ministerial en Lima el 11 y 12 de diciembre de 2024.",
            "edition:CARTAGENA/2024 heldIn Lima",
        ),
        (
            "fr",
            "Le Chili a accueilli la conférence ministérielle de Carthagène+40 à Santiago le 11 décembre 2024.",
            "edition:CARTAGENA/2024 heldIn Santiago",
        ),
        (
            "es",
            "La IV Reunión Plenaria de la CORETT se celebró en Tegucigalpa el 4 de mayo de 2024.",
            "edition:CORETT/4 heldIn Tegucigalpa",
        ),
        (
            "en",
            "The fourth meeting of the Regional Coalition against Trafficking in Persons and Smuggling of Migrants "
            "took place in Panama City on 5 June 2021.",
            "edition:CORETT/4 heldIn Panama City",
        ),
        (
            "fr",
            "La septième réunion des chefs d'immigration des États membres de la CEDEAO s'est tenue à Accra.",
            "edition:ECOWAS-IMMIGRATION/7 heldIn Accra",
        ),
        (
            "en",
            "The 6th meeting of ECOWAS Heads of Immigration was held in Lomé on 3 May 2021.",
            "edition:ECOWAS-IMMIGRATION/6 heldIn Lomé",
        ),
        (
            "fr",
            "La troisième réunion du Comité régional sur la migration mixte s'est tenue à Nairobi en octobre 2013.",
            "edition:RCMM/3 heldIn Nairobi",
        ),
        (
            "fr",
            "Le KDMECC a tenu la deuxième réunion de son groupe d'experts à Kampala le 6 mai 2024.",
            "meeting:KDMECC/technical/2 heldIn Kampala",
        ),
        (
            "es",
            "La tercera reunión de la Conferencia Regional sobre Población y Desarrollo se celebró en Lima.",
            "edition:CRPD/3 heldIn Lima",
        ),
        (
            "en",
            "The International Conference in Solidarity with Venezuelan Refugees and Migrants was held in Brussels "
            "on 16 and 17 March 2023.",
            "edition:VENEZUELA-DONORS/2023 heldIn Brussels",
        ),
        (
            "en",
            "The fifth ‘Regional Ministerial Forum on Migration’ (RMFM) was held in Juba on 4 May 2024.",
            "edition:RMFM/5 heldIn Juba",
        ),
        (
            "es",
            "La “XIII Reunión Plenaria de la Conferencia Sudamericana sobre Migraciones (CSM)” se celebró en Lima.",
            "edition:SACM/13 heldIn Lima",
        ),
        (
            "fr",
            "La « Huitième Conférence sud-américaine sur les migrations (CSM) » s'est tenue à Lima.",
            "edition:SACM/8 heldIn Lima",
        ),
        (
            "en",
            'The "Ninth Meeting of the Global Forum on Migration and Development (GFMD)" was held in Lima.',
            "edition:GFMD/9 heldIn Lima",
        ),
        (
            "fr",
            "La sixième réunion plénière du Processus de Prague s'est tenue à Berne le 4 mai 2019.",
            "edition:PRAGUE/6 heldIn Bern",
        ),
    ],
)
def test_a_series_is_known_by_its_name(claims: Callable[..., set[str]], lang: str, text: str, wanted: str) -> None:
    assert wanted in claims(text, lang)
