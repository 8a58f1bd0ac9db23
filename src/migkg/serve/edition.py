"""The generation of the graph that is served, and its replacement by the next without dropping a request."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from migkg import api
from migkg.errors import MigkgError
from migkg.serve.cache import Cache
from migkg.serve.files import Cellar
from migkg.serve.pool import Pool
from migkg.web.library import Library
from migkg.web.pages import shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from migkg.serve.pool import Limits

_LOG = logging.getLogger("migkg.serve")
_PAUSE = 1.0
"""Seconds between two looks at the store."""


class Edition:
    """An open generation with its query processes; it is closed when nobody uses it any more."""

    def __init__(self, path: Path, limits: Limits, gone: frozenset[str]) -> None:
        self.graph = api.open(path)
        self.pool = Pool(path, limits)
        self.library = Library(self.graph)
        self.shelf = shelf(self.library)
        self.cellar = Cellar(self.library)
        self.pages: Cache[str] = Cache()
        self.documents: Cache[str | bytes] = Cache()
        self.content: str = self.graph.store.manifest["content"]
        self.gone = gone - self.library.addresses
        """Addresses of things that earlier generations had and this one has not."""
        self._users = 0
        self._retired = False

    @contextmanager
    def use(self) -> Iterator[Edition]:
        """Keep the generation open while a request works with it."""
        self._users += 1
        try:
            yield self
        finally:
            self._users -= 1
            self._close_if_idle()

    def retire(self) -> None:
        """Close as soon as the last request has been answered."""
        self._retired = True
        self._close_if_idle()

    def _close_if_idle(self) -> None:
        if self._retired and self._users == 0:
            self.pool.close()
            self.cellar.close()
            self.graph.close()


class Editions:
    """The current edition, watched: a new generation of the store takes its place."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._mark = self._read_mark()
        self.reloads = 0
        self.current = Edition(path, limits, frozenset())

    async def watch(self) -> None:
        """Look for a new generation until cancelled; one that cannot be opened leaves the old one in place."""
        while True:
            await asyncio.sleep(_PAUSE)
            mark = self._read_mark()
            if mark and mark != self._mark:
                self._mark = mark
                await self._replace()

    def close(self) -> None:
        """Let the current edition go."""
        self.current.retire()

    async def _replace(self) -> None:
        gone = self.current.gone | self.current.library.addresses
        try:
            fresh = await asyncio.to_thread(Edition, self._path, self._limits, gone)
            await fresh.pool.warm()
        except MigkgError as error:
            _LOG.error("reload failed", extra={"fields": {"problem": error.problem}})
            return
        old, self.current = self.current, fresh
        old.retire()
        self.reloads += 1
        _LOG.info("reloaded", extra={"fields": {"content": fresh.content}})

    def _read_mark(self) -> bytes:
        with contextlib.suppress(OSError):
            return (self._path / "current").read_bytes()
        return b""
