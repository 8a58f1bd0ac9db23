"""Pages, health, limits; and attempts to make the server say what strangers want."""

from __future__ import annotations

import json
import logging
import re
from typing import TYPE_CHECKING

import pytest

from migkg.serve.cache import Cache
from migkg.serve.gate import POLICY, JsonLines, Rates
from migkg.serve.settings import Settings

if TYPE_CHECKING:
    from starlette.testclient import TestClient

HTML = {"Accept": "text/html"}


def test_a_page_in_the_language_of_the_reader(client: TestClient) -> None:
    response = client.get("/", headers={"Accept-Language": "fr-CA, en;q=0.5"})
    assert response.headers["content-language"] == "fr"
    assert response.headers["content-location"] == "/index.fr.html"
    assert "Accept-Language" in response.headers["vary"]
    assert client.get("/queries.es.html", headers={"Accept-Language": "fr"}).headers["content-language"] == "es"


def test_pages_are_kept_and_conditional(client: TestClient) -> None:
    first, second = client.get("/timeline.en.html"), client.get("/timeline.en.html")
    assert first.text == second.text
    tag = first.headers["etag"]
    assert client.get("/timeline.en.html", headers={"If-None-Match": tag}).status_code == 304
    for path, status in (("/timeline.en.html", 304), ("/data/forum/TIDE.ttl", 304), ("/nothing.en.html", 404)):
        assert client.get(path, headers={"If-None-Match": "*"}).status_code == status


def test_crawlers_find_every_page_and_leave_alone_what_is_worked_out(client: TestClient) -> None:
    rules = client.get("/robots.txt")
    assert rules.headers["content-type"] == "text/plain; charset=utf-8"
    lines = rules.text.splitlines()
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert {"Disallow: /sparql?", "Disallow: /search", "Disallow: /queries/*?", "Allow: /"} <= set(lines)
    found = re.findall(r"<loc>http://testserver/([^<]+)</loc>", client.get("/sitemap.xml").text)
    assert {"page/meeting/TIDE/1.fr.html", "page/official/ana-%C3%B1.en.html", "queries/hosts.es.html"} <= set(found)
    assert not {"page/meeting/TIDE/2001.en.html", "search.en.html"} & set(found), "it leads elsewhere, it is left alone"
    assert len(found) == len(set(found))
    assert [path for path in found if client.get(f"/{path}").status_code != 200] == []
    assert client.get("/sitemap-1.xml").status_code == 404


def test_search_and_suggestions(client: TestClient) -> None:
    page = client.get("/search.fr.html", params={"q": "MAREES", "kind": "forum"})
    assert "Dialogue des marées" in page.text
    hits = client.get("/suggest", params={"q": "tide", "kind": "forum", "lang": "fr"}).json()
    assert hits[0] == {
        "value": "TIDE",
        "label": "Dialogue des marées",
        "kind": "forum",
        "matched": "TIDE",
    }


def test_a_canned_query_answers_its_form(client: TestClient) -> None:
    page = client.get("/queries/repeat-hosts.en.html", params={"forum": "TIDE", "min": "1", "run": "1"})
    assert page.status_code == 200
    assert "<td" in page.text or "<table" in page.text or "No rows" in page.text
    wrong = client.get("/queries/repeat-hosts.en.html", params={"forum": "x'} UNION { ?s ?p ?o } #", "min": "1"})
    assert "not known as forum" in wrong.text
    assert client.get("/queries/none.en.html", params={"a": "b"}).status_code == 404


def test_a_form_follows_a_key_that_became_another(client: TestClient) -> None:
    page = client.get("/queries/participants.en.html", params={"meeting": "edition:TIDE/2001"})
    assert "meeting/TIDE/1&gt;" in page.text
    assert ">Bolivia<" in page.text


def test_models_for_scripts(client: TestClient) -> None:
    for name in ("map", "timeline", "network"):
        response = client.get(f"/{name}.es.json")
        assert response.json()
        assert client.get(f"/{name}.es.json", headers={"If-None-Match": response.headers["etag"]}).status_code == 304
    assert client.get("/index.es.json").status_code == 404


def test_files_of_the_design_are_kept_as_long_as_they_are_the_same(client: TestClient) -> None:
    page = client.get("/page/meeting/TIDE/1.en.html").text
    links = re.findall(r'(?:href|src|data-world)="(?:\.\./)*(static/[^"]+)"', page)
    assert any("?v=" in link for link in links)
    for link in links:
        kept = client.get(f"/{link}").headers["cache-control"]
        assert ("immutable" in kept) == ("?v=" in link), link
        assert "immutable" not in client.get(f"/{link.partition('?')[0]}?v=0").headers["cache-control"]


def test_static_files(client: TestClient) -> None:
    assert client.get("/static/style.css").headers["content-type"].startswith("text/css")
    for path in ("/static/none.css", "/static/../render.py", "/static/%2e%2e/render.py", "/static//etc/passwd"):
        assert client.get(path).status_code == 404


