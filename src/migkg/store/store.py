"""The graph on disk, open for reading."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from migkg.errors import StoreError
from migkg.query import Kind, Result, limited, refuse_remote
from migkg.store import generations, locks, terms
from migkg.store.engine import Engine
from migkg.term import DEFAULT_GRAPH, Quad, Term, Triple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from migkg.store.engine import Dataset
    from migkg.store.ledger import Ledger
    from migkg.store.worker import Allowance, Workers

_ATTEMPTS = 5
_SYNTAXES_OF_ONE_GRAPH = frozenset({"turtle", "ntriples"})
_BATCH = 4096


class Store:
    """One generation of the graph; it stays as it is while it is open, whatever is built meanwhile."""

    def __init__(self, folder: str, lock: int, engine: Engine) -> None:
        self._lock = lock
        self._engine = engine
        self._folder = folder
        self._helpers: list[Workers] = []

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """Format, content hash, counts of quads by graph, and under `about` what the build said of itself."""
        return generations.manifest(self._folder)

    @classmethod
    def open(cls, path: str | Path) -> Store:
        """Open the current generation; StoreError where there is no store, another format, or damage."""
        for _ in range(_ATTEMPTS):
            folder = generations.current_folder(path)
            manifest = os.path.join(folder, generations.MANIFEST)
            lock = locks.hold(manifest, shared=True)
            if lock is not None and os.path.exists(manifest):
                return cls._opened(folder, lock)
            if lock is not None:
                os.close(lock)
        raise generations.damaged(path)

    @classmethod
    def _opened(cls, folder: str, lock: int) -> Store:
        try:
            generations.check(folder)
            return cls(folder, lock, Engine.open(os.path.join(folder, generations.DATABASE)))
        except (StoreError, OSError) as error:
            os.close(lock)
            raise error if isinstance(error, StoreError) else generations.damaged(os.path.dirname(folder)) from error

    def close(self) -> None:
        """End the query processes and let the generation go; closing twice is harmless."""
        for workers in self._helpers:
            workers.close()
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    @property
    def _workers(self) -> Workers:
        """The query processes; where several threads are the first to ask, all get the same."""
        if not self._helpers:
            if self._lock < 0:
                raise StoreError("the store is closed", hint="open it again")
            from migkg.store.worker import Workers  # only for queries that may be stopped

            self._helpers.append(Workers(os.path.join(self._folder, generations.DATABASE)))
        return self._helpers[0]

    @contextmanager
    def ledger(self) -> Iterator[Ledger | None]:
        """The ledger that was built with the graph, open for reading; None where none was."""
        from pathlib import Path

        from migkg.store.ledger import Ledger  # only for who changes the graph

        file = generations.Generation(path=Path(self._folder)).ledger
        if not file.exists():
            yield None
            return
        opened = Ledger.open(file)
        try:
            yield opened
        finally:
            opened.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    def query(
        self, sparql: str, *, timeout: float | None = None, max_rows: int | None = None, untrusted: bool = False
    ) -> Result:
        """Answer a SPARQL query on the default graph (named graphs by GRAPH); QueryError where it cannot.

        Missing prefixes are those of `names.PREFIXES`, relative IRIs begin with `names.ID`. With `timeout` (seconds)
        or `untrusted` it runs in a process that is killed when it takes too long or too much memory. At most
        `max_rows` rows or triples come back; `complete` says whether there were more.
        """
        if timeout is not None or untrusted:
            from migkg.store.worker import Allowance

            return self.query_within(sparql, Allowance(timeout=timeout, max_rows=max_rows))
        refuse_remote(sparql)
        return limited(self._engine.run(sparql), max_rows)

    def json_within(self, sparql: str, allowance: Allowance, dataset: Dataset | None = None) -> Result | bytes:
        """As `query_within`; a short table, and a yes or no, already written in SPARQL 1.1 JSON, at a lower cost."""
        refuse_remote(sparql, any_graph=dataset is not None)
        answer = self._workers.ask(sparql, allowance, dataset, written=True)
        return answer if isinstance(answer, bytes) else _result(answer)

    def query_within(self, sparql: str, allowance: Allowance, dataset: Dataset | None = None) -> Result:
        """Answer a query in a process that is killed when it takes more than it may (QueryTimeoutError, QueryError).

        `dataset` (default graphs, named graphs) is that of the SPARQL protocol: it replaces the store's own and the
        query's FROM.
        """
        refuse_remote(sparql, any_graph=dataset is not None)
        answer = self._workers.ask(sparql, allowance, dataset)
        if isinstance(answer, bytes):
            raise StoreError("a query process wrote what was not asked for", hint="report this as a fault of migkg")
        return _result(answer)

    def triples(
        self,
        subject: Term | None = None,
        predicate: Term | None = None,
        object: Term | None = None,
        graph: Term | None = DEFAULT_GRAPH,
    ) -> Iterator[Triple]:
        """The triples that match, None matching anything; without `graph` those of the default graph."""
        for s, p, o, _ in self._match(subject, predicate, object, graph):
            yield s, p, o

    def pairs(self, predicate: Term, object: Term | None = None) -> Iterator[tuple[Term, Term]]:
        """Subject and object of the triples of a predicate in the default graph: half the work of `triples`."""
        pattern = (terms.predicate(predicate), None if object is None else terms.to_engine(object))
        for quad in self._engine.store.quads_for_pattern(None, *pattern, terms.graph(DEFAULT_GRAPH)):
            yield Term(str(quad.subject)), Term(str(quad.object))

    def graphs_of(self, triple: Triple) -> Iterator[Term]:
        """The names of the graphs that hold a triple, the empty term for the default graph."""
        return (quad[3] for quad in self._match(*triple, None))

    def quads(self, graph: Term | None = None) -> Iterator[Quad]:
        """The quads of one graph (the empty term is the default graph), or of all."""
        return self._match(None, None, None, graph)

    def _match(
        self, subject: Term | None, predicate: Term | None, object: Term | None, graph: Term | None
    ) -> Iterator[Quad]:
        pattern = (
            terms.node(subject),
            terms.predicate(predicate),
            None if object is None else terms.to_engine(object),
            terms.graph(graph),
        )
        return map(terms.from_engine, self._engine.store.quads_for_pattern(*pattern))

    def graphs(self) -> list[Term]:
        """The names of the named graphs, sorted."""
        return sorted(Term(str(name)) for name in self._engine.store.named_graphs())

    def export(self, format: str, graph: Term | None = None) -> Iterator[bytes]:
        """The graph as a file, in pieces: the same content gives the same bytes.

        `turtle` and `ntriples` hold one graph, the default graph where none is named; the others hold all
        graphs, or the one named. `nquads` and `ntriples` are sorted and canonical.
        """
        from migkg.store import turtle  # with the syntaxes: only for who exports
        from migkg.store.syntax import format_of

        syntax = format_of(format)
        one = format in _SYNTAXES_OF_ONE_GRAPH
        chosen = DEFAULT_GRAPH if one and graph is None else graph
        quads = sorted(self.quads(chosen), key=_order)
        if one:
            quads = [(s, p, o, DEFAULT_GRAPH) for s, p, o, _ in quads]
        if format in {"ntriples", "nquads"}:
            return _pieces(sorted(terms.line(quad) for quad in quads))
        if format == "turtle":
            return _pieces(turtle.write((s, p, o) for s, p, o, _ in quads))
        if format == "trig":
            return _pieces(turtle.write_dataset(quads))
        return iter([ox.serialize(terms.parse_lines(quads), format=syntax) or b""])


def _result(answer: dict[str, Any]) -> Result:
    """An answer as a query process packs it."""
    return Result(
        kind=Kind(answer["kind"]),
        variables=tuple(answer["variables"]),
        rows=tuple(tuple(row) for row in answer["rows"]),
        boolean=answer["boolean"],
        triples=tuple((s, p, o) for s, p, o in answer["triples"]),
        complete=answer["complete"],
    )


def _order(quad: Quad) -> tuple[str, str, str, str]:
    subject, predicate, value, graph = quad
    return graph, subject.rstrip(">"), predicate, value  # without the bracket SACM/9 comes before SACM/99


def _pieces(lines: Iterable[str]) -> Iterator[bytes]:
    batch: list[str] = []
    for line in lines:
        batch.append(line)
        if len(batch) == _BATCH:
            yield "".join(batch).encode()
            batch.clear()
    yield "".join(batch).encode()
