"""`queries` and `query`: the list of canned queries, and free SPARQL."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from migkg.cli.options import format_option, lang_option, noise_options, store_option
from migkg.cli.output import show, write_rows


@click.command()
@lang_option
@noise_options
@format_option()
def queries(lang: str, form: str) -> None:
    """List the canned queries with their parameters."""
    from migkg import api

    rows = []
    for canned in api.canned_queries():
        parameters = " ".join(f"--{p.name}" for p in canned.parameters)
        rows.append((canned.name, canned.summary.get(lang, canned.summary["en"]), parameters))
    write_rows(("query", "summary", "parameters"), rows, form)


@click.command()
@store_option
@lang_option
@noise_options
@format_option()
@click.option("--endpoint", metavar="URL", help="Ask a remote SPARQL endpoint in place of the store.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Stop after so long.")
@click.option("--max-rows", type=click.IntRange(min=1), metavar="N", help="Print at most so many rows.")
@click.argument("sparql")
def query(  # noqa: PLR0913, PLR0917 - one parameter an option
    store: Path,
    lang: str,
    form: str,
    endpoint: str | None,
    timeout: float | None,
    max_rows: int | None,
    sparql: str,
) -> None:
    """Run a SPARQL query: the text itself, the name of a file, or `-` for standard input.

    Prefixes that the project knows (mf:, id:, rdfs:, skos:, prov:, oa: ...) need not be declared.
    """
    from migkg import api

    text = _sparql(sparql)
    if endpoint:
        show(api.ask_remote(endpoint, text, timeout=timeout), form)
        return
    with api.open(store, lang=lang) as graph:
        show(graph.query(text, timeout=timeout, max_rows=max_rows), form, graph.label)


def _sparql(argument: str) -> str:
    from migkg import resources

    if argument == "-":
        return sys.stdin.read()
    looks_like_file = "\n" not in argument and " " not in argument.strip()
    if looks_like_file or argument.endswith((".rq", ".sparql")):
        return resources.read_text(Path(argument))
    return argument