def test_health_and_metrics(client: TestClient) -> None:
    health = client.get("/health").json()
    assert health["status"] == "ok"
    client.get("/page/forum/TIDE.en.html")
    text = client.get("/metrics").text
    assert 'migkg_requests_total{route="/health",method="GET",status="200"}' in text
    assert f"migkg_quads {health['quads']:g}" in text
    assert 'migkg_request_seconds_bucket{route="/{path:path}",le="+Inf"}' in text
    for line in text.splitlines():
        assert line.startswith(("# ", "migkg_")), line


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' OR 1=1 --",
    "{{ 7 * 7 }}{% for x in [].__class__.__mro__ %}x{% endfor %}",
    "%0d%0aSet-Cookie: a=b",
    "\r\nX-Evil: yes",
    "../../../../etc/passwd",
    "javascript:alert(1)",
    "} UNION { ?s ?p ?o } #",
    "\x00",
    "\u202e\ufeff𝕏",
    "a" * 3000,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_in_parameters_and_paths(client: TestClient, text: str) -> None:
    answers = [
        client.get("/search.en.html", params={"q": text, "kind": text}, headers=HTML),
        client.get("/queries/hosts.en.html", params={"forum": text, text: text}, headers=HTML),
        client.get("/suggest", params={"q": text, "lang": text}),
        client.get("/sparql", params={"query": text, "format": text, "default-graph-uri": text}),
        *(
            client.get(f"/{start}/{_escaped(text)}", headers=HTML)
            for start in ("id", "page", "data", "graph", "download")
        ),
        client.get(f"/{_escaped(text)}", headers=HTML),
    ]
    for response in answers:
        assert response.status_code in {200, 303, 400, 404}, response.text
        if response.headers["content-type"].startswith("text/html"):
            assert "<script>alert" not in response.text
            assert "<img src=x" not in response.text
        assert "x-evil" not in response.headers
        assert "set-cookie" not in response.headers
        assert "root:" not in response.text
        assert "Traceback" not in response.text
        assert response.headers["content-security-policy"] == POLICY
        assert response.headers["x-content-type-options"] == "nosniff"


def _escaped(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="")


@pytest.mark.parametrize("host", ["evil.example/path", 'a"><script>', "x y", "evil.example:80:80"])
def test_a_host_that_is_none_is_not_repeated(client: TestClient, host: str) -> None:
    text = client.get("/sparql", headers={"Host": host, "Accept": "text/turtle"}).text
    assert "http://localhost/sparql" in text
    assert "evil" not in text


@pytest.mark.parametrize("name", ["Accept", "Accept-Language", "Accept-Encoding", "If-None-Match", "Range"])
def test_hostile_headers(client: TestClient, name: str) -> None:
    for value in ("<script>", "*" * 5000, ";q=;q=1,,,", "bytes=9-1,a-", "text/html;q=99999"):
        for path in ("/", "/id/forum/TIDE", "/sparql", "/download/shapes.ttl"):
            assert client.get(path, headers={name: value}).status_code in {200, 206, 303, 304, 400, 406, 416}


def test_the_policy_lets_nothing_come_from_elsewhere() -> None:
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert rules["script-src"] == "'self'"


def test_rates_by_client() -> None:
    rates = Rates(2.0, 3)
    assert [rates.allow("192.0.2.1", 0.0) for _ in range(4)] == [True, True, True, False]
    assert rates.allow("192.0.2.2", 0.0)
    assert rates.allow("192.0.2.1", 0.5)
    assert not rates.allow("192.0.2.1", 0.5)
    assert all(rates.allow("127.0.0.1", 0.0) for _ in range(100))
    assert all(Rates(0.0, 1).allow("192.0.2.1", 0.0) for _ in range(5))


def test_a_log_line_cannot_be_forged() -> None:
    record = logging.LogRecord("migkg.serve", logging.INFO, "", 0, "request", None, None)
    record.fields = {"path": 'x\n{"event": "forged"}'}
    line = JsonLines().format(record)
    assert "\n" not in line
    assert json.loads(line)["path"].startswith("x\n")


def test_the_cache_drops_what_is_used_least() -> None:
    cache: Cache[str] = Cache(room=100)
    for name in "abcd":
        cache.put((name,), name * 25)
    assert cache.get(("a",))
    cache.put(("e",), "e" * 25)
    assert [cache.get((name,)) is not None for name in "abcde"] == [True, False, True, True, True]
    cache.put(("big",), "x" * 26)
    assert cache.get(("big",)) is None


def test_the_base_is_what_was_chosen() -> None:
    assert Settings(base="https://site.example/x/").base_of("http", "evil") == "https://site.example/x/"
    assert Settings().base_of("https", "[::1]:8000") == "https://[::1]:8000/"
