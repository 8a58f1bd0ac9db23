"""Tables and graphs as documents, read back by parsers that are not ours."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic
from rdflib.query import Result as RdflibResult

from migkg import names
from migkg.errors import DataError
from migkg.model import Term
from migkg.query import Kind, Result
from migkg.web import graphs, tables

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""rdflib's own parser of JSON-LD uses what rdflib deprecates."""

THING = names.thing("meeting", "TIDE/1")
HARD = 'a "quote", a \\ backslash,\ta tab,\nlines, <tags> & é ünd 語'
ROWS = (
    (THING, names.literal(HARD), None),
    (Term("_:b0"), names.literal("deux", lang="fr"), names.literal("7", datatype="xsd:integer")),
)
TABLE = Result(kind=Kind.SELECT, variables=("s", "text", "n"), rows=ROWS)
TRIPLES = [
    (THING, names.expand("rdf:type"), names.word("Conference")),
    (THING, names.expand("rdfs:label"), names.literal(HARD, lang="en")),
    (THING, names.word("year"), names.literal("2001", datatype="xsd:gYear")),
    (THING, names.iri("http://other.example/vocabulary/it's"), names.literal("x\r\ny")),
    (THING, names.word("heldIn"), Term("_:place")),
    (THING, names.word("hasTheme"), names.literal('"2001"^^<http://www.w3.org/2001/XMLSchema#gYear>\n"x"@en')),
    (Term("_:place"), names.expand("rdfs:label"), names.literal("<&>]]>")),
]


def _read(text: str, form: str) -> list[tuple[str | None, ...]]:
    result = RdflibResult.parse(io.BytesIO(text.encode()), format=form)
    names_of_columns = list(result.vars or [])
    cells = [[row.get(name) for name in names_of_columns] for row in result.bindings]
    return [tuple(None if term is None else str(term) for term in row) for row in cells]


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_a_table_is_read_back_by_rdflib(form: str) -> None:
    rows = _read(tables.write(TABLE, form), form)
    assert rows[0] == (names.text_of(THING), HARD, None)
    assert rows[1][1:] == ("deux", "7")


def test_a_table_in_csv_has_plain_texts() -> None:
    rows = list(csv.reader(io.StringIO(tables.write(TABLE, "csv"), newline="")))
    assert rows == [["s", "text", "n"], [names.text_of(THING), HARD, ""], ["_:b0", "deux", "7"]]


def test_yes_and_no() -> None:
    assert json.loads(tables.write(Result(kind=Kind.ASK, boolean=True), "json"))["boolean"] is True
    root = ET.fromstring(tables.write(Result(kind=Kind.ASK, boolean=False), "xml"))  # noqa: S314 - our own text
    assert root.findtext("{http://www.w3.org/2005/sparql-results#}boolean") == "false"


def test_characters_that_xml_cannot_hold_are_replaced_in_results() -> None:
    broken = Result(kind=Kind.SELECT, variables=("x",), rows=((names.literal("a\x01b"),),))
    ET.fromstring(tables.write(broken, "xml"))  # noqa: S314 - our own text


@pytest.mark.parametrize(
    ("form", "parser"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld"), ("rdfxml", "xml")]
)
def test_a_graph_is_read_back_by_rdflib(form: str, parser: str) -> None:
    wanted = rdflib.Graph().parse(data=graphs.write(TRIPLES, "ntriples"), format="nt")
    assert len(wanted) == len(TRIPLES)
    assert isomorphic(wanted, rdflib.Graph().parse(data=graphs.write(TRIPLES, form), format=parser))


@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld", "rdfxml"])
def test_the_order_of_the_triples_does_not_matter(form: str) -> None:
    assert graphs.write([*reversed(TRIPLES), TRIPLES[0]], form) == graphs.write(TRIPLES, form)


@pytest.mark.parametrize(
    "triple", [(THING, names.iri("http://other.example/1/"), THING), (THING, names.word("x"), names.literal("\x01"))]
)
def test_what_rdfxml_cannot_hold_is_refused(triple: tuple[Term, Term, Term]) -> None:
    with pytest.raises(DataError, match=r"Turtle or JSON-LD"):
        graphs.write([triple], "rdfxml")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\"\\<>&'"), max_size=40))
def test_every_text_survives_every_format(text: str) -> None:
    wanted = [(THING, names.word("hasTheme"), names.literal(text, lang="fr"))]
    for form, parser in (("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld"), ("rdfxml", "xml")):
        read = rdflib.Graph().parse(data=graphs.write(wanted, form), format=parser)
        assert [str(o) for o in read.objects()] == [text], form
