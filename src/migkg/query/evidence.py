"""Which facts the rows of a SELECT rest on: a second query gives, row by row, the ends of its triple patterns.

The second query keeps the WHERE clause as it is and shows more of its variables; rows are matched by the columns that
both queries have. Patterns inside MINUS and EXISTS, and those whose variables a sub-select hides, are beyond it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import names
from migkg.query.reading import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Term
    from migkg.query.outline import Group, Item, Outline, Pattern

_SEEN = frozenset({"group", "union", "optional", "graph", "select"})
_ABOUT = frozenset(names.expand(f"rdf:{end}") for end in ("subject", "predicate", "object"))
_SELECT = "SELECT DISTINCT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A triple that a row may rest on, each end a term or a variable of the second query (`?x`)."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The second query, the columns by which its rows are matched, the links, and the variables that hold claims.

    `keys` is None where all columns of the first query are in the second.
    """

    sparql: str
    keys: tuple[str, ...] | None
    links: tuple[Link, ...]
    claims: tuple[str, ...]


def plan(sparql: str) -> Plan | None:
    """How to find the facts behind the rows of a query; None where it is no SELECT or shows no triple pattern."""
    read = outline(sparql)
    if read.form != "SELECT":
        return None
    links, added = _links(tuple(_patterns(read.where)))
    if not links:
        return None
    claims = sorted({link.subject for link in links if link.predicate in _ABOUT and link.subject.startswith("?")})
    wanted = {name for link in links for name in (link.subject, link.predicate, link.object) if name.startswith("?")}
    keys, columns = _columns(read, sparql)
    shown = " ".join([*columns, *sorted(wanted - {key.name for key in keys})]) if read.items else "*"
    return Plan(
        sparql=_rewritten(read, sparql, shown, added),
        keys=tuple(key.name[1:] for key in keys) if read.items else None,
        links=links,
        claims=tuple(claims),
    )


def ways(sparql: str, limit: int) -> str:
    """For an ASK query, a SELECT of the ways in which it holds, at most `limit` of them; empty for other queries."""
    read = outline(sparql)
    if read.form != "ASK":
        return ""
    before = sparql[read.start + len(read.form) : read.where.start]
    trailing = sparql[read.trailing :] if read.trailing >= 0 else ""
    inner = f"SELECT * {sparql[read.where.start : read.where.end]} LIMIT {limit}"
    return f"{sparql[: read.start]}SELECT *{before}{{ {{ {inner} }} }} {trailing}"


def _rewritten(read: Outline, sparql: str, shown: str, added: list[str]) -> str:
    """The query with other columns, without its grouping, order and limits, and with patterns that split its paths."""
    inside = sparql[read.after : read.where.end - 1]
    extra = "".join(f" OPTIONAL {{ {pattern} }}" for pattern in added)
    trailing = sparql[read.trailing :] if read.trailing >= 0 else ""
    return f"{sparql[: read.start]}{_SELECT} {shown}{inside}{extra} }} {trailing}"


def _columns(read: Outline, sparql: str) -> tuple[list[Item], list[str]]:
    """The columns that tell rows apart, and how the second query writes them: not the aggregates."""
    expressions = {item.name: item for item in read.grouped if not item.plain}
    keys = [expressions.get(item.name, item) for item in read.items if item.plain or not read.aggregated]
    return keys, [sparql[key.start : key.end] for key in keys]


def _patterns(group: Group) -> Iterator[Pattern]:
    """The patterns whose variables can be shown; a sub-select shows those that it selects."""
    yield from group.patterns
    for inner in group.groups:
        if inner.kind == "select":
            shown = {item.name for item in inner.items}
            found = (pattern for part in inner.groups for pattern in _patterns(part))
            yield from (p for p in found if not inner.items or p.variables <= shown)
        elif inner.kind in _SEEN:
            yield from _patterns(inner)


def _links(patterns: tuple[Pattern, ...]) -> tuple[tuple[Link, ...], list[str]]:
    """Single triples in order, each once, and the patterns that show the middle of a sequence `a/b`."""
    found: dict[Link, None] = {}
    added: list[str] = []
    for pattern in patterns:
        if pattern.subject.startswith("_:") or pattern.object.startswith("_:"):
            continue
        for path in pattern.paths:
            links = list(_walk(pattern, path, f"between{len(added)}_"))
            found |= dict.fromkeys(links)
            if len(path) > 1:
                added.append(" . ".join(f"{link.subject} {link.predicate} {link.object}" for link in links))
    return tuple(found), added


def _walk(pattern: Pattern, path: tuple[tuple[Term, bool], ...], between: str) -> Iterator[Link]:
    """The triples along a sequence, with new variables between them."""
    here = pattern.subject
    for number, (predicate, backwards) in enumerate(path, start=1):
        there = pattern.object if number == len(path) else f"?{between}{number}"
        ends = (there, here) if backwards else (here, there)
        yield Link(subject=ends[0], predicate=predicate, object=ends[1])
        here = there
