"""`python -m migkg`, and the `migkg` command."""

from __future__ import annotations

import gc
import sys

from migkg.version import __version__

_ALLOCATIONS = 50_000
"""Cycles are looked for after so many allocations: at the usual 700 that takes a tenth of a short command's time."""


def main() -> None:
    """Run the command line; the version alone is told without loading it."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"migkg {__version__}\n")
        return
    gc.set_threshold(_ALLOCATIONS)
    from migkg.cli import run

    run()


if __name__ == "__main__":
    main()
