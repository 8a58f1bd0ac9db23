"""The reference engine, on a graph in memory: slow, and right on every case of the W3C core suite.

Its libraries take half a second to import: the functions that need them do it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.errors import DataError
from migkg.names import text_of
from migkg.validate.ntriples import parse, split_literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rdflib import Graph
    from rdflib.term import Node

    from migkg.model import Term, Triple


def report(data: Sequence[Triple], shapes: Sequence[Triple]) -> list[Triple]:
    """The validation report as triples; DataError when the engine cannot use the shapes."""
    from pyshacl import validate
    from rdflib import Graph

    try:
        _, found, text = validate(graph(data), shacl_graph=graph(shapes))
    # The libraries raise errors of many unrelated types, the bare Exception among them, on a broken shape.
    except Exception as error:
        raise DataError(f"the shapes are not valid SHACL: {error}", hint="correct the shapes") from error
    if not isinstance(found, Graph):
        raise DataError(f"the SHACL engine could not validate: {text}", hint="correct the shapes")
    return parse(found.serialize(format="nt", encoding="utf-8").decode())


def graph(triples: Iterable[Triple]) -> Graph:
    """The triples in a graph of the library, lexical forms untouched."""
    from rdflib import Graph

    made = Graph()
    for s, p, o in triples:
        made.add((_node(s), _node(p), _node(o)))
    return made


def _node(term: Term) -> Node:
    from rdflib import BNode, Literal, URIRef

    if term.startswith("<"):
        return URIRef(text_of(term))
    if term.startswith("_:"):
        return BNode(term[2:])
    text, datatype, lang = split_literal(term)
    return Literal(text, datatype=URIRef(datatype) if datatype else None, lang=lang or None, normalize=False)
