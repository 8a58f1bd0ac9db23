"""Why a query has no rows: the first triple pattern without a match, or the first that excludes the ones before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import names
from migkg.query.lexer import position, tokens
from migkg.query.merged import REPLACED
from migkg.query.reading import outline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from migkg.model import Term
    from migkg.query.outline import Group, Outline, Pattern, Values

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
            elsewhere = _elsewhere(part, prologue, first)
            return f"{_place(part, sparql)} matches nothing{elsewhere or _cause(part.pattern, prologue, first, near)}"
    for count in range(2, len(parts) + 1):
        if not found(*parts[:count]):
            return f"{_place(parts[count - 1], sparql)} matches, but not together with the patterns before it"
    return _filtered(read, sparql) if parts else ""


def _filtered(read: Outline, sparql: str) -> str:
    """What is said where all patterns match together: a HAVING that no row can pass, or what else may be at fault."""
    late = {item.name: sparql[item.start : item.end] for item in read.items if not item.plain}
    clause = ""
    for token in tokens(sparql[read.where.end :]):
        clause = token.text.upper() if token.is_word("HAVING", "ORDER", "LIMIT", "VALUES") else clause
        name = f"?{token.text[1:]}"
        if clause == "HAVING" and token.kind == "variable" and name in late:
            return f"HAVING does not see {name}, which SELECT names after it: repeat the expression of {late[name]}"
    return "its patterns match; what stands in FILTER, MINUS, UNION or HAVING leaves no row"


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


def _elsewhere(part: _Part, prologue: str, first: First) -> str:
    """The named graph that has what the default graph lacks."""
    graph = first(f"{prologue} SELECT ?_graph {{ {part.values} GRAPH ?_graph {{ {part.text} }} }} LIMIT 1")
    if graph is None:
        return ""
    short = names.shorten(graph)
    return f" here, but in a named graph: write GRAPH {graph if '/' in short else short} {{ ... }} around it"


def _cause(pattern: Pattern, prologue: str, first: First, near: Near) -> str:
    """What is wrong with the pattern, behind its text: a term that the graph lacks, or a value of another form."""
    for term in _constants(pattern):
        if first(_ANYWHERE.format(term=term)) is None:
            alike = near(term)
            hint = f", did you mean {_short(alike)}?" if alike else ""
            return f": the graph has no {_short(term)}{hint}"
        if new := first(f"SELECT ?new {{ {term} {REPLACED} ?new }}"):
            return f": {_short(term)} became {_short(new)}, where dcterms:isReplacedBy leads"
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
