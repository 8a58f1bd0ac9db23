"""A long answer in pages: the query with an order, a limit and an offset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.query.lexer import tokens
from migkg.query.reading import outline

if TYPE_CHECKING:
    from migkg.query.outline import Outline


def paged(sparql: str, size: int, offset: int) -> str | None:
    """The query for one page; None where it is no SELECT, or limits itself.

    Pages of a query without ORDER BY are put in the order of its columns, or of all its variables: without one, a
    server may give a row on two pages, or on none.
    """
    read = outline(sparql)
    after = [token for token in tokens(sparql) if token.start >= read.where.end]
    if read.form != "SELECT" or any(token.is_word("LIMIT", "OFFSET") for token in after):
        return None
    end = read.trailing if read.trailing >= 0 else len(sparql)
    columns = [] if any(token.is_word("ORDER") for token in after) else _columns(read, sparql)
    order = f" ORDER BY {' '.join(columns)}" if columns else ""
    return f"{sparql[:end]}{order} LIMIT {size} OFFSET {offset} {sparql[end:]}"


def _columns(read: Outline, sparql: str) -> list[str]:
    if read.items:
        return [item.name for item in read.items]
    inside = sparql[read.where.start : read.where.end]
    return sorted({f"?{token.text[1:]}" for token in tokens(inside) if token.kind == "variable"})
