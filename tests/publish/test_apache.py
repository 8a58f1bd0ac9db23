"""The release behind a real Apache 2.4, and w3id.org's rules before it; where Apache is installed (Debian: apache2-bin)."""

from __future__ import annotations

import http.client
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest
from tests.servers import running

from migkg import names
from migkg.publish import release

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("socket_enabled")

APACHE = shutil.which("apache2", path="/usr/sbin:/usr/bin:/sbin") or ""
MODULES = Path("/usr/lib/apache2/modules")
WANTED = ("mpm_event", "authz_core", "rewrite", "headers", "mime", "dir", "alias", "setenvif")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

_CONFIGURATION = """
ServerRoot {folder}
PidFile {folder}/pid
ErrorLog {folder}/error.log
TypesConfig {folder}/types
Listen 127.0.0.1:{port}
ServerName localhost
DocumentRoot {folder}/www
<Directory {folder}/www>
  AllowOverride All
  Require all granted
</Directory>
"""

Answer = tuple[int, str, str]


class Server:
    """An Apache of ours: `/kg/` is the release, `/migkg/` is what w3id.org has."""

    def __init__(self, base: str) -> None:
        self.base = base

    def get(self, path: str, accept: str = "*/*", languages: str = "") -> Answer:
        """Status, address that it leads to, type; no redirect is followed."""
        target = urlsplit(urljoin(self.base, path))
        connection = http.client.HTTPConnection(str(target.hostname), target.port, timeout=30)
        try:
            connection.request("GET", target.path, headers={"Accept": accept, "Accept-Language": languages})
            answer = connection.getresponse()
            answer.read()
            return answer.status, answer.headers.get("Location", ""), answer.headers.get_content_type()
        finally:
            connection.close()

    def follow(self, path: str, accept: str = "*/*", languages: str = "") -> tuple[list[int], str, str]:
        """The statuses on the way, the last address below the server, and the type of what is there."""
        statuses, place = [], urljoin(self.base, path)
        while True:
            status, location, kind = self.get(place, accept, languages)
            statuses.append(status)
            if not location:
                return statuses, place.removeprefix(self.base), kind
            place = urljoin(place, location)


@pytest.fixture(scope="module", params=[APACHE] if APACHE else [])
def server(
    request: pytest.FixtureRequest, little_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """The release of the little graph in a folder of a server, an earlier release had forum/GONE."""
    folder = tmp_path_factory.mktemp("apache")
    kg = folder / "www" / "kg"
    kg.mkdir(parents=True)
    (kg / "keys.txt").write_text(f"{names.ID}forum/GONE\n")
    (kg / "SHA256SUMS").write_text("")
    (folder / "types").write_text("text/html html\ntext/css css\ntext/javascript js\n")
    for place in (folder, *folder.parents):
        if place.is_relative_to(tmp_path_factory.getbasetemp().parent):
            place.chmod(0o755)  # Apache's processes give up the rights of whoever starts them
    load = "".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in WANTED)

    def command(port: int) -> list[str]:
        (folder / "httpd.conf").write_text(load + _CONFIGURATION.format(folder=folder, port=port))
        return [request.param, "-f", str(folder / "httpd.conf"), "-DFOREGROUND"]

    with running(command, "kg/keys.txt", folder) as base:
        # the release names the site, so that it is made when the server has its port
        plan = release.Plan(base="https://w3id.org/migkg/", site=f"{base}kg/", jobs=1, step=lambda _: None)
        release.publish(little_store, kg, plan)
        shutil.copytree(kg / "w3id", folder / "www" / "migkg")
        yield Server(base)


