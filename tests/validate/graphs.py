"""The graphs of the tests: good.ttl with a claim for each of its facts, the class hierarchy, the shapes."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rdflib import RDF, Graph, Literal, Namespace, URIRef

from migkg.names import ID, MF, PREFIXES
from migkg.validate.ntriples import parse

if TYPE_CHECKING:
    from migkg.model import Triple

HERE = Path(__file__).parent
ONTOLOGY = HERE.parents[1] / "ontology"
BASE = Namespace(MF)
PROV = Namespace(PREFIXES["prov"])
FACTS = [
    "ordinal", "heldIn", "heldInCountry", "year", "startDate", "endDate", "hasParticipant", "hasMember", "hasObserver",
    "hasSecretariat", "hasHost", "hasChair", "hasSupporter", "hasSpeaker", "hasAttendee", "hasTheme", "adopted",
    "established", "hasTenure",
]  # fmt: skip


def triples(graph: Graph) -> list[Triple]:
    return parse(graph.serialize(format="nt", encoding="utf-8").decode())


def turtle(text: str) -> list[Triple]:
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in sorted(PREFIXES.items()))
    return triples(Graph().parse(data=prefixes + text, format="turtle"))


@cache
def shapes(name: str = "data") -> tuple[Triple, ...]:
    return tuple(triples(Graph().parse(ONTOLOGY / "shapes" / f"{name}.ttl")))


@cache
def ontology() -> Graph:
    graph = Graph()
    for path in sorted(ONTOLOGY.glob("*.ttl")):
        graph.parse(path)
    return graph


@cache
def good() -> Graph:
    """The correct graph, not to be changed: every fact has an accepted claim of a table row, every class its superclasses."""
    graph = Graph().parse(HERE / "good.ttl")
    stated = {(s, p, o) for name in FACTS for p in [BASE[name]] for s, o in graph.subject_objects(p)}
    stated -= {(s, p, o) for s, p, o in stated if (None, RDF.object, o) in graph and p == BASE.heldIn}
    for number, (s, p, o) in enumerate(sorted(stated)):
        claim = URIRef(f"{ID}claim/{number}")
        graph.add((claim, RDF.type, BASE.Claim))
        for predicate, value in [
            (RDF.subject, s),
            (RDF.predicate, p),
            (RDF.object, o),
            (BASE.statedSubject, Literal(str(s))),
            (BASE.statedPredicate, Literal(str(p).removeprefix(MF))),
            (BASE.statedObject, Literal(str(o))),
            (BASE.status, BASE.Accepted),
            (BASE.modality, BASE.Stated),
            (BASE.confidence, Literal("1.0", datatype=URIRef(PREFIXES["xsd"] + "decimal"))),
            (BASE.field, Literal("field")),
            (BASE.cell, Literal("cell")),
            (PROV.wasDerivedFrom, URIRef(f"{ID}row/editions/E1")),
        ]:
            graph.add((claim, predicate, value))
    narrower = URIRef(PREFIXES["rdfs"] + "subClassOf")
    for s, o in ontology().subject_objects(narrower):
        graph.add((s, narrower, o))
    return graph


def seeds() -> dict[str, dict[str, str]]:
    return tomllib.loads((HERE / "seeds.toml").read_text(encoding="utf-8"))


def changed(change: str) -> list[Triple]:
    """The correct graph after a SPARQL Update."""
    graph = Graph()
    graph += good()
    prologue = f"BASE <{ID}>\n" + "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    graph.update(prologue + change)
    return triples(graph)
