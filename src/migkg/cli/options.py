"""Options that mean the same in every command."""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from migkg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., Any]")

FORMATS = ("table", "csv", "tsv", "json")


def store_option(command: Command) -> Command:
    """`--store DIR`, given to the command as a path."""
    return click.option(
        "--store",
        metavar="DIR",
        callback=_store,
        type=click.Path(file_okay=False),
        help="The graph's folder.  [default: $MIGKG_STORE, else the user's data directory]",
    )(command)


def _store(_ctx: click.Context, _param: click.Parameter, value: str | None) -> Path:
    from migkg import resources

    return Path(value) if value else resources.default_store()


def lang_option(command: Command) -> Command:
    """`--lang`, the language of labels and messages."""
    return click.option(
        "--lang",
        default="en",
        show_default=True,
        metavar="LANG",
        callback=_known_language,
        shell_complete=lambda _ctx, _param, start: [x for x in languages() if x.startswith(start)],
        help="Language of labels and messages: en, fr or es.",
    )(command)


def languages() -> list[str]:
    """The languages that labels and messages exist in: each has a file of messages."""
    from migkg import resources

    return [lang for lang, _ in resources.messages()]


def _known_language(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    if value != "en" and value not in languages():
        raise click.BadParameter(f"no language '{value}'; use one of {', '.join(languages())}")
    return value


def format_option(choices: tuple[str, ...] = FORMATS, piped: str = "csv") -> Callable[[Command], Command]:
    """`--format`: a table for people, `piped` where standard output is no terminal."""

    class Format(click.Choice[str]):
        """A choice that says in one sentence what may be chosen."""

        def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
            if value not in choices:
                from migkg.cli.main import nearest

                hint = nearest(value, list(choices)) or f"use one of {', '.join(choices)}"
                raise UsageError(f"'{value}' is not a format here", hint=hint)
            return super().convert(value, param, ctx)

    def chosen(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
        return value or ("table" if "table" in choices and sys.stdout.isatty() else piped)

    return click.option(
        "--format",
        "form",
        type=Format(choices),
        callback=chosen,
        help=f"How to print.  [default: table, {piped} when piped]" if "table" in choices else "How to print.",
    )


def noise_options(command: Command) -> Command:
    """`--quiet` and `--verbose`: how much is said on standard error."""

    @click.option("--quiet", "-q", is_flag=True, help="Say nothing but results and errors.")
    @click.option("--verbose", "-v", is_flag=True, help="Say what is done, step by step.")
    @functools.wraps(command)
    def wrapped(*args: Any, quiet: bool, verbose: bool, **kwargs: Any) -> Any:
        context = click.get_current_context()
        context.obj = {"quiet": quiet, "verbose": verbose}
        return command(*args, **kwargs)

    return wrapped  # type: ignore[return-value] # the wrapper has the command's own signature but for the two flags


def say(text: str, *, verbose: bool = False) -> None:
    """A line on standard error, unless --quiet; a `verbose` line only with --verbose."""
    noise = click.get_current_context().obj or {}
    if noise.get("quiet") or (verbose and not noise.get("verbose")):
        return
    click.echo(text, err=True)
