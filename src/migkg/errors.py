"""Everything that migkg can complain about: one sentence saying what, where and what to do."""

from __future__ import annotations

from typing import ClassVar

from migkg.record import Record


class Place(Record):
    """Where the fault is: a file and, where known, the line and column (both counted from 1)."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


class MigkgError(Exception):
    """Base of all errors that a user is meant to read; `exit_code` is that of the command line."""

    exit_code: ClassVar[int] = 1

    def __init__(self, problem: str, *, hint: str = "", at: Place | None = None) -> None:
        self.problem = problem
        self.hint = hint
        self.at = at
        super().__init__(problem)

    def __str__(self) -> str:
        sentence = f"{self.at}: {self.problem}" if self.at else self.problem
        return f"{sentence}; {self.hint}" if self.hint else sentence


class DataError(MigkgError):
    """The data is at fault: a table, an article, a lexicon, a query file."""


class StoreError(MigkgError):
    """The store is absent, of another version, in use by another writer, or damaged."""


class QueryError(MigkgError):
    """A SPARQL query that cannot be parsed, is not allowed, or failed while it ran."""


class QueryTimeoutError(QueryError):
    """A query that was stopped because it took more time than it may."""


class UnsupportedAxiomError(DataError):
    """The ontology uses an OWL construct that the reasoner does not implement."""


class RemoteError(MigkgError):
    """A remote endpoint did not answer, or not with SPARQL results."""


class UsageError(MigkgError):
    """The command was called wrongly: an unknown name, parameter or value."""

    exit_code: ClassVar[int] = 2
