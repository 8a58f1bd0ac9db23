"""The tokens of a SPARQL query: enough to find keywords, prefixes and VALUES blocks without being fooled.

A keyword inside a string, a comment, an IRI, a variable or a prefixed name is not a keyword. The order of
the alternatives follows the grammar of SPARQL 1.1, section 19.8; what no rule knows is one character of
punctuation, so that lexing never fails.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<comment>\#[^\r\n]*)
    | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
        | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<blank>_:\w(?:[\w.-]*[\w-])?)
    | (?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*(?:[\w:-]|%[0-9A-Fa-f]{2}|\\.))?)
    | (?P<word>[^\W\d]\w*)
    | (?P<number>[0-9]+)
    | (?P<mark>\\.|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ABSOLUTE = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:")
_CODEPOINT = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")


FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


class Token:
    """A piece of a query: its kind (`string`, `iri`, `variable`, `name`, `word` ...), its text and its offset."""

    __slots__ = ("kind", "start", "text")  # no dataclass: a query makes hundreds, and a program makes the class

    def __init__(self, kind: str, text: str, start: int) -> None:
        self.kind = kind
        self.text = text
        self.start = start

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords, in any case."""
        return self.kind == "word" and self.text.upper() in words


def tokens(sparql: str) -> Iterator[Token]:
    """The tokens of a query without white space and comments."""
    for match in _TOKEN.finditer(sparql):
        kind = match.lastgroup or "mark"
        if kind not in {"space", "comment"}:
            yield Token(kind, match[0], match.start())


def form(sparql: str) -> str:
    """What a query asks for: SELECT, ASK, CONSTRUCT or DESCRIBE; SELECT, too, where it says none of them."""
    return next((token.text.upper() for token in tokens(sparql) if token.is_word(*FORMS)), FORMS[0])


def decode(sparql: str) -> str:
    r"""The query with its `\uXXXX` escapes replaced, as SPARQL 1.1 (19.2) wants it before parsing."""
    return _CODEPOINT.sub(_character, sparql)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]


def prefixes(stream: Sequence[Token]) -> dict[str, str]:
    """The prefixes that the query of these tokens itself declares."""
    found: dict[str, str] = {}
    for index, keyword in enumerate(stream[:-2]):
        if keyword.is_word("PREFIX"):
            name, address = stream[index + 1 : index + 3]
            if name.kind == "name" and address.kind == "iri":
                found[name.text[:-1]] = address.text[1:-1]
    return found


def with_prefixes(sparql: str) -> str:
    """The query with declarations for the prefixes of `names.PREFIXES` that it uses without declaring them."""
    stream = list(tokens(sparql))
    own = prefixes(stream)
    used = {token.text.partition(":")[0] for token in stream if token.kind == "name"}
    missing = sorted((used & names.PREFIXES.keys()) - own.keys())
    return "".join(f"PREFIX {prefix}: <{names.PREFIXES[prefix]}>\n" for prefix in missing) + sparql


def with_base(sparql: str) -> str:
    """The query with the base of our identifiers, unless it declares one: `<forum/SACM>` means the same everywhere."""
    relative = any(t.kind == "iri" and not _ABSOLUTE.match(t.text) for t in tokens(sparql))
    own = any(token.is_word("BASE") for token in tokens(sparql))
    return f"BASE <{names.ID}>\n{sparql}" if relative and not own else sparql


def position(sparql: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 1."""
    before = sparql[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def excerpt(sparql: str, line: int, column: int) -> str:
    """The line of the fault with a caret under the column."""
    lines = sparql.split("\n")
    text = lines[line - 1].replace("\t", " ") if 0 < line <= len(lines) else ""
    margin = f"{line} | "
    return f"{margin}{text}\n{' ' * (len(margin) + column - 1)}^"
