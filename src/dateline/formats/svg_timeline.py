"""The timeline of a brief: every dated act as a mark or a bar in the row of its kind; too many, then counts by week or month."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from dateline.formats.brief_phrases import QUAD_WORDS, QUADS
from dateline.formats.brief_words import sentence
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
from dateline.records.incident import Incident

#: Marks that are still told apart; with more acts, or more of them on top of each other, counts are drawn.
_MOST, _LANES = 120, 9
_MARK, _LANE, _HEAD, _PAD = 5.0, 14.0, 20.0, 9.0
_HOLLOW = {
    "planned": "planned",
    "alleged": "unsure",
    "hypothetical": "unsure",
    "denied": "denied",
    "negated": "denied",
}


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days to pixels."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """The middle of a day."""
        return (
            self.left + (self.right - self.left) * (days_between(self.first, day) + 0.5) / self.days
        )

    @property
    def days(self) -> int:
        """Days from the first to the last, both counted."""
        return days_between(self.first, self.last) + 1


@dataclass(frozen=True, slots=True)
class _Dated:
    """An incident with its days."""

    incident: Incident
    first: date
    last: date


def dated(incidents: Sequence[Incident]) -> list[_Dated]:
    """Those with a day, the oldest first."""
    found = []
    for incident in incidents:
        first, last = day_of(incident.first_day), day_of(incident.last_day)
        start, end = first or last, last or first
        if start and end:
            found.append(_Dated(incident, min(start, end), max(start, end)))
    return sorted(found, key=lambda d: (d.first, d.last, d.incident.id))


def draw_timeline(incidents: Sequence[Incident], today: str, key: str, width: float) -> Markup:
    """The timeline, or nothing where no act has a day.

    Args:
        incidents: those of the page, planned ones too.
        today: the moment the page was made (ISO); drawn as a line where it lies inside.
        key: what ids begin with.
        width: pixels.
    """
    found = dated(incidents)
    if not found:
        return Markup("")
    axis = _axis(found, width)
    rows = {
        quad: [d for d in found if QUADS.get(d.incident.type or "", 0) == quad]
        for quad in (*QUAD_WORDS, 0)
    }
    rows = {quad: row for quad, row in rows.items() if row}
    lanes = {quad: _lanes(row, axis) for quad, row in rows.items()}
    many = len(found) > _MOST or max(max(lane) for lane in lanes.values()) >= _LANES
    body, y = [], 4.0
    for quad, row in rows.items():
        body.append(
            element("text", QUAD_WORDS.get(quad, "Other"), x=0, y=y + 13, class_="row-name")
        )
        y += _HEAD
        drawn = _counts(row, axis, y, quad) if many else _acts(row, lanes[quad], axis, y, quad)
        tall = 46.0 if many else (max(lanes[quad]) + 1) * _LANE
        body += drawn
        y += tall + _PAD
        body.append(element("path", d=f"M0 {number(y - 3)}h{number(width)}", class_="rule"))
    height = y + 22
    grid = list(_grid(axis, y, width)) + list(_today(today, axis, y))
    text = _told(found, incidents, axis)
    return picture(key, "Timeline", text, (width, height), joined(grid + body), "timeline")


def unit_of(days: int) -> tuple[str, int]:
    """Days, weeks or months, by how long the time is, and how many days that is about."""
    return ("day", 1) if days <= 45 else ("week", 7) if days <= 400 else ("month", 30)


def _axis(found: Sequence[_Dated], width: float) -> _Axis:
    first, last = min(d.first for d in found), max(d.last for d in found)
    spare = max(0, 6 - days_between(first, last))
    first = first - timedelta(days=min(spare // 2, (first - date.min).days))
    last = last + timedelta(days=min(spare - spare // 2, (date.max - last).days))
    return _Axis(first, last, 8.0, width - 8.0)


def _lanes(row: Sequence[_Dated], axis: _Axis) -> list[int]:
    """A lane for each, so that none covers another."""
    ends: list[float] = []
    lanes = []
    for item in row:
        left, right = axis.at(item.first) - _MARK - 1, axis.at(item.last) + _MARK + 1
        lane = next((n for n, end in enumerate(ends) if end <= left), len(ends))
        ends[lane : lane + 1] = [right]
        lanes.append(lane)
    return lanes


def _acts(
    row: Sequence[_Dated], lanes: Sequence[int], axis: _Axis, y: float, quad: int
) -> list[Markup]:
    return [
        _act(item, axis.at(item.first), axis.at(item.last), y + lane * _LANE + _LANE / 2, quad)
        for item, lane in zip(row, lanes, strict=True)
    ]


def _act(item: _Dated, left: float, right: float, y: float, quad: int) -> Markup:
    incident = item.incident
    state = _HOLLOW.get(incident.status, "disputed" if incident.disputes else "told")
    days = item.first.isoformat() if item.first == item.last else f"{item.first} to {item.last}"
    title = element("title", f"{days}: {sentence(incident)}")
    kind = f"q{quad} {state}"
    if right > left:
        shape = element(
            "rect",
            x=left - _MARK,
            y=y - _MARK + 1,
            width=right - left + 2 * _MARK,
            height=2 * _MARK - 2,
            rx=_MARK - 1,
        )
        extra = _cross((left + right) / 2, y) if state == "denied" else Markup("")
        if state == "disputed":
            extra = element("path", d=_diamond((left + right) / 2, y, _MARK + 2))
        return element("g", title + shape + extra, class_=kind)
    if state == "disputed":
        return element("g", title + element("path", d=_diamond(left, y, _MARK + 1.5)), class_=kind)
    extra = _cross(left, y) if state == "denied" else Markup("")
    return element("g", title + element("circle", cx=left, cy=y, r=_MARK) + extra, class_=kind)


def _diamond(x: float, y: float, size: float) -> str:
    return f"M{number(x)} {number(y - size)}l{number(size)} {number(size)}l{number(-size)} {number(size)}l{number(-size)} {number(-size)}z"


def _cross(x: float, y: float) -> Markup:
    s = _MARK * 0.55
    d = f"M{number(x - s)} {number(y - s)}l{number(2 * s)} {number(2 * s)}m0 {number(-2 * s)}l{number(-2 * s)} {number(2 * s)}"
    return element("path", d=d, class_="cross")


def _counts(row: Sequence[_Dated], axis: _Axis, y: float, quad: int) -> list[Markup]:
    """Columns of how many begin in each day, week or month: told as fact full, the others hollow on top."""
    _, step = unit_of(axis.days)
    solid: Counter[int] = Counter()
    hollow: Counter[int] = Counter()
    for item in row:
        bins = hollow if item.incident.status in _HOLLOW else solid
        bins[days_between(axis.first, item.first) // step] += 1
    tallest = max((solid + hollow).values())
    wide = max(2.0, (axis.right - axis.left) * step / axis.days - 1)
    return [
        *_columns(solid, hollow, axis, (y, step, wide, 40 / tallest), quad),
        _tallest(tallest, y),
    ]


def _columns(
    solid: Counter[int],
    hollow: Counter[int],
    axis: _Axis,
    place: tuple[float, int, float, float],
    quad: int,
) -> Iterator[Markup]:
    top, step, wide, unit = place
    for n in sorted(set(solid) | set(hollow)):
        x = axis.left + (axis.right - axis.left) * n * step / axis.days
        y = top + 44
        for count, state in ((solid[n], "told"), (hollow[n], "planned")):
            if count:
                y -= count * unit
                shape = element("rect", x=x, y=y, width=wide, height=count * unit)
                yield element("g", shape, class_=f"q{quad} {state}")


def _tallest(n: int, y: float) -> Markup:
    words = f"highest: {n}"
    return element("text", words, x=8, y=y + 10, class_="small halo")


def _grid(axis: _Axis, y: float, width: float) -> Iterator[Markup]:
    taken = -1.0
    for day, name in ticks(axis.first, axis.last, max(3, int(width / 80))):
        x = axis.at(day)
        half = text_width(name, 12) / 2
        yield element("path", d=f"M{number(x)} 0V{number(y)}", class_="grid")
        at = min(max(x, half), width - half)
        if at - half > taken:
            taken = at + half + 8
            yield element("text", name, x=at, y=y + 14, class_="tick")


def _today(made: str, axis: _Axis, y: float) -> Iterator[Markup]:
    day = day_of(made[:10])
    if day and axis.first <= day < axis.last:
        x = axis.at(day)
        yield element("path", d=f"M{number(x)} 0V{number(y)}", class_="today")
        anchor = "end" if x > (axis.left + axis.right) / 2 else "start"
        yield element(
            "text",
            "this page",
            x=x - 4 if anchor == "end" else x + 4,
            y=11,
            class_=f"small {anchor}",
        )


def _told(found: Sequence[_Dated], incidents: Sequence[Incident], axis: _Axis) -> str:
    kinds = Counter(QUAD_WORDS.get(QUADS.get(d.incident.type or "", 0), "Other") for d in found)
    told = "; ".join(
        f"{name.lower()}: {n}" for name, n in sorted(kinds.items(), key=lambda k: (-k[1], k[0]))
    )
    undated = len(incidents) - len(found)
    left = f" {undated} without a day are not drawn." if undated else ""
    return f"{len(found)} incidents from {axis.first} to {axis.last}: {told}.{left} The list below has them all."
