"""Names of documents: where they begin and end, and what two of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.makers import parts

if TYPE_CHECKING:
    from migkg.lexicon import Lexicon


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "They adopted the 27-point Lima Declaration.", ["Lima Declaration"]),
        ("en", "They adopted a Plan of Action 2011-2020.", ["Plan of Action 2011-2020"]),
        ("en", "They adopted the Lima Declaration and the 2018-2020 Action Plan.", ["Lima Declaration"]),
        ("en", "The Terms of Agreement and the Lima Declaration on Smuggling, Trafficking in Persons and Crime stand.", ["Lima Declaration on Smuggling, Trafficking in Persons and Crime"]),
        ("en", "The Agreement on Informal and Non-Binding Initiative on Migration came out.", ["Agreement on Informal and Non-Binding Initiative on Migration"]),
        ("en", "The Action Plan on Mobility of Chilean citizens in the region was signed.", ["Action Plan on Mobility of Chilean citizens in the region"]),
        ("en", "The Declaration of Lima, Peru said, is good.", ["Declaration of Lima"]),
        ("fr", "La Déclaration politique et le Plan d'action de Lima suivent.", ["Déclaration politique de Lima", "Plan d'action de Lima"]),
        ("fr", "Un protocole d'accord sur le retour et les Recommandations de Lima suivent.", ["protocole d'accord sur le retour", "Recommandations de Lima"]),
        ("es", "La Declaración y el Plan de Acción de Lima siguen.", ["Declaración de Lima", "Plan de Acción de Lima"]),
        ("es", "Hubo consenso entre once países.", []),
        ("en", "The Joint Declaration of 12 points and the Regional Cooperation Framework stand.", ["Joint Declaration", "Regional Cooperation Framework"]),
        ("en", "They signed the “Lima Commitments on the Lima Process”.", ["Lima Commitments on the Lima Process"]),
        ("en", "They agreed on the action plan “A road for all – ten steps”.", ["A road for all – ten steps"]),
        ("en", "“Plan and policy go together” is what the guests read.", []),
        ("en", "The motto was “Declaration of Friendship between Peoples”.", []),
        ("es", "De la cita salió el «Plan de Lima para todos».", ["Plan de Lima para todos"]),
        ("es", "Firmaron la Declaración contra el Racismo.", ["Declaración contra el Racismo"]),
        ("fr", "Trois axes portent la « stratégie de Lima ».", ["stratégie de Lima"]),
        ("es", "Adoptan la declaración sobre migración internacional y desarrollo.", ["declaración sobre migración internacional y desarrollo"]),
    ],
)  # fmt: skip
def test_names_of_documents(lexicon: Lexicon, lang: str, text: str, wanted: list[str]) -> None:
    found = [
        i.value for p in parts(lexicon, lang, text) for _, i in sorted(p.masked.items.items()) if i.kind == "document"
    ]
    assert found == wanted
