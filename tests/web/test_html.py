"""The HTML of every template, judged by the Nu checker of the W3C where `npm ci --prefix frontend` has put it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from itertools import product
from typing import TYPE_CHECKING

from migkg import api
from migkg.web import pages, render
from migkg.web.library import Library
from migkg.web.models import ErrorPage

if TYPE_CHECKING:
    from pathlib import Path

PATHS = ("index", "search", "ask", "queries", "queries/hosts", "map", "timeline", "network", "conflicts", "ontology", "sparql",
         "downloads", "about", "browse/meeting", "page/forum/TIDE", "page/forum/WILD", "page/meeting/TIDE/1", "page/state/BO",
         "page/article/en-wild", "page/claim/bb01", "page/row/editions/E1", "page/city/port-lune-cl", "page/session/TIDE/1/panel/wild", "browse/session", "queries/sessions")  # fmt: skip


def test_html_is_valid(top: Path, little_store: Path, tmp_path: Path) -> None:
    checker = top / "frontend" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    with api.open(little_store) as graph:
        written = _write(pages.shelf(Library(graph)), tmp_path)
    assert len(written) == 2 * 3 * len(PATHS) + 1
    if not checker.is_file() or not shutil.which("java"):
        return
    command = ["java", "-Xmx512m", "-jar", str(checker), "--format", "json", "--errors-only", *map(str, written)]
    found = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False).stderr
    assert [f"{one['url']}: {one['message']}" for one in json.loads(found)["messages"]] == []


def test_no_identifier_stands_twice(little_store: Path, tmp_path: Path) -> None:
    with api.open(little_store) as graph:
        for file in _write(pages.shelf(Library(graph)), tmp_path):
            found = re.findall(r'\sid="([^"]*)"', file.read_text(encoding="utf-8"))
            assert len(found) == len(set(found)), file.name


def _write(shelf: pages.Shelf, folder: Path) -> list[Path]:
    """Every page of the list, served and static, in every language, and the page of an error."""
    written = []
    sites = {live: render.Site(live=live, base="https://forums.example/") for live in (True, False)}
    for path, lang, live in product(PATHS, render.languages(), (True, False)):
        shown = pages.shown(shelf, path, lang)
        assert shown, path
        file = folder / f"{path.replace('/', '-')}.{lang}.{live}.html"
        file.write_text(render.page(shown.template, shown.model, path, lang, sites[live]), encoding="utf-8")
        written.append(file)
    error = folder / "error.html"
    model = ErrorPage(status=404, problem="there is no such page")
    error.write_text(render.page("error", model, "nowhere", "en", sites[True]), encoding="utf-8")
    return [*written, error]
