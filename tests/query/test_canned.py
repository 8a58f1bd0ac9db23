from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg import names
from migkg.errors import DataError, UsageError
from migkg.model import Severity, Term
from migkg.query import CannedQuery, parse, parse_check
from migkg.query.blocks import blocks
from migkg.query.lexer import tokens
from migkg.query.types import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = "{ en: E, fr: F, es: S }"
HEAD = f"#+ summary: {TEXTS}\n"
SACM = names.thing("forum", "SACM")
FULL = f"""#+ summary: {TEXTS}
#+ description: {TEXTS}
#+ tags: [places]
#+ competency: [CQ01]
#+ parameters:
#+   - name: forum
#+     type: forum
#+     label: {TEXTS}
#+     multiple: true
#+   - name: min
#+     type: integer
#+     label: {TEXTS}
#+   - name: word
#+     type: text
#+     label: {TEXTS}
#+     optional: true
#+     multiple: true
#+ example:
#+   forum: [SACM, RCM]
#+   min: 2
PREFIX id: <https://w3id.org/migkg/id/>
SELECT ?e {{
  VALUES ?forum {{ id:forum\\/SACM <https://w3id.org/migkg/id/forum/RCM> }}
  VALUES ?min {{ 2 }} # VALUES ?min {{ 3 }}
  VALUES ?word {{ UNDEF }}
  ?e mf:editionOf ?forum ; mf:ordinal ?n ; rdfs:label ?l .
  FILTER (?n >= ?min && (!BOUND(?word) || ?l = ?word))
}}
"""


@pytest.fixture(name="full")
def _full() -> CannedQuery:
    return parse("queries/canned/full.rq", FULL)


def test_the_header_is_read(full: CannedQuery) -> None:
    assert (full.name, full.summary["fr"], full.tags, full.competency) == ("full", "F", ("places",), ("CQ01",))
    assert full.example == {"forum": ("SACM", "RCM"), "min": ("2",)}
    forum, least, word = full.parameters
    assert (forum.name, forum.type, forum.label["es"], forum.multiple, forum.optional) == (
        "forum",
        "forum",
        "S",
        True,
        False,
    )
    assert forum.default == (SACM, names.thing("forum", "RCM"))
    assert least.default == (names.literal("2", datatype="xsd:integer"),)
    assert (word.default, word.optional) == ((), True)


def test_without_values_the_query_is_the_file(full: CannedQuery) -> None:
    assert full.bind({}) == FULL


def test_a_value_replaces_its_block_and_nothing_else(full: CannedQuery) -> None:
    bound = full.bind({"forum": [SACM], "word": [names.literal("a"), names.literal("b")]})
    assert "VALUES ?forum { <https://w3id.org/migkg/id/forum/SACM> }" in bound
    assert 'VALUES ?word { "a" "b" }' in bound
    assert "VALUES ?min { 2 } # VALUES ?min { 3 }" in bound


def test_an_empty_value_opens_an_optional_parameter(full: CannedQuery) -> None:
    assert "VALUES ?word { UNDEF }" in full.bind({"word": []})


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"form": []}, "did you mean forum"),
        ({"zzz": []}, "it takes forum, min, word"),
        ({"min": []}, "min needs a value"),
        ({"min": [names.literal("1", datatype="xsd:integer")] * 2}, "takes one value, not 2"),
        ({"min": [names.literal("1")]}, "not a term of type integer"),
        ({"forum": [names.thing("state", "BO")]}, "not a term of type forum"),
        ({"forum": [Term(f"{SACM} }} SERVICE <a:b> {{")]}, "not a term of type forum"),
        ({"word": [Term('"a" } #"')]}, "not a term of type text"),
    ],
)
def test_wrong_values_are_usage_errors(full: CannedQuery, values: dict[str, list[Term]], said: str) -> None:
    with pytest.raises(UsageError, match=said.replace("?", "[?]")):
        full.bind(values)


