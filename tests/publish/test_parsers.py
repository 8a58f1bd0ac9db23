"""Every download as parsers read it that are not ours: the graph that each reads is the one that the store holds.

Oxigraph, rdflib, PyLD, pandas and polars come with the development packages; serdi and rapper are Debian's (`serdi`,
`raptor2-utils`) and take part where they are installed. Where all are, every form has at least three readers.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import polars as pl
import pyoxigraph as ox
import pytest
import rdflib
from pyld import jsonld

from migkg import api, names
from migkg.model import DEFAULT_GRAPH
from migkg.store import FORMATS
from migkg.web import dumps
from migkg.web.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from migkg.model import Term
    from migkg.web.dumps import Dump

    Lines = frozenset[str]
    Read = Callable[[Path, str], Lines]

pytestmark = pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset).* is deprecated:DeprecationWarning")
"""rdflib's own parsers use what rdflib deprecates."""

_BASE = "https://w3id.org/migkg/id/"
_SERDI = frozenset({"turtle", "ntriples", "nquads", "trig"})
_RAPPER = _SERDI | {"rdfxml"}
_RDFLIB = {"jsonld": "json-ld", "rdfxml": "xml"}
_DUMPS = {dump.name: dump for dump in dumps.dumps()}
_TABLES = [name for name, dump in _DUMPS.items() if dump.edition == "table"]
_GRAPHS = [name for name in _DUMPS if name not in _TABLES]
_LONG = ("migkg.jsonld",)
"""Read of the little graph only: parsers written in Python take a minute for the shipped one."""


def _lines(quads: Iterable[str]) -> Lines:
    """Quads as lines, blank nodes named by their place (RDFC-1.0): equal for isomorphic datasets."""
    lines = set(quads)
    blank = {line for line in lines if "_:" in line}  # the names follow from these alone
    dataset = ox.Dataset(ox.parse("".join(f"{line} .\n" for line in blank), format=ox.RdfFormat.N_QUADS))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset((lines - blank).union(map(str, dataset)))


def _nquads(text: bytes | str) -> Lines:
    return _lines(map(str, ox.parse(text, format=ox.RdfFormat.N_QUADS)))


def _by_oxigraph(file: Path, form: str) -> Lines:
    return _lines(map(str, ox.parse(path=file, format=FORMATS[form], base_iri=_BASE)))


def _by_tool(command: list[str], file: Path, form: str) -> Lines:
    words = [*command, "-i", form, "-o", "nquads", str(file), _BASE]
    done = subprocess.run(words, check=False, capture_output=True, timeout=600)
    assert (done.returncode, done.stderr) == (0, b"")
    return _nquads(done.stdout)


def _by_rdflib(file: Path, form: str) -> Lines:
    return _nquads(rdflib.Graph().parse(file, format=_RDFLIB[form], publicID=_BASE).serialize(format="nt"))


def _by_pyld(file: Path, _: str) -> Lines:
    text: Any = jsonld.to_rdf(json.loads(file.read_text(encoding="utf-8")), {"format": "application/n-quads"})
    return _nquads(text)


def _readers(form: str) -> Iterator[tuple[str, Read]]:
    """The parsers at hand for a form, by name."""
    yield "oxigraph", _by_oxigraph
    serdi, rapper = shutil.which("serdi"), shutil.which("rapper")
    if serdi and form in _SERDI:
        yield "serdi", partial(_by_tool, [serdi])
    if rapper and form in _RAPPER:
        yield "rapper", partial(_by_tool, [rapper, "-q"])
    if form in _RDFLIB:
        yield "rdflib", _by_rdflib
    if form == "jsonld":
        yield "pyld", _by_pyld


@pytest.fixture(scope="module")
def little(little_store: Path) -> Iterator[Library]:
    """The little graph, hostile in its texts."""
    with api.open(little_store) as graph:
        yield Library(graph)


@pytest.fixture(scope="module")
def shipped(graph_store: Path) -> Iterator[Library]:
    """The shipped graph."""
    with api.open(graph_store) as graph:
        yield Library(graph)


def _written(library: Library, dump: Dump, folder: Path) -> Path:
    file = folder / dump.name
    file.write_bytes(b"".join(dump.write(library)))
    return file


def _held(library: Library, dump: Dump) -> Lines | None:
    """What the store holds of a download; None of what it does not hold: shapes and queries."""
    if dump.name.startswith("ontology."):
        return _part(library, "ontology")
    if dump.edition not in {"facts", "evidence"}:
        return None
    named = dump.edition == "evidence" and dump.form.name in {"nquads", "trig"}
    return _part(library, "quads" if named else dump.edition)


@lru_cache(maxsize=6)
def _part(library: Library, part: str) -> Lines:
    """A part of the store, as several downloads hold it."""
    if part == "facts":
        return _lines(f"{s} {p} {o}" for s, p, o in dumps.facts(library))
    if part == "quads":
        return _lines(f"{s} {p} {o} {name}".rstrip() for s, p, o, name in library.store.quads())
    return _graph(library, DEFAULT_GRAPH if part == "evidence" else names.graph(part))


def _graph(library: Library, name: Term) -> Lines:
    return _lines(f"{s} {p} {o}" for s, p, o in library.store.triples(graph=name))


def _compare(library: Library, name: str, folder: Path) -> None:
    dump = _DUMPS[name]
    file = _written(library, dump, folder)
    held = _held(library, dump)
    for parser, read in _readers(dump.form.name):
        found = read(file, dump.form.name)
        held = found if held is None else held
        assert len(found) == len(held) > 0, parser
        assert found == held, (parser, sorted(found ^ held)[:4])


@pytest.mark.parametrize("name", _GRAPHS)
def test_parsers_read_the_little_graph(little: Library, tmp_path: Path, name: str) -> None:
    _compare(little, name, tmp_path)


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", [name for name in _GRAPHS if name not in _LONG and _DUMPS[name].edition != "metadata"])
def test_parsers_read_the_shipped_graph(shipped: Library, tmp_path: Path, name: str) -> None:
    _compare(shipped, name, tmp_path)


def test_every_form_has_three_readers_where_all_are_installed() -> None:
    fewest = min(len(list(_readers(_DUMPS[name].form.name))) for name in _GRAPHS)
    assert fewest == (3 if shutil.which("serdi") and shutil.which("rapper") else 1)


@pytest.mark.parametrize("name", _TABLES)
def test_tables_are_read_alike(shipped: Library, tmp_path: Path, name: str) -> None:
    text = _written(shipped, _DUMPS[name], tmp_path).read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    wide = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    arrow = pl.read_csv(text.encode(), infer_schema=False)
    assert [list(wide.columns), *wide.to_numpy().tolist()] == rows
    assert [arrow.columns, *([cell or "" for cell in row] for row in arrow.rows())] == rows
    assert len(rows) > 10


def test_a_parser_that_reads_otherwise_is_noticed(little: Library, tmp_path: Path) -> None:
    dump = _DUMPS["migkg-facts.ttl"]
    file = _written(little, dump, tmp_path)
    with file.open("a") as out:
        out.write('<x:y> <x:z> [ <x:label> "one more" ] .\n')
    found = {parser: read(file, "turtle") for parser, read in _readers("turtle")}
    assert len(set(found.values())) == 1, "blank nodes have no names of their own"
    assert found["oxigraph"] != _held(little, dump)
