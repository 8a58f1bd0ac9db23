"""Which form of answer a query asks for."""

from __future__ import annotations

from migkg.query import Kind
from migkg.query.lexer import tokens

FORMS = {"SELECT": Kind.SELECT, "ASK": Kind.ASK, "CONSTRUCT": Kind.GRAPH, "DESCRIBE": Kind.GRAPH}


def form(sparql: str) -> str:
    """The first keyword of a query that is one of `FORMS`; SELECT for a text that has none: the engine judges it."""
    for token in tokens(sparql):
        if token.kind == "word" and token.text.upper() in FORMS:
            return token.text.upper()
    return "SELECT"
