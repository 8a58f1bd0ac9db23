"""Running the server until it is told to stop."""

from __future__ import annotations

import logging
import socket
import sys
from typing import TYPE_CHECKING

from migkg.errors import UsageError
from migkg.serve.app import application
from migkg.serve.gate import JsonLines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from migkg.serve.settings import Settings

_GRACE = 30
_CONNECTIONS = 1000
_BACKLOG = 2048


def run(store: Path, host: str, port: int, settings: Settings, *, started: Callable[[str], None], log: bool) -> None:
    """Serve until SIGINT or SIGTERM; requests under way get time to end. `started` is told the address.

    Port 0 takes a free one. UsageError where the address cannot be taken, StoreError where there is no graph.
    """
    import uvicorn

    from migkg.serve.patience import Patient

    _log_to_stderr(log)
    app = application(store, settings)
    listener = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    started(f"http://{shown}:{listener.getsockname()[1]}/")
    config = uvicorn.Config(
        app,
        http=Patient,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
        timeout_keep_alive=15,
        limit_concurrency=_CONNECTIONS,
        backlog=_BACKLOG,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(_BACKLOG)  # at once: whoever is told the address can connect, and nobody else can take it
    except OSError as error:
        listener.close()
        raise UsageError(f"cannot listen on {host}:{port}: {error.strerror}", hint="choose another --port") from None
    return listener


def _log_to_stderr(log: bool) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logger = logging.getLogger("migkg.serve")
    logger.handlers = [handler]
    logger.setLevel(logging.INFO if log else logging.WARNING)
    logger.propagate = False
