"""The table that tells the genre of each article; those of the collections that come with the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from migkg.claim_table.genre import parse_genres
from migkg.errors import DataError

GOLD = Path(__file__).resolve().parents[1] / "gold"
GENRES = frozenset({"release", "press", "document", "page", "negative"})


def test_columns_are_found_by_name_and_gaps_are_unknown() -> None:
    text = "genre\turl\tid\r\npress\tx\ta\r\n\ty\tb\r\n\r\npage\n"
    assert parse_genres(text, "index.tsv") == {"a": "press", "b": "unknown"}
    assert parse_genres("id\tgenre\na\n", "index.tsv") == {"a": "unknown"}


@pytest.mark.parametrize("header", ["id\tlang", "article\tgenre", ""])
def test_a_table_without_the_columns_is_refused(header: str) -> None:
    with pytest.raises(DataError, match=r"index\.tsv:1: the table of articles has no column '(id|genre)'"):
        parse_genres(header, "index.tsv")


def test_an_article_that_is_listed_twice_is_refused() -> None:
    with pytest.raises(DataError, match=r"index\.tsv:4: article 'a' is listed twice"):
        parse_genres("id\tgenre\na\tpress\nb\tpage\na\tpage\n", "index.tsv")


@pytest.mark.parametrize("name", ["own", "pages"])
def test_each_article_of_a_collection_has_a_genre(name: str) -> None:
    genres = parse_genres((GOLD / name / "index.tsv").read_text(encoding="utf-8"), name)
    assert set(genres) == {path.stem for path in (GOLD / name / "gold").glob("*.tsv")}
    assert "unknown" not in genres.values()


def test_pages_have_the_genres_of_the_split_and_those_that_state_nothing_are_negative() -> None:
    genres = parse_genres((GOLD / "pages" / "index.tsv").read_text(encoding="utf-8"), "pages")
    assert set(genres.values()) == GENRES
    empty = {path.stem for path in (GOLD / "pages" / "gold").glob("*.tsv") if not path.read_bytes().strip()}
    assert {article for article, genre in genres.items() if genre == "negative"} == empty
