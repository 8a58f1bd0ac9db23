"""The pages: the same as those of the static release, and the two that need a server, search and canned queries."""

from __future__ import annotations

import json
import mimetypes
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from migkg import __version__, names
from migkg.errors import MigkgError
from migkg.serve import linked
from migkg.serve.refusal import Refusal
from migkg.serve.reply import entity_tag, not_modified, problem, redirect, reply, unchanged
from migkg.web import encode, forms, lists, media, pages, paths, questions, render
from migkg.web.models import ErrorPage

if TYPE_CHECKING:
    from starlette.requests import Request

    from migkg.serve.edition import Edition

_QUERY = 200
"""Characters of a search that are read."""

_QUESTION = 300
"""Characters of a plain question that are read."""


async def page(request: Request) -> Response:
    """A page in a language (`NAME.fr.html`), or the same by Accept-Language (`NAME`, `NAME.html`)."""
    path = request.scope["path"].lstrip("/") or "index"
    known = render.languages()
    named = paths.split_language(path, known)
    path, lang = named or (path.removesuffix(".html"), language(request))
    headers = {"Content-Language": lang}
    if named is None:
        headers |= {"Vary": "Accept-Language", "Content-Location": "/" + paths.quoted(paths.document(path, lang))}
    with request.app.state.editions.current.use() as edition:
        moved = _moved(edition, path, lang if named else "")
        if moved:
            return redirect(moved, 301)
        key = (path, lang, str(request.query_params), request.app.state.base(request))
        tag = entity_tag(__version__, edition.content, render.STAMP, *key)
        if unchanged(request, tag):
            return not_modified(tag, {**headers, "Vary": headers.get("Vary", "Accept-Encoding")})

        async def made() -> str:
            shown = await _shown(request, edition, path, lang)
            site = render.Site(live=True, base=key[-1])
            return await run_in_threadpool(render.page, shown.template, shown.model, path, lang, site)

        text = await edition.pages.once(key, made)
        return reply(request, text, media.HTML.header, tag=tag, headers=headers)


async def _shown(request: Request, edition: Edition, path: str, lang: str) -> pages.Shown:
    """The page with what the request asks of it; Refusal (404) where there is none."""
    if path == "search":
        asked, kind = (request.query_params.get(name, "")[:_QUERY] for name in ("q", "kind"))
        found = await run_in_threadpool(lists.search_page, edition.library, asked, kind, lang)
        return pages.Shown(template="search", model=found)
    if path == "ask":
        asked = request.query_params.get("q", "")[:_QUESTION]
        return pages.Shown(
            template="ask", model=await run_in_threadpool(questions.ask_page, edition.library, asked, lang)
        )
    if path.startswith("queries/") and request.query_params:
        return await _answered(request, edition, path.removeprefix("queries/"), lang)
    shown = await run_in_threadpool(pages.shown, edition.shelf, path, lang)
    if shown is None:
        if path.startswith("page/"):
            linked.refuse_missing(edition, names.ID + paths.key_from_path(path.removeprefix("page/")))
        raise Refusal(404, "there is no such page")
    return shown


async def _answered(request: Request, edition: Edition, name: str, lang: str) -> pages.Shown:
    """A canned query with the values of its form, answered."""
    query = pages.canned(edition.shelf, name)
    if query is None:
        raise Refusal(404, "there is no such page")
    given = {key: request.query_params.getlist(key) for key in request.query_params}
    try:
        sparql = await run_in_threadpool(forms.bind, edition.library, query, given)
        result = await edition.pool.ask(sparql, request.client.host if request.client else "")
    except MigkgError as error:
        model = forms.query_page(edition.library, query, given, lang, problem=str(error))
    else:
        model = await run_in_threadpool(forms.query_page, edition.library, query, given, lang, result=result)
    return pages.Shown(template="query", model=model)


