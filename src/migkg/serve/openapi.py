"""What programs may ask of the server, as OpenAPI 3.1: made from the routes, so that none is forgotten."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from migkg import __version__
from migkg.serve.reply import reply
from migkg.web import lists, media, pages, render, sitemap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

Schema = dict[str, Any]

_PROBLEM = "application/problem+json"
_JSON = "application/json"
_SUFFIX = re.compile(r":(?:path|str)\}")
_GRAPHS = tuple(form.type for form in media.GRAPHS)
_RESULTS = tuple(dict.fromkeys(form.type for form in (*media.TABLES, *media.GRAPHS)))
_NAMES = [form.name for form in (*media.TABLES, *media.GRAPHS)]
_TEXT: Schema = {"type": "string"}
_LANGUAGE: Schema = {"type": "string", "enum": list(render.languages())}
_ENDING: Schema = {"type": "string", "enum": [form.ending for form in media.GRAPHS]}
_KIND: Schema = {"type": "string", "enum": ["", *lists.KINDS]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a route takes and gives: schemas of its parameters by name, types of the answer, statuses beside 200."""

    gives: tuple[str, ...]
    queries: tuple[tuple[str, Schema], ...] = ()
    paths: tuple[tuple[str, Schema], ...] = ()
    statuses: tuple[int, ...] = ()


_GRAPH: Schema = {"type": "string", "format": "iri"}
_KEY = (("key", {"type": "string", "minLength": 1}),)
_DATASET = (
    ("default-graph-uri", _GRAPH),
    ("named-graph-uri", _GRAPH),
)
_BY_ENDING = (("ending", _ENDING),)

ROUTES: Mapping[str, Described] = {
    "/sparql": Described(
        gives=_RESULTS, queries=(("query", _TEXT), ("format", {"type": "string", "enum": _NAMES}), *_DATASET),
        statuses=(303, 400, 403, 406, 408, 413, 415, 503),
    ),
    "/graph-store": Described(
        gives=_GRAPHS, queries=(("default", _TEXT), ("graph", _GRAPH)), statuses=(400, 404, 406)
    ),
    "/graph/{key}": Described(gives=_GRAPHS, paths=_KEY, statuses=(303, 404, 406)),
    "/id/{key}": Described(gives=(), paths=_KEY, statuses=(301, 303, 404, 406, 410)),
    "/data/{key}": Described(gives=_GRAPHS, paths=_KEY, statuses=(301, 404, 406, 410)),
    "/ontology": Described(gives=(), statuses=(303, 406)),
    "/ontology/{part}": Described(gives=(), paths=(("part", _TEXT),), statuses=(303, 406)),
    "/ontology.{ending}": Described(gives=_GRAPHS, paths=_BY_ENDING, statuses=(404,)),
    "/dataset": Described(gives=_GRAPHS, statuses=(303, 406)),
    "/catalog": Described(gives=_GRAPHS, statuses=(303, 406)),
    "/.well-known/void": Described(gives=_GRAPHS, statuses=(303, 406)),
    "/metadata.{ending}": Described(gives=_GRAPHS, paths=_BY_ENDING, statuses=(404,)),
    "/download/{name}": Described(gives=("*/*",), paths=(("name", _TEXT),), statuses=(206, 404, 416)),
    "/robots.txt": Described(gives=("text/plain",)),
    "/{name}.xml": Described(gives=(sitemap.TYPE,), paths=(("name", _TEXT),), statuses=(404,)),
    "/suggest": Described(
        gives=(_JSON,), queries=(("q", {"type": "string", "maxLength": 200}), ("kind", _KIND), ("lang", _LANGUAGE))
    ),
    "/health": Described(gives=(_JSON,)),
    "/metrics": Described(gives=("text/plain",)),
    "/openapi.json": Described(gives=(_JSON,)),
    "/static/{path}": Described(gives=("*/*",), paths=(("path", _TEXT),), statuses=(404,)),
    "/{name}.{lang}.json": Described(
        gives=(_JSON,), paths=(("name", {"type": "string", "enum": list(pages.DRAWN)}), ("lang", _LANGUAGE)),
        statuses=(404,),
    ),
    "/{path}": Described(
        gives=("text/html",), paths=(("path", _TEXT),), queries=(("q", _TEXT), ("kind", _KIND)),
        statuses=(301, 404, 410),
    ),
}  # fmt: skip
"""Path of a route -> what it takes and gives."""


async def openapi(request: Request) -> Response:
    """This description, for programs that make clients or tests of it."""
    text = document(request.app.routes, request.app.state.base(request))
    return reply(request, text, _JSON, headers={"Cache-Control": "max-age=3600"})


def document(routes: Iterable[Route], base: str) -> str:
    """The description of the routes as a JSON document."""
    content = {
        "openapi": "3.1.0",
        "info": {
            "title": "migkg",
            "version": __version__,
            "summary": render.texts()["en"]["dataset"]["service"],
            "license": {"name": "CC-BY-4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": base}],
        "paths": dict(_paths(routes)),
        "components": {"schemas": {"Problem": _problem()}},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _paths(routes: Iterable[Route]) -> Iterator[tuple[str, Schema]]:
    for route in routes:
        path = _SUFFIX.sub("}", route.path)
        if path not in ROUTES:
            continue  # an address that is another's with a slash at its end
        methods = sorted((route.methods or set()) - {"HEAD", "OPTIONS"})
        yield path, {method.lower(): _operation(path, method, route) for method in methods}


def _operation(path: str, method: str, route: Route) -> Schema:
    known = ROUTES[path]
    summary = (route.endpoint.__doc__ or "").strip().partition("\n")[0]
    operation: Schema = {"operationId": f"{method.lower()} {path}", "summary": summary}
    parameters = [*_parameters("path", known.paths, [name for name, _ in known.paths])]
    if method == "POST":
        operation["requestBody"] = _body(known)
    else:
        parameters += _parameters("query", known.queries, ())
    return {**operation, "parameters": parameters, "responses": _responses(known)}


def _parameters(place: str, schemas: Iterable[tuple[str, Schema]], needed: Iterable[str]) -> list[Schema]:
    return [{"name": name, "in": place, "required": name in needed, "schema": schema} for name, schema in schemas]


def _body(known: Described) -> Schema:
    """A query in a form, or alone: the two ways of the SPARQL protocol."""
    form = {"type": "object", "properties": dict(known.queries), "required": ["query"]}
    return {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {"schema": form},
            "application/sparql-query": {"schema": _TEXT},
        },
    }


def _responses(known: Described) -> Schema:
    found: Schema = {}
    if known.gives:
        found["200"] = {"description": "OK", "content": {kind: {} for kind in known.gives}}
    for status in (*known.statuses, 429):
        found[str(status)] = _response(status)
    return found


def _response(status: int) -> Schema:
    if status < 400:
        return {"description": "see the header Location" if status != 206 else "a part of the file"}
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {"description": "what was wrong", "content": {_PROBLEM: problem, "text/html": {}}}


def _problem() -> Schema:
    """RFC 9457, as `reply.problem` writes it."""
    return {
        "type": "object",
        "properties": {"title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT},
        "required": ["title", "status"],
    }
