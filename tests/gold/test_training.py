"""The training of the attachment model: what it learns from, and what it makes of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests import scripts

from migkg import pipeline
from migkg.claim_table.aliases import Aliases
from migkg.claim_table.evaluate import Judge
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
    return scripts.load("train_attachment")


@pytest.fixture(scope="module")
def fit(script: ModuleType) -> ModuleType:
    return sys.modules[script.weights.__module__]


def test_a_true_claim_teaches_only_where_its_evidence_is(script: ModuleType) -> None:
    article = Article(id="a", lang="en", published=None, text=TEXT, sha256="")
    judge = Judge(parse(GOLD, "a.tsv"), Aliases().of("a"), frozenset())
    found = lessons(article, pipeline.reading_knowledge())
    marks = [script.marked(x, judge)[0] for x in found if x.offer.candidate.name == "held-place"]
    assert marks == [1, None, 0]


def test_a_weight_follows_what_tells_true_from_false(fit: ModuleType) -> None:
    examples = [({"bias": 1.0, "cue": 1.0}, 1, 1.0)] * 20 + [({"bias": 1.0, "noise": 1.0}, 0, 1.0)] * 20
    weights = fit.fitted("held-place", examples)
    assert weights["cue"] > 0.5
    assert weights["noise"] < -0.5


def test_a_seldom_feature_gets_no_weight(fit: ModuleType) -> None:
    examples = [({"bias": 1.0}, 1, 1.0), ({"bias": 1.0}, 0, 1.0), ({"bias": 1.0, "once": 1.0}, 1, 1.0)]
    assert "once" not in fit.fitted("held-place", examples)


def test_what_counts_more_weighs_more(fit: ModuleType) -> None:
    lists = [({"bias": 1.0}, 1, 5.0)] * 10 + [({"bias": 1.0}, 0, 1.0)] * 10
    assert fit.fitted("held-place", lists)["bias"] > 0.5


@pytest.mark.unmeasured
def test_both_stages_are_learnt_from_the_same_articles(script: ModuleType, fit: ModuleType) -> None:
    places = ("Lima", "Arequipa", "Cusco", "Piura", "Chiclayo", "Iquitos", "Tacna", "Puno")
    found = []
    for n, place in enumerate(places * 3):
        text, gold = (t.replace("Lima", place).replace("Third", "Fourth") for t in (TEXT, GOLD))
        article = Article(id=f"a{n}", lang="en", published=None, text=text, sha256="")
        judge = Judge(parse(gold.replace("SACM/3", "SACM/4"), "a.tsv"), Aliases().of("a"), frozenset())
        offered = lessons(article, pipeline.reading_knowledge())
        found.append(fit.Studied(article.id, judge, [(x, *script.marked(x, judge)) for x in offered]))
    learnt = fit.weights(found)
    assert learnt["context"]["threshold"] == fit.TAKEN
    assert learnt["context"]["chance"] > 0
    right = [mark for chance, mark in script.judged(found, learnt) if chance > fit.TAKEN]
    assert len(right) >= len(found)
    assert all(right)


def test_nothing_is_learnt_from_the_articles_kept_for_the_last_measure(script: ModuleType) -> None:
    kept = script.unread()
    assert len(kept) == 42
    assert "en-03" in kept
    assert "en-01" not in kept


def test_each_article_belongs_to_one_fold(fit: ModuleType) -> None:
    folds = [fit.part_of(f"en-f1-{n:02}", 5) for n in range(40)]
    assert set(folds) == {0, 1, 2, 3, 4}
    assert folds == [fit.part_of(f"en-f1-{n:02}", 5) for n in range(40)]
