"""`python -m migkg`, and the `migkg` command."""

from __future__ import annotations

import sys

from migkg.version import __version__


def main() -> None:
    """Run the command line; the version alone is told without loading it."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"migkg {__version__}\n")
        return
    from migkg.cli import run

    run()


if __name__ == "__main__":
    main()
