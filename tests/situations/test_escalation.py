"""The curve: what is usual, what is out, where the level changes; and that no order or outlier bends it."""

import random
from datetime import date, timedelta
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.situations import changes, escalation
from dateline.situations.changes import SHORTEST, change_points
from dateline.situations.escalation import Act, curve

START = date(2026, 1, 1)


def day(number: int) -> str:
    return (START + timedelta(days=number)).isoformat()


def acts(counts: list[int], intensity: float = -5.0) -> list[Act]:
    """So many acts of one intensity on each day; the first and last day have at least one of none."""
    found = [Act(day(n), intensity) for n, count in enumerate(counts) for _ in range(count)]
    return [Act(day(0), 0.0), *found, Act(day(len(counts) - 1), 0.0)]


def noise(size: int, level: float, seed: int) -> list[int]:
    chance = random.Random(seed)
    return [max(0, round(chance.gauss(level, 1.0))) for _ in range(size)]


def test_nothing() -> None:
    assert curve([]).days == ()
    found = curve([Act(None, -5.0), Act(None, None)])
    assert (found.days, found.undated, found.alert) == ((), 2, None)


def test_days_between_are_filled_and_each_act_counts_once() -> None:
    found = curve([Act(day(3), -9.0), Act(day(0), 2.5), Act(day(3), None), Act(None, -1.0)])
    assert [(d.day, d.incidents, d.intensity) for d in found.days] == [
        (day(0), 1, 2.5), (day(1), 0, 0.0), (day(2), 0, 0.0), (day(3), 2, -9.0),
    ]  # fmt: skip
    assert found.undated == 1
    assert {(d.low, d.high, d.out) for d in found.days} == {(None, None, None)}


