"""Escalation: acts a day by their PLOVER intensity, what is usual, where the level changes, and an alert.

What it rests on, and cannot tell, stands in docs/situations.md.
"""

from collections.abc import Iterable, Sequence
from datetime import date as Day  # noqa: N812
from datetime import timedelta
from math import exp, fsum, sqrt
from typing import NamedTuple

import numpy as np

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
    shown = tuple(_day(days, sums, at) for at in range(len(days)))
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


def _day(days: Sequence[str], sums: _Sums, at: int) -> CurveDay:
    value = float(sums.intensity[at])
    acts = int(sums.acts[at])
    if at < HISTORY:
        return CurveDay(days[at], acts, value, None, None)
    low, high = _usual(sums, slice(max(0, at - WINDOW), at))
    out = CONFLICT if value < low else COOPERATION if value > high else None
    return CurveDay(days[at], acts, value, low, high, out)


def _usual(sums: _Sums, window: slice) -> tuple[float, float]:
    """The range of some days: their median and three scaled median absolute deviations to either side.

    Never narrower than what chance alone makes of acts of their number and strength, than one act, or than nine of ten
    of the days themselves.
    """
    before = sums.intensity[window]
    middle = float(np.median(before))
    spread = _WIDTH * _SCALE * float(np.median(np.abs(before - middle)))
    chance = _by_chance(
        sums.conflict[window] + sums.cooperation[window], float(sums.squares[window].sum())
    )
    wide = max(spread, chance, _ONE_ACT)
    lowest, highest = np.quantile(before, (_EDGE / 2, 1 - _EDGE / 2))
    return min(middle - wide, float(lowest)), max(middle + wide, float(highest))


def _by_chance(acts: Series, squares: float) -> float:
    """How far from its mean chance brings the sum of a day, where acts come independently of each other.

    One act more than there were is reckoned with: that none was seen does not make one impossible.
    """
    count = float(acts.sum())
    strength = sqrt(squares / count) if squares else _ONE_ACT
    rate = (count + 1) / len(acts)
    if rate > _MANY:
        return strength * _DEVIATIONS * sqrt(rate)
    most, term = 0, exp(-rate)
    total = term
    while total < _CHANCE:
        most += 1
        term *= rate / most
        total += term
    return strength * (most + 0.5 - rate)


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
    kind = str(days[last].out)
    when = days[first].day if first == last else f"{days[first].day} to {days[last].day}"
    return f"{when}: {_told(sums, first, last, kind)}"


def _told(sums: _Sums, first: int, last: int, kind: str) -> str:
    """What there was and what is usual: by acts where their number is out of the usual, else by intensity."""
    window = slice(max(0, first - WINDOW), first)
    a_day = " a day" if last > first else ""
    counts = sums.conflict if kind == CONFLICT else sums.cooperation
    found = round(float(np.mean(counts[first : last + 1])))
    low, high = (round(float(q)) for q in np.quantile(counts[window], (_EDGE, 1 - _EDGE)))
    if found > high:
        acts = "act" if found == 1 else "acts"
        return f"{found:,} {acts} of {kind}{a_day} where {_range(low, high)} usual"
    value = round(float(np.mean(sums.intensity[first : last + 1])))
    low, high = map(round, _usual(sums, window))
    return f"intensity {value:,}{a_day} where {_range(low, high)} usual"


def _range(low: int, high: int) -> str:
    return f"{low:,} is" if low == high else f"{low:,} to {high:,} are"
