"""Why a query has no rows: the first triple pattern without a match, or the first that excludes the ones before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import names
from migkg.query.lexer import position
from migkg.query.reading import outline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from migkg.model import Term
    from migkg.query.outline import Group, Pattern, Values

    First = Callable[[str], "Term | None"]
    """The first cell of the first row of a query, None where it has no row."""
    Near = Callable[[Term], str]
    """The term of the graph that is spelt most like a term that it lacks, empty where none is near."""

_REQUIRED = frozenset({"group", "select"})
_ANYWHERE = """SELECT (1 AS ?one) {{ {{ {term} ?p ?o }} UNION {{ ?s {term} ?o }} UNION {{ ?s ?p {term} }} }} LIMIT 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A required pattern as it can be asked for alone, with the VALUES blocks that bind its variables."""

    text: str
    values: str
    pattern: Pattern


def diagnose(sparql: str, first: First, near: Near) -> str:
    """One sentence on why a query has no rows, with the line of the pattern; empty where nothing can be said."""
    read = outline(sparql)
    prologue = sparql[: read.start]
    parts = list(_parts(read.where, sparql))

    def found(*asked: _Part) -> bool:
        blocks = dict.fromkeys(part.values for part in asked)
        inside = f"{' '.join(blocks)} {' . '.join(part.text for part in asked)}"
        return first(f"{prologue} SELECT (1 AS ?one) {{ {inside} }} LIMIT 1") is not None

    for part in parts:
        if not found(part):
            return f"{_place(part, sparql)} matches nothing{_cause(part.pattern, prologue, first, near)}"
    for count in range(2, len(parts) + 1):
        if not found(*parts[:count]):
            return f"{_place(parts[count - 1], sparql)} matches, but not together with the patterns before it"
    return "its patterns match; what stands in FILTER, MINUS, UNION or HAVING leaves no row" if parts else ""


def _parts(group: Group, sparql: str, outer: tuple[Values, ...] = ()) -> Iterator[_Part]:
    values = (*outer, *group.values)
    for pattern in group.patterns:
        blocks = [sparql[block.start : block.end] for block in values if block.variables & pattern.variables]
        yield _Part(text=_written(pattern, sparql), values=" ".join(blocks), pattern=pattern)
    for inner in group.groups:
        if inner.kind in _REQUIRED:
            yield from _parts(inner, sparql, values)


def _written(pattern: Pattern, sparql: str) -> str:
    """The pattern on its own; blank nodes as variables, which match the same."""
    ends = [f"?_{end[3:-1]}" if end.startswith("_:[") else end for end in (pattern.subject, pattern.object)]
    return f"{ends[0]} {sparql[slice(*pattern.verb)]} {ends[1]}"


def _place(part: _Part, sparql: str) -> str:
    line, _ = position(sparql, part.pattern.verb[0])
    ends = [_short(end) for end in (part.pattern.subject, part.pattern.object)]
    return f"line {line}: {ends[0]} {' '.join(sparql[slice(*part.pattern.verb)].split())} {ends[1]}"


def _short(end: str) -> str:
    """As it can be written in a query: things relative to the base, since a slash ends a prefixed name."""
    if end.startswith("<"):
        return names.shorten(end) if not end.startswith(f"<{names.ID}") else f"<{end[1 + len(names.ID) :]}"
    return "[]" if end.startswith("_:[") else end


def _cause(pattern: Pattern, prologue: str, first: First, near: Near) -> str:
    """What is wrong with the pattern, behind its text: a term that the graph lacks, or a value of another form."""
    for term in _constants(pattern):
        if first(_ANYWHERE.format(term=term)) is None:
            alike = near(term)
            hint = f", did you mean {_short(alike)}?" if alike else ""
            return f": the graph has no {_short(term)}{hint}"
    return _other_form(pattern, prologue, first)


def _constants(pattern: Pattern) -> Iterator[Term]:
    """The IRIs of a pattern, predicates first."""
    steps = [term for path in pattern.paths for term, _ in path]
    for term in (*steps, pattern.object, pattern.subject):
        if term.startswith("<"):
            yield names.iri(term[1:-1])


def _other_form(pattern: Pattern, prologue: str, first: First) -> str:
    """The value with another language or datatype, where the graph has one with the same text."""
    if not pattern.object.startswith('"') or len(pattern.paths) != 1 or len(pattern.paths[0]) != 1:
        return ""
    text = names.literal(names.text_of(pattern.object))
    predicate = pattern.paths[0][0][0]
    asked = f"{prologue} SELECT ?found {{ ?s {predicate} ?found FILTER (STR(?found) = {text}) }} LIMIT 1"
    found = first(asked)
    return f": the graph writes {_written_literal(found)}" if found else ""


def _written_literal(term: Term) -> str:
    body, mark, datatype = term.rpartition("^^<")
    return f"{body}^^{names.shorten(f'<{datatype}')}" if mark else term
