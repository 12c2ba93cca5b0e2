"""Counts, calibration and intervals, worked out by hand."""

import pytest

from dateline.scoring.bootstrap import intervals
from dateline.scoring.calibration import calibrate
from dateline.scoring.figures import Figures, macro, shares, total


def test_precision_recall_f1() -> None:
    found = Figures(gold=4, coded=5, hits=2)
    assert (found.precision, found.recall) == (0.4, 0.5)
    assert found.f1 == pytest.approx(2 * 0.4 * 0.5 / 0.9)


def test_what_is_not_there_has_no_figure() -> None:
    assert (Figures().precision, Figures().recall, Figures().f1) == (None, None, None)
    assert Figures(gold=1).f1 == 0


def test_micro_and_macro() -> None:
    kinds = [Figures(9, 9, 9), Figures(1, 0, 0), Figures(0, 1, 0)]
    assert total(kinds) == Figures(10, 10, 9)
    mean = macro(kinds)
    assert (mean.precision, mean.recall, mean.f1) == (1.0, 0.5, 0.5)


def test_shares_leave_out_what_cannot_be_judged() -> None:
    found = shares([True, None, False])
    assert (found.right, found.of, found.value) == (1, 2, 0.5)


def test_calibration() -> None:
    """Brier (.01 + .81 + .16) / 3; bins .9: mean .9, right .5; .6: right 1; error (2 * .4 + .4) / 3."""
    found = calibrate([(0.9, True), (0.9, False), (0.6, True)])
    assert found is not None
    assert found.brier == pytest.approx(0.98 / 3)
    assert found.error == pytest.approx(0.4)
    assert [(b.low, b.high, b.events) for b in found.bins] == [(0.6, 0.7, 1), (0.9, 1.0, 2)]
    assert calibrate([]) is None


@pytest.mark.parametrize(
    ("confidence", "low"), [(0, 0), (0.3, 0.3), (0.7, 0.7), (0.99, 0.9), (1, 0.9)]
)
def test_edges_of_bins(confidence: float, low: float) -> None:
    found = calibrate([(confidence, True)])
    assert found is not None
    assert found.bins[0].low == low


def test_interval_is_the_same_every_time_and_holds_the_figure() -> None:
    reports = [Figures(2, 2, 2), Figures(1, 2, 0), Figures(2, 1, 1), Figures(1, 1, 1)] * 5
    found = intervals(reports)
    assert found == intervals(reports)
    assert found is not None
    assert found.recall is not None
    assert found.recall[0] < 4 / 6 < found.recall[1]


def test_interval_of_equal_reports_is_a_point() -> None:
    found = intervals([Figures(2, 2, 1)] * 3)
    assert found is not None
    assert found.f1 == (0.5, 0.5)
    assert intervals([Figures(2, 2, 1)]) is None
