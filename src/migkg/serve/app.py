"""The application: which address answers what."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import json
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from migkg import __version__
from migkg.serve import files, linked, site
from migkg.serve.edition import Editions
from migkg.serve.endpoint import sparql
from migkg.serve.gate import Gate
from migkg.serve.metrics import Metrics
from migkg.serve.openapi import openapi
from migkg.serve.protocol import METHODS
from migkg.serve.refusal import Refusal
from migkg.web import render

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from starlette.requests import Request

    from migkg.serve.settings import Settings

_READ = ["GET", "HEAD", "OPTIONS"]


def application(store: Path, settings: Settings) -> Starlette:
    """The ASGI application for the graph in a folder; StoreError where there is none."""
    metrics = Metrics()
    editions = Editions(store, settings.limits)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await editions.current.pool.warm()
        watcher = asyncio.create_task(editions.watch())
        try:
            yield
        finally:
            watcher.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watcher
            editions.close()

    app = Starlette(
        routes=_routes(),
        lifespan=lifespan,
        middleware=[Middleware(Gate, settings=settings, metrics=metrics, refuse=site.refused)],
        exception_handlers={HTTPException: _http_error, Refusal: _refusal},
    )
    app.state.editions = editions
    app.state.settings = settings
    app.state.metrics = metrics
    app.state.static = dict(render.static_files())
    app.state.base = lambda request: settings.base_of(request.url.scheme, request.headers.get("host", ""))
    return app


def _routes() -> list[Route]:
    return [
        Route("/sparql", _answering(sparql), methods=["GET", "HEAD", "POST", "OPTIONS"]),
        Route("/sparql/", _answering(sparql), methods=["GET", "HEAD", "POST", "OPTIONS"]),
        Route("/graph-store", _answering(linked.store), methods=_READ),
        Route("/graph/{key:path}", _answering(linked.named_graph), methods=_READ),
        Route("/id/{key:path}", _answering(linked.identifier), methods=_READ),
        Route("/data/{key:path}", _answering(linked.data), methods=_READ),
        Route("/ontology", _answering(linked.vocabulary), methods=_READ),
        Route("/ontology/{part:path}", _answering(linked.vocabulary), methods=_READ),
        Route("/ontology.{ending:str}", _answering(_ontology), methods=_READ),
        Route("/dataset", _answering(files.description), methods=_READ),
        Route("/catalog", _answering(files.description), methods=_READ),
        Route("/.well-known/void", _answering(files.description), methods=_READ),
        Route("/metadata.{ending:str}", _answering(files.description), methods=_READ),
        Route("/download/{name:str}", _answering(files.download), methods=_READ),
        Route("/robots.txt", _answering(files.robots), methods=_READ),
        Route("/{name:str}.xml", _answering(files.sitemaps), methods=_READ),
        Route("/suggest", _answering(site.suggest), methods=_READ),
        Route("/health", _answering(_health), methods=_READ),
        Route("/metrics", _answering(_metrics), methods=_READ),
        Route("/openapi.json", _answering(openapi), methods=_READ),
        Route("/static/{path:path}", _answering(site.static), methods=_READ),
        Route("/{name:str}.{lang:str}.json", _answering(site.drawn), methods=_READ),
        Route("/{path:path}", _answering(site.page), methods=_READ),
    ]


def _answering(endpoint: Any) -> Any:
    """The endpoint, with an answer to OPTIONS for browsers that ask before they ask."""

    @functools.wraps(endpoint)
    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            allowed = METHODS if request.scope["path"].startswith("/sparql") else "GET, HEAD, OPTIONS"
            asked = {
                "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
                "Access-Control-Max-Age": "86400",
            }
            return Response(
                status_code=204, headers={"Allow": allowed, "Access-Control-Allow-Methods": allowed, **asked}
            )
        response: Response = await endpoint(request)
        return response

    return answer


async def _ontology(request: Request) -> Response:
    """`/ontology.ttl` is a file, `/ontology.fr.html` a page."""
    if request.path_params["ending"].endswith("html"):
        return await site.page(request)
    return await linked.vocabulary_file(request)


async def _health(request: Request) -> Response:
    """Whether the server can answer: the generation that it serves."""
    edition = request.app.state.editions.current
    content = {
        "status": "ok",
        "version": __version__,
        "content": edition.content,
        "quads": edition.graph.store.manifest["quads"],
    }
    return Response(json.dumps(content), media_type="application/json", headers={"Cache-Control": "no-store"})


async def _metrics(request: Request) -> Response:
    """Figures for Prometheus."""
    text = request.app.state.metrics.text(_gauges(request.app.state.editions))
    return PlainTextResponse(text, media_type="text/plain; version=0.0.4", headers={"Cache-Control": "no-store"})


def _gauges(editions: Editions) -> Iterator[tuple[str, str, str, float]]:
    edition = editions.current
    lanes = (edition.pool.known, edition.pool.new, edition.pool.slow)
    for name, meaning, field in (
        ("migkg_queries_running", "Queries that run.", "running"),
        ("migkg_queries_waiting", "Queries that wait for a slot.", "waiting"),
        ("migkg_queries_refused_total", "Queries turned away because too many waited.", "refused"),
    ):
        for lane in lanes:
            yield name, meaning, f'lane="{lane.name}"', getattr(lane, field)
    yield "migkg_queries_stopped_total", "Queries stopped after the time that they may take.", "", edition.pool.stopped
    yield "migkg_reloads_total", "New generations of the graph taken up.", "", editions.reloads
    yield "migkg_quads", "Quads in the graph that is served.", "", edition.graph.store.manifest["quads"]


async def _http_error(request: Request, error: Exception) -> Response:
    """What the router refuses: an unknown method."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(getattr(error, "headers", None) or {})
    wording = {
        405: ("this address does not take that method", "see the header Allow"),
        404: ("there is no such page", ""),
    }
    sentence, hint = wording.get(status, ("the request cannot be answered", ""))
    return await site.refused(request, Refusal(status, sentence, hint=hint, headers=headers))


async def _refusal(request: Request, error: Exception) -> Response:
    if not isinstance(error, Refusal):
        raise error
    return await site.refused(request, error)
