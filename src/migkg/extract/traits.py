"""What the attachment model sees of a list by itself: its size, what it is made of, and the posts of its persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.extract.item import Item

_LONG = 5
"""A list of more members is a long one."""
MOST = 4
"""Numbers are told up to this."""


def members(item: Item) -> Iterator[str]:
    """The size of a list and what it is made of."""
    size = len(item.members)
    if not size:
        return
    yield f"size={min(size, MOST)}"
    if size > _LONG:
        yield "long"
    if item.kind in {"parties", "list"}:
        bodies = sum(m.kind != "state" for m in item.members)
        yield f"bodies={'none' if not bodies else 'all' if bodies == size else 'some'}"
    if any(r.title for m in item.members for r in m.roles):
        yield "titled"


def posted(item: Item) -> tuple[str, ...]:
    """Whether the sentence tells posts of persons, and whether in a body or not."""
    roles = [role for member in item.members for role in member.roles]
    return ("posted" if any(r.body for r in roles) else "titled" if roles else "untitled",)
