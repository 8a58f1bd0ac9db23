"""The static release of the little graph: whole, the same every time, without a broken link."""

from __future__ import annotations

import hashlib
import shutil
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin

import pytest
import yaml
from click.testing import CliRunner

from migkg import names, store
from migkg.cli.main import main
from migkg.errors import UsageError
from migkg.publish import pages, release

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BASE = "https://site.example/migkg/"


def _plan(jobs: int = 1) -> release.Plan:
    return release.Plan(base=BASE, site=BASE, jobs=jobs, step=lambda _: None)


def _files(folder: Path) -> Mapping[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def site(little_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release") / "site"
    release.publish(little_store, folder, _plan())
    return folder


def test_several_processes_write_the_same_bytes(little_store: Path, site: Path, tmp_path: Path) -> None:
    made = release.publish(little_store, tmp_path / "again", _plan(jobs=2))
    first, second = _files(site), _files(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
    assert made.files == len(first)


def test_what_a_release_holds(site: Path) -> None:
    files = _files(site)
    for path in (
        "index.html", "index.fr.html", "queries/hosts.es.html", "browse/forum.en.html", "page/meeting/TIDE/1.fr.html",
        "data/meeting/TIDE/1.ttl", "data/meeting/TIDE/1.jsonld", "data/official/ana-ñ.nt", "map.en.json", "metadata.ttl",
        ".well-known/void", "download/migkg.nq.gz", "download/migkg-facts.ttl", "download/meetings.csv", "ontology.ttl",
        "SHA256SUMS", "LICENSE.txt", "robots.txt", "CITATION.cff", ".htaccess", "w3id/.htaccess", "static/style.css",
    ):  # fmt: skip
        assert files[path], path
    assert not any("/quote" in path for path in files)
    assert files["download/migkg.nq.gz"][4:8] == b"\0\0\0\0", "no time in it"
    assert yaml.safe_load(files["CITATION.cff"])["url"] == BASE


def test_a_release_names_whose_data_it_is_in_part(site: Path) -> None:
    for path in ("LICENSE.txt", "about.en.html", "about.es.html", "about.fr.html"):
        text = (site / path).read_text(encoding="utf-8")
        assert "https://www.geonames.org/" in text, path
        assert "https://cldr.unicode.org/" in text, path


def test_the_sums_are_right(site: Path) -> None:
    files = dict(_files(site))
    lines = files.pop("SHA256SUMS").decode().splitlines()
    assert {line[66:]: line[:64] for line in lines} == {p: hashlib.sha256(b).hexdigest() for p, b in files.items()}


class Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        found = dict(attrs)
        self.links += [str(found[name]) for name in ("href", "src", "data-source") if found.get(name)]
        if found.get("id"):
            self.ids.add(str(found["id"]))


def test_no_link_is_broken(site: Path) -> None:
    files = _files(site)
    parsed = {path: Links(content.decode()) for path, content in files.items() if path.endswith(".html")}
    broken = []
    for path, page in parsed.items():
        for link in page.links:
            target, fragment = urldefrag(urljoin(f"{BASE}{path}", link))
            if not target.startswith(BASE):
                continue
            name = unquote(target.removeprefix(BASE).partition("?")[0]) or "index.html"
            if name not in files or (fragment and name in parsed and unquote(fragment) not in parsed[name].ids):
                broken.append((path, link))
    assert broken == []


def test_the_site_map_lists_every_page(site: Path) -> None:
    files = _files(site)
    text = files["sitemap.xml"].decode()
    listed = {unquote(part.partition("<")[0].removeprefix(BASE)) for part in text.split("<loc>")[1:]}
    pages_there = {path for path in files if path.endswith(".html") and b'content="noindex"' not in files[path]}
    assert pages_there - listed == {
        "index.html",
        *(f"{n}.{x}.html" for n in ("search", "ask") for x in ("en", "es", "fr")),
    }
    assert listed <= pages_there


@pytest.mark.parametrize(
    ("base", "place"),
    [("https://w3id.org/migkg/", "https://example.org/migkg/"), ("https://my.example/kg/", "https://my.example/kg/")],
)
def test_where_a_release_lies_unless_it_is_told(base: str, place: str) -> None:
    assert release.lies(base) == place


def test_every_thing_has_a_page_and_data(little_store: Path, site: Path) -> None:
    files = _files(site)
    with store.Store.open(little_store) as opened:
        things = {s for s, _, _ in opened.triples(None, names.expand("rdf:type")) if s.startswith(f"<{names.ID}")}
    keys = {unquote(names.text_of(thing).removeprefix(names.ID)) for thing in things}
    for key in keys - {"claim/bb01/quote", "claim/bb01/position"}:
        assert {f"page/{key}.en.html", f"data/{key}.ttl", f"data/{key}.rdf"} <= files.keys(), key


def test_rules_for_merged_and_withdrawn_things(little_store: Path, site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    (folder / "keys.txt").write_text(f"{names.ID}forum/GONE\n{names.ID}forum/TIDE\n")
    release.publish(little_store, folder, _plan())
    assert (folder / "gone.txt").read_text() == f"{names.ID}forum/GONE\n"
    rules = (folder / ".htaccess").read_text()
    assert "RewriteRule ^(id|page|data)/forum/GONE(\\..+)?$ - [G,L]" in rules
    assert (
        "RewriteRule ^(id|page|data)/meeting/TIDE/2001(\\.[a-z.]+)?$ %{ENV:BASE}$1/meeting/TIDE/1$2 [R=301,L,NE]"
        in rules
    )
    first = _files(folder)
    release.publish(little_store, folder, _plan())
    assert _files(folder) == first, "what is gone stays gone"
    w3id = (folder / "w3id" / ".htaccess").read_text()
    assert f"E=SITE:{BASE}" in w3id


def test_a_folder_with_other_things_is_left_alone(little_store: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(UsageError, match="not empty and not a release"):
        release.publish(little_store, tmp_path / "mine", _plan())
    assert (tmp_path / "mine" / "letter.txt").read_text() == "dear"
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=r"cannot write|not empty"):
        release.publish(little_store, tmp_path / "file" / "site", _plan())


def test_a_release_that_fails_leaves_the_old_one(
    little_store: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    before = _files(folder)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr(pages, "write", fail)
    with pytest.raises(UsageError, match="No space left"):
        release.publish(little_store, folder, _plan())
    assert _files(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_changed_since_the_release_before(little_store: Path, site: Path, tmp_path: Path) -> None:
    assert "The first release." in (site / "changes.en.md").read_text()
    folder, other = tmp_path / "site", tmp_path / "graph"
    shutil.copytree(site, folder)
    with store.Store.open(little_store) as opened:
        quads = set(opened.quads())
    meeting, year = names.thing("meeting", "TIDE/1"), names.word("year")
    gone = {quad for quad in quads if quad[0] == meeting and quad[1] == year}
    new = [(meeting, year, names.literal("2004", datatype="xsd:gYear"), graph) for *_, graph in gone]
    store.build(other, sorted((quads - gone).union(new)), {})
    release.publish(other, folder, _plan())
    for lang, first in (("en", "The first release."), ("fr", "La première publication.")):
        log = (folder / f"changes.{lang}.md").read_text()
        assert log.count("\n## ") == 1
        assert log.startswith("## ")
        assert log.index("2004") < log.index(first)
    patch = (folder / "download" / "changes.rdfp").read_text()
    assert 'A <https://w3id.org/migkg/id/meeting/TIDE/1> <https://w3id.org/migkg/ontology#year> "2004"' in patch
    before = _files(folder)
    release.publish(other, folder, _plan())
    assert _files(folder) == before, "the same graph again changes nothing"


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/etc/x"])
def test_no_file_leaves_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(UsageError, match="no path for a file"):
        pages.put(tmp_path, path, b"x")


def test_the_command(little_store: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        main, ["publish", str(tmp_path / "site"), "--store", str(little_store), "--jobs", "1", "-v"]
    )
    assert done.exit_code == 0, done.output
    assert "things" in done.output
    assert (tmp_path / "site" / "index.html").is_file()
