"""The choice between forms, as RFC 9110 describes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg.web import media

OFFERED = (media.TURTLE, media.NTRIPLES, media.JSONLD, media.RDFXML, media.HTML)


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "turtle"),
        ("", "turtle"),
        ("*/*", "turtle"),
        ("text/*", "turtle"),
        ("application/*", "ntriples"),
        ("text/html", "html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
        ("application/ld+json", "jsonld"),
        ("application/json", "jsonld"),
        ("APPLICATION/LD+JSON", "jsonld"),
        ("text/turtle;q=0.5, application/n-triples", "ntriples"),
        ("text/turtle;q=0.5, application/n-triples;q=0.4", "turtle"),
        ("text/turtle;q=0, */*", "ntriples"),
        ("*/*;q=0.1, text/html;level=1;q=0.7", "html"),
        ("application/rdf+xml; q=1.0", "rdfxml"),
        ("image/png", None),
        ("image/png, text/html;q=0", None),
        ("text/turtle;q=0.5;x=1, text/html ; q=0.6", "html"),
        ("this is no header", "turtle"),
    ],
)
def test_the_best_form_by_quality_and_precision(accept: str | None, chosen: str | None) -> None:
    form = media.choose(accept, OFFERED)
    assert (form.name if form else None) == chosen


@pytest.mark.parametrize(
    ("accept", "lang"),
    [(None, "en"), ("fr", "fr"), ("fr-CA", "fr"), ("de, es;q=0.4, fr;q=0.5", "fr"), ("*", "en"), ("de", "en"),
     ("es;q=0, en;q=0.1", "en"), ("ES-419,es;q=0.9", "es"), ("<script>", "en")],
)  # fmt: skip
def test_the_best_language(accept: str | None, lang: str) -> None:
    assert media.choose_language(accept, ("en", "es", "fr")) == lang


@given(st.text())
def test_no_header_breaks_the_choice(header: str) -> None:
    assert media.choose(header, OFFERED) in {*OFFERED, None}
    assert media.choose_language(header, ("en", "fr")) in {"en", "fr"}


def test_a_form_is_found_by_its_ending() -> None:
    assert media.by_ending("jsonld", media.GRAPHS) is media.JSONLD
    assert media.by_ending("exe", media.GRAPHS) is None
    assert media.TURTLE.header == "text/turtle; charset=utf-8"
    assert media.JSONLD.header == "application/ld+json"