@pytest.mark.parametrize(
    ("accept", "languages", "place", "kind"),
    [
        (BROWSER, "fr-CA, en;q=0.5", "kg/page/meeting/TIDE/1", "text/html"),
        ("text/turtle", "", "kg/data/meeting/TIDE/1.ttl", "text/turtle"),
        ("application/ld+json", "", "kg/data/meeting/TIDE/1.jsonld", "application/ld+json"),
        ("application/n-triples", "", "kg/data/meeting/TIDE/1.nt", "application/n-triples"),
        ("application/rdf+xml", "", "kg/data/meeting/TIDE/1.rdf", "application/rdf+xml"),
    ],
)
def test_an_identifier_leads_through_w3id(server: Server, accept: str, languages: str, place: str, kind: str) -> None:
    assert server.follow("migkg/id/meeting/TIDE/1", accept, languages) == ([303, 303, 200], place, kind)


@pytest.mark.parametrize(
    ("path", "statuses", "place"),
    [
        ("migkg/", [302, 200], "kg/"),
        ("migkg/ontology", [303, 200], "kg/ontology"),
        ("migkg/graph/facts", [303, 303, 200], "kg/downloads"),
        ("migkg/graph/article/en-wild", [303, 303, 200], "kg/page/article/en-wild"),
        ("migkg/dataset", [303, 303, 200], "kg/downloads"),
        ("kg/catalog", [303, 200], "kg/downloads"),
        ("migkg/download/migkg.nq.gz", [302, 200], "kg/download/migkg.nq.gz"),
        ("migkg/.well-known/void", [302, 200], "kg/.well-known/void"),
        ("migkg/id/official/ana-%C3%B1", [303, 303, 200], "kg/page/official/ana-%c3%b1"),
        ("kg/id/meeting/TIDE/1.ttl", [303, 200], "kg/data/meeting/TIDE/1.ttl"),
        ("kg/id/meeting/TIDE/2001", [301, 303, 200], "kg/page/meeting/TIDE/1"),
        ("kg/data/meeting/TIDE/2001.nt", [301, 200], "kg/data/meeting/TIDE/1.nt"),
        ("kg/id/claim/bb01/quote", [303, 303, 200], "kg/page/claim/bb01"),
        ("kg/id/forum/GONE", [410], "kg/id/forum/GONE"),
        ("kg/page/forum/GONE.fr.html", [410], "kg/page/forum/GONE.fr.html"),
        ("kg/id/forum/NEVER", [303, 404], "kg/page/forum/NEVER"),
    ],
)
def test_where_addresses_lead_a_browser(server: Server, path: str, statuses: list[int], place: str) -> None:
    found, last, _ = server.follow(path, BROWSER)
    assert (found, re.sub(r"%[0-9A-F]{2}", lambda one: one[0].lower(), last)) == (statuses, place)


@pytest.mark.parametrize(
    ("path", "accept", "place"),
    [
        ("migkg/graph/facts", "application/trig", "kg/download/migkg.trig"),
        ("kg/dataset", "*/*", "kg/metadata.ttl"),
        ("kg/dataset", "application/ld+json", "kg/metadata.jsonld"),
        ("kg/catalog", "application/rdf+xml", "kg/metadata.rdf"),
    ],
)
def test_where_addresses_lead_a_program(server: Server, path: str, accept: str, place: str) -> None:
    statuses, last, _ = server.follow(path, accept)
    assert (statuses[-1], last) == (200, place)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("kg/.well-known/void", "text/turtle"),
        ("kg/download/migkg.trig", "application/trig"),
        ("kg/download/migkg.nq", "application/n-quads"),
        ("kg/download/meetings.csv", "text/csv"),
        ("kg/download/migkg.nq.gz", "application/gzip"),
        ("kg/map.fr.json", "application/json"),
        ("kg/ontology.jsonld", "application/ld+json"),
    ],
)
def test_files_have_their_types(server: Server, path: str, kind: str) -> None:
    assert server.get(path)[::2] == (200, kind)


def test_files_of_the_design_are_kept(server: Server) -> None:
    address = urlsplit(server.base)
    connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=30)
    try:
        kept = []
        for path in ("/kg/static/style.css?v=0123456789", "/kg/static/style.css"):
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            kept.append(answer.headers.get("Cache-Control", ""))
    finally:
        connection.close()
    assert "immutable" in kept[0]
    assert "immutable" not in kept[1]
