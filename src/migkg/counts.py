"""How many of something: one claim, two claims."""

from __future__ import annotations


def counted(number: float, noun: str, plural: str = "") -> str:
    """A number with what it counts, in the singular where it is one: `1 claim`, `2,000 claims`, `0.5 seconds`.

    The plural is the noun with an s unless another one is given.
    """
    shown = f"{number:,}" if isinstance(number, int) else f"{number:g}"
    return f"{shown} {noun if number == 1 else plural or f'{noun}s'}"
