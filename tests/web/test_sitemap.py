"""What crawlers ask first, where there are more pages than one file may list."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from migkg.web import sitemap

if TYPE_CHECKING:
    import pytest

    from migkg.web.pages import Shelf

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://site.example/kg/"


def listed(text: str, kind: str) -> list[str]:
    """The addresses of a file of that kind; the parser refuses what is no XML."""
    whole = ET.fromstring(text)  # noqa: S314 - our own file
    assert whole.tag == f"{SPACE}{kind}"
    return [str(place.text) for place in whole.iter(f"{SPACE}loc")]


def test_many_pages_are_in_several_files(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    (whole,) = sitemap.files(shelf, BASE).values()
    every = listed(whole, "urlset")
    monkeypatch.setattr(sitemap, "LIMIT", 100)
    made = sitemap.files(shelf, BASE)
    parts = [address.removeprefix(BASE) for address in listed(made.pop("sitemap.xml"), "sitemapindex")]
    assert parts == list(made)
    assert len(parts) == len(every) // 100 + 1
    assert [address for name in parts for address in listed(made[name], "urlset")] == every


def test_a_site_below_a_folder_and_one_without_a_server(shelf: Shelf) -> None:
    assert "Disallow: /kg/sparql?" in sitemap.robots(BASE, live=True).splitlines()
    assert sitemap.robots(BASE, live=False) == f"User-agent: *\nAllow: /kg/\n\nSitemap: {BASE}sitemap.xml\n"
    assert listed(sitemap.files(shelf, BASE)["sitemap.xml"], "urlset")[0] == f"{BASE}index.en.html"
