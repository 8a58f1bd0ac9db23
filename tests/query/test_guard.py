"""What a query may not do, however it is spelt."""

from __future__ import annotations

import contextlib

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg import names
from migkg.errors import QueryError
from migkg.query import refuse_remote
from migkg.query.guard import _is_suspect
from migkg.query.lexer import tokens

REMOTE = "<http://127.0.0.1:1/sparql>"
"""A port that the engine's client refuses before it opens a connection."""

REFUSED = [
    f"SELECT * {{ SERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    f"select * {{ sErViCe silent {REMOTE} {{ ?a ?b ?c }} }}",
    f"SELECT * {{ ?a ?b 1 FILTER(?a<?b)SERVICE{REMOTE}{{?a ?b ?c}} }}",
    f"SELECT * {{ ?a ?b 'it\\'s' . SERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    f"SELECT * {{ ?a ?b '''a'b''' . SERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    f"PREFIX e: <e:> SELECT * {{ ?a e:x\\' ?c . SERVICE {REMOTE} {{ ?a e:y\\' ?c }} }}",
    f"SELECT * {{ # a comment\n SERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    f"SELECT * {{ # a comment\r SERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    f"SELECT * {{ <http://example.org/#> ?b ?c SERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    f"SELECT * {{ S\\u0045RVICE {REMOTE} {{ ?a ?b ?c }} }}",
    f"SELECT * {{ \\U00000053ERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    f"SELECT * {{ ?a ?b '\\u0027 SERVICE {REMOTE} {{ ?a ?b ?c }} #' }}",
    f"SELECT * {{ {{ SELECT * {{ SERVICE ?a {{ ?a ?b ?c }} }} }} }} # {REMOTE}",
    f"ASK {{ FILTER EXISTS {{ SERVICE {REMOTE} {{ ?a ?b ?c }} }} }}",
    f"PREFIX : <{REMOTE[1:-1]}> SELECT * {{ SERVICE: {{ ?a ?b ?c }} }}",
    f"PREFIX : <{REMOTE[1:-1]}> SELECT * {{ ?a ?b trueSERVICE:x {{ ?a ?b ?c }} }}",
    f"PREFIX : <{REMOTE[1:-1]}> SELECT * {{ service:SERVICE {{ ?a ?b ?c }} }}",
    f"PREFIX e: <{REMOTE[1:-1]}> SELECT * {{ SERVICEe:x {{ ?a ?b ?c }} }}",
    f"PREFIX e: <{REMOTE[1:-1]}> SELECT * {{ serviceSilente:x {{ ?a ?b ?c }} }}",
    f"PREFIX SILENT: <{REMOTE[1:-1]}> SELECT * {{ SERVICESILENT: {{ ?a ?b ?c }} }}",
    f"SELECT * {{ ?a ?b trueSERVICE {REMOTE} {{ ?a ?b ?c }} }}",
    f"SELECT * {{ SERVICESILENT {REMOTE} {{ ?a ?b ?c }} }}",
    f"LOAD {REMOTE}",
    f"PREFIX a: <a:> load silent {REMOTE}",
    "INSERT DATA { <a:b> <a:b> <a:b> }",
    "DELETE WHERE { ?a ?b ?c }",
    "DROP ALL",
    "SELECT * FROM <http://127.0.0.1:1/sparql> { ?a ?b ?c }",
    "SELECT * FROM NAMED <http://127.0.0.1:1/sparql> { GRAPH ?g { ?a ?b ?c } }",
    "PREFIX graph: <http://example.org/> SELECT * FROM graph:facts { ?a ?b ?c }",
    "BASE <http://example.org/> SELECT * FROM <facts> { ?a ?b ?c }",
]
ALLOWED = [
    "SELECT * { ?a ?b 'SERVICE <http://example.org/> {}' }",
    'SELECT * { ?a ?b """ " SERVICE <x> {} """ }',
    "SELECT * { ?service ?b $load }",
    "SELECT * { <http://example.org/SERVICE> ?b ?c }",
    "PREFIX service: <http://example.org/> SELECT * { service:SERVICE service:load ?c }",
    "# SERVICE <http://example.org/> {}\nSELECT * { ?a ?b ?c }",
    "SELECT * { ?a ?b 'x'@service }",
    "SELECT * { _:service ?b ?c }",
    "SELECT * { ?claim prov:wasDerivedFrom ?row ; mf:from ?withoutEnd }",
    "SELECT * FROM graph:facts FROM NAMED <https://w3id.org/migkg/graph/article/x> { ?a ?b ?c }",
    "ASK { ?a ?b ?c FILTER(?a < 1 && ?c > 2) }",
]


@pytest.mark.parametrize("sparql", REFUSED)
def test_what_reaches_out_or_changes_is_refused(sparql: str) -> None:
    with pytest.raises(QueryError) as caught:
        refuse_remote(sparql)
    assert caught.value.at is not None


@pytest.mark.parametrize("sparql", ALLOWED)
def test_words_that_only_look_so_are_allowed(sparql: str) -> None:
    refuse_remote(sparql)
    ox.Store().query(sparql, prefixes=names.PREFIXES)


@pytest.mark.parametrize(
    ("text", "suspect"),
    [
        ("prov:wasDerivedFrom", False),
        ("?from $with ?a_load", False),
        ("?x-from", True),
        (":x-from", False),
        ("?fromfrom :addadd", False),
        ("?from from", True),
        ("?éfrom", True),
        ("# from\n?x", False),
        ("?x # from", True),
        ("# x\rfrom", True),
        ("?x\n \t# from", False),
        ('?x """\n# from\n"""', True),
        ("'\u2028# from", True),
    ],
)
def test_only_a_word_that_may_be_a_keyword_costs_a_second_look(text: str, suspect: bool) -> None:
    assert _is_suspect(text) is suspect


def test_the_refusal_names_the_place() -> None:
    with pytest.raises(QueryError) as caught:
        refuse_remote("SELECT * {\n  SERVICE <http://example.org/> {} }")
    assert str(caught.value).startswith("query:2:3: SERVICE is not allowed")
    assert "2 |   SERVICE" in caught.value.hint


PIECES = st.sampled_from(
    [
        "SERVICE",
        "service",
        "S\\u0045RVICE",
        "SILENT",
        REMOTE,
        "<http://example.org/#>",
        "<",
        ">",
        "'",
        '"',
        "'''",
        '"""',
        "\\'",
        '\\"',
        "\\",
        "\\u0027",
        "\\u0022",
        "#",
        "\n",
        "\r",
        " ",
        "?a",
        "e:x",
        "e:",
        "e:s",
        "e",
        "true",
        "SERVICE",
        "service",
        ":",
        "?",
        "-",
        "e:x\\'",
        "e:x\\#",
        ".",
        "{",
        "}",
        "{ ?a ?b ?c }",
        "FILTER(?a<?b)",
        "FILTER(",
        ")",
        "1",
        "?a ?b 1 .",
        "@en",
        "^^e:x",
        "%23",
        "_:b",
    ]
)


class ReachedError(Exception):
    """The engine tried to ask another server."""


def evaluate(sparql: str) -> None:
    """Run a query on one triple, so that a SERVICE in it is evaluated; syntax errors are the engine's affair."""
    store = ox.Store()
    node = ox.NamedNode(f"{REMOTE[1:-1]}x")
    store.add(ox.Quad(node, node, ox.Literal(1)))
    try:
        list(store.query(sparql, prefixes=names.PREFIXES))  # type: ignore[arg-type]  # only SELECT here
    except SyntaxError:
        return
    except OSError as error:
        if "is not allowed for HTTP" in str(error):
            raise ReachedError from error


def test_the_oracle_sees_a_service_call() -> None:
    with pytest.raises(ReachedError):
        evaluate(f"SELECT * {{ SERVICE {REMOTE} {{ ?a ?b ?c }} }}")


@given(st.lists(PIECES, max_size=9))
def test_no_spelling_reaches_another_server(pieces: list[str]) -> None:
    for inside in ("".join(pieces), " ".join(pieces), f"{''.join(pieces)} SERVICE {REMOTE} {{ ?a ?b ?c }}"):
        sparql = f"PREFIX e: {REMOTE} PREFIX : {REMOTE} SELECT * {{ {inside} }}"
        try:
            refuse_remote(sparql)
        except QueryError:
            continue
        evaluate(sparql)


@given(st.text())
def test_every_text_has_tokens_that_cover_it(text: str) -> None:
    found = list(tokens(text))
    assert all(text[token.start : token.end] == token.text for token in found)
    with contextlib.suppress(QueryError):
        refuse_remote(text)
