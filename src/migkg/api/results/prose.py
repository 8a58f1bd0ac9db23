"""Answers for people, in documents: Markdown and HTML tables."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from migkg import names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from migkg.api.results.view import View
    from migkg.model import Term
    from migkg.query import Result

_MARKS = re.compile(r"([\\`*_\[\]<>|~#])")
_WEB = ("http://", "https://")


def markdown(result: Result, view: View) -> Iterator[str]:
    """A table of GitHub Flavored Markdown; things and pages are links."""
    yield _line(_escaped(name) for name in result.variables)
    yield _line("---" for _ in result.variables)
    for cells in _cells(result, view, _markdown_cell):
        yield _line(cells)


def html(result: Result, view: View) -> Iterator[str]:
    """An HTML table, to be put into a page; things and pages are links."""
    yield f'<table lang="{escape(view.lang)}">\n<thead>\n<tr>'
    yield from (f'<th scope="col">{escape(name)}</th>' for name in result.variables)
    yield "</tr>\n</thead>\n<tbody>\n"
    for cells in _cells(result, view, _html_cell):
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"
    yield "</tbody>\n</table>\n"


def _cells(result: Result, view: View, cell: Callable[[Term, View], str]) -> Iterator[list[str]]:
    """The cells of each row; where a row goes on with more evidence, what it repeats stays empty."""
    before: tuple[Term | None, ...] = ()
    for number, row in enumerate(result.rows):
        goes_on = view.starts is not None and number not in view.starts
        old = before if goes_on else (None,) * len(row)
        yield ["" if term is None or term == same else cell(term, view) for term, same in zip(row, old, strict=True)]
        before = row


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _link(term: Term) -> str:
    """The address behind a term, where it is one that a browser may follow."""
    address = names.text_of(term) if term.startswith(("<", '"')) else ""
    return address if address.startswith(_WEB) and not re.search(r"\s", address) else ""


def _markdown_cell(term: Term, view: View) -> str:
    address = _link(term)
    shown = _escaped(view.label(term))
    return f"[{shown}](<{address.replace('>', '%3E').replace('|', '%7C')}>)" if address else shown


def _html_cell(term: Term, view: View) -> str:
    address = _link(term)
    shown = escape(view.label(term))
    return f'<a href="{escape(address)}">{shown}</a>' if address else shown
