"""Queries to remote SPARQL endpoints."""

from __future__ import annotations

import ast
import json
import re
import time
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError

from migkg import names
from migkg.counts import counted
from migkg.errors import DataError, RemoteError
from migkg.query import Kind, Result
from migkg.query.lexer import form, with_base, with_prefixes
from migkg.query.paging import paged
from migkg.term import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from SPARQLWrapper import SPARQLWrapper

    from migkg.model import Triple
    from migkg.query import Solution

AGENT = "migkg (+https://w3id.org/migkg)"
_LONGEST_URL = 2000
"""Characters of a query that goes by GET; longer ones go by POST, since proxies cut long addresses."""
BUSY = frozenset({429, 503})
ATTEMPTS = 4
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_SHOWN = 200
_VIRTUOSO_ASK = ("__ASK_RETVAL",)
"""The only column of a table in which Virtuoso at times answers ASK."""


def query(
    endpoint: str,
    sparql: str,
    *,
    timeout: float = 60.0,
    page: int | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Result:
    """Answer a SPARQL query at a remote endpoint; prefixes of `names.PREFIXES` need no declaration.

    `timeout` (seconds) holds for each attempt. An endpoint that is busy (429, 503) is asked up to four times,
    after the pause that it names or one that doubles. With `page` a SELECT without LIMIT is asked for so many rows at a
    time, as endpoints that cut long answers need. Every failure is a RemoteError.
    """
    check_address(endpoint)
    whole = with_base(with_prefixes(sparql))
    if page is None or paged(whole, page, 0) is None:
        return _patiently(endpoint, whole, timeout, sleep)
    rows: list[Solution] = []
    while True:
        part = _patiently(endpoint, paged(whole, page, len(rows)) or whole, timeout, sleep)
        found = tuple(part.rows)
        rows += found
        if len(found) < page:
            return Result(kind=part.kind, variables=part.variables, rows=tuple(rows))


def check_address(endpoint: str) -> None:
    """Raise RemoteError for what is no address on the web."""
    if not re.match(r"https?://[^/\s]", endpoint):
        raise RemoteError(f"'{endpoint}' is not the address of an endpoint", hint="it begins with http:// or https://")


def _patiently(endpoint: str, sparql: str, timeout: float, sleep: Callable[[float], None]) -> Result:
    wrapper = _wrapper(endpoint, sparql, timeout)
    for attempt in range(ATTEMPTS):
        try:
            return _ask(wrapper, endpoint, timeout)
        except HTTPError as error:
            if error.code not in BUSY or attempt + 1 == ATTEMPTS:
                raise _refused(endpoint, error) from None
            sleep(pause(error.headers.get("Retry-After", ""), attempt))
    raise AssertionError  # the last attempt returns or raises


def _wrapper(endpoint: str, sparql: str, timeout: float) -> SPARQLWrapper:
    import SPARQLWrapper as library  # noqa: N813 - the module, beside its class of the same name

    wrapper = library.SPARQLWrapper(endpoint, agent=AGENT)
    wrapper.setQuery(sparql)
    wrapper.queryType = form(sparql)  # the library takes the first such letters anywhere: the "add" of "addresses", too
    wrapper.setTimeout(max(1, round(timeout)))
    wrapper.setMethod(library.POST if len(sparql) > _LONGEST_URL else library.GET)
    graph = wrapper.queryType in {library.CONSTRUCT, library.DESCRIBE}
    wrapper.setReturnFormat(library.TURTLE if graph else library.JSON)
    return wrapper


def _ask(wrapper: SPARQLWrapper, endpoint: str, timeout: float) -> Result:
    """One attempt; HTTPError passes through, so that the caller can try again."""
    from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

    try:
        response = wrapper.query().response
        body, kind = response.read(), response.headers.get("Content-Type", "")
    except SPARQLWrapperException as error:
        raise _not_understood(endpoint, error) from None
    except HTTPError:
        raise
    except TimeoutError:
        raise _slow(endpoint, timeout) from None
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _slow(endpoint, timeout) from None
        raise RemoteError(f"{endpoint} cannot be reached: {error.reason}", hint="is it running?") from None
    except (HTTPException, OSError) as error:
        raise RemoteError(f"{endpoint} broke off: {error}", hint="try again, or ask for fewer rows") from None
    return _result(endpoint, body, kind)


def _result(endpoint: str, body: bytes, kind: str) -> Result:
    try:
        if "json" in kind:
            return _from_json(json.loads(body))
        if "turtle" in kind or "n-triples" in kind:
            return Result(kind=Kind.GRAPH, triples=tuple(_triples(body.decode())))
    except (ValueError, LookupError, TypeError, AttributeError, SyntaxError, DataError) as error:
        raise RemoteError(f"{endpoint} sent results that cannot be read: {error}", hint="is it SPARQL 1.1?") from None
    start = " ".join(body[:_SHOWN].decode(errors="replace").split())
    problem = f"{endpoint} did not answer with SPARQL results but with {kind or 'something'}: {start[:60]}"
    raise RemoteError(problem, hint="check the address: it often ends in /sparql or /query")


def _from_json(content: Mapping[str, Any]) -> Result:
    if "boolean" in content:
        return Result(kind=Kind.ASK, boolean=bool(content["boolean"]))
    variables = tuple(content["head"]["vars"])
    if variables == _VIRTUOSO_ASK:
        return Result(
            kind=Kind.ASK, boolean=any(row[variables[0]]["value"] == "1" for row in content["results"]["bindings"])
        )
    return Result(kind=Kind.SELECT, variables=variables, rows=tuple(_rows(variables, content["results"]["bindings"])))


def _rows(variables: tuple[str, ...], bindings: list[Mapping[str, Mapping[str, str]]]) -> Iterator[Solution]:
    for binding in bindings:
        yield tuple(_term(binding[name]) if name in binding else None for name in variables)


def _term(value: Mapping[str, str]) -> Term:
    """A term of the SPARQL 1.1 JSON results; `typed-literal` is what Virtuoso writes."""
    match value["type"]:
        case "uri":
            return names.iri(value["value"])
        case "bnode":
            return Term(f"_:{value['value']}")
        case "literal" | "typed-literal":
            return names.literal(value["value"], datatype=value.get("datatype", ""), lang=value.get("xml:lang", ""))
        case other:
            raise ValueError(f"terms of type '{other}' are not known")


def _triples(text: str) -> Iterator[Triple]:
    """The triples of a Turtle document, sorted."""
    import rdflib

    graph = rdflib.Graph().parse(data=text, format="turtle")
    yield from sorted((_node(s), _node(p), _node(o)) for s, p, o in graph)


def _node(node: object) -> Term:
    import rdflib

    if isinstance(node, rdflib.Literal):
        return names.literal(str(node), datatype=str(node.datatype or ""), lang=node.language or "")
    return Term(f"_:{node}") if isinstance(node, rdflib.BNode) else names.iri(str(node))


def pause(asked: str, attempt: int) -> float:
    """Seconds to wait: what the endpoint asks for, else 0.5, 1, 2 ..."""
    return min(float(asked) if asked.isdecimal() else _FIRST_PAUSE * 2**attempt, _LONGEST_PAUSE)


def _slow(endpoint: str, timeout: float) -> RemoteError:
    return RemoteError(
        f"{endpoint} did not answer within {counted(timeout, 'second')}",
        hint="allow more with --timeout, or ask for less",
    )


def _refused(endpoint: str, error: HTTPError) -> RemoteError:
    if error.code in BUSY:
        return RemoteError(f"{endpoint} is too busy (HTTP {error.code})", hint="try again later")
    return RemoteError(
        f"{endpoint} answered HTTP {error.code} {error.reason}", hint="check the address and your rights"
    )


def _not_understood(endpoint: str, error: Exception) -> RemoteError:
    """A fault that SPARQLWrapper has a name for: 400, 401, 404, 414, 500; the endpoint's words are kept."""
    _, found, words = str(error).partition("Response:")
    said = _told(words.strip()) if found else " ".join(str(error).split())
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(error).__name__).lower()
    return RemoteError(
        f"{endpoint} refused the query ({name}): {said[:_SHOWN]}", hint="check the query and the address"
    )


def _told(words: str) -> str:
    """What an endpoint says of a fault, from the bytes that SPARQLWrapper shows: a problem of RFC 9457, or any text."""
    try:
        problem = json.loads(ast.literal_eval(words))
        return f"{problem['title']}; {problem['detail']}" if "detail" in problem else str(problem["title"])
    except (ValueError, SyntaxError, TypeError, KeyError):
        return " ".join(words.removeprefix("b").strip("'\"").split())
