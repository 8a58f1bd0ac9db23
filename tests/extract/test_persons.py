"""Persons and their posts: names in every place of a sentence, long portfolios, bodies wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg.extract.engine import engine
from migkg.extract.reader import prepare, read
from migkg.model import Article

if TYPE_CHECKING:
    from migkg.lexicon import Lexicon


def article(lang: str, text: str) -> Article:
    """An article of a text."""
    return Article(id="test", lang=lang, published=None, text=text, sha256="")


def seen(lexicon: Lexicon, lang: str, text: str) -> dict[str, list[str]]:
    """Each person of a text with the posts, as `title @ body`."""
    reader = engine(lexicon, lang)
    assert reader is not None
    found: dict[str, list[str]] = {}
    for part in prepare(article(lang, text), reader):
        for item in part.masked.items.values():
            for person in item.members if item.kind == "persons" else ():
                posts = found.setdefault(person.value, [])
                posts += [f"{r.title} @ {r.body}" for r in person.roles if r.title]
    return found


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
    assert seen(lexicon, lang, text).get(person) == [post]


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("en", "The labour ministers of Peru and Chile, Ana Lopes and Ivo Neto, met.", ["labour minister @ PE", "labour minister @ CL"]),
        ("en", "Foreign Ministers Ana Lopes of Peru and Ivo Neto of Chile met.", ["Foreign Minister @ PE", "Foreign Minister @ CL"]),
        ("en", "The Peruvian and Chilean interior ministers, Ana Lopes and Ivo Neto, met.", ["interior minister @ PE", "interior minister @ CL"]),
        ("es", "Los ministros de Trabajo de Perú y Chile, Ana Lopes e Ivo Neto, hablaron.", ["ministro de Trabajo @ PE", "ministro de Trabajo @ CL"]),
        ("fr", "Les ministres du Travail du Pérou, Ana Lopes, et du Chili, Ivo Neto, ont parlé.", ["ministre du Travail @ PE", "ministre du Travail @ CL"]),
        ("en", "The labour ministers of Peru, Chile and Brazil, Ana Lopes and Ivo Neto, met.", []),
    ],
)  # fmt: skip
def test_a_title_shared_by_persons_of_several_states(lexicon: Lexicon, lang: str, text: str, posts: list[str]) -> None:
    found = seen(lexicon, lang, text)

    assert [*found.get("Ana Lopes", []), *found.get("Ivo Neto", [])] == posts


def test_counterparts_of_several_states_share_the_title_told_before(lexicon: Lexicon) -> None:
    text = "El ministro del Interior de Perú, Leo Paz, recibió a sus homólogos de Chile, Ana Lopes, y Brasil, Ivo Neto."

    assert seen(lexicon, "es", text) == {
        "Leo Paz": ["ministro del Interior @ PE"],
        "Ana Lopes": ["ministro del Interior @ CL"],
        "Ivo Neto": ["ministro del Interior @ BR"],
    }


def test_two_posts_in_one_breath_are_of_one_state(lexicon: Lexicon) -> None:
    text = "Peru's Deputy Prime Minister and Minister of Trade Ana Lopes spoke."

    assert seen(lexicon, "en", text) == {"Ana Lopes": ["Deputy Prime Minister @ PE", "Minister of Trade @ PE"]}


def test_a_row_of_titles_leads_to_the_next_name(lexicon: Lexicon) -> None:
    text = (
        "Abrieron el Presidente Pro-Témpore de la CRM, Vicecanciller de Panamá, Leo Paz, y el Presidente Pro-Témpore de la CSM, "
        "Director General de Migraciones de Chile, Ivo Neto."
    )

    assert seen(lexicon, "es", text) == {
        "Leo Paz": ["Presidente Pro-Témpore @ org:RCM", "Vicecanciller @ PA"],
        "Ivo Neto": ["Presidente Pro-Témpore @ org:SACM", "Director General de Migraciones @ CL"],
    }


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Mr Ivo Neto, Chair of the Meeting, spoke."),
        ("en", "Ivo Neto, Minister of Trade of Peru and President of the Intergovernmental Conference, spoke."),
        ("fr", "Le président de la 3e Conférence ministérielle, M. Ivo Neto, a parlé."),
        (
            "en",
            "Senator Ana Lopes and Mr Ivo Neto came. The Co-Chairs of the Bali Process, Ana Lopes and Ivo Neto, spoke.",
        ),
    ],
)
def test_who_presides_over_a_meeting_is_known_by_the_title(lexicon: Lexicon, lang: str, text: str) -> None:
    reader = engine(lexicon, lang)
    assert reader is not None
    parts = prepare(Article(id="test", lang=lang, published=None, text=text, sha256=""), reader)
    persons = [p for part in parts for i in part.masked.items.values() for p in i.members if p.value == "Ivo Neto"]

    assert any(role.chairs for role in persons[-1].roles)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Minister Ana Lopes thanked Peru."),
        ("fr", "La ministre du Travail, Ana Lopes, repart pour le Pérou."),
        ("en", "Ana Lopes, Ambassador to Peru, spoke."),
    ],
)
def test_a_state_of_the_sentence_that_is_not_that_of_the_post(lexicon: Lexicon, lang: str, text: str) -> None:
    assert all(post.endswith("@ ") for post in seen(lexicon, lang, text)["Ana Lopes"])


def test_names_with_initials_and_titles_joined_by_a_dash(lexicon: Lexicon) -> None:
    text = "The Director of Labour of Peru-Ms A. Lopes, the Director of Trade of Chile-Mr Ivo Neto, came."

    assert seen(lexicon, "en", text) == {
        "A. Lopes": ["Director of Labour @ PE"],
        "Ivo Neto": ["Director of Trade @ CL"],
    }


def test_rows_of_names_without_stops_keep_each_title_with_its_name(lexicon: Lexicon) -> None:
    text = (
        "Mr. Abel Banda, Minister of Home Affairs, Malawi Ms. Rose Phiri, Director of Immigration, Zambia "
        "Dr. Tomaz Neto, Permanent Secretary, Ministry of Interior, Angola"
    )

    assert seen(lexicon, "en", text) == {
        "Abel Banda": ["Minister of Home Affairs @ MW"],
        "Rose Phiri": ["Director of Immigration @ ZM"],
        "Tomaz Neto": ["Permanent Secretary, Ministry of Interior @ AO"],
    }


def test_titles_before_names_keep_to_the_name_they_lead_to(lexicon: Lexicon) -> None:
    text = "The Minister of Labour of Malawi, Hon Abel Banda, MP, the Director of Immigration of Zambia, Ms Rose Phiri, came."

    assert seen(lexicon, "en", text) == {
        "Abel Banda": ["Minister of Labour @ MW"],
        "Rose Phiri": ["Director of Immigration @ ZM"],
    }


def test_a_post_told_again_in_fewer_words_is_told_once(lexicon: Lexicon) -> None:
    text = "Abel Banda, Director General of IOM, spoke. Banda, as Director of IOM, agreed."

    assert seen(lexicon, "en", text) == {"Abel Banda": ["Director General @ org:IOM"]}


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "It was co-moderated by Ana Lopez and Tariq Aziz.", {"Ana Lopez", "Tariq Aziz"}),
        ("en", "Ana Lopez, Zyx Abcde and Tariq Aziz came.", {"Ana Lopez", "Zyx Abcde", "Tariq Aziz"}),
        ("es", "Pidió la palabra Rodrigo Pardo.", {"Rodrigo Pardo"}),
        ("fr", "Dilip Rath, de la Banque mondiale, est venu.", {"Dilip Rath"}),
    ],
)
def test_names_without_titles(lexicon: Lexicon, lang: str, text: str, wanted: set[str]) -> None:
    assert set(seen(lexicon, lang, text)) == wanted


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lake Victoria and Mount Kenya were visited. Save the Children came. Open Society Foundations came."),
        ("en", "The Ambassador Hotel received the Deputy Minister and the Permanent Secretary."),
        ("es", "La Secretaría Técnica recibió a Observadores e Invitados Especiales."),
        ("fr", "Le Coordinateur du Bureau National est venu avec le Secrétariat Technique."),
    ],
)
def test_what_is_no_person(lexicon: Lexicon, lang: str, text: str) -> None:
    assert seen(lexicon, lang, text) == {}


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
    posts = [post for posts in seen(lexicon, lang, text).values() for post in posts]
    assert [post.rpartition(" @ ")[2] for post in posts] == [wanted]


def test_a_body_with_its_acronym_in_brackets_stands_before_a_title(lexicon: Lexicon) -> None:
    text = "United Arab Emirates (UAE) Labour Minister Omar Nasser spoke."
    assert seen(lexicon, "en", text) == {"Omar Nasser": ["Labour Minister @ AE"]}


def test_at_the_head_is_no_post(lexicon: Lexicon) -> None:
    text = "Chad sent a delegation with Mr. El Hadji Sarr, at its head."
    assert seen(lexicon, "en", text) == {"El Hadji Sarr": []}


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
    assert seen(lexicon, lang, text).get(person) == posts


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("es", "Vinieron el presidente de Perú, Luis Mora; el de Chile, Raúl Vera, y la de Honduras, Ana Paz.", {"Luis Mora": "presidente @ PE", "Raúl Vera": "presidente @ CL", "Ana Paz": "presidente @ HN"}),
        ("es", "Acudió el viceministro de Trabajo de Perú, Luis Mora; los de Chile, Raúl Vera y Juan Lima.", {"Raúl Vera": "viceministro de Trabajo @ CL", "Juan Lima": "viceministro de Trabajo @ CL"}),
        ("fr", "Sont venus le ministre de l'Intérieur du Mali, Moussa Keïta, celui du Niger, Ali Bako, et celle du Togo, Ana Mensah.", {"Ali Bako": "ministre de l'Intérieur @ NE", "Ana Mensah": "ministre de l'Intérieur @ TG"}),
        ("en", "The interior minister of Mali, Moussa Keita, and that of Niger, Ali Bako, spoke.", {"Ali Bako": "interior minister @ NE"}),
        ("fr", "On y a vu les présidents Moussa Keïta (Mali), Ali Bako (Niger) et Kossi Agbo (Togo).", {"Moussa Keïta": "président @ ML", "Kossi Agbo": "président @ TG"}),
        ("es", "Hablaron Luis Mora y Raúl Vera, ministros de Trabajo de Perú y Chile.", {"Luis Mora": "ministro de Trabajo @ PE", "Raúl Vera": "ministro de Trabajo @ CL"}),
        ("en", "Moussa Keita and Ali Bako, ministers of labour of Mali and Niger, spoke.", {"Moussa Keita": "minister of labour @ ML", "Ali Bako": "minister of labour @ NE"}),
    ],
)  # fmt: skip
def test_a_title_told_once_for_several(lexicon: Lexicon, lang: str, text: str, posts: dict[str, str]) -> None:
    found = seen(lexicon, lang, text)

    assert {person: found.get(person) for person in posts} == {person: [post] for person, post in posts.items()}


def test_one_who_is_told_of_by_what_was_said_of_another_has_a_title_of_its_own(lexicon: Lexicon) -> None:
    text = "Vinieron el presidente de Perú, Luis Mora, y la de Trabajo de Chile, Ana Paz."

    assert seen(lexicon, "es", text).get("Ana Paz") == []


@pytest.mark.parametrize(
    ("lang", "text", "person", "post"),
    [
        ("en", "Ms. Rosa Lind chaired it; she is Deputy Director for Asylum of the Swedish Ministry of Justice.", "Rosa Lind", "Deputy Director for Asylum of the Swedish Ministry of Justice @ SE"),
        ("en", "Rosa Lind opened it. She is Labour Attaché of the Philippines.", "Rosa Lind", "Labour Attaché @ PH"),
        ("fr", "Aïcha Moussa a ouvert la réunion ; elle est ministre de l'Intérieur du Niger.", "Aïcha Moussa", "ministre de l'Intérieur @ NE"),
        ("es", "La señora Rosa Vela habló; ella es directora de Migraciones de Ecuador.", "Rosa Vela", "directora de Migraciones @ EC"),
    ],
)  # fmt: skip
def test_a_post_that_a_pronoun_tells(lexicon: Lexicon, lang: str, text: str, person: str, post: str) -> None:
    assert seen(lexicon, lang, text).get(person) == [post]


def test_a_pronoun_behind_two_persons_is_neither(lexicon: Lexicon) -> None:
    text = "Rosa Lind said hello to Mr Ivo Neto. She is Labour Attaché of the Philippines."

    assert seen(lexicon, "en", text) == {"Rosa Lind": [], "Ivo Neto": []}


@pytest.mark.parametrize(
    ("lang", "text", "person"),
    [
        ("fr", "Le président François Hollande est venu.", "François Hollande"),
        ("en", "Minister Ana Jordan spoke.", "Ana Jordan"),
        ("en", "Minister Julie Bishop spoke.", "Julie Bishop"),
    ],
)
def test_a_last_name_that_is_a_state_or_a_form_of_address(lexicon: Lexicon, lang: str, text: str, person: str) -> None:
    assert list(seen(lexicon, lang, text)) == [person]


def test_posts_alone_are_no_news_of_a_meeting(lexicon: Lexicon) -> None:
    text = "Migrants deserve better\n\nMigrants are welcome, said Peru's Labour Minister Ana Lopes."

    assert read(article("en", text), lexicon).claims == ()


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
    assert seen(lexicon, lang, text)["Ana Lopes"] == posts


def test_offices_of_a_list_are_not_those_of_the_person_named_before(lexicon: Lexicon) -> None:
    text = "Étaient là le représentant de Frontex, Ivo Neto, la Directrice générale de l'OIM et la Directrice du HCR."

    assert seen(lexicon, "fr", text) == {"Ivo Neto": ["représentant @ org:FRONTEX"]}
