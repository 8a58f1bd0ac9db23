"""The pages in a real browser: Debian's Chromium, where it is installed; elsewhere these tests are not collected."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Dialog, Page
    from tests.conftest import Serving

CHROMIUM = shutil.which("chromium")
collect_ignore_glob = [] if CHROMIUM and importlib.util.find_spec("playwright") else ["test_*.py"]

_OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-default-apps", "--no-pings"]  # fmt: skip
_WIDE = {"width": 1280, "height": 900}
_PHONE = {"width": 390, "height": 844}


OpenWindow = Callable[..., AbstractContextManager["Visitor"]]

Windows = tuple[dict[str, Any], ...]


@dataclass
class Visitor:
    """A browser window with what went wrong in it: errors of the console, requests to other hosts, dialogs."""

    context: BrowserContext
    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a page of the site and wait for what its scripts draw."""
        self.page.goto(self.base + path)
        if self.page.evaluate("document.documentElement.classList.contains('js')"):
            for drawing in self.page.locator(".drawing").all():
                drawing.scroll_into_view_if_needed()
                drawing.locator("svg").wait_for()
            self.page.evaluate("scrollTo(0, 0)")
        return self.page


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for a file of tests: its event loop must not run on while others ask for one of their own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(graph_store: Path, serving: Serving) -> Iterator[str]:
    """The server of the shipped graph."""
    with serving(graph_store) as base:
        yield base


@pytest.fixture(scope="session")
def hostile_site(little_store: Path, serving: Serving) -> Iterator[str]:
    """The server of a graph with hostile texts."""
    with serving(little_store) as base:
        yield base


@contextmanager
def visiting(browser: Browser, base: str, **options: Any) -> Iterator[Visitor]:
    """A window that listens for everything that must not happen."""
    context = browser.new_context(**{"viewport": _WIDE, "locale": "en", **options})
    visitor = Visitor(context, context.new_page(), base)
    page, note = visitor.page, visitor.complaints.append
    page.set_default_timeout(45_000)

    def refuse(dialog: Dialog) -> None:
        note(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("console", lambda message: note(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: note(str(error)))
    page.on("dialog", refuse)
    page.on("request", lambda one: None if one.url.startswith((base, "data:")) else note(f"request: {one.url}"))
    yield visitor
    context.close()


@pytest.fixture(scope="module")
def open_window(chromium: Browser) -> OpenWindow:
    """What opens a window with options on the site at an address."""
    return partial(visiting, chromium)


@pytest.fixture
def visitor(chromium: Browser, site: str) -> Iterator[Visitor]:
    """A window on a wide screen; the test fails where something went wrong in it."""
    with visiting(chromium, site) as window:
        yield window
    assert window.complaints == []


@pytest.fixture
def plain_visitor(chromium: Browser, site: str) -> Iterator[Visitor]:
    """A window without JavaScript, as narrow as a phone."""
    with visiting(chromium, site, java_script_enabled=False, viewport=_PHONE) as window:
        yield window
    assert window.complaints == []


@pytest.fixture(scope="session")
def windows() -> Windows:
    """The options of a window in the light on a wide screen, and of one in the dark on a phone."""
    return ({"color_scheme": "light", "viewport": _WIDE}, {"color_scheme": "dark", "viewport": _PHONE})
