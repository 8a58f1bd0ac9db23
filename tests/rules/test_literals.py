"""Which literals denote the same, which do not, and which denote nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg.names import expand, literal
from migkg.rules.literals import datatype_of, equal, ill_formed, inside, is_datatype, unequal, value_of


def typed(text: str, datatype: str) -> str:
    return literal(text, datatype=datatype)


EQUAL = [
    (typed("1", "xsd:integer"), typed("01", "xsd:integer")),
    (typed("1", "xsd:integer"), typed("1.0", "xsd:decimal")),
    (typed("5", "xsd:byte"), typed("5", "xsd:nonNegativeInteger")),
    (typed("true", "xsd:boolean"), typed("1", "xsd:boolean")),
    (typed("0", "xsd:boolean"), typed("false", "xsd:boolean")),
    (typed("1e2", "xsd:double"), typed("100", "xsd:double")),
    (typed("a", "xsd:token"), '"a"'),
    (typed("0aff", "xsd:hexBinary"), typed("0AFF", "xsd:hexBinary")),
    (typed("AA ==", "xsd:base64Binary"), typed("AA==", "xsd:base64Binary")),
]
UNEQUAL = [
    (typed("1", "xsd:integer"), typed("2", "xsd:integer")),
    (typed("1", "xsd:integer"), '"1"'),
    (typed("1", "xsd:integer"), typed("1", "xsd:double")),
    (typed("0.0", "xsd:double"), typed("-0.0", "xsd:double")),
    ('"a"', '"a"@en'),
    ('"a"@en', '"a"@fr'),
    (typed("2010", "xsd:gYear"), typed("2011", "xsd:gYear")),
    (typed("2010-11-08", "xsd:date"), typed("2010-11-09", "xsd:date")),
    (typed("true", "xsd:boolean"), typed("false", "xsd:boolean")),
    (typed("http://a", "xsd:anyURI"), '"http://a"'),
]
UNDECIDED = [
    (typed("2010-11-08Z", "xsd:date"), typed("2010-11-08+00:00", "xsd:date")),
    (typed("x", "http://example.org/own"), typed("y", "http://example.org/own")),
    (typed("x", "xsd:integer"), typed("y", "xsd:integer")),
]
FORMS = {
    "xsd:integer": ("+7 -0 007", "7.0 x"),
    "xsd:decimal": ("7 7. .7 -7.70", "7e1 ."),
    "xsd:double": ("1 1.5E3 -INF NaN .5", "inf 1e x"),
    "xsd:boolean": ("true false 0 1", "True yes"),
    "xsd:byte": ("127 -128", "128 -129"),
    "xsd:unsignedShort": ("0 65535", "-1 65536"),
    "xsd:positiveInteger": ("1", "0"),
    "xsd:negativeInteger": ("-1", "0"),
    "xsd:nonPositiveInteger": ("0", "1"),
    "xsd:date": ("2010-11-08 2010-11-08Z", "2010-13-08 2010-11-32 10-11-08"),
    "xsd:gYear": ("2010 -0044 12010", "10 02010"),
    "xsd:gYearMonth": ("2010-11", "2010-00 2010"),
    "xsd:gMonthDay": ("--11-08", "11-08 --11-40"),
    "xsd:gDay": ("---08", "08"),
    "xsd:dateTime": ("2010-11-08T10:00:00 2010-11-08T24:00:00Z", "2010-11-08 2010-11-08T25:00:00"),
    "xsd:dateTimeStamp": ("2010-11-08T10:00:00Z", "2010-11-08T10:00:00"),
    "xsd:time": ("10:00:00.5", "10:00"),
    "xsd:language": ("en es-419", "e1n -"),
    "xsd:NCName": ("a_b _a", "1a a:b"),
    "xsd:anyURI": ("http://a/b %20", "a<b"),
    "xsd:hexBinary": ("0AFF", "0AF"),
}


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_equal_values(one: str, other: str) -> None:
    assert equal(one, other)
    assert not unequal(one, other)


@pytest.mark.parametrize(("one", "other"), UNEQUAL)
def test_unequal_values(one: str, other: str) -> None:
    assert unequal(one, other)
    assert not equal(one, other)


@pytest.mark.parametrize(("one", "other"), UNDECIDED)
def test_what_cannot_be_told_is_not_told(one: str, other: str) -> None:
    assert not unequal(one, other)
    assert not equal(one, other)


@pytest.mark.parametrize("datatype", FORMS)
def test_the_forms_of_a_datatype(datatype: str) -> None:
    good, bad = FORMS[datatype]
    for text in good.split():
        assert not ill_formed(typed(text, datatype)), text
        assert inside(typed(text, datatype), expand(datatype)) is True
    for text in bad.split():
        assert ill_formed(typed(text, datatype)), text
        assert inside(typed(text, datatype), expand(datatype)) is False


@pytest.mark.parametrize(
    ("term", "datatype", "answer"),
    [
        (typed("7", "xsd:integer"), "xsd:decimal", True),
        (typed("7.0", "xsd:decimal"), "xsd:integer", True),
        (typed("7.5", "xsd:decimal"), "xsd:integer", False),
        (typed("300", "xsd:integer"), "xsd:byte", False),
        (typed("7", "xsd:integer"), "xsd:double", False),
        ('"7"', "xsd:integer", False),
        ('"a b"', "xsd:token", True),
        ('"a  b"', "xsd:token", False),
        ('"a"', "rdfs:Literal", True),
        ('"a"@en', "rdf:langString", True),
        ('"a"@en', "rdf:PlainLiteral", True),
        ('"a"', "rdf:PlainLiteral", True),
        (typed("1", "xsd:integer"), "rdf:PlainLiteral", False),
        ('"a"@en', "xsd:string", False),
        ('"a"', "rdf:langString", False),
        (typed("a", "http://example.org/own"), "xsd:string", None),
        ('"a"', "http://example.org/own", None),
        (typed("2010-11-08T10:00:00", "xsd:dateTime"), "xsd:dateTimeStamp", False),
    ],
)
def test_whether_a_value_lies_in_a_datatype(term: str, datatype: str, answer: bool | None) -> None:
    assert inside(term, expand(datatype)) is answer


def test_the_datatype_of_a_literal() -> None:
    assert datatype_of('"a"') == expand("xsd:string")
    assert datatype_of('"a"@en') == expand("rdf:langString")
    assert datatype_of(typed('say "x"^^', "xsd:token")) == expand("xsd:token")


def test_known_datatypes() -> None:
    assert is_datatype(expand("xsd:gYear"))
    assert is_datatype(expand("rdfs:Literal"))
    assert not is_datatype(expand("mf:Forum"))


@given(one=st.integers(), other=st.integers())
def test_integers_are_equal_exactly_when_they_are_the_same_number(one: int, other: int) -> None:
    first, second = typed(str(one), "xsd:integer"), typed(f"{other}.0", "xsd:decimal")
    assert equal(first, second) == (one == other)
    assert unequal(first, second) == (one != other)


@given(text=st.text())
def test_no_text_is_more_than_it_can_be(text: str) -> None:
    for datatype in ("xsd:integer", "xsd:date", "xsd:double", "xsd:boolean"):
        term = typed(text, datatype)
        assert ill_formed(term) == (value_of(term) is None)
