"""What people do with the pages, step by step, in Chromium."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Route
    from tests.browser.conftest import OpenWindow, Visitor

CONFERENCE = "page/meeting/SACM/10.en.html"


def test_search_by_keyboard_alone(visitor: Visitor) -> None:
    page = visitor.go("index.en.html")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    page.keyboard.type("south american conf")
    expect(page.get_by_role("option").first).to_contain_text("South American Conference on Migration")
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == page.get_by_role("option").first.get_attribute("id")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"page/.+\.en\.html$"))
    expect(page.locator("h1")).to_contain_text("South American Conference on Migration")


def test_escape_closes_suggestions_and_enter_searches(visitor: Visitor) -> None:
    page = visitor.go("index.es.html")
    page.get_by_role("combobox").press_sequentially("colombo")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"search\.es\.html\?q=colombo"))
    assert page.locator(".hits li").count() > 2


def test_focus_is_always_seen(visitor: Visitor) -> None:
    page = visitor.go(CONFERENCE)
    for _ in range(30):
        page.keyboard.press("Tab")
        width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert width == "3px", page.evaluate("document.activeElement.outerHTML")


def test_conference_at_a_glance_and_its_evidence(visitor: Visitor) -> None:
    page = visitor.go(CONFERENCE)
    expect(page.locator(".when")).to_contain_text("25–26 October 2010")
    expect(page.locator(".when")).to_contain_text("Cochabamba, Bolivia")
    fact = page.locator(".property", has_text="Start date").locator("details")
    assert fact.get_attribute("open") is None
    fact.locator("summary").click()
    expect(fact.locator("mark").first).to_be_visible()
    fact.get_by_role("link", name="read in context").first.click()
    expect(page).to_have_url(re.compile(r"page/article/.+#[0-9a-f]{20}$"))
    target = page.url.partition("#")[2]
    marked = page.locator(f".piece:has([id='{target}']) mark")
    assert marked.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def test_all_evidence_at_once(visitor: Visitor) -> None:
    page = visitor.go(CONFERENCE)
    closed = page.locator("details.sources:not([open])").count()
    page.get_by_role("button", name="Show all evidence").click()
    assert page.locator("details.sources[open]").count() == closed
    page.get_by_role("button", name="Hide the evidence").click()
    assert page.locator("details.sources[open]").count() == 0


def test_contradictions_stand_side_by_side(visitor: Visitor) -> None:
    page = visitor.go(CONFERENCE)
    page.locator(".notice a").click()
    first = page.locator(".contradiction").first
    places = first.locator(".side").evaluate_all("all => all.map(one => [one.offsetTop, one.offsetLeft])")
    assert len(places) >= 2
    assert places[0][0] == places[1][0]
    assert places[0][1] < places[1][1]


def test_language_switch_keeps_the_page(visitor: Visitor) -> None:
    page = visitor.go(CONFERENCE)
    page.get_by_role("link", name="Français").click()
    expect(page).to_have_url(re.compile(r"page/meeting/SACM/10\.fr\.html$"))
    expect(page.locator(".when")).to_contain_text("octobre 2010")
    page.get_by_role("link", name="Español").click()
    expect(page.locator(".when")).to_contain_text("de octubre de 2010")


def test_theme_is_remembered(visitor: Visitor) -> None:
    page = visitor.go("index.en.html")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.locator("#theme").click()
    page = visitor.go("about.en.html")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != light
    expect(page.locator("#theme")).to_have_attribute("aria-pressed", "true")


def test_map_shows_the_cities_of_its_table(visitor: Visitor) -> None:
    page = visitor.go("map.en.html")
    table = page.locator("table").first
    cities = set(table.locator("td:nth-child(4) a").evaluate_all("all => all.map(one => one.href)"))
    expect(page.locator("#map .dot")).to_have_count(len(cities))
    page.get_by_label("Forum", exact=True).select_option(label="Colombo Process")
    shown = page.locator("#map .dot")
    assert 0 < shown.count() < len(cities)
    shown.first.hover()
    expect(page.locator("#map .tip")).to_contain_text("Colombo Process")
    shown.first.click()
    expect(page).to_have_url(re.compile(r"page/city/.+\.en\.html$"))


def test_time_line_shows_the_meetings_of_its_tables(visitor: Visitor) -> None:
    page = visitor.go("timeline.fr.html")
    dated = [text for text in page.locator("td:first-child").all_inner_texts() if re.search(r"\d{4}", text)]
    expect(page.locator("#timeline .dot")).to_have_count(len(dated))


def test_network_shows_the_forums_of_its_table(visitor: Visitor) -> None:
    page = visitor.go("network.en.html")
    expect(page.locator("#network .forum")).to_have_count(page.locator("tbody tr").count())
    page.locator("#network .forum").first.hover()
    assert page.locator("#network .tie.near").count() > 0


def test_canned_query_with_a_parameter(visitor: Visitor) -> None:
    page = visitor.go("queries/meetings-in-city.en.html")
    box = page.locator("form.fields input[data-suggest]").first
    box.fill("")
    box.press_sequentially("quito")
    page.get_by_role("option").first.click()
    assert box.input_value().startswith("quito")
    page.locator("form.fields button").click()
    assert page.locator("tbody tr").count() > 0


def test_sparql_editor_runs_completes_and_lets_go(visitor: Visitor) -> None:
    page = visitor.go("sparql.en.html")
    page.locator(".CodeMirror").click()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#answer table")).to_be_visible()
    assert page.locator("#answer tbody tr").count() > 10
    page.keyboard.press("Control+End")
    page.keyboard.type("\nmf:heldI")
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hint").first).to_contain_text("mf:heldIn")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.locator("#sparql button")).to_be_focused()


def test_the_sparql_page_says_what_goes_on_and_reads_out_no_table(visitor: Visitor) -> None:
    page = visitor.go("sparql.en.html")
    status = page.get_by_role("status")
    waiting: list[Route] = []
    page.route("**/sparql", lambda route: waiting.append(route))  # noqa: PLW0108 - a method of C is none for it
    page.get_by_role("button", name="Run").click()
    expect(status).to_have_text("The query is running …")
    waiting.pop().continue_()
    expect(status).to_have_text(re.compile(r"^Rows: \d+$"))
    expect(page.locator("#answer table")).to_be_visible()
    assert page.locator("[aria-live] table, [role=status] table, [role=alert] table").count() == 0
    keys = page.locator(".CodeMirror textarea").get_attribute("aria-describedby")
    expect(page.locator(f"#{keys}")).to_contain_text("Ctrl+Space")


@pytest.mark.parametrize("failure", ["abort", "page of a proxy"])
def test_a_server_that_does_not_answer_is_told_on_the_sparql_page(
    open_window: OpenWindow, site: str, failure: str
) -> None:
    with open_window(site) as window:
        page = window.go("sparql.fr.html")
        fault = {"status": 502, "content_type": "text/html", "body": "<h1>Bad gateway</h1>"}
        page.route("**/sparql", lambda route: route.abort() if failure == "abort" else route.fulfill(**fault))
        page.get_by_role("button", name="Exécuter").click()
        expect(page.get_by_role("alert")).to_contain_text("Le serveur n'a pas répondu")
        expect(page.get_by_role("status")).to_be_empty()
        assert [one for one in window.complaints if "Failed to load resource" not in one] == []


def test_the_head_of_a_table_hides_no_focus(open_window: OpenWindow, site: str) -> None:
    with open_window(site, viewport={"width": 1280, "height": 700}) as window:
        page = window.go("queries/hosts.en.html?forum=SACM&run=1")
        page.locator(".scroll tbody a").last.focus()
        for _ in range(60):
            page.keyboard.press("Shift+Tab")
            hidden = page.evaluate(
                "(one => one.closest('tbody') && one.getBoundingClientRect().bottom"
                " <= one.closest('table').tHead.getBoundingClientRect().bottom)(document.activeElement)"
            )
            assert not hidden, page.evaluate("document.activeElement.outerHTML")


def test_the_page_at_hand_is_marked_where_the_system_chooses_the_colours(open_window: OpenWindow, site: str) -> None:
    with open_window(site, forced_colors="active") as window:
        page = window.go("map.en.html")
        edge = "all => [...new Set(all.map(one => getComputedStyle(one).borderBottomColor))]"
        (own,) = page.locator(".sections a[aria-current]").evaluate_all(edge)
        others = page.locator(".sections a:not([aria-current])").evaluate_all(edge)
    assert len(others) == 1
    assert own not in others


def test_plain_question(visitor: Visitor) -> None:
    page = visitor.go("index.fr.html")
    page.get_by_role("combobox").fill("Où le Processus de Colombo s’est-il réuni ?")
    page.get_by_role("button", name="Demander").click()
    expect(page.locator(".reply")).to_contain_text("Colombo")
    assert page.locator(".source").count() > 0


def test_without_javascript(plain_visitor: Visitor) -> None:
    page = plain_visitor.go("index.en.html")
    page.locator("#q").fill("colombo")
    page.get_by_role("button", name="Search").click()
    assert page.locator(".hits li").count() > 2
    page = plain_visitor.go(CONFERENCE)
    expect(page.locator(".source mark").first).to_be_hidden()
    page.locator("details.sources > summary").first.click()
    expect(page.locator(".source mark").first).to_be_visible()
    page = plain_visitor.go("queries/hosts.en.html")
    page.locator("select").first.select_option(label="Quito Process")
    page.locator("form.fields button").click()
    assert page.locator("tbody tr").count() > 0
    page = plain_visitor.go("map.en.html")
    expect(page.locator("#map")).to_be_hidden()
    assert page.locator("table").first.locator("tbody tr").count() > 100
    page = plain_visitor.go("sparql.en.html")
    expect(page.locator("#query")).to_be_visible()
    assert page.get_by_text("Ctrl+Enter").count() == 0, "a text area does not know the keys of the editor"
    assert page.locator("#format option").first.get_attribute("value") == "csv"
