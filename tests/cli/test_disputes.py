"""Why a fact is in the graph, and where sources disagree, on the command line."""

from __future__ import annotations

import json

import pytest
from tests.cli.calls import call

from migkg import resources
from migkg.api import standing


def test_an_order_of_editions_follows_and_is_not_inferred(store: str) -> None:
    told = call("why", "meeting/SACM/9", "nextEdition", "meeting/SACM/10", "--store", store).stdout
    assert told.splitlines()[0].endswith(": follows from accepted facts")


def test_why_shows_sentences_rows_and_both_sides(store: str) -> None:
    text = call("why", "meeting/SACM/9", "heldIn", "Quito", "--store", store).stdout
    assert "accepted" in text.splitlines()[0]
    assert "“city: Quito”" in text
    told = json.loads(
        call("why", "edition:SACM/9", "mf:heldIn", "quito-ec", "--store", store, "--format", "json").stdout
    )
    assert told["accepted"] is True
    assert {claim["status"] for claim in told["claims"]} >= {"accepted"}


def test_why_leaves_out_values_that_speak_against_nothing(store: str) -> None:
    def claims(*fact: str) -> list[tuple[str, str, str]]:
        told = json.loads(call("why", *fact, "--store", store, "--format", "json").stdout)
        return [(claim["status"], claim["predicate"], claim["object"]) for claim in told["claims"]]

    assert set(claims("forum/SACM", "hasMember", "BO")) == {("accepted", "hasMember", "BO")}
    named = claims("meeting/RCM/1", "hasParticipant", "BZ")
    assert named[-1] == ("disputed", "doesNotList", "BZ")
    assert ("accepted", "hasParticipant", "CA") not in named
    held = claims("meeting/SACM/10", "heldIn", "Tiquipaya")
    assert held[0][2] == "Tiquipaya"
    assert ("accepted", "heldIn", "Cochabamba") in held


def test_why_takes_a_row_of_the_claim_table_as_it_is(store: str) -> None:
    post = "Directora General Adjunta @ org:IOM"
    told = call("why", "person:Laura Thompson", "hasPosition", post, "--store", store).stdout
    assert "accepted" in told.splitlines()[0]
    assert f"accepted: person:Laura Thompson hasPosition {post}" in told


def test_conflicts_name_both_sides(store: str) -> None:
    rows = json.loads(
        call("conflicts", "--forum", "SACM", "--kind", "established", "--store", store, "--format", "json").stdout
    )
    assert {row["status"] for row in rows} >= {"accepted", "disputed"}
    assert {"1999", "2000"} <= {row["value"] for row in rows}
    assert {row["kind"] for row in rows} == {"count-rule"}
    everything = call("conflicts", "--store", store, "--format", "csv").stdout
    assert len(everything.splitlines()) > len(rows)


def test_conflicts_list_each_side_once_and_the_accepted_one_first(store: str) -> None:
    rows = json.loads(call("conflicts", "--forum", "SACM", "--store", store, "--format", "json").stdout)
    lines = [tuple(row.values()) for row in rows]
    assert len(lines) == len(set(lines))
    years = [r for r in rows if r["property"] == "year" and r["subject"].endswith("Migration 1 (2000)")]
    assert [row["status"] for row in years] == sorted(row["status"] for row in years)
    assert {(row["value"], row["kind"]) for row in years} == {
        ("2000", "count-rule, error"),
        ("1999", "count-rule"),
        ("2001", "error"),
    }


@pytest.mark.parametrize(
    ("lang", "accepted", "disputed"), [("fr", "retenu", "contesté"), ("es", "aceptado", "discutido")]
)
def test_what_became_of_a_claim_is_told_in_the_language_asked_for(
    store: str, lang: str, accepted: str, disputed: str
) -> None:
    asked = ("--lang", lang, "--store", store)
    told = call("why", "forum/SACM", "established", "2000", *asked).stdout
    assert told.splitlines()[0].endswith(f": {accepted}")
    assert {line.partition(":")[0] for line in told.splitlines() if " established " in line} == {accepted, disputed}
    rows = json.loads(call("conflicts", "--forum", "SACM", "--format", "json", *asked).stdout)
    assert {row["status"] for row in rows} == {accepted, disputed}
    assert f"({accepted})" in call("validate", "--format", "csv", *asked).stdout
    inferred = call("why", "state/BO", "memberOf", "forum/SACM", *asked).stdout.splitlines()[0]
    assert inferred.endswith({"fr": ": inféré", "es": ": inferido"}[lang])
    planned = call("why", "meeting/5+5/8", "heldIn", "city/marrakesh-ma", *asked).stdout
    assert {"fr": "(prévu)", "es": "(previsto)"}[lang] in planned


def test_every_language_has_the_words() -> None:
    known = {lang: set(standing.words(lang)) for lang, _ in resources.messages()}
    assert {"accepted", "disputed", "rejected", "not accepted", "inferred"} <= known["en"]
    assert all(words == known["en"] for words in known.values())


def test_conflicts_of_one_kind(store: str) -> None:
    rows = json.loads(call("conflicts", "--kind", "error", "--store", store, "--format", "json").stdout)
    assert {row["kind"] for row in rows} == {"error"}
    bound = [row for row in rows if row["property"] == "from"]
    assert {(row["value"], row["status"]) for row in bound} == {("2011", "accepted"), ("2001", "disputed")}
    assert any(row["value"].startswith("has participant: ") for row in rows)


def test_conflicts_find_a_forum_by_any_name(store: str) -> None:
    codes = call("conflicts", "--forum", "RCM", "--store", store).stdout
    assert codes.count("\n") > 1
    assert call("conflicts", "--forum", "Processus de Puebla", "--store", store).stdout == codes
    assert call("conflicts", "--forum", "forum:RCM", "--store", store).stdout == codes


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--kind", "errr"), "did you mean error?"),
        (("--kind", "xyz"), "use one of both-true, change-over-time, count-rule"),
        (("--forum", "SACN"), "did you mean SACM?"),
    ],
)
def test_conflicts_of_what_is_not_known(store: str, arguments: tuple[str, ...], said: str) -> None:
    result = call("conflicts", *arguments, "--store", store)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_property_that_nobody_disputes_is_no_mistake(store: str) -> None:
    result = call("conflicts", "--kind", "mf:isoCode", "--store", store)
    assert (result.exit_code, result.stdout.count("\n")) == (0, 1)
