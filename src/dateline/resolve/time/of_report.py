"""Readings told from the report or from the date spoken of before; times, durations, ranges."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.resolve.time import readings as r
from dateline.resolve.time import stretch as s
from dateline.resolve.time.choice import Anchor, Resolved, choose, known, resolve, unknown
from dateline.resolve.time.rules_spans import timex_length
from dateline.resolve.time.stretch import Stretch

#: "Next Tuesday" is at least this many days ahead.
_NEXT = 3
#: "Last Tuesday" is at least this many days back: the day before is "yesterday" or "Tuesday".
_LAST = 2
_PLACEHOLDER = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "FN": "XXXX-WXX", "M": "XXXX-XX",
    "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXXX", "CE": "XXXX",
}  # fmt: skip
_PART_NIGHT = "NI"


@resolve.register
def _(reading: r.Weekday, anchor: Anchor) -> Resolved | None:
    weekend = reading.number == 0
    day = anchor.day
    if day is None:
        return known(
            unknown("XXXX-WXX-WE" if weekend else f"XXXX-WXX-{reading.number}"), "unknown date"
        )
    weeks = (
        [day + timedelta(days=7 * n) for n in range(-2, 4)]
        if date.min.year < day.year < date.max.year - 1
        else [day]
    )
    options = [
        s.weekend(w) if weekend else s.day(w + timedelta(days=reading.number - w.isoweekday()))
        for w in weeks
    ]
    if reading.weeks is not None:
        target = s.week(day + timedelta(days=7 * reading.weeks))
        found = next(
            (
                o
                for o in options
                if o.start and target.start and target.end and target.start <= o.start <= target.end
            ),
            None,
        )
    elif reading.which == "this":
        found = next((o for o in options if o.end and o.end >= day), None)
    elif reading.which == "next":
        found = next((o for o in options if o.start and (o.start - day).days >= _NEXT), None)
    elif reading.which == "last":
        back = [o for o in options if o.end and (day - o.end).days >= _LAST]
        found = back[-1] if back else None
    else:
        tense = "future" if anchor.tense == "future" else "past"
        found = choose(options, replace(anchor, tense=tense))
    return known(found, anchor.basis) if found else None


@resolve.register
def _(reading: r.Unit, anchor: Anchor) -> Resolved | None:
    if anchor.day is None:
        return known(unknown(_PLACEHOLDER.get(reading.unit, "XXXX-XX-XX")), "unknown date")
    when = s.step(
        anchor.day.replace(day=1) if reading.unit in ("M", "Q", "Y", "DE", "CE") else anchor.day,
        reading.unit,
        reading.n,
    )
    if when is None:
        return None
    return known(s.narrowed(s.of_unit(reading.unit, when), reading.mod, anchor.day), anchor.basis)


def _spoken_basis(anchor: Anchor) -> str:
    return f'relative to "{anchor.spoken_text}"'


@resolve.register
def _(reading: r.Step, anchor: Anchor) -> Resolved | None:
    if reading.n is None:
        return known(unknown("PAST_REF"), "vague")
    origin, basis = _origin(reading, anchor)
    if origin is None:
        return known(unknown(_PLACEHOLDER.get(reading.unit, "XXXX-XX-XX")), "unknown date")
    when = s.step(origin, reading.unit, reading.n)
    if when is None:
        return None
    after_now = not reading.from_report and anchor.day is not None and when > anchor.day
    if after_now and anchor.tense == "past":  # "a day later" than some day of this week: it is over
        return known(unknown(_PLACEHOLDER.get(reading.unit, "XXXX-XX-XX")), "unknown date")
    if reading.unit == "H":
        return known(Stretch(f"{origin}TXX", origin, origin, origin.isoformat()), basis, "TIME")
    return known(s.of_unit(reading.unit, when), basis)


def _origin(reading: r.Step, anchor: Anchor) -> tuple[date | None, str]:
    """The day that steps are counted from: the report's, or that of the date spoken of before.

    With nothing spoken of, "the previous month" is the report's, but "the day before" stays open.
    """
    spoken = anchor.spoken
    if reading.from_report or (spoken is None and reading.unit != "D"):
        return anchor.day, anchor.basis
    if spoken is None:
        return None, ""
    ahead = reading.unit == "D" and (reading.n or 0) > 0
    return spoken.end if ahead else spoken.start, _spoken_basis(anchor)


@resolve.register
def _(reading: r.Same, anchor: Anchor) -> Resolved | None:
    spoken = anchor.spoken
    if spoken is None or spoken.start is None:
        return known(unknown(_PLACEHOLDER.get(reading.unit, "XXXX-XX-XX")), "unknown date")
    if reading.unit == "D" and not spoken.one_day:
        return known(replace(spoken, value=f"{spoken.start:%Y-%m}-XX"), _spoken_basis(anchor))
    found = spoken if reading.unit == "D" else s.of_unit(reading.unit, spoken.start)
    return known(s.narrowed(found, reading.mod, None), _spoken_basis(anchor))


@resolve.register
def _(reading: r.Part, anchor: Anchor) -> Resolved | None:
    whole, basis = _day_of(reading.day, anchor)
    if whole is None:
        return None
    start, end = whole.start, whole.end
    edtf = whole.edtf
    if reading.code == _PART_NIGHT and reading.day == r.Unit("D", -1) and start and end:
        end = anchor.day
        edtf = f"{start}/{end}"
    return known(Stretch(f"{whole.value}T{reading.code}", start, end, edtf), basis, "TIME")


@resolve.register
def _(reading: r.Clock, anchor: Anchor) -> Resolved | None:
    whole, basis = _day_of(reading.day, anchor)
    if whole is None:
        return None
    value = f"{whole.value}T{reading.hour:02d}:{reading.minute:02d}"
    edtf = f"{value}:00{_zone(reading.zone)}" if whole.one_day else None
    return known(Stretch(value, whole.start, whole.end, edtf), basis, "TIME")


def _zone(minutes: int | None) -> str:
    if minutes is None:
        return ""
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}" if minutes else "Z"


def _day_of(inner: r.Reading | None, anchor: Anchor) -> tuple[Stretch | None, str]:
    """The day of a time: its own, else that of the sentence, else the report's."""
    if inner is not None:
        found = resolve(inner, anchor)
        return (found.stretch, found.basis) if found else (None, "")
    if anchor.near is not None:
        return anchor.near, _spoken_basis(anchor)
    if anchor.day is not None:
        return s.day(anchor.day), anchor.basis
    return unknown("XXXX-XX-XX"), "unknown date"


