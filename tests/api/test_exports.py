"""What is exported is the graph: read by another parser, it is isomorphic to the store."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import rdflib
from rdflib.compare import isomorphic

from migkg import names
from migkg.model import DEFAULT_GRAPH
from migkg.store import Store, parse

if TYPE_CHECKING:
    from pathlib import Path

Lines = set[tuple[str, str, str]]


def split(triples: set[tuple[str, str, str]]) -> tuple[Lines, Lines]:
    """Triples without blank nodes, and those with: only these need more than comparing sets."""
    blank = {t for t in triples if t[0].startswith("_:") or t[2].startswith("_:")}
    return triples - blank, blank


def as_rdflib(triples: Lines) -> rdflib.Graph:
    graph = rdflib.Graph()
    graph.parse(data="".join(f"{s} {p} {o} .\n" for s, p, o in sorted(triples)), format="nt")
    return graph


def from_rdflib(graph: rdflib.Graph) -> set[tuple[str, str, str]]:
    """The triples in the project's own notation, by way of N-Triples."""
    text = graph.serialize(format="nt", encoding="utf-8").decode()
    return {(str(s), str(p), str(o)) for s, p, o in parse(text, format="ntriples")}


@pytest.mark.unmeasured
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of itself
@pytest.mark.parametrize(("form", "other"), [("turtle", "turtle"), ("jsonld", "json-ld")])
@pytest.mark.parametrize("named", ["facts", "ontology", "inferred"])
def test_two_parsers_read_the_same_graph(graph_store: Path, form: str, other: str, named: str) -> None:
    graph = names.graph(named)
    with Store.open(graph_store) as store:
        wanted = {(str(s), str(p), str(o)) for s, p, o, _ in store.quads(graph)}
        data = b"".join(store.export(form, graph))
    ours = {(str(s), str(p), str(o)) for s, p, o in parse(data.decode(), format=form)}
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(io.BytesIO(data), format=other)
    flat = rdflib.Graph()
    for quad in dataset.quads():
        flat.add(quad[:3])
    theirs = from_rdflib(flat)
    for found in (ours, theirs):
        plain, blank = split(found)
        known, known_blank = split(wanted)
        assert plain == known
        assert isomorphic(as_rdflib(blank), as_rdflib(known_blank))


@pytest.mark.unmeasured
def test_the_whole_default_graph_in_turtle(graph_store: Path) -> None:
    with Store.open(graph_store) as store:
        wanted = {(str(s), str(p), str(o)) for s, p, o, _ in store.quads(DEFAULT_GRAPH)}
        data = b"".join(store.export("turtle"))
    found = {(str(s), str(p), str(o)) for s, p, o in parse(data.decode(), format="turtle")}
    assert split(found)[0] == split(wanted)[0]
    assert len(found) == len(wanted)
