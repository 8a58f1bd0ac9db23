"""The files of the release, made when the first client asks for them, and the description of the dataset."""

from __future__ import annotations

import gzip
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response

from migkg.serve import linked
from migkg.serve.refusal import Refusal
from migkg.serve.reply import any_will_do, entity_tag, not_modified, reply, unchanged
from migkg.web import dumps, graphs, media, metadata, sitemap

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from migkg.serve.edition import Edition
    from migkg.web.library import Library


class Cellar:
    """Files that have been made for one generation; they go with it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._folder = tempfile.TemporaryDirectory(prefix="migkg-", ignore_cleanup_errors=True)
        self._lock = threading.Lock()
        self._dumps = {dump.name: dump for dump in dumps.dumps()}

    def file(self, name: str) -> Path | None:
        """A file by its name (with `.gz` for the compressed one), None where there is none of that name."""
        dump = self._dumps.get(name.removesuffix(".gz"))
        if dump is None:
            return None
        path = Path(self._folder.name) / name
        with self._lock:
            if not path.exists():
                content = b"".join(dump.write(self._library))
                fresh = path.with_name(f"{name}.part")
                fresh.write_bytes(gzip.compress(content, mtime=0) if name.endswith(".gz") else content)
                fresh.rename(path)
        return path

    def close(self) -> None:
        """Remove the files."""
        self._folder.cleanup()


class _Held(FileResponse):
    """A file of an edition that stays until the file has been sent, whatever generation comes meanwhile."""

    def __init__(self, edition: Edition, path: Path, kind: str, tag: str) -> None:
        super().__init__(path, media_type=kind, headers={"ETag": tag, "Cache-Control": "no-cache"})
        self._use = edition.use()
        self._use.__enter__()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the file."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._use.__exit__(None, None, None)


async def download(request: Request) -> Response:
    """`/download/NAME`: a file, whole or in part."""
    name: str = request.path_params["name"]
    with request.app.state.editions.current.use() as edition:
        tag = entity_tag(edition.content, "download", name)
        if unchanged(request, tag):
            return not_modified(tag, {})
        path = await run_in_threadpool(edition.cellar.file, name)
        if path is None:
            raise Refusal(404, "there is no such file", hint="see /downloads.html")
        if any_will_do(request):
            return not_modified(tag, {})
        kind = "application/gzip" if name.endswith(".gz") else _type(name)
        return _Held(edition, path, kind, tag)


async def robots(request: Request) -> Response:
    """`/robots.txt`: what crawlers may visit."""
    return reply(request, sitemap.robots(request.app.state.base(request), live=True), "text/plain; charset=utf-8")


async def sitemaps(request: Request) -> Response:
    """`/sitemap.xml`: all pages, for crawlers; where they are very many, the list of the files that hold them."""
    name, base = f"{request.path_params['name']}.xml", request.app.state.base(request)
    with request.app.state.editions.current.use() as edition:
        tag = entity_tag(edition.content, "sitemap", name, base)
        text = await edition.documents.once((tag,), lambda: run_in_threadpool(_site_map, edition, base, name))
        return reply(request, text, sitemap.TYPE, tag=tag)


async def description(request: Request) -> Response:
    """`/dataset`, `/catalog`, `/.well-known/void`: DCAT and VoID, by Accept; `/metadata.ENDING` in a format.

    Who wants a page is led to that of the downloads.
    """
    ending = request.path_params.get("ending", "")
    form = media.by_ending(ending, media.GRAPHS) if ending else linked.chosen(request)
    if form is None:
        raise Refusal(404, "there is no such page")
    if form is media.HTML:
        return linked.for_people(linked.DOWNLOADS)
    base = request.app.state.base(request)
    with request.app.state.editions.current.use() as edition:
        tag = entity_tag(edition.content, "metadata", form.name, base)
        headers = {} if ending else {"Vary": "Accept"}
        if unchanged(request, tag):
            return not_modified(tag, headers)
        text = await edition.documents.once((tag,), lambda: run_in_threadpool(_described, edition, base, form))
        return reply(request, text, form.header, tag=tag, headers=headers)


def _site_map(edition: Edition, base: str, name: str) -> str:
    made = sitemap.files(edition.shelf, base)
    if name not in made:
        raise Refusal(404, "there is no such page")
    return made[name]


def _described(edition: Edition, base: str, form: media.Form) -> str:
    return graphs.write(metadata.triples(edition.library, base), form.name)


def _type(name: str) -> str:
    return next(dump.form.header for dump in dumps.dumps() if dump.name == name)
