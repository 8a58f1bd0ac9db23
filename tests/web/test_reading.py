"""What came of an article as a page that stands alone."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from tests.web.test_render import Page

from migkg import pipeline, resources
from migkg.model import Article, Claim, Evidence, Reading, Rejection, Span
from migkg.web import render
from migkg.web.reading import mentions, shown

TEXT = "The <b>tenth</b> RCM met in Lima & closed."
PAGE = Path(__file__).parent.parent / "resources" / "pages" / "en-blog.html"


def span(exact: str) -> Span:
    start = TEXT.index(exact)
    return Span(start=start, end=start + len(exact), exact=exact)


def claim(predicate: str, value: str, exact: str) -> Claim:
    evidence = Evidence(article="a", span=span(exact), rule="en/test")
    return Claim(subject="edition:RCM/10", predicate=predicate, object=value, evidence=evidence, confidence=0.5)


READING = Reading(
    article=Article(id="a", lang="en", title="<i>News</i>", text=TEXT, sha256=""),
    claims=(claim("ordinal", "10", "tenth</b> RCM"), claim("heldIn", "Lima", "RCM met in Lima")),
    sessions=(claim("hasTheme", "<u>", "closed"),),
    rejected=(Rejection(article="a", span=None, text="<s>", reason="because"),),
    mentions=((span("RCM"), "forum", "RCM"), (span("in Lima"), "place", "PE"), (span("Lima"), "city", "Lima")),
)


def test_mentions_that_overlap_are_the_longest() -> None:
    assert mentions(READING) == [(span("RCM"), "forum RCM"), (span("in Lima"), "place PE")]


def test_the_text_is_cut_where_something_begins_or_ends() -> None:
    read = shown(READING)
    assert "".join(stretch.text for stretch in read.text) == TEXT
    cut = [(s.text, s.mention, s.claims, s.ends) for s in read.text]
    assert cut == [
        ("The <b>", "", (), ()),
        ("tenth</b> ", "", (1,), ()),
        ("RCM", "forum RCM", (1, 2), (1,)),
        (" met ", "", (2,), ()),
        ("in Lima", "place PE", (2,), (2,)),
        (" & ", "", (), ()),
        ("closed", "", (3,), (3,)),
        (".", "", (), ()),
    ]


def test_a_reading_without_claims_is_one_stretch() -> None:
    bare = shown(Reading(article=READING.article, claims=()))
    assert [stretch.text for stretch in bare.text] == [TEXT]
    page = render.alone("reading", [bare], "xx")
    assert render.texts()["en"]["reading"]["nothing"] in page
    assert render.texts()["en"]["reading"]["refused"] not in page


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_the_page_says_what_the_reading_says_and_nothing_raw(lang: str) -> None:
    text = render.alone("reading", [shown(READING)], lang)
    page = Page(text)
    assert not page.open
    assert not page.handlers
    assert not page.scripts
    assert page.ids == ["a-1", "a-2", "a-3"]
    assert page.links == ["#a-1", "#a-2", "#a-3"]
    body = text.partition('<div class="text" lang="en">')[2].partition("</div>")[0]
    assert html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]*>", "", body)) == TEXT
    assert '<h1 lang="en">&lt;i&gt;News&lt;/i&gt;</h1>' in text
    assert "<li><code>&lt;s&gt;</code><br>" in text
    assert f"{render.texts()[lang]['claim']['confidence']} 0.50" in text


def test_claims_of_a_web_page_show_their_place() -> None:
    (article,) = resources.read_articles(str(PAGE))
    page = render.alone("reading", [shown(pipeline.read(article, pipeline.reading_knowledge()))], "en")
    assert re.search(rf"{re.escape(str(PAGE))}:12:\d+", page)
