"""Roman numbers up to 99: how letters write them, and what they are worth."""

from __future__ import annotations

from itertools import pairwise

NUMBER = "(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""A pattern of a number; it matches the empty text as well, so what stands around it has to be told."""
_WORTH = {"C": 100, "L": 50, "X": 10, "V": 5, "I": 1}


def value(letters: str) -> int:
    """The number that letters write: 14 for `XIV`, 0 for none."""
    each = [_WORTH[letter] for letter in letters]
    return sum(-worth if worth < after else worth for worth, after in pairwise([*each, 0]))
