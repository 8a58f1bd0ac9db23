"""The documented contradictions between published sources: the graph finds by itself all that claims can express."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.fuse.makers import SINGLE
from tests.tables.makers import SHIPPED

from migkg import tables
from migkg.fuse import fuse
from migkg.fuse.judged import FAMILIES
from migkg.model import Status

if TYPE_CHECKING:
    from migkg.fused import Fusion, Judgement

JUDGEMENTS = tables.judgements(SHIPPED)
EXPRESSED = [judgement for judgement in JUDGEMENTS if judgement.expressed]


@cache
def fused() -> Fusion:
    distinct = [(row.cells["key"], row.cells["other"]) for row in SHIPPED["distinct"].rows]
    return fuse(tables.claims(SHIPPED), single_valued=SINGLE, distinct=distinct, judgements=JUDGEMENTS)


def kinds_found(judgement: Judgement, fusion: Fusion) -> set[str]:
    """The kinds of the findings on a documented point, its property or one that says the same."""
    family = next((f for f in FAMILIES if judgement.predicate in f), frozenset({judgement.predicate}))
    subject = fusion.subjects.get(judgement.subject, judgement.subject)
    return {
        finding.check.rpartition("/")[2].replace("-", " ")
        for finding in fusion.findings
        if finding.check.startswith("contradiction/") and finding.focus == subject and finding.path in family
    }


@pytest.mark.parametrize("judgement", EXPRESSED, ids=lambda j: f"{j.number}-{j.subject}-{j.predicate}")
def test_what_claims_can_express_is_found_with_its_kind(judgement: Judgement) -> None:
    assert judgement.kind in kinds_found(judgement, fused())


def test_how_many_are_documented_expressible_and_found() -> None:
    found = {judgement.number for judgement in EXPRESSED if kinds_found(judgement, fused())}
    numbers = {judgement.number for judgement in JUDGEMENTS}
    assert (len(numbers), len({j.number for j in EXPRESSED}), len(found)) == (123, 63, 63)


def test_what_is_not_expressible_says_why() -> None:
    assert all(row.cells["note"] for row in SHIPPED["contradictions"].rows if row.cells["expressed"] == "no")


@cache
def plain() -> Fusion:
    """What the rules find without anything that people judged."""
    distinct = [(row.cells["key"], row.cells["other"]) for row in SHIPPED["distinct"].rows]
    return fuse(tables.claims(SHIPPED), single_valued=SINGLE, distinct=distinct)


def test_without_judgements_the_rules_tell_kinds_and_leave_the_rest_open() -> None:
    kinds = {f.check.rpartition("/")[2] for f in plain().findings if f.check.startswith("contradiction/")}
    assert kinds == {"change-over-time", "count-rule", "error", "naming", "open"}


def test_where_a_rule_tells_the_kind_it_tells_what_people_judged() -> None:
    """Right 33 times, wrong 3 times: a plan that erred, and an error of a day that looks like another count of days."""
    told = [(judgement.kind, kinds_found(judgement, plain()) - {"open"}) for judgement in EXPRESSED]
    right = [judged for judged, kinds in told if judged in kinds]
    wrong = [(judged, kinds) for judged, kinds in told if kinds and judged not in kinds]
    assert len(right) >= 33
    assert len(wrong) <= 3
    assert not [judged for judged, _ in wrong if judged == "open"]


def test_a_value_that_people_found_wrong_is_never_accepted_beside_another() -> None:
    fusion = fused()
    for judgement in EXPRESSED:
        subject = fusion.subjects.get(judgement.subject, judgement.subject)
        accepted = {
            r.object
            for r in fusion.resolved.values()
            if (r.subject, r.predicate) == (subject, judgement.predicate) and r.status is Status.ACCEPTED
        }
        assert not accepted & judgement.wrong, judgement.number
