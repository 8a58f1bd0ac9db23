"""`home`: where the knowledge lies that migkg works with, and a copy of it to change."""

from __future__ import annotations

import click

from migkg.cli.options import Place, noise_options, say


@click.command()
@click.argument("folder", metavar="[DIR]", required=False, type=Place(file_okay=False))
@noise_options
def home(folder: str | None) -> None:
    """Print the folder that holds ontology/, data/ and queries/; with DIR, copy the three there.

    It is the one that $MIGKG_HOME names, else the one that came with migkg. DIR must be new or empty; change the
    copy, and name it in $MIGKG_HOME.

    Example: migkg home build/mine
    """
    from pathlib import Path

    from migkg import resources

    if folder is None:
        click.echo(resources.root_folder())
        return
    resources.copy_knowledge(Path(folder))
    say(f"{folder}: ontology/, data/ and queries/; name the folder in $MIGKG_HOME to use them")
