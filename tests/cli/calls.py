"""Commands called in this process."""

from __future__ import annotations

from click.testing import CliRunner, Result

from migkg.cli.main import main
from migkg.errors import MigkgError

TEXT = """La VI Conferencia Sudamericana sobre Migraciones se celebró en Asunción, Paraguay, los días 4 y 5 de mayo de 2006.
Participaron delegaciones de Argentina, Bolivia y Chile.

Contacto de prensa: Pía Ramírez, tel. +595 21 000 000, prensa@example.org
"""
"""A short article with four claims and a contact."""


def call(*arguments: str, **extra: str) -> Result:
    """Run a command; an error of the project becomes its exit code and sentence, as `run` makes it."""
    result = CliRunner().invoke(main, list(arguments), input=extra.get("input"))
    if isinstance(result.exception, MigkgError):
        result.exit_code = result.exception.exit_code
        result.stderr_bytes = f"{result.stderr}migkg: {result.exception}\n".encode()
    elif result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
