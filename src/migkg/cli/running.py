"""`run`: each canned query is a command, its parameters are options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from migkg.cli.answering import Asking, answer, answer_options, opened
from migkg.cli.main import nearest
from migkg.cli.options import Option, Quick, option

if TYPE_CHECKING:
    from migkg.query import CannedQuery, Parameter

_VALUES_SHOWN = 200
"""Completion offers at most so many values."""


class CannedGroup(Quick, click.Group):
    """A group whose commands are the files of queries/canned."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all canned queries."""
        from migkg import resources

        return resources.canned_names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command made from the header of one file."""
        from migkg import api

        if cmd_name not in self.list_commands(ctx):
            return None
        return _command(api.canned(cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the query, or say which one was probably meant."""
        if args and args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            hint = nearest(args[0], self.list_commands(ctx)) or "see 'migkg queries'"
            raise click.UsageError(f"no canned query '{args[0]}'; {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=CannedGroup)
def run() -> None:
    """Run a canned query: `migkg run NAME --PARAM VALUE`.

    `migkg queries` lists them; `migkg run NAME --help` shows the parameters of one.

    Example: migkg run repeat-hosts --forum SACM --min 2
    """


def _command(asked: CannedQuery) -> click.Command:
    """A click command for one canned query."""

    @answer_options
    @option("--explain", is_flag=True, help="Show the SPARQL in place of running it.")
    def command(asking: Asking, explain: bool, **values: Any) -> None:
        said = {name: value for name, value in values.items() if value not in (None, ())}  # an empty text is a value
        given = {name: list(value) if isinstance(value, tuple) else value for name, value in said.items()}
        with opened(asking) as graph:
            sparql = graph.filled(asked, given)
            if explain:
                click.echo(sparql)
            else:
                answer(asking, sparql, graph)

    made = click.command(
        asked.name,
        cls=Quick,
        help="\n\n".join(filter(None, (asked.summary["en"], asked.description.get("en", ""), _example(asked)))),
        short_help=asked.summary["en"],
    )(command)
    made.params = [_option(parameter) for parameter in asked.parameters] + made.params
    return made


def _example(asked: CannedQuery) -> str:
    """The example of the file's header as somebody would type it."""
    import shlex

    values = [(name, value) for name, given in asked.example.items() for value in given]
    return " ".join((f"Example: migkg run {asked.name}", *(f"--{name} {shlex.quote(value)}" for name, value in values)))


def _option(parameter: Parameter) -> Option:
    from migkg import names

    standing = ", ".join(names.shorten(term) for term in parameter.default)
    default = f"  [default: {standing}]" if standing else ""
    return Option(
        [f"--{parameter.name}"],
        metavar=parameter.type.upper(),
        multiple=parameter.multiple,
        help=parameter.label["en"] + default,
        type=click.Choice(parameter.choices) if parameter.choices else click.STRING,
        shell_complete=lambda ctx, _param, start: _completions(ctx, parameter, start),
    )


def _completions(ctx: click.Context, parameter: Parameter, start: str) -> list[Any]:
    """Names of things in the graph that begin as typed; nothing where there is no graph yet."""
    from click.shell_completion import CompletionItem

    from migkg import api, names, resources
    from migkg.errors import MigkgError

    store = ctx.params.get("store") or resources.store_folder()
    try:
        with api.open(store) as graph:
            known = sorted(graph.names(parameter.type).items())
            wanted = names.fold(start)
            found = [(name, term) for name, term in known if names.fold(name).startswith(wanted)]
            return [CompletionItem(name, help=graph.label(term)) for name, term in found[:_VALUES_SHOWN]]
    except MigkgError:
        return []
