"""What the endpoint says of itself: the SPARQL 1.1 service description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names
from migkg.model import DEFAULT_GRAPH
from migkg.names import iri, literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Term, Triple
    from migkg.store import Store

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples",
    "RDF_XML", "JSON-LD",
)  # fmt: skip


def triples(base: str, store: Store) -> Iterator[Triple]:
    """The description of the endpoint at `base` + `sparql`, with its default graph and named graphs and their sizes."""
    endpoint = iri(f"{base}sparql")
    service, dataset, default = iri(f"{endpoint[1:-1]}#service"), iri(f"{base}dataset"), iri(f"{base}dataset#default")
    kind = names.expand("rdf:type")
    yield service, kind, _sd("Service")
    yield service, _sd("endpoint"), endpoint
    yield service, _sd("supportedLanguage"), _sd("SPARQL11Query")
    for name in _RESULTS:
        yield service, _sd("resultFormat"), iri(_FORMATS + name)
    yield service, _sd("defaultDataset"), dataset
    yield service, names.expand("dcterms:license"), iri("https://creativecommons.org/licenses/by/4.0/")
    yield dataset, kind, _sd("Dataset")
    yield dataset, _sd("defaultGraph"), default
    yield from _graph(default, store.manifest["graphs"].get(DEFAULT_GRAPH, 0))
    for name, count in sorted(store.manifest["graphs"].items()):
        if name:
            node = iri(f"{base}dataset#{name.removeprefix(names.GRAPH)}")
            yield dataset, _sd("namedGraph"), node
            yield node, kind, _sd("NamedGraph")
            yield node, _sd("name"), iri(name)
            content = iri(f"{node[1:-1]}.graph")
            yield node, _sd("graph"), content
            yield from _graph(content, count)


def _graph(node: Term, count: int) -> Iterator[Triple]:
    yield node, names.expand("rdf:type"), _sd("Graph")
    yield node, names.expand("void:triples"), literal(str(count), datatype="xsd:integer")


def _sd(local: str) -> Term:
    return iri(_SD + local)
