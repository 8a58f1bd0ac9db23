"""How the facts of a page are put into parts: `data/pages/layout.toml` says which property stands where."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from migkg import resources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.web.values import Group

_REST = "other"
"""The part of properties that are named nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Groups of facts under one heading; `name` is a key of the words of the pages."""

    name: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Local name of a property -> (rank of its part, rank in it), the names of the parts, the longest single list."""

    ranks: Mapping[str, tuple[int, int]]
    names: tuple[str, ...]
    columns: int


@cache
def layout() -> Layout:
    """The layout as it is shipped."""
    content = tomllib.loads(resources.page_layout())
    parts: Mapping[str, Sequence[str]] = content["parts"]
    return Layout(
        ranks={
            name: (part, place) for part, members in enumerate(parts.values()) for place, name in enumerate(members)
        },
        names=tuple(parts),
        columns=content["lists"]["columns"],
    )


def parts(groups: Sequence[Group]) -> tuple[Part, ...]:
    """The groups by part, in the order of the layout; parts without groups are left out."""
    known = layout()
    rest = (known.names.index(_REST), len(groups))
    placed = [(known.ranks.get(_local(group.property.address), rest), group) for group in groups]
    return tuple(
        Part(name=name, groups=tuple(group for _, group in sorted(members, key=lambda pair: pair[0])))
        for rank, name in enumerate(known.names)
        if (members := [pair for pair in placed if pair[0][0] == rank])
    )


def in_columns(group: Group) -> bool:
    """Whether a group has so many values that they stand in columns."""
    return len(group.facts) > layout().columns


def _local(address: str) -> str:
    return re.split(r"[/#]", address)[-1]
