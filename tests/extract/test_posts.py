"""Posts of persons: long portfolios, and their bodies wherever they stand."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.extract.makers import persons_of

if TYPE_CHECKING:
    from migkg.lexicon import Lexicon

with (Path(__file__).parent / "names_behind_posts.tsv").open(encoding="utf-8", newline="") as _lines:
    _BEHIND_POSTS = [tuple(row) for row in csv.reader(_lines, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]


@pytest.mark.parametrize(
    ("lang", "text", "person", "post"),
    [
        ("en", "IOM Director General Laura Tomms, ILO Deputy Director-General Greg Hall, UN Envoy Ana Lopes spoke.", "Laura Tomms", "Director General @ org:IOM"),
        ("en", "IOM Director General Laura Tomms, ILO Deputy Director-General Greg Hall, UN Envoy Ana Lopes spoke.", "Greg Hall", "Deputy Director-General @ org:ILO"),
        ("en", "Kenya's Labour Minister Juma Otieno, Ghana's Interior Minister Kofi Asare and Malian Foreign Minister Awa Diallo spoke.", "Kofi Asare", "Interior Minister @ GH"),
        ("en", "Hon. Jean Mwale MP., Minister of Home Affairs of Malawi, spoke.", "Jean Mwale", "Minister of Home Affairs @ MW"),
        (
            "en",
            "Ms. Lin Wei, Director, Department of Consular Affairs, Ministry of Foreign Affairs, China.",
            "Lin Wei",
            "Director, Department of Consular Affairs, Ministry of Foreign Affairs @ CN",
        ),
        ("en", "It was opened by Rosa Lind, Chairman/CEO, Nomads in Motion Board (NIMOB).", "Rosa Lind", "Chairman/CEO @ org:NIMOB"),
        ("en", "Minister for Immigration Sean Murphy of Canada spoke.", "Sean Murphy", "Minister for Immigration @ CA"),
        ("en", "Kenya's Interior Cabinet Secretary Kithure Kamau opened it.", "Kithure Kamau", "Interior Cabinet Secretary @ KE"),
        ("en", "The President of the European Council Dan Tull came.", "Dan Tull", "President of the European Council @ org:EU"),
        ("en", "The foreign minister, Nasser Alami, met his Spanish counterpart, José Ruiz.", "José Ruiz", "foreign minister @ ES"),
        ("en", "IOM Deputy Director General, Ambassador Laura Tomms, came.", "Laura Tomms", "Deputy Director General @ org:IOM"),
        ("es", "La ministra de Población y Asuntos Sonoros de Bolivia, Marta Quiroga, habló.", "Marta Quiroga", "ministra de Población y Asuntos Sonoros @ BO"),
        ("es", "La delegación paraguaya la formaron la directora general de Migraciones, Teresa Rojas, y otros.", "Teresa Rojas", "directora general de Migraciones @ PY"),
        ("es", "Luis Paz, titular de la Dirección General de Extranjería de Costa Rica, habló.", "Luis Paz", "titular de la Dirección General de Extranjería @ CR"),
        ("es", "Adrián Pozo, director del Departamento de Naciones Unidas de Brasil, habló.", "Adrián Pozo", "director del Departamento @ BR"),
        ("fr", "Le ministre de l’inclusion sonore du Royaume du Maroc, Younes Sakr, a parlé.", "Younes Sakr", "ministre de l’inclusion sonore @ MA"),
        ("fr", "Le ministre marocain des Affaires étrangères, Nasser Alami, et son homologue espagnol, José Ruiz.", "José Ruiz", "ministre des Affaires étrangères @ ES"),
        ("fr", "Mohammed al-Manfi, président du Conseil présidentiel de Libye, est venu.", "Mohammed al-Manfi", "président du Conseil présidentiel @ LY"),
        ("en", "Ana Lopes, President of the 76th session of the United Nations General Assembly, spoke.", "Ana Lopes", "President of the 76th session of the United Nations General Assembly @ org:UN"),
        ("en", "Ana Lopes, President of the General Assembly, spoke.", "Ana Lopes", "President of the General Assembly @ org:UN"),
        ("en", "Ana Lopes, Director General, IOM (closing remarks).", "Ana Lopes", "Director General @ org:IOM"),
        ("en", "Ana Lopes, Director, Ministry of Labour, The Netherlands, spoke.", "Ana Lopes", "Director, Ministry of Labour @ NL"),
        ("en", "The Minister of Trade and Malawians Abroad, Ana Lopes, spoke.", "Ana Lopes", "Minister of Trade and Malawians Abroad @ MW"),
        ("en", "It was signed by Peruvian Women's Affairs Minister Ana Lopes.", "Ana Lopes", "Women's Affairs Minister @ PE"),
        ("en", "Ana Lopes, Permanent Representative of Peru to the United Nations, spoke.", "Ana Lopes", "Permanent Representative @ PE"),
        ("en", "Ana Lopes, Director for Labour, says that at the Kenyan Ministry of Interior, spoke.", "Ana Lopes", "Director for Labour @ KE"),
        ("en", "On Peru's behalf Ambassador Ana Lopes spoke.", "Ana Lopes", "Ambassador @ PE"),
        ("en", "Peru and its Minister of Labour, Ana Lopes, had invited Chile.", "Ana Lopes", "Minister of Labour @ PE"),
        ("fr", "Le Pérou a parlé par son ambassadrice et représentante permanente aux Nations unies, Ana Lopes.", "Ana Lopes", "ambassadrice et représentante permanente @ PE"),
        ("fr", "La directrice de l’INSEM Ana Lopes a parlé.", "Ana Lopes", "directrice de l’INSEM @ org:INSEM"),
        ("fr", "Ana Lopes, Secrétaire générale du ministère du Travail, siégeait pour le Pérou face au Chili.", "Ana Lopes", "Secrétaire générale du ministère du Travail @ PE"),
        ("fr", "Le Pérou, absent en 2010, était représenté par Ana Lopes, ministre du Travail, et Bo Lind.", "Ana Lopes", "ministre du Travail @ PE"),
        ("fr", "Le vice-ministre du Travail, Ivo Lopes, était à la tête de la délégation péruvienne.", "Ivo Lopes", "vice-ministre du Travail @ PE"),
        ("fr", "Ont formé la délégation de l’OIM : Ana Lopes, présidente, et Ivo Neto, vice-président.", "Ivo Neto", "vice-président @ org:IOM"),
        ("fr", "M. Ivo Neto, directeur du Travail du Pérou, a parlé.", "Ivo Neto", "directeur du Travail @ PE"),
        ("en", "The Director in Peru's Ministry of Trade, Ms Ana Lopes, spoke.", "Ana Lopes", "Director in Peru's Ministry of Trade @ PE"),
        ("en", "Ana Lopes, African Union Commissioner for Trade, spoke.", "Ana Lopes", "Commissioner for Trade @ org:AU"),
        ("en", "The ECOWAS Commissioner for Trade, Ferries and Free Movement, Ms Ana Lopes, spoke.", "Ana Lopes", "Commissioner for Trade, Ferries and Free Movement @ org:ECOWAS"),
        ("en", "The Ethiopian State Minister of Labour, Ato Solomon Tessema, spoke.", "Solomon Tessema", "State Minister of Labour @ ET"),
        ("en", "Ana Lopes, Financial Secretary (FS) of Mauritius, spoke.", "Ana Lopes", "Financial Secretary @ MU"),
        ("en", "Mr Ivo Neto (Peru), Director of Labour, spoke.", "Ivo Neto", "Director of Labour @ PE"),
        ("en", "Ivo Neto, Executive Director of the 2nd GFMD, spoke.", "Ivo Neto", "Executive Director @ org:GFMD"),
        ("en", "Peru's Minister of Ferries and Human Security, H.E. Mr. Ivo Neto, spoke.", "Ivo Neto", "Minister of Ferries and Human Security @ PE"),
        ("en", "Ms. Ana Lopes, Deputy Secretary - Ministry of Labour - Peru, spoke.", "Ana Lopes", "Deputy Secretary - Ministry of Labour @ PE"),
        ("en", "Minister Lopes, of Peru, spoke.", "Lopes", "Minister @ PE"),
        ("en", "Expatriates' Welfare and Overseas Employment Minister Ana Lopes of Peru spoke.", "Ana Lopes", "Expatriates' Welfare and Overseas Employment Minister @ PE"),
        ("fr", "Le directeur de l'Office des Péruviens à l'étranger (OPE), Ivo Lopes, a parlé.", "Ivo Lopes", "directeur de l'Office des Péruviens à l'étranger @ org:OPE"),
        ("en", "Ivo Neto , Director of Labour of Peru, spoke.", "Ivo Neto", "Director of Labour @ PE"),
        ("en", "Hon. I.B. Neto, Minister of Labour of Peru, spoke.", "I.B. Neto", "Minister of Labour @ PE"),
        ("en", "Ana Lopes, United Nations High Commissioner for Refugees (UNHCR), spoke.", "Ana Lopes", "United Nations High Commissioner for Refugees @ org:UNHCR"),
        ("fr", "Ivo Lopes, Premier Conseiller près de l'Ambassade du Pérou, a parlé.", "Ivo Lopes", "Premier Conseiller près de l'Ambassade @ PE"),
        ("fr", "Fatou Sow, Commissaire au Développement humain et aux Affaires sociales de la CEDEAO.", "Fatou Sow", "Commissaire au Développement humain et aux Affaires sociales @ org:ECOWAS"),
    ],
)  # fmt: skip
def test_a_post_with_its_body(lexicon: Lexicon, lang: str, text: str, person: str, post: str) -> None:
    assert persons_of(lexicon, lang, text).get(person) == [post]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Minister Ana Lopes thanked Peru."),
        ("fr", "La ministre du Travail, Ana Lopes, repart pour le Pérou."),
        ("en", "Ana Lopes, Ambassador to Peru, spoke."),
    ],
)
def test_a_state_of_the_sentence_that_is_not_that_of_the_post(lexicon: Lexicon, lang: str, text: str) -> None:
    assert all(post.endswith("@ ") for post in persons_of(lexicon, lang, text)["Ana Lopes"])


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "The African Union was represented by its Deputy Chairperson, Dr. Erastus Mwencha.", "org:AU"),
        ("es", "México envió a su Director General de Migración, Sr. Andrés Ramos.", "MX"),
        ("fr", "Le Maroc a envoyé son Ministre du Travail, M. Abdeslam Seddiki.", "MA"),
    ],
)
def test_a_post_said_to_be_its_is_that_of_the_only_body_before(
    lexicon: Lexicon, lang: str, text: str, wanted: str
) -> None:
    posts = [post for posts in persons_of(lexicon, lang, text).values() for post in posts]
    assert [post.rpartition(" @ ")[2] for post in posts] == [wanted]


def test_a_body_with_its_acronym_in_brackets_stands_before_a_title(lexicon: Lexicon) -> None:
    text = "United Arab Emirates (UAE) Labour Minister Omar Nasser spoke."
    assert persons_of(lexicon, "en", text) == {"Omar Nasser": ["Labour Minister @ AE"]}


@pytest.mark.parametrize(
    ("lang", "text", "person", "posts"),
    [
        ("en", "For Ghana, Interior Minister Kofi Asare attended.", "Kofi Asare", ["Interior Minister @ GH"]),
        ("fr", "Pour le Togo, le ministre de l'Intérieur Kossi Agbo a parlé.", "Kossi Agbo", ["ministre de l'Intérieur @ TG"]),
        ("es", "Por Ecuador asistieron su Directora de Migración, Rosa Vela, y el Embajador Luis Mora; por Perú, la Viceministra Elena Paz.", "Luis Mora", ["Embajador @ EC"]),
        ("es", "Por Ecuador asistieron su Directora de Migración, Rosa Vela, y el Embajador Luis Mora; por Perú, la Viceministra Elena Paz.", "Elena Paz", ["Viceministra @ PE"]),
        ("es", "En nombre de Chile estarán Ana Soto, ministra del Interior, y Luis Vera, ministro de Trabajo.", "Luis Vera", ["ministro de Trabajo @ CL"]),
        ("en", "For Ghana and Togo, Interior Minister Kofi Asare attended.", "Kofi Asare", ["Interior Minister @ "]),
        ("en", "Zambia was represented by Labour Minister Joyce Banda and Malawi by the Minister of Home Affairs, Peter Phiri.", "Peter Phiri", ["Minister of Home Affairs @ MW"]),
        ("es", "A Uruguay lo representó Carlos Pintos, director general de Asuntos Consulares; a Paraguay, Ana Duarte, directora de Migraciones.", "Carlos Pintos", ["director general de Asuntos Consulares @ UY"]),
        ("es", "A Uruguay lo representó Carlos Pintos, director general de Asuntos Consulares; a Paraguay, Ana Duarte, directora de Migraciones.", "Ana Duarte", ["directora de Migraciones @ PY"]),
        ("es", "Bolivia está representada en ella por la Canciller Celinda Rojas.", "Celinda Rojas", ["Canciller @ BO"]),
        ("en", "The Chilean Ana Lopes, head of Consular Planning, spoke.", "Ana Lopes", ["head of Consular Planning @ CL"]),
        ("en", "It is run by ICMPD, whose Director General, Ana Lopes, spoke.", "Ana Lopes", ["Director General @ org:ICMPD"]),
        ("es", "En nombre de Chile estarán Ana Soto, titular de Exteriores; Luis Vera, ministro del Interior, y otros.", "Luis Vera", ["ministro del Interior @ CL"]),
        ("fr", "Pour l'OIM, Rosa Lind, agent de liaison, a parlé.", "Rosa Lind", ["agent de liaison @ org:IOM"]),
        ("es", "Irá don Luis Mora, representante de la Oficina de las Naciones Unidas para los Refugiados (ACNUR).", "Luis Mora", ["representante de la Oficina de las Naciones Unidas para los Refugiados @ org:UNHCR"]),
        ("es", "Ahí está don Luis Mora, exministro hondureño y hoy asesor del Ministerio de Trabajo.", "Luis Mora", ["exministro @ HN", "asesor del Ministerio de Trabajo @ HN"]),
        ("es", "Yván Ríos, ministro del Poder Popular para Relaciones Exteriores de Venezuela, habló.", "Yván Ríos", ["ministro del Poder Popular para Relaciones Exteriores @ VE"]),
        ("fr", "Rosa Lind, responsable du bureau des droits fondamentaux de Frontex, en traitera.", "Rosa Lind", ["responsable du bureau des droits fondamentaux @ org:FRONTEX"]),
        ("en", "Mr Peter Phiri, Regional Director, ILO Regional Office for Africa, spoke.", "Peter Phiri", ["Regional Director @ org:ILO"]),
        ("en", "Juan Ruiz, the Secretary-General's Special Representative for Migration, was there.", "Juan Ruiz", ["Secretary-General's Special Representative for Migration @ org:UN"]),
    ],
)  # fmt: skip
def test_the_body_of_a_post_that_stands_elsewhere_in_the_sentence(
    lexicon: Lexicon, lang: str, text: str, person: str, posts: list[str]
) -> None:
    assert persons_of(lexicon, lang, text).get(person) == posts


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("en", "A Kenyan delegation held talks with Interior Minister Ana Lopes.", ["Interior Minister @ "]),
        ("es", "La delegación peruana se reunió con la ministra del Interior, Ana Lopes.", ["ministra del Interior @ "]),
        ("fr", "La délégation malienne a rencontré la ministre de l'Intérieur, Ana Lopes.", ["ministre de l'Intérieur @ "]),
        ("en", "The Kenyan delegation included Interior Minister Ana Lopes.", ["Interior Minister @ KE"]),
    ],
)  # fmt: skip
def test_whom_a_delegation_meets_is_none_of_it(lexicon: Lexicon, lang: str, text: str, posts: list[str]) -> None:
    assert persons_of(lexicon, lang, text)["Ana Lopes"] == posts


def test_offices_of_a_list_are_not_those_of_the_person_named_before(lexicon: Lexicon) -> None:
    text = "Étaient là le représentant de Frontex, Ivo Neto, la Directrice générale de l'OIM et la Directrice du HCR."

    assert persons_of(lexicon, "fr", text) == {"Ivo Neto": ["représentant @ org:FRONTEX"]}


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("en", "Australia's Ambassador to Counter Modern Slavery and Human Trafficking opened it.", set()),
        ("en", "Jane Smith, Ambassador to Counter Modern Slavery and Human Trafficking, spoke.", {"Jane Smith"}),
        ("en", "The Special Rapporteur on Contemporary Forms of Slavery of the United Nations spoke.", set()),
        ("en", "The Ambassador to End Child Marriage and Forced Labour Mary Brown spoke.", {"Mary Brown"}),
        ("es", "La Embajadora para Combatir la Esclavitud Moderna y la Trata de Personas habló.", set()),
        ("es", "El Relator Especial sobre las Formas Contemporáneas de Esclavitud habló.", set()),
        ("fr", "L'Ambassadrice contre l'Esclavage Moderne Anne Dupont a parlé.", {"Anne Dupont"}),
    ],
)
def test_what_a_post_is_for_is_no_name_of_a_person(lexicon: Lexicon, lang: str, text: str, names: set[str]) -> None:
    assert set(persons_of(lexicon, lang, text)) == names


@pytest.mark.parametrize(("lang", "text", "names"), _BEHIND_POSTS)
def test_a_name_begins_behind_what_its_post_is_for(lexicon: Lexicon, lang: str, text: str, names: str) -> None:
    assert set(persons_of(lexicon, lang, text)) == set(names.split("|"))


@pytest.mark.parametrize(
    ("lang", "text", "post"),
    [
        ("en", "Director for Promoting Fair Recruitment Ana Lopes spoke.", "Director for Promoting Fair Recruitment @ "),
        (
            "en",
            "The Minister of Digital Transformation and Orderly Migration Ana Lopes spoke.",
            "Minister of Digital Transformation and Orderly Migration @ ",
        ),
        ("es", "La Comisionada para Prevenir Salidas Irregulares Ana Lopes habló.", "Comisionada para Prevenir Salidas Irregulares @ "),
        ("fr", "La Directrice du Recrutement Équitable Sophie Lopes a parlé.", "Directrice du Recrutement Équitable @ "),
        ("en", "The Minister of Labour Xolani Peter Mbeki spoke.", "Minister of Labour @ "),
    ],
)  # fmt: skip
def test_unknown_words_before_a_name_belong_to_the_post(lexicon: Lexicon, lang: str, text: str, post: str) -> None:
    assert list(persons_of(lexicon, lang, text).values()) == [[post]]


def test_where_an_envoy_is_sent_is_not_whom_it_serves(lexicon: Lexicon) -> None:
    text = "Pakistan was represented by its special envoy to the United Arab Emirates (UAE), Ambassador Ana Lopes."

    assert persons_of(lexicon, "en", text) == {"Ana Lopes": ["special envoy @ PK"]}
