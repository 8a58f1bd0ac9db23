"""Programs that people use against SPARQL endpoints, against a server of ours: SPARQLWrapper, rdflib, Comunica.

Each asks the same queries; each must see the same rows as the store itself gives. Comunica (`npm ci --prefix
tests/serve/comunica`) takes part where it is installed.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, TURTLE, XML, SPARQLWrapper

from migkg import names, remote, store
from migkg.errors import RemoteError

pytestmark = pytest.mark.usefixtures("socket_enabled")

COMUNICA = Path(__file__).parent / "comunica"
NODE = shutil.which("node") if (COMUNICA / "node_modules").is_dir() else None
HEAD = f"PREFIX mf: <{names.MF}> PREFIX rdfs: <{names.PREFIXES['rdfs']}>\n"
TABLES = (
    "SELECT ?m ?year WHERE { ?m mf:editionOf ?f . OPTIONAL { ?m mf:year ?year } }",
    "SELECT ?f ?name WHERE { ?f a mf:Forum ; rdfs:label ?name }",
    'SELECT ?c WHERE { ?c mf:quote ?q FILTER (CONTAINS(?q, "onmouseover")) }',
)
TRUE = "ASK { ?m mf:heldIn ?c }"
GRAPH = "CONSTRUCT { ?m mf:heldIn ?c } WHERE { ?m mf:heldIn ?c }"

Rows = set[tuple[str, ...]]


@pytest.fixture
def endpoint(address: str) -> str:
    """The address of a running server's endpoint."""
    return f"{address}sparql"


def _held(little_store: Path, query: str) -> Rows:
    """The rows as the store gives them: the texts of the terms."""
    with store.Store.open(little_store) as opened:
        found = opened.query(HEAD + query)
    return {tuple("" if term is None else names.text_of(term) for term in row) for row in found.rows}


def _wrapper(endpoint: str, query: str, form: str, *, post: bool = False) -> Any:
    client = SPARQLWrapper(endpoint)
    client.setQuery(HEAD + query)
    client.setReturnFormat(form)
    if post:
        client.setMethod(POST)
    return client.queryAndConvert()


def test_what_the_server_says_of_a_fault_is_told_in_its_words(endpoint: str) -> None:
    with pytest.raises(
        RemoteError, match=r"refused the query \(query bad formed\): query:1:16: the prefix foo: is not"
    ):
        remote.query(endpoint, "SELECT ?c { ?s foo:bar ?c }")


@pytest.mark.parametrize("query", TABLES)
@pytest.mark.parametrize("post", [False, True])
def test_sparqlwrapper(endpoint: str, little_store: Path, query: str, post: bool) -> None:
    answer = _wrapper(endpoint, query, JSON, post=post)
    columns = answer["head"]["vars"]
    rows = {tuple(row[c]["value"] if c in row else "" for c in columns) for row in answer["results"]["bindings"]}
    assert rows == _held(little_store, query)
    in_xml = _wrapper(endpoint, query, XML, post=post)
    assert len(in_xml.getElementsByTagName("result")) == len(answer["results"]["bindings"])


def test_sparqlwrapper_on_questions_and_graphs(endpoint: str, little_store: Path) -> None:
    assert _wrapper(endpoint, TRUE, JSON)["boolean"] is True
    graph = rdflib.Graph().parse(data=_wrapper(endpoint, GRAPH, TURTLE), format="turtle")
    assert {(str(s), str(o)) for s, _, o in graph} == _held(little_store, "SELECT ?m ?c { ?m mf:heldIn ?c }")


@pytest.mark.parametrize("query", TABLES)
@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "tsv"])
def test_rdflib(endpoint: str, little_store: Path, query: str, method: str, form: str) -> None:
    graph = rdflib.Graph(SPARQLStore(endpoint, method=method, returnFormat=form))
    result = graph.query(HEAD + query)
    columns = result.vars or []
    rows = {tuple("" if row.get(c) is None else str(row.get(c)) for c in columns) for row in result.bindings}
    assert rows == _held(little_store, query)


def test_rdflib_reads_statements(endpoint: str, little_store: Path) -> None:
    graph = rdflib.Graph(SPARQLStore(endpoint))
    held_in = rdflib.URIRef(f"{names.MF}heldIn")
    found = {(str(s), str(o)) for s, _, o in graph.triples((None, held_in, None))}
    assert found == _held(little_store, "SELECT ?m ?c { ?m mf:heldIn ?c }")


def _comunica(endpoint: str, query: str) -> Any:
    words = [str(NODE), "ask.js", endpoint, HEAD + query]
    done = subprocess.run(words, cwd=COMUNICA, check=False, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-800:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("query", TABLES if NODE else [])
def test_comunica(endpoint: str, little_store: Path, query: str) -> None:
    columns = [word.strip("?") for word in query.partition("WHERE")[0].split()[1:]]
    rows = {tuple(row[c]["value"] if c in row else "" for c in columns) for row in _comunica(endpoint, query)}
    assert rows == _held(little_store, query)


@pytest.mark.parametrize("node", [NODE] if NODE else [])
def test_comunica_on_questions_and_graphs(endpoint: str, little_store: Path, node: str) -> None:
    assert node
    assert _comunica(endpoint, TRUE) is True
    graph = {(s["value"], o["value"]) for s, _, o in _comunica(endpoint, GRAPH)}
    assert graph == _held(little_store, "SELECT ?m ?c { ?m mf:heldIn ?c }")
