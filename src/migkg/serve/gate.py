"""What every request passes: rates, refusals, headers for browsers, counts, and a line in the log."""

from __future__ import annotations

import ipaddress
import json
import logging
import time
from collections import OrderedDict
from typing import TYPE_CHECKING

from starlette.requests import Request

from migkg.errors import MigkgError
from migkg.serve.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from migkg.serve.metrics import Metrics
    from migkg.serve.settings import Settings

_LOG = logging.getLogger("migkg.serve")
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"})
_CLIENTS = 10_000

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a browser may load for a page: nothing from elsewhere."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Content-Security-Policy": POLICY,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Location, Migkg-Truncated, Retry-After",
}


class Rates:
    """Tokens by client: `rate` come back each second, `burst` is the most that can be saved."""

    def __init__(self, rate: float, burst: int) -> None:
        self._rate = rate
        self._burst = burst
        self._clients: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allow(self, client: str, now: float) -> bool:
        """Whether the client has a token left; takes it. This machine's own clients are not counted."""
        if self._rate <= 0 or _is_local(client):
            return True
        tokens, seen = self._clients.pop(client, (float(self._burst), now))
        tokens = min(self._burst, tokens + (now - seen) * self._rate)
        self._clients[client] = (max(tokens - 1, 0.0) if tokens >= 1 else tokens, now)
        if len(self._clients) > _CLIENTS:
            self._clients.popitem(last=False)
        return tokens >= 1


class Gate:
    """Wraps the application (pure ASGI): nothing that it answers leaves without the headers above."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        settings: Settings,
        metrics: Metrics,
        refuse: Callable[[Request, Refusal], Awaitable[Response]],
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._refuse = refuse
        self._rates = Rates(settings.rate, settings.burst)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start = time.monotonic()
        sent = {"status": 0}

        async def passing(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent["status"] = message["status"]
                _add_headers(message)
            elif message["type"] == "http.response.body" and scope["method"] == "HEAD":
                message = {**message, "body": b""}
            await send(message)

        try:
            await self._answer(scope, receive, passing, sent)
        finally:
            self._note(scope, sent["status"], time.monotonic() - start)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, sent: dict[str, int]) -> None:
        client = scope["client"][0] if scope.get("client") else ""
        try:
            if not self._rates.allow(client, time.monotonic()):
                hint = "send fewer requests a second"
                raise Refusal(429, "too many requests", hint=hint, headers={"Retry-After": "1"})  # noqa: TRY301
            await self._app(scope, receive, send)
        except Refusal as refusal:
            await self._explain(scope, receive, send, refusal, sent)
        except MigkgError as error:
            await self._explain(scope, receive, send, Refusal(500, error.problem, hint=error.hint), sent)
        except Exception:  # noqa: BLE001 - whatever it was, the client gets an answer and the log the trace
            _LOG.exception("fault", extra={"fields": {"path": scope["path"]}})
            await self._explain(scope, receive, send, Refusal(500, "the server made a mistake"), sent)

    async def _explain(
        self, scope: Scope, receive: Receive, send: Send, refusal: Refusal, sent: dict[str, int]
    ) -> None:
        """Send a refusal, unless an answer is under way already."""
        if not sent["status"]:
            response = await self._refuse(Request(scope, receive), refusal)
            await response(scope, receive, send)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = scope.get("route")
        pattern = str(getattr(route, "path", "")) or "none"
        method = scope["method"] if scope["method"] in _METHODS else "OTHER"
        self._metrics.count(pattern, method, status, seconds)
        fields = {"method": method, "path": scope["path"][:500], "status": status, "ms": round(seconds * 1000, 1)}
        _LOG.info("request", extra={"fields": fields})


class JsonLines(logging.Formatter):
    """Log records as one JSON object a line, so that no path can forge a line of its own."""

    def format(self, record: logging.LogRecord) -> str:
        """Time (UTC), level, message, and the fields given as `extra`."""
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        content = {"time": f"{stamp}.{int(record.msecs):03d}Z", "level": record.levelname, "event": record.getMessage()}
        content.update(getattr(record, "fields", {}))
        if record.exc_info:
            content["trace"] = self.formatException(record.exc_info)
        return json.dumps(content, ensure_ascii=True)


def _add_headers(message: Message) -> None:
    present = {name.lower() for name, _ in message["headers"]}
    extra = [(name.lower().encode(), value.encode()) for name, value in _HEADERS.items()]
    message["headers"] = [*message["headers"], *(pair for pair in extra if pair[0] not in present)]


def _is_local(client: str) -> bool:
    try:
        return ipaddress.ip_address(client).is_loopback
    except ValueError:
        return False
