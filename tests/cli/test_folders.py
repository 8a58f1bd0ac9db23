"""Folders of articles, and files among which some are bad."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests import shipped
from tests.cli.calls import call

from migkg.errors import UsageError


@pytest.fixture
def mixed(article: str, tmp_path: Path) -> Path:
    """A folder with one good article, three bad files, and two that are no articles."""
    folder = tmp_path / "mixed"
    (folder / "deeper.md").mkdir(parents=True)
    shutil.move(article, folder / "es-asuncion-2006.txt")
    (folder / "a.txt").write_bytes(b"%PDF-1.7")
    (folder / "b.md").write_text("---\npublished: 2010-13-45\n---\nText.", encoding="utf-8")
    (folder / "c.txt").write_text("12345 67890", encoding="utf-8")
    (folder / "table.tsv").write_text("x", encoding="utf-8")
    return folder


def told(mixed: Path) -> list[str]:
    return [
        f"migkg: {mixed / 'a.txt'}:1: this is a PDF document, not text; take its text out first, as UTF-8",
        f"migkg: {mixed / 'b.md'}:2: what looks like a day is none: month must be in 1..12; write it as 2010-10-25",
        f"migkg: {mixed / 'c.txt'}:1: the language of 'c' cannot be told; name it: lang in the front matter, "
        "or --article-lang; one of en, es, fr, pt",
    ]


def test_bad_files_among_others_are_told_and_the_others_are_read(mixed: Path) -> None:
    alone = call("claims", str(mixed / "es-asuncion-2006.txt"))
    whole = call("claims", str(mixed))
    left = f"{mixed}: 2 left out, which by their names are no articles"
    assert whole.stdout == alone.stdout != ""
    assert whole.stderr.splitlines() == [left, *told(mixed), "3 not read, 1 read"]
    named = call("claims", "--quiet", *sorted(str(path) for path in mixed.glob("*.[tm][xd]*") if path.is_file()))
    assert (named.stdout, named.stderr.splitlines()) == (alone.stdout, told(mixed))
    assert (alone.exit_code, whole.exit_code, named.exit_code) == (0, 1, 1)
    shown = call("read", str(mixed))
    assert "edition:SACM/6  heldIn  Asunción" in shown.stdout
    assert shown.exit_code == 1


def test_ingest_enters_the_good_ones_of_a_folder(mixed: Path, own_store: str) -> None:
    result = call("ingest", str(mixed), "--store", own_store)
    assert result.exit_code == 1
    assert [line for line in result.stderr.splitlines() if line.startswith("migkg: ")] == told(mixed)
    assert "es-asuncion-2006" in call("why", "meeting/SACM/6", "heldIn", "Asunción", "--store", own_store).stdout


def test_where_none_is_good_the_store_stays_as_it_was(mixed: Path, little_store: Path, tmp_path: Path) -> None:
    (mixed / "es-asuncion-2006.txt").unlink()
    store = shutil.copytree(little_store, tmp_path / "graph", symlinks=True)
    before = shipped.lines(Path(store))
    result = call("ingest", str(mixed), "--store", str(store))
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, "3 not read, 0 read")
    assert shipped.lines(Path(store)) == before


HELD = "The tenth South American Conference on Migration was held in Cochabamba on 25 October 2010."
OTHER = "La IX Conferencia Sudamericana sobre Migraciones se celebró en Quito en 2009."


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A file of JSON lines, of which the first, the third and the last but an empty one can be read."""
    path = tmp_path / "press.jsonl"
    good = [json.dumps({"id": f"good-{n}", "text": text}).encode() for n, text in enumerate((HELD, OTHER, HELD))]
    bad = [
        b'{"text": "x"',
        b'{"id": "b", "text": "caf\xe9"}',
        b'{"text": "Text.", "published": "May"}',
        b'{"text": "1 2"}',
    ]
    path.write_bytes(b"\n".join([good[0], bad[0], good[1], *bad[1:], good[2], b""]))
    return path


