"""What `migkg diff` tells: facts, claims, articles, the evidence behind each, and a patch that does what it says."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from migkg import pipeline, store
from migkg.cli.main import main
from migkg.model import Article, Claim, Evidence, Reading, RowEvidence, Span
from migkg.names import entity, literal, word
from migkg.pipeline.difference import difference, patch

from .worlds import readings, shipped

if TYPE_CHECKING:
    from pathlib import Path

    from migkg.model import Quad


def reading(name: str, *said: tuple[str, str, str], sha: str = "0") -> Reading:
    article = Article(id=name, lang="en", title="News", text="", sha256=sha * 64)
    claims = tuple(
        Claim(
            subject=subject,
            predicate=predicate,
            object=value,
            qualifiers=(("country", "EC"),) if predicate == "heldIn" else (),
            evidence=Evidence(article=name, span=Span(start=n, end=n + 4, exact=f"it said {value}"), rule="en/test"),
        )
        for n, (subject, predicate, value) in enumerate(said)
    )
    return Reading(article=article, claims=claims)


def quads(*known: Reading, rows: tuple[Claim, ...] = ()) -> tuple[Quad, ...]:
    knowledge = replace(shipped(), claims=rows, shapes=(), checks=())
    claims = [claim for one in known for claim in one.claims]
    return pipeline.assemble([one.article for one in known], claims, knowledge, lambda _: None).quads


def row(value: str) -> Claim:
    evidence = RowEvidence(
        table="editions", row="E1", line=2, field="city", value=value, source="https://example.org/e"
    )
    return Claim(
        subject="edition:SACM/3", predicate="heldIn", object=value, qualifiers=(("country", "EC"),), evidence=evidence
    )


QUITO = reading("one", ("edition:SACM/3", "heldIn", "Quito"), ("edition:SACM/3", "hasParticipant", "BO"))
LOJA = reading("two", ("edition:SACM/3", "heldIn", "Loja"))
LOJA_TOO = reading("three", ("edition:SACM/3", "heldIn", "Loja"), sha="1")


def test_a_fact_that_came_names_the_claim_that_states_it() -> None:
    found = difference(quads(), quads(QUITO))
    assert {(f.before, f.after) for f in found.facts} == {("", entity("city:Quito/EC")), ("", entity("BO"))}
    for fact in found.facts:
        assert [claim.source for claim in fact.evidence] == ["<https://w3id.org/migkg/id/article/one>"]
    assert [(was, now) for _, was, now in found.articles] == [(False, True)]


def test_a_value_outvoted_by_new_articles_is_one_change_with_both_sides() -> None:
    found = difference(
        quads(QUITO), quads(QUITO, reading("two", ("edition:SACM/3", "heldIn", "Loja"), sha="2"), LOJA_TOO)
    )
    (fact,) = found.facts
    assert (fact.predicate, fact.before, fact.after) == (
        word("heldIn"),
        entity("city:Quito/EC"),
        entity("city:Loja/EC"),
    )
    changed = {claim.source.rpartition("/")[2]: (claim.before, claim.after) for claim in fact.evidence}
    assert changed["one>"] == (word("Accepted"), word("Disputed"))
    assert changed["two>"] == ("", word("Accepted"))


def test_an_edited_row_is_the_evidence_of_what_it_changed() -> None:
    found = difference(quads(rows=(row("Quito"),)), quads(rows=(row("Loja"),)))
    (fact,) = found.facts
    assert {claim.quote for claim in fact.evidence} == {"Quito", "Loja"}
    assert {claim.source for claim in fact.evidence} == {"<https://w3id.org/migkg/id/row/editions/E1>"}


def test_equal_graphs_do_not_differ() -> None:
    found = difference(quads(QUITO), quads(QUITO))
    assert (found.removed, found.added, found.facts, found.claims, found.articles) == ((), (), (), (), ())
    assert list(pipeline.tell(found, "fr")) == ["les deux graphes sont identiques"]


def test_the_words_name_fact_sentence_and_status() -> None:
    lines = list(pipeline.tell(difference(quads(LOJA), quads(LOJA, replace(QUITO, claims=QUITO.claims[:1]))), "en"))
    assert "+ article one" in lines
    place = next(n for n, line in enumerate(lines) if line.startswith("= ") and line.endswith("Quito"))
    assert "one says “it said Quito”" in lines[place + 1]
    assert lines[-3:][0].startswith("facts: 0 added")


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_every_language_tells_the_same_changes(lang: str) -> None:
    found = difference(quads(QUITO), quads(LOJA, rows=(row("Quito"),)))
    told = list(pipeline.tell(found, lang))
    assert len(told) == len(list(pipeline.tell(found, "en")))
    assert not [line for line in told if "{" in line]


@settings(max_examples=20, deadline=None)
@given(one=readings(), other=readings())
def test_the_patch_turns_the_one_graph_into_the_other(one: Reading, other: Reading) -> None:
    old, new = set(quads(one)), set(quads(other))
    lines = list(patch(difference(old, new)))
    assert (lines[0], lines[-1]) == ("TX .", "TC .")
    applied = set(old)
    for line in lines[1:-1]:
        (quad,) = store.parse_quads(line[2:])
        (applied.remove if line[0] == "D" else applied.add)(quad)
    assert applied == new


def test_the_command_compares_stores_and_files(tmp_path: Path) -> None:
    knowledge = replace(shipped(), shapes=(), checks=())
    pipeline.construct(tmp_path / "old", [LOJA], knowledge)
    pipeline.construct(tmp_path / "new", [QUITO], knowledge)
    with store.Store.open(tmp_path / "new") as opened:
        (tmp_path / "new.nq").write_bytes(b"".join(opened.export("nquads")))

    def told(*arguments: str) -> str:
        result = CliRunner().invoke(main, ["diff", str(tmp_path / "old"), *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    by_store, by_file = told(str(tmp_path / "new")), told(str(tmp_path / "new.nq"))
    assert by_store == by_file
    assert "- article two" in by_store
    content = json.loads(told(str(tmp_path / "new"), "--format", "json"))
    assert literal("it said Quito")[1:-1] in {c["quote"] for fact in content["facts"] for c in fact["evidence"]}
    assert told(str(tmp_path / "new"), "--format", "patch").startswith("TX .\nD ")


def test_a_file_that_is_no_nquads_is_refused_with_its_line(tmp_path: Path) -> None:
    bad = tmp_path / "bad.nq"
    bad.write_text("<https://example.org/a> <https://example.org/b> .\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["diff", str(bad), str(bad)])
    assert "bad.nq:1" in str(result.exception)