def skeleton(sparql: str) -> list[tuple[str, str]]:
    """The tokens of a query with the content of its VALUES blocks left out."""
    inside = [(block.start, block.end) for block in blocks(sparql)]
    return [
        (token.kind, token.text)
        for token in tokens(sparql)
        if not any(start <= token.start < end for start, end in inside)
    ]


HOSTILE = st.one_of(
    st.text(),
    st.lists(st.sampled_from(['"', "'", "\\", "}", "{", "#", "\n", "\r", "<", ">", "UNDEF", " } SERVICE <a:b> {"])).map(
        "".join
    ),
)


@given(st.lists(HOSTILE.filter(lambda text: "\ufffe" not in text and "\uffff" not in text), min_size=1, max_size=3))
def test_no_value_changes_the_query_or_is_changed_by_it(given_texts: list[str]) -> None:
    query = parse("full.rq", FULL)
    bound = query.bind({"word": [names.literal(text) for text in given_texts]})
    assert skeleton(bound) == skeleton(FULL)
    echo = "SELECT ?word { VALUES ?word {" + bound[blocks(bound)[2].start : blocks(bound)[2].end] + "} }"
    answer = ox.Store().query(echo)
    assert isinstance(answer, ox.QuerySolutions)
    assert [solution["word"].value for solution in answer] == given_texts


@given(st.sampled_from(sorted(TYPES)), st.text())
def test_no_raw_text_passes_as_a_term(kind: str, text: str) -> None:
    query = parse("t.rq", one(kind))
    try:
        bound = query.bind({"p": [Term(text)]})
    except UsageError:
        return
    assert skeleton(bound) == skeleton(query.text)
    assert isinstance(ox.Store().query(bound, prefixes=names.PREFIXES), ox.QuerySolutions)


def one(kind: str) -> str:
    """A query with one optional parameter of a type."""
    return (
        f"{HEAD}#+ parameters:\n#+   - name: p\n#+     type: {kind}\n#+     label: {TEXTS}\n#+     optional: true\n"
        "SELECT ?x { VALUES ?p { UNDEF } ?x ?y ?p }"
    )


PARAMETER = f"#+ parameters:\n#+   - name: p\n#+     type: text\n#+     label: {TEXTS}\n"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("SELECT * {}", 1, "has no header"),
        ("#+ summary: [\nSELECT * {}", 2, "not YAML"),
        (f"{HEAD}#+ sumary: x\nSELECT * {{}}", 2, "'sumary' is not a key"),
        (f"{HEAD}{HEAD}SELECT * {{}}", 2, "'summary' stands twice"),
        ("#+ summary: text\nSELECT * {}", 1, "'summary' must be a mapping"),
        ("#+ summary: { en: E, fr: F }\nSELECT * {}", 1, "'summary' has no text in 'es'"),
        ("#+ summary: { en: E, fr: F, es: S, de: D }\nSELECT * {}", 1, "'de' is not a key"),
        (f"{HEAD}#+ tags: places\nSELECT * {{}}", 2, "'tags' must be a list"),
        (f"{HEAD}#+ parameters: [p]\nSELECT * {{}}", 2, "each of 'parameters' must be a mapping"),
        (f"{HEAD}{PARAMETER}SELECT * {{}}", 3, "'p' has no place in the query"),
        (f"{HEAD}{PARAMETER.replace('text', 'txt')}SELECT * {{ VALUES ?p {{ 'x' }} }}", 4, "'txt' is not a type"),
        (f"{HEAD}{PARAMETER}#+     optinal: true\nSELECT * {{ VALUES ?p {{ 'x' }} }}", 6, "'optinal' is not a key"),
        (f"{HEAD}{PARAMETER}#+     optional: maybe\nSELECT * {{ VALUES ?p {{ 'x' }} }}", 6, "must be true or false"),
        (f"{HEAD}{PARAMETER}SELECT * {{ VALUES ?p {{ UNDEF }} }}", 3, "the default of 'p' does not fit"),
        (f"{HEAD}{PARAMETER}SELECT * {{ VALUES ?p {{ 3 }} }}", 3, "the default of 'p' does not fit"),
        (f"{HEAD}{PARAMETER}SELECT * {{ VALUES ?p {{ 'x' }} VALUES ?p {{ 'y' }} }}", 6, "two VALUES blocks"),
        (f"{HEAD}{PARAMETER}#+ example: {{ q: x }}\nSELECT * {{ VALUES ?p {{ 'x' }} }}", 6, "'q' is not a key"),
        (f"{HEAD}#+ parameters:\n#+   - type: text\nSELECT * {{}}", 3, "'name' is missing"),
    ],
)
def test_a_mistake_in_a_header_has_a_line(text: str, line: int, said: str) -> None:
    with pytest.raises(DataError) as caught:
        parse("queries/canned/x.rq", text)
    assert said in caught.value.problem
    assert caught.value.at is not None
    assert (caught.value.at.path, caught.value.at.line) == ("queries/canned/x.rq", line)


