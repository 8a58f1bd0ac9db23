"""One question to an OpenAI-compatible endpoint (`POST …/chat/completions`) by urllib3, whose only importer this is."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from migkg.counts import counted
from migkg.errors import RemoteError, UsageError
from migkg.llm.answers import shown
from migkg.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from urllib3 import BaseHTTPResponse, PoolManager

BUSY = frozenset({429, 503})
ATTEMPTS = 4
TIMEOUT = 300.0
"""Seconds that an answer may take: models on one's own machine are slow."""
LARGEST = 4 << 20
"""Bytes of an answer at most."""
_OK = 200
_DENIED = frozenset({401, 403})
_REDIRECTS = range(300, 400)
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_PIECE = 1 << 16
_HIDDEN = "[key]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where models are asked (the address before `/chat/completions`), the key, and the seconds an answer may take."""

    address: str
    key: str = field(default="", repr=False)
    timeout: float = TIMEOUT
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        if not _is_address(self.address):
            raise UsageError(
                f"'{shown(self.address.rpartition('@')[2])}' is not the address of an endpoint",
                hint="it begins with http:// or https://, and holds no login; a key goes into $MIGKG_LLM_KEY",
            )
        if not (self.key.isascii() and self.key.isprintable()):
            raise UsageError("the key has characters that no header can carry", hint="check $MIGKG_LLM_KEY")


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:  # brackets, or a port, that are none
        return False


def ask(endpoint: Endpoint, request: Mapping[str, object]) -> str:
    """The text of the model's answer.

    A busy endpoint (429, 503) is asked up to four times, after the pause that it names or one that doubles. No
    redirection is followed: the text and the key go to the address that was named and to no other. Every failure is a
    RemoteError that never shows the key; UsageError where the library is not installed.
    """
    status, body = _patiently(endpoint, json.dumps(request).encode())
    text = body.decode(errors="replace")
    if endpoint.key:
        text = text.replace(endpoint.key, _HIDDEN)
    if status != _OK:
        raise _refused(endpoint, status, text)
    return _content(endpoint, text)


def _patiently(endpoint: Endpoint, body: bytes) -> tuple[int, bytes]:
    pool = _pool()
    for attempt in range(ATTEMPTS):
        status, asked, answer = _post(pool, endpoint, body)
        if status not in BUSY or attempt + 1 == ATTEMPTS:
            return status, answer
        wanted = float(asked) if asked.isascii() and asked.isdecimal() else _FIRST_PAUSE * 2**attempt
        endpoint.sleep(min(wanted, _LONGEST_PAUSE))
    raise AssertionError  # the last attempt returns or raises


def _pool() -> PoolManager:
    try:
        import urllib3
    except ImportError:
        raise UsageError(
            "urllib3, through which language models are asked, is not installed", hint="pip install 'migkg[llm]'"
        ) from None
    return urllib3.PoolManager(retries=False)


def _post(pool: PoolManager, endpoint: Endpoint, body: bytes) -> tuple[int, str, bytes]:
    """Status, `Retry-After` and body of one attempt."""
    from urllib3 import Timeout, exceptions

    address = endpoint.address.rstrip("/") + "/chat/completions"
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": f"migkg/{__version__}"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    until = time.monotonic() + endpoint.timeout
    try:
        response = pool.request(
            "POST",
            address,
            body=body,
            headers=headers,
            timeout=Timeout(total=endpoint.timeout),
            redirect=False,
            preload_content=False,
        )
        try:
            return response.status, response.headers.get("Retry-After", ""), _whole(response, endpoint, until)
        finally:
            response.close()
    except (exceptions.HTTPError, OSError) as error:
        raise _failed(endpoint, error) from None


def _whole(response: BaseHTTPResponse, endpoint: Endpoint, until: float) -> bytes:
    """The body, within the time and the size that an answer may take."""
    parts: list[bytes] = []
    size = 0
    while piece := response.read1(_PIECE):
        size += len(piece)
        if size > LARGEST:
            raise RemoteError(f"{endpoint.address} sent more than {LARGEST >> 20} MiB", hint="is it the right address?")
        if time.monotonic() > until:
            raise _slow(endpoint)
        parts.append(piece)
    return b"".join(parts)


def _content(endpoint: Endpoint, text: str) -> str:
    """The words of the first choice; RemoteError where there are none, or not all."""
    try:
        choice = json.loads(text)["choices"][0]
        content, reason = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        told = f"{endpoint.address} did not answer as such an endpoint does: {shown(text)}"
        raise RemoteError(told, hint="check the address: it often ends in /v1") from None
    if reason == "length":
        raise RemoteError("the model's answer was cut off", hint="give the article in parts, or ask another model")
    if not isinstance(content, str) or not content.strip():
        raise RemoteError("the model answered nothing", hint="try again, or ask another model")
    return content


def _failed(endpoint: Endpoint, error: Exception) -> RemoteError:
    from urllib3 import exceptions

    late = isinstance(error, (exceptions.TimeoutError, TimeoutError))
    if late and not isinstance(error, exceptions.NewConnectionError):  # which counts as one that is late
        return _slow(endpoint)
    return RemoteError(f"{endpoint.address} cannot be reached: {shown(str(error))}", hint="is it running?")


def _slow(endpoint: Endpoint) -> RemoteError:
    told = f"{endpoint.address} did not answer within {counted(endpoint.timeout, 'second')}"
    return RemoteError(told, hint="allow more with --timeout")


def _refused(endpoint: Endpoint, status: int, text: str) -> RemoteError:
    if status in BUSY:
        return RemoteError(f"{endpoint.address} is too busy (HTTP {status})", hint="try again later")
    if status in _REDIRECTS:
        told = f"{endpoint.address} sends on to another address (HTTP {status})"
        return RemoteError(told, hint="name that address itself: texts and keys are not sent on")
    hint = "give the key in $MIGKG_LLM_KEY" if status in _DENIED else "check the address and the name of the model"
    return RemoteError(f"{endpoint.address} answered HTTP {status}: {shown(text) or 'nothing'}", hint=hint)
