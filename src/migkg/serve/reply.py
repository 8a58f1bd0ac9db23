"""Answers: bodies with their type, entity tags, compression, and what every answer says to a browser."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from migkg.serve.refusal import Refusal

_SMALLEST = 600
"""Bytes below which compression costs more than it saves."""

_TAG = re.compile(r'(?:W/)?("[^"]*")')
_GZIP = re.compile(r"(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q\s*=\s*(?P<q>[01](?:\.\d{0,3})?))?\s*(?=,|$)", re.IGNORECASE)


def entity_tag(*parts: str) -> str:
    """A strong entity tag for what is determined by these parts."""
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return f'"{digest}"'


def unchanged(request: Request, tag: str) -> bool:
    """Whether the client holds the body with this tag (compressed or not) already."""
    given = request.headers.get("if-none-match", "")
    held = {found.replace("-gzip", "") for found in _TAG.findall(given[:4000])}
    return tag in held


def any_will_do(request: Request) -> bool:
    """Whether the client wants the body only if there is none at all: `*`; to be asked where one is known to be."""
    return request.headers.get("if-none-match", "").strip() == "*"


def reply(
    request: Request,
    body: str | bytes,
    kind: str,
    *,
    tag: str = "",
    headers: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """An answer with a body: 304 where the client has it, compressed where the client can read that.

    `tag` is that of `entity_tag`; without one the body's own hash is taken.
    """
    content = body.encode("utf-8", "replace") if isinstance(body, str) else body
    known = tag or entity_tag(content.hex() if len(content) < _SMALLEST else hashlib.sha256(content).hexdigest(), kind)
    extra = {**(headers or {}), "Cache-Control": (headers or {}).get("Cache-Control", "no-cache")}
    extra["Vary"] = ", ".join(dict.fromkeys(["Accept-Encoding", *filter(None, extra.get("Vary", "").split(", "))]))
    if status == 200 and (unchanged(request, known) or any_will_do(request)):
        return Response(status_code=304, headers={**extra, "ETag": known})
    if len(content) >= _SMALLEST and _reads_gzip(request):
        content = gzip.compress(content, compresslevel=5, mtime=0)
        known = f'{known[:-1]}-gzip"'
        extra["Content-Encoding"] = "gzip"
    return Response(content, status_code=status, headers={**extra, "ETag": known, "Content-Type": kind})


def not_modified(tag: str, headers: Mapping[str, str]) -> Response:
    """The answer to a client that holds the current body."""
    return Response(status_code=304, headers={**headers, "ETag": tag, "Cache-Control": "no-cache"})


def redirect(location: str, status: int = 303, headers: Mapping[str, str] | None = None) -> Response:
    """Where to look; `location` is a path of this server or a full address, already encoded."""
    return Response(status_code=status, headers={**(headers or {}), "Location": location})


def problem(refusal: Refusal) -> Response:
    """A refusal as `application/problem+json` (RFC 9457), its hint under `detail`."""
    content = {"title": refusal.problem, "status": refusal.status, "detail": refusal.hint}
    body = json.dumps({key: value for key, value in content.items() if value}, ensure_ascii=False) + "\n"
    kind = {"Content-Type": "application/problem+json", "Cache-Control": "no-store"}
    return Response(body, status_code=refusal.status, headers={**refusal.headers, **kind})


def _reads_gzip(request: Request) -> bool:
    found = _GZIP.search(request.headers.get("accept-encoding", "")[:1000])
    return found is not None and float(found["q"] or 1) > 0
