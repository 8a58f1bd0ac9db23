"""The training of the attachment model: what it learns from, and what it makes of it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests import scripts

from migkg import extract, pipeline
from migkg.claim_table.aliases import Aliases
from migkg.claim_table.evaluate import Judge
from migkg.claim_table.table import parse
from migkg.extract.attachment import Attachment
from migkg.extract.confidence import confident
from migkg.extract.study import lessons
from migkg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
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
    right = [mark for chance, mark in judged(found, learnt) if chance > fit.TAKEN]
    assert len(right) >= len(found)
    assert all(right)


def judged(articles: Iterable[Any], learnt: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[float, bool]]:
    """The probability of each claim that the model would make and the gold knows, and whether it is right."""
    model = Attachment(learnt)
    for article in articles:
        taught = [lesson for lesson, _, _ in article.lessons]
        stated = [lesson.stated for lesson in taught]
        bids = model.judge([lesson.offer for lesson in taught], lambda n, k, stated=stated: stated[n][k])  # type: ignore[misc]
        for chance, bid in bids.values():
            yield from ((chance, article.judge.verdict(c) == 1) for c in bid.claims if article.judge.verdict(c))


def readings(script: ModuleType) -> list[Any]:
    """Twelve readings whose rules are always sure, and wrong where the meeting has a second place."""
    lexicon = replace(pipeline.reading_knowledge(), attachment={})
    found = []
    for n in range(12):
        text = TEXT if n % 2 else f"{TEXT} The Third South American Conference on Migration took place in Quito."
        article = Article(id=f"a{n}", lang="en", published=None, text=text, sha256="")
        gold = GOLD if n % 2 else GOLD.replace("Lima", "Bogotá")
        judge = Judge(parse(gold, "a.tsv"), Aliases().of("a"), frozenset())
        read = extract.read(article, lexicon)
        claims = tuple(replace(c, confidence=0.95) for c in read.claims if c.predicate == "heldIn")
        found.append(script.Judged(replace(read, claims=claims), judge))
    return found


def test_how_far_claims_are_to_be_trusted_is_learnt_from_readings(script: ModuleType) -> None:
    found = readings(script)
    weights = script.trust(found)
    assert weights["places"] < 0
    right, doubtful = (confident(found[n].reading, weights).claims[0].confidence for n in (1, 0))
    assert doubtful < right - 0.1


def test_the_report_tells_how_far_confidence_is_from_what_is_true(script: ModuleType) -> None:
    lines = list(script.calibrated(readings(script), 3))
    before, after = (float(line.rpartition(" ")[2]) for line in lines if "calibration error" in line)
    assert lines[0].startswith("  as judged: calibration error ")
    assert after < before


def test_nothing_is_learnt_from_the_articles_kept_for_the_last_measure(script: ModuleType) -> None:
    kept = script.unread()
    assert len(kept) == 42
    assert "en-03" in kept
    assert "en-01" not in kept


def test_each_article_belongs_to_one_fold(fit: ModuleType) -> None:
    folds = [fit.part_of(f"en-f1-{n:02}", 5) for n in range(40)]
    assert set(folds) == {0, 1, 2, 3, 4}
    assert folds == [fit.part_of(f"en-f1-{n:02}", 5) for n in range(40)]
