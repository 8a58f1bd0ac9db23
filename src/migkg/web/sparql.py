"""Which form of answer a query asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.query import Kind
from migkg.query.lexer import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.query.lexer import Token

FORMS = {"SELECT": Kind.SELECT, "ASK": Kind.ASK, "CONSTRUCT": Kind.GRAPH, "DESCRIBE": Kind.GRAPH}


def form(sparql: str) -> str:
    """The first keyword of a query that is one of `FORMS`; SELECT for a text that has none: the engine judges it."""
    return form_of(tokens(sparql))


def form_of(stream: Iterable[Token]) -> str:
    """The same of the tokens of a query."""
    for token in stream:
        if token.kind == "word" and token.text.upper() in FORMS:
            return token.text.upper()
    return "SELECT"
