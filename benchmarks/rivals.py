"""The work of a build by our engines and by rdflib, owlrl and pyshacl alone, side by side.

    python benchmarks/rivals.py 200 800
    MIGKG_LIMIT=3600 python benchmarks/rivals.py all

Each size is a graph of the ontology and so many claims of the shipped tables, as the build maps them; `all` is the
whole shipped graph, articles included. Both sides get the same file and do the same four things: read it, infer what
follows from the ontology, validate with the shipped shapes, write the whole graph sorted. Each side runs in a process
of its own. Times are CPU seconds, memory is the peak of the process. A side that takes longer than MIGKG_LIMIT seconds
of CPU (1800 where it is not set) is stopped, and the stages that it ended are shown. The last line of a size says how
many of the triples that we infer the other side has as well.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from migkg import mapping, names, pipeline, reason, resources, store, validate
from migkg.pipeline.assemble import fuse, things

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from migkg.model import Triple

LIMIT = int(os.environ.get("MIGKG_LIMIT", "1800"))
_ALL, _ONTOLOGY = "all", ".ontology"
_STAGES = ("read", "infer", "validate", "write")


def main(sizes: list[str]) -> None:
    """Print a line for each size and side."""
    say(
        f"{'claims':>7} {'triples':>9} {'side':<8}"
        + "".join(f"{stage:>10}" for stage in (*_STAGES, "sum s", "peak MB"))
    )
    for size in sizes or ["200", "800"]:
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "data.nt"
            count = prepare(data, size)
            for side in ("migkg", "rdflib"):
                say(f"{size:>7} {count:>9,} {side:<8}" + run(side, data))
            say(shared(data))


def say(line: str) -> None:
    """A line on standard output, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def shared(data: Path) -> str:
    """How many of the triples that we infer the other side has too; each side names blank nodes anew."""
    known, ours, theirs = (
        set(path.read_text(encoding="utf-8").splitlines()) if path.exists() else set()
        for path in (data, data.with_suffix(".ours"), data.with_suffix(".theirs"))
    )
    known |= set(data.with_suffix(_ONTOLOGY).read_text(encoding="utf-8").splitlines())
    inferred = {line for line in ours - known if "_:" not in line}
    return f"{'':>7} {len(inferred):>9,} inferred by migkg, {len(inferred & theirs):,} of them by the other side too"


def prepare(path: Path, size: str) -> int:
    """Write what a build asserts of the ontology and of claims; the number of triples.

    The claims are every n-th of the tables, or all, with those of the shipped articles.
    """
    knowledge = pipeline.know()
    claims = list(knowledge.claims)
    readings = []
    if size == _ALL:
        readings = [pipeline.read(article, knowledge.lexicon) for article in resources.shipped_articles()]
        claims += [claim for reading in readings for claim in reading.claims]
    else:
        claims = claims[:: max(1, len(claims) // int(size))]
    articles = [reading.article for reading in readings]
    fusion = fuse(articles, claims, knowledge)
    quads = mapping.quads(things(fusion, knowledge), articles, claims, fusion, knowledge.messages)
    data = {quad[:3] for quad in quads if quad[3] != names.graph(mapping.FINDINGS)}
    write(path, data)
    write(path.with_suffix(_ONTOLOGY), knowledge.ontology)
    return len({*data, *knowledge.ontology})


def write(path: Path, triples: Iterable[Triple]) -> None:
    """The triples as sorted N-Triples."""
    path.write_text("".join(f"{s} {p} {o} .\n" for s, p, o in sorted(triples)), encoding="utf-8")


def run(side: str, data: Path) -> str:
    """The figures of one side as a line."""
    command = [sys.executable, __file__, "--one", side, str(data)]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)  # noqa: S603 - this file
    found = [json.loads(line) for line in done.stdout.splitlines()]
    times = [line["seconds"] for line in found if line.get("stage") in _STAGES]
    figures = "".join(f"{seconds:>10.2f}" for seconds in times)
    if done.returncode:
        return f"{figures}   stopped in the next stage after {LIMIT} s of CPU"
    last = found[-1]
    return f"{figures}{sum(times):>10.2f}{last['peak']:>10,}  {last['triples']:,} triples, {last['results']} results"


def measure(work: Callable[[Clock, Path], tuple[int, int]], data: Path) -> dict[str, object]:
    """Do the work of one side; the number of triples that it wrote and of results that its validation gave."""
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
    triples, results = work(Clock(), data)
    return {"peak": _peak(), "triples": triples, "results": results}


def _peak() -> int:
    """The peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


class Clock:
    """Says the CPU seconds of each stage when it ends, and the peak memory so far."""

    def __init__(self) -> None:
        self._last = time.process_time()

    def __call__(self, stage: str) -> None:
        """A stage ends."""
        now = time.process_time()
        say(json.dumps({"stage": stage, "seconds": now - self._last, "peak": _peak()}))
        self._last = now


def ours(clock: Clock, data: Path) -> tuple[int, int]:
    """The engines of a build."""
    shapes = pipeline.know().shapes
    clock("knowledge")
    ontology, asserted = (
        list(store.parse(path.read_text(encoding="utf-8"), format="ntriples", path=path.name))
        for path in (data.with_suffix(_ONTOLOGY), data)
    )
    clock("read")
    whole = {*ontology, *asserted, *reason.close(reason.compile(ontology), asserted).inferred}
    clock("infer")
    results = validate.validate(sorted(whole), shapes)
    clock("validate")
    write(data.with_suffix(".ours"), whole)
    clock("write")
    return len(whole), len(results)


def theirs(clock: Clock, data: Path) -> tuple[int, int]:
    """The libraries that people use today."""
    import owlrl
    import pyshacl
    from rdflib import Graph, Literal

    from migkg.validate.reference import graph

    shapes = graph(pipeline.know().shapes)
    clock("knowledge")
    whole = Graph().parse(data, format="nt").parse(data.with_suffix(_ONTOLOGY), format="nt")
    clock("read")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(whole)
    clock("infer")
    for triple in [triple for triple in whole if isinstance(triple[0], Literal)]:
        whole.remove(triple)  # generalised triples, which no syntax can hold
    _, report, _ = pyshacl.validate(whole, shacl_graph=shapes)
    clock("validate")
    lines = sorted(whole.serialize(format="nt", encoding="utf-8").decode().splitlines())
    data.with_suffix(".theirs").write_text("\n".join(lines), encoding="utf-8")
    clock("write")
    results = (
        report.query("SELECT ?r { [] <http://www.w3.org/ns/shacl#result> ?r }") if isinstance(report, Graph) else ()
    )
    return len(lines), len(list(results))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        say(json.dumps(measure({"migkg": ours, "rdflib": theirs}[sys.argv[2]], Path(sys.argv[3]))))
    else:
        main(sys.argv[1:])
