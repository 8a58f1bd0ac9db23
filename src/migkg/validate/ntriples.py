"""N-Triples as the two engines need them: written from terms, read back into canonical terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.errors import DataError
from migkg.model import Term, Triple
from migkg.names import literal, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE = re.compile(r"(\S+)\s+(<[^>]*>)\s+(.*?)\s*\.")


def write(triples: Iterable[Triple]) -> bytes:
    """One line a triple, UTF-8."""
    return "".join(f"{s} {p} {o} .\n" for s, p, o in triples).encode()


def parse(text: str) -> list[Triple]:
    """The triples of an engine's report, literals in canonical form."""
    return [_triple(line) for line in text.split("\n") if line.strip()]


def split_literal(term: str) -> tuple[str, str, str]:
    """Lexical form, datatype (an address, empty for xsd:string) and language of a literal."""
    text = text_of(term)
    tail = term[term.rindex('"') + 1 :]
    if tail.startswith("@"):
        return text, "", tail[1:]
    return text, tail[3:-1], ""


def _triple(line: str) -> Triple:
    match = _LINE.fullmatch(line)
    if match is None:
        raise DataError(f"the SHACL engine wrote a line that is not N-Triples: {line}", hint="report this to migkg")
    s, p, o = match.groups()
    return Term(s), Term(p), _canonical(o)


def _canonical(term: str) -> Term:
    if not term.startswith('"'):
        return Term(term)
    text, datatype, lang = split_literal(term)
    return literal(text, datatype=datatype, lang=lang)
