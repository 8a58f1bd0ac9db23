"""What two queries have in common when only their values differ: how the server remembers which are slow."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from migkg.query.lexer import Token

_VALUES = frozenset({"string", "iri", "name", "language"})
_TYPES = frozenset({"variable", "blank"})


def shape(stream: Sequence[Token]) -> tuple[str, int]:
    """A short key of a query's tokens, the same for queries that differ in values, names of variables, and spaces.

    Numbers stay as they are: `LIMIT 10` and `LIMIT 1000000` are different work. With it a weight: variables that
    no value ties down make a query heavy.
    """
    digest = hashlib.blake2b("\0".join(_parts(stream)).encode("utf-8", "replace"), digest_size=12)
    loose = len({token.text for token in stream if token.kind in _TYPES})
    return digest.hexdigest(), loose - sum(token.kind in _VALUES for token in stream)


def _parts(stream: Iterable[Token]) -> Iterable[str]:
    known: dict[str, str] = {}
    for token in stream:
        if token.kind in _VALUES:
            yield token.kind
        elif token.kind in _TYPES:
            yield known.setdefault(token.text.replace("$", "?"), f"?{len(known)}")
        else:
            yield token.text.upper()
