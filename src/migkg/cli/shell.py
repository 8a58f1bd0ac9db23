"""`shell`: a prompt for SPARQL, with history and completion."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import click

from migkg.cli.answering import Asking, answer, answer_options, opened
from migkg.cli.options import languages, say
from migkg.cli.output import GRAPHS, ROWS
from migkg.cli.prompt import BARE, heard, reader
from migkg.errors import MigkgError, UsageError
from migkg.record import replaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.api import KnowledgeGraph
    from migkg.api.endpoint import RemoteGraph

_HELP = """Write a SPARQL query; Enter runs it when its braces are closed, TAB completes, Ctrl-D leaves.
.run NAME --PARAM VALUE   run a canned query          .explain SPARQL     show the query with its prefixes
.format FORMAT            how to print                .lang LANG          language of labels
.evidence                 evidence on or off          .quit               leave"""


@click.command()
@answer_options
def shell(asking: Asking) -> None:
    """Ask SPARQL queries at a prompt: with history, and completion of prefixes, classes, properties and names.

    From a pipe, queries are parted by empty lines, and the command ends with 1 if one of them failed.

    Example: migkg shell --evidence
    """
    with opened(asking) as graph:
        form = asking.form if asking.chosen else "table"
        is_person = sys.stdin.isatty()
        failed = _Prompt(replaced(asking, form=form, apart=is_person), graph).loop()
    if failed and not is_person:
        sys.exit(1)


class _Prompt:
    """One session: its options, which commands change, and its graph."""

    def __init__(self, asking: Asking, graph: KnowledgeGraph | RemoteGraph) -> None:
        self.asking = asking
        self.graph = graph

    def loop(self) -> int:
        """Read, answer, and so on until the input ends; a fault is told and the prompt comes back.

        How many there were is returned.
        """
        read, failed = reader(self.graph), 0
        say(".help tells what can be done here")
        while True:
            try:
                text = read().strip()
                text = BARE.get(text, text)
                if text == ".quit":
                    return failed
                if text:
                    with heard():
                        self.take(text)
            except KeyboardInterrupt:
                continue  # Ctrl-C drops what is written, and ends a query
            except EOFError:
                return failed
            except MigkgError as error:
                failed += 1
                say(f"migkg: {error}")

    def take(self, text: str) -> None:
        """Answer a query, or do what a command says."""
        if text.startswith("."):
            self.obey(text)
        else:
            answer(self.asking, text, self.graph)

    def obey(self, text: str) -> None:
        """Do what a command says."""
        command, _, rest = text.partition(" ")
        commands: dict[str, Callable[[str], None]] = {
            ".help": lambda _: click.echo(_HELP),
            ".run": self.run,
            ".explain": _explain,
            ".format": self.set_format,
            ".lang": self.set_lang,
            ".evidence": self.switch_evidence,
        }
        if command not in commands:
            raise UsageError(f"'{command}' is not a command", hint=f"use one of {', '.join(sorted(commands))}")
        commands[command](rest.strip())

    def run(self, rest: str) -> None:
        """A canned query: its name and its parameters as on the command line."""
        from migkg import api

        try:
            name, *given = shlex.split(rest) or [""]
        except ValueError as error:
            raise UsageError(f"the parameters cannot be read: {error}", hint="close the quotes") from None
        values: dict[str, list[str]] = {}
        for option, value in zip(given[::2], given[1::2], strict=False):
            values.setdefault(option.removeprefix("--"), []).append(value)
        asked = api.canned(name)
        answer(self.asking, self.graph.filled(asked, {**values}), self.graph)

    def set_format(self, form: str) -> None:
        """Print in another format from now on."""
        if form not in (*ROWS, *GRAPHS):
            raise UsageError(f"'{form}' is not a format here", hint=f"use one of {', '.join((*ROWS, *GRAPHS))}")
        self.asking = replaced(self.asking, form=form, chosen=True)

    def set_lang(self, lang: str) -> None:
        """Show labels in another language from now on."""
        if lang not in languages():
            raise UsageError(f"no language '{lang}'", hint=f"use one of {', '.join(languages())}")
        self.graph.lang = lang
        self.asking = replaced(self.asking, lang=lang)

    def switch_evidence(self, _: str) -> None:
        """Show evidence, or stop showing it."""
        self.asking = replaced(self.asking, evidence=not self.asking.evidence)
        say(f"evidence is {'on' if self.asking.evidence else 'off'}")


def _explain(rest: str) -> None:
    from migkg.query.lexer import with_prefixes

    click.echo(with_prefixes(rest))
