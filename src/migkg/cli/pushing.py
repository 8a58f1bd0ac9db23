"""`push`: the graph to a remote store."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from migkg.cli.options import noise_options, say, store_option
from migkg.counts import counted

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@store_option
@noise_options
@click.option("--endpoint", metavar="URL", required=True, help="Where the Graph Store Protocol is spoken.")
@click.option("--user", metavar="NAME", help="Who logs in; the password is read from $MIGKG_PASSWORD.")
@click.option(
    "--graph", "only", metavar="GRAPH", multiple=True, help="Only this graph: facts, default ...; repeatable."
)
def push(store: Path, endpoint: str, user: str | None, only: tuple[str, ...]) -> None:
    """Load the graph into a remote store: each named graph replaces the one of that name there.

    The store's own default graph is replaced too; `--graph` picks single graphs.

    Example: migkg push --endpoint http://localhost:3030/forums/data
    """
    from migkg import api
    from migkg.api.endpoint import push as send

    login = (user, os.environ.get("MIGKG_PASSWORD", "")) if user else None
    total = 0
    with api.open(store) as graph:
        for name, size in send(graph, endpoint, only=only, login=login):
            say(f"{name}: {counted(size, 'triple')}", verbose=True)
            total += size
    say(f"{endpoint}: {counted(total, 'triple')}")
