"""Between the terms of migkg (N-Triples strings) and those of the engine."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from migkg import names
from migkg.errors import DataError
from migkg.term import DEFAULT_GRAPH, Quad, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_UNNAMED = ox.DefaultGraph()
_BATCH = 4096


def to_engine(term: str) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """A term for the engine; DataError where it is none."""
    try:
        if term.startswith("<"):
            return ox.NamedNode(term[1:-1])
        if term.startswith("_:"):
            return ox.BlankNode(term[2:])
        return _literal(term)
    except ValueError as error:
        raise DataError(f"{term} is not an RDF term: {error}", hint="write it as in N-Triples") from None


def _literal(term: str) -> ox.Literal:
    body, quote, suffix = term.rpartition('"')
    if len(body) < 1 or not body.startswith('"') or not quote:
        raise ValueError("it is neither <an IRI>, a _:blank node nor a quoted literal")
    text = names.text_of(term)
    if suffix.startswith("@"):
        return ox.Literal(text, language=suffix[1:])
    if suffix.startswith("^^<"):
        return ox.Literal(text, datatype=ox.NamedNode(suffix[3:-1]))
    return ox.Literal(text)


def node(term: Term | None) -> ox.NamedNode | ox.BlankNode | None:
    """A subject or graph name of a pattern; None stays None."""
    if term is None:
        return None
    converted = to_engine(term)
    if isinstance(converted, ox.Literal):
        raise DataError(f"the literal {term} cannot be a subject, predicate or graph", hint="give an IRI")
    return converted


def predicate(term: Term | None) -> ox.NamedNode | None:
    """The predicate of a pattern; None stays None."""
    converted = node(term)
    if isinstance(converted, ox.BlankNode):
        raise DataError(f"the blank node {term} cannot be a predicate", hint="give an IRI")
    return converted


def graph(term: Term | None) -> ox.NamedNode | ox.BlankNode | ox.DefaultGraph | None:
    """A graph of a pattern: the empty term is the default graph, None any graph."""
    return _UNNAMED if term == DEFAULT_GRAPH else node(term)


def line(quad: Quad) -> str:
    """A quad as a line of N-Quads."""
    return " ".join(part for part in quad if part) + " .\n"


def parse_lines(quads: Iterable[Quad]) -> Iterator[ox.Quad]:
    """Quads for the engine; DataError names the first that is not one."""
    remaining = map(line, quads)
    while batch := list(islice(remaining, _BATCH)):
        try:
            yield from ox.parse("".join(batch).encode(), format=ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            problem = f"{batch[(error.lineno or 1) - 1].strip()} is not a quad: {error.msg}"
            raise DataError(problem, hint="write terms as in N-Triples") from None


def from_engine(quad: ox.Quad) -> Quad:
    """A quad of the engine as terms."""
    name = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
    return Term(str(quad.subject)), Term(str(quad.predicate)), Term(str(quad.object)), Term(name)
