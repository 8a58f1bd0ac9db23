"""What the server does when something of its own goes wrong."""

from __future__ import annotations

import asyncio
import logging
import shutil
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from migkg import store
from migkg.errors import DataError
from migkg.model import DEFAULT_GRAPH
from migkg.names import ID, expand, iri
from migkg.serve import run
from migkg.serve.app import application
from migkg.serve.edition import Editions
from migkg.serve.pool import Limits
from migkg.serve.settings import Settings
from migkg.web import pages

if TYPE_CHECKING:
    from pathlib import Path

LIMITS = Limits(quick_slots=1, slow_slots=1)


@pytest.mark.parametrize(
    ("error", "sentence"), [(KeyError("secret"), "the server made a mistake"), (DataError("bad row"), "bad row")]
)
def test_a_fault_is_an_answer_without_its_inside(
    client: TestClient,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    sentence: str,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(pages, "shown", fail)
    with caplog.at_level(logging.CRITICAL, "migkg.serve"):
        response = client.get("/network.fr.html?made=anew")  # a page that was asked for before is not made again
    assert (response.status_code, response.json()["title"]) == (500, sentence)
    assert "secret" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"


def test_too_many_requests_of_a_stranger(little_store: Path) -> None:
    app = application(little_store, Settings(limits=LIMITS, rate=0.001, burst=2))
    with TestClient(app, client=("192.0.2.7", 1)) as stranger:
        answers = [stranger.get("/health").status_code for _ in range(3)]
        assert answers == [200, 200, 429]
        assert stranger.get("/health").headers["retry-after"] == "1"


def test_a_damaged_generation_leaves_the_old_one(
    little_store: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "graph"
    shutil.copytree(little_store, path)

    async def look() -> tuple[int, str]:
        editions = Editions(path, LIMITS)
        content = editions.current.content
        watcher = asyncio.create_task(editions.watch())
        try:
            (path / "current").write_text("generation-000099\n")
            await asyncio.sleep(2.5)
            assert editions.current.content == content
            with editions.current.use() as held:
                store_current = (path / "current").read_text()
                assert store_current.endswith("99\n")
                (path / "current").write_text("generation-000001\n")
                store.build(path, [(iri(ID + "forum/A"), expand("rdf:type"), expand("mf:Forum"), DEFAULT_GRAPH)], {})
                end = asyncio.get_running_loop().time() + 30
                while not editions.reloads and asyncio.get_running_loop().time() < end:
                    await asyncio.sleep(0.1)
                assert list(held.graph.store.triples()), "who works with the old one keeps it"
            return editions.reloads, editions.current.content
        finally:
            watcher.cancel()
            editions.close()

    with caplog.at_level(logging.CRITICAL, "migkg.serve"):
        reloads, _ = asyncio.run(look())
    assert reloads == 1


def test_the_log_goes_to_standard_error_as_asked() -> None:
    logger = logging.getLogger("migkg.serve")
    before = (logger.handlers, logger.level, logger.propagate)
    try:
        run._log_to_stderr(True)
        assert logger.level == logging.INFO
        run._log_to_stderr(False)
        assert (logger.level, len(logger.handlers)) == (logging.WARNING, 1)
    finally:
        logger.handlers, logger.propagate = before[0], before[2]
        logger.setLevel(before[1])


def test_the_language_of_a_request_is_one_of_ours(client: TestClient) -> None:
    assert (
        client.get("/suggest", params={"q": "bolivia", "lang": "xx"}, headers={"Accept-Language": "fr"}).json()[0][
            "label"
        ]
        == "Bolivie"
    )
