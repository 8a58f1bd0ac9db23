"""Options that mean the same in every command."""

from __future__ import annotations

import functools
import sys
from typing import TYPE_CHECKING, Any, TypeVar

import click

from migkg.cli.closed import tell
from migkg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Command = TypeVar("Command", bound="Callable[..., Any]")

FORMATS = ("table", "csv", "tsv", "json")


class Option(click.Option):
    """An option whose help is one line as it stands: to clean it, click would load `inspect`, which takes 6 ms."""

    def __init__(self, *declared: Any, help: str | None = None, **more: Any) -> None:
        super().__init__(*declared, **more)
        self.help = help


option = functools.partial(click.option, cls=Option)
"""`click.option` that makes such an option."""


class Place(click.Path):
    """A file or a folder, whose refusal says what is wanted in the place of the other."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; a folder where a file is wanted, or a file where a folder is, is refused with what to do."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            from pathlib import Path  # only for who is refused

            if Path(value).is_dir() and not self.dir_okay:
                self.fail(f"'{value}' is a folder; name a file in it", param, ctx)
            if Path(value).is_file() and not self.file_okay:
                self.fail(f"'{value}' is a file; name a folder", param, ctx)
            raise


class Quick(click.Command):
    """A command whose `--help`, which click adds to each, is such an option."""

    _help: click.Parameter | None = None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option; None where its names are taken."""
        named = self.get_help_option_names(ctx)
        if not named or not self.add_help_option:
            return None
        if self._help is None:
            click.help_option(*named, "_help", cls=Option)(self)
            self._help = self.params.pop()
        return self._help if isinstance(self._help, click.Option) else None


def store_option(command: Command) -> Command:
    """`--store DIR`, given to the command as a path."""
    return _store_option(_path)(command)


def folder_option(command: Command) -> Command:
    """`--store DIR`, given to the command as a text: who only asks the graph needs no `pathlib`."""
    return _store_option(_folder)(command)


def _store_option(
    callback: Callable[[click.Context, click.Parameter, str | None], object],
) -> Callable[[Command], Command]:
    return option(
        "--store",
        metavar="DIR",
        callback=callback,
        type=Place(file_okay=False),
        help="The graph's folder.  [default: $MIGKG_STORE, else the user's data directory]",
    )


def _folder(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    from migkg import resources

    return value or resources.store_folder()


def _path(ctx: click.Context, param: click.Parameter, value: str | None) -> Path:
    from pathlib import Path

    return Path(_folder(ctx, param, value))


def lang_option(command: Command) -> Command:
    """`--lang`, the language of labels and messages."""
    return option(
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


def confidence_option(command: Command) -> Command:
    """`--min-confidence P`, given to the command as `least`."""
    return option(
        "--min-confidence",
        "least",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="P",
        help="Refuse claims less sure than P, from 0 to 1.  [default: 0]",
    )(command)


def article_lang_option(command: Command) -> Command:
    """`--article-lang LANG`, refused before anything is read where there is no lexicon for it."""
    return option(
        "--article-lang",
        default="",
        metavar="LANG",
        callback=_readable_language,
        help="Language of the articles: en, es, fr or pt.  [default: detected]",
    )(command)


def _readable_language(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    from migkg import resources

    if value and value not in (known := resources.lexicon_languages()):
        raise click.BadParameter(f"there is no lexicon for '{value}'; use one of {', '.join(known)}")
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

    return option(
        "--format",
        "form",
        type=Format(choices),
        callback=chosen,
        help=f"How to print.  [default: table, {piped} when piped]" if "table" in choices else "How to print.",
    )


def noise_options(command: Command) -> Command:
    """`--quiet` and `--verbose`: how much is said on standard error."""

    @option("--quiet", "-q", is_flag=True, help="Say nothing but results and errors.")
    @option("--verbose", "-v", is_flag=True, help="Say what is done, step by step.")
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
    tell(f"{text}\n")
