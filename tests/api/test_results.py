"""Answers in the formats that people and programs ask for."""

from __future__ import annotations

import html.parser
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg import names
from migkg.api.results import WRITERS
from migkg.api.results.view import Event, Place, View
from migkg.query import Kind, Result

if TYPE_CHECKING:
    from migkg.model import Term

MEETING, CITY = names.thing("meeting", "SACM/9"), names.thing("city", "quito-ec")
RESULT = Result(
    kind=Kind.SELECT,
    variables=("meeting", "words"),
    rows=((MEETING, names.literal("a | b <c> *d*\n& e")), (None, names.literal("x", lang="fr"))),
)


def place(term: Term) -> Place | None:
    return Place(thing=CITY, east=-78.5, north=-0.2) if term == MEETING else None


def event(term: Term) -> Event | None:
    if term != MEETING:
        return None
    return Event(thing=MEETING, first=date(2009, 9, 21), last=date(2009, 9, 22), summary="IX; a, b", location="Quito")


VIEW = View(place=place, event=event)


def written(form: str, result: Result = RESULT, view: View = VIEW) -> str:
    return "".join(WRITERS[form](result, view))


def test_markdown_keeps_its_cells_apart() -> None:
    head, rule, first, second = written("markdown").splitlines()
    assert (head, rule) == ("| meeting | words |", "| --- | --- |")
    assert first == f"| [id:meeting/SACM/9](<{names.text_of(MEETING)}>) | a \\| b \\<c\\> \\*d\\* & e |"
    assert second == "|  | x |"


class Cells(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the signature of the library
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


@given(st.text())
def test_html_shows_any_text_as_it_is(text: str) -> None:
    parser = Cells()
    result = Result(kind=Kind.SELECT, variables=("x",), rows=((names.literal(text),),))
    parser.feed(written("html", result))
    shown = [cell.replace("\n", "") for cell in parser.rows[1]]
    assert shown == [text.replace("\n", "").replace("\r", "")] or "\0" in text or "\r" in text


def test_html_links_only_to_the_web() -> None:
    result = Result(kind=Kind.SELECT, variables=("x",), rows=((names.iri("javascript:alert(1)"),), (MEETING,)))
    assert written("html", result).count("href") == 1


def test_repeated_cells_of_one_answer_stay_empty() -> None:
    rows = ((MEETING, names.literal("1")), (MEETING, names.literal("2")), (MEETING, names.literal("3")))
    result = Result(kind=Kind.SELECT, variables=("m", "n"), rows=rows)
    lines = written("markdown", result, View(starts=frozenset({0, 2}))).splitlines()[2:]
    assert [line.startswith("|  |") for line in lines] == [False, True, False]


def test_geojson_places_each_row() -> None:
    one, other = json.loads(written("geojson"))["features"]
    assert one["geometry"] == {"type": "Point", "coordinates": [-78.5, -0.2]}
    assert one["properties"]["meeting_iri"] == names.text_of(MEETING)
    assert (other["geometry"], other["properties"]) == (None, {"words": "x"})


def test_an_empty_map_is_valid() -> None:
    assert json.loads(written("geojson", Result(kind=Kind.SELECT, variables=("x",))))["features"] == []


def test_the_calendar_has_each_meeting_once() -> None:
    twice = Result(kind=Kind.SELECT, variables=("m",), rows=((MEETING,), (MEETING,), (CITY,)))
    lines = written("ics", twice).split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20090921" in lines
    assert "DTEND;VALUE=DATE:20090923" in lines
    assert "SUMMARY;LANGUAGE=en:IX\\; a\\, b" in lines


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=200))
def test_calendar_lines_are_short_and_join_again(text: str) -> None:
    view = View(
        event=lambda term: Event(thing=term, first=date(2009, 1, 1), last=date(2009, 1, 1), summary=text, location="")
    )
    found = written("ics", Result(kind=Kind.SELECT, variables=("m",), rows=((MEETING,),)), view)
    assert all(len(line.encode()) <= 75 for line in found.split("\r\n"))
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"SUMMARY;LANGUAGE=en:{plain}\r\n" in found.replace("\r\n ", "")


INTEGERS = {
    "integer", "nonPositiveInteger", "negativeInteger", "long", "int", "short", "byte",
    "nonNegativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "positiveInteger",
}  # fmt: skip
"""What XML Schema derives from decimal without a point: <https://www.w3.org/TR/xmlschema11-2/#built-in-datatypes>."""


def test_json_lines_and_sparql_json() -> None:
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    assert lines[0]["meeting"] == names.text_of(MEETING)
    assert lines[1] == {"meeting": None, "words": "x"}
    bindings = json.loads(written("json"))["results"]["bindings"]
    assert bindings[1] == {"words": {"type": "literal", "value": "x", "xml:lang": "fr"}}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("9", "integer", 9),
        ("-9", "nonNegativeInteger", -9),
        *((str(n), kind, n) for n, kind in enumerate(sorted(INTEGERS))),
        ("2.50", "decimal", 2.5),
        ("2.5", "float", 2.5),
        ("2.5", "unsignedInt", "2.5"),
        ("1.0E3", "double", 1000.0),
        ("true", "boolean", True),
        ("2009", "gYear", "2009"),
        ("2009-09-21", "date", "2009-09-21"),
        ("007", "string", "007"),
        ("INF", "double", "INF"),
        ("1e999", "double", "1e999"),
        ("nine", "integer", "nine"),
        ("9" * 5000, "integer", "9" * 5000),
        ("yes", "boolean", "yes"),
    ],
)
@pytest.mark.parametrize("form", ["jsonl", "geojson"])
def test_numbers_are_numbers_in_plain_json(form: str, text: str, kind: str, value: object) -> None:
    row = (names.literal(text, datatype=names.XSD + kind),)
    told = json.loads(written(form, Result(kind=Kind.SELECT, variables=("x",), rows=(row,))))
    found = told["x"] if form == "jsonl" else told["features"][0]["properties"]["x"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_the_same_answer_gives_the_same_bytes(form: str) -> None:
    assert written(form) == written(form)
