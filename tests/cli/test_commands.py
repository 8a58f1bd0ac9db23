"""The command line: what each command prints, and the exit codes."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from tests.cli.calls import call

from migkg import cli
from migkg.cli.main import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path


def test_help_lists_every_command() -> None:
    text = call("--help").stdout
    assert [name for name in COMMANDS if name not in text] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_its_help(name: str) -> None:
    result = call(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: ")
    assert "Example: " in result.stdout or name == "run"


def test_a_canned_query_shows_its_example() -> None:
    assert "Example: migkg run repeat-hosts --forum SACM --min 2" in call("run", "repeat-hosts", "--help").stdout


def test_a_question_needs_no_quotation_marks(store: str) -> None:
    whole = call("ask", "which cities hosted the SACM", "--store", store, "--format", "csv")
    words = call("ask", "which", "cities", "hosted", "the", "SACM", "--store", store, "--format", "csv")
    assert words.stdout == whole.stdout != ""


def test_the_flagship_question(store: str) -> None:
    result = call("run", "repeat-hosts", "--forum", "SACM", "--min", "2", "--store", store, "--format", "json")
    rows = json.loads(result.stdout)["results"]["bindings"]
    cities = {row["city"]["value"].rpartition("/")[2] for row in rows}
    assert cities == {"asuncion-py", "brasilia-br", "lima-pe", "montevideo-uy", "quito-ec", "santiago-cl"}
    assert all(row["sources"]["value"].startswith("http") for row in rows)


def test_a_table_for_people_shows_labels(store: str) -> None:
    result = call("run", "repeat-hosts", "--forum", "SACM", "--store", store, "--format", "table", "--lang", "fr")
    assert "Santiago du Chili" in result.stdout
    assert "id:city" not in result.stdout


def test_a_parameter_is_found_by_any_name(store: str) -> None:
    codes = call("run", "members", "--forum", "RCM", "--store", store).stdout
    named = call("run", "members", "--forum", "Processus de Puebla", "--store", store).stdout
    assert codes == named
    assert "state/MX" in codes


@pytest.mark.parametrize(
    ("command", "key", "code"),
    [
        (("run", "editions", "--forum"), "forum:RCM", "RCM"),
        (("run", "participants", "--meeting"), "edition:SACM/12", "SACM/12"),
        (("run", "career", "--official"), "person:Laura Thompson", "laura-thompson"),
        (("conflicts", "--forum"), "forum:SACM", "SACM"),
    ],
)
def test_a_parameter_may_be_a_key_of_the_claim_table(store: str, command: tuple[str, ...], key: str, code: str) -> None:
    rows = call(*command, key, "--store", store).stdout
    assert rows == call(*command, code, "--store", store).stdout
    assert len(rows.splitlines()) > 1


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("biuld",), "did you mean build"),
        (("run", "repeat-host"), "did you mean repeat-hosts"),
        (("run", "repeat-hosts", "--form", "SACM"), "Did you mean"),
        (("run", "repeat-hosts", "--forum", "SACN"), "did you mean"),
        (("run", "repeat-hosts", "--min", "two"), "write a whole number"),
        (("why", "meeting/SACM/9", "heldAt", "Quito"), "did you mean"),
        (("why", "meeting/SACM/99", "heldIn", "Quito"), "did you mean"),
        (("why", "meeting/SACM/9", "heldIn", "Lima"), "the graph has Quito"),
        (("export", "--graph", "fact"), "the store has no graph"),
        (("retract", "en-nothing"), "the graph has no article"),
        (("stats", "--lang", "xx"), "No such option"),
        (("queries", "--lang", "xx"), "no language 'xx'"),
    ],
)
def test_a_misspelt_name_is_a_usage_error(
    store: str, arguments: tuple[str, ...], hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIGKG_STORE", store)
    result = call(*arguments)
    assert result.exit_code == 2
    assert hint in result.stderr
    assert "Traceback" not in result.stderr


def test_no_store_yet(tmp_path: Path) -> None:
    result = call("stats", "--store", str(tmp_path / "none"))
    assert result.exit_code == 1
    assert "run 'migkg build' to make it" in result.stderr


def test_queries_are_listed_in_each_language() -> None:
    french = call("queries", "--lang", "fr", "--format", "tsv").stdout
    assert "repeat-hosts\tVilles qui ont accueilli" in french
    assert "--forum --min" in french


def test_a_cut_answer_says_so(store: str) -> None:
    result = call("query", "SELECT ?s WHERE { ?s ?p ?o }", "--store", store, "--max-rows", "3", "--format", "tsv")
    assert len(result.stdout.splitlines()) == 4
    assert "raise --max-rows" in result.stderr


def test_explain_shows_the_bound_query(store: str) -> None:
    result = call("run", "repeat-hosts", "--forum", "GFMD", "--min", "3", "--store", store, "--explain")
    assert "id/forum/GFMD>" in result.stdout


def test_a_map_of_rows_with_numbers_and_days(store: str) -> None:
    result = call("run", "editions", "--forum", "SACM", "--store", store, "--format", "geojson")
    features = json.loads(result.stdout)["features"]
    assert {feature["properties"].get("ordinal") for feature in features} >= {1, 9, 22}
    assert sum(feature["geometry"] is not None for feature in features) >= 20


def test_validation_lists_findings(little_store: Path) -> None:
    result = call("validate", "--store", str(little_store), "--format", "json", "--lang", "es")
    rows = json.loads(result.stdout)
    assert all(row["message"] for row in rows)
    assert {row["severity"] for row in rows} == {"violation", "warning", "info"}
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("turtle", "@prefix mf:"), ("junit", "<?xml"), ("github", "::"), ("csv", "severity,check,focus,label")],
)
def test_validation_for_machines(little_store: Path, form: str, beginning: str) -> None:
    assert call("validate", "--store", str(little_store), "--format", form).stdout.startswith(beginning)


@pytest.mark.unmeasured
def test_the_shipped_graph_has_no_violation(store: str) -> None:
    assert call("validate", "--store", store, "--format", "csv").exit_code == 0


def test_stats_count_triples_things_and_claims(store: str) -> None:
    figures = {
        row["figure"]: row["count"] for row in json.loads(call("stats", "--store", store, "--format", "json").stdout)
    }
    assert {type(count) for count in figures.values()} == {int}
    assert figures["things of class mf:Forum"] >= 48
    assert figures["claims with status mf:Accepted"] > figures["claims with status mf:Disputed"] > 0


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "ntriples", "jsonld"])
def test_export_of_one_graph(store: str, form: str) -> None:
    result = call("export", "--format", form, "--graph", "facts", "--store", store)
    assert "meeting/SACM/9" in result.stdout


def test_completion_scripts_and_names() -> None:
    for shell in ("bash", "zsh", "fish"):
        assert "_MIGKG_COMPLETE" in call("completion", shell).stdout


def test_an_error_is_one_sentence_and_a_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["migkg", "stats", "--store", str(tmp_path / "none")])
    with pytest.raises(SystemExit) as caught:
        cli.run()
    assert caught.value.code == 1
    assert (
        capsys.readouterr().err
        == f"migkg: there is no store in {tmp_path / 'none'}; run 'migkg build' to make it, or name the folder of another with --store or $MIGKG_STORE\n"
    )


def test_a_key_that_became_another_means_that_one(store: str) -> None:
    kept = call("why", "edition:SACM/3", "heldIn", "Quito", "--store", store)
    assert kept.stdout.startswith("South American Conference on Migration 3 (2002) · held in · Quito: accepted")
    for old in ("edition:SACM/2002", "meeting/SACM/2002", "id:meeting/SACM/2002"):
        assert call("why", old, "heldIn", "Quito", "--store", store).stdout == kept.stdout
