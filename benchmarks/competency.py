"""The time that each of the 28 competency questions takes on the embedded graph, the slowest first.

usage: competency.py [STORE]   (default: build/graph; `make kg` builds it)

Questions and values are those of tests/queries/competency.toml. Each is asked ROUNDS times, as `migkg.api` asks
it (values by name, rows fetched); the shortest time counts, by the clock and of the processor, which others
disturb less. Exit code 1 if one takes the processor longer than LIMIT milliseconds.
"""

from __future__ import annotations

import sys
import time
import tomllib
from pathlib import Path

from migkg import api

ROUNDS = 7
LIMIT = 100.0
CASES = Path(__file__).resolve().parents[1] / "tests/queries/competency.toml"


def main() -> int:
    """Print a table in milliseconds."""
    store = Path(sys.argv[1] if len(sys.argv) > 1 else "build/graph")
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))
    with api.open(store) as graph:
        times = {name: shortest(graph, case["query"], case["values"]) for name, case in cases.items()}
    print(f"{'':<35} {'clock':>8} {'processor':>10}")  # noqa: T201 - a benchmark reports
    for name, (clock, processor) in sorted(times.items(), key=lambda pair: -pair[1][1]):
        print(f"{name}  {cases[name]['query']:<28} {clock:8.1f} {processor:10.1f} ms")  # noqa: T201
    slow = sum(processor > LIMIT for _, processor in times.values())
    print(f"{len(times)} questions, {slow} of them over {LIMIT:.0f} ms")  # noqa: T201
    return int(slow > 0)


def shortest(graph: api.KnowledgeGraph, query: str, values: dict[str, str | list[str]]) -> tuple[float, float]:
    """The shortest of ROUNDS runs of a canned query, by the clock and of the processor, in milliseconds."""
    clock = processor = float("inf")
    for _ in range(ROUNDS):
        start, begun = time.perf_counter(), time.process_time()
        list(graph.query(graph.filled(api.canned(query), values)).rows)
        clock = min(clock, time.perf_counter() - start)
        processor = min(processor, time.process_time() - begun)
    return clock * 1e3, processor * 1e3


if __name__ == "__main__":
    sys.exit(main())
