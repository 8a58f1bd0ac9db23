"""Drawings of the ontology: every class once, nothing over anything else, every link to a term that is described."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from migkg import names
from migkg.web import diagram, render
from migkg.web.ontology import ontology_page

if TYPE_CHECKING:
    from migkg.web.library import Library

LANGUAGES = ("en", "fr", "es")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_class_is_drawn_once_in_its_own_place(library: Library, lang: str) -> None:
    drawn = diagram.classes(library, lang)
    described = dict(ontology_page(library, lang).sections)["classes"]
    assert sorted(box.anchor for box in drawn.boxes) == sorted(term.anchor for term in described)
    assert {box.label for box in drawn.boxes} == {term.ref.label for term in described}
    for one, other in combinations(drawn.boxes, 2):
        assert one.x != other.x or abs(one.y - other.y) >= one.height, (one.label, other.label)
    assert all(box.x + box.width <= drawn.width and box.y + box.height <= drawn.height for box in drawn.boxes)


def test_a_wider_class_stands_left_of_its_narrower_ones(library: Library) -> None:
    places = {box.anchor: box for box in diagram.classes(library, "en").boxes}
    assert places["Gathering"].x < places["Meeting"].x < places["Conference"].x
    assert places["Gathering"].inner
    assert not places["Conference"].inner
    lines = diagram.classes(library, "en").lines
    start = f"M{places['Meeting'].x + places['Meeting'].width:g} {places['Meeting'].y + 15:g}C"
    assert sum(line.path.startswith(start) for line in lines) == 7


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_property_or_its_inverse_leads_from_class_to_class(library: Library, lang: str) -> None:
    drawn = diagram.properties(library, lang)
    named = {label.anchor for label in drawn.labels}
    assert len(named) == len(drawn.labels)
    assert {"heldIn", "editionOf", "hasSecretariat"} <= named
    assert not {"venueOf", "hasEdition", "secretariatOf"} & named, "their inverses are what sources say"
    assert len(drawn.lines) == 2 * len(drawn.labels)
    rows = {box.y: [] for box in drawn.boxes}  # type: dict[float, list[str]]
    for box in sorted(drawn.boxes, key=lambda box: box.x):
        rows[box.y].append(box.anchor)
    assert ["Gathering", "City"] in rows.values()
    assert all(len(row) == 2 for row in rows.values())


def test_the_page_links_to_what_it_describes(library: Library) -> None:
    page = ontology_page(library, "es")
    html = render.page("ontology", page, "ontology", "es", render.Site(live=True, base="https://site.example/"))
    assert html.count("<svg") == 2
    anchors = {term.anchor for _, terms in page.sections for term in terms}
    for _, drawn in page.diagrams:
        assert {box.anchor for box in drawn.boxes} | {label.anchor for label in drawn.labels} <= anchors
    assert names.MF in html
