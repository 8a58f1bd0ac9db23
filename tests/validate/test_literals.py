"""The lexical spaces of the datatypes that the graph uses."""

from __future__ import annotations

import pytest

from migkg.model import Term
from migkg.names import literal
from migkg.validate.literals import split_ill_formed, well_formed

GOOD = {
    "date": ["2010-11-08", "2012-02-29", "-0044-03-15", "2010-11-08Z", "2010-11-08+05:30", "12010-01-31"],
    "dateTime": ["2010-11-08T10:00:00", "2010-11-08T24:00:00", "2010-11-08T10:00:00.5Z"],
    "gYear": ["2010", "0001", "-0044", "2010Z"],
    "gYearMonth": ["2010-11"],
    "gMonthDay": ["--11-08", "--02-29"],
    "integer": ["0", "-5", "+7", "007"],
    "nonNegativeInteger": ["0", "12", "-0"],
    "decimal": ["0.95", ".5", "5.", "-1"],
    "boolean": ["true", "false", "1", "0"],
    "double": ["1e3", "INF", "-INF", "NaN", "1.5"],
    "float": ["2", "-2.5E-4"],
}
BAD = {
    "date": [
        "2010-02-30",
        "2011-02-29",
        "2010-13-01",
        "2010-1-1",
        "8 November",
        "",
        "2010-11-08T00:00:00",
        "٢٠١٠-11-08",
    ],
    "dateTime": ["2010-11-08", "2010-11-08T25:00:00", "2010-02-30T10:00:00"],
    "gYear": ["10", "02010", "2010-11"],
    "gYearMonth": ["2010-13", "2010"],
    "gMonthDay": ["--02-30", "--11-31", "11-08"],
    "integer": ["1.0", "one", "", "1 "],
    "nonNegativeInteger": ["-1", "1.5"],
    "decimal": ["1e3", ".", "0,5"],
    "boolean": ["yes", "True"],
    "double": ["1e", "infinity", ""],
    "float": ["e", "1_000"],
}


@pytest.mark.parametrize(("datatype", "text"), [(d, text) for d, texts in GOOD.items() for text in texts])
def test_well_formed(datatype: str, text: str) -> None:
    assert well_formed(literal(text, datatype=f"xsd:{datatype}"))


@pytest.mark.parametrize(("datatype", "text"), [(d, text) for d, texts in BAD.items() for text in texts])
def test_ill_formed(datatype: str, text: str) -> None:
    assert not well_formed(literal(text, datatype=f"xsd:{datatype}"))


@pytest.mark.parametrize(
    "term",
    [
        "<urn:x:a>",
        "_:b",
        '"2010-02-30"',
        '"2010-02-30"@en',
        '"x"^^<urn:x:type>',
        '"x"^^<http://www.w3.org/2001/XMLSchema#token>',
    ],
)
def test_other_terms_are_never_ill_formed(term: str) -> None:
    assert well_formed(Term(term))


def test_the_split_keeps_the_order() -> None:
    good = (Term("<urn:x:a>"), Term("<urn:x:p>"), literal("2010", datatype="xsd:gYear"))
    bad = (Term("<urn:x:a>"), Term("<urn:x:p>"), literal("MMX", datatype="xsd:gYear"))
    assert split_ill_formed([bad, good, bad]) == ([good], [bad, bad])
