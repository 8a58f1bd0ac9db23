"""The query engine on one generation of the graph."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from migkg import names
from migkg.errors import QueryError
from migkg.query import Kind, Result, limited
from migkg.store import terms
from migkg.term import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from migkg.model import Triple
    from migkg.query import Solution

    Dataset = tuple[Sequence[str], Sequence[str]]


_term: Callable[[object], Term] = str  # type: ignore[assignment] # `Term(str(value))` without a call
_PAGE = 4 << 20
"""Bytes of an answer that is written at once; longer ones are fetched row by row, and cut where they must be."""
_HEAD = '{"head":{"vars":[%s]}'
"""How the engine begins an answer in SPARQL 1.1 JSON; names of variables need no escapes."""


class _TooLongError(Exception):
    """An answer does not fit on a page."""


class _Page:
    """What an answer is written to; _TooLongError where it does not fit."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, part: bytes) -> int:
        """Take a part."""
        self._size += len(part)
        if self._size > _PAGE:
            raise _TooLongError
        self._parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing waits."""

    def text(self) -> bytes:
        """All parts."""
        return b"".join(self._parts)


class Engine:
    """Runs queries that have already been allowed; read-only."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    @classmethod
    def open(cls, database: str) -> Engine:
        """The engine on a generation's files."""
        return cls(ox.Store.read_only(database))

    def run(self, sparql: str, dataset: Dataset | None = None) -> Result:
        """The answer, its rows or triples still to be fetched; QueryError where it fails."""
        found = self._found(sparql, dataset)
        if isinstance(found, ox.QueryBoolean):
            return Result(kind=Kind.ASK, boolean=bool(found))
        if isinstance(found, ox.QuerySolutions):
            given = _columns(found)
            variables = _shown(sparql, given)
            rows = _rows(found)
            if variables != given:
                rows = map(itemgetter(*map(given.index, variables)), rows)
            return Result(kind=Kind.SELECT, variables=variables, rows=rows)
        return Result(kind=Kind.GRAPH, triples=_triples(found))

    def _found(self, sparql: str, dataset: Dataset | None) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        try:
            return self.store.query(sparql, base_iri=names.ID, prefixes=names.PREFIXES, **_graphs(dataset))
        except SyntaxError as error:
            from migkg.query import syntax_error

            raise syntax_error(sparql, str(error)) from None
        except (OSError, RuntimeError, ValueError) as error:
            raise _failure(error) from error

    def written(self, sparql: str, max_rows: int | None, dataset: Dataset | None = None) -> bytes | None:
        """The answer to SELECT or ASK in SPARQL 1.1 JSON, as the engine itself writes it.

        None where it is no table, long, or may have more rows than allowed: `answer` then gives what is allowed.
        """
        found = self._found(sparql, dataset)
        if isinstance(found, ox.QueryTriples):
            return None
        page = _Page()
        given = _columns(found) if isinstance(found, ox.QuerySolutions) else ()
        try:
            found.serialize(page, format=ox.QueryResultsFormat.JSON)  # type: ignore[arg-type] # it only writes
        except _TooLongError:
            return None
        except (OSError, RuntimeError, ValueError) as error:
            raise _failure(error) from error
        text = _headed(page.text(), given, _shown(sparql, given))
        if text is None:
            return None
        # each row but the first stands behind a comma; the signs in a text can only make it look like more
        return text if max_rows is None or text.count(b",{") < max_rows else None

    def answer(self, sparql: str, max_rows: int | None, dataset: Dataset | None = None) -> dict[str, Any]:
        """The whole answer as plain values for a pipe; faults are values too."""
        try:
            result = limited(self.run(sparql, dataset), max_rows)
            return {
                "kind": result.kind.value,
                "variables": result.variables,
                "rows": list(result.rows),
                "boolean": result.boolean,
                "triples": list(result.triples),
                "complete": result.complete,
            }
        except QueryError as error:
            place = (error.at.line, error.at.column) if error.at else None
            return {"fault": (error.problem, error.hint, place)}


def _columns(found: ox.QuerySolutions) -> tuple[str, ...]:
    return tuple(variable.value for variable in found.variables)


def _shown(sparql: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """The columns in the order in which they are shown: the engine puts those of `SELECT *` in that of their names."""
    if "*" not in sparql or len(given) < 2:
        return given
    from migkg.query import shown  # cuts the query into tokens: only for who wants all

    return shown(sparql, given)


def _headed(answer: bytes, given: tuple[str, ...], wanted: tuple[str, ...]) -> bytes | None:
    """An answer in SPARQL 1.1 JSON with its columns in another order, None where its head is not as expected."""
    if given == wanted:
        return answer
    head, other = ((_HEAD % ",".join(f'"{name}"' for name in order)).encode() for order in (given, wanted))
    return other + answer[len(head) :] if answer.startswith(head) else None


def _graphs(dataset: Dataset | None) -> dict[str, Any]:
    """The engine's arguments for a dataset; a graph that the store lacks is empty, nothing is loaded."""
    if dataset is None:
        return {}
    plain, named = dataset
    return {
        "default_graph": [terms.node(Term(name)) for name in plain],
        "named_graphs": [terms.node(Term(name)) for name in named],
    }


def _rows(found: ox.QuerySolutions) -> Iterator[Solution]:
    try:
        for solution in found:
            # a list is built faster than a generator, and every cell of every answer passes here: no call too many
            yield tuple([None if value is None else _term(value) for value in solution])
    except (OSError, RuntimeError, ValueError) as error:
        raise _failure(error) from error


def _triples(found: ox.QueryTriples) -> Iterator[Triple]:
    try:
        for triple in found:
            yield Term(str(triple.subject)), Term(str(triple.predicate)), Term(str(triple.object))
    except (OSError, RuntimeError, ValueError) as error:
        raise _failure(error) from error


def _failure(error: Exception) -> QueryError:
    return QueryError(f"the query failed: {error}", hint="simplify it, or check that the store is whole")