@given(st.lists(st.tuples(st.integers(0, 60), st.floats(-10, 10)), max_size=80), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_acts_changes_nothing(
    rows: list[tuple[int, float]], chance: random.Random
) -> None:
    some = [Act(day(n), value) for n, value in rows]
    other = list(some)
    chance.shuffle(other)
    assert curve(some) == curve(other)


@pytest.mark.parametrize("level", [0, 1, 4])
def test_a_constant_series_has_no_change_and_no_alert(level: int) -> None:
    found = curve(acts([level] * 120))
    assert found.changes == ()
    assert found.alert is None
    assert not any(d.out for d in found.days)


@pytest.mark.parametrize("at", [15, 60, 100])
@pytest.mark.parametrize(("before", "after"), [(3, 12), (12, 3)])
@pytest.mark.parametrize("seed", range(4))
def test_a_step_is_one_change_within_a_day(at: int, before: int, after: int, seed: int) -> None:
    found = curve(acts(noise(at, before, seed) + noise(120 - at, after, seed + 99)))
    (change,) = found.changes
    assert abs((date.fromisoformat(change.day) - START).days - at) <= 1
    assert change.before == pytest.approx(-5.0 * before, abs=3.0)
    assert change.after == pytest.approx(-5.0 * after, abs=3.0)


@pytest.mark.parametrize("seed", range(10))
def test_noise_has_no_change(seed: int) -> None:
    assert curve(acts(noise(365, 4, seed))).changes == ()


@pytest.mark.parametrize("flat", [True, False])
@pytest.mark.parametrize("at", [20, 70, 119])
def test_one_outlier_is_out_and_no_change(flat: bool, at: int) -> None:
    counts = [2] * 120 if flat else noise(120, 4, 5)
    counts[at] = 60
    found = curve(acts(counts))
    assert found.changes == ()
    assert found.days[at].out == "conflict"
    assert sum(d.out is not None for d in found.days) <= 2
    assert (found.alert is not None) == (at == 119)


def test_a_step_stays_when_a_day_is_wild() -> None:
    counts = noise(60, 3, 1) + noise(60, 12, 2)
    plain = curve(acts(counts)).changes
    counts[30] = 90
    assert [c.day for c in curve(acts(counts)).changes] == [c.day for c in plain]


@given(st.integers(0, 10_000), st.sampled_from([2, 3, 10]))
@settings(max_examples=30, deadline=None)
def test_a_factor_changes_the_scale_and_nothing_else(seed: int, factor: int) -> None:
    """With the one act that a range spans at least of that factor too."""
    counts = noise(60, 8, seed) + noise(60, 20, seed + 1)
    one = curve(acts(counts, -5.0))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(escalation, "_ONE_ACT", escalation._ONE_ACT * factor)
        many = curve(acts(counts, -5.0 * factor))
    assert [c.day for c in one.changes] == [c.day for c in many.changes]
    for a, b in zip(one.changes, many.changes, strict=True):
        assert b.before == pytest.approx(a.before * factor)
    for c, d in zip(one.days, many.days, strict=True):
        assert d.intensity == pytest.approx(c.intensity * factor)
        assert c.out == d.out
        if c.low is not None:
            assert (d.low, d.high) == pytest.approx((c.low * factor, c.high * factor))


def test_there_is_no_range_before_there_is_history() -> None:
    found = curve(acts([2] * 40))
    known = [d.low is not None for d in found.days]
    assert known == [n >= escalation.HISTORY for n in range(40)]


@pytest.mark.parametrize("often", [2, 5, 14, 60])
def test_what_chance_brings_is_not_out(often: int) -> None:
    """Rare acts that come singly, and as many on one day as come by chance now and then."""
    counts = [int(n % often == 0) for n in range(120)]
    assert not any(d.out for d in curve(acts(counts, -9.0)).days)
    counts[100] = 1 + 60 // often // 15
    assert curve(acts(counts, -9.0)).days[100].out is None
    counts[100] = 8
    assert curve(acts(counts, -9.0)).days[100].out == "conflict"


@pytest.mark.parametrize("rate", [0.05, 0.4, 2.0, 30.0, 80.0])
def test_days_by_chance_are_seldom_out(rate: float) -> None:
    chance = np.random.default_rng(6)
    counts = [int(n) for n in chance.poisson(rate, 800)]
    out = sum(d.out is not None for d in curve(acts(counts, -6.0)).days)
    assert out <= 8


def test_one_act_alone_is_never_out() -> None:
    counts = [0] * 60
    counts[40] = 1
    assert curve(acts(counts, -10.0)).days[40].out is None
    counts[40] = 2
    assert curve(acts(counts, -10.0)).days[40].out == "conflict"


def test_the_range_rests_on_days_before_only() -> None:
    counts = noise(80, 4, 3)
    cut = curve(acts(counts[:60])).days
    assert curve(acts(counts)).days[: len(cut) - 1] == cut[:-1]  # the last has the mark of the end


def test_the_alert_tells_days_and_what_is_usual() -> None:
    counts = [*([2, 5, 3, 4] * 16)[:62], 12, 13, 12]
    assert curve(acts(counts)).alert == (
        f"{day(62)} to {day(64)}: 12 acts of conflict a day where 2 to 5 are usual"
    )
    assert curve(acts([*counts[:62], 12])).alert == (
        f"{day(62)}: 12 acts of conflict where 2 to 5 are usual"
    )
    assert curve(acts(counts, 5.0)).alert == (
        f"{day(62)} to {day(64)}: 12 acts of cooperation a day where 2 to 5 are usual"
    )


def test_an_alert_by_strength_tells_the_strength() -> None:
    some = [*acts([3] * 60, -2.0), *(Act(day(60), -10.0) for _ in range(3))]
    assert curve(some).alert == f"{day(60)}: intensity -30 where -21 to 9 are usual"


def test_an_alert_is_recent() -> None:
    some = acts([3] * 60 + [20])
    assert curve(some).alert is not None
    assert curve(some, today=day(60 + escalation.RECENT)).alert is not None
    assert curve(some, today=day(61 + escalation.RECENT)).alert is None


def test_what_lies_before_a_very_long_curve_is_counted() -> None:
    found = curve([Act("1900-05-01", -5.0), Act("2026-05-01", -5.0), Act("2026-05-02", -5.0)])
    assert len(found.days) == escalation.LONGEST
    assert found.earlier == 1
    assert sum(d.incidents for d in found.days) == 2


def test_no_stretch_is_shorter_than_a_week() -> None:
    chance = np.random.default_rng(4)
    for size in (13, 14, 40, 200):
        values = np.repeat(chance.normal(size=size // 5 + 1), 5)[:size] * 9
        edges = [0, *change_points(values), size]
        assert len(edges) == 2 or min(np.diff(edges)) >= SHORTEST


def test_the_split_is_the_cheapest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Against all splits of a short series, tried one by one."""
    monkeypatch.setattr(changes, "SHORTEST", 2)
    chance = np.random.default_rng(8)
    for _ in range(20):
        values = changes._standard_ranks(np.round(chance.normal(size=11) + 4 * (np.arange(11) > 5)))

        def cost(split: tuple[int, ...], values: np.ndarray = values) -> float:
            edges = [0, *split, 11]
            parts = [values[a:b] for a, b in pairwise(edges)]
            if min(map(len, parts)) < 2:
                return np.inf
            each = changes._PENALTY * np.log(11)
            return sum(((p - p.mean()) ** 2).sum() for p in parts) + each * len(split)

        every = [s for k in range(5) for s in combinations(range(1, 11), k)]
        assert cost(tuple(changes._split(values))) == pytest.approx(min(map(cost, every)))
