"""The group of commands, with suggestions for misspelt names."""

from __future__ import annotations

import importlib
from typing import Any

import click

from migkg.cli.closed import unread
from migkg.cli.options import Option, Quick
from migkg.version import __version__

COMMANDS: dict[str, tuple[str, str]] = {
    "ask": ("asking", "Answer a plain question in English, French or Spanish."),
    "build": ("building", "Build the graph from the shipped data and the given articles."),
    "claims": ("reading", "Print the claim table of each article."),
    "completion": ("completing", "Print the completion script of a shell."),
    "conflicts": ("showing", "List what sources disagree on, with both sides."),
    "diff": ("differing", "Tell what changed between two graphs, and why."),
    "evaluate": ("evaluating", "Measure how well articles are read against gold tables."),
    "export": ("showing", "Write the graph to standard output."),
    "home": ("homing", "Tell where the knowledge lies, or copy it to change it."),
    "ingest": ("building", "Add articles to the graph, or replace them."),
    "publish": ("serving", "Write a static release: downloads, metadata, pages."),
    "push": ("pushing", "Load the graph into a remote store."),
    "queries": ("asking", "List the canned queries."),
    "query": ("asking", "Run a SPARQL query."),
    "read": ("reading", "Show an article with its mentions and claims."),
    "retract": ("building", "Remove an article from the graph."),
    "run": ("running", "Run a canned query."),
    "serve": ("serving", "Serve the graph over HTTP: pages, SPARQL, linked data."),
    "shell": ("shell", "Ask SPARQL queries at a prompt, with completion."),
    "stats": ("showing", "Print figures about the graph."),
    "validate": ("showing", "Validate the graph and list the findings."),
    "why": ("showing", "Show which sources state a fact."),
}
"""Command -> module that holds it, and its line in the overview: the list needs no import."""


def nearest(name: str, known: list[str]) -> str:
    """A sentence that suggests the nearest known names, or an empty one."""
    import difflib  # only for who mistypes

    close = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    return f"did you mean {' or '.join(close)}?" if close else ""


class LazyGroup(Quick, click.Group):
    """A group whose commands are imported on first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"migkg.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            hint = nearest(args[0], sorted(COMMANDS)) or "see migkg --help"
            raise click.UsageError(f"no command '{args[0]}'; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the arguments; `--help` prints here, and its reader may have seen enough."""
        with unread():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; who reads what it prints may have seen enough."""
        with unread():
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The overview, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in sorted(COMMANDS.items())])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "MIGKG", "max_content_width": 100},
)
@click.version_option(__version__, prog_name="migkg", message="%(prog)s %(version)s", cls=Option)
def main() -> None:
    """A knowledge graph of intergovernmental migration forums: every fact shows the sentence that states it.

    Start with `migkg build`, then `migkg run repeat-hosts --forum SACM --min 2`. `migkg COMMAND --help` has an example
    of each command.

    Exit codes: 0 done; 1 the data is at fault, or a file, a store or a server; 2 the command is (it names a file that
    is not there, say), and the message says how to write it.
    """
