"""Posts told beside a name in less plain ways: in a clause, after the verb, over the state a person comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.makers import persons_of as seen

if TYPE_CHECKING:
    from migkg.lexicon import Lexicon

ROW = (
    "For Zambia came Dr. Tomas Phiri, who is Permanent Secretary for Transport, Colonel Agnes Banda, "
    "Director General of Prisons, and Mr. Saul Mbewe."
)
BUREAU = (
    "Chairman: Ambassador (Mr.) Kenji MORITA, Japan; Vice-Chair: Ambassador (Mrs.) Nadia SAADI, Algeria; "
    "Rapporteur: (Ms.) Rosa DIAZ, Chile."
)
BY_OFFICE = (
    "Por la Cancillería uruguaya irán Ruth Vega, directora de Tratados; Juana Aguirre, jefa de Asesoría Legal, "
    "y Walter Franco, jefe de Despacho."
)


@pytest.mark.parametrize(
    ("lang", "text", "person", "post"),
    [
        ("en", ROW, "Tomas Phiri", "Permanent Secretary for Transport @ ZM"),
        ("en", ROW, "Agnes Banda", "Director General of Prisons @ ZM"),
        ("en", "Lena Moritz of Fiji, who is ICMPD's Deputy Director, spoke.", "Lena Moritz", "Deputy Director @ org:ICMPD"),
        ("en", "The Director of Immigration of Samoa is Tina Leota.", "Tina Leota", "Director of Immigration @ WS"),
        ("fr", "Le ministre de l'Intérieur du Malawi est Jean Banda.", "Jean Banda", "ministre de l'Intérieur @ MW"),
        ("fr", "L'envoyée spéciale de l'ONU était Mme Rosa Lind.", "Rosa Lind", "envoyée spéciale @ org:UN"),
        ("es", "El director de Migraciones del Paraguay es Carlos Rojas.", "Carlos Rojas", "director de Migraciones @ PY"),
        ("en", "The Director of IOM, Costa Rica's Laura Mora, came.", "Laura Mora", "Director @ org:IOM"),
        ("en", "The IOM Director General, the Portuguese Rui Teixeira, came.", "Rui Teixeira", "Director General @ org:IOM"),
        ("fr", "Président de la Commission de l’UA, le Malien Oumar Konté a parlé.", "Oumar Konté", "Président de la Commission @ org:AU"),
        ("fr", "La secrétaire générale de la CEDEAO, la Sénégalaise Awa Fall, est venue.", "Awa Fall", "secrétaire générale @ org:ECOWAS"),
        ("en", BUREAU, "Kenji MORITA", "Ambassador @ JP"),
        ("en", BUREAU, "Nadia SAADI", "Ambassador @ DZ"),
        ("es", "El viceministro Lautaro Vega, de la cancillería peruana, habló.", "Lautaro Vega", "viceministro @ PE"),
        ("es", BY_OFFICE, "Ruth Vega", "directora de Tratados @ UY"),
        ("es", BY_OFFICE, "Walter Franco", "jefe de Despacho @ UY"),
        ("en", "For the EU delegation to Ghana, Elena Kosta, Project Manager, spoke.", "Elena Kosta", "Project Manager @ org:EU"),
        ("es", "Vinieron la OIM y Perú, y su ministro de Trabajo, Juan Paz, habló.", "Juan Paz", "ministro de Trabajo @ PE"),
        ("en", "Then spoke the Director-General of ILO, Her Excellency Ambassador Rosa Lind.", "Rosa Lind", "Director-General @ org:ILO"),
        ("es", "Habló el director general de la OIM, su excelencia embajador Carlos Paz.", "Carlos Paz", "director general @ org:IOM"),
        ("en", "Ambassador Bo G. Lind Jr., Philippine Permanent Representative, spoke.", "Bo G. Lind Jr", "Permanent Representative @ PH"),
        ("fr", "Karim Sadi, ministre délégué pour les Affaires africaines, chef de la délégation algérienne, a parlé.", "Karim Sadi", "ministre délégué pour les Affaires africaines @ DZ"),
        ("en", "Karim Sadi, Minister of Labour, head of the Algerian delegation, spoke.", "Karim Sadi", "Minister of Labour @ DZ"),
        ("en", "Dr. Budi Hartono, Director of Socio-Economic Cooperation in the ASEAN Secretariat, spoke.", "Budi Hartono", "Director of Socio-Economic Cooperation in the ASEAN Secretariat @ org:ASEAN"),
        ("es", "Karim Fassi, ministro delegado de Exteriores de Túnez, explicó esto.", "Karim Fassi", "ministro delegado de Exteriores @ TN"),
        ("fr", "Irina Petrova, représentante sous-régionale de l’OIM, a parlé.", "Irina Petrova", "représentante sous-régionale @ org:IOM"),
        ("fr", "En présence du secrétaire d'État américain Peter Marsh.", "Peter Marsh", "secrétaire d'État américain @ US"),
        ("en", "Li Hong, Under-Secretary-General for Economic Affairs, spoke.", "Li Hong", "Under-Secretary-General for Economic Affairs @ org:UN"),
        ("en", "Deputy Minister of MOLISA Tran Van Nam chaired it.", "Tran Van Nam", "Deputy Minister of MOLISA @ VN"),
        ("es", "Pedro Luna, ministro del Poder Popular para Interiores, habló.", "Pedro Luna", "ministro del Poder Popular para Interiores @ VE"),
        ("en", "John Banda, the chair of Sadc, spoke for Namibia.", "John Banda", "chair @ org:SADC"),
        ("fr", "Le Secrétaire général de l’Onu Paul Kim a parlé.", "Paul Kim", "Secrétaire général @ org:UN"),
        ("en", "Mr. Bob Muda, Secretary (Passport, Visa and Overseas Indian Affairs) in the Ministry of External Affairs of India, spoke.", "Bob Muda", "Secretary (Passport, Visa and Overseas Indian Affairs) in the Ministry of External Affairs @ IN"),
        ("fr", "M. Jean Ba, secrétaire (visas et passeports), ministère des Affaires étrangères, Inde, a parlé.", "Jean Ba", "secrétaire (visas et passeports), ministère des Affaires étrangères @ IN"),
        ("es", "Lo admitió en Santo Domingo Javier Cordero, director de Migración de Panamá.", "Javier Cordero", "director de Migración @ PA"),
    ],
)  # fmt: skip
def test_post_is_told(lexicon: Lexicon, lang: str, text: str, person: str, post: str) -> None:
    assert post in seen(lexicon, lang, text).get(person, [])


@pytest.mark.parametrize(
    ("lang", "text", "person", "post"),
    [
        ("en", ROW, "Agnes Banda", "Permanent Secretary for Transport @ ZM"),
        ("en", "The Minister of Labour of Peru, Chile's Ana Soto and others came.", "Ana Soto", "Minister of Labour @ PE"),
        ("en", "The Minister of Labour of Peru was Chile's guest, Ana Soto said.", "Ana Soto", "Minister of Labour @ PE"),
        ("en", "Peru's representative is Ms. Ana Soto, Director of Labour, who spoke.", "Ana Soto", "representative @ PE"),
        ("en", "Ambassador Kenji Morita, Japan and Chile opened it.", "Kenji Morita", "Ambassador @ JP"),
        ("en", "Mr. Juma Otieno, who is a specialist of labour law, came from Kenya.", "Juma Otieno", "specialist of labour law @ KE"),
        ("en", "Peter Lund, Special Representative of the UN Secretary-General (SRSG) on Migration, spoke.", "Peter Lund", "SRSG @ org:UN"),
        ("en", "For Ghana and Togo, Elena Kosta, Project Manager, spoke.", "Elena Kosta", "Project Manager @ GH"),
        ("fr", "Le conseiller fédéral Marc Keller a parlé.", "Marc Keller", "conseiller fédéral @ CH"),
        ("en", "Mr. Karim Sadi, Director of Ports, and that of the Algerian delegation, Bo Lind, spoke of Peru and Chile.", "Karim Sadi", "Director of Ports @ DZ"),
    ],
)  # fmt: skip
def test_post_is_anothers_or_not_said(lexicon: Lexicon, lang: str, text: str, person: str, post: str) -> None:
    found = seen(lexicon, lang, text)
    assert person in found
    assert post not in found[person]


def test_number_of_a_meeting_is_no_name(lexicon: Lexicon) -> None:
    """The verb leads, the person follows, and the meeting is next to the name; a king keeps his number."""
    found = seen(lexicon, "es", "Inauguró el ministro de Trabajo de Perú, Pedro Luna Ortiz la XXVI Reunión de la CRM.")
    assert "Pedro Luna Ortiz" in found
    assert "Mohammed VI" in seen(lexicon, "fr", "Le roi du Maroc, Mohammed VI, a parlé.")
