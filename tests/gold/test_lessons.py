"""The short texts of tests/gold/lessons: their form, and how much of them is read."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests import scripts, shipped

from migkg.claim_table.table import parse

if TYPE_CHECKING:
    from types import ModuleType

TOP = Path(__file__).resolve().parents[2]
TABLES = sorted((TOP / "tests" / "gold" / "lessons").glob("*.tsv"))
PINNED = {"en": (0.86, 0.68), "es": (0.85, 0.64), "fr": (0.86, 0.66)}
"""Precision and recall that are read at least, by language; higher ones may be pinned at any time."""
LABELLED = {"hasChair", "hasHost", "hasSupporter", "hasParticipant", "hasMember", "hasSpeaker", "hasAttendee"}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return scripts.load("lesson_figures")


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_each_text_is_one_of_its_own_and_its_claims_are_claims(path: Path, script: ModuleType) -> None:
    found = list(script.texts(path))
    assert len({text for text, _, _ in found}) == len(found)
    assert {lang for _, lang, _ in found} == {path.stem[-2:]}
    for text, _, claims in found:
        lines = "".join(f"a\t{s}\t{p}\t{o}\t{text.split()[0]}\n" for s, p, o in claims)
        assert len(parse(lines, path.name)) == len(claims)


@pytest.mark.parametrize("lang", sorted(PINNED))
def test_most_of_them_tell_a_weak_relation_and_many_none(lang: str, script: ModuleType) -> None:
    rows = [claims for path in TABLES if path.stem.endswith(lang) for _, _, claims in script.texts(path)]
    weak = sum(any(predicate in LABELLED for _, predicate, _ in claims) for claims in rows)
    assert len(rows) > 600
    assert 0.6 < weak / len(rows) < 0.95


@pytest.mark.parametrize(
    ("cell", "claims"),
    [
        ("forum:SACM hasChair PE", [("forum:SACM", "hasChair", "PE")]),
        (
            "edition:SACM/3 heldIn La Paz; hasHost BO",
            [("edition:SACM/3", "heldIn", "La Paz"), ("edition:SACM/3", "hasHost", "BO")],
        ),
        ("person:Ana Ruiz hasPosition minister @ PE", [("person:Ana Ruiz", "hasPosition", "minister @ PE")]),
        ("", []),
    ],
)
def test_a_cell_has_claims_of_several_subjects(
    cell: str, claims: list[tuple[str, str, str]], script: ModuleType
) -> None:
    assert list(sys.modules[script.texts.__module__].claims_of(cell)) == claims


def test_who_has_another_part_may_have_come_as_well(script: ModuleType) -> None:
    judge = script.judge_of("x", [("edition:SACM/3", "hasHost", "BO")], frozenset({"year"}))
    assert judge.verdict(("edition:SACM/3", "hasHost", "BO")) == 1
    assert judge.verdict(("edition:SACM/3", "hasParticipant", "BO")) == 0
    assert judge.verdict(("edition:SACM/3", "year", "2004")) == 0
    assert judge.verdict(("edition:SACM/3", "hasParticipant", "PE")) == -1


@pytest.mark.unmeasured
@pytest.mark.parametrize("lang", sorted(PINNED))
def test_no_less_is_read_than_was(lang: str, script: ModuleType) -> None:
    counts: Counter[str] = Counter()
    for path in TABLES:
        if path.stem.endswith(lang):
            counts.update(outcome for _, outcome in script.outcomes(path, shipped.whole()))
    precision, recall = PINNED[lang]
    assert counts["right"] / (counts["right"] + counts["wrong"]) >= precision
    assert counts["right"] / (counts["right"] + counts["missed"]) >= recall
