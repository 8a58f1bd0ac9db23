"""Reading, ingesting and retracting articles on the command line."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests import shipped
from tests.cli.calls import TEXT

from migkg.cli.main import main
from migkg.errors import MigkgError, UsageError


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    if result.exception and not isinstance(result.exception, (SystemExit, MigkgError)):
        raise result.exception
    return result


@pytest.fixture
def store(own_store: str) -> str:
    return own_store


@pytest.mark.parametrize("command", ["claims", "read", "ingest"])
def test_a_language_without_lexicon_is_a_wrong_call(command: str, article: str) -> None:
    result = call(command, "--article-lang", "xx", article)
    assert result.exit_code == 2
    assert "there is no lexicon for 'xx'; use one of en, es, fr, pt" in result.stderr


def test_claims_as_a_table_and_as_json(article: str) -> None:
    lines = call("claims", article).stdout.splitlines()
    assert "es-asuncion-2006\tedition:SACM/6\theldIn\tAsunción\t" in "\n".join(lines)
    assert all(len(line.split("\t")) == 5 for line in lines)
    records = json.loads(call("claims", article, "--format", "json").stdout)
    assert len(records) == len(lines)
    assert all(TEXT[r["start"] : r["end"]].split() == r["evidence"].split() for r in records)


def test_read_marks_mentions_and_lists_claims(article: str) -> None:
    text = call("read", article).stdout
    assert "[Asunción|city Asunción]" in text
    assert "edition:SACM/6  heldIn  Asunción" in text


def test_read_and_claims_tell_how_a_claim_is_put(tmp_path: Path) -> None:
    path = tmp_path / "es-brasilia.txt"
    path.write_text(
        "La XI Conferencia Sudamericana sobre Migraciones se celebrará en Brasilia en 2011.", encoding="utf-8"
    )
    lines = call("read", "--article-lang", "es", str(path)).stdout.splitlines()
    assert any(re.fullmatch(r"edition:SACM/11  heldIn  Brasília  [01]\.\d\d  \(planned\)", line) for line in lines)
    records = json.loads(call("claims", "--article-lang", "es", str(path), "--format", "json").stdout)
    assert {record["modality"] for record in records} == {"planned"}


def test_ingest_and_retract_leave_the_graph_as_it_was(article: str, store: str) -> None:
    before = export(store)
    result = call("ingest", article, "--store", store)
    assert "es-asuncion-2006: " in result.stderr
    why = call("why", "meeting/SACM/6", "heldIn", "Asunción", "--store", store).stdout
    assert "es-asuncion-2006" in why
    changed = export(store)
    assert changed != before
    for private in (b"Ram\xc3\xadrez", b"595 21", b"prensa@"):
        assert private not in changed
    call("ingest", article, "--store", store)
    assert export(store) == changed
    call("retract", "es-asuncion-2006", "--store", store)
    assert export(store) == before


PAGE = Path(__file__).parent.parent / "resources" / "pages" / "es-agencia.html"
"""A web page as an agency would write it."""


def test_claims_of_a_page_have_their_place_in_its_file() -> None:
    records = json.loads(call("claims", str(PAGE), "--format", "json").stdout)
    raw = PAGE.read_bytes()
    shown = {raw[r["page"]["start"] : r["page"]["end"]].decode() for r in records if r["object"] == "CL"}
    assert shown == {"delegaciones de <em>Argentina</em>, <em>Bolivia</em> y <em>Chile"}
    lines = call("read", str(PAGE)).stdout.splitlines()
    (number,) = (n for n, line in enumerate(raw.split(b"\n"), 1) if b"delegaciones" in line)
    assert f"    “delegaciones de Argentina, Bolivia y Chile”  {PAGE}:{number}:{len('<p>Participaron ') + 1}" in lines


def test_read_writes_a_page(article: str) -> None:
    page = call("read", "--html", article).stdout
    assert page.startswith("<!doctype html>")
    assert '<dfn title="city Asunción">Asunción</dfn>' in page
    assert "<code>edition:SACM/6</code> heldIn <strong>Asunción</strong>" in page


def test_a_page_in_the_graph_has_data_positions_whatever_comes_after(article: str, store: str) -> None:
    before = export(store)
    call("ingest", str(PAGE), "--store", store)
    alone = export(store)
    call("ingest", article, "--store", store)
    both = export(store)
    call("retract", "es-agencia", "--store", store)
    without = export(store)
    call("ingest", str(PAGE), "--store", store)
    assert export(store) == both
    call("retract", "es-asuncion-2006", "--store", store)
    assert export(store) == alone
    start = b"/data> <http://www.w3.org/ns/oa#start>"
    for sign in (start, b'ontology#pageSha256> "'):
        assert [sign in found for found in (before, alone, both, without)] == [False, True, True, False]
    assert both.count(start) == alone.count(start)


def export(store: str) -> bytes:
    return shipped.lines(Path(store))


def test_a_text_that_states_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The school of the village was painted in May.", encoding="utf-8")
    result = call("claims", str(tmp_path / "a.txt"))
    assert (result.stdout, result.stderr) == ("", "a: 0 claims, 0 refused\n")


def test_two_files_with_one_id_are_refused(article: str, store: str, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    other = shutil.copy(article, tmp_path / "more")
    before = export(store)
    result = call("ingest", article, str(other), "--store", store)
    assert isinstance(result.exception, MigkgError)
    assert "both give the article 'es-asuncion-2006'; rename a file" in str(result.exception)
    assert export(store) == before


def test_why_marks_what_is_only_announced(store: str, tmp_path: Path) -> None:
    text = "The twenty-fifth South American Conference on Migration will be held in Lima, Peru, on 3 and 4 June 2031."
    (tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    call("ingest", str(tmp_path / "plan.txt"), "--store", store)
    told = call("why", "meeting/SACM/25", "heldIn", "Lima", "--store", store).stdout
    assert "accepted: edition:SACM/25 heldIn Lima  (planned)" in told


def test_a_retracted_article_leaves_no_graph(store: str, article: str) -> None:
    call("ingest", article, "--store", store)
    call("retract", "es-asuncion-2006", "--store", store)
    asked = "SELECT ?g { GRAPH ?g {} FILTER CONTAINS(STR(?g), 'asuncion-2006') }"
    assert call("query", asked, "--store", store, "--format", "csv").stdout == "g\n"


def test_a_claim_table_enters_by_the_same_door(article: str, store: str, tmp_path: Path) -> None:
    table = tmp_path / "claims.tsv"
    good = "es-asuncion-2006\tedition:SACM/6\thasParticipant\tCL\tdelegaciones de Argentina, Bolivia y Chile"
    bad = [
        "es-asuncion-2006\tedition:SACM/6\theldIn\tLima\tse celebró en Asunción, Paraguay",
        "es-asuncion-2006\tedition:SACM/6\theldIn\tLima\tse celebró en Lima",
        "es-asuncion-2006\tforum:SACM\theldIn\tAsunción\tse celebró en Asunción",
        "es-asuncion-2006\tedition:SACM/6\tinventedBy\tPY\tParaguay",
    ]
    table.write_text("\n".join([good, *bad]), encoding="utf-8")
    result = call("ingest", article, "--claims", str(table), "--store", store)
    assert "es-asuncion-2006: 1 claim, 4 not understood or refused" in result.stderr
    assert "'Lima' is not mentioned in the quote" in result.stderr
    assert "the quote is not in the text" in result.stderr
    assert "the domain does not fit heldIn" in result.stderr
    assert "the predicate does not fit inventedBy" in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.md", b"---\nlang: xx\n---\nText.", "there is no lexicon for the language 'xx'"),
        ("a.txt", b"%PDF-1.7\n%plain", "a.txt:1: this is a PDF document, not text"),
        ("a.md", b"PK\x03\x04\x14", "an office document, not text; take its text out"),
        ("a.txt", b"{\\rtf1 Quito}", "an RTF document"),
        ("a.txt", "café".encode("utf-16"), "the file is UTF-16; save it as UTF-8"),
        ("a.txt", b"caf\xe9", "byte 0xE9 is not UTF-8"),
        ("a.txt", b"", "the article is empty"),
        ("a.txt", b"12345 67890", "the language of 'a' cannot be told"),
        (
            "a.txt",
            b"Die Minister trafen sich am 3. Mai 2010 in Quito und berieten \xc3\xbcber die Migration.",
            "'a' seems to be in a language that is not read ('de'); the languages are en, es, fr, pt; "
            "if it is in one of them, name it: lang in the front matter, or --article-lang",
        ),
        ("a.md", b"---\ntitel: x\n---\nText.", "unknown key 'titel'"),
        ("a.txt", b"x" * 10_000_000, "the article has 10,000,000 characters"),
    ],
)
def test_a_bad_article_leaves_the_store_untouched(
    little_store: Path, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    store = str(tmp_path / "graph")
    shutil.copytree(little_store, store, symlinks=True)
    before = export(store)
    (tmp_path / name).write_bytes(content)
    result = call("ingest", str(tmp_path / name), "--store", store)
    assert isinstance(result.exception, MigkgError)
    assert result.exception.exit_code == 1
    assert sentence in str(result.exception)
    assert str(result.exception).startswith(f"{tmp_path / name}:1") or ":2" in str(result.exception)
    assert export(store) == before


def test_claims_less_sure_than_asked_are_left_out(article: str) -> None:
    records = json.loads(call("claims", article, "--format", "json").stdout)
    least = max(r["confidence"] for r in records)
    kept = json.loads(call("claims", article, "--format", "json", "--min-confidence", str(least)).stdout)
    assert kept == [r for r in records if r["confidence"] >= least]
    assert 0 < len(kept) < len(records)
    shown = call("read", article, "--min-confidence", str(least)).stdout
    assert shown.count("is asked for") >= len(records) - len(kept)


def test_what_is_not_sure_enough_does_not_enter_the_graph(article: str, store: str) -> None:
    call("ingest", article, "--store", store, "--min-confidence", "1")
    query = "SELECT (COUNT(*) AS ?n) { ?c a mf:Claim ; prov:wasDerivedFrom ?a . FILTER(CONTAINS(STR(?a), 'asuncion-2006')) }"
    assert call("query", query, "--store", store, "--format", "csv").stdout.split() == ["n", "0"]
    call("ingest", article, "--store", store)
    assert int(call("query", query, "--store", store, "--format", "csv").stdout.split()[1]) > 5


@pytest.mark.parametrize("more", [["--claims", "{article}"], ["--model", "any", "--endpoint", "http://localhost:9"]])
def test_confidence_is_asked_of_what_is_read_alone(article: str, store: str, more: list[str]) -> None:
    result = call(
        "ingest", article, "--store", store, "--min-confidence", "0.9", *(word.format(article=article) for word in more)
    )
    assert isinstance(result.exception, UsageError)
    assert str(result.exception).startswith(f"--min-confidence does not go with {more[0]}")


def test_a_confidence_is_a_probability(article: str) -> None:
    result = call("claims", article, "--min-confidence", "90")
    assert result.exit_code == 2
    assert "90.0 is not in the range" in result.stderr
