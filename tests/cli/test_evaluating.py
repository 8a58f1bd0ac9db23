"""Readings compared with gold on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.calls import TEXT, call

from migkg.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


def test_evaluate_prints_figures_and_errors(tmp_path: Path) -> None:
    articles, gold = tmp_path / "articles", tmp_path / "gold"
    articles.mkdir()
    gold.mkdir()
    (articles / "a.txt").write_text(TEXT, encoding="utf-8")
    (gold / "a.tsv").write_text(
        "a\tedition:SACM/6\theldIn\tAsunción\tx\na\tedition:SACM/6\thasHost\tUY\tx\n", encoding="utf-8"
    )
    result = call("evaluate", str(gold), str(articles), "--errors", "--format", "csv")
    assert "heldIn,1,1.000,1.000,1.000" in result.stdout
    assert "-\ta\tedition:SACM/6\thasHost\tUY" in result.stdout
    assert "+\ta\tedition:SACM/6\thasParticipant\tCL\t" in result.stdout
    assert "articles 1  P " in result.stderr
    for by in ("lang", "article"):
        assert call("evaluate", str(gold), str(articles), "--by", by, "--format", "csv").stdout.startswith(f"{by},gold")


def test_evaluate_shows_a_dash_for_a_share_of_nothing(tmp_path: Path) -> None:
    for folder in ("articles", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "articles" / "a.txt").write_text(TEXT, encoding="utf-8")
    claims = "a\tedition:SACM/6\theldIn\tAsunción\tx\na\tedition:SACM/6\tadopted\tDeclaration of Lima\tx\n"
    (tmp_path / "gold" / "a.tsv").write_text(claims, encoding="utf-8")
    command = ("evaluate", str(tmp_path / "gold"), str(tmp_path / "articles"), "--format")
    shown = {row[0]: row[1:] for row in map(str.split, call(*command, "table").stdout.splitlines()) if row}
    assert shown["adopted"] == ["1", "–", "0.000", "0.000"]  # not claimed
    assert shown["hasParticipant"] == ["0", "0.000", "–", "0.000"]  # not in the gold
    assert shown["heldIn"] == ["1", "1.000", "1.000", "1.000"]
    assert "adopted,1,1.000,0.000,0.000" in call(*command, "csv").stdout, "as in the reference score"


def test_figures_are_numbers_in_json(tmp_path: Path) -> None:
    for folder in ("articles", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "articles" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold" / "a.tsv").write_text("a\tedition:SACM/6\theldIn\tAsunción\tx\n", encoding="utf-8")
    command = ("evaluate", str(tmp_path / "gold"), str(tmp_path / "articles"), "--format", "json")
    rows = {row.pop("predicate"): row for row in json.loads(call(*command).stdout)}
    assert rows["heldIn"] == {"gold": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    for row in json.loads(call(*command, "--by", "confidence").stdout):
        assert [type(row[name]) for name in ("claims", "said", "true")] == [int, float, float]


def test_evaluate_by_confidence_tells_what_is_said_and_what_is_true(tmp_path: Path) -> None:
    articles, gold = tmp_path / "articles", tmp_path / "gold"
    articles.mkdir()
    gold.mkdir()
    (articles / "a.txt").write_text(TEXT, encoding="utf-8")
    records = json.loads(call("claims", str(articles / "a.txt"), "--format", "json").stdout)
    right = next(r for r in records if r["predicate"] == "heldIn")
    (gold / "a.tsv").write_text("a\tedition:SACM/6\theldIn\tAsunción\tx\n", encoding="utf-8")
    result = call("evaluate", str(gold), str(articles), "--by", "confidence", "--format", "csv")
    rows = [line.split(",") for line in result.stdout.splitlines()]
    assert rows[0] == ["confidence", "claims", "said", "true"]
    assert sum(int(row[1]) for row in rows[1:]) == len(records)
    low = f"{int(right['confidence'] * 10) / 10:.1f}"
    inside = next(row for row in rows[1:] if row[0].startswith(low))
    assert float(inside[3]) == pytest.approx(1 / int(inside[1]), abs=0.001)
    assert "expected calibration error 0." in result.stderr


@pytest.fixture
def collection(tmp_path: Path) -> tuple[Path, Path]:
    """Gold tables of three articles with the same text, and the articles."""
    articles, gold = tmp_path / "articles", tmp_path / "gold"
    articles.mkdir()
    gold.mkdir()
    for name in ("a", "b", "c"):
        (articles / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        (gold / f"{name}.tsv").write_text(f"{name}\tedition:SACM/6\theldIn\tAsunción\tx\n", encoding="utf-8")
    return gold, articles


def by_genre(collection: tuple[Path, Path], *more: str) -> Result:
    return call("evaluate", *map(str, collection), "--by", "genre", "--format", "csv", *more)


def test_evaluate_by_genre_takes_genres_from_the_table_beside_the_gold(collection: tuple[Path, Path]) -> None:
    beside = collection[0].parent / "index.tsv"
    beside.write_text("id\tlang\tgenre\na\tes\tpress\nb\tes\t\nd\tes\tpage\n", encoding="utf-8")
    lines = by_genre(collection).stdout.splitlines()
    assert [line.split(",")[:2] for line in lines] == [["genre", "gold"], ["press", "1"], ["unknown", "2"]]
    other = collection[0].parent / "other.tsv"
    other.write_text("genre\tid\nrelease\ta\npress\tb\npress\tc\n", encoding="utf-8")
    lines = by_genre(collection, "--index", str(other)).stdout.splitlines()
    assert [line.split(",")[:2] for line in lines[1:]] == [["press", "2"], ["release", "1"]]


def test_evaluate_by_genre_needs_a_table_that_tells_genres(collection: tuple[Path, Path]) -> None:
    result = by_genre(collection)
    assert isinstance(result.exception, UsageError)
    assert result.exception.exit_code == 2
    assert "index.tsv does not exist" in str(result.exception)
    assert "--index FILE" in str(result.exception)
