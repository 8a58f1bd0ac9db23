"""What the commands that run a query share: their options, and the way from a query to what is printed."""

from __future__ import annotations

import functools
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

import click

from migkg.cli.options import Command, folder_option, format_option, lang_option, noise_options, option, say
from migkg.cli.output import GRAPHS, ROWS, show
from migkg.counts import counted
from migkg.errors import UsageError
from migkg.record import Record, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from migkg.api import KnowledgeGraph
    from migkg.api.endpoint import RemoteGraph
    from migkg.api.results.view import View
    from migkg.api.witness import Evidenced
    from migkg.model import Term
    from migkg.query import Result

    Graph = KnowledgeGraph | RemoteGraph

_SOURCES = 3
"""A table for people shows so many sources for a row."""
LABELLED = frozenset({"table", "markdown", "html", "geojson"})
"""Formats that show things by their labels."""


class Asking(Record):
    """The options of a command that runs a query."""

    store: str
    lang: str
    form: str
    evidence: bool
    endpoint: str | None
    timeout: float | None
    page: int | None
    max_rows: int | None
    chosen: bool = False
    """Whether somebody chose the form, not where the output goes to."""
    apart: bool = False
    """Whether a query runs in a process of its own, so that Ctrl-C ends it and not the program."""


_NAMES = ("store", "lang", "form", "evidence", "endpoint", "timeout", "page", "max_rows")
_SHOWN = {
    "ics": ("event", "no meeting in the answer has known days: the calendar is empty"),
    "geojson": ("place", "nothing in the answer has a known place: the map is empty"),
}
"""Format -> what of a view it shows, and what is said where there is none of it."""


def answer_options(command: Command) -> Command:
    """`--store`, `--lang`, `--format`, `--evidence`, `--endpoint`, `--timeout` and `--max-rows`, given as one value."""

    @folder_option
    @lang_option
    @noise_options
    @format_option((*ROWS, *GRAPHS))
    @option("--evidence", is_flag=True, help="Add the sentence or table cell behind each row.")
    @option("--endpoint", metavar="URL", help="Ask a remote SPARQL endpoint in place of the store.")
    @option("--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Stop after so long.")
    @option("--page", type=click.IntRange(min=1), metavar="N", help="Ask an endpoint for N rows at a time.")
    @option("--max-rows", type=click.IntRange(min=1), metavar="N", help="Print at most so many rows.")
    @functools.wraps(command)
    def wrapped(*args: Any, **given: Any) -> Any:
        source = click.get_current_context().get_parameter_source("form")
        chosen = source is not click.core.ParameterSource.DEFAULT
        asking = Asking(**{name: given.pop(name) for name in _NAMES}, chosen=chosen)
        return command(*args, asking=asking, **given)

    return wrapped  # type: ignore[return-value] # the wrapper has the command's own parameters and these options


@contextmanager
def opened(asking: Asking) -> Iterator[Graph]:
    """The graph that the options name: that of an endpoint, else the store."""
    from migkg import api

    if asking.endpoint:
        from migkg.api.endpoint import RemoteGraph

        yield RemoteGraph(asking.endpoint, lang=asking.lang, timeout=asking.timeout, page=asking.page)
        return
    with api.open(asking.store, lang=asking.lang) as graph:
        yield graph


def answer(asking: Asking, sparql: str, graph: Graph) -> None:
    """Run a query on a graph and print what comes, in the format and with the evidence that the options want."""
    from migkg.query import Kind

    result = _asked(asking, sparql, graph)
    if result.kind is not Kind.ASK and not (result.rows or result.triples):
        say(f"no {'rows' if result.kind is Kind.SELECT else 'triples'}: {graph.diagnosis(sparql) or 'nothing matches'}")
    view = graph.view()
    if asking.evidence and asking.form in GRAPHS:
        say(f"{asking.form} has no place for evidence: choose table, csv or json")
    elif asking.evidence:
        found = graph.evidence(sparql, result)
        _tell(found)
        result = _gathered(found, graph) if asking.form == "table" and not found.reason else found.result
        view = replaced(view, starts=found.starts)
    if result.kind is Kind.GRAPH and asking.chosen and asking.form not in GRAPHS:
        hint = f"choose {', '.join(GRAPHS[:-1])} or {GRAPHS[-1]}"
        raise UsageError(f"{asking.form} holds rows, and this query gives triples", hint=hint)
    with _watched(view, asking.form if result.rows else "") as watched:
        show(result, asking.form, view=watched)


@contextmanager
def _watched(view: View, form: str) -> Iterator[View]:
    """The view; where a format finds nothing there of what it shows, that is said."""
    if form not in _SHOWN:
        yield view
        return
    look, complaint = _SHOWN[form]
    found: list[object] = []

    def looked(term: Term) -> object:
        found.append(getattr(view, look)(term))
        return found[-1]

    yield replaced(view, **{look: looked})
    if not any(found):
        say(complaint)


def _asked(asking: Asking, sparql: str, graph: Graph) -> Result:
    """The whole answer, its rows fetched."""
    from migkg import api
    from migkg.query import limited

    if isinstance(graph, api.KnowledgeGraph):
        with nullcontext() if asking.apart else _stoppable():
            result = graph.query(sparql, timeout=asking.timeout, max_rows=asking.max_rows, apart=asking.apart)
            result = replaced(result, rows=tuple(result.rows), triples=tuple(result.triples))
    else:
        result = limited(graph.query(sparql), asking.max_rows)
        result = replaced(result, rows=tuple(result.rows), triples=tuple(result.triples))
    if not isinstance(graph, api.KnowledgeGraph) and asking.form in LABELLED:
        graph.learn([term for row in result.rows for term in row])
    return result


@contextmanager
def _stoppable() -> Iterator[None]:
    """Ctrl-C ends the program at once: the engine, at work, would hear of it only when it is done."""
    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _tell(found: Evidenced) -> None:
    """Say which rows have no evidence, and why."""
    if found.reason:
        say(f"no evidence can be given row by row: {found.reason}")
    elif found.bare:
        rows = counted(len(found.starts), "row")
        say(f"without evidence, because no direct fact bears them: {found.bare} of {rows}")


def _gathered(found: Evidenced, graph: Graph) -> Result:
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
    return replaced(found.result, variables=(*found.result.variables[:width], "evidence"), rows=tuple(shown))


def _first(sources: list[str]) -> list[str]:
    more = len(sources) - _SOURCES
    return [*sources[:_SOURCES], *([f"… and {more} more"] if more > 0 else [])]


def _source(cells: tuple[Any, ...], label: Callable[[Any], str]) -> str:
    fact, sentence, origin, published, _ = (label(cell) if cell else "" for cell in cells)
    return f"{fact}: “{sentence}” ({', '.join(filter(None, (origin, published)))})"
