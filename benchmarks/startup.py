"""Cold start of the command line as a ratio to importing the engine, and what it is made of, in one run.

usage: startup.py [STORE] [--rounds N]   (default: build/graph, 20 rounds; `make kg` builds the store)

The commands are run in turn, so that a busy machine slows all alike. Of each the time on the clock is told (the median)
and that of the processor (the least, user and system, which depends least on what else runs). The parts are programs of
which each does what the one before does, and one thing more; the last is `migkg run` itself. They look for cycles as
seldom as migkg does, and load no `inspect`, as it does not.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROUNDS = 20
STANDARD = "typing, re, enum, gettext, uuid, datetime, weakref, threading"
"""What click needs of the standard library and Python has not loaded yet."""
PARTS = (
    ("Python", "import sys, gc; gc.set_threshold(50_000)"),
    ("the standard library that click needs", f"import {STANDARD}"),
    ("click", "import types; sys.modules['inspect'] = types.ModuleType('inspect'); import click"),
    ("the engine", "import pyoxigraph"),
    ("the store opened", "store = pyoxigraph.Store.read_only(sys.argv[1])"),
    ("the query answered", "found = [[str(term) for term in row] for row in store.query(sys.argv[2])]"),
)
END = "gc.freeze()"
EMPTY, ENGINE = "python -c pass", "python -c 'import pyoxigraph'"


class Taken(NamedTuple):
    """Seconds that a command took: on the clock (the median of all rounds) and of the processor (the least)."""

    clock: float
    processor: float


def main() -> None:
    """Print a table of commands with their ratios, and one of parts."""
    words = sys.argv[1:]
    rounds = int(words.pop(words.index("--rounds") + 1)) if "--rounds" in words else ROUNDS
    store = next((word for word in words if not word.startswith("--")), "build/graph")
    migkg = str(Path(sys.executable).with_name("migkg"))
    asked = [migkg, "run", "repeat-hosts", "--forum", "SACM", "--store", store]
    sparql = subprocess.run([*asked, "--explain"], check=True, capture_output=True, text=True).stdout  # noqa: S603
    data = Path(store) / (Path(store) / "current").read_text(encoding="utf-8").strip() / "rocksdb"
    whole = {
        EMPTY: [sys.executable, "-c", "pass"],
        ENGINE: [sys.executable, "-c", "import pyoxigraph"],
        "python -c 'import click'": [sys.executable, "-c", "import click"],
        "python -c 'import rdflib'": [sys.executable, "-c", "import rdflib"],
        "migkg --version": [migkg, "--version"],
        "migkg run topics": [migkg, "run", "topics", "--store", store, "--format", "csv"],
        "migkg run repeat-hosts": [*asked, "--format", "csv"],
    }
    parts = {
        name: [sys.executable, "-c", "\n".join([*(code for _, code in PARTS[: n + 1]), END]), str(data), sparql]
        for n, (name, _) in enumerate(PARTS)
    }
    times = measured(whole | parts, rounds)
    print(f"{'':<32} {'clock':>10} {'processor':>13} {'to the engine':>15}")  # noqa: T201 - a benchmark reports
    for name in whole:
        ratios = (one / other for one, other in zip(times[name], times[ENGINE], strict=True))
        print(f"{name:<32} {told(times[name])} {'  '.join(f'{ratio:5.1f}' for ratio in ratios):>15}")  # noqa: T201
    print(f"\n{'of migkg run repeat-hosts':<40} {'clock':>10} {'processor':>13}")  # noqa: T201
    before = Taken(0, 0)
    for name in (*parts, "migkg run repeat-hosts"):
        shown = "migkg's own modules, options, output" if name not in parts else name
        print(f"{shown:<40} {told(Taken(*(a - b for a, b in zip(times[name], before, strict=True))))}")  # noqa: T201
        before = times[name]


def told(taken: Taken) -> str:
    """Both times in milliseconds."""
    return f"{taken.clock * 1000:7.1f} ms {taken.processor * 1000:10.1f} ms"


def measured(commands: dict[str, list[str]], rounds: int) -> dict[str, Taken]:
    """The times of commands that are run in turn; the first round, which compiles modules, is not counted."""
    # compiled modules are kept, as they are for a user
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    clock: dict[str, list[float]] = {name: [] for name in commands}
    processor: dict[str, list[float]] = {name: [] for name in commands}
    for counted in [False, *[True] * rounds]:
        for name, command in commands.items():
            start = time.perf_counter()
            running = subprocess.Popen(  # noqa: S603 - our own commands
                command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            _, status, used = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
            if running.returncode:
                raise subprocess.CalledProcessError(running.returncode, command)
            if counted:
                clock[name].append(time.perf_counter() - start)
                processor[name].append(used.ru_utime + used.ru_stime)
    return {name: Taken(statistics.median(clock[name]), min(processor[name])) for name in commands}


if __name__ == "__main__":
    main()
