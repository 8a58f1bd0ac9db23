"""`/sparql`: the SPARQL 1.1 protocol on the current edition."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from migkg import __version__
from migkg.errors import QueryError
from migkg.query import Kind
from migkg.query.lexer import tokens
from migkg.serve import description, protocol
from migkg.serve.pool import Query
from migkg.serve.refusal import Refusal
from migkg.serve.reply import entity_tag, not_modified, redirect, reply, unchanged
from migkg.web import graphs, media, tables
from migkg.web import sparql as sparql_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from migkg.query import Result
    from migkg.query.lexer import Token
    from migkg.serve.edition import Edition
    from migkg.serve.protocol import Asked

_CHANGING = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})
"""Functions whose value differs from one run to the next."""

_NATIVE = "json"
"""The format that the engine writes itself."""

_CUT = {"Vary": "Accept", "Migkg-Truncated": "true"}
_FORMS = {Kind.SELECT: media.TABLES, Kind.ASK: media.BOOLEANS, Kind.GRAPH: media.GRAPHS}


async def sparql(request: Request) -> Response:
    """Answer a query, describe the service, or show the editor to a browser that asks nothing."""
    body = await _body(request) if request.method == "POST" else b""
    query_string = request.scope["query_string"].decode("latin-1")
    asked = protocol.read(request.method, query_string, request.headers.get("content-type", ""), body)
    if asked is None:
        return _described(request)
    with request.app.state.editions.current.use() as edition:
        return await _answer(request, edition, asked)


async def _body(request: Request) -> bytes:
    """The body, no longer and no slower than allowed."""
    limit: int = request.app.state.settings.max_body
    parts, size = [], 0
    try:
        async with asyncio.timeout(request.app.state.settings.body_seconds):
            async for part in request.stream():
                size += len(part)
                if size > limit:
                    raise Refusal(413, f"the request is longer than {limit} bytes", hint="send a shorter query")
                parts.append(part)
    except TimeoutError:
        raise Refusal(408, "the query took too long to arrive", hint="send it at once") from None
    return b"".join(parts)


def _described(request: Request) -> Response:
    form = media.choose(request.headers.get("accept"), (*media.GRAPHS, media.HTML))
    if form is None:
        raise _not_acceptable((*media.GRAPHS, media.HTML))
    if form is media.HTML:
        return redirect("/sparql.html", 303, {"Vary": "Accept"})
    triples = description.triples(request.app.state.base(request), request.app.state.editions.current.graph.store)
    return reply(request, graphs.write(triples, form.name), form.header, headers={"Vary": "Accept"})


async def _answer(request: Request, edition: Edition, asked: Asked) -> Response:
    stream = tuple(tokens(asked.query))
    form = _form(request, asked, stream)
    tag = entity_tag(__version__, edition.content, repr(asked), form.name, repr(edition.pool.limits))
    fixed = not any(token.is_word(*_CHANGING) for token in stream)
    if fixed and unchanged(request, tag):
        return not_modified(tag, {"Vary": "Accept, Accept-Encoding"})
    kept = edition.documents.get((tag,)) if fixed else None
    if kept is not None:
        return reply(request, kept, form.header, tag=tag, headers={"Vary": "Accept"})
    query = Query(asked.query, stream, asked.dataset, as_json=form.name == _NATIVE)
    result = await _asked(request, edition, query)
    text = result if isinstance(result, bytes) else await run_in_threadpool(_written, result, form)
    if not isinstance(result, bytes) and not result.complete:
        return reply(request, text, form.header, tag=tag if fixed else "", headers=_CUT)
    if fixed:
        edition.documents.put((tag,), text)
    return reply(request, text, form.header, tag=tag if fixed else "", headers={"Vary": "Accept"})


async def _asked(request: Request, edition: Edition, query: Query) -> Result | bytes:
    client = request.client.host if request.client else ""
    try:
        return await edition.pool.answer(query, client)
    except QueryError as error:
        raise Refusal(400, str(error)) from None


def _form(request: Request, asked: Asked, stream: Sequence[Token]) -> media.Form:
    """The form of the answer: from the parameter `format`, else from Accept; Refusal (406) where there is none."""
    forms = _FORMS[sparql_form.FORMS[sparql_form.form_of(stream)]]
    if asked.form:
        named = next((form for form in forms if asked.form in {form.name, form.type, form.ending}), None)
        if named is None:
            raise Refusal(400, "the format is not known", hint=f"use one of {', '.join(form.name for form in forms)}")
        return named
    chosen = media.choose(request.headers.get("accept"), forms)
    if chosen is None:
        raise _not_acceptable(forms)
    return chosen


def _written(result: Result, form: media.Form) -> str:
    if result.kind is Kind.GRAPH:
        return graphs.write(result.triples, form.name)
    return tables.write(result, form.name)


def _not_acceptable(forms: Sequence[media.Form]) -> Refusal:
    return Refusal(406, "none of the accepted types can be given", hint=f"accept {', '.join(f.type for f in forms)}")
