"""From the text of a web page back to its file: what is found is right, what is not sure is not found."""

from __future__ import annotations

import hashlib
import html
import unicodedata
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.resources import html_pages

from migkg import pipeline, resources
from migkg.model import Evidence
from migkg.resources import pages, tracing

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Lexicon
    from migkg.model import Claim

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
MARK = b"\xef\xbb\xbf"
FORMS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda raw: raw,
    "byte order mark": lambda raw: MARK + raw,
    "line ends": lambda raw: raw.replace(b"\n", b"\r\n"),
    "decomposed": lambda raw: unicodedata.normalize("NFD", raw.decode()).encode(),
}
"""What may happen to a file on its way."""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return pipeline.reading_knowledge()


def quoted(claim: Claim) -> Evidence:
    assert isinstance(claim.evidence, Evidence)
    return claim.evidence


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_evidence_is_found_in_the_body_of_the_file(page: Path, form: str, lexicon: Lexicon, tmp_path: Path) -> None:
    file = tmp_path / page.name
    raw = FORMS[form](page.read_bytes())
    file.write_bytes(raw)
    (article,) = resources.read_articles(str(file))
    reading = pipeline.read(article, lexicon)
    assert article.page_sha256 == hashlib.sha256(raw).hexdigest()
    start, end = raw.index(b"<!-- body -->"), raw.index(b"<!-- /body -->")
    assert len(reading.stated) > 10
    for evidence in map(quoted, reading.stated):
        if evidence.page is None:
            # a button that the reader left out stands inside the sentence
            assert "in Cochabamba, Bolivia" in evidence.span.exact
            continue
        assert start < evidence.page[0] < evidence.page[1] < end
        assert html_pages.shows(raw[slice(*evidence.page)].decode(), evidence.span.exact)


def test_what_stands_twice_is_found_where_it_was_read() -> None:
    raw = PAGES[1].read_bytes()
    headline = "La VI Conferencia Sudamericana sobre Migraciones se celebró en Asunción"
    (article,) = resources.read_articles(str(PAGES[1]))
    assert article.page is not None
    at = article.text.index(headline)
    place = article.page.locate(at, at + len(headline))
    assert place is not None
    assert raw[place[0] - 4 : place[0]] == b"<h1>"
    assert article.page.place(place[0]) == (19, 5)


class Reader:
    """Takes slices out of a source, each with what is set before it: a reader of pages whose text is known."""

    def __init__(self, *slices: tuple[str, int, int]) -> None:
        self._slices = slices

    def __call__(self, source: str) -> str:
        return "".join(before + html.unescape(source[start:end]) for before, start, end in self._slices)


SOURCE = "<p>One two</p><p>x</p><p>One two</p><p>2</p><p>three&amp;four</p>"
SECOND = Reader(("", 25, 32), ("\n", 39, 40), ("\n", 47, 60))
"""Reads the second of the two that are the same, the number, and the end."""


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("One two", (25, 32)),
        ("2", (39, 40)),
        ("two\n2", (29, 40)),
        ("o\n2\nthree&", (31, 57)),
        ("\nthree", (47, 52)),
        ("\n", None),
    ],
)
def test_a_quote_is_found_through_tags_and_references(quote: str, place: tuple[int, int] | None) -> None:
    text = SECOND(SOURCE)
    page = tracing.trace(SOURCE, text, SECOND)
    at = text.index(quote)
    assert page.locate(at, at + len(quote)) == place


@pytest.mark.parametrize("space", ["\x1f", "\x1c", "\x0c", "\x0b", "&#12288;", " ", "\u3000"])
@pytest.mark.parametrize(
    "around", ["Quito{}</b>Lima", "Quito<b>{}Lima", "Quito<b>{}</b>Lima", "Quito{}Lima", "Quito<b>Lima{}"]
)
def test_words_that_the_reader_joins_over_white_space_are_not_found_as_one(around: str, space: str) -> None:
    source = f"<html><body><article><p>{html_pages.SENTENCE * 2}{around.format(space)}</p></article></body></html>"
    found = pages.read(source)
    assert found is not None
    raw, text = source.encode(), str(found["text"])
    page, first = pages.trace(raw, text), text.index("Quito", 200)
    assert page.locate(first, first + 5) is not None
    for end in range(first + 1, len(text) + 1):
        place = page.locate(first, end)
        assert place is None or html_pages.shows(raw[slice(*place)].decode(), text[first:end])


def test_what_the_reader_reorders_is_found_by_parts() -> None:
    page = tracing.trace(SOURCE, "three\nOne two", Reader(("", 47, 52), ("\n", 25, 32)))
    assert [page.locate(0, 5), page.locate(6, 13), page.locate(0, 13)] == [(47, 52), (25, 32), None]


