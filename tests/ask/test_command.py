"""`migkg ask`: what is printed, where, and with which exit code."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from migkg import resources
from migkg.ask import grammar
from migkg.cli.main import main


def ask(store: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["ask", "--store", str(store), *arguments])


def test_rows_go_to_standard_output_and_the_query_to_standard_error(graph_store: Path) -> None:
    result = ask(graph_store, "--format", "csv", "Where was the tenth SACM held?")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == ["answer", "id:city/cochabamba-bo"]
    assert "mf:heldIn ?answer" in result.stderr


def test_a_table_names_things_in_the_chosen_language_and_shows_the_evidence(graph_store: Path) -> None:
    result = ask(graph_store, "--format", "table", "--lang", "es", "¿Qué país acogió la tercera CSM?")
    assert "Ecuador" in result.stdout
    assert "edition:SACM/3" in result.stdout
    assert "https://" in result.stdout


def test_yes_or_no(graph_store: Path) -> None:
    assert ask(graph_store, "--format", "csv", "Is Mexico a member of the RCM?").stdout == "true\n"
    assert ask(graph_store, "--format", "csv", "La Suisse est-elle membre du Dialogue 5+5 ?").stdout == "false\n"


def test_json_holds_answer_query_evidence_and_other_readings(graph_store: Path) -> None:
    question = "Quelles villes ont accueilli deux fois la Conférence sud-américaine sur les migrations ?"
    found = json.loads(ask(graph_store, "--format", "json", question).stdout)
    assert found["lang"] == "fr"
    assert found["question"] == question
    cities = {binding["answer"]["value"].rpartition("/")[2] for binding in found["answer"]["results"]["bindings"]}
    assert {"montevideo-uy", "santiago-cl", "quito-ec"} <= cities
    assert {claim["value"] for claim in found["evidence"] if claim["property"] == "heldIn"} >= {"Montevideo", "Quito"}
    assert len(found["alternatives"]) == 1


@pytest.mark.parametrize(
    ("question", "caveat"),
    [
        ("How many members does the Rabat Process have?", "the graph names only some of the members of Rabat Process"),
        ("¿Qué países son miembros del Proceso de Praga?", "el grafo nombra solo algunos miembros de Proceso de Praga"),
        ("Le Pérou est-il membre du processus de Budapest ?", "le graphe ne nomme que certains membres de Processus de Budapest"),
        ("How many members does the SACM have?", ""),
        ("Who provides the secretariat of the Rabat Process?", ""),
        ("Which forums is France a member of?", ""),
    ],
)  # fmt: skip
def test_an_answer_on_members_says_where_the_graph_names_only_some(
    graph_store: Path, question: str, caveat: str
) -> None:
    assert json.loads(ask(graph_store, "--format", "json", "--no-evidence", question).stdout)["caveat"] == caveat
    assert ask(graph_store, question).stderr.splitlines()[0] == caveat


def test_evidence_of_a_superlative_is_that_of_the_answer_alone(graph_store: Path) -> None:
    found = json.loads(ask(graph_store, "--format", "json", "Which forum has the most members?").stdout)
    answers = {b["answer"]["value"].rpartition("/")[2] for b in found["answer"]["results"]["bindings"]}
    assert {claim["subject"] for claim in found["evidence"]} == {f"forum:{code}" for code in answers}


def test_evidence_can_be_left_out(graph_store: Path) -> None:
    found = json.loads(ask(graph_store, "--format", "json", "--no-evidence", "Who chaired the 16th SACM?").stdout)
    assert found["evidence"] == []


def test_explain_shows_the_query_alone(graph_store: Path) -> None:
    result = ask(graph_store, "--explain", "Which forums have an observer?")
    assert result.stdout.startswith("SELECT DISTINCT ?answer WHERE {")


def test_a_question_without_rows_is_refused(graph_store: Path) -> None:
    result = ask(graph_store, "--format", "csv", "Which meetings were held in Reykjavik?")
    assert result.exit_code == 1
    assert "nothing in the graph fits the question" in str(result.exception)


def test_a_refusal_says_what_is_to_blame_and_what_was_understood(graph_store: Path) -> None:
    result = ask(graph_store, "Who criticised the Rabat Process?")
    assert result.exit_code == 1  # click's runner: the error is raised, main() prints it
    assert "unknown words 'criticised'" in str(result.exception)
    assert "understood: Who, Rabat Process" in str(result.exception)


def test_a_meeting_that_the_graph_does_not_know_is_no_empty_answer(graph_store: Path) -> None:
    result = ask(graph_store, "Who chaired the 90th SACM?")
    assert "takes for granted" in str(result.exception)
    assert "migkg run" in str(result.exception)


@pytest.mark.parametrize(("options", "name"), [((), "Brasil"), (("--lang", "fr"), "Brésil")])
def test_labels_are_in_the_language_of_the_question_or_the_one_chosen(
    graph_store: Path, options: tuple[str, ...], name: str
) -> None:
    question = "¿Qué países participaron en la XII CSM?"
    assert name in ask(graph_store, "--format", "table", "--no-evidence", *options, question).stdout


@pytest.mark.parametrize(
    ("question", "ending"),
    [
        ("Who chaired the 90th SACM?", "takes for granted: has chair"),
        ("How many countries were at the 40th SACM?", "takes for granted: has participant"),
        ("List the sessions of the 40th SACM", "takes for granted: 40"),
        ("¿Quién presidió la XL Conferencia Sudamericana sobre Migraciones?", "por sentado: tiene como presidencia"),
        ("Qui a présidé la 40e Conférence sud-américaine sur les migrations ?", "pour acquis: a pour présidence"),
    ],
)
def test_what_the_graph_says_nothing_of_is_named_in_the_language(graph_store: Path, question: str, ending: str) -> None:
    assert ending in str(ask(graph_store, question).exception)


def test_a_refusal_speaks_the_language_of_the_question(graph_store: Path) -> None:
    result = ask(graph_store, "¿Quién preside xyzzy el Proceso de Rabat?")
    assert "no se entiende la pregunta: palabras desconocidas 'xyzzy'" in str(result.exception)


def test_every_reason_is_there_in_every_language() -> None:
    code = " ".join(path.read_text(encoding="utf-8") for path in Path(grammar.__file__).parent.glob("*.py"))
    reasons = set(re.findall(r'NotUnderstoodError\("([^"]+)"', code))
    assert len(reasons) > 30
    for _, text in resources.messages():
        assert reasons <= set(tomllib.loads(text)["questions"])


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Which members of the SACM are not members of the SACM?", "nothing in the graph fits the question"),
        ("Quels membres de la CSM ne sont pas membres de la CSM ?", "rien dans le graphe ne répond à la question"),
        ("¿Qué miembros de la CSM no son miembros de la CSM?", "nada en el grafo responde a la pregunta"),
    ],
)
def test_no_empty_list_is_an_answer(graph_store: Path, question: str, sentence: str) -> None:
    assert sentence in str(ask(graph_store, question).exception)


def test_who_chairs_a_forum_is_refused_where_its_meetings_had_other_chairs(graph_store: Path) -> None:
    assert "takes for granted" in str(ask(graph_store, "Who has chaired the SACM?").exception)
