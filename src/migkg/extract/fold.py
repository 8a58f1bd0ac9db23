"""Folding: lower case, no accents, plain quotes and dashes, one character for one character."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SIGNS = {
    **dict.fromkeys("’‘ʼ`´′", "'"),
    **dict.fromkeys("“”«»„″", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("\n\r\t\v\f\x1c\x1d\x1e\x85\xa0\u2028\u2029\u202f\u2009\u200a\u2007\u3000", " "),
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "œ": "o",
    "æ": "a",
}


@lru_cache(maxsize=4096)
def _fold(char: str) -> str:
    if char in _SIGNS:
        return _SIGNS[char]
    lower = char.lower()
    base = unicodedata.normalize("NFKD", lower)
    plain = base[0] if base else lower[:1]
    return _SIGNS.get(plain, plain)


@lru_cache(maxsize=256)
def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """Each word folded, in the same order."""
    return tuple(fold(word) for word in words)


def fold(text: str) -> str:
    """The text in the form in which words are compared; it has the same length as the text."""
    return "".join(map(_fold, text))
