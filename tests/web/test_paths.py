"""One scheme of addresses for the server and the static release."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg import names
from migkg.web import paths

PARTS = st.text("abcé19~+- ", min_size=1, max_size=5).map(lambda text: f"x{text}")
PLACES = st.lists(PARTS, min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("path", "start", "link"),
    [
        ("queries.fr.html", "index.fr.html", "queries.fr.html"),
        ("page/forum/SACM.en.html", "index.en.html", "page/forum/SACM.en.html"),
        ("index.en.html", "page/forum/SACM.en.html", "../../index.en.html"),
        ("page/forum/GFMD.en.html", "page/forum/SACM.en.html", "GFMD.en.html"),
        ("ontology.en.html#heldIn", "page/x.en.html", "../ontology.en.html#heldIn"),
        ("page/official/ana-ñ.en.html", "index.en.html", "page/official/ana-%C3%B1.en.html"),
    ],
)
def test_links_are_relative(path: str, start: str, link: str) -> None:
    assert paths.relative(path, start) == link


@given(PLACES, PLACES)
def test_a_link_leads_to_its_path_from_anywhere(path: str, start: str) -> None:
    base = "https://site.example/deep/er/"
    there = urljoin(base + paths.quoted(start), paths.relative(path, start))
    assert there == base + paths.quoted(path)


def test_keys_and_pages() -> None:
    address = f"{names.ID}official/ana-%C3%B1"
    assert paths.key_of(address) == "official/ana-%C3%B1"
    assert paths.page(address) == "page/official/ana-ñ"
    assert paths.key_from_path("official/ana-ñ") == paths.key_from_path("official/ana-%C3%B1") == "official/ana-%C3%B1"
    assert paths.page(f"{names.MF}heldIn") == "ontology#heldIn"
    assert paths.page("https://elsewhere.example/x") == ""
    assert paths.data("meeting/SACM/10", "ttl") == "data/meeting/SACM/10.ttl"


def test_the_language_of_a_document() -> None:
    assert paths.document("queries", "fr") == "queries.fr.html"
    assert paths.document("ontology#Forum", "es") == "ontology.es.html#Forum"
    assert paths.split_language("page/x.y.fr.html", ("en", "fr")) == ("page/x.y", "fr")
    assert paths.split_language("page/x.de.html", ("en", "fr")) is None
