"""`completion`: commands, queries, parameters and names completed by the shell."""

from __future__ import annotations

import click


@click.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the completion script of SHELL; source it in the shell's start-up file.

    Example: eval "$(migkg completion bash)", the same with zsh; in fish migkg completion fish | source
    """
    from click.shell_completion import get_completion_class

    from migkg.cli.main import main

    made = get_completion_class(shell)
    assert made is not None  # noqa: S101 - click knows these three shells
    click.echo(made(main, {}, "migkg", "_MIGKG_COMPLETE").source())
