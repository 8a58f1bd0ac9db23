"""Short texts whose language is clear, those of which nothing tells it, and those in languages that are not read."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from tests import shipped

from migkg import resources
from migkg.extract.language import detect

_OTHERS = Path(__file__).parent / "other_languages.tsv"
_SENTENCE = re.compile(r"[^\W\d_][^.!?\n]{59,88}[.!?](?=\s|$)")
"""About 75 characters, as a reader pastes them."""


def _others() -> list[tuple[str, str]]:
    with _OTHERS.open(encoding="utf-8", newline="") as lines:
        return [(row["lang"], row["text"]) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "En la fecha de la cita de Lima se respaldaban sus propuestas."),
        ("es", "En la apertura habló la viceministra de Movilidad Humana y su equipo."),
        ("en", "Ministers who met there were told that migration is their common concern."),
        ("fr", "Les ministres se sont réunis à Dakar, mais ils ne sont pas d'accord."),
        ("pt", "As ministras reuniram-se em Brasília, mas não há acordo até agora."),
    ],
)
def test_a_short_text_is_told_by_its_small_words(lang: str, text: str) -> None:
    assert detect(text, shipped.whole()) == lang


@pytest.mark.parametrize("text", ["12345 67890", "Chile, Perú, Brasil", "De La"])
def test_what_nothing_tells_is_not_guessed(text: str) -> None:
    assert detect(text, shipped.whole()) == ""


def test_a_text_in_another_language_is_not_taken_for_one_that_is_read() -> None:
    lexicon = shipped.whole()
    taken = [(lang, detect(text, lexicon), text) for lang, text in _others() if lang not in lexicon.languages]
    assert len({lang for lang, _, _ in taken}) > 20
    assert [row for row in taken if row[1] in lexicon.languages] == []


def test_portuguese_which_is_read_is_not_taken_for_its_neighbours() -> None:
    told = Counter(detect(text, shipped.whole()) for lang, text in _others() if lang == "pt")
    assert told["pt"] >= 19
    assert told["es"] == told["fr"] == told["en"] == 0


@pytest.mark.parametrize("lang", ["en", "es", "fr", "pt"])
def test_most_sentences_of_75_characters_are_told(lang: str) -> None:
    folder = resources.root() / "data" / "articles"
    articles = [each for path in sorted(folder.glob(f"{lang}-*.md")) for each in resources.read_articles(str(path))]
    told = Counter(detect(line, shipped.whole()) for each in articles for line in _SENTENCE.findall(each.text))
    wrong = {code for code in told if code in shipped.whole().languages} - {lang}
    assert wrong == set()
    assert told[lang] >= 0.93 * told.total() > 0


def test_a_short_list_of_names_is_told_but_a_long_one_of_no_language_is_not() -> None:
    words = "Zworx Blenx Truzx Vronx Plimx Drozx"
    assert detect(f"The {words}", shipped.whole()) == "en"
    assert detect(f"The {' '.join([words] * 4)}", shipped.whole()) == ""
