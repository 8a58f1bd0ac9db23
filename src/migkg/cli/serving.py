"""`serve` and `publish`: the graph over HTTP, and as a static release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from migkg.cli.options import Place, noise_options, say, store_option
from migkg.cli.progress import progress
from migkg.counts import counted

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="HOST", help="Address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    metavar="PORT",
    type=click.IntRange(0, 65535),
    help="Port; 0 takes a free one.",
)
@click.option("--base", default="", metavar="URL", help="The address under which the world sees the server.")
@click.option("--timeout", default=20.0, show_default=True, metavar="SECONDS", help="Stop a query after so long.",
              type=click.FloatRange(min=0, min_open=True))  # fmt: skip
@click.option(
    "--max-rows",
    default=50_000,
    show_default=True,
    metavar="N",
    type=click.IntRange(1),
    help="Longest answer to a query.",
)
@click.option("--rate", default=20.0, show_default=True, metavar="N", type=click.FloatRange(min=0),
              help="Requests a second of one client, this machine's own excepted; 0: no limit.")  # fmt: skip
@noise_options
def serve(store: Path, host: str, port: int, base: str, rate: float, **limits: Any) -> None:
    """Serve the graph over HTTP: pages at /, SPARQL at /sparql, linked data at /id/...

    Example: migkg serve --port 8080
    """
    from migkg.serve import pool, run, settings

    chosen = settings.Settings(base=base and base.rstrip("/") + "/", rate=rate, limits=pool.Limits(**limits))
    quiet = bool((click.get_current_context().obj or {}).get("quiet"))
    run.run(store, host, port, chosen, started=lambda address: say(f"serving {address}"), log=not quiet)


@click.command()
@click.argument("folder", metavar="DIR", type=Place(file_okay=False))
@store_option
@click.option("--base", default="https://w3id.org/migkg/", show_default=True, metavar="URL",
              help="The address of the release's root.")  # fmt: skip
@click.option(
    "--site",
    default="",
    metavar="URL",
    help="Where the release lies, for the redirects of w3id.org and for crawlers.  [default: --base, or "
    "https://example.org/migkg/ for that of w3id.org]",
)
@click.option(
    "--jobs",
    default=0,
    metavar="N",
    type=click.IntRange(0),
    show_default=True,
    help="Processes; 0: one for each processor.",
)
@noise_options
def publish(folder: str, store: Path, base: str, site: str, jobs: int) -> None:
    """Write a static release into DIR: downloads, metadata, and a page for every thing.

    Example: migkg publish site
    """
    import os
    from pathlib import Path

    from migkg.publish import release

    with progress() as step:
        base = base.rstrip("/") + "/"
        site = (site or release.lies(base)).rstrip("/") + "/"
        plan = release.Plan(base=base, site=site, jobs=jobs or os.cpu_count() or 1, step=step)
        made = release.publish(store, Path(folder), plan)
    say(f"{folder}: {counted(made.files, 'file')}, {made.size / 1e6:,.1f} MB, {counted(made.things, 'thing')}")
