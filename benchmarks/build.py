"""Time and peak memory of a build by stage.

    python benchmarks/build.py [FOLDER]        (default: a temporary folder)

Builds the graph of the shipped ontology, tables and articles in this process. Times are CPU seconds, memory is the
largest resident size within the stage where the system can tell (Linux), else the largest so far, in MB.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from migkg import pipeline

_CLEAR, _STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")
_RESET_PEAK = "5"


def main(arguments: list[str]) -> None:
    """Build, and print a line for each stage."""
    start = time.perf_counter()
    stages = Stages()
    with tempfile.TemporaryDirectory() as folder:
        report = pipeline.build(Path(arguments[0] if arguments else folder), [], step=stages)
    stages.end()
    sys.stdout.write(f"{'stage':<40}{'CPU s':>8}{'peak MB':>9}\n")
    for name, (seconds, peak) in stages.found.items():
        sys.stdout.write(f"{name:<40}{seconds:>8.2f}{peak:>9,}\n")
    total = sum(seconds for seconds, _ in stages.found.values())
    highest = max(peak for _, peak in stages.found.values())
    sys.stdout.write(f"{'in all':<40}{total:>8.2f}{highest:>9,}   {time.perf_counter() - start:.1f} s on the clock\n")
    sys.stdout.write(f"{report.counts['triples']:,} triples, {report.counts['claims']:,} claims\n")


class Stages:
    """CPU seconds and peak memory by stage; the articles are one stage."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[float, int]] = {}
        self._open = ""
        self._since = time.process_time()
        _forget_peak()

    def __call__(self, name: str) -> None:
        """A stage begins, and the one before it ends."""
        self.end()
        self._open = "reading articles" if name.startswith("reading article ") else name

    def end(self) -> None:
        """The open stage ends, or is interrupted by the next article."""
        now = time.process_time()
        if self._open:
            seconds, peak = self.found.get(self._open, (0.0, 0))
            self.found[self._open] = seconds + now - self._since, max(peak, _peak())
        self._since = now
        _forget_peak()


def _peak() -> int:
    """The largest resident size since the peak was last forgotten, in MB."""
    if _STATUS.exists():
        (line,) = (line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _forget_peak() -> None:
    if _CLEAR.exists():
        _CLEAR.write_text(_RESET_PEAK, encoding="ascii")


if __name__ == "__main__":
    main(sys.argv[1:])
