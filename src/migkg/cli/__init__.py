"""The command line: options, messages, exit codes; no logic.

Commands live in sibling modules and are imported when they are called, so that the program starts fast.
"""

from __future__ import annotations

import io
import sys

from migkg.cli.closed import Unread, forget, tell
from migkg.cli.later import later

later("inspect")  # before click, which loads it for what few commands need

import click  # noqa: E402

from migkg.cli.main import main  # noqa: E402
from migkg.errors import MigkgError  # noqa: E402

__all__ = ["main", "run"]

_INTERRUPTED = 130
"""The exit code of a program that was stopped from the keyboard."""


def run() -> None:
    """Run the command line; an error is one sentence on standard error and an exit code."""
    _write_anything()
    try:
        code = main(prog_name="migkg", standalone_mode=False)
        sys.stdout.flush()
    except MigkgError as error:
        code = _told(str(error), error.exit_code)
    except click.ClickException as error:
        code = _shown(error)
    except (click.Abort, KeyboardInterrupt):
        code = _told("stopped", _INTERRUPTED)
    except (Unread, BrokenPipeError):
        # the reader of the pipe has seen enough (`migkg export | head`); nothing is wrong
        forget("stdout")
        code = 0
    except OSError as error:
        forget("stdout")
        place = f"{error.filename}: " if error.filename else ""
        code = _told(f"cannot write: {place}{error.strerror or error}; look for room there, and whether it is open", 1)
    sys.exit(code)


def _write_anything() -> None:
    """What a terminal of another encoding cannot show is escaped; a closed standard output is a full one."""
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Closed()), write_through=True)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in {"utf-8", "utf8"}:
            stream.reconfigure(errors="backslashreplace")


class _Closed(io.RawIOBase):
    """Standard output where there is none."""

    def writable(self) -> bool:
        """So that a buffer takes it."""
        return True

    def write(self, _: object) -> int:
        """Nothing can be written."""
        raise OSError("standard output is closed")


def _told(sentence: str, code: int) -> int:
    tell(f"migkg: {sentence}\n")
    return code


def _shown(error: click.ClickException) -> int:
    shown = io.StringIO()
    error.show(shown)
    tell(shown.getvalue())
    return error.exit_code
