"""The answer to a query in the formats that people and programs ask for."""

from __future__ import annotations

import re
from importlib import import_module
from math import isfinite
from typing import TYPE_CHECKING

from migkg import names
from migkg.query import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from migkg.api.results.view import View
    from migkg.model import Term, Triple
    from migkg.query import Result

Plain = str | int | float
_SIZED = frozenset({"Long", "Int", "Short", "Byte"})
_WHOLE = frozenset(
    {"integer", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger"}
    | {size.lower() for size in _SIZED}
    | {f"unsigned{size}" for size in _SIZED}
)
"""The integer and all datatypes of XML Schema that are derived from it."""
_BROKEN = frozenset({"decimal", "double", "float"})
_BOUNDLESS = frozenset({"INF", "+INF", "-INF", "NaN"})
_TRUTH = {"true": True, "1": True, "false": False, "0": False}
_INTEGER = re.compile(r"[+-]?[0-9]{1,4000}")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_TAIL = re.compile(r'"(?:@(?P<lang>[a-zA-Z0-9-]+)|\^\^<(?P<type>[^>]*)>)?$')


def texts(result: Result, name: Callable[[Term], str] = names.shorten) -> Iterable[list[str]]:
    """The rows as people read them: a literal's text, an IRI by `name` (a CURIE); an unbound cell is empty."""
    for row in result.rows:
        yield ["" if term is None else name(term) if term.startswith("<") else names.text_of(term) for term in row]


def lines(triples: Iterable[Triple]) -> Iterable[str]:
    """Triples as sorted N-Triples lines."""
    return sorted(f"{s} {p} {o} ." for s, p, o in triples)


def sparql_json(result: Result) -> str:
    """The answer to SELECT or ASK in the format of <https://www.w3.org/TR/sparql11-results-json/>."""
    import json  # two milliseconds, here and below: CSV needs none

    if result.kind is Kind.ASK:
        return json.dumps({"head": {}, "boolean": result.boolean})
    bindings = [
        {name: _binding(term) for name, term in zip(result.variables, row, strict=True) if term is not None}
        for row in result.rows
    ]
    return json.dumps(
        {"head": {"vars": list(result.variables)}, "results": {"bindings": bindings}}, ensure_ascii=False, indent=2
    )


def _binding(term: Term) -> dict[str, str]:
    if term.startswith("<"):
        return {"type": "uri", "value": names.text_of(term)}
    if term.startswith("_:"):
        return {"type": "bnode", "value": term[2:]}
    binding = {"type": "literal", "value": names.text_of(term)}
    tail = _TAIL.search(term)
    if tail and tail["lang"]:
        binding["xml:lang"] = tail["lang"]
    if tail and tail["type"]:
        binding["datatype"] = tail["type"]
    return binding


def as_json(term: Term) -> Plain:
    """A term as JSON has it: numbers and truth values as such, the text of any other literal, an IRI in full.

    What is no number of JSON (`INF`, an ill-typed literal) stays a text.
    """
    if term.startswith("_:"):
        return term
    text, tail = names.text_of(term), _TAIL.search(term)
    kind = ((tail and tail["type"]) or "").removeprefix(names.XSD)
    if kind == "boolean":
        return _TRUTH.get(text, text)
    number = _number(text, kind)
    return text if number is None or not isfinite(number) else number


def number(term: Term) -> int | float | None:
    """The number that a literal of a numeric datatype of XML Schema writes, `INF` and `NaN` among them; else None."""
    tail = _TAIL.search(term)
    return _number(names.text_of(term), ((tail and tail["type"]) or "").removeprefix(names.XSD))


def _number(text: str, kind: str) -> int | float | None:
    if kind in _WHOLE and _INTEGER.fullmatch(text):
        return int(text)
    if kind in _BROKEN and (_NUMBER.fullmatch(text) or (kind != "decimal" and text in _BOUNDLESS)):
        return float(text)
    return None


def jsonl(result: Result, _view: View) -> Iterator[str]:
    """One JSON object a line: a cell by the name of its column, numbers as numbers, null where it is unbound."""
    import json

    for row in result.rows:
        cells = (None if term is None else as_json(term) for term in row)
        yield json.dumps(dict(zip(result.variables, cells, strict=True)), ensure_ascii=False) + "\n"


def _sparql_json(result: Result, _view: View) -> Iterator[str]:
    yield sparql_json(result)
    yield "\n"


def _later(module: str, name: str) -> Callable[[Result, View], Iterator[str]]:
    """A writer that is loaded when it is asked for."""

    def write(result: Result, view: View) -> Iterator[str]:
        writer: Callable[[Result, View], Iterator[str]] = getattr(import_module(f"{__name__}.{module}"), name)
        return writer(result, view)

    return write


WRITERS: dict[str, Callable[[Result, View], Iterator[str]]] = {
    "json": _sparql_json,
    "jsonl": jsonl,
    "markdown": _later("prose", "markdown"),
    "html": _later("prose", "html"),
    "geojson": _later("maps", "geojson"),
    "ics": _later("calendar", "ics"),
}
"""Format -> writer of an answer of rows, in pieces."""
