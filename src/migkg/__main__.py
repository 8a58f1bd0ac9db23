"""`python -m migkg`, and the `migkg` command."""

from __future__ import annotations

import gc
import sys

from migkg.version import __version__

_ALLOCATIONS = 50_000
"""Cycles are looked for after so many allocations: at the usual 700 that takes a tenth of a short command's time."""

gc.set_threshold(_ALLOCATIONS)


def main() -> None:
    """Run the command line; the version alone is told without loading it."""
    if sys.argv[1:] == ["--version"] and _wrote(f"migkg {__version__}\n"):
        return
    from migkg.cli import run

    try:
        run()
    finally:
        gc.freeze()  # the interpreter ends without looking for cycles in what it leaves behind: 5 ms


def _wrote(text: str) -> bool:
    """Whether standard output took a text; where it did not, the command line tells why."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except (AttributeError, OSError):
        return False
    return True


if __name__ == "__main__":
    main()
