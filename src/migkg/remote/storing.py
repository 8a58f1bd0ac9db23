"""Graphs to a remote store, by the SPARQL 1.1 Graph Store HTTP Protocol."""

from __future__ import annotations

import base64
import time
import urllib.request
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import quote

from migkg import names
from migkg.errors import RemoteError
from migkg.remote.asking import AGENT, ATTEMPTS, BUSY, check_address, pause

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.model import Term

_DENIED = frozenset({401, 403})


def replace_graph(
    endpoint: str,
    graph: Term,
    body: bytes,
    *,
    login: tuple[str, str] | None = None,
    timeout: float = 300.0,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Replace one graph of the store at `endpoint` by the N-Triples in `body`; the empty name is the default graph.

    `login` (user, password) is given where the server asks for it, by Basic or Digest authentication. A busy server is
    asked up to four times. Every failure is a RemoteError.
    """
    check_address(endpoint)
    which = f"graph={quote(names.text_of(graph), safe='')}" if graph else "default"
    address = f"{endpoint}{'&' if '?' in endpoint else '?'}{which}"
    headers = {"Content-Type": "application/n-triples", "User-Agent": AGENT}
    try:
        if login:
            headers |= _authorization(address, login, timeout)
        _put(urllib.request.Request(address, body, headers, method="PUT"), endpoint, timeout, sleep)  # noqa: S310 - checked
    except (URLError, HTTPException, OSError) as error:
        reason = getattr(error, "reason", error)
        raise RemoteError(f"{endpoint} cannot be reached: {reason}", hint="is it running?") from None


def _put(request: urllib.request.Request, endpoint: str, timeout: float, sleep: Callable[[float], None]) -> None:
    for attempt in range(ATTEMPTS):
        try:
            with urllib.request.urlopen(request, timeout=timeout) as response:  # noqa: S310 - as above
                response.read()
        except HTTPError as error:
            with error:
                if error.code not in BUSY or attempt + 1 == ATTEMPTS:
                    raise _refused(endpoint, error) from None
                sleep(pause(error.headers.get("Retry-After", ""), attempt))
        else:
            return


def _authorization(address: str, login: tuple[str, str], timeout: float) -> dict[str, str]:
    """The header that answers the server's challenge, which an empty request brings out.

    The graph itself must not go with the request that is challenged: a server that turns it down closes the connection
    while it is still being sent.
    """
    request = urllib.request.Request(address, b"", {"User-Agent": AGENT}, method="PUT")  # noqa: S310 - checked above
    try:
        urllib.request.urlopen(request, timeout=timeout).close()  # noqa: S310 - as above
    except HTTPError as error:
        with error:
            scheme, _, challenge = error.headers.get("WWW-Authenticate", "").partition(" ")
        if scheme.lower() == "digest":
            return {"Authorization": f"Digest {_digest(request, challenge, login)}"}
    packed = base64.b64encode(":".join(login).encode()).decode()
    return {"Authorization": f"Basic {packed}"}


def _digest(request: urllib.request.Request, challenge: str, login: tuple[str, str]) -> str:
    known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    known.add_password(None, request.full_url, *login)
    parts = urllib.request.parse_keqv_list([part for part in urllib.request.parse_http_list(challenge) if part])
    return str(urllib.request.HTTPDigestAuthHandler(known).get_authorization(request, parts))


def _refused(endpoint: str, error: HTTPError) -> RemoteError:
    if error.code in _DENIED:
        return RemoteError(
            f"{endpoint} lets nobody write without a login (HTTP {error.code})",
            hint="give --user, and the password in $MIGKG_PASSWORD",
        )
    hint = "is it the address of the Graph Store Protocol? it often ends in /store, /data or /sparql-graph-crud-auth"
    return RemoteError(f"{endpoint} did not take the graph (HTTP {error.code} {error.reason})", hint=hint)
