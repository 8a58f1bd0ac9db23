from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from migkg import names
from migkg.query import syntax_error

if TYPE_CHECKING:
    from migkg.errors import QueryError


def fault(sparql: str) -> QueryError:
    """What a user sees of the engine's complaint about a query."""
    try:
        ox.Store().query(sparql, prefixes=names.PREFIXES)
    except SyntaxError as error:
        return syntax_error(sparql, str(error))
    raise AssertionError(f"the engine accepts {sparql}")


@pytest.mark.parametrize(
    ("sparql", "line", "column", "said"),
    [
        ("SELECT ?e { ?e mf:year ?y", 1, 26, "1 '}' may be missing"),
        ("SELECT (COUNT(?e AS ?n) { ?e mf:year ?y }", 1, 23, "1 ')' may be missing"),
        ("SELECT ?e { ?e mf:year ?y }}", 1, 29, "1 '{' may be missing"),
        ("SELECT ?e {\n ?e mg:year ?y }", 2, 5, "did you mean mf: ?"),
        ("SELECT ?e { ?e zzzzz:year ?y }", 1, 16, "declare it with PREFIX zzzzz:"),
        ("SELECT ?e { ?e mf:year 'x }", 1, 28, "a string may not be closed"),
        ("", 1, 1, "the query is empty"),
        ("SELECT ?y { ?x ?p ?o } GROUP BY ?x", 1, 35, "a variable that is unbound"),
        ("SELECT * {?x <http://[> ?y}", 1, 24, "is not an IRI"),
        ("SELECT * {?x <http://a b> ?y}", 1, 14, "is not an IRI"),
        ("SELECT ?x { ?x ?p ?o ?q }", 1, 26, "look at what stands just before"),
    ],
)
def test_place_and_cause(sparql: str, line: int, column: int, said: str) -> None:
    error = fault(sparql)
    assert error.at is not None
    assert (error.at.line, error.at.column) == (line, column)
    assert said in str(error)


def test_the_caret_stands_under_the_column() -> None:
    shown = fault("SELECT ?e {\n\t?e mg:year ?y }").hint.splitlines()
    assert shown[-2][shown[-1].index("^") :].startswith("mg:year")


def test_character_classes_of_the_engine_are_not_shown() -> None:
    assert "\\u{" not in str(fault("SELECT ?e { ?e mf:year ?y"))


def test_a_message_without_a_place_is_passed_on() -> None:
    assert "something else" in str(syntax_error("SELECT * {}", "something else"))
