"""Cold start of the command line as a ratio to an empty Python program and to importing the engine, in one run.

usage: startup.py [STORE]   (default: build/graph; `make kg` builds it)

The commands are run in turn, so that a busy machine slows all alike; the median of each is compared. FLOOR is the least
that a command with click can take: it loads click and the engine, opens the same store and asks the same query, and
knows nothing of names, formats or errors.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 15
FLOOR = """
import sys, click, pyoxigraph
store = pyoxigraph.Store.read_only(sys.argv[1])
for row in store.query(sys.argv[2]):
    print(*(term.value if term else "" for term in row), sep=",")
"""


def main() -> None:
    """Print a table of medians (milliseconds) and ratios."""
    store = sys.argv[1] if len(sys.argv) > 1 else "build/graph"
    migkg = str(Path(sys.executable).with_name("migkg"))
    asked = [migkg, "run", "repeat-hosts", "--forum", "SACM", "--store", store]
    sparql = subprocess.run([*asked, "--explain"], check=True, capture_output=True, text=True).stdout  # noqa: S603
    data = Path(store) / (Path(store) / "current").read_text(encoding="utf-8").strip() / "rocksdb"
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -c 'import pyoxigraph'": [sys.executable, "-c", "import pyoxigraph"],
        "python -c 'import click'": [sys.executable, "-c", "import click"],
        "python -c 'import rdflib'": [sys.executable, "-c", "import rdflib"],
        "migkg --version": [migkg, "--version"],
        "click and pyoxigraph, this query": [sys.executable, "-c", FLOOR, str(data), sparql],
        "migkg run repeat-hosts": [*asked, "--format", "csv"],
    }
    # compiled modules are kept, as they are for a user: the first round writes them and is not counted
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for counted in [False, *[True] * ROUNDS]:
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603 - our own commands
            if counted:
                times[name].append(time.perf_counter() - start)
    empty, engine = (statistics.median(times[name]) for name in ("python -c pass", "python -c 'import pyoxigraph'"))
    print(f"{'':<32} {'median':>10} {'empty':>8} {'engine':>8}")  # noqa: T201 - a benchmark reports
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"{name:<32} {middle * 1000:7.1f} ms {middle / empty:6.1f} x {middle / engine:6.1f} x")  # noqa: T201


if __name__ == "__main__":
    main()
