"""Every type of page in Chromium: accessible (axe, WCAG 2.1 A and AA), no error, no request elsewhere, no overflow."""

from __future__ import annotations

from importlib.resources import files
from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import OpenWindow, Visitor, Windows

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

LITTLE = ("search.{}.html", "ontology.{}.html", "queries.{}.html", "map.{}.html", "timeline.{}.html", "network.{}.html", "conflicts.{}.html",
          "downloads.{}.html", "about.{}.html", "browse/meeting.{}.html", "search.{}.html?q=tide&kind=", "ask.{}.html?q=blah",
          "page/row/editions/E1.{}.html", "page/claim/bb01.{}.html", "page/document/declaration-1.{}.html",
          "page/session/TIDE/1/panel/wild.{}.html", "page/membership/TIDE/BO/member.{}.html", "page/city/port-lune-cl.{}.html")  # fmt: skip
"""Pages of the little graph: the same templates, quick to check."""

SHIPPED = ("index.{}.html", "sparql.{}.html", "page/meeting/SACM/10.{}.html", "page/forum/SACM.{}.html", "page/state/BO.{}.html",
           "page/official/david-choquehuanca.{}.html", "page/org/UNHCR.{}.html", "page/article/en-sacm-10.{}.html",
           "page/session/GFMD/1/round-table/2.{}.html", "page/session/PIDC/17/opening.{}.html", "page/meeting/GFMD/1.{}.html",
           "browse/session.{}.html", "queries/sessions.{}.html?forum=GFMD&run=1",
           "queries/hosts.{}.html?forum=SACM&run=1", "ask.{}.html?q=Where+did+the+Colombo+Process+meet%3F")  # fmt: skip
"""Pages of the shipped graph."""

LANGUAGES = ("en", "fr", "es")


def violations(page: Page) -> list[str]:
    """What axe finds, one line for each rule."""
    page.evaluate(AXE)
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


def accessible(window: Visitor, address: str, lang: str) -> None:
    """Open a page, its first details too, and look at it as axe does."""
    page = window.go(address.format(lang))
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == lang
    page.evaluate("document.querySelectorAll('main details').forEach((one, at) => { one.open = at < 3 })")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("which", [0, 1])
def test_pages_of_a_little_graph(windows: Windows, open_window: OpenWindow, hostile_site: str, which: int) -> None:
    with open_window(hostile_site, **windows[which]) as window:
        for address, lang in zip(LITTLE, cycle(LANGUAGES)):
            accessible(window, address, lang)
            assert window.complaints == []


@pytest.mark.parametrize(("address", "lang"), list(zip(SHIPPED, cycle(LANGUAGES))))
def test_pages_of_the_shipped_graph(
    windows: Windows, open_window: OpenWindow, site: str, address: str, lang: str
) -> None:
    with open_window(site, **windows[SHIPPED.index(address) % len(windows)]) as window:
        accessible(window, address, lang)
    assert window.complaints == []


def test_page_that_is_missing(open_window: OpenWindow, site: str) -> None:
    with open_window(site) as window:
        page = window.go("page/meeting/SACM/999.es.html")
        assert violations(page) == []
        assert page.locator("html").get_attribute("lang") == "es"
        assert page.locator("main li a").count() > 0
        assert window.page.title()


HOSTILE = ("index.en.html", "page/session/TIDE/1/panel/wild.fr.html", "search.fr.html?q=script", "page/forum/WILD.en.html", "page/article/en-wild.en.html",
           "page/meeting/TIDE/1.fr.html", "map.fr.html", "timeline.en.html", "network.fr.html", "conflicts.en.html")  # fmt: skip


def test_hostile_texts_stay_texts(open_window: OpenWindow, hostile_site: str) -> None:
    with open_window(hostile_site) as window:
        for address in HOSTILE:
            page = window.go(address)
            for drawn in page.locator("svg [data-key]").all()[:3]:
                drawn.dispatch_event("pointermove", {"bubbles": True})
            assert page.locator("script:not([src])").count() == 0
            assert page.locator("[onerror], [onmouseover], a[href^=javascript]").count() == 0
        box = window.page.locator("input[type=search]")
        box.press_sequentially("script")
        window.page.get_by_role("option").first.wait_for()
        assert window.page.locator("[role=option] script, [role=option] img").count() == 0
    assert window.complaints == []
