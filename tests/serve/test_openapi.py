"""The server describes itself by OpenAPI, wholly and truly: Schemathesis asks what the description allows."""

from __future__ import annotations

import json
import re
import subprocess
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from migkg.serve.app import application
from migkg.serve.openapi import ROUTES
from migkg.serve.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Serving

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    """The description as a client gets it."""
    response = client.get("/openapi.json")
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
    found: dict[str, Any] = response.json()
    return found


def test_every_route_is_described(client: TestClient, described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1.")
    assert described["servers"] == [{"url": "http://testserver/"}]
    routes: Any = client.app.routes  # type: ignore[attr-defined] # Starlette's
    paths = {re.sub(r":(path|str)\}", "}", route.path) for route in routes} - {"/sparql/"}
    assert paths == set(described["paths"]) == set(ROUTES)
    for path, operations in described["paths"].items():
        for operation in operations.values():
            assert operation["summary"].endswith("."), path
            named = {one["name"] for one in operation["parameters"] if one["in"] == "path"}
            assert named == set(re.findall(r"\{(\w+)\}", path)), path


def test_methods_are_those_of_the_routes(described: dict[str, Any]) -> None:
    posts = [path for path, operations in described["paths"].items() if "post" in operations]
    assert posts == ["/sparql"]
    assert all("get" in operations for operations in described["paths"].values())


@pytest.fixture(scope="module")
def impatient(little_store: Path, serving: Serving) -> Iterator[str]:
    """A running server that gives a query five seconds."""
    with serving(little_store, "--timeout", "5") as base:
        yield base


@pytest.mark.usefixtures("socket_enabled")
def test_schemathesis_finds_no_fault(impatient: str, tmp_path: Path) -> None:
    program = Path(sysconfig.get_path("scripts"), "st")
    words = [str(program), "run", f"{impatient}openapi.json", "--checks", CHECKS, "--max-examples", "8", "--seed", "1"]
    words += ["--phases", "fuzzing", "--generation-deterministic", "--request-timeout", "30", "--no-color"]
    done = subprocess.run(words, cwd=tmp_path, check=False, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout[-4000:]
    tested = re.search(r"Tested: (\d+)", done.stdout)
    assert tested
    assert int(tested[1]) >= len(ROUTES)


def test_the_description_is_that_of_the_public_address(little_store: Path) -> None:
    app = application(little_store, Settings(base="https://public.example/kg/"))
    with TestClient(app) as made:
        assert json.loads(made.get("/openapi.json").text)["servers"][0]["url"] == "https://public.example/kg/"
