"""The quality of reading does not fall below what it was, on the very corpus on which it was measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests import scripts

TOP = Path(__file__).resolve().parents[2]
REPAIR = "run 'python scripts/quality_floor.py' (with --lower if a fall is meant)"


FLOOR = scripts.load("quality_floor")
PINNED = json.loads((TOP / "tests" / "gold" / "floor.json").read_text(encoding="utf-8"))


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", sorted(PINNED))
def test_reading_is_no_worse_than_it_was(name: str) -> None:
    gold, articles = FLOOR.CORPORA[name]
    if not gold.is_dir():
        return  # the development articles lie beside the project only where it is developed
    assert FLOOR.digest(gold, articles) == PINNED[name]["sha256"], f"the corpus changed: {REPAIR}"
    for figure, value in FLOOR.measured(gold, articles).items():
        assert value >= PINNED[name][figure], f"{figure} fell: {REPAIR}"
