"""What the commands that run a query share: their options, and the way from a query to what is printed."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import click

from migkg.cli.options import Command, format_option, lang_option, noise_options, say, store_option
from migkg.cli.output import GRAPHS, ROWS, show

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from migkg.api import KnowledgeGraph
    from migkg.api.witness import Evidenced
    from migkg.query import Result

_SOURCES = 3
"""A table for people shows so many sources for a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The options of a command that runs a query."""

    store: Path
    lang: str
    form: str
    evidence: bool
    endpoint: str | None
    timeout: float | None
    max_rows: int | None


_NAMES = tuple(field.name for field in fields(Asking))


def answer_options(command: Command) -> Command:
    """`--store`, `--lang`, `--format`, `--evidence`, `--endpoint`, `--timeout` and `--max-rows`, given as one value."""

    @store_option
    @lang_option
    @noise_options
    @format_option((*ROWS, *GRAPHS))
    @click.option("--evidence", is_flag=True, help="Add the sentence or table cell behind each row.")
    @click.option("--endpoint", metavar="URL", help="Ask a remote SPARQL endpoint in place of the store.")
    @click.option(
        "--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Stop after so long."
    )
    @click.option("--max-rows", type=click.IntRange(min=1), metavar="N", help="Print at most so many rows.")
    @functools.wraps(command)
    def wrapped(*args: Any, **given: Any) -> Any:
        asking = Asking(**{name: given.pop(name) for name in _NAMES})
        return command(*args, asking=asking, **given)

    return wrapped  # type: ignore[return-value] # the wrapper has the command's own parameters and these options


def answer(asking: Asking, sparql: str, graph: KnowledgeGraph | None = None) -> None:
    """Run a query where the options say, and print what comes; `graph` is the store, where it is open already."""
    from migkg import api

    if asking.endpoint:
        _elsewhere(asking, sparql)
    elif graph is None:
        with api.open(asking.store, lang=asking.lang) as opened:
            _here(asking, sparql, opened)
    else:
        _here(asking, sparql, graph)


def _elsewhere(asking: Asking, sparql: str) -> None:
    from migkg import api
    from migkg.store.engine import limited

    if asking.evidence:
        say("evidence is looked up in the store only: the rows of the endpoint come without")
    show(limited(api.ask_remote(asking.endpoint or "", sparql, timeout=asking.timeout), asking.max_rows), asking.form)


def _here(asking: Asking, sparql: str, graph: KnowledgeGraph) -> None:
    from migkg.query import Kind

    result = graph.query(sparql, timeout=asking.timeout, max_rows=asking.max_rows)
    result = replace(result, rows=tuple(result.rows), triples=tuple(result.triples))
    if result.kind is not Kind.ASK and not (result.rows or result.triples):
        say(f"no {'rows' if result.kind is Kind.SELECT else 'triples'}: {graph.diagnosis(sparql) or 'nothing matches'}")
    if not asking.evidence:
        show(result, asking.form, view=graph.view())
    else:
        found = graph.evidence(sparql, result, timeout=asking.timeout)
        _tell(found)
        gathered = _gathered(found, graph) if asking.form == "table" and not found.reason else found.result
        show(gathered, asking.form, view=replace(graph.view(), starts=found.starts))


def _tell(found: Evidenced) -> None:
    """Say which rows have no evidence, and why."""
    if found.reason:
        say(f"no evidence can be given row by row: {found.reason}")
    elif found.bare:
        say(f"{found.bare} of {len(found.starts)} rows rest on no direct fact: they come without evidence")


def _gathered(found: Evidenced, graph: KnowledgeGraph) -> Result:
    """For a table: one row for each row of the answer, its sources in one cell."""
    from migkg import names
    from migkg.api.witness import COLUMNS

    width = len(found.result.variables) - len(COLUMNS)
    rows: list[tuple[Any, list[str]]] = []
    for number, row in enumerate(found.result.rows):
        if number in found.starts:
            rows.append((row[:width], []))
        if any(row[width:]):
            rows[-1][1].append(_source(row[width:], graph.label))
    shown = [(*own, names.literal("\n".join(_first(sources)))) for own, sources in rows]
    return replace(found.result, variables=(*found.result.variables[:width], "evidence"), rows=tuple(shown))


def _first(sources: list[str]) -> list[str]:
    more = len(sources) - _SOURCES
    return [*sources[:_SOURCES], *([f"… and {more} more"] if more > 0 else [])]


def _source(cells: tuple[Any, ...], label: Callable[[Any], str]) -> str:
    fact, sentence, origin, published, _ = (label(cell) if cell else "" for cell in cells)
    return f"{fact}: “{sentence}” ({', '.join(filter(None, (origin, published)))})"
