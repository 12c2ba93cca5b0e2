"""From a reading to the calendar: which Friday, which August, which year.

The tense of the governing verb decides between past and future; without one the nearest wins, a day ahead counting
for twice as far.  Nothing is invented:
without a day to count from, the value keeps ``X`` for what is unknown and has no start or end.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import singledispatch

from dateline.knowledge.calendar import holidays
from dateline.resolve.time import readings as r
from dateline.resolve.time import stretch as s
from dateline.resolve.time.rules_spans import timex_length
from dateline.resolve.time.stretch import Stretch

#: News seldom means a date this many days back without its year when the next one is near, and the reverse.
_FAR, _NEAR = 290, 60
#: "Next Tuesday" is at least this many days ahead.
_NEXT = 3
#: The present tense tells of what is at most this many days ahead ("the court reopens on May 3").
_TIMETABLE = 120
_PLACEHOLDER = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "FN": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX",
                "Y": "XXXX", "DE": "XXXX", "CE": "XXXX"}  # fmt: skip
_PART_NIGHT = "NI"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression counts from.

    ``day`` is the report's day or None and ``basis`` how that is known; ``spoken`` the date spoken of before, with its words;
    ``tense`` past, future, present or "" of the verb above the expression; ``near`` the day spoken of in the same sentence.
    """

    day: date | None
    basis: str
    spoken: Stretch | None = None
    spoken_text: str = ""
    tense: str = ""
    near: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A resolved expression: TIMEX3 type, the stretch, and what it rests on."""

    type: str
    stretch: Stretch
    basis: str


def _unknown(value: str, edtf: str | None = None) -> Stretch:
    return Stretch(value, None, None, edtf)


def _is(stretch: Stretch, basis: str, kind: str = "DATE") -> Resolved:
    return Resolved(kind, stretch, basis)


@singledispatch
def resolve(reading: object, anchor: Anchor) -> Resolved | None:  # noqa: ARG001
    """What a reading comes to; None when it lies beyond the calendar."""
    msg = f"no way to resolve {type(reading).__name__}"
    raise TypeError(msg)


def choose(options: list[Stretch], anchor: Anchor, which: str | None = None) -> Stretch | None:
    """The stretch that is meant among those of several years, weeks or the like, in order of time.

    Args:
        options: known stretches, earliest first.
        anchor: the report's day must be known.
        which: last, next, this or None.
    """
    day = anchor.day
    known = [o for o in options if o.start and o.end]
    if day is None or not known:
        return None
    past = [o for o in known if o.start and o.start <= day]
    ahead = [o for o in known if o.end and o.end >= day]
    if which == "last":
        past = [o for o in known if o.end and o.end < day]
    elif which == "next":
        ahead = [o for o in known if o.start and o.start > day]
    elif which == "this":
        return min(known, key=lambda o: _distance(o, day))
    if which == "last" or (which is None and anchor.tense == "past" and past):
        return _unless_far(past[-1:], ahead[:1], day, which)
    if which == "next" or (which is None and anchor.tense == "future" and ahead):
        return _unless_far(ahead[:1], past[-1:], day, which)
    if (
        which is None
        and anchor.tense == "present"
        and ahead
        and _distance(ahead[0], day) <= _TIMETABLE
    ):
        return ahead[0]
    return min(known, key=lambda o: _distance(o, day) * (2 if o.start and o.start > day else 1))


def _unless_far(
    wanted: list[Stretch], other: list[Stretch], day: date, which: str | None
) -> Stretch | None:
    if not wanted:
        return None
    if (
        which is None
        and other
        and _distance(wanted[0], day) > _FAR
        and _distance(other[0], day) < _NEAR
    ):
        return other[0]
    return wanted[0]


def _distance(option: Stretch, day: date) -> int:
    if option.start is None or option.end is None or option.start <= day <= option.end:
        return 0
    return min(abs((option.start - day).days), abs((option.end - day).days))


def _years(
    anchor: Anchor, make: Callable[[int], Stretch | None], which: str | None
) -> Stretch | None:
    if anchor.day is None:
        return None
    first = anchor.day.year
    options = [
        made
        for year in range(max(1, first - 1), min(9998, first + 1) + 1)
        if (made := _try(make, year))
    ]
    return choose(options, anchor, which)


def _try(make: Callable[[int], Stretch | None], year: int) -> Stretch | None:
    try:
        return make(year)
    except (ValueError, OverflowError):
        return None


@resolve.register
def _(reading: r.CalendarDate, anchor: Anchor) -> Resolved | None:
    year = reading.year
    relative = year is None
    if year is None and reading.shift is not None and anchor.day:
        year = anchor.day.year + reading.shift

    def make(of_year: int) -> Stretch:
        if reading.month is None:
            return s.years(of_year, 1)
        if reading.day is None:
            return s.month(of_year, reading.month)
        return s.day(date(of_year, reading.month, reading.day))

    found = _try(make, year) if year is not None else _years(anchor, make, reading.which)
    if found is None:
        return _without_year(reading) if year is None else None
    return _is(s.narrowed(found, reading.mod, anchor.day), anchor.basis if relative else "absolute")


def _without_year(reading: r.CalendarDate) -> Resolved | None:
    if reading.month is None:
        return None
    try:
        date(2000, reading.month, reading.day or 1)
    except ValueError:
        return None
    text = f"XXXX-{reading.month:02d}" + (f"-{reading.day:02d}" if reading.day else "")
    return _is(_unknown(text, text), "unknown year")


@resolve.register
def _(reading: r.Numeric, anchor: Anchor) -> Resolved | None:
    options = []
    for month, day in ((reading.first, reading.second), (reading.second, reading.first)):
        found = _try(lambda y, m=month, d=day: s.day(date(y, m, d)), reading.year)  # type: ignore[misc]
        if found:
            options.append(found)
    if len(options) < 2 or options[0] == options[1]:  # noqa: PLR2004
        return _is(options[0], "absolute") if options else None
    if anchor.day is None:
        text = ",".join(sorted(o.value for o in options))
        return _is(
            _unknown(f"{reading.year:04d}-XX-XX", f"[{text}]"), "day and month in unknown order"
        )
    nearest = min(options, key=lambda o: _distance(o, anchor.day or date.min))
    return _is(nearest, "absolute; day and month in the order nearer to the report")


@resolve.register
def _(reading: r.Named, anchor: Anchor) -> Resolved | None:
    holiday = holidays()[reading.holiday]
    year = reading.year
    if year is None and reading.shift is not None and anchor.day:
        year = anchor.day.year + reading.shift
    years = [year] if year is not None else _around(anchor.day)
    options = [
        _holiday_stretch(first, last, approximate=holiday.approximate)
        for y in years
        for first, last in _occurrences(holiday, y)
    ]
    if not options:
        return _is(_unknown("XXXX-XX-XX"), "unknown year")
    found = options[0] if year is not None else choose(options, anchor, reading.which)
    if found is None:
        return None
    basis = "absolute" if reading.year is not None else anchor.basis
    return _is(
        found,
        basis + ("; approximate, by the tabular Islamic calendar" if holiday.approximate else ""),
    )


def _occurrences(holiday: object, year: int) -> tuple[tuple[date, date], ...]:
    try:
        return holiday.in_year(year)  # type: ignore[attr-defined, no-any-return]
    except (ValueError, OverflowError):
        return ()


def _around(day: date | None) -> list[int]:
    return [] if day is None else [day.year - 1, day.year, day.year + 1]


def _holiday_stretch(first: date, last: date, *, approximate: bool) -> Stretch:
    mark = "~" if approximate else ""
    if first == last:
        return replace(s.day(first), edtf=f"{first}{mark}")
    return Stretch(f"{first}/{last}", first, last, f"{first}{mark}/{last}{mark}")


@resolve.register
def _(reading: r.Weekday, anchor: Anchor) -> Resolved | None:
    weekend = reading.number == 0
    day = anchor.day
    if day is None:
        return _is(
            _unknown("XXXX-WXX-WE" if weekend else f"XXXX-WXX-{reading.number}"), "unknown date"
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
        found = choose(options, anchor, "last")
    else:
        tense = "future" if anchor.tense == "future" else "past"
        found = choose(options, replace(anchor, tense=tense))
    return _is(found, anchor.basis) if found else None


@resolve.register
def _(reading: r.Unit, anchor: Anchor) -> Resolved | None:
    if anchor.day is None:
        return _is(_unknown(_PLACEHOLDER.get(reading.unit, "XXXX-XX-XX")), "unknown date")
    when = s.step(
        anchor.day.replace(day=1) if reading.unit in ("M", "Q", "Y", "DE", "CE") else anchor.day,
        reading.unit,
        reading.n,
    )
    if when is None:
        return None
    return _is(s.narrowed(s.of_unit(reading.unit, when), reading.mod, anchor.day), anchor.basis)


def _spoken_basis(anchor: Anchor) -> str:
    return f'relative to "{anchor.spoken_text}"'


@resolve.register
def _(reading: r.Step, anchor: Anchor) -> Resolved | None:
    if reading.n is None:
        return _is(_unknown("PAST_REF"), "vague")
    if reading.from_report:
        origin, basis = anchor.day, anchor.basis
    else:
        origin, basis = anchor.spoken.start if anchor.spoken else None, _spoken_basis(anchor)
        if anchor.spoken and reading.unit == "D" and reading.n > 0:
            origin = anchor.spoken.end
    if origin is None:
        return _is(_unknown(_PLACEHOLDER.get(reading.unit, "XXXX-XX-XX")), "unknown date")
    when = s.step(origin, reading.unit, reading.n)
    if when is None:
        return None
    if reading.unit == "H":
        return _is(Stretch(f"{origin}TXX", origin, origin, origin.isoformat()), basis, "TIME")
    return _is(s.of_unit(reading.unit, when), basis)


@resolve.register
def _(reading: r.Same, anchor: Anchor) -> Resolved | None:
    spoken = anchor.spoken
    if spoken is None or spoken.start is None:
        return _is(_unknown(_PLACEHOLDER.get(reading.unit, "XXXX-XX-XX")), "unknown date")
    if reading.unit == "D" and not spoken.one_day:
        return _is(replace(spoken, value=f"{spoken.start:%Y-%m}-XX"), _spoken_basis(anchor))
    found = spoken if reading.unit == "D" else s.of_unit(reading.unit, spoken.start)
    return _is(s.narrowed(found, reading.mod, None), _spoken_basis(anchor))


@resolve.register
def _(reading: r.Season, anchor: Anchor) -> Resolved | None:
    year = reading.year
    if year is None and reading.shift is not None and anchor.day:
        year = anchor.day.year + reading.shift
    found = (
        _try(lambda y: s.season(y, reading.code), year)
        if year is not None
        else _years(anchor, lambda y: s.season(y, reading.code), reading.which)
    )
    if found is None:
        return _is(_unknown(f"XXXX-{reading.code}"), "unknown year")
    return _is(found, "absolute" if reading.year is not None else anchor.basis)


@resolve.register
def _(reading: r.Portion, anchor: Anchor) -> Resolved | None:
    length = 3 if reading.kind == "Q" else 6
    if reading.year is not None and reading.number is not None:
        return _is(s.portion(reading.year, reading.kind, reading.number), "absolute")
    if anchor.day is None:
        return _is(_unknown(f"XXXX-{reading.kind}{reading.number or 'X'}"), "unknown year")
    if reading.number is None:
        shift = {"last": -1, "next": 1}.get(reading.which or "", 0)
        when = s.step(anchor.day.replace(day=1), "M", shift * length)
        return (
            None
            if when is None
            else _is(
                s.portion(when.year, reading.kind, (when.month - 1) // length + 1), anchor.basis
            )
        )
    number = reading.number
    if reading.which:
        year = anchor.day.year + {"last": -1, "next": 1}.get(reading.which, 0)
        return _is(s.portion(year, reading.kind, number), anchor.basis)
    which = None if anchor.tense == "future" else "last"
    found = _years(anchor, lambda y: s.portion(y, reading.kind, number), which)
    return _is(found, anchor.basis) if found else None


@resolve.register
def _(reading: r.Era, anchor: Anchor) -> Resolved | None:
    return _is(
        s.narrowed(s.years(reading.first, reading.years), reading.mod, anchor.day), "absolute"
    )


@resolve.register
def _(reading: r.Fiscal, anchor: Anchor) -> Resolved | None:
    year = reading.year
    if year is None and anchor.day is not None:
        year = anchor.day.year + (reading.shift or 0)
    return _is(_unknown(f"FY{year}" if year else "FYXXXX"), "fiscal year, its ends unknown")


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
    return _is(Stretch(f"{whole.value}T{reading.code}", start, end, edtf), basis, "TIME")


@resolve.register
def _(reading: r.Clock, anchor: Anchor) -> Resolved | None:
    whole, basis = _day_of(reading.day, anchor)
    if whole is None:
        return None
    value = f"{whole.value}T{reading.hour:02d}:{reading.minute:02d}"
    edtf = f"{value}:00{_zone(reading.zone)}" if whole.one_day else None
    return _is(Stretch(value, whole.start, whole.end, edtf), basis, "TIME")


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
    return _unknown("XXXX-XX-XX"), "unknown date"


@resolve.register
def _(reading: r.Moment, anchor: Anchor) -> Resolved | None:  # noqa: ARG001
    try:
        when = date.fromisoformat(reading.value[:10])
    except ValueError:
        return None
    return _is(Stretch(reading.value, when, when, reading.value), "absolute", "TIME")


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
    return _is(Stretch(value, start, end, edtf), anchor.basis if start else "duration", "DURATION")


@resolve.register
def _(reading: r.Repeat, anchor: Anchor) -> Resolved | None:  # noqa: ARG001
    return _is(_unknown(reading.value), "set", "SET")


@resolve.register
def _(reading: r.Vague, anchor: Anchor) -> Resolved | None:  # noqa: ARG001
    return _is(_unknown(reading.value), "vague")


@resolve.register
def _(reading: r.WeekOf, anchor: Anchor) -> Resolved | None:
    found = resolve(reading.day, anchor)
    if found is None or found.stretch.start is None:
        return found
    return _is(s.week(found.stretch.start), found.basis)


@resolve.register
def _(reading: r.Range, anchor: Anchor) -> Resolved | None:
    last = resolve(reading.last, anchor)
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
    return _is(Stretch(f"{a.value}/{b.value}", start, end, edtf), last.basis)


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
        return _is(s.day(last.start - timedelta(days=back)), anchor.basis)
    return resolve(first, anchor)
