"""What atoms speak of, and whether they make one whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.ask.logic import (
    Always,
    Attribute,
    Beside,
    Form,
    Founded,
    Holds,
    InForum,
    InYears,
    Kind,
    Latest,
    Nth,
    OneOf,
    Served,
    Sits,
    Statement,
    Succeeds,
    Titled,
    Within,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.ask.logic import Atom
    from migkg.ask.model import Node, Var

_SPEAKS_OF: dict[type, tuple[str, ...]] = {
    Always: ("object", "forum"),
    Attribute: ("node", "value"),
    Beside: ("meeting", "other"),
    Form: ("node",),
    Founded: ("node", "other"),
    Holds: ("official", "posts", "meeting"),
    InForum: ("meeting", "forum"),
    InYears: ("node",),
    Kind: ("node",),
    Latest: ("meeting", "forum"),
    Nth: ("meeting",),
    OneOf: ("node",),
    Served: ("official", "posts", "value"),
    Sits: ("forum", "answer"),
    Statement: ("subject", "object"),
    Succeeds: ("official", "posts"),
    Titled: ("node",),
    Within: ("city", "state"),
}
"""The fields of each kind of atom that are nodes."""


def is_connected(groups: Sequence[set[Var]]) -> bool:
    """Whether sets that share members make one whole; empty sets do not count."""
    rest = [group for group in groups if group]
    whole = set(rest[0]) if rest else set()
    while grown := [group for group in rest if group & whole and not group <= whole]:
        whole = whole.union(*grown)
    return all(group <= whole for group in rest)


def nodes(atom: Atom) -> tuple[Node, ...]:
    """What an atom speaks of."""
    return tuple(node for name in _SPEAKS_OF[type(atom)] if (node := getattr(atom, name)) is not None)


def speaks_of(atom: Atom, node: Node) -> bool:
    """Whether an atom describes the node (a statement only says something of it)."""
    return node in {getattr(atom, name, None) for name in ("meeting", "node")}
