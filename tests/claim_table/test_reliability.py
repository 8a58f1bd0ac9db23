"""Whether confidence means what it says, counted by hand."""

from __future__ import annotations

import pytest

from migkg.claim_table.reliability import calibration_error, reliability


def test_a_bin_tells_what_is_said_and_what_is_true() -> None:
    bins = reliability([(0.72, True), (0.78, False), (0.1, False), (0.7, True)])
    assert [(b.low, b.high, b.claims) for b in bins] == [(0.1, 0.2, 1), (0.7, 0.8, 3)]
    assert bins[1].said == pytest.approx((0.72 + 0.78 + 0.7) / 3)
    assert bins[1].true == pytest.approx(2 / 3)


def test_certainty_is_in_the_last_bin() -> None:
    (last,) = reliability([(1.0, True), (0.95, True)])
    assert (last.low, last.claims, last.true) == (0.9, 2, 1.0)


def test_the_error_is_the_mean_distance_by_size() -> None:
    bins = reliability([(0.9, True), (0.9, True), (0.9, False), (0.4, False)])
    assert calibration_error(bins) == pytest.approx((3 * (0.9 - 2 / 3) + 1 * 0.4) / 4)


def test_nothing_claimed_is_no_error() -> None:
    assert calibration_error(reliability([])) == 0.0
