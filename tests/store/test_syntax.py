from __future__ import annotations

import pytest

from migkg.errors import DataError, UsageError
from migkg.store import FORMATS, parse


def test_blank_nodes_are_named_in_their_order_of_appearance() -> None:
    text = "<a:s> <a:p> _:zz . _:aa <a:p> _:zz ."
    assert list(parse(text)) == [("<a:s>", "<a:p>", "_:b0"), ("_:b1", "<a:p>", "_:b0")]


def test_the_same_text_gives_the_same_triples() -> None:
    text = "<a:s> <a:p> [ <a:q> (1 2) ] ."
    assert list(parse(text)) == list(parse(text))


def test_relative_iris_are_resolved_against_the_base() -> None:
    assert list(parse("<s> <p> <o> .", base="https://example.org/x/")) == [
        ("<https://example.org/x/s>", "<https://example.org/x/p>", "<https://example.org/x/o>")
    ]


def test_graph_names_are_left_out() -> None:
    assert list(parse("<a:s> <a:p> 'x'@en <a:g> .".replace("'", '"'), format="nquads")) == [
        ("<a:s>", "<a:p>", '"x"@en')
    ]


def test_a_fault_has_a_line_and_a_column() -> None:
    with pytest.raises(DataError) as caught:
        list(parse("<a:s> <a:p> 1 .\n<a:s> x:p 2 .", path="core.ttl"))
    assert caught.value.at is not None
    assert (caught.value.at.path, caught.value.at.line, caught.value.at.column) == ("core.ttl", 2, 7)
    assert "x:" in caught.value.problem


def test_an_unknown_format_lists_those_there_are() -> None:
    with pytest.raises(UsageError, match="jsonld"):
        list(parse("", format="excel"))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_reads_an_empty_document(name: str) -> None:
    empty = {
        "jsonld": "[]",
        "rdfxml": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    }
    assert list(parse(empty.get(name, ""), format=name)) == []
