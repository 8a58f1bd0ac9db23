"""How far a long command is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from migkg.cli.options import say

if TYPE_CHECKING:
    from collections.abc import Callable


class progress:  # noqa: N801 - used as a function that is a context manager
    """A line that tells the step, on a terminal; nothing otherwise."""

    def __enter__(self) -> Callable[[str], None]:
        self._shown = sys.stderr.isatty() and not (click.get_current_context().obj or {}).get("quiet")
        return self._step

    def _step(self, name: str) -> None:
        if self._shown:
            click.echo(f"\r\033[K{name} …", err=True, nl=False)
        else:
            say(name, verbose=True)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            click.echo("\r\033[K", err=True, nl=False)
