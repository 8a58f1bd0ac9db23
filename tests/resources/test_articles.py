"""Articles of every kind, and what is said of bad ones."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from migkg import resources
from migkg.errors import DataError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "---\nid: es-quito\nlang: es\ntitle: Encuentro\npublished: 2009-09-21\nurl: https://example.org/a\n---\n"


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    (article,) = resources.read_articles(write(tmp_path, "a.md", HEAD + "Quito acogió la cita.\n"))
    assert (article.id, article.lang, article.title) == ("es-quito", "es", "Encuentro")
    assert (article.published, article.url) == ("2009-09-21", "https://example.org/a")
    assert article.text == "Quito acogió la cita.\n"


def test_plain_text_is_named_by_its_stem(tmp_path: Path) -> None:
    (article,) = resources.read_articles(write(tmp_path, "fr-x.txt", "Bonjour."), lang="fr")
    assert (article.id, article.lang, article.published) == ("fr-x", "fr", None)
    assert len(article.sha256) == 64


def test_json_lines(tmp_path: Path) -> None:
    text = '{"text": "one"}\n\n{"id": "b", "lang": "en", "text": "two"}\n'
    articles = resources.read_articles(write(tmp_path, "a.jsonl", text))
    assert [(a.id, a.line) for a in articles] == [("a-1", 1), ("b", 3)]


def test_json_lines_with_bad_ones_among_them(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '\ufeff{"text": "one"}\r\n{"text": ""}\r\n{"text": "two"}')
    faults: list[DataError] = []
    assert [a.id for a in resources.read_articles(path, faults=faults)] == ["a-1", "a-3"]
    assert [str(fault) for fault in faults] == [f"{path}:2: the article is empty; give it a text or leave it out"]
    with pytest.raises(DataError, match=r"a\.jsonl:2: the article is empty"):
        resources.read_articles(path)


def test_html_keeps_the_article_only(tmp_path: Path) -> None:
    body = "<p>" + "The ninth conference met in Quito, Ecuador, and adopted a declaration. " * 8 + "</p>"
    page = f"<html lang='en'><head><title>Conference</title></head><body><nav>Menu</nav><article>{body}</article></body></html>"
    (article,) = resources.read_articles(write(tmp_path, "p.html", page))
    assert "met in Quito" in article.text
    assert "Menu" not in article.text


DAYS = [
    ("", "", None),  # neither the day of the meeting nor the year below the page
    ("<meta property='article:published_time' content='2011-03-04T10:00:00Z'>", "", "2011-03-04"),
    ("<meta property='article:published_time' content='2611-03-04'>", "", "2611-03-04"),
    ("", "<time datetime='2011-05-05'>5 May</time>", "2011-05-05"),
]


@pytest.mark.parametrize(("head", "above", "day"), DAYS)
def test_the_day_of_a_page_is_one_that_it_marks(tmp_path: Path, head: str, above: str, day: str | None) -> None:
    body = "<p>" + "The conference met in Quito on 25 October 2010, and adopted a declaration. " * 8 + "</p>"
    page = f"<html><head>{head}</head><body><article>{above}{body}</article><footer>© 2019</footer></body></html>"
    (article,) = resources.read_articles(write(tmp_path, "p.html", page))
    assert article.published == day


def test_html_without_an_article_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no article text found"):
        resources.read_articles(write(tmp_path, "p.html", "<html><body></body></html>"))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Text.")))
    (article,) = resources.read_articles("-")
    assert (article.id, article.text) == ("stdin", "Text.")


BAD = [
    ("a.md", "---\nlang: es\n", "a.md:1: the front matter is not closed; end it with a line of three hyphens"),
    ("a.md", "---\nlang: es\nlagn: x\n---\nT", "a.md:3: unknown key 'lagn' in the front matter; keys are id, lang, title, published, url"),
    ("a.md", "---\npublished: 8 November\n---\nT", "a.md:2: '8 November' is not a date of publication; write it as 2010-10-25"),
    ("a.md", "---\nlang: es\npublished: 2010-13-45\n---\nT", "a.md:3: what looks like a day is none: month must be in 1..12; write it as 2010-10-25"),
    ("a.md", "---\nlang: es\ntitle: a\x01b\n---\nT", "a.md:3: the front matter is not YAML: control characters are not allowed; write it as 'key: value', quoting values with a colon"),
    ("a.md", "---\nlang: Spanish\n---\nT", "a.md:2: 'Spanish' is not a language; use a two-letter code such as en, fr or es"),
    ("a.md", "---\nid: a b\n---\nT", "a.md:2: 'a b' cannot name an article; rename the file, or give the text an id, of letters, digits, '.', '+', '-' and '_'"),
    ("a.md", "---\n- x\n---\nT", "a.md:2: the front matter is not 'key: value' lines; keys are id, lang, title, published, url"),
    ("a.md", "---\n\n---\n", "a.md:1: the article is empty; give it a text or leave it out"),
    ("a.txt", "", "a.txt:1: the article is empty; give it a text or leave it out"),
    ("a.txt", "x" * 10_000_000, "a.txt:1: the article has 10,000,000 characters, the limit is 2,000,000; split it into articles"),
    ("a.jsonl", "{", "a.jsonl:1: not JSON: Expecting property name enclosed in double quotes; write one object a line"),
    ("a.jsonl", "[" * 100_000, "a.jsonl:1: not an article: too deeply nested; write one flat object a line"),
    ("a.jsonl", '{"id": "a"}', "a.jsonl:1: the line has no 'text'; each line needs at least a text"),
    ("a.jsonl", '{"text": "a", "date": "x"}', "a.jsonl:1: unknown key 'date'; keys are id, lang, title, published, url, text"),
    ("a.jsonl", "\n", "a.jsonl:1: the file holds no article; it is empty"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "sentence"), BAD)
def test_a_bad_article_is_one_sentence(tmp_path: Path, name: str, text: str, sentence: str) -> None:
    with pytest.raises(DataError) as caught:
        resources.read_articles(write(tmp_path, name, text))
    assert str(caught.value) == f"{tmp_path}/{sentence}"


def test_front_matter_that_is_not_yaml_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"a\.md:2: the front matter is not YAML"):
        resources.read_articles(write(tmp_path, "a.md", "---\ntitle: a: b\n---\nT"))


def test_an_unknown_kind_of_file_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"files of kind '.pdf' are not read; use one of .htm, .html"):
        resources.read_articles(write(tmp_path, "a.pdf", "x"))


def test_the_shipped_articles_are_read_in_order() -> None:
    ids = [article.id for article in resources.shipped_articles()]
    assert ids == sorted(ids)
    assert len(ids) >= 12
