"""An article's text cut at the quotations of its claims."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from migkg.model import Term
from migkg.names import expand, text_of, word
from migkg.web.values import Piece, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.web.library import Library

_BREAK = re.compile(r"(?<![^\n]{111})(?<=[^\n]{60})\n(?=[^\n])")
"""The end of a line that was broken for its width: after 60 to 110 characters, before another line."""


def pieces(library: Library, article: Term, claims: Sequence[Source]) -> tuple[Piece, ...]:
    """The text in pieces, each with the claims that quote it; empty where the text is not at hand.

    The text is found by its hash, so that an offset always counts in the text it was made for.
    """
    digests = [text_of(o) for _, _, o in library.store.triples(article, word("sha256"))]
    known = library.articles.get(digests[0]) if digests else None
    if known is None:
        return ()
    spans = [(start, end, claim) for claim in claims for start, end in _span(library, claim)]
    cuts = sorted({0, len(known.text), *(start for start, _, _ in spans), *(end for _, end, _ in spans)})
    return tuple(
        Piece(
            text=known.text[start:end],
            sources=tuple(claim for first, last, claim in spans if first <= start and end <= last),
            starts=tuple(claim for first, _, claim in spans if first == start),
        )
        for start, end in itertools.pairwise(cuts)
    )


def flowing(text: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with lines that were broken for their width made one; no offset changes."""
    whole = _BREAK.sub(" ", "".join(piece.text for piece in text))
    ends = list(itertools.accumulate(len(piece.text) for piece in text))
    return tuple(replace(piece, text=whole[end - len(piece.text) : end]) for piece, end in zip(text, ends, strict=True))


def _span(library: Library, claim: Source) -> list[tuple[int, int]]:
    """The offsets of a claim's quotation in its article; none for a claim without selectors."""
    selector = Term(f"<{claim.claim.address}/position>")
    start, end = (
        [int(text_of(o)) for _, _, o in library.store.triples(selector, expand(key))] for key in ("oa:start", "oa:end")
    )
    return [(start[0], end[0])] if start and end else []
