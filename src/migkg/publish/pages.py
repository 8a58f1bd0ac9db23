"""The pages and data of a release, written by several processes: no file depends on another."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from migkg import api, names
from migkg.counts import counted
from migkg.errors import MigkgError, UsageError
from migkg.web import encode, forms, graphs, media, paths, render
from migkg.web import pages as web_pages
from migkg.web.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from migkg.web.pages import Shelf

_CHUNK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where pages come from and go to: the store, the folder, the address of its root, the sizes of the downloads."""

    store: Path
    root: Path
    base: str
    sizes: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """What gets pages: described things, and merged ones that point to others; addresses, sorted."""

    described: tuple[str, ...]
    merged: tuple[str, ...]


def plan(library: Library) -> Things:
    """The things that get pages; selectors are shown with their claims."""
    merged = tuple(sorted(library.replaced))
    selectors = {
        a for a in library.addresses if a.startswith(f"{names.ID}claim/") and a.endswith(("/quote", "/position"))
    }
    return Things(described=tuple(sorted(library.addresses - selectors - set(merged))), merged=merged)


def write(setting: Setting, things: Things, *, jobs: int, step: Callable[[str], None]) -> None:
    """Write all pages, in `jobs` processes."""
    work = [*_chunks(things.described), *_chunks(things.merged), ()]
    if jobs <= 1:
        _open(setting)
        for done, chunk in enumerate(work, 1):
            _write_chunk(chunk)
            step(f"pages: {done} of {counted(len(work), 'part')}")
        _close()
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_open, initargs=(setting,)) as pool:
        futures = [pool.submit(_write_chunk, chunk) for chunk in work]
        for done, future in enumerate(as_completed(futures), 1):
            future.result()
            step(f"pages: {done} of {counted(len(work), 'part')}")


def _chunks(addresses: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (addresses[start : start + _CHUNK] for start in range(0, len(addresses), _CHUNK))


def put(root: Path, path: str, content: bytes) -> None:
    """Write a file below `root`; UsageError for a path that leads out of it."""
    if ".." in Path(path).parts or path.startswith("/"):
        raise UsageError(f"'{path}' is no path for a file", hint="correct the identifier")
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


class _Desk:
    """What a process needs to write pages."""

    def __init__(self, setting: Setting) -> None:
        self.graph = api.open(setting.store)
        self.library = Library(self.graph)
        self.shelf: Shelf = web_pages.shelf(self.library, setting.sizes)
        self.site = render.Site(live=False, base=setting.base)
        self.root = setting.root

    def put(self, path: str, text: str) -> None:
        """Write a file of the release."""
        put(self.root, path, text.encode("utf-8", "replace"))

    def page(self, template: str, model: object, path: str, lang: str) -> None:
        """Render a page and write it."""
        self.put(paths.document(path, lang), render.page(template, model, path, lang, self.site))


_desks: list[_Desk] = []
"""The desk of this process: set once, when the process starts."""


def _open(setting: Setting) -> None:
    _desks.append(_Desk(setting))


def _close() -> None:
    _desks.pop().graph.close()


def _write_chunk(addresses: tuple[str, ...]) -> None:
    """The pages and data of some things; of no things: the pages that every site has."""
    desk = _desks[-1]
    if not addresses:
        _write_fixed(desk)
    for address in addresses:
        newer = desk.library.replaced.get(address)
        if newer:
            _write_moved(desk, address, newer)
        else:
            _write_thing(desk, address)


def _write_thing(desk: _Desk, address: str) -> None:
    path = paths.page(address)
    for lang in render.languages():
        shown = web_pages.shown(desk.shelf, path, lang)
        if shown:
            desk.page(shown.template, shown.model, path, lang)
    description = list(desk.library.description(address))
    for form in media.GRAPHS:
        desk.put(paths.data(paths.key_of(address) or "", form.ending), graphs.write(description, form.name))


def _write_moved(desk: _Desk, address: str, newer: str) -> None:
    """A page that sends people on, where the server of the release has no rules of its own."""
    for lang in render.languages():
        desk.page("moved", desk.library.ref(names.iri(newer), lang), paths.page(address), lang)


def _write_fixed(desk: _Desk) -> None:
    kinds = [f"browse/{folder}" for folder, _, _ in web_pages.kinds(desk.shelf)]
    for lang in render.languages():
        for path in (*web_pages.fixed(), *kinds):
            shown = web_pages.shown(desk.shelf, path, lang)
            if shown:
                desk.page(shown.template, shown.model, path, lang)
            if shown and path in web_pages.DRAWN:
                desk.put(f"{path}.{lang}.json", encode.as_json(shown.model))
        _write_queries(desk, lang)
    start = web_pages.shown(desk.shelf, "index", render.languages()[0])
    if start:
        desk.put("index.html", render.page("index", start.model, "index", render.languages()[0], desk.site))


def _write_queries(desk: _Desk, lang: str) -> None:
    """The canned queries with the answers to their examples."""
    for query in desk.shelf.queries:
        try:
            result = desk.library.store.query(forms.bind(desk.library, query, query.example))
            model = forms.query_page(desk.library, query, query.example, lang, result=result)
        except MigkgError as error:
            model = forms.query_page(desk.library, query, {}, lang, problem=str(error))
        desk.page("query", model, model.path, lang)
