"""A place in the tokens of a query, and the terms that are read from there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg import names
from migkg.query.lexer import Token, prefixes, tokens
from migkg.term import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

END = Token("end", "", 1 << 60)
"""What stands behind the last token."""
_NUMBER = re.compile(r"[0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]+)?")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ESCAPED = re.compile(r"\\(.)")
_LONG = ('"""', "'''")


class Cursor:
    """Walks the tokens once; a method reads what its name says and leaves the place behind it."""

    def __init__(self, sparql: str) -> None:
        self.stream = list(tokens(sparql))
        self.known: Mapping[str, str] = names.PREFIXES | prefixes(self.stream)
        self.text = sparql
        self.at = 0
        self._blanks = 0

    @property
    def here(self) -> Token:
        """The token that stands here."""
        return self.stream[self.at] if self.at < len(self.stream) else END

    def ahead(self, text: str) -> bool:
        """Whether a mark stands here."""
        return self.here.kind == "mark" and self.here.text == text

    def take(self) -> Token:
        """Pass a token."""
        token = self.here
        self.at += 1
        return token

    def taken(self, text: str) -> bool:
        """Whether a mark stands here; it is passed then."""
        found = self.ahead(text)
        self.at += found
        return found

    @property
    def last(self) -> int:
        """The offset behind the last token."""
        return self.stream[self.at - 1].end if 0 < self.at <= len(self.stream) else len(self.text)

    def balanced(self, opening: str, closing: str) -> None:
        """Pass what stands between two marks, and the marks."""
        depth = 0
        while self.here is not END:
            token = self.take()
            if token.kind == "mark":
                depth += (token.text == opening) - (token.text == closing)
            if depth == 0:
                break

    def variable(self) -> str:
        """A variable with its `?`."""
        return f"?{self.take().text[1:]}"

    def blank(self) -> str:
        """A new blank node."""
        self._blanks += 1
        return f"_:[{self._blanks}]"

    def iri(self) -> Term:
        """An IRI, written out or with its prefix."""
        token = self.take()
        if token.kind == "iri":
            address = token.text[1:-1]
            return Term(f"<{address}>" if _ABSOLUTE.match(address) else f"<{names.ID}{address}>")
        prefix, _, local = token.text.partition(":")
        plain = _ESCAPED.sub(r"\1", local)
        return Term(f"<{self.known.get(prefix, '')}{plain}>")

    def literal(self) -> Term:
        """A quoted literal with its language or datatype."""
        token = self.take().text
        width = 3 if token[:3] in _LONG else 1
        text = names.text_of(f'"{token[width:-width]}"')
        if self.here.kind == "language":
            return names.literal(text, lang=self.take().text[1:])
        if self.taken("^"):
            self.taken("^")
            return names.literal(text, datatype=names.text_of(self.iri()))
        return names.literal(text)

    def number(self) -> Term:
        """A number, with its sign, point and exponent where nothing stands between."""
        start = self.here.start
        sign = self.take().text if self.here.text in {"+", "-"} else ""
        found = _NUMBER.match(self.text, self.here.start)
        body = found[0].removesuffix(".") if found else ""
        end = start + len(sign) + len(body)
        while self.here.start < end:
            self.take()
        kind = "double" if "e" in body.lower() else "decimal" if "." in body else "integer"
        return names.literal(f"{sign.removeprefix('+')}{body}", datatype=f"xsd:{kind}")
