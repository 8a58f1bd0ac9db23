"""The engines' edges: what they are given, what they refuse, how their reports are read."""

from __future__ import annotations

import pytest
from tests.validate.graphs import turtle

from migkg.errors import DataError, UsageError
from migkg.model import Finding, Severity, Term
from migkg.validate import ENGINES, validate
from migkg.validate.ntriples import parse, split_literal, write

DATA = """
<urn:x:a> a <urn:x:C> ; <urn:x:p> 5 , "é\\n\\"q\\""@en .
"""


def shape(body: str) -> str:
    return f"<urn:x/Shape> a sh:NodeShape ; sh:targetClass <urn:x:C> ; {body} ."


def test_an_unknown_engine_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match=r"no SHACL engine 'jena'; choose one of pyshacl, shifty"):
        validate([], [], engine="jena")


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_no_shapes_find_nothing(engine: str) -> None:
    assert validate(turtle(DATA), [], engine=engine) == []


@pytest.mark.parametrize("engine", sorted(ENGINES))
@pytest.mark.parametrize(
    "body",
    [
        'sh:property [ sh:path "p" ; sh:minCount 1 ]',
        'sh:sparql [ sh:select "SELECT nonsense" ]',
        'sh:sparql [ sh:select "SELECT $this WHERE { VALUES ?x { 1 } $this a ?y }" ]',
    ],
)
def test_shapes_that_are_no_shacl_are_refused(engine: str, body: str) -> None:
    with pytest.raises(DataError, match=r"not valid SHACL|could not validate"):
        validate(turtle(DATA), turtle(shape(body)), engine=engine)


@pytest.mark.parametrize("engine", sorted(ENGINES))
@pytest.mark.parametrize(
    ("path", "rendered"),
    [
        ("<urn:x:q>", "<urn:x:q>"),
        ("[ sh:inversePath <urn:x:q> ]", "^<urn:x:q>"),
        ("( <urn:x:p> [ sh:zeroOrMorePath <urn:x:q> ] )", "<urn:x:p>/(<urn:x:q>*)"),
        ("[ sh:alternativePath ( <urn:x:q> [ sh:oneOrMorePath <urn:x:r> ] ) ]", "<urn:x:q>|(<urn:x:r>+)"),
        ("[ sh:alternativePath ( <urn:x:q> <urn:x:r> ) ]", "<urn:x:q>|<urn:x:r>"),
    ],
)
def test_a_path_is_written_as_in_sparql(engine: str, path: str, rendered: str) -> None:
    text = f"<urn:x/Named> a sh:PropertyShape ; sh:targetClass <urn:x:C> ; sh:path {path} ; sh:minCount 9 ."
    (finding,) = validate(turtle(DATA), turtle(text), engine=engine)
    assert (finding.check, finding.path, finding.value) == ("Named", rendered, "")


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_a_nameless_shape_is_named_by_its_component_and_speaks_with_its_own_words(engine: str) -> None:
    text = shape('sh:property [ sh:path <urn:x:q> ; sh:minCount 1 ; sh:message "Missing."@en , "Manque."@fr ]')
    (finding,) = validate(turtle(DATA), turtle(text), engine=engine)
    assert finding == Finding(
        severity=Severity.VIOLATION,
        check="MinCountConstraintComponent",
        focus="<urn:x:a>",
        path="<urn:x:q>",
        message=(("en", "Missing."), ("fr", "Manque.")),
        constraint="sh:MinCountConstraintComponent",
    )


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_a_node_shape_does_not_repeat_its_focus_as_value(engine: str) -> None:
    (finding,) = validate(turtle(DATA), turtle(shape("sh:nodeKind sh:Literal")), engine=engine)
    assert (finding.check, finding.focus, finding.path, finding.value) == ("Shape", "<urn:x:a>", "", "")


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_values_keep_their_text_language_and_escapes(engine: str) -> None:
    text = shape("sh:property [ sh:path <urn:x:p> ; sh:nodeKind sh:IRI ]")
    values = {finding.value for finding in validate(turtle(DATA), turtle(text), engine=engine)}
    assert values == {'"5"^^<http://www.w3.org/2001/XMLSchema#integer>', '"é\\n\\"q\\""@en'}


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_blank_nodes_are_anonymous(engine: str) -> None:
    (finding,) = validate(turtle("[] a <urn:x:C> ."), turtle(shape("sh:nodeKind sh:IRI")), engine=engine)
    assert finding.focus == "[]"


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_an_ill_formed_date_does_not_stop_the_engine(engine: str) -> None:
    data = '<urn:x:a> a <urn:x:C> ; <urn:x:p> "2010-02-30"^^xsd:date ; <urn:x:q> "2010-01-01"^^xsd:date .'
    text = shape("sh:property [ sh:path <urn:x:q> ; sh:lessThanOrEquals <urn:x:p> ; sh:maxCount 0 ]")
    checks = [finding.check for finding in validate(turtle(data), turtle(text), engine=engine)]
    assert checks == ["MaxCountConstraintComponent", "WellFormedLiteral"]


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_the_order_of_the_input_does_not_matter(engine: str) -> None:
    data, text = turtle(DATA), turtle(shape("sh:property [ sh:path <urn:x:p> ; sh:nodeKind sh:IRI ]"))
    assert validate(data, text, engine=engine) == validate(data[::-1], text[::-1], engine=engine)


def test_a_report_that_is_not_n_triples_is_loud() -> None:
    with pytest.raises(DataError, match="not N-Triples"):
        parse("<urn:x:a> is broken")


def test_triples_are_read_back_as_written() -> None:
    triples = turtle(DATA)
    assert sorted(parse(write(triples).decode())) == sorted(triples)
    assert split_literal(Term('"a@b"@en')) == ("a@b", "", "en")
