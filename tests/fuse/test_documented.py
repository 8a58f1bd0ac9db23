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
    from migkg.model import Fusion, Judgement

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
    assert (len(numbers), len({j.number for j in EXPRESSED}), len(found)) == (123, 62, 62)


def test_what_is_not_expressible_says_why() -> None:
    assert all(row.cells["note"] for row in SHIPPED["contradictions"].rows if row.cells["expressed"] == "no")


def test_without_judgements_the_rules_find_as_many_and_leave_the_rest_open() -> None:
    plain = fuse(tables.claims(SHIPPED), single_valued=SINGLE)
    kinds = {f.check.rpartition("/")[2] for f in plain.findings if f.check.startswith("contradiction/")}
    assert kinds == {"change-over-time", "count-rule", "naming", "open"}


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
