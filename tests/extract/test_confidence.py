"""The confidence of claims: what is seen of them, what weights make of it, and which are too unsure to enter."""

from __future__ import annotations

from dataclasses import replace
from math import log, log1p
from typing import TYPE_CHECKING

import pytest

from migkg.extract import surer
from migkg.extract.confidence import confident, seen
from migkg.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.model import Claim, Reading

    Read = Callable[..., Reading]

TEXT = (
    "The Third South American Conference on Migration took place in Lima. "
    "The Third South American Conference on Migration took place in Quito. "
    "A technical meeting of the Colombo Process was held in Dhaka in 2014."
)


@pytest.fixture
def read(reading: Read) -> Reading:
    return reading(TEXT)


def of(reading: Reading, predicate: str, value: str) -> int:
    return next(n for n, c in enumerate(reading.claims) if (c.predicate, c.object) == (predicate, value))


def test_a_claim_shows_its_sort_and_how_it_was_read(read: Reading) -> None:
    found = seen(read)[of(read, "heldIn", "Lima")]
    assert {"bias", "rule", "predicate heldIn", "subject edition number"} <= set(found)
    known = read.claims[of(read, "heldIn", "Lima")].confidence
    assert found["odds rule"] == pytest.approx(log(known / (1 - known)))


def test_a_claim_of_the_model_is_told_from_one_of_a_rule(read: Reading) -> None:
    first, *others = read.claims
    assert isinstance(first.evidence, Evidence)
    model = replace(first, evidence=replace(first.evidence, rule="en/attachment"))
    found = seen(replace(read, claims=(model, *others)))
    assert "model" in found[0]
    assert all("model" not in each for each in found[1:])


def test_a_meeting_with_two_places_shows_it(read: Reading) -> None:
    found = seen(read)
    assert found[of(read, "heldIn", "Lima")]["places"] == 1.0
    assert "places" not in found[of(read, "heldIn", "Dhaka")]


def test_a_lesser_meeting_shows_its_kind_and_what_of_its_key_is_known(read: Reading) -> None:
    assert "subject meeting technical year" in seen(read)[of(read, "heldIn", "Dhaka")]


def test_how_the_article_names_the_series(read: Reading) -> None:
    found = seen(read)
    lima, dhaka = found[of(read, "heldIn", "Lima")], found[of(read, "heldIn", "Dhaka")]
    assert (lima["named"], lima["named first"], lima["never named"]) == (log1p(2), 1.0, 0.0)
    assert (dhaka["named"], dhaka["named first"], dhaka["meetings of others"]) == (log1p(1), 0.0, log1p(1))


def test_a_series_that_the_text_does_not_name_shows_it(read: Reading) -> None:
    nameless = seen(replace(read, mentions=()))
    assert nameless[of(read, "heldIn", "Lima")]["never named"] == 1.0


def test_without_weights_confidence_stays(read: Reading) -> None:
    assert confident(read, {}) == read


def test_weights_make_confidence_and_change_nothing_else(read: Reading) -> None:
    known = confident(read, {"bias": 2.0, "places": -2.0})
    assert known.claims[of(read, "heldIn", "Lima")].confidence == 0.5
    assert known.claims[of(read, "heldIn", "Dhaka")].confidence == 0.881

    def unsaid(claim: Claim) -> Claim:
        return replace(claim, confidence=0.0)

    assert list(map(unsaid, known.claims)) == list(map(unsaid, read.claims))


def test_what_is_less_sure_than_asked_is_refused_with_the_reason(read: Reading) -> None:
    known = confident(read, {"bias": 2.0, "places": -2.0})
    kept = surer(known, 0.8)
    assert {c.subject for c in known.claims} == {"edition:SACM/3", "meeting:COLOMBO/technical/2014"}
    assert {c.subject for c in kept.claims} == {"meeting:COLOMBO/technical/2014"}
    reasons = {r.text: r.reason for r in kept.rejected}
    assert reasons["edition:SACM/3 heldIn Lima"] == "its confidence is 0.50, 0.8 is asked for"
    assert len(kept.claims) + len(kept.rejected) == len(known.claims) + len(known.rejected)


def test_as_sure_as_asked_is_sure_enough(read: Reading) -> None:
    known = confident(read, {"bias": 0.0})
    assert surer(known, 0.5) == known
    assert not surer(known, 0.501).claims
