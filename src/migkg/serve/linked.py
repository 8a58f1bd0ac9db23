"""Linked data: from the address of a thing to its page or its data, by what the client accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool

from migkg import names
from migkg.model import DEFAULT_GRAPH
from migkg.serve.refusal import Refusal
from migkg.serve.reply import entity_tag, redirect, reply
from migkg.web import graphs, media, ontology, paths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request
    from starlette.responses import Response

    from migkg.model import Triple
    from migkg.serve.edition import Edition

DOWNLOADS = "/downloads"
"""The page about what the graph consists of, without its language."""

_VARY = {"Vary": "Accept"}
_OFFERED = (media.HTML, *media.GRAPHS)
_BY_DEFAULT = (media.TURTLE, media.NTRIPLES, media.JSONLD, media.RDFXML, media.HTML)


async def identifier(request: Request) -> Response:
    """`/id/KEY`: 303 to the page or the data; 301 for merged things, 404 for unknown, 410 for withdrawn ones."""
    with request.app.state.editions.current.use() as edition:
        key = raw_key(request, "/id/")
        form = None
        if names.ID + key not in edition.library.addresses:
            key, form = _without_ending(key)
        address = names.ID + key
        refuse_missing(edition, address)
        newer = edition.library.replaced.get(address)
        if newer:
            return redirect(f"/id/{paths.key_of(newer)}{'.' + form.ending if form else ''}", 301)
        form = form or chosen(request)
        if form is media.HTML:
            return redirect(f"/page/{_whole(key)}", 303, _VARY)
        return redirect(f"/data/{_whole(key)}.{form.ending}", 303, _VARY)


async def data(request: Request) -> Response:
    """`/data/KEY.ENDING`: what is known of a thing; `/data/KEY` chooses the form by Accept."""
    with request.app.state.editions.current.use() as edition:
        key, form = raw_key(request, "/data/"), None
        if names.ID + key not in edition.library.addresses:
            key, form = _without_ending(key)
        address = names.ID + key
        refuse_missing(edition, address)
        newer = edition.library.replaced.get(address)
        if newer:
            return redirect(f"/data/{paths.key_of(newer)}{'.' + form.ending if form else ''}", 301)
        headers = {
            "Link": f'<{address}>; rel="describes", <https://creativecommons.org/licenses/by/4.0/>; rel="license"',
        }
        if form is None:
            form = chosen(request, media.GRAPHS)
            headers |= {**_VARY, "Content-Location": f"/data/{_whole(key)}.{form.ending}"}
        return await _document(request, edition, ("data", address), edition.library.description(address), form, headers)


async def vocabulary(request: Request) -> Response:
    """`/ontology`, its parts and versions: 303 to the documentation or to the whole ontology."""
    form = chosen(request)
    if form is media.HTML:
        return redirect("/ontology.html", 303, _VARY)
    return redirect(f"/ontology.{form.ending}", 303, _VARY)


async def vocabulary_file(request: Request) -> Response:
    """`/ontology.ENDING`: the ontology in a format."""
    form = media.by_ending(request.path_params["ending"], media.GRAPHS)
    if form is None:
        raise Refusal(404, "there is no such page")
    with request.app.state.editions.current.use() as edition:
        return await _document(request, edition, ("ontology",), ontology.triples(edition.library), form, {})


async def named_graph(request: Request) -> Response:
    """`/graph/NAME`: the content of a named graph, by Accept.

    Who wants a page is led to that of the article, if the graph is one's, else to that of the downloads.
    """
    key = raw_key(request, "/graph/")
    with request.app.state.editions.current.use() as edition:
        known = names.GRAPH + key in edition.graph.store.manifest["graphs"]
        if known and chosen(request) is media.HTML:
            return for_people(f"/page/{key}" if names.ID + key in edition.library.addresses else DOWNLOADS)
        return await graph_document(request, edition, names.GRAPH + key)


async def store(request: Request) -> Response:
    """The reading part of the SPARQL 1.1 Graph Store Protocol: `?default` or `?graph=IRI`."""
    fields = request.query_params
    if ("default" in fields) == ("graph" in fields) or len(fields.getlist("graph")) > 1:
        raise Refusal(400, "name one graph", hint="add ?default or ?graph=IRI")
    with request.app.state.editions.current.use() as edition:
        return await graph_document(request, edition, fields.get("graph", ""))


async def graph_document(request: Request, edition: Edition, name: str) -> Response:
    """A graph of the store as a document; the empty name is that of the default graph."""
    if name not in edition.graph.store.manifest["graphs"]:
        raise Refusal(404, "the store has no such graph", hint="the service description at /sparql lists them")
    form = chosen(request, media.GRAPHS)
    triples = edition.graph.store.triples(graph=names.iri(name) if name else DEFAULT_GRAPH)
    return await _document(request, edition, ("graph", name), triples, form, _VARY)


async def _document(
    request: Request,
    edition: Edition,
    what: tuple[str, ...],
    triples: Iterable[Triple],
    form: media.Form,
    headers: dict[str, str],
) -> Response:
    tag = entity_tag(edition.content, *what, form.name)
    text = await edition.documents.once((tag,), lambda: run_in_threadpool(graphs.write, triples, form.name))
    return reply(request, text, form.header, tag=tag, headers=headers)


def for_people(path: str) -> Response:
    """The way from a thing that has data to the page for people about it."""
    return redirect(paths.quoted(path), 303, _VARY)


def refuse_missing(edition: Edition, address: str) -> None:
    """410 for a thing that an earlier generation had, 404 for one that none had."""
    if address in edition.library.addresses:
        return
    if address in edition.gone:
        raise Refusal(410, "this was withdrawn from the graph", hint="see the changes of the last release")
    raise Refusal(404, "the graph has no such thing", hint="see /search.html")


def raw_key(request: Request, start: str) -> str:
    """The key in a request's path, percent-encoded as identifiers are; Refusal (404) for one that cannot be one."""
    path = request.scope["path"].removeprefix(start)
    if not path or "\x00" in path or len(path) > 1000:
        raise Refusal(404, "the graph has no such thing", hint="see /search.html")
    return paths.key_from_path(quote(path, safe="/"))


def _without_ending(key: str) -> tuple[str, media.Form | None]:
    stem, dot, ending = key.rpartition(".")
    form = media.by_ending(ending, _OFFERED) if dot else None
    return (stem, form) if form else (key, None)


def _whole(key: str) -> str:
    """The key of the document that describes a thing: selectors are described with their claim."""
    parts = key.split("/")
    return "/".join(parts[:2]) if parts[0] == "claim" else key


def chosen(request: Request, forms: tuple[media.Form, ...] = _BY_DEFAULT) -> media.Form:
    """The form that the client likes best; Refusal (406) where it takes none."""
    form = media.choose(request.headers.get("accept"), forms)
    if form is None:
        hint = f"accept {', '.join(form.type for form in forms)}"
        raise Refusal(406, "none of the accepted types can be given", hint=hint)
    return form
