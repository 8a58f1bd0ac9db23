"""What atoms speak of, and whether they make one whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.ask.model import Always, Attribute, Holds, InForum, Latest, Nth, Statement, Within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.ask.model import Atom, Node, Var


def is_connected(groups: Sequence[set[Var]]) -> bool:
    """Whether sets that share members make one whole; empty sets do not count."""
    rest = [group for group in groups if group]
    whole = set(rest[0]) if rest else set()
    while grown := [group for group in rest if group & whole and not group <= whole]:
        whole = whole.union(*grown)
    return all(group <= whole for group in rest)


def nodes(atom: Atom) -> tuple[Node, ...]:
    """What an atom speaks of."""
    match atom:
        case Statement():
            return atom.subject, atom.object
        case Always():
            return atom.object, atom.forum
        case InForum() | Latest():
            return atom.meeting, atom.forum
        case Nth():
            return (atom.meeting,)
        case Holds():
            return atom.official, atom.posts, *((atom.meeting,) if atom.meeting else ())
        case Attribute():
            return atom.node, atom.value
        case Within():
            return atom.city, atom.state
        case _:
            return (atom.node,)
