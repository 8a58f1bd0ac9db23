"""The same questions to the graph on disk and to real servers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from migkg import api, names, remote
from migkg.api.endpoint import RemoteGraph
from migkg.errors import RemoteError
from migkg.query import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from migkg.api import KnowledgeGraph
    from migkg.query import Result

    from .conftest import Server

pytestmark = pytest.mark.enable_socket

QUERIES = [
    ("repeat-hosts", {"forum": "SACM", "min": "2"}),
    ("members", {"forum": "Regional Conference on Migration"}),
    ("hosts", {"forum": "SACM"}),
    ("editions", {"forum": "GFMD"}),
    ("secretariats", {}),
    ("meetings-in-city", {"city": "Quito"}),
    ("participants", {"meeting": "SACM/12"}),
    ("editions-of-year", {"year": "2016"}),
    ("absences", {"forum": "QUITO", "list": "held"}),
    ("shared-forums", {"min": "4"}),
    ("longest-gaps", {}),
    ("busiest-states", {"min": "5"}),
    ("themes", {"forum": "SACM", "word": "integrat", "table": "editions"}),
    ("name-variants", {"note": "spelt"}),
    ("dates-from-memory", {"forum": "SACM"}),
    ("planned-only", {"forum": "SACM"}),
    ("announced-otherwise", {}),
    ("corroborated", {"min": "4"}),
]


@pytest.fixture(scope="module")
def here(graph_store: Path) -> Iterator[KnowledgeGraph]:
    with api.open(graph_store) as graph:
        yield graph


def cells(result: Result) -> list[tuple[str, ...]]:
    """Rows as text, in no order, and so the parts of a GROUP_CONCAT: SPARQL leaves it open."""
    return sorted(
        tuple("" if term is None else " ".join(sorted(re.split(r"[; ]+", names.text_of(term)))) for term in row)
        for row in result.rows
    )


@pytest.mark.parametrize(("name", "values"), QUERIES)
def test_a_canned_query_gives_the_same_rows(
    loaded: Server, here: KnowledgeGraph, name: str, values: dict[str, str]
) -> None:
    there = RemoteGraph(loaded.query)
    asked = api.canned(name)
    given: dict[str, str | list[str]] = dict(values)
    local = cells(here.query(here.filled(asked, given)))
    assert local
    assert cells(there.query(there.filled(asked, given))) == local


def test_evidence_comes_from_there_too(loaded: Server, here: KnowledgeGraph) -> None:
    sparql = "SELECT ?city { <meeting/SACM/9> mf:heldIn ?city }"
    there = RemoteGraph(loaded.query)
    assert cells(there.evidence(sparql, there.query(sparql)).result) == cells(
        here.evidence(sparql, here.query(sparql)).result
    )


def test_labels_are_asked_for_together(loaded: Server) -> None:
    things = [names.thing("state", "BO"), names.thing("city", "quito-ec"), names.thing("city", "nowhere")]
    there = RemoteGraph(loaded.query, lang="es")
    there.learn(things)
    assert [there.label(thing) for thing in things] == ["Bolivia", "Quito", "id:city/nowhere"]


def test_pages_make_the_whole(loaded: Server, here: KnowledgeGraph) -> None:
    sparql = "SELECT ?m ?s { ?m mf:hasParticipant ?s }"
    whole = cells(here.query(sparql))
    assert len(whole) > 500  # more than the second server gives at once
    assert cells(remote.query(loaded.query, sparql, page=300)) == whole


def test_a_long_query_and_a_graph(loaded: Server) -> None:
    values = " ".join(f"<city/none-{number}>" for number in range(300))
    assert remote.query(loaded.query, f"ASK {{ VALUES ?c {{ {values} <city/quito-ec> }} ?m mf:heldIn ?c }}").boolean
    made = remote.query(
        loaded.query, "CONSTRUCT { ?m mf:heldIn ?c } WHERE { ?m mf:heldIn ?c FILTER (?c = <city/quito-ec>) }"
    )
    assert made.kind is Kind.GRAPH
    assert {o for _, _, o in made.triples} == {names.thing("city", "quito-ec")}


def test_an_empty_answer_is_diagnosed_there(loaded: Server) -> None:
    told = RemoteGraph(loaded.query).diagnosis("SELECT ?c { ?m mf:heldAt ?c }")
    assert told == "line 1: ?m mf:heldAt ?c matches nothing: the graph has no mf:heldAt"


def test_a_graph_is_replaced_as_a_whole(loaded: Server) -> None:
    graph = names.graph("article/test")
    for word in ("old", "new"):
        line = f'<https://example.org/a> <https://example.org/b> "{word}" .\n'
        remote.replace_graph(loaded.store, graph, line.encode(), login=loaded.login)
    found = remote.query(loaded.query, f"SELECT ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
    assert cells(found) == [("new",)]


def test_a_wrong_login_or_address_is_told(loaded: Server) -> None:
    with pytest.raises(RemoteError, match=r"did not take the graph|lets nobody write"):
        remote.replace_graph(loaded.store.replace("/s", "/nowhere/s"), names.graph("x"), b"")
    if loaded.login:
        with pytest.raises(RemoteError, match=r"give --user, and the password in \$MIGKG_PASSWORD"):
            remote.replace_graph(loaded.store, names.graph("x"), b"")
