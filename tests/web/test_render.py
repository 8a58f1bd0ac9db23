"""Every page in every language from the templates; nothing of what strangers wrote becomes markup."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from migkg import names
from migkg.web import pages, paths, render
from migkg.web.models import ErrorPage
from migkg.web.things import thing_page
from migkg.web.values import Piece

if TYPE_CHECKING:
    from migkg.web.library import Library
    from migkg.web.pages import Shelf

SITE = render.Site(live=True, base="https://site.example/")
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "source", "wbr"})


class Page(HTMLParser):
    """What a browser would find dangerous, and whether elements are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.handlers: list[str] = []
        self.links: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.ids: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.handlers += [name for name in found if name.startswith("on") or name == "style"]
        self.links += [str(found[name]) for name in ("href", "src", "action") if name in found]
        self.ids += [str(found["id"])] if "id" in found else []
        if tag == "script":
            self.scripts.append(found)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag


def _all_paths(shelf: Shelf) -> list[str]:
    things = [paths.page(address) for address in sorted(shelf.library.addresses)]
    browse = [f"browse/{folder}" for folder, _, _ in pages.kinds(shelf)]
    return [*pages.fixed(), *browse, *(f"queries/{query.name}" for query in shelf.queries[:8]), *things]


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_every_page_is_well_formed_and_harmless(shelf: Shelf, lang: str) -> None:
    for path in _all_paths(shelf):
        shown = pages.shown(shelf, path, lang)
        assert shown, path
        text = render.page(shown.template, shown.model, path, lang, SITE)
        page = Page(text)
        assert page.open == [], path
        assert page.handlers == [], path
        assert [script for script in page.scripts if not script.get("src")] == [], path
        assert [link for link in page.links if link.lower().startswith(("javascript:", "data:", "//"))] == [], path
        assert len(page.ids) == len(set(page.ids)), path
        assert f'<html lang="{lang}"' in text


def test_quotations_are_shown_as_they_are_written(shelf: Shelf) -> None:
    shown = pages.shown(shelf, "page/claim/bb01", "en")
    assert shown
    text = render.page(shown.template, shown.model, "page/claim/bb01", "en", SITE)
    assert "&lt;b onmouseover=alert(1)&gt;met in 2003&lt;/b&gt;" in text
    assert "{{ 7 * 7 }}" in text


@pytest.mark.parametrize(("lang", "rule", "confidence"), [("en", "rule", "confidence"), ("fr", "règle", "confiance")])
def test_a_claim_shows_the_rule_that_read_it(shelf: Shelf, lang: str, rule: str, confidence: str) -> None:
    def text(key: str) -> str:
        shown = pages.shown(shelf, f"page/claim/{key}", lang)
        assert shown
        return render.page(shown.template, shown.model, f"page/claim/{key}", lang, SITE)

    assert f"<span>{rule} <code>en/held-date</code></span> <span>{confidence} 0.9</span>" in text("bb01")
    assert f"<span>{rule}" not in text("aa01"), "a row is read by no rule"


def test_an_error_shows_nothing_raw() -> None:
    model = ErrorPage(status=404, problem="<script>", hint="\"'>")
    text = render.page("error", model, "<svg onload=alert(1)>/x", "fr", SITE)
    assert Page(text).handlers == []
    assert "<script>" not in text


def test_the_words_are_the_same_in_all_languages() -> None:
    texts = render.texts()
    keys = {lang: {(section, key) for section, words in text.items() for key in words} for lang, text in texts.items()}
    assert set(texts) == {"en", "fr", "es"}
    assert keys["fr"] == keys["en"] == keys["es"]
    assert all(word.strip() for text in texts.values() for words in text.values() for word in words.values())
    for section, words in texts["en"].items():
        for key, word in words.items():
            holes = {part.partition("}")[0] for part in word.split("{")[1:]}
            for lang in ("fr", "es"):
                assert {part.partition("}")[0] for part in texts[lang][section][key].split("{")[1:]} == holes


def test_every_tag_of_a_canned_query_has_a_name(shelf: Shelf) -> None:
    tags = {tag for query in shelf.queries for tag in query.tags}
    assert tags <= set(render.texts()["en"]["tags"])


def test_unknown_pages(shelf: Shelf, library: Library) -> None:
    for path in ("nothing", "page/", "page/meeting/NONE/1", "queries/none", "browse/none", "../etc/passwd"):
        assert pages.shown(shelf, path, "en") is None
    nothing = library.ref(names.thing("meeting", "NONE/1"), "en")
    assert (nothing.label, nothing.address, nothing.path) == ("NONE/1", "", "")


def test_article_of_which_nothing_was_understood(shelf: Shelf) -> None:
    shown = thing_page(shelf.library, f"{names.ID}article/en-wild", "fr")
    assert shown
    bare = replace(shown, claims=(), contradictions=(), text=(Piece(text="Nothing of note was said."),))
    page = render.page("thing", bare, "page/article/en-wild", "fr", SITE)
    assert '<div class="article-text" lang="en">Nothing of note was said.</div>' in page
