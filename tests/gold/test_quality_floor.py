"""The quality of reading does not fall below what it was, on the very corpus on which it was measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests import scripts

TOP = Path(__file__).resolve().parents[2]
REPAIR = "run 'python scripts/quality_floor.py' (with --lower if it is meant to be worse)"


FLOOR = scripts.load("quality_floor")
PINNED = json.loads((TOP / "tests" / "gold" / "floor.json").read_text(encoding="utf-8"))


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", sorted(PINNED))
def test_reading_is_no_worse_than_it_was(name: str) -> None:
    gold, articles = FLOOR.CORPORA[name]
    if not gold.is_dir():
        return  # the development articles lie beside the project only where it is developed
    assert FLOOR.digest(gold, articles) == PINNED[name]["sha256"], f"the corpus changed: {REPAIR}"
    found = FLOOR.measured(gold, articles)
    assert set(found) == set(PINNED[name]) - {"sha256"}
    assert not FLOOR.worse(found, PINNED[name]), f"{found}: {REPAIR}"


@pytest.mark.parametrize(
    ("found", "worse"),
    [
        ({"f1": 0.8, "calibration_error": 0.05}, []),
        ({"f1": 0.9, "calibration_error": 0.04}, []),
        ({"f1": 0.79, "calibration_error": 0.06}, ["f1", "calibration_error"]),
    ],
)
def test_figures_fall_and_errors_rise(found: dict[str, float], worse: list[str]) -> None:
    assert FLOOR.worse(found, {"sha256": "", "f1": 0.8, "calibration_error": 0.05}) == worse
