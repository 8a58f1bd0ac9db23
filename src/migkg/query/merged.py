"""Keys that became others: an identifier that was once published goes on meaning the thing that it named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names
from migkg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from migkg.term import Term

REPLACED = names.expand("dcterms:isReplacedBy")
"""The property that leads from a key that became another to that one."""


def current(term: Term, became: Callable[[Term], Iterable[Term]]) -> Term:
    """What a thing became when keys were joined, or the thing itself.

    `became` gives the values of `REPLACED` of what is no thing any more. UsageError with
    what to choose from where a key became several things: none of them is meant beyond doubt.
    """
    newer = sorted(became(term))
    if len(newer) > 1:
        local = [names.text_of(one).removeprefix(names.ID) for one in newer]
        old = names.text_of(term).removeprefix(names.ID)
        raise UsageError(f"'{old}' became several things", hint=f"name one of {', '.join(local)}")
    return newer[0] if newer else term