def lines_told(lines: Path) -> list[str]:
    return [
        f"migkg: {lines}:2: not JSON: Expecting ',' delimiter; write one object a line",
        f"migkg: {lines}:4:25: byte 0xE9 is not UTF-8; save the file as UTF-8",
        f"migkg: {lines}:5: 'May' is not a date of publication; write it as 2010-10-25",
        f"migkg: {lines}:6: the language of 'press-6' cannot be told; name it: lang in the front matter, or "
        "--article-lang; one of en, es, fr, pt",
    ]


@pytest.mark.parametrize("place", ["file", "folder"])
def test_a_bad_line_keeps_no_other_out(lines: Path, place: str) -> None:
    result = call("claims", str(lines if place == "file" else lines.parent))
    assert {row.partition("\t")[0] for row in result.stdout.splitlines()} == {"good-0", "good-1", "good-2"}
    assert result.stderr.splitlines() == [*lines_told(lines), "4 not read, 3 read"]
    assert result.exit_code == 1


def test_ingest_enters_the_good_lines_of_a_file(lines: Path, own_store: str) -> None:
    result = call("ingest", str(lines), "--store", own_store)
    assert result.exit_code == 1
    assert [line for line in result.stderr.splitlines() if line.startswith("migkg: ")] == lines_told(lines)
    assert "good-0" in call("why", "meeting/SACM/10", "heldIn", "Cochabamba", "--store", own_store).stdout


def test_two_lines_with_one_id_are_told_by_their_numbers(lines: Path, tmp_path: Path) -> None:
    lines.write_text(
        '{"id": "a", "lang": "en", "text": "x"}\n\n{"id": "a", "lang": "en", "text": "y"}\n', encoding="utf-8"
    )
    result = call("ingest", str(lines), "--store", str(tmp_path))
    assert f"{lines}:1 and {lines}:3 both give the article 'a'" in str(result.exception)


@pytest.mark.parametrize("command", ["claims", "read", "ingest", "build"])
def test_a_folder_without_articles_is_a_wrong_call(command: str, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("a,b", encoding="utf-8")
    result = call(command, str(tmp_path))
    assert isinstance(result.exception, UsageError)
    assert "holds no file that can be an article; name a folder with files that end in .htm" in str(result.exception)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["ingest", "{file}", "--claims", "{folder}"], "is a folder; name a file in it"),
        (["evaluate", "{file}", "{folder}"], "is a file; name a folder"),
        (["stats", "--store", "{file}"], "is a file; name a folder"),
    ],
)
def test_a_folder_in_the_place_of_a_file_and_the_other_way_round(
    article: str, tmp_path: Path, words: list[str], sentence: str
) -> None:
    result = call(*(word.format(file=article, folder=tmp_path) for word in words))
    assert result.exit_code == 2
    assert sentence in result.stderr


def test_a_folder_is_no_query(tmp_path: Path, little_store: Path) -> None:
    result = call("query", str(tmp_path), "--store", str(little_store))
    assert (result.exit_code, str(result.exception)) == (2, f"'{tmp_path}' is a folder; name a file in it")


@pytest.mark.parametrize(
    "words",
    [
        ["read", "{none}"],
        ["claims", "{file}", "{none}"],
        ["ingest", "{none}"],
        ["ingest", "{file}", "{none}"],
        ["ingest", "{file}", "--claims", "{none}"],
        ["build", "{none}"],
        ["diff", "{none}", "{file}"],
        ["evaluate", "{none}", "{folder}"],
        ["evaluate", "{folder}", "{folder}", "--aliases", "{none}"],
        ["evaluate", "{folder}", "{folder}", "--index", "{none}"],
        ["query", "{none}"],
    ],
    ids=" ".join,
)
def test_a_name_of_nothing_is_a_wrong_call_and_nothing_is_done(
    article: str, tmp_path: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    none, store = tmp_path / "none.md", tmp_path / "graph"
    monkeypatch.setenv("MIGKG_STORE", str(store))
    result = call(*(word.format(file=article, folder=tmp_path, none=none) for word in words))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "none.md" in result.stderr
    assert not store.exists()
