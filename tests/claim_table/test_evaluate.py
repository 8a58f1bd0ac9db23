"""Evaluation: by hand on small tables, and against the reference score where it is there."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from migkg import claim_table, resources
from migkg.claim_table.aliases import parse_aliases
from migkg.claim_table.evaluate import evaluate
from migkg.errors import DataError

if TYPE_CHECKING:
    from migkg.claim_table import ClaimRow

SHARED = Path(__file__).resolve().parents[3] / "shared" / "eval"


def linking() -> frozenset[str]:
    lines = resources.read_text(resources.root() / "data/evaluation/linking_words.txt").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def rows(*claims: str, optional: bool = False) -> list[ClaimRow]:
    end = "\toptional" if optional else ""
    return claim_table.parse("\n".join("a\t" + c.replace("|", "\t") + f"\tx{end}" for c in claims), "t")


def score(gold: list[ClaimRow], system: list[ClaimRow], aliases: str = "") -> tuple[int, int, int]:
    known = parse_aliases("header\n" + aliases, "aliases.tsv")
    total = evaluate({"a": gold}, {"a": system}, aliases=known, linking=linking()).total
    return total.hits, total.missed, total.wrong


def test_codes_are_strict_and_persons_loose() -> None:
    gold = rows("edition:SACM/9|hasHost|EC", "edition:SACM/9|hasSpeaker|person:Laura Thompson Chacón")
    assert score(gold, rows("edition:SACM/9|hasHost|EC", "edition:SACM/9|hasSpeaker|person:Laura Thompson")) == (
        2,
        0,
        0,
    )
    assert score(gold, rows("edition:SACM/9|hasHost|CO", "edition:SACM/9|hasSpeaker|person:Laura Chinchilla")) == (
        0,
        2,
        2,
    )


def test_australia_is_not_the_african_union() -> None:
    assert score(rows("edition:BALI/2|hasHost|AU"), rows("edition:BALI/2|hasHost|org:AU")) == (0, 1, 1)
    assert score(rows("edition:BALI/2|hasHost|org:IOM"), rows("edition:BALI/2|hasHost|IOM")) == (1, 0, 0)


def test_optional_and_following_claims_are_neutral() -> None:
    gold = rows("edition:SACM/9|hasChair|person:Ana Paz", "person:Ana Paz|hasPosition|Minister @ EC")
    gold += rows("edition:SACM/9|year|2009", optional=True)
    system = [*gold, *rows("edition:SACM/9|hasAttendee|person:Ana Paz", "edition:SACM/9|hasParticipant|EC")]
    assert score(gold, system) == (2, 0, 0)
    assert score(gold, []) == (0, 2, 0)


def test_a_year_key_stands_for_the_ordinal() -> None:
    gold = rows("edition:SACM/9|year|2009", "edition:SACM/9|heldIn|Quito", "edition:SACM/9|startDate|2009-09-21")
    system = rows(
        "edition:SACM/2009|year|2009", "edition:SACM/2009|heldIn|Quito", "edition:SACM/2009|startDate|2009-09-21"
    )
    assert score(gold, system) == (3, 0, 0)


def test_aliases_of_subjects_and_objects() -> None:
    gold = rows("event:summit-of-valletta|heldIn|Valletta")
    assert score(
        gold,
        rows("event:other|heldIn|La Valette"),
        "a\tsubject\tevent:summit-of-valletta\tevent:*\n*\tobject\tValletta\tLa Valette",
    ) == (1, 0, 0)


def test_themes_and_documents_by_their_words() -> None:
    gold = rows(
        "edition:SACM/9|hasTheme|Migration and Development for all", "edition:SACM/9|adopted|Declaration of Quito"
    )
    assert score(
        gold, rows("edition:SACM/9|hasTheme|migration and development", "edition:SACM/9|adopted|Declaration of Lima")
    ) == (1, 1, 1)


def test_a_bad_alias_is_one_sentence() -> None:
    with pytest.raises(DataError, match=r"aliases\.tsv:2: an alias needs article, 'subject' or 'object'"):
        parse_aliases("header\na\tthing\tx\ty", "aliases.tsv")


def spoilt(path: Path, rng: random.Random) -> list[str]:
    """Some of the gold's lines, some of them made wrong: a system's table to compare scores on."""
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if rng.random() < 0.15:
            cells[3] = rng.choice(["BO", "Quito", "2010", "person:Ana Paz"])
        if rng.random() < 0.15:
            cells[1] = re.sub(r"/\w+$", "/x", cells[1])
        if rng.random() < 0.8:
            lines.append("\t".join(cells[:5]))
    return lines


def test_equal_to_the_reference_score(tmp_path: Path) -> None:
    if not SHARED.exists():
        return
    gold_folder = SHARED / "seed" / "gold"
    rng = random.Random(7)
    table = tmp_path / "system.tsv"
    table.write_text(
        "\n".join(line for f in sorted(gold_folder.glob("*.tsv")) for line in spoilt(f, rng)), encoding="utf-8"
    )
    gold = {f.stem: claim_table.parse(resources.read_text(f), str(f)) for f in sorted(gold_folder.glob("*.tsv"))}
    system: dict[str, list[ClaimRow]] = {}
    for row in claim_table.parse(resources.read_text(table), str(table)):
        system.setdefault(row.article, []).append(row)
    aliases = parse_aliases(resources.read_text(SHARED / "seed" / "aliases.tsv"), "aliases.tsv")
    found = evaluate(gold, system, aliases=aliases, linking=linking())
    command = [sys.executable, str(SHARED / "score.py"), str(gold_folder), str(table)]
    last = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    low, high = found.interval()
    total = found.total
    assert last == (
        f"articles {len(gold)}  P {total.precision:.3f}  R {total.recall:.3f}  F1 {total.f1:.3f}  "
        f"(95% {low:.3f} to {high:.3f})  mean F1 over predicates {found.mean_f1:.3f}"
    )
    assert 0.3 < total.f1 < 1
