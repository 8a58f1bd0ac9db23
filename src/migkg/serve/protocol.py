"""A request as the SPARQL 1.1 protocol reads it, whatever server it came through.

The graph is read-only: an update is refused with 403 and a request that is neither with 400, 405 or 415.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from migkg.counts import counted
from migkg.serve.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
METHODS = "GET, HEAD, POST, OPTIONS"

_CHARSET = re.compile(r";\s*charset\s*=\s*\"?(?P<name>[\w.:-]+)", re.IGNORECASE)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
_READ_ONLY = "the graph is read-only here"
_FIELDS = 64

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query and the dataset that the request names, if it names one."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    form: str = ""
    """The name of a format, from the parameter `format`: for links that cannot send a header."""

    @property
    def dataset(self) -> tuple[Sequence[str], Sequence[str]] | None:
        """Default and named graphs as IRI terms, None where the request names none."""
        if not self.default_graphs and not self.named_graphs:
            return None
        return [f"<{g}>" for g in self.default_graphs], [f"<{g}>" for g in self.named_graphs]


def read(method: str, query_string: str, content_type: str, body: bytes) -> Asked | None:
    """What a request asks; None for a GET without parameters, which asks for the description of the service."""
    url = pairs(query_string)
    if method in {"GET", "HEAD"}:
        _refuse_update(url)
        return _asked(url) if url else None
    kind = content_type.partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise Refusal(403, _READ_ONLY, hint="send a query, not an update")
    if kind == FORM:
        fields = pairs(_text(body, content_type))
        _refuse_update(fields)
        return _asked(url + fields)
    if kind == DIRECT:
        return _asked([*url, ("query", _text(body, content_type))])
    raise Refusal(415, "this type of content is not a query", hint=f"send {DIRECT} or {FORM}")


def pairs(text: str) -> Pairs:
    """The fields of a query string or a form; Refusal (400) where they are no UTF-8 or too many."""
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError:
        raise Refusal(400, "the parameters cannot be read", hint="encode them as UTF-8, percent-encoded") from None


def _asked(fields: Pairs) -> Asked:
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        raise Refusal(
            400, f"the request has {counted(len(queries), 'query', 'queries')}", hint="send one parameter 'query'"
        )
    return Asked(
        query=queries[0],
        default_graphs=_graphs(fields, "default-graph-uri"),
        named_graphs=_graphs(fields, "named-graph-uri"),
        form=next((value for name, value in fields if name == "format"), ""),
    )


def _graphs(fields: Pairs, name: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(value for key, value in fields if key == name))
    for value in found:
        if not _IRI.fullmatch(value):
            raise Refusal(400, f"{name} is not an absolute IRI", hint="give the full address of a graph")
    return found


def _refuse_update(fields: Pairs) -> None:
    if any(name == "update" for name, _ in fields):
        raise Refusal(403, _READ_ONLY, hint="send a query, not an update")


def _text(body: bytes, content_type: str) -> str:
    """The body as text; the protocol wants UTF-8, whatever the header says."""
    charset = _CHARSET.search(content_type)
    if charset and charset["name"].lower().replace("_", "-") not in {"utf-8", "utf8", "us-ascii"}:
        raise Refusal(400, "the query is no UTF-8", hint="encode it as UTF-8 and say charset=utf-8")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal(400, "the query is no UTF-8", hint="encode it as UTF-8") from None
