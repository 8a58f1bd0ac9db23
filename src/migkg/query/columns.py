"""The order of the columns of `SELECT *`, which an engine may have put in the order of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.query.lexer import decode, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from migkg.query.lexer import Token


def shown(sparql: str, variables: Sequence[str]) -> tuple[str, ...]:
    """The variables (without `?`) of an answer in the order in which their columns are shown.

    A query that names its columns has them in its own order. SPARQL 1.1 (18.2.1) leaves the order of `*` open; most
    engines show the variables as they first appear in the query, and so do we.
    """
    if "*" not in sparql or len(variables) < 2:
        return tuple(variables)
    stream = tokens(decode(sparql))
    return _as_they_come(stream, variables) if _takes_all(stream) else tuple(variables)


def _takes_all(stream: Iterable[Token]) -> bool:
    """Whether the query's own SELECT, which is the first, is followed by `*`; the stream then stands behind it."""
    begun = False
    for token in stream:
        if begun and not token.is_word("DISTINCT", "REDUCED"):
            return token.text == "*"
        begun = begun or token.is_word("SELECT")
    return False


def _as_they_come(stream: Iterable[Token], variables: Sequence[str]) -> tuple[str, ...]:
    waiting = dict.fromkeys(variables)
    found = []
    for token in stream:
        name = token.text[1:]
        if token.kind == "variable" and name in waiting:
            del waiting[name]
            found.append(name)
            if not waiting:
                break
    return (*found, *waiting)