@resolve.register
def _(reading: r.Moment, anchor: Anchor) -> Resolved | None:  # noqa: ARG001
    try:
        when = date.fromisoformat(reading.value[:10])
    except ValueError:
        return None
    return known(Stretch(reading.value, when, when, reading.value), "absolute", "TIME")


@resolve.register
def _(reading: r.Length, anchor: Anchor) -> Resolved | None:
    value = timex_length(reading.unit, reading.n)
    start = end = None
    if reading.side and reading.n and anchor.day and reading.unit not in ("S", "MI", "H"):
        factor, unit = {"FN": (14, "D"), "NI": (1, "D"), "WE": (7, "D")}.get(
            reading.unit, (1, reading.unit)
        )
        sign = -1 if reading.side == "past" else 1
        other = s.step(anchor.day, unit, sign * max(1, round(reading.n * factor)))
        if other:
            start, end = sorted((anchor.day, other))
    edtf = f"{start}/{end}" if start and end else None
    return known(
        Stretch(value, start, end, edtf), anchor.basis if start else "duration", "DURATION"
    )


@resolve.register
def _(reading: r.Repeat, anchor: Anchor) -> Resolved | None:  # noqa: ARG001
    return known(unknown(reading.value), "set", "SET")


@resolve.register
def _(reading: r.Vague, anchor: Anchor) -> Resolved | None:  # noqa: ARG001
    return known(unknown(reading.value), "vague")


@resolve.register
def _(reading: r.WeekOf, anchor: Anchor) -> Resolved | None:
    found = resolve(reading.day, anchor)
    if found is None or found.stretch.start is None:
        return found
    return known(s.week(found.stretch.start), found.basis)


@resolve.register
def _(reading: r.Range, anchor: Anchor) -> Resolved | None:
    ahead = anchor.tense == "future" and isinstance(reading.last, r.Weekday)
    last = resolve(reading.last, _from_first_on(reading, anchor) if ahead else anchor)
    if last is None:
        return None
    first = _first_of_range(reading, last.stretch, anchor)
    if first is None:
        return None
    a, b = first.stretch, last.stretch
    if a.start and b.end and a.start > b.end:
        return None
    start, end = (a.start, b.end) if a.start and b.end else (None, None)
    edtf = f"{a.edtf}/{b.edtf}" if a.edtf and b.edtf else None
    return known(Stretch(f"{a.value}/{b.value}", start, end, edtf), last.basis)


def _from_first_on(reading: r.Range, anchor: Anchor) -> Anchor:
    """Ahead, "from Monday to Wednesday" is the next Monday and the Wednesday behind it."""
    first = resolve(reading.first, anchor)
    return replace(anchor, day=first.stretch.start) if first and first.stretch.start else anchor


def _first_of_range(reading: r.Range, last: Stretch, anchor: Anchor) -> Resolved | None:
    """The first end: the latest such date not after the last end."""
    first = reading.first
    if isinstance(first, r.CalendarDate) and first.year is None and last.start is not None:
        with_year = replace(first, year=last.start.year, shift=None)
        found = resolve(with_year, anchor)
        if found and found.stretch.start and found.stretch.start > last.start:
            found = resolve(replace(with_year, year=last.start.year - 1), anchor)
        return replace(found, basis=anchor.basis) if found else None
    if isinstance(first, r.Weekday) and last.start is not None:
        back = (last.start.isoweekday() - first.number) % 7
        return known(s.day(last.start - timedelta(days=back)), anchor.basis)
    return resolve(first, anchor)
