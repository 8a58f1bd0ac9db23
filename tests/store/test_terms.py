from __future__ import annotations

import pytest
from hypothesis import given
from tests.store.graphs import quads

from migkg.errors import DataError
from migkg.model import DEFAULT_GRAPH, Quad, Term
from migkg.store import terms


@given(quads())
def test_a_quad_survives_the_engine(given_quads: list[Quad]) -> None:
    assert [terms.from_engine(quad) for quad in terms.parse_lines(given_quads)] == given_quads


@given(quads())
def test_a_term_survives_the_engine(given_quads: list[Quad]) -> None:
    for quad in given_quads:
        assert [str(terms.to_engine(term)) for term in quad[:3]] == list(quad[:3])


@pytest.mark.parametrize("text", ["", "Quito", '"', '"a"@@', "<not an iri>", '"x"^^<a b>', 'a"b"'])
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(DataError, match="not an RDF term"):
        terms.to_engine(text)


def test_a_literal_cannot_be_a_subject() -> None:
    with pytest.raises(DataError, match="cannot be a subject"):
        terms.node(Term('"x"'))


def test_a_blank_node_cannot_be_a_predicate() -> None:
    assert str(terms.node(Term("_:b0"))) == "_:b0"
    with pytest.raises(DataError, match="cannot be a predicate"):
        terms.predicate(Term("_:b0"))


def test_a_bad_quad_is_named() -> None:
    good = (Term("<a:s>"), Term("<a:p>"), Term("<a:o>"), DEFAULT_GRAPH)
    bad = (Term("<a:s>"), Term("<a:p>"), Term("Quito"), DEFAULT_GRAPH)
    with pytest.raises(DataError, match=r"<a:s> <a:p> Quito \. is not a quad"):
        list(terms.parse_lines([good, bad]))
