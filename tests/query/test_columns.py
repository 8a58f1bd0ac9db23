"""The order of the columns of `SELECT *`."""

from __future__ import annotations

import pytest

from migkg.query import shown


@pytest.mark.parametrize(
    ("sparql", "variables", "expected"),
    [
        ("SELECT * { ?z ?b ?a }", "abz", "zba"),
        ("select\tDistinct # ?a\n * WHERE { $z ?b ?a }", "abz", "zba"),
        ("PREFIX a: <x:?a> SELECT REDUCED*{ ?z a:x '?a', ?b ; <?b> ?a }", "abz", "zba"),
        ("SELECT * { ?c ?x ?b FILTER(?a<?b&&?c>?b) BIND(?c*?c AS ?a) }", "abcx", "cxba"),
        ("SELECT * { { SELECT ?b (?h AS ?a) { ?a2 ?h ?b } } ?b ?z ?a }", "abz", "baz"),
        ("SELECT * { ?\\u007A ?b ?a }", "abz", "zba"),
        ("SELECT ?a ?b { ?b ?c ?a FILTER(?a * 2 > 3) }", "ab", "ab"),
        ("SELECT (COUNT(*) AS ?n) ?a { ?b ?c ?a } GROUP BY ?a", "na", "na"),
        ("SELECT ?a ?b { { SELECT * { ?b ?c ?a } } }", "ab", "ab"),
        ("DESCRIBE * { ?b ?c ?a }", "ab", "ab"),
        ("SELECT * { ?z ?y ?x }", "z", "z"),
        ("SELECT * { ?z ?y ?x }", "qxyz", "zyxq"),
        ("SELECT", "ab", "ab"),
        ("SELECT DISTINCT # *", "ab", "ab"),
    ],
)
def test_all_columns_come_as_they_first_appear_and_named_ones_as_named(
    sparql: str, variables: str, expected: str
) -> None:
    assert "".join(shown(sparql, tuple(variables))) == expected
