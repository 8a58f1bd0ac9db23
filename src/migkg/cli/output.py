"""Rows for people (a table) and for programs (CSV, TSV, JSON), and answers to queries in many more formats."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from migkg import names
from migkg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.table import Table

    from migkg.api.results.view import View
    from migkg.model import Term
    from migkg.query import Result

Cell = str | int | float
"""A text, or a number: JSON has it as one, and other formats show one that is no whole number with three decimals."""
Rows = list[list[str]]
_WIDTH = 160
"""Characters of a table that goes to a file or a pipe."""
_SHORT = 30
"""A column whose cells are all so short is not broken over lines: names and numbers stay whole."""
_LEAST = 16
"""A column with longer cells is never narrower: where the columns do not fit, each row becomes lines."""
_GAP = 3
"""Spaces between two columns."""


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[Cell]], form: str) -> None:
    """Print rows under their columns in one of the formats of `WRITERS`, or as JSON."""
    if form == "json":
        _json(columns, rows)
    else:
        WRITERS[form](list(columns), [[_shown(cell) for cell in row] for row in rows])


def _shown(cell: Cell) -> str:
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def show(result: Result, form: str, label: Callable[[Term], str] | None = None, *, view: View | None = None) -> None:
    """Print the answer to a query: rows, yes or no, or triples.

    In a table for people, things go by their `label`; programs get IRIs. `view` knows more of things than their labels:
    places for a map, days for a calendar.
    """
    from migkg.api.results.view import View
    from migkg.cli.options import say
    from migkg.query import Kind

    seen = view or (View(label=label) if label else View())
    match result.kind:
        case Kind.GRAPH:
            _print(_graph(result, form))
        case Kind.ASK:
            _print(_boolean(result, form))
        case Kind.SELECT:
            _print(_solutions(result, form, seen))
    if not result.complete:
        say("the answer was cut; raise --max-rows to see more")


def _print(pieces: Iterable[str]) -> None:
    for piece in pieces:
        click.echo(piece, nl=False)


def _graph(result: Result, form: str) -> Iterable[str]:
    """Triples as a document; in a format of rows, which holds none, as N-Triples."""
    from migkg.web import graphs

    if form in GRAPHS:
        return [graphs.write(result.triples, form)]
    from migkg.api import results

    return (f"{line}\n" for line in results.lines(result.triples))


def _boolean(result: Result, form: str) -> Iterable[str]:
    from migkg.web import tables

    if form in _HOLDS or form in GRAPHS:
        held = _HOLDS.get(form, "triples")
        raise UsageError(f"{form} holds {held}, and this query gives yes or no", hint="choose table, json or xml")
    if form in BOOLEANS:
        return [tables.write(result, form).rstrip(), "\n"]
    return ["true\n" if result.boolean else "false\n"]


def _solutions(result: Result, form: str, view: View) -> Iterable[str]:
    from migkg.api import results

    if form in GRAPHS:
        raise UsageError(f"{form} holds triples, and this query gives rows", hint="write CONSTRUCT, or choose json")
    if form in results.WRITERS:
        return results.WRITERS[form](result, view)
    if form == "xml":
        from migkg.web import tables

        return [tables.write(result, form)]
    write_rows(result.variables, results.texts(result, view.label if form == "table" else names.shorten), form)
    return []


def _table(columns: list[str], rows: Rows) -> None:
    """A table as wide as the terminal; where that is too narrow for it, a line for each cell: nothing is cut off."""
    from rich.console import Console

    rows = [[_plain(cell) for cell in row] for row in rows]
    console = Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False, markup=False, emoji=False)
    widths = [max(map(len, cells)) for cells in zip(columns, *rows, strict=True)]
    least = sum(width if width <= _SHORT else _LEAST for width in widths) + _GAP * (len(columns) - 1)
    with console.capture() as drawn:  # rich, where it prints itself, ends the program with 1 if a pipe is closed
        console.print((_columns if least <= console.width else _lines)(columns, rows))
    sys.stdout.write(drawn.get())
    sys.stdout.flush()


def _columns(columns: list[str], rows: Rows) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for number, column in enumerate(columns):
        short = all(len(row[number]) <= _SHORT for row in rows)
        table.add_column(column, overflow="fold", no_wrap=short)
    for row in rows:
        table.add_row(*row)
    return table


def _lines(columns: list[str], rows: Rows) -> Table:
    """Each row as the names of its columns and its cells, those that are empty left out; an empty line between rows."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold", overflow="fold")
    table.add_column(overflow="fold", ratio=1)
    for number, row in enumerate(rows):
        if number:
            table.add_row("", "")
        for column, cell in zip(columns, row, strict=True):
            if cell:
                table.add_row(column, cell)
    return table


def _plain(cell: str) -> str:
    """No control characters: a cell must not steer the terminal."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in cell)


def _separated(delimiter: str) -> Callable[[list[str], Rows], None]:
    def write(columns: list[str], rows: Rows) -> None:
        import csv
        import io

        buffer = io.StringIO()
        writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([" ".join(cell.split()) if delimiter == "\t" else cell for cell in row] for row in rows)
        click.echo(buffer.getvalue(), nl=False)

    return write


def _json(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    import json  # with `csv` two milliseconds: each format loads its own

    click.echo(json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))


WRITERS: dict[str, Callable[[list[str], Rows], None]] = {
    "table": _table,
    "csv": _separated(","),
    "tsv": _separated("\t"),
}
"""Format -> writer of rows of texts: what every command that lists something offers, beside JSON."""

ROWS = (*WRITERS, "json", "xml", "markdown", "html", "jsonl", "geojson", "ics")
GRAPHS = ("turtle", "ntriples", "jsonld", "rdfxml")
BOOLEANS = ("json", "xml")
"""Formats of rows, of triples, and of a yes or no."""
_HOLDS = {"geojson": "places", "ics": "meetings"}
"""Formats that a bare word would spoil -> what they hold."""
