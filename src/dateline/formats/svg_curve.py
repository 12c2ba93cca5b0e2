"""The escalation curve: intensity a day with conflict upwards, its usual range, change points, days out of range."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from math import floor, log10

from markupsafe import Markup

from dateline.formats.svg_parts import (
    day_of,
    days_between,
    element,
    joined,
    number,
    picture,
    text_width,
    ticks,
)
from dateline.records.situation import Curve, CurveDay

_LEFT, _TOP, _FOOT, _HEIGHT = 42.0, 30.0, 34.0, 230.0
_At = Callable[[float], float]


def draw_curve(curve: Curve, key: str, width: float) -> Markup:
    """The curve, or nothing where no day is known."""
    days = [(found, d) for d in curve.days if (found := day_of(d.day))]
    if not days:
        return Markup("")
    low, high = _limits([d for _, d in days])
    first, last = days[0][0], days[-1][0]
    span = days_between(first, last) + 1

    def x(day: date) -> float:
        return _LEFT + (width - _LEFT - 8) * (days_between(first, day) + 0.5) / span

    def y(conflict: float) -> float:
        return _TOP + (_HEIGHT - _TOP - _FOOT) * (high - conflict) / (high - low)

    wide = (width - _LEFT - 8) / span
    body = [
        *_rules(low, high, y, width), *_days(first, last, x, width), *_band(days, x, y, wide),
        *_bars(days, x, y, wide), *_changes(curve, x, width, (first, last)), *_outs(days, x, y),
        element("text", "more conflict \u2191", x=_LEFT, y=12, class_="small"),
    ]  # fmt: skip
    if low < 0:
        body.append(
            element(
                "text",
                "more cooperation \u2193",
                x=_LEFT,
                y=_HEIGHT - _FOOT + 12,
                class_="small halo",
            )
        )
    return picture(key, "Escalation curve", _told(curve), (width, _HEIGHT), joined(body), "curve")


def _limits(days: Sequence[CurveDay]) -> tuple[float, float]:
    """Lowest and highest of the axis, conflict counted upwards."""
    found = [-d.intensity for d in days] + [0.0]
    found += [-v for d in days for v in (d.low, d.high) if v is not None]
    low, high = min(found), max(found)
    step = _step(max(high - low, 1.0))
    return floor(low / step) * step, max(step, -floor(-high / step) * step)


def _step(span: float) -> float:
    """A round step that cuts the span into four or so."""
    size = 10.0 ** floor(log10(span / 4))
    return next(size * n for n in (1, 2, 5, 10) if size * n * 4.5 >= span)


def _rules(low: float, high: float, y: _At, width: float) -> Iterator[Markup]:
    step = _step(high - low)
    for n in range(round(low / step), round(high / step) + 1):
        value = n * step
        kind = "axis" if n == 0 else "grid"
        yield element("path", d=f"M{number(_LEFT)} {number(y(value))}H{number(width)}", class_=kind)
        told = f"{abs(value):g}"
        yield element("text", told, x=_LEFT - 6, y=y(value) + 4, class_="tick end")


def _days(first: date, last: date, x: Callable[[date], float], width: float) -> Iterator[Markup]:
    taken = -1.0
    for day, name in ticks(first, last, max(3, int(width / 80))):
        half = text_width(name, 12) / 2
        at = min(max(x(day), half), width - half)
        if at - half > taken:
            taken = at + half + 8
            yield element("text", name, x=at, y=_HEIGHT - 6, class_="tick")


def _band(
    days: Sequence[tuple[date, CurveDay]], x: Callable[[date], float], y: _At, wide: float
) -> Iterator[Markup]:
    """The usual range as one area for each run of days that have it."""
    run: list[tuple[float, float, float]] = []
    for day, found in [*days, (None, None)]:
        if (
            day is not None
            and found is not None
            and found.low is not None
            and found.high is not None
        ):
            run.append((x(day), y(-found.low), y(-found.high)))
        elif run:
            half = wide / 2
            run = [(run[0][0] - half, *run[0][1:]), *run, (run[-1][0] + half, *run[-1][1:])]
            upper = "L".join(f"{number(px)} {number(top)}" for px, top, _ in run)
            lower = "L".join(f"{number(px)} {number(bottom)}" for px, _, bottom in reversed(run))
            yield element("path", d=f"M{upper}L{lower}z", class_="band")
            run = []


def _bars(
    days: Sequence[tuple[date, CurveDay]], x: Callable[[date], float], y: _At, wide: float
) -> Iterator[Markup]:
    bar = max(1.0, min(14.0, wide * 0.72))
    for day, found in days:
        if found.intensity:
            top, bottom = sorted((y(-found.intensity), y(0.0)))
            kind = "q4" if found.intensity < 0 else "q2"
            title = element("title", f"{day}: {found.intensity:+g}, {found.incidents} incidents")
            shape = element(
                "rect", title, x=x(day) - bar / 2, y=top, width=bar, height=max(0.6, bottom - top)
            )
            yield element("g", shape, class_=f"{kind} told")


def _outs(
    days: Sequence[tuple[date, CurveDay]], x: Callable[[date], float], y: _At
) -> Iterator[Markup]:
    """A triangle over a day out of its usual range, pointing to where it went."""
    for day, found in days:
        if found.out is None:
            continue
        up = found.out == "conflict"
        at = y(-found.intensity) + (-4 if up else 4)
        tip = -8 if up else 8
        d = f"M{number(x(day) - 5)} {number(at)}h10l-5 {tip}z"
        yield element(
            "path",
            element("title", f"{day}: out of the usual range, more {found.out}"),
            d=d,
            class_="out",
        )


def _changes(
    curve: Curve, x: Callable[[date], float], width: float, ends: tuple[date, date]
) -> Iterator[Markup]:
    taken = _LEFT + text_width("more conflict \u2191", 11) + 8
    for change in curve.changes:
        day = day_of(change.day)
        if day is None or not ends[0] <= day <= ends[1]:
            continue
        at = x(day)
        yield element("path", d=f"M{number(at)} 16V{number(_HEIGHT - _FOOT)}", class_="change")
        name = f"{day.day} {day:%b}"
        half = text_width(name, 11) / 2
        left = min(at - half, width - 2 * half - 2)
        if left > taken:
            taken = left + 2 * half + 6
            yield element("text", name, x=left, y=12, class_="small")


def _told(curve: Curve) -> str:
    top = min(curve.days, key=lambda d: (d.intensity, d.day))
    out = [d.day for d in curve.days if d.out]
    parts = [
        f"Sum of PLOVER intensities a day, conflict upwards, {curve.days[0].day} to {curve.days[-1].day}.",
        f"Most conflict on {top.day} ({top.intensity:+g})."
        if top.intensity < 0
        else "No day of conflict.",
        f"Out of the usual range on {len(out)} days, last on {out[-1]}." if out else "",
        f"Level changed on {', '.join(c.day for c in curve.changes[:6])}." if curve.changes else "",
        f"{curve.undated} incidents without a day are not in it." if curve.undated else "",
        "The table below has the days.",
    ]
    return " ".join(p for p in parts if p)
