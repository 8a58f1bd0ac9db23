"""Outputs that nobody reads any more, as behind `migkg export | head`."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Unread(Exception):  # noqa: N818 - it ends a command, and nothing is wrong
    """The reader of a pipe has seen enough."""


@contextmanager
def unread() -> Iterator[None]:
    """A pipe that closes ends the block as `Unread`: click would make an exit code 1 of a BrokenPipeError."""
    try:
        yield
    except BrokenPipeError:
        raise Unread from None


def forget(name: str) -> None:
    """What is left for `stdout` or `stderr` goes nowhere, so that the interpreter does not try it again at the end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), getattr(sys, name).fileno())
    except (AttributeError, OSError, ValueError):
        setattr(sys, name, io.StringIO())


def tell(text: str) -> None:
    """A text on standard error; where that is closed or full, nobody is told, and the work goes on."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (AttributeError, OSError):
        forget("stderr")
