"""When two coded events are one act, and when they are not: minimal pairs."""

from typing import Any

import pytest
from helpers.reports import ARMY, actor, shelling

from dateline.situations.same_event import SAME, kilometres, match
from dateline.situations.sketch import Sketch, sketches


def told(key: int = 0, **changed: Any) -> Sketch:
    """The sketch of the shelling, with something changed."""
    return next(sketches(key, shelling(f"r{key}", **changed)))


SAME_ACT = {
    "the same words": {},
    "no day in one": {"day": None},
    "no recipient in one": {"to": []},
    "no doer in one": {"by": []},
    "a figure in one": {"killed": [3, 3]},
    "alleged in one": {"status": "alleged"},
    "denied in one": {"status": "denied"},
    "a longer name": {"by": [actor("northern rebels")]},
    "unknown gunmen": {"by": [actor("gunmen", None)]},
}
ANOTHER = {
    "another town": {"town": "Mukalla"},
    "the next day's": {"day": "2024-03-02"},
    "days later": {"day": "2024-03-04"},
    "another kind": {"type": "PROTEST"},
    "only planned": {"status": "planned"},
    "long ago": {"status": "historical"},
    "another doer and nothing else to go by": {"by": [ARMY], "town": None, "day": None, "to": []},
    "ten times the dead": {"killed": [40, 40]},
    "other means": {"modes": ["arrest"]},
}


@pytest.mark.parametrize("changed", SAME_ACT.values(), ids=SAME_ACT)
def test_one_act(changed: dict[str, Any]) -> None:
    found = match(told(), told(1, **changed))
    assert found.score >= SAME
    assert found.reasons


@pytest.mark.parametrize("changed", ANOTHER.values(), ids=ANOTHER)
def test_two_acts(changed: dict[str, Any]) -> None:
    first = (
        told(killed=[4, 4], modes=["heavy-weapons"])
        if changed.keys() & {"killed", "modes"}
        else told()
    )
    assert match(first, told(1, **changed)).score < SAME


@pytest.mark.parametrize("changed", [*SAME_ACT.values(), *ANOTHER.values()])
def test_it_is_the_same_both_ways(changed: dict[str, Any]) -> None:
    assert match(told(), told(1, **changed), 0.3) == match(told(1, **changed), told(), 0.3)


def test_described_people_are_less_than_names() -> None:
    loose = {"by": [], "town": None, "day": None}
    one, other = (
        told(to=[actor("children", None)], **loose),
        told(1, to=[actor("children", None)], **loose),
    )
    assert match(one, other).score < SAME
    assert match(one, other, 1.0).score >= SAME


def test_reports_of_one_matter_need_less() -> None:
    one, other = told(by=[], to=[], town=None), told(1, by=[], to=[], town=None)
    assert match(one, other).score < SAME <= match(one, other, 1.0).score


def test_one_day_apart_is_one_act_only_in_reports_of_one_matter() -> None:
    one, other = told(), told(1, day="2024-03-02")
    assert match(one, other).score < SAME <= match(one, other, 1.0).score


def test_towns_close_by_may_be_one_place() -> None:
    assert kilometres(12.78, 45.03, 12.78, 45.03) == 0
    assert kilometres(12.78, 45.03, 14.54, 49.12) == pytest.approx(484, abs=5)
