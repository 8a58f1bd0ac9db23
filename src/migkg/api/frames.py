"""Answers as data frames; pandas and polars are optional, and imported only here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names
from migkg.api import results
from migkg.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from migkg.model import Term
    from migkg.query import Result

Cell = str | int | float | None


def value(term: Term | None) -> Cell:
    """A cell as Python has it: numbers as numbers, an IRI as its CURIE, any other literal as its text."""
    if term is None:
        return None
    if term.startswith("<"):
        return names.shorten(term)
    number = results.number(term)
    return names.text_of(term) if number is None else number


def columns(result: Result) -> dict[str, list[Cell]]:
    """The columns of an answer by name."""
    rows = [[value(term) for term in row] for row in result.rows]
    return {name: [row[number] for row in rows] for number, name in enumerate(result.variables)}


def pandas(result: Result) -> pd.DataFrame:
    """The answer as a pandas frame; UsageError where pandas is not installed."""
    try:
        import pandas as library
    except ImportError:
        raise UsageError("pandas is not installed", hint="install migkg[pandas]") from None
    return library.DataFrame(columns(result), columns=list(result.variables))


def polars(result: Result) -> pl.DataFrame:
    """The answer as a polars frame; UsageError where polars is not installed."""
    try:
        import polars as library
    except ImportError:
        raise UsageError("polars is not installed", hint="install migkg[polars]") from None
    return library.DataFrame(columns(result), strict=False)
