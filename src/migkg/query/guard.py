"""What an embedded query may not do: reach another server, load a file, or change the graph.

The engine has no switch for this, so the query is checked before the engine sees it. It is read twice,
as written and with its code point escapes replaced: what either reading finds is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg import names
from migkg.errors import Place, QueryError
from migkg.query.lexer import FORMS, decode, excerpt, position, prefixes, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from migkg.query.lexer import Token

_FEDERATED = "SERVICE"
_CALL = rf"({_FEDERATED})(?:SILENT)?"
_UPDATES = frozenset({"LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_WORDS = tuple(word.encode() for word in (_FEDERATED, "FROM", *sorted(_UPDATES)))
"""Where a query has none of them outside of names, it has no such keyword, and need not be cut into tokens."""
_LOCAL = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
"""Characters of a local name, in upper case; a variable has all of them but the hyphen."""


def refuse_remote(sparql: str, *, any_graph: bool = False) -> None:
    """Raise QueryError for SERVICE, for updates, and for FROM with a graph that is not one of migkg's.

    With `any_graph` FROM may name what it likes: the dataset is given from outside, and FROM has no effect.
    """
    readings = [sparql] if "\\" not in sparql else [sparql, decode(sparql)]
    for reading in readings:
        if not _is_suspect(reading):
            continue
        stream = list(tokens(reading))
        known = names.PREFIXES | prefixes(stream)
        _refuse_service(reading, stream, known)
        _refuse_updates(reading, stream)
        if not any_graph:
            _refuse_foreign_graphs(reading, stream, known)


def _is_suspect(sparql: str) -> bool:
    """Whether one of the words stands where it may be a keyword; most queries have none of them anywhere."""
    letters = _code(sparql)
    return any(_stands_free(letters, word) for word in _WORDS if word in letters)


def _stands_free(letters: bytes, word: bytes) -> bool:
    """Whether a word stands anywhere but in a variable or behind the colon of a prefixed name: no keyword begins there.

    Each character is looked at once, however often the word is repeated.
    """
    start, seen = 0, 0
    at = letters.find(word)
    while at >= 0:
        near = at
        while near > seen and letters[near - 1] in _LOCAL:
            near -= 1
        if near > seen:
            start = near
        before = letters[start - 1 : start]
        if before != b":" and (before not in {b"?", b"$"} or b"-" in letters[near:at]):
            return True
        seen, at = at, letters.find(word, at + 1)
    return False


def _code(sparql: str) -> bytes:
    """The query in upper case without the lines that are comments; with them, where a string may go over lines."""
    letters = sparql.encode("utf-8", "surrogatepass").upper()
    if b'"""' in letters or b"'''" in letters:
        return letters
    lines = letters.replace(b"\r", b"\n").split(b"\n")
    return b"\n".join(line for line in lines if not line.lstrip(b" \t").startswith(b"#"))


def _refuse_service(sparql: str, stream: Sequence[Token], known: Collection[str]) -> None:
    for token in stream:
        if _calls_service(token, known):
            raise _refusal(
                "SERVICE is not allowed: the embedded graph asks no other server",
                "ask the other endpoint itself, with --endpoint",
                sparql,
                token,
            )


def _calls_service(token: Token, known: Collection[str]) -> bool:
    """Whether a token holds the keyword, be it run together with what follows (`SERVICE:x`, `SERVICESILENTa:x`).

    The engine wants no space behind a keyword: it then takes what follows for a prefix, if there is such a one.
    """
    if token.kind == "word":
        return _FEDERATED in token.text.upper()
    before, colon, _ = token.text.partition(":")
    if token.kind != "name" or not colon:
        return False
    ends = (end for match in re.finditer(_CALL, before, re.IGNORECASE) for end in {match.end(1), match.end()})
    return any(before[end:] in known for end in ends)


def _refuse_updates(sparql: str, stream: Sequence[Token]) -> None:
    for token in stream:
        if token.is_word(*FORMS):
            return
        if token.is_word(*_UPDATES):
            raise _refusal(
                f"{token.text.upper()} is an update, and the graph is read-only here",
                "write a SELECT, ASK, CONSTRUCT or DESCRIBE query",
                sparql,
                token,
            )


def _refuse_foreign_graphs(sparql: str, stream: Sequence[Token], known: Mapping[str, str]) -> None:
    for index, token in enumerate(stream[:-1]):
        if not token.is_word("FROM"):
            continue
        target = stream[index + 1]
        if target.is_word("NAMED") and index + 2 < len(stream):
            target = stream[index + 2]
        if target.kind in {"iri", "name"} and not _address(target, known).startswith(names.GRAPH):
            raise _refusal(
                f"FROM {target.text} is not a graph of this store, and nothing is loaded from elsewhere",
                f"the graphs begin with {names.GRAPH}",
                sparql,
                target,
            )


def _address(token: Token, known: Mapping[str, str]) -> str:
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    return known.get(prefix, "") + local


def _refusal(problem: str, hint: str, sparql: str, token: Token) -> QueryError:
    line, column = position(sparql, token.start)
    return QueryError(
        problem, hint=f"{hint}\n{excerpt(sparql, line, column)}", at=Place(path="query", line=line, column=column)
    )
