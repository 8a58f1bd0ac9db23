"""What titles of documents say: kind, places, numbers and telling words."""

from __future__ import annotations

import pytest
from tests.fuse.makers import said

from migkg.fuse import Titles

TITLES = Titles(
    [
        ("declaration", "en", "declaration"),
        ("declaration", "fr", "déclaration"),
        ("declaration", "es", "declaración"),
        ("final-declaration", "en", "final declaration"),
        ("plan", "en", "action plan"),
    ],
    [("La Paz", "La Paz"), ("Den Haag", "The Hague"), ("La Haye", "The Hague"), ("Paz", "Paz")],
)


@pytest.mark.parametrize(
    ("name", "kind", "telling"),
    [
        ("Final Declaration of La Paz", "final-declaration", ("la paz",)),
        ("Declaration and Action Plan", "declaration", ("plan", "action")),
        ("Déclaration de La Haye", "declaration", ("the hague",)),
        ("XVI Declaration", "declaration", ("16",)),
        ("XVIème Déclaration", "declaration", ("16",)),
        ("La Déclaration", "declaration", ("la",)),
        ("Vive Declaration", "declaration", ("vive",)),
        ("Agenda 2030", "", ("2030", "agenda")),
        ("Declaration", "declaration", ()),
    ],
)
def test_titles_are_read(name: str, kind: str, telling: tuple[str, ...]) -> None:
    title = TITLES.read(name)
    assert (title.kind, title.telling) == (kind, tuple(sorted(telling)))


def test_places_and_numbers_are_told_apart_from_words() -> None:
    title = TITLES.read("XL Declaration of Den Haag 2030")
    assert title.places == {"the hague"}
    assert title.numbers == {"40", "2030"}


def test_the_form_and_the_claims_tell_the_language() -> None:
    english, french = (said("edition:A/1", "adopted", "Declaration", lang=lang) for lang in ("en", "fr"))
    assert TITLES.read("Declaration").langs == {"en", "fr"}
    assert TITLES.read("Declaration", [french]).langs == {"fr"}
    assert TITLES.read("Action Plan", [french]).langs == {"en"}
    assert TITLES.read("Agenda", [english, french]).langs == {"en", "fr"}
