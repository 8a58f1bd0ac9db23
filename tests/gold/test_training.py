"""The training of the attachment model: what it learns from, and what it makes of it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from migkg import pipeline
from migkg.claim_table.evaluate import Aliases, Judge
from migkg.claim_table.table import parse
from migkg.extract.study import lessons
from migkg.model import Article

if TYPE_CHECKING:
    from types import ModuleType

TOP = Path(__file__).resolve().parents[2]
TEXT = (
    "The Third South American Conference on Migration took place in Lima. "
    "Delegates praised the hospitality of Lima. The South American Conference on Migration thanked Quito."
)
GOLD = (
    "a\tedition:SACM/3\theldIn\tLima\ttook place in Lima\n"
    "a\tedition:SACM/3\theldInCountry\tPE\ttook place in Lima\toptional\n"
)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_attachment", TOP / "scripts" / "train_attachment.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_a_true_claim_teaches_only_where_its_evidence_is(script: ModuleType) -> None:
    article = Article(id="a", lang="en", published=None, text=TEXT, sha256="")
    judge = Judge(parse(GOLD, "a.tsv"), Aliases().of("a"), frozenset())
    found = lessons(article, pipeline.reading_knowledge())
    marks = [script._marked(x, judge)[0] for x in found if x.offer.candidate.name == "held-place"]
    assert marks == [1, None, 0]


def test_a_weight_follows_what_tells_true_from_false(script: ModuleType) -> None:
    examples = [({"bias": 1.0, "cue": 1.0}, 1)] * 20 + [({"bias": 1.0, "noise": 1.0}, 0)] * 20
    weights = script.fitted("held-place", examples)
    assert weights["cue"] > 0.5
    assert weights["noise"] < -0.5


def test_a_seldom_feature_gets_no_weight(script: ModuleType) -> None:
    examples = [({"bias": 1.0}, 1), ({"bias": 1.0}, 0), ({"bias": 1.0, "once": 1.0}, 1)]
    assert "once" not in script.fitted("held-place", examples)


def test_a_threshold_lies_where_false_alarms_begin(script: ModuleType) -> None:
    pairs = [("held-place", 0.9, 1), ("held-place", 0.8, 1), ("held-place", 0.6, 0), ("held-place", 0.5, 0)]
    assert script.thresholds(pairs) == {"held-place": 0.795}


def test_nothing_is_learnt_from_the_articles_kept_for_the_last_measure(script: ModuleType) -> None:
    kept = script.unread()
    assert len(kept) == 42
    assert "en-03" in kept
    assert "en-01" not in kept


def test_each_article_belongs_to_one_fold(script: ModuleType) -> None:
    folds = [script.fold_of(f"en-f1-{n:02}", 5) for n in range(40)]
    assert set(folds) == {0, 1, 2, 3, 4}
    assert folds == [script.fold_of(f"en-f1-{n:02}", 5) for n in range(40)]
