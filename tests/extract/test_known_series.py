"""Series that are known by their names alone: in each language one sentence of their meetings, with number or year."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.model import Reading

TABLE = Path(__file__).with_name("known_series.tsv")
with TABLE.open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['wanted'].split(' ')[0]}-{row['lang']}")
def test_a_series_is_known_by_its_name_in_each_language(claims: Callable[..., set[str]], row: dict[str, str]) -> None:
    assert row["wanted"] in claims(row["text"], row["lang"])


def test_every_series_has_a_sentence_in_three_languages() -> None:
    told: dict[str, set[str]] = {}
    for row in ROWS:
        told.setdefault(row["wanted"].partition(":")[2].partition("/")[0], set()).add(row["lang"])
    told.pop("ASIA-EU")  # known before; the sentence shows one more form of its name

    assert {code for code, languages in told.items() if not languages >= {"en", "fr", "es"}} == set()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "es",
            "El agregado Goran Mićić y el portal Redtram informaron sobre la migración en Lima el 4 de mayo de 2020.",
        ),
        ("es", "La agencia SCPF presentó en Madrid una campaña sobre migración el 4 de mayo de 2020."),
        ("es", "El prefeito de Içara habló de migración en Lima el 4 de mayo de 2020."),
        (
            "en",
            "The RMCC of Kingston taught cadets about migration on 4 May 2020, and the EXCOM of the club met in Lima.",
        ),
        ("en", "The Nairobi Process on the Congo and the Rome process on treaties were told of in Lima on 4 May 2020."),
        ("fr", "Le processus de Bamako pour la paix a repris le 4 mai 2020, et l'UE a parlé de migration à Dakar."),
    ],
)
def test_an_acronym_or_name_that_others_bear_too_is_none_of_a_series(
    reading: Callable[..., Reading], lang: str, text: str
) -> None:
    assert [mention for mention in reading(text, lang).mentions if mention[1] == "forum"] == []
