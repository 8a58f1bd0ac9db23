"""Free SPARQL on the command line: where a query comes from, what is wrong with it, how its answer is printed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.cli.calls import call

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("form", "start"), [("csv", "city\r\n" if sys.platform == "win32" else "city\n"), ("tsv", "city\n"), ("json", "{")]
)
def test_free_sparql_in_every_format(store: str, form: str, start: str) -> None:
    sparql = "SELECT ?city WHERE { <https://w3id.org/migkg/id/meeting/SACM/9> mf:heldIn ?city }"
    result = call("query", sparql, "--store", store, "--format", form)
    assert result.stdout.startswith(start)
    assert "city/quito-ec" in result.stdout


def test_sparql_from_a_file_and_from_standard_input(store: str, tmp_path: Path) -> None:
    ask = "ASK { <https://w3id.org/migkg/id/meeting/SACM/9> mf:heldIn <https://w3id.org/migkg/id/city/quito-ec> }"
    file = tmp_path / "ask.rq"
    file.write_text(ask, encoding="utf-8")
    assert call("query", str(file), "--store", store).stdout == "true\n"
    assert call("query", "-", "--store", store, input=ask).stdout == "true\n"


FAULTY = (
    "SELECT ?c { ?m mf:heldIn ?c",
    "ASK { SERVICE <http://127.0.0.1/> {} }",
    "INSERT DATA {}",
    "ASK { ?s xyz:a ?o }",
)


@pytest.mark.parametrize("sparql", FAULTY)
@pytest.mark.parametrize("more", [(), ("--timeout", "60")])
def test_a_fault_in_a_query_is_one_of_the_command(little_store: Path, sparql: str, more: tuple[str, ...]) -> None:
    result = call("query", sparql, "--store", str(little_store), *more)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("migkg: query:1:")


@pytest.mark.parametrize("sparql", FAULTY)
def test_a_fault_in_a_file_is_one_of_its_data(little_store: Path, tmp_path: Path, sparql: str) -> None:
    file = tmp_path / "faulty.rq"
    file.write_text(f"# a query\n{sparql}", encoding="utf-8")
    result = call("query", str(file), "--store", str(little_store))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"migkg: {file}:2:")
    piped = call("query", "-", "--store", str(little_store), input=sparql)
    assert piped.exit_code == 1
    assert piped.stderr.startswith("migkg: standard input:1:")


def test_a_query_that_takes_too_long_is_no_wrong_call(little_store: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    result = call("query", endless, "--store", str(little_store), "--timeout", "0.2")
    assert result.exit_code == 1
    assert "stopped after 0.2 seconds" in result.stderr


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("nothing.rq", "write the query in quotes, or name a file"),
        ("zzzz", "write the query in quotes, or name a file"),
        ("repeat-host", "migkg run takes canned queries: did you mean repeat-hosts"),
    ],
)
def test_a_name_of_no_query_is_a_usage_error(little_store: Path, name: str, hint: str) -> None:
    result = call("query", name, "--store", str(little_store))
    assert result.exit_code == 2
    assert f"migkg: '{name}' is no query, and there is no file of that name; {hint}" in result.stderr


def test_a_query_needs_no_spaces(little_store: Path) -> None:
    assert call("query", "ASK{}", "--store", str(little_store)).stdout == "true\n"


def test_standard_input_that_is_no_text_is_told(little_store: Path) -> None:
    command = [sys.executable, "-m", "migkg", "query", "-", "--store", str(little_store)]
    done = subprocess.run(command, input=b"ASK {\xff}", capture_output=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"migkg: standard input:1:6: byte 0xFF is not UTF-8")


def test_a_graph_is_printed_as_triples(store: str) -> None:
    sparql = "CONSTRUCT { ?s mf:heldIn ?o } WHERE { ?s mf:heldIn ?o } LIMIT 2"
    assert len(call("query", sparql, "--store", store).stdout.splitlines()) == 2


@pytest.mark.parametrize("form", ["csv", "table", "json", "ics"])
def test_a_format_of_rows_that_was_chosen_holds_no_triples(little_store: Path, form: str) -> None:
    result = call("query", "CONSTRUCT WHERE { ?s a ?o }", "--store", str(little_store), "--format", form)
    assert result.exit_code == 2
    assert (
        f"{form} holds rows, and this query gives triples; choose turtle, ntriples, jsonld or rdfxml" in result.stderr
    )


@pytest.mark.parametrize(
    ("form", "held"),
    [(form, "triples") for form in ("turtle", "ntriples", "jsonld", "rdfxml")]
    + [("geojson", "places"), ("ics", "meetings")],
)
def test_a_format_that_has_no_yes_or_no_is_refused(little_store: Path, form: str, held: str) -> None:
    result = call("query", "ASK { ?s ?p ?o }", "--store", str(little_store), "--format", form)
    assert (result.exit_code, result.stdout) == (2, "")
    told = f"migkg: {form} holds {held}, and this query gives yes or no; choose table, json or xml\n"
    assert result.stderr.endswith(told)


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "jsonl", "markdown", "json", "xml"])
def test_a_yes_is_told_in_other_formats(little_store: Path, form: str) -> None:
    result = call("query", "ASK { ?s ?p ?o }", "--store", str(little_store), "--format", form)
    assert result.exit_code == 0
    assert "true" in result.stdout


def test_triples_with_their_evidence_are_rows(store: str) -> None:
    sparql = "CONSTRUCT { ?s mf:heldIn ?o } WHERE { VALUES ?s { <meeting/SACM/9> } ?s mf:heldIn ?o }"
    result = call("query", sparql, "--store", store, "--format", "csv", "--evidence")
    assert result.exit_code == 0
    assert result.stdout.startswith("subject,predicate,object,fact,sentence")


@pytest.mark.parametrize(
    ("form", "told"), [("ics", "no meeting in the answer has known days"), ("geojson", "has a known place")]
)
def test_a_calendar_or_a_map_of_nothing_is_told(little_store: Path, form: str, told: str) -> None:
    nothing = call("query", "SELECT ?c { ?c a owl:Class }", "--store", str(little_store), "--format", form)
    assert told in nothing.stderr
    none = call("query", "SELECT ?c { ?c a mf:Nothing }", "--store", str(little_store), "--format", form)
    assert "no rows:" in none.stderr
    assert told not in none.stderr
    quiet = call("query", "SELECT ?c { ?c a owl:Class }", "--store", str(little_store), "--format", form, "--quiet")
    assert not quiet.stderr
