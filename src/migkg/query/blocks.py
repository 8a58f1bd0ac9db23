"""The `VALUES ?name { ... }` blocks of a query: where a parameter stands, and what its default is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names
from migkg.errors import DataError
from migkg.query.lexer import prefixes, tokens
from migkg.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.model import Term
    from migkg.query.lexer import Token

UNDEFINED = "UNDEF"
_DOUBLE, _SINGLE = '"', "'"
_LONG = 6


class Block(Record):
    """The content of one block: the offsets between its braces, and its terms (none for UNDEF)."""

    variable: str
    start: int
    end: int
    terms: tuple[Term, ...]


def blocks(sparql: str) -> list[Block]:
    """All blocks with a single variable, in the order of the text."""
    stream = list(tokens(sparql))
    known = names.PREFIXES | prefixes(stream)
    found = []
    for index, keyword in enumerate(stream[:-3]):
        if not keyword.is_word("VALUES"):
            continue
        variable, opening = stream[index + 1 : index + 3]
        if variable.kind == "variable" and opening.text == "{":
            closing = next((i for i in range(index + 3, len(stream)) if stream[i].text == "}"), len(stream) - 1)
            content = _terms(stream[index + 3 : closing], known)
            name, end = variable.text[1:], stream[closing].start
            found.append(Block(variable=name, start=opening.end, end=end, terms=content))
    return found


def _terms(content: Sequence[Token], known: Mapping[str, str]) -> tuple[Term, ...]:
    found: list[Term] = []
    rest = [token for token in content if not token.is_word(UNDEFINED)]
    while rest:
        term, used = _term(rest, known)
        found.append(term)
        del rest[:used]
    return tuple(found)


def _term(content: Sequence[Token], known: Mapping[str, str]) -> tuple[Term, int]:
    """The first term and the number of tokens that it takes."""
    first = content[0]
    if first.kind in {"iri", "name"}:
        return _iri(first, known), 1
    if first.kind == "number":
        return names.literal(first.text, datatype="xsd:integer"), 1
    if first.is_word("TRUE", "FALSE"):
        return names.literal(first.text.lower(), datatype="xsd:boolean"), 1
    if first.kind != "string":
        raise DataError(f"{first.text} cannot stand as a value", hint="write an IRI, a literal, a number or UNDEF")
    text = _unquoted(first.text)
    following = [token.text for token in content[1:4]]
    if following and content[1].kind == "language":
        return names.literal(text, lang=following[0][1:]), 2
    if following[:2] == ["^", "^"]:
        return names.literal(text, datatype=_iri(content[3], known)[1:-1]), 4
    return names.literal(text), 1


def _unquoted(text: str) -> str:
    """The characters that a string of any of the four kinds stands for."""
    width = 3 if len(text) >= _LONG and text[:3] in {_DOUBLE * 3, _SINGLE * 3} else 1
    return names.text_of(f"{_DOUBLE}{text[width:-width]}{_DOUBLE}")


def _iri(token: Token, known: Mapping[str, str]) -> Term:
    if token.kind == "iri":
        return names.iri(token.text[1:-1])
    prefix, _, local = token.text.partition(":")
    if prefix not in known:
        raise DataError(f"the prefix {prefix}: is not declared", hint=f"declare it with PREFIX {prefix}: <...>")
    return names.iri(known[prefix] + local.replace("\\", ""))
