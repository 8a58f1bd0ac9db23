"""Reading RDF files: Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

from migkg.errors import DataError, Place, UsageError
from migkg.term import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Quad, Triple

_POSITION = re.compile(r"^.*? at line \d+ (?:column|between columns) [\d and]+: ")
"""What the engine's messages begin with; the place of the error says it already."""

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
"""The names of the formats, as the command line spells them."""


def format_of(name: str) -> ox.RdfFormat:
    """The engine's format for a name; UsageError lists the names."""
    try:
        return FORMATS[name]
    except KeyError:
        raise UsageError(f"'{name}' is not an RDF format", hint=f"choose one of {', '.join(FORMATS)}") from None


def parse(text: str, *, format: str = "turtle", base: str = "", path: str = "") -> Iterator[Triple]:
    """The triples of a document in its order, graph names left out.

    Blank nodes become `_:b0`, `_:b1` ... in the order in which they appear, so that the same text gives the
    same triples. A fault in the text is a DataError with line and column; `path` is the name it is given there.
    """
    return ((s, p, o) for s, p, o, _ in parse_quads(text, format=format, base=base, path=path))


def parse_quads(text: str, *, format: str = "nquads", base: str = "", path: str = "") -> Iterator[Quad]:
    """The quads of a document in its order, as `parse` gives triples; the default graph is the empty name."""
    blank: dict[str, str] = {}
    try:
        for quad in ox.parse(text.encode(), format=format_of(format), base_iri=base or None):
            name = Term("") if isinstance(quad.graph_name, ox.DefaultGraph) else _term(quad.graph_name, blank)
            yield _term(quad.subject, blank), Term(str(quad.predicate)), _term(quad.object, blank), name
    except SyntaxError as error:
        place = Place(path=path or base or f"the {format} text", line=error.lineno, column=error.offset)
        reason = _POSITION.sub("", error.msg)
        raise DataError(f"this is not {format}: {reason}", hint="correct the line", at=place) from None


def _term(value: object, blank: dict[str, str]) -> Term:
    if isinstance(value, ox.BlankNode):
        return Term(blank.setdefault(value.value, f"_:b{len(blank)}"))
    return Term(str(value))
