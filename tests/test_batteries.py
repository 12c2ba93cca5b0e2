"""The open parts of the batteries against floors; the sealed parts are only counted (tools/batteries.py --sealed)."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import batteries

from dateline.pipeline import Pipeline

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def test_status(pipeline: Pipeline) -> None:
    found = batteries.status_figures(pipeline, "open")
    assert found["status_right_of_found"] >= 0.98
    assert found["forbidden_absent"] >= 0.985
    assert found["acts_right"] >= 0.915


def test_false_alarms(pipeline: Pipeline) -> None:
    found = batteries.alarm_figures(pipeline, "open")
    assert found["sentences"] >= 400
    assert found["false_alarms"] <= 0.03


def test_parts_are_apart() -> None:
    for name in ("status", "alarms"):
        opened = {r["text"] for r in batteries.rows(name, "open")}
        sealed = {r["text"] for r in batteries.rows(name, "sealed")}
        assert sealed
        assert not opened & sealed
