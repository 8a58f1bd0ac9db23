"""The command line: options, messages, exit codes; no logic.

Commands live in sibling modules and are imported when they are called, so that the program starts fast.
"""

from __future__ import annotations

import sys

from migkg.cli.main import main
from migkg.errors import MigkgError

__all__ = ["main", "run"]


def run() -> None:
    """Run the command line; an error is one sentence on standard error and an exit code."""
    try:
        main(prog_name="migkg")
    except MigkgError as error:
        sys.stderr.write(f"migkg: {error}\n")
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # the reader of the pipe has seen enough (`migkg export | head`); nothing is wrong
        sys.stderr.close()
        sys.exit(0)
