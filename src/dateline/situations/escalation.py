"""Escalation: acts a day by their PLOVER intensity, what is usual, where the level changes, and an alert.

What it rests on, and cannot tell, stands in docs/situations.md.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Day  # noqa: N812
from datetime import timedelta
from functools import lru_cache
from math import exp, fsum, sqrt
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from dateline.records.situation import Change, Curve, CurveDay
from dateline.situations.changes import Series, change_points

CONFLICT, COOPERATION = "conflict", "cooperation"
#: Days that say what is usual, and how many of them there must be.
WINDOW, HISTORY = 56, 14
#: A median absolute deviation times this is the deviation of normal values; so many of them on either side are usual.
_SCALE, _WIDTH = 1.4826, 3.0
#: One act alone is never unusual: PLOVER's scale ends at 10.
_ONE_ACT = 10.0
#: As many acts a day as chance alone brings on all but one of a thousand days are usual.
_CHANCE = 0.999
#: From so many acts a day on, chance scatters them as evenly as the normal curve has it, by so many deviations.
_MANY, _DEVIATIONS = 50.0, 3.0902
#: Of the days before, the share on either side that an alert does not call usual.
_EDGE = 0.1
#: An alert is about a run of days that ended no longer ago.
RECENT = 7
#: A curve is no longer; what lies before its first day is counted as ``earlier``.
LONGEST = 3_653


class Act(NamedTuple):
    """One incident: its day (ISO; None where none is known) and its PLOVER intensity, -10 to 10."""

    day: str | None
    intensity: float | None


class _Sums(NamedTuple):
    """Everything by day, one value each: acts, their intensities and the squares of these, acts of either kind."""

    acts: Series
    intensity: Series
    squares: Series
    conflict: Series
    cooperation: Series


def curve(acts: Iterable[Act], *, today: str | None = None) -> Curve:
    """The curve of some incidents, each given once, in any order.

    Args:
        acts: the incidents; those without a day count as ``undated``.
        today: the day of asking, for the alert; None for the last day of the curve.
    """
    dated: dict[str, list[float]] = {}
    undated = 0
    for day, intensity in acts:
        if day is None:
            undated += 1
        else:
            dated.setdefault(day, []).append(intensity or 0.0)
    if not dated:
        return Curve((), undated=undated)
    days = _calendar(min(dated), max(dated))
    earlier = sum(len(found) for day, found in dated.items() if day < days[0])
    sums = _sums([dated.get(day, []) for day in days])
    shown = tuple(_shown(days, sums))
    changes = tuple(_changes(days, sums.intensity))
    alert = _alert(shown, sums, today or days[-1])
    return Curve(shown, changes, alert, undated, earlier)


def _calendar(first: str, last: str) -> list[str]:
    """Every day from the first to the last, but no more than the last ``LONGEST``."""
    end = Day.fromisoformat(last)
    count = min((end - Day.fromisoformat(first)).days + 1, LONGEST)
    return [(end - timedelta(days=left)).isoformat() for left in range(count - 1, -1, -1)]


def _sums(days: Sequence[Sequence[float]]) -> _Sums:
    """Each sum is exact, so that the order of the acts of a day changes nothing."""
    rows = [
        (len(d), fsum(d), fsum(v * v for v in d), sum(v < 0 for v in d), sum(v > 0 for v in d))
        for d in days
    ]
    return _Sums(*np.array(rows, dtype=np.float64).T)


def _shown(days: Sequence[str], sums: _Sums) -> Iterator[CurveDay]:
    lows, highs = _ranges(sums)
    for at, day in enumerate(days):
        acts, value = int(sums.acts[at]), float(sums.intensity[at])
        if at < HISTORY:
            yield CurveDay(day, acts, value, None, None)
            continue
        low, high = float(lows[at]), float(highs[at])
        out = CONFLICT if value < low else COOPERATION if value > high else None
        yield CurveDay(day, acts, value, low, high, out)


def _ranges(sums: _Sums) -> tuple[Series, Series]:
    """What is usual on each day by the days before it; without meaning where these are too few."""
    size = len(sums.intensity)
    lows, highs = np.zeros(size), np.zeros(size)
    for at in range(HISTORY, min(WINDOW, size)):
        lows[at], highs[at] = (ends[0] for ends in _usual(*(part[None, :at] for part in sums)))
    if size > WINDOW:
        windows = [sliding_window_view(part, WINDOW)[:-1] for part in sums]
        lows[WINDOW:], highs[WINDOW:] = _usual(*windows)
    return lows, highs


def _usual(
    _acts: Series, before: Series, squares: Series, conflict: Series, cooperation: Series
) -> tuple[Series, Series]:
    """The range of some days: their median and three scaled median absolute deviations to either side.

    Never narrower than what chance alone makes of acts of their number and strength, than one act, or than nine of ten
    of the days themselves.

    The arguments are those of ``_Sums``, of shape (ranges, days); returned are lowest and highest, one a range.
    """
    middle = np.median(before, axis=1)
    spread = _WIDTH * _SCALE * np.median(np.abs(before - middle[:, None]), axis=1)
    counts = (conflict + cooperation).sum(axis=1)
    chance = [
        _by_chance(int(count), float(square), before.shape[1])
        for count, square in zip(counts, squares.sum(axis=1), strict=True)
    ]
    wide = np.maximum(np.maximum(spread, chance), _ONE_ACT)
    lowest, highest = np.quantile(before, (_EDGE / 2, 1 - _EDGE / 2), axis=1)
    return np.minimum(middle - wide, lowest), np.maximum(middle + wide, highest)


def _by_chance(count: int, squares: float, days: int) -> float:
    """How far from its mean chance brings the sum of a day, where acts come independently of each other.

    One act more than there were is reckoned with: that none was seen does not make one impossible.
    """
    strength = sqrt(squares / count) if squares else _ONE_ACT
    rate = (count + 1) / days
    if rate > _MANY:
        return strength * _DEVIATIONS * sqrt(rate)
    return strength * (_most_by_chance(rate) + 0.5 - rate)


@lru_cache(maxsize=1024)
def _most_by_chance(rate: float) -> int:
    """The Poisson quantile."""
    most, term = 0, exp(-rate)
    total = term
    while total < _CHANCE:
        most += 1
        term *= rate / most
        total += term
    return most


def _changes(days: Sequence[str], values: Series) -> Iterable[Change]:
    points = change_points(values)
    edges = [0, *points, len(values)]
    for n, at in enumerate(points, 1):
        before, after = values[edges[n - 1] : at], values[at : edges[n + 1]]
        yield Change(days[at], fsum(before) / len(before), fsum(after) / len(after))


def _alert(days: Sequence[CurveDay], sums: _Sums, today: str) -> str | None:
    """One line on the last run of days on one side of what is usual, when it is recent."""
    last = next((n for n in range(len(days) - 1, -1, -1) if days[n].out), None)
    if last is None:
        return None
    if (Day.fromisoformat(today) - Day.fromisoformat(days[last].day)).days > RECENT:
        return None
    first = last
    while first and days[first - 1].out == days[last].out:
        first -= 1
    when = days[first].day if first == last else f"{days[first].day} to {days[last].day}"
    return f"{when}: {_told(days[first], sums, first, last)}"


def _told(begins: CurveDay, sums: _Sums, first: int, last: int) -> str:
    """What there was and what is usual: by acts where their number is out of the usual, else by intensity."""
    a_day = " a day" if last > first else ""
    counts = sums.conflict if begins.out == CONFLICT else sums.cooperation
    found = round(float(np.mean(counts[first : last + 1])))
    before = counts[max(0, first - WINDOW) : first]
    low, high = (round(float(q)) for q in np.quantile(before, (_EDGE, 1 - _EDGE)))
    if found > high:
        acts = "act" if found == 1 else "acts"
        return f"{found:,} {acts} of {begins.out}{a_day} where {_range(low, high)} usual"
    value = round(float(np.mean(sums.intensity[first : last + 1])))
    low, high = round(begins.low or 0.0), round(begins.high or 0.0)
    return f"intensity {value:,}{a_day} where {_range(low, high)} usual"


def _range(low: int, high: int) -> str:
    return f"{low:,} is" if low == high else f"{low:,} to {high:,} are"
