from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.store.graphs import FACTS, LABEL, edition, editions, quads

from migkg import names
from migkg.errors import UsageError
from migkg.model import DEFAULT_GRAPH, Quad
from migkg.store import Store, build, parse, terms

DATASETS = ["trig", "nquads", "jsonld"]
GRAPHS = ["turtle", "ntriples"]


def text(store: Store, form: str, **options: object) -> str:
    return b"".join(store.export(form, **options)).decode()  # type: ignore[arg-type]  # options are graph=Term


@settings(max_examples=25, deadline=None)
@given(quads())
def test_what_is_written_is_read_again(given_quads: list[Quad]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder), given_quads, {})
        with Store.open(Path(folder)) as store:
            for form in DATASETS:
                assert set(parse(text(store, form), format=form)) == {quad[:3] for quad in given_quads}
            for form in GRAPHS:
                unnamed = {quad[:3] for quad in given_quads if quad[3] == DEFAULT_GRAPH}
                assert set(parse(text(store, form), format=form)) == unnamed


@pytest.mark.parametrize("form", DATASETS + GRAPHS)
def test_the_same_content_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    build(tmp_path / "one", editions(30), {})
    build(tmp_path / "other", reversed(editions(30)), {})
    with Store.open(tmp_path / "one") as one, Store.open(tmp_path / "other") as other:
        assert text(one, form) == text(other, form)


def test_nquads_are_sorted_lines_without_repetition(tmp_path: Path) -> None:
    build(tmp_path, editions(30), {})
    with Store.open(tmp_path) as store:
        lines = text(store, "nquads").splitlines(keepends=True)
    assert lines == sorted({terms.line(quad) for quad in editions(30)})


def test_the_content_hash_can_be_recomputed_from_the_nquads(tmp_path: Path) -> None:
    build(tmp_path, editions(30), {})
    with Store.open(tmp_path) as store:
        lines = text(store, "nquads").splitlines()
        total = sum(int.from_bytes(hashlib.sha256(line.encode()).digest()) for line in lines)
        assert store.manifest["content"] == f"{total % 2**256:064x}"


def test_a_named_graph_alone(tmp_path: Path) -> None:
    build(tmp_path, editions(2), {})
    with Store.open(tmp_path) as store:
        assert [t[1] for t in parse(text(store, "ntriples", graph=FACTS), format="ntriples")] == [
            names.word("heldIn")
        ] * 2
        assert all(str(FACTS) in line for line in text(store, "nquads", graph=FACTS).splitlines())


def test_turtle_is_made_for_people(tmp_path: Path) -> None:
    build(
        tmp_path,
        [
            *editions(1),
            (edition(1), names.expand("rdf:type"), names.word("Conference"), DEFAULT_GRAPH),
            (edition(1), LABEL, names.literal("Conférence", lang="fr"), DEFAULT_GRAPH),
            (edition(1), LABEL, names.literal("Conference", lang="en"), DEFAULT_GRAPH),
            (edition(1), names.word("year"), names.literal("2000", datatype="xsd:gYear"), DEFAULT_GRAPH),
        ],
        {},
    )
    with Store.open(tmp_path) as store:
        document = text(store, "turtle")
    assert document.startswith("@base <https://w3id.org/migkg/id/> .\n@prefix dcat:")
    assert document.endswith(
        "\n<meeting/SACM/1> a mf:Conference ;\n"
        '    rdfs:label "Conference"@en, "Conférence"@fr ;\n'
        "    mf:ordinal 1 ;\n"
        '    mf:year "2000"^^xsd:gYear .\n'
    )


def test_large_graphs_come_in_pieces(tmp_path: Path) -> None:
    build(tmp_path, editions(3000), {})
    with Store.open(tmp_path) as store:
        pieces = list(store.export("nquads"))
    assert len(pieces) > 1
    assert b"".join(pieces).count(b"\n") == 6000


def test_an_unknown_format_is_a_usage_error(tmp_path: Path) -> None:
    build(tmp_path, editions(1), {})
    with Store.open(tmp_path) as store, pytest.raises(UsageError, match="turtle"):
        store.export("word")
