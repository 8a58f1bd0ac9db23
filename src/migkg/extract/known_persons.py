"""What an article has told of its persons so far: names by which they go on being meant, posts told already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.light import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.extract.item import Item, Role

_NAMESAKE = 4
"""A word of a name that stands for its person later has so many letters at least."""


def untold(roles: Sequence[Role], earlier: Sequence[Role]) -> tuple[Role, ...]:
    """The roles; a post told before, in more words or fewer, keeps its place but not its title."""
    told = [(_words(r.title), r.body) for r in earlier if r.body and r.title]
    return tuple(replace(r, title="") if _is_told(r, told) else r for r in roles)


def _words(title: str) -> set[str]:
    return set(re.findall(r"\w+", fold(title)))


def _is_told(role: Role, told: Sequence[tuple[set[str], str]]) -> bool:
    words = _words(role.title)
    return any(body == role.body and (words <= other or other <= words) for other, body in told)


def remember(person: Item, known: dict[str, Item]) -> None:
    """A person with all posts told so far, by the whole name and its last word; by another word, if that is free."""
    words = fold(person.value).split()
    for key in (fold(person.value), words[-1]):
        earlier = known.get(key)
        same = earlier is not None and earlier.value == person.value
        if earlier is None or same or (person.roles and not earlier.roles):
            known[key] = replace(person, roles=(*earlier.roles, *person.roles)) if earlier and same else person
    for word in words[1:-1]:
        if len(word) >= _NAMESAKE:
            known.setdefault(word, person)


def is_initialled(name: str, person: Item) -> bool:
    """Whether a name is that of a person with an initial in place of the first: `Y. Soto`."""
    first, *rest = name.split()
    words = fold(person.value).split()
    return len(first.rstrip(".")) == 1 and rest == words[-len(rest) :] and words[0].startswith(first.rstrip("."))