async def drawn(request: Request) -> Response:
    """The model of a page as JSON, for the scripts that draw it (`map.fr.json`)."""
    name, lang = request.path_params["name"], request.path_params["lang"]
    if name not in pages.DRAWN or lang not in render.languages():
        raise Refusal(404, "there is no such page")
    with request.app.state.editions.current.use() as edition:
        tag = entity_tag(__version__, edition.content, name, lang)
        if unchanged(request, tag):
            return not_modified(tag, {"Vary": "Accept-Encoding"})

        async def made() -> str:
            shown = await run_in_threadpool(pages.shown, edition.shelf, name, lang)
            if shown is None:
                raise Refusal(404, "there is no such page")
            return await run_in_threadpool(encode.as_json, shown.model)

        text = await edition.pages.once(("drawn", name, lang), made)
        return reply(request, text, "application/json", tag=tag)


async def suggest(request: Request) -> Response:
    """Things by the beginning of a name, as JSON: what a form offers while somebody types."""
    asked, kind = (request.query_params.get(name, "")[:_QUERY] for name in ("q", "kind"))
    lang = request.query_params.get("lang", "")
    lang = lang if lang in render.languages() else language(request)
    with request.app.state.editions.current.use() as edition:
        found = await run_in_threadpool(lists.search_page, edition.library, asked, kind, lang)
        hits = [{"value": hit.ref.address.removeprefix(names.ID).partition("/")[2], "label": hit.ref.label,
                 "kind": hit.ref.kind, "matched": hit.matched} for hit in found.hits[:10]]  # fmt: skip
        return reply(request, json.dumps(hits, ensure_ascii=False), "application/json")


async def static(request: Request) -> Response:
    """A file of the pages' design."""
    files: dict[str, bytes] = request.app.state.static
    path = request.scope["path"].lstrip("/")
    if path not in files:
        raise Refusal(404, "there is no such page")
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    header = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
    return reply(request, files[path], header, headers={"Cache-Control": _keeping(path, request.query_params.get("v"))})


def _keeping(path: str, version: str | None) -> str:
    """How long a file may be kept: for ever where its address changes with its content."""
    if (version and version == render.versions().get(path)) or path.startswith("static/part-"):
        return "public, max-age=31536000, immutable"
    return "public, max-age=3600"


async def refused(request: Request, refusal: Refusal) -> Response:
    """A refusal as a page for browsers, as problem+json for programs."""
    form = media.choose(request.headers.get("accept"), (media.JSONLD, media.HTML))
    if form is not media.HTML or request.scope["path"] in {"/sparql", "/sparql/"}:
        return problem(refusal)
    path = request.scope["path"].lstrip("/") or "index"
    path, lang = paths.split_language(path, render.languages()) or (path, language(request))
    key = f"/{path}".removeprefix("/page/").removeprefix("/id/")
    edition: Edition = request.app.state.editions.current
    near = lists.similar(edition.library, key, lang) if refusal.status == 404 else ()
    model = ErrorPage(status=refusal.status, problem=refusal.problem, hint=refusal.hint, suggestions=near)
    site = render.Site(live=True, base=request.app.state.base(request))
    text = await run_in_threadpool(render.page, "error", model, path, lang, site)
    headers = {**refusal.headers, "Cache-Control": "no-store", "Content-Type": media.HTML.header, "Vary": "Accept"}
    return Response(text.encode("utf-8", "replace"), status_code=refusal.status, headers=headers)


def language(request: Request) -> str:
    """The language that a request prefers."""
    return media.choose_language(request.headers.get("accept-language"), render.languages())


def _moved(edition: Edition, path: str, lang: str) -> str:
    """Where the page of a merged thing, or of a selector of a claim, is now."""
    if not path.startswith("page/"):
        return ""
    key = paths.key_from_path(path.removeprefix("page/"))
    newer = paths.key_of(edition.library.replaced.get(names.ID + key, "")) or ""
    return f"/page/{newer}{f'.{lang}.html' if lang else ''}" if newer else ""