@pytest.mark.parametrize(
    ("content", "term"),
    [
        ("'x'", names.literal("x")),
        ('"""a"b"""', names.literal('a"b')),
        ("'a\\'b\\u00e9'", names.literal("a'bé")),
        ("'x'@en-GB", names.literal("x", lang="en-gb")),
        ("'2010'^^xsd:gYear", names.literal("2010", datatype="xsd:gYear")),
        ("'2010'^^<a:b>", names.literal("2010", datatype="a:b")),
        ("true", names.literal("true", datatype="xsd:boolean")),
        ("42", names.literal("42", datatype="xsd:integer")),
        ("-4", names.literal("-4", datatype="xsd:integer")),
        ("0.5", names.literal("0.5", datatype="xsd:decimal")),
        ("mf:heldIn", names.word("heldIn")),
    ],
)
def test_defaults_are_read_as_the_engine_reads_them(content: str, term: Term) -> None:
    (block,) = blocks(f"SELECT * {{ VALUES ?x {{ {content} }} }}")
    assert block.terms == (term,)
    answer = ox.Store().query(f"SELECT * {{ VALUES ?x {{ {content} }} }}", prefixes=names.PREFIXES)
    assert isinstance(answer, ox.QuerySolutions)
    assert [str(solution[0]) for solution in answer] == [term]


@pytest.mark.parametrize("content", ["nope:x", "?y", ".", "-", "- x", "1 . 2"])
def test_what_cannot_be_a_value_is_refused(content: str) -> None:
    with pytest.raises(DataError):
        blocks(f"SELECT * {{ VALUES ?x {{ {content} }} }}")


CHECK = f"#+ severity: warning\n#+ problem: {TEXTS}\n#+ remedy: {TEXTS}\nSELECT ?focus {{ ?focus a ?c }}"


def test_a_check_is_read() -> None:
    check = parse_check("queries/checks/some-check.rq", CHECK)
    assert (check.name, check.severity, check.problem["en"], check.remedy["fr"]) == (
        "some-check",
        Severity.WARNING,
        "E",
        "F",
    )


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (lambda text: text.replace("warning", "grave"), 1, "'grave' is not a severity"),
        (lambda text: text.replace("problem", "problems"), 2, "'problems' is not a key"),
        (lambda text: text.replace("#+ severity: warning\n", ""), 1, "'severity' is missing"),
        (lambda text: text.replace("?focus", "?f"), 1, "has no ?focus"),
    ],
)
def test_a_mistake_in_a_check_has_a_line(change: Callable[[str], str], line: int, said: str) -> None:
    with pytest.raises(DataError) as caught:
        parse_check("x.rq", change(CHECK))
    assert said in caught.value.problem
    assert caught.value.at is not None
    assert caught.value.at.line == line
