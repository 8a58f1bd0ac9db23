"""Latency of the canned queries beside raw pyoxigraph and rdflib, on the same graph and in one run.

usage: queries.py [STORE] [--rdflib]   (default: build/graph; `make kg` builds it)

Each query runs ROUNDS times on migkg (parameters by name, labels not counted) and on raw pyoxigraph (the same SPARQL,
the same store), in turn; the shortest times are compared, which a busy machine disturbs least. With --rdflib each runs
once on an rdflib Dataset of the same quads, for at most LIMIT seconds in a process of its own: some take minutes there.
What rdflib cannot run, or answers with another number of rows, is told and left out of its mean.
"""

from __future__ import annotations

import math
import multiprocessing
import multiprocessing.connection
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
import rdflib

from migkg import api, names

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15
LIMIT = 10.0
UNKNOWN, FAILED = -2, -1
"""In place of a number of rows."""


def main() -> None:
    """Print a table in milliseconds, then the geometric means of the ratios."""
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    store = Path(arguments[0] if arguments else "build/graph")
    with_rdflib = "--rdflib" in sys.argv
    near, far = [], []
    with api.open(store) as graph:
        current = (store / "current").read_text(encoding="utf-8").strip()
        raw = pyoxigraph.Store.read_only(str(store / current / "rocksdb"))
        memory = loaded(graph) if with_rdflib else rdflib.Dataset()
        print(f"{raw_size(graph)} triples in the default graph")  # noqa: T201 - a benchmark reports
        print(f"{'query':<28} {'migkg':>8} {'filling':>8} {'raw':>8} {'ratio':>6} {'rdflib':>9}")  # noqa: T201
        for asked in api.canned_queries():
            given: dict[str, str | list[str]] = {key: list(value) for key, value in asked.example.items()}
            sparql = graph.filled(asked, given)
            filling = shortest(lambda: graph.filled(asked, given))  # noqa: B023 - called at once
            own, theirs = paired(lambda: list(graph.query(sparql).rows), lambda: answered(raw, sparql))  # noqa: B023
            near.append(own / theirs)
            slow, rows = beside(memory, sparql) if with_rdflib else (math.nan, UNKNOWN)
            told = "" if rows in {UNKNOWN, len(list(graph.query(sparql).rows))} else f"  rdflib: {rows} rows"
            if with_rdflib and not told:
                far.append(slow / own)
            figures = f"{own * 1e3:8.2f} {filling * 1e3:8.2f} {theirs * 1e3:8.2f} {own / theirs:6.2f} {slow * 1e3:9.0f}"
            print(f"{asked.name:<28} {figures}{told}", flush=True)  # noqa: T201
    print(f"migkg to raw pyoxigraph: geometric mean {statistics.geometric_mean(near):.2f}, worst {max(near):.2f}")  # noqa: T201
    if far:
        mean = statistics.geometric_mean(far)
        told = f"geometric mean {mean:.0f} over {len(far)} queries (a query stopped at {LIMIT:g} s counts as that)"
        print(f"rdflib to migkg: {told}")  # noqa: T201


def raw_size(graph: api.KnowledgeGraph) -> int:
    """The number of triples that a plain query sees."""
    return int(graph.store.manifest["graphs"][""])


def loaded(graph: api.KnowledgeGraph) -> rdflib.Dataset:
    """All quads of the store in rdflib's own memory store, named graphs apart from the default graph."""
    memory = rdflib.Dataset(default_union=False)
    memory.parse(data=b"".join(graph.export("nquads")), format="nquads")
    for prefix, base in names.PREFIXES.items():
        memory.bind(prefix, base)
    return memory


def answered(raw: pyoxigraph.Store, sparql: str) -> int:
    """The cells of an answer, fetched."""
    found = raw.query(sparql, base_iri=names.ID, prefixes=names.PREFIXES)
    assert isinstance(found, pyoxigraph.QuerySolutions)  # noqa: S101 - the canned queries are SELECTs
    return sum(len(list(solution)) for solution in found)


def paired(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The shortest times in seconds of two functions that run in turn, so that a busy machine slows both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for taken, function in zip(times, (one, other), strict=True):
            start = time.perf_counter()
            function()
            taken.append(time.perf_counter() - start)
    return min(times[0]), min(times[1])


def shortest(function: Callable[[], object]) -> float:
    """The shortest of ROUNDS runs in seconds."""
    return paired(function, lambda: None)[0]


def beside(memory: rdflib.Dataset, sparql: str) -> tuple[float, int]:
    """Seconds that rdflib takes (at most LIMIT) and its rows; in a child process, which can be ended.

    The rows are UNKNOWN where it was stopped, and FAILED where it raised an error.
    """
    receiving, sending = multiprocessing.get_context("fork").Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_timed, args=(memory, sparql, sending))
    child.start()
    taken, rows = receiving.recv() if receiving.poll(LIMIT) else (LIMIT, UNKNOWN)
    child.kill()
    child.join()
    return float(taken), int(rows)


def _timed(memory: rdflib.Dataset, sparql: str, sending: multiprocessing.connection.Connection) -> None:
    start = time.perf_counter()
    try:
        rows = len(list(memory.query(sparql)))
    except Exception:  # noqa: BLE001 - whatever it is, the benchmark tells that there was no answer
        rows = FAILED
    sending.send((time.perf_counter() - start, rows))


if __name__ == "__main__":
    main()
