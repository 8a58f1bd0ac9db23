"""The text of an HTML file as it stands there: the pieces between tags, and their letters with offsets.

No parser at hand says where a letter came from. lxml knows lines, html5rdf nothing, justhtml the start of a node but
not what character references inside it do to the offsets behind them; `html.parser` knows positions, but takes a minute
for 100 kB of tags that are not closed, and raises on `<![`. What is asked here is less than parsing: which parts of the
source are text. One expression tells, in linear time (nothing is tried twice: its groups are possessive,
and what is not closed ends with the file); `html.unescape` knows the character references. Where this and the parser of
the reader differ, nothing is found, and nothing wrong.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_REST = r"""(?: = \s*+ (?: "[^"]*+ (?: " | \Z ) | '[^']*+ (?: ' | \Z ) ) | [^>=]++ | = )*+ (?: > | \Z )"""
"""A tag from behind its name; `>` may stand in a quoted value."""
_MARKUP = re.compile(
    rf"""
      <!-- (?: -?> | .*? (?: --!?> | \Z ) )
    | < (script|style) \b {_REST} .*? (?= </\1\b | \Z )
    | </? [a-z] {_REST}
    | < [!?/] [^>]*+ (?: > | \Z )
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
REFERENCE = r"&(?:\#[0-9]++|\#[xX][0-9a-fA-F]++|[a-zA-Z][a-zA-Z0-9]*+);?"
"""A character reference, known or not."""
_CHARACTER = re.compile(rf"{REFERENCE}|.", re.DOTALL)


class Letter(NamedTuple):
    """A character that is no white space, in canonical decomposition; `source[start:end]` stands for it.

    `spaced` tells whether white space stands before it in its piece. One character of the source may give several
    letters: `&eacute;` gives an e and its accent.
    """

    char: str
    start: int
    end: int
    spaced: bool


def pieces(source: str) -> list[tuple[int, int]]:
    """The parts of an HTML source that are text, between tags, comments and scripts: from and to."""
    found, at = [], 0
    for markup in _MARKUP.finditer(source):
        if markup.start() > at:
            found.append((at, markup.start()))
        at = markup.end()
    if at < len(source):
        found.append((at, len(source)))
    return [(start, end) for start, end in found if not source[start:end].isspace()]


def letters(source: str, start: int, end: int) -> list[Letter]:
    """The letters of a piece of an HTML source; what cannot be seen (soft hyphens, joiners) is left out."""
    return _letters(_characters(source, start, end))


def plain_letters(text: str) -> list[Letter]:
    """The letters of a text that is no markup."""
    return _letters((char, at, at + 1) for at, char in enumerate(text))


def is_spaced(source: str, start: int, end: int) -> bool:
    """Whether white space stands between two letters of an HTML source, tags and the like left out of account."""
    return any(map(str.isspace, html.unescape(_MARKUP.sub("", source[start:end]))))


def _characters(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """What is written, and where it stands."""
    for found in _CHARACTER.finditer(source, start, end):
        written = found[0]
        meant = html.unescape(written) if len(written) > 1 else written
        if meant != written:
            yield meant, found.start(), found.end()
        else:
            yield from ((char, at, at + 1) for at, char in enumerate(written, found.start()))


def _letters(characters: Iterator[tuple[str, int, int]]) -> list[Letter]:
    found, spaced = [], False
    for written, start, end in characters:
        for char in written if written.isascii() else unicodedata.normalize("NFD", written):
            if char.isspace():
                spaced = True
            elif char.isprintable():
                found.append(Letter(char, start, end, spaced))
                spaced = False
    return found
