"""Connections that send a request too slowly are closed: they would hold a place that others need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

if TYPE_CHECKING:
    import asyncio

SECONDS = 10.0
"""From the first byte of a request (or the connection) to the end of its headers; between requests the server's
own limit holds."""


class Patient(HttpToolsProtocol):
    """The protocol of the server with a limit for the headers."""

    _limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """A client has connected."""
        super().connection_made(transport)
        self._wait()

    def on_message_begin(self) -> None:
        """The first byte of a request has come."""
        super().on_message_begin()
        self._wait()

    def on_headers_complete(self) -> None:
        """The headers are whole: what is still to come is the business of whoever reads the body."""
        self._stop()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone."""
        self._stop()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._stop()
        self._limit = self.loop.call_later(SECONDS, self._close)

    def _stop(self) -> None:
        if self._limit:
            self._limit.cancel()
            self._limit = None

    def _close(self) -> None:
        self._limit = None
        self.transport.close()
