"""The closure of generated graphs: CPU seconds and peak memory by size, beside two other reasoners in one run.

    python benchmarks/closure.py [SIZE ...]      (default: 10000 100000)

Each measurement is a process of its own, so that the peak memory is its own. `owlrl` runs on the
smallest size only, `reasonable` up to 100,000: it knows neither property chains nor contradictions.
Proofs are timed on the size nearest to 100,000. Figures depend on the machine: read the ratios.
"""

from __future__ import annotations

import math
import random
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
from forum_graphs import graph

from migkg.explain import Memory, Prover
from migkg.model import Term
from migkg.reason import close, compile

if TYPE_CHECKING:
    from collections.abc import Callable

    import rdflib

    from migkg.model import Triple

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"
PROOFS = 1000
LARGEST_FOR_OTHERS = 100_000


def ontology() -> list[Triple]:
    """The shipped ontology."""
    return [
        (Term(str(quad.subject)), Term(str(quad.predicate)), Term(str(quad.object)))
        for path in sorted(ONTOLOGY.glob("*.ttl"))
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
    ]


def ours(data: list[Triple]) -> Callable[[], int]:
    """Compile and close."""
    axioms = ontology()
    return lambda: len(close(compile(axioms), data).inferred)


def by_owlrl(data: list[Triple]) -> Callable[[], int]:
    """The reference reasoner on rdflib, without axiomatic triples; parsing is not counted."""
    import owlrl

    known = _rdflib_graph(data)

    def expand() -> int:
        before = len(known)
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(known)
        return len(known) - before

    return expand


def by_reasonable(data: list[Triple]) -> Callable[[], int]:
    """The reasoner in Rust, from the hand-over of the graph to the triples it returns."""
    import reasonable

    known = _rdflib_graph(data)

    def infer() -> int:
        engine = reasonable.PyReasoner()
        engine.from_graph(known)
        return len(engine.reason()) - len(known)

    return infer


def _rdflib_graph(data: list[Triple]) -> rdflib.Graph:
    import rdflib

    text = "\n".join(" ".join((*triple, ".")) for triple in [*ontology(), *data])
    return rdflib.Graph().parse(data=text, format="nt")


def proofs(data: list[Triple]) -> Callable[[], int]:
    """Prove a sample of what was inferred, each with a new prover; prints milliseconds."""
    rules = compile(ontology())
    inferred = close(rules, data).inferred
    source = Memory(data, inferred)
    sample = random.Random(1).sample(inferred, min(PROOFS, len(inferred)))  # noqa: S311 - a sample

    def prove() -> int:
        times = sorted(_timed(Prover(rules, source), target) for target in sample)
        figures = statistics.median(times), times[int(len(times) * 0.95)], times[-1]
        print("a proof: median {:.2f} ms, 95 % {:.2f} ms, most {:.2f} ms".format(*figures))  # noqa: T201 - its output
        return len(times)

    return prove


def _timed(prover: Prover, target: Triple) -> float:
    """Milliseconds that one proof takes."""
    start = time.perf_counter()
    if prover.prove(target) is None:
        raise SystemExit(f"no proof of {target}")
    return (time.perf_counter() - start) * 1000


ENGINES: dict[str, Callable[[list[Triple]], Callable[[], int]]] = {
    "migkg": ours,
    "reasonable": by_reasonable,
    "owlrl": by_owlrl,
    "proofs": proofs,
}


def measure(engine: str, size: int) -> None:
    """One measurement, in this process: prints engine, size, triples inferred, CPU seconds, peak memory."""
    data = graph(size)
    work = ENGINES[engine](data)
    start = time.process_time()
    found = work()
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{engine}\t{len(data)}\t{found}\t{spent:.2f}\t{peak}")  # noqa: T201 - its output


def run(engine: str, size: int) -> list[str]:
    """One measurement in a process of its own."""
    command = [sys.executable, __file__, "--one", engine, str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - this very script
    *notes, figures = done.stdout.strip().splitlines()
    print(*notes, figures.replace("\t", "  "), sep="\n" if notes else "", flush=True)  # noqa: T201 - its output
    return figures.split("\t")


def main(sizes: list[int]) -> None:
    """All measurements, then ratios and the slope of CPU time over size (1: proportional)."""
    print("engine  triples  inferred  CPU s  peak MB")  # noqa: T201 - its output
    spent = {("migkg", size): float(run("migkg", size)[3]) for size in sizes}
    spent |= {("reasonable", size): float(run("reasonable", size)[3]) for size in sizes if size <= LARGEST_FOR_OTHERS}
    spent["owlrl", sizes[0]] = float(run("owlrl", sizes[0])[3])
    run("proofs", min(sizes, key=lambda size: abs(size - 100_000)))
    for (engine, size), seconds in spent.items():
        if engine != "migkg":
            print(f"{engine} / migkg at {size}: {seconds / spent['migkg', size]:.1f}")  # noqa: T201 - its output
    if len(sizes) > 1:
        first, last = sizes[0], sizes[-1]
        slope = math.log(spent["migkg", last] / spent["migkg", first]) / math.log(last / first)
        print(f"slope from {first} to {last}: {slope:.3f}")  # noqa: T201 - its output


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(sys.argv[2], int(sys.argv[3]))
    else:
        main(sorted(int(size) for size in sys.argv[1:]) or [10_000, 100_000])
