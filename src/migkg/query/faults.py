"""What an engine says of a query that it cannot parse, put into a sentence with the place and the likely cause."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from migkg import names
from migkg.errors import Place, QueryError
from migkg.query.lexer import FORMS, excerpt, position, prefixes, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.query.lexer import Token

_AT = re.compile(r"at (?P<line>\d+):(?P<column>\d+): (?P<rest>.*)", re.DOTALL)
_EXPECTED = re.compile(r'"[^"\s]{1,12}"|\b[A-Z]{2,}\b|The SELECT [^,\]]+|IRI parsing failed')
_NO_IRI = "the query is not valid: what stands between < and > is not an IRI"
_PAIRS = (("{", "}"), ("(", ")"))
_SHOWN = 6
_ALIKE = 0.5  # prefixes are short: one letter of two may differ


def syntax_error(sparql: str, message: str) -> QueryError:
    """A QueryError from the engine's message: line, column, the line with a caret, what may be meant."""
    stream = list(tokens(sparql))
    known = names.PREFIXES | prefixes(stream)
    stranger = next((t for t in stream if t.kind == "name" and t.text.partition(":")[0] not in known), None)
    if stranger and sparql[stranger.start - 1 : stranger.start] == "<":
        return _error(sparql, _NO_IRI, "percent-encode spaces and brackets", *position(sparql, stranger.start - 1))
    if stranger:
        return _unknown_prefix(sparql, stranger, known)
    found = _AT.search(message)
    line, column = (int(found["line"]), int(found["column"])) if found else (1, 1)
    expected = _EXPECTED.findall(found["rest"]) if found else []
    problem = _problem(expected, message if not found else "")
    return _error(sparql, problem, _cause(stream), line, column)


def _unknown_prefix(sparql: str, token: Token, known: dict[str, str]) -> QueryError:
    prefix = token.text.partition(":")[0]
    near = difflib.get_close_matches(prefix, sorted(known), n=1, cutoff=_ALIKE)
    hint = f"did you mean {near[0]}: ?" if near else f"declare it with PREFIX {prefix}: <...>"
    return _error(sparql, f"the prefix {prefix}: is not declared", hint, *position(sparql, token.start))


def _problem(expected: Sequence[str], message: str) -> str:
    if message:
        return f"the query cannot be parsed: {message}"
    for text in expected:
        if text.startswith("The SELECT"):
            return f"the query is not valid: {text[:1].lower()}{text[1:]}"
        if text.startswith("IRI"):
            return _NO_IRI
    if not expected:
        return "the query cannot be parsed here"
    shown = ", ".join(sorted(set(expected))[:_SHOWN])
    return f"the query cannot be parsed here, where one of these may stand: {shown}"


def _cause(stream: Sequence[Token]) -> str:
    if not stream:
        return "the query is empty"
    if not any(token.is_word(*FORMS) for token in stream):
        return "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
    if any(_cut_name(*three) for three in zip(stream, stream[1:], stream[2:], strict=False)):
        return "a slash ends a prefixed name: write <forum/X>, relative to the base, for id:forum/X"
    marks = [token.text for token in stream if token.kind == "mark"]
    for opening, closing in _PAIRS:
        missing = marks.count(opening) - marks.count(closing)
        if missing:
            return f"{abs(missing)} '{closing if missing > 0 else opening}' may be missing"
    if any(quote in marks for quote in ('"', "'")):
        return "a string may not be closed"
    return "look at what stands just before"


def _cut_name(name: Token, slash: Token, rest: Token) -> bool:
    """Whether a word or number follows a slash after a name, where a path would go on with a name."""
    touching = slash.text == "/" and name.end == slash.start and slash.end == rest.start
    return touching and name.kind == "name" and rest.kind in {"word", "number"} and rest.text != "a"


def _error(sparql: str, problem: str, hint: str, line: int, column: int) -> QueryError:
    where = Place(path="query", line=line, column=column)
    return QueryError(problem, hint=f"{hint}\n{excerpt(sparql, line, column)}", at=where)
