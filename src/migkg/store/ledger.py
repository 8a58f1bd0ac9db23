"""Beside the graph: entries under the terms by which they are found, so that few of many can be read.

The graph says everything; the ledger only says quickly which of its claims have to do with one another. It is made
with the generation that it belongs to, and what it holds is up to those who build. Terms are kept as 64-bit hashes:
a look-up may find an entry too many, never one too few.
"""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_Item = TypeVar("_Item")
_TABLES = """
    CREATE TABLE entry (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
    CREATE TABLE term (hash INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (hash, number)) WITHOUT ROWID;
    CREATE INDEX term_of ON term (number);
"""
_BATCH = 500
"""Below the number of parameters that every build of SQLite allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A value under an id, found by any of its terms."""

    id: str
    value: str
    terms: frozenset[str]


class Ledger:
    """Entries by their terms. `Ledger()` is an empty one in memory."""

    def __init__(self, connection: sqlite3.Connection | None = None) -> None:
        self._connection = connection or sqlite3.connect(":memory:")
        if connection is None:
            self._connection.executescript(_TABLES)

    @classmethod
    def open(cls, path: Path) -> Ledger:
        """The ledger in a file, for reading."""
        return cls(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True))

    @classmethod
    def create(cls, path: Path) -> Ledger:
        """A new ledger in a file, or the one that is there, for writing; a crash may leave it half written."""
        fresh = not path.exists()
        connection = sqlite3.connect(path)
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        if fresh:
            connection.executescript(_TABLES)
        return cls(connection)

    def close(self) -> None:
        """Write what is open and let the file go."""
        self._connection.commit()
        self._connection.close()

    def find(self, terms: Iterable[str]) -> set[str]:
        """The ids of the entries under any of the terms, now and then of one too many."""
        found: set[str] = set()
        for batch in _batches(sorted(map(_hash, set(terms)))):
            marks = ",".join("?" * len(batch))
            rows = self._connection.execute(
                f"SELECT DISTINCT id FROM term JOIN entry USING (number) WHERE hash IN ({marks})",  # noqa: S608 - marks
                batch,
            )
            found.update(row[0] for row in rows)
        return found

    def values(self, ids: Iterable[str]) -> dict[str, str]:
        """The values of those ids that have an entry."""
        found: dict[str, str] = {}
        for batch in _batches(sorted(set(ids))):
            marks = ",".join("?" * len(batch))
            found.update(self._connection.execute(f"SELECT id, value FROM entry WHERE id IN ({marks})", batch))  # noqa: S608
        return found

    def entries(self) -> dict[str, tuple[str, frozenset[int]]]:
        """All there is: the value of each id, and the hashes of its terms."""
        terms: dict[str, set[int]] = {}
        for name, term in self._connection.execute("SELECT id, hash FROM entry LEFT JOIN term USING (number)"):
            terms.setdefault(name, set()).add(term)
        values = self._connection.execute("SELECT id, value FROM entry ORDER BY id")
        return {name: (value, frozenset(terms[name])) for name, value in values}

    def change(self, removed: Iterable[str], added: Iterable[Entry]) -> None:
        """Take entries out by their ids and put others in; one with a known id takes its place."""
        entries = list(added)
        for batch in _batches([*removed, *(entry.id for entry in entries)]):
            self._remove(batch)
        (last,) = self._connection.execute("SELECT coalesce(max(number), 0) FROM entry").fetchone()
        rows = [(number, entry.id, entry.value) for number, entry in enumerate(entries, last + 1)]
        self._connection.executemany("INSERT INTO entry VALUES (?, ?, ?)", rows)
        terms = {(_hash(term), number) for number, entry in enumerate(entries, last + 1) for term in entry.terms}
        self._connection.executemany("INSERT INTO term VALUES (?, ?)", sorted(terms))

    def _remove(self, ids: list[str]) -> None:
        marks = ",".join("?" * len(ids))
        numbers = f"SELECT number FROM entry WHERE id IN ({marks})"  # noqa: S608 - marks only
        self._connection.execute(f"DELETE FROM term WHERE number IN ({numbers})", ids)  # noqa: S608
        self._connection.execute(f"DELETE FROM entry WHERE id IN ({marks})", ids)  # noqa: S608


def _hash(term: str) -> int:
    return int.from_bytes(hashlib.blake2b(term.encode(), digest_size=8).digest(), signed=True)


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    rest = iter(items)
    while batch := list(islice(rest, _BATCH)):
        yield batch
