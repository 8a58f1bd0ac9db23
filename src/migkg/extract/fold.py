"""Folding: lower case, no accents, plain quotes and dashes, one character for one character."""

from __future__ import annotations

import re
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
    "œ": "e",
    "æ": "a",
}


class _Folded(dict[int, str]):
    """Character -> the one it is folded to; each is worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        lower = char.lower()
        base = unicodedata.normalize("NFKD", lower)
        plain = base[0] if base else lower[:1]
        self[code] = folded = _SIGNS.get(char) or _SIGNS.get(plain, plain)
        return folded


_FOLDED = _Folded()
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=256)
def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """Each word folded, in the same order."""
    return tuple(fold(word) for word in words)


@lru_cache(maxsize=1 << 13)
def fold_word(word: str) -> str:
    """The word folded; the words of a language are met again and again."""
    return fold(word)


def fold(text: str) -> str:
    """The text in the form in which words are compared; it has the same length as the text."""
    plain = text
    if not text.isascii():
        for char in set(_BEYOND_ASCII.findall(text)):
            plain = plain.replace(char, _FOLDED[ord(char)])
    return (plain if plain.isascii() else text).translate(_FOLDED)  # what is ASCII throughout is translated much faster