def test_what_the_reader_leaves_out_or_adds_is_not_bridged() -> None:
    without = Reader(("", 25, 32), ("\n", 47, 52))
    page = tracing.trace(SOURCE, without(SOURCE), without)
    assert [page.locate(0, 7), page.locate(8, 13), page.locate(4, 13)] == [(25, 32), (47, 52), None]
    more = Reader(("", 25, 28), (" never ", 29, 32))
    page = tracing.trace(SOURCE, more(SOURCE), more)
    assert [page.locate(0, 3), page.locate(4, 9), page.locate(0, 13)] == [(25, 28), None, None]


def test_a_number_alone_is_found_where_nothing_else_can_be_meant() -> None:
    source = "<p>12</p><p>One<b>1</b></p><b>34</b><u>xyz</u><b>34</b><u>five</u><u>6</u>"
    reader = Reader(("", 3, 5), ("\n", 12, 15), (" ", 18, 19), (" ", 30, 32), ("\n", 58, 62), (" ", 69, 70))
    text = reader(source)
    assert text == "12\nOne 1 34\nfive 6"
    page = tracing.trace(source, text, reader)
    assert page.locate(0, 6) == (3, 15)
    assert page.locate(text.index("five"), len(text)) == (58, 70)
    # the page has this number before and behind what was left out
    assert page.locate(text.index("34"), text.index("34") + 2) is None


def test_words_that_the_reader_joins_are_not_the_words_of_the_page() -> None:
    joined = Reader(("", 25, 28), ("", 29, 32))
    page = tracing.trace(SOURCE, joined(SOURCE), joined)
    assert [page.locate(0, 3), page.locate(3, 6), page.locate(0, 6)] == [(25, 28), (29, 32), None]


def test_nothing_is_found_where_the_tracers_change_the_text() -> None:
    page = tracing.trace(SOURCE, SECOND(SOURCE), lambda _: "Something else")
    assert page.locate(0, 7) is None


def test_lines_that_both_readings_share_are_enough() -> None:
    source = "<p>One two</p><p>three four</p><p>five six</p>"
    changed = Reader(("", 17, 27), ("\n", 34, 42), ("\n", 3, 10), ("\n", 34, 42))
    text = "One two\nthree four\nfive six"
    page = tracing.trace(source, text, changed)
    found = [page.locate(text.index(line), text.index(line) + len(line)) for line in text.split("\n")]
    assert found == [(3, 10), (17, 27), None]  # the last comes out twice


def test_marks_of_lists_and_tables_are_no_part_of_a_place() -> None:
    source = "<ul><li>Peru<li>Chile</ul><p>- Not-a-mark -</p>"
    marking = Reader(("- ", 8, 12), ("\n- ", 16, 21), ("\n", 29, 43))
    text = marking(source)
    page = tracing.trace(source, text, marking)
    assert [page.locate(0, len(text)), page.locate(0, 6)] == [(8, 43), (8, 12)]
    at = text.index("- Not")
    assert page.locate(at, at + 1) == (29, 30)


def test_half_a_character_reference_is_not_found() -> None:
    source = "<p>two &ngE; three</p>"
    reader = Reader(("", 3, 18))
    page = tracing.trace(source, reader(source), reader)
    assert [page.locate(0, 6), page.locate(0, 5), page.locate(5, 9)] == [(3, 12), None, None]


def test_a_page_full_of_ideographs_has_no_room_for_tracers() -> None:
    everything = "".join(map(chr, tracing._IDEOGRAPHS))
    page = tracing.trace(f"<p>{everything}</p>", everything, lambda _: "never asked")
    assert page.locate(0, 5) is None


JOINED = (
    f"<html><body><article><h1>News</h1><p>{html_pages.SENTENCE * 2}"
    + "of the conference<b>\x1fmigration</b> " * 20
    + "</p></article></body></html>"
)
"""U+001F is white space to Python, and the reader drops it: its text joins what the page does not."""


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(html_pages.pages(), st.randoms(use_true_random=False))
@example(JOINED, Random(0))
def test_law_a_place_shows_its_quote(source: str, random: Random) -> None:
    found = pages.read(source)
    if found is None:
        return
    raw, text = source.encode(), str(found["text"])
    page = pages.trace(raw, text)
    assert page == pages.trace(raw, text)
    for _ in range(20):
        start = random.randrange(len(text))
        end = min(len(text), start + random.randrange(1, 90))
        place = page.locate(start, end)
        if place is not None:
            assert html_pages.shows(raw[slice(*place)].decode(), text[start:end])


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text(), st.text())
def test_law_no_source_and_no_text_crash(source: str, text: str, again: str) -> None:
    raw = source.encode("utf-8", "replace").decode()
    page = tracing.trace(raw, text, lambda _: again)
    assert len(page.offsets) == len(page.starts) == len(page.ends) == len(page.runs)
    assert list(page.offsets) == sorted(page.offsets)
