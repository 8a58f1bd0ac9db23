"""The work of a build by our engines and by rdflib, owlrl and pyshacl alone, side by side.

    python benchmarks/rivals.py 200 800

Each size is a graph of the ontology and so many claims of the shipped tables, as the build maps them. Both sides get
the same file and do the same four things: read it, infer what follows from the ontology, validate with the shipped
shapes, write the whole graph sorted. Each side runs in a process of its own. Times are CPU seconds, memory is the peak
of the process; a side that takes longer than LIMIT seconds of CPU is stopped and says so.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from migkg import mapping, names, pipeline, reason, store, validate
from migkg.pipeline.assemble import fuse, things

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.model import Triple

LIMIT = 1800
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
            count = prepare(data, int(size))
            for side in ("migkg", "rdflib"):
                say(f"{int(size):>7,} {count:>9,} {side:<8}" + run(side, data))


def say(line: str) -> None:
    """A line on standard output, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def prepare(path: Path, size: int) -> int:
    """Write what a build asserts of the ontology and of every n-th claim of the tables; the number of triples."""
    knowledge = pipeline.know()
    claims = knowledge.claims[:: max(1, len(knowledge.claims) // size)]
    fusion = fuse([], claims, knowledge)
    quads = mapping.quads(things(fusion, knowledge), [], claims, fusion, knowledge.messages)
    triples = {*knowledge.ontology, *(quad[:3] for quad in quads if quad[3] != names.graph(mapping.FINDINGS))}
    path.write_text("".join(f"{s} {p} {o} .\n" for s, p, o in sorted(triples)), encoding="utf-8")
    return len(triples)


def run(side: str, data: Path) -> str:
    """The figures of one side as a line."""
    command = [sys.executable, __file__, "--one", side, str(data)]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)  # noqa: S603 - this file
    if done.returncode:
        return f"   more than {LIMIT} s"
    found = json.loads(done.stdout)
    times = [found["times"][stage] for stage in _STAGES]
    figures = "".join(f"{seconds:>10.2f}" for seconds in (*times, sum(times)))
    return f"{figures}{found['peak']:>10,}  {found['triples']:,} triples, {found['results']} results"


def measure(work: Callable[[Clock, Path], tuple[int, int]], data: Path) -> dict[str, object]:
    """Do the work of one side; the number of triples that it wrote and of results that its validation gave."""
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
    clock = Clock()
    triples, results = work(clock, data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"times": clock.found, "peak": peak, "triples": triples, "results": results}


class Clock:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.found: dict[str, float] = {}
        self._last = time.process_time()

    def __call__(self, stage: str) -> None:
        """A stage ends."""
        now = time.process_time()
        self.found[stage] = now - self._last
        self._last = now


def _shapes() -> tuple[Triple, ...]:
    return pipeline.know().shapes


def ours(clock: Clock, data: Path) -> tuple[int, int]:
    """The engines of a build."""
    shapes, rules = _shapes(), pipeline.reasoning_rules()
    clock("knowledge")
    asserted = store.parse(data.read_text(encoding="utf-8"), format="ntriples", path=data.name)
    clock("read")
    whole = [*asserted, *reason.close(rules, asserted).inferred]
    clock("infer")
    results = validate.validate(whole, shapes)
    clock("validate")
    text = "".join(f"{s} {p} {o} .\n" for s, p, o in sorted(whole))
    data.with_suffix(".ours").write_text(text, encoding="utf-8")
    clock("write")
    return len(whole), len(results)


def theirs(clock: Clock, data: Path) -> tuple[int, int]:
    """The libraries that people use today."""
    import owlrl
    import pyshacl
    from rdflib import Graph, Literal

    from migkg.validate.reference import graph

    shapes = graph(_shapes())
    clock("knowledge")
    whole = Graph().parse(data, format="nt")
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
