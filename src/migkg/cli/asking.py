"""`queries`, `query` and `ask`: the list of canned queries, free SPARQL, and plain questions."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from migkg.cli.answering import Asking, answer, answer_options, opened
from migkg.cli.main import nearest
from migkg.cli.options import Quick, format_option, lang_option, noise_options, option, store_option
from migkg.cli.output import write_rows
from migkg.errors import DataError, Place, QueryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_INPUT = "standard input"
"""What a query that is not in the command and in no file was read from."""


@click.command()
@lang_option
@noise_options
@format_option()
def queries(lang: str, form: str) -> None:
    """List the canned queries with their parameters.

    Example: migkg queries --lang fr
    """
    from migkg import api

    rows = []
    for canned in api.canned_queries():
        parameters = " ".join(f"--{p.name}" for p in canned.parameters)
        rows.append((canned.name, canned.summary.get(lang, canned.summary["en"]), parameters))
    write_rows(("query", "summary", "parameters"), rows, form)


@click.command(cls=Quick)
@answer_options
@option("--explain", is_flag=True, help="Show the SPARQL, with its prefixes, in place of running it.")
@click.argument("sparql")
def query(asking: Asking, explain: bool, sparql: str) -> None:
    """Run a SPARQL query: the text itself, the name of a file, or `-` for standard input.

    Prefixes that the project knows (mf:, id:, rdfs:, skos:, prov:, oa: ...) need not be declared. A fault in the query
    ends with 2 if it stands in the command, with 1 if it comes from a file or from standard input.

    Example: migkg query 'SELECT ?c { <meeting/SACM/10> mf:heldIn ?c }'
    """
    text, path = _sparql(sparql)
    if explain:
        from migkg.query.lexer import with_prefixes

        click.echo(with_prefixes(text))
        return
    with opened(asking) as graph, _blamed(path):
        answer(asking, text, graph)


def _sparql(argument: str) -> tuple[str, str]:
    """The query, and what it was read from; that is empty where the query stands in the command."""
    from migkg import resources

    if argument == "-":
        return resources.decode(sys.stdin.buffer.read(), _INPUT), _INPUT
    if not argument.strip():
        raise UsageError("the query is empty", hint="write it in quotes, or give the name of a file, or -")
    bare = argument.strip()
    looks_like_file = not any(sign in bare for sign in " \n{<") or bare.endswith((".rq", ".sparql"))
    if looks_like_file and not os.path.exists(argument):  # noqa: PTH110 - pathlib would take milliseconds
        raise _no_file(argument, resources.canned_names())
    if looks_like_file and os.path.isdir(argument):  # noqa: PTH112 - the same
        raise UsageError(f"'{argument}' is a folder", hint="name a file in it")
    return (resources.read_text(argument), argument) if looks_like_file else (argument, "")


def _no_file(name: str, canned: list[str]) -> UsageError:
    """There is no such file; what is a name of a canned query, or nearly, is run by another command."""
    meant = nearest(name, canned)
    hint = f"migkg run takes canned queries: {meant}" if meant else "write the query in quotes, or name a file"
    return UsageError(f"'{name}' is no query, and there is no file of that name", hint=hint)


@contextmanager
def _blamed(path: str) -> Iterator[None]:
    """A fault in the words of a query is one of the command, where they stand there; else of the file that has them."""
    try:
        yield
    except QueryError as error:
        if error.at is None:  # it took too long, say
            raise
        if not path:
            raise UsageError(error.problem, hint=error.hint, at=error.at) from None
        place = Place(path=path, line=error.at.line, column=error.at.column)
        raise DataError(error.problem, hint=error.hint, at=place) from None


@click.command()
@store_option
@lang_option
@noise_options
@format_option()
@click.option("--evidence/--no-evidence", default=True, show_default=True, help="Show the claims behind the answer.")
@click.option("--explain", is_flag=True, help="Show the SPARQL in place of the answer.")
@click.argument("question", nargs=-1, required=True)
def ask(store: Path, lang: str, form: str, evidence: bool, explain: bool, question: tuple[str, ...]) -> None:
    """Answer a plain question in English, French or Spanish.

    A question that is not understood to the last word is refused, with what was understood; nothing is guessed. Labels
    come in the language of the question, unless --lang names another.

    Example: migkg ask "Which cities hosted the SACM at least three times?"
    """
    from migkg import api
    from migkg.cli.replying import print_reply

    asked = " ".join(question)
    with api.open(store, lang=lang) as graph:
        asker = api.Asker(graph)
        if explain:
            click.echo(asker.understand(asked).sparql)
            return
        reply = asker.ask(asked)
        if click.get_current_context().get_parameter_source("lang") is ParameterSource.DEFAULT:
            graph.lang = reply.understood.lang
        print_reply(graph, asker, reply, form, evidence=evidence)
