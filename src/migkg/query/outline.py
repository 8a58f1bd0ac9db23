"""The outline of a SPARQL query that an engine has accepted: its projection, its groups and their triple patterns.

It is read from the tokens, not from a full grammar: what stands inside FILTER and BIND is passed over, and what is not
understood is left out, so that an outline may know less than the query says, but nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Term

Step = tuple["Term", bool]
"""A predicate (a term, or a variable with its `?`), and whether it is walked backwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A triple pattern; its ends are terms, variables (`?x`) or blank nodes (`_:x`).

    `paths` are the alternatives of its property path, each a sequence of steps; empty where the path repeats, negates
    or nests. `start` and `end` are the offsets of its text in the query, `verb` those of its path.
    """

    subject: str
    paths: tuple[tuple[Step, ...], ...]
    object: str
    start: int
    end: int
    verb: tuple[int, int]

    @property
    def variables(self) -> frozenset[str]:
        """The variables in it."""
        steps = {term for path in self.paths for term, _ in path}
        return frozenset(name for name in {self.subject, self.object, *steps} if name.startswith("?"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A column of a SELECT: a plain variable, or an expression with its name; the offsets are those of the whole."""

    name: str
    plain: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """A VALUES block of a group: its variables and the offsets of the whole."""

    variables: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What stands between braces.

    `kind` is what stands before it: `group`, `union`, `optional`, `minus`, `exists`, `graph` or `select`; a
    sub-select has one group inside and `items` (empty for `*`).
    """

    kind: str
    start: int
    end: int
    patterns: tuple[Pattern, ...] = ()
    values: tuple[Values, ...] = ()
    groups: tuple[Group, ...] = ()
    items: tuple[Item, ...] = ()

    def walk(self, kinds: frozenset[str]) -> Iterator[Group]:
        """This group and those inside it that are reached through groups of these kinds only."""
        yield self
        for inner in self.groups:
            if inner.kind in kinds:
                yield from inner.walk(kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A query: its form, the offset of its first word, its columns (none for `*`), its WHERE, and what it groups by.

    `after` is the offset behind the columns, `grouped` the columns of GROUP BY, `trailing` the offset of a VALUES block
    at the end (-1 where there is none).
    """

    form: str
    start: int
    items: tuple[Item, ...]
    after: int
    where: Group
    grouped: tuple[Item, ...]
    aggregated: bool
    trailing: int
